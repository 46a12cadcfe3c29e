package event

import (
	"fmt"
	"slices"
	"strings"
)

// maxWhy bounds the reasons told of one event: a day that a thousand articles
// tell is not understood by the last nine hundred of them.
const maxWhy = 100

// why tells why the statements of a bundle were merged, one line a merge, and
// before that what its founding statement was kept apart from.
func (b *book) why(u *bundle) (out []string) {
	var s, o member
	for _, i := range u.members {
		b.unpack(i, &s)
		switch like := b.records.at(i).like; {
		case like == asCopy:
			out = append(out, fmt.Sprintf("%s, sentence %d: the same sentence in a copy", s.origin.URL, s.Sentence))
		case like != asFounder:
			b.unpack(u.members[like], &o)
			out = append(out, fmt.Sprintf("%s, sentence %d: %s", s.origin.URL, s.Sentence, b.words.reason(&s, &o)))
		case u.apart.score > apartAt:
			b.unpack(u.apart.from, &o)
			out = append(out, fmt.Sprintf("%s, sentence %d: kept apart at %.2f of %.2f: %s", s.origin.URL, s.Sentence, u.apart.score, mergeAt, b.words.difference(&s, &o)))
		}
		if len(out) == maxWhy {
			break
		}
	}
	return out
}

// difference tells in words what keeps two statements apart.
func (o *vocabulary) difference(a, b *member) string {
	var parts []string
	if a.Topic != b.Topic {
		parts = append(parts, "topic "+a.Topic+", not "+b.Topic)
	}
	if a.origin.Base == b.origin.Base {
		parts = append(parts, fmt.Sprintf("words only %.2f alike", o.likeness(a.said, b.said)))
	} else {
		parts = append(parts, "another language")
	}
	if agreement(a.Amounts, b.Amounts) < 0 {
		parts = append(parts, "other sums")
	}
	if !a.When.Overlaps(b.When) {
		parts = append(parts, "days beside one another")
	}
	return strings.Join(parts, ", ") + fmt.Sprintf("; from %s, sentence %d", b.origin.URL, b.Sentence)
}

// reason tells in words what pair adds up.
func (o *vocabulary) reason(a, b *member) string {
	var parts []string
	switch {
	case a.Topic == b.Topic:
		parts = append(parts, "topic "+a.Topic)
	case a.Topic == b.Second || a.Second == b.Topic:
		parts = append(parts, "topic "+a.Topic+" or "+b.Topic)
	}
	parts = append(parts, "actors "+strings.Join(shared(a.Actors, b.Actors), " "))
	if a.origin.Base == b.origin.Base {
		parts = append(parts, fmt.Sprintf("words %.2f alike", o.likeness(a.said, b.said)))
	} else {
		parts = append(parts, "another language")
	}
	switch agreement(a.Amounts, b.Amounts) {
	case 1:
		parts = append(parts, "same sum")
	case -1:
		parts = append(parts, "other sums")
	}
	switch {
	case !a.When.Overlaps(b.When):
		parts = append(parts, "days beside one another")
	case a.When.Days() != b.When.Days():
		parts = append(parts, "a coarser time that holds the day")
	default:
		parts = append(parts, "same time")
	}
	return strings.Join(parts, ", ") + fmt.Sprintf("; as %s, sentence %d", b.origin.URL, b.Sentence)
}

func shared(a, b []string) []string {
	var out []string
	for _, x := range a {
		if slices.Contains(b, x) {
			out = append(out, x)
		}
	}
	return out
}
