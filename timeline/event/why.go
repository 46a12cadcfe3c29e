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
	var s, o Statement
	for _, i := range u.members {
		b.statement(i, &s)
		switch like := b.records.at(i).like; {
		case like == asCopy:
			out = append(out, fmt.Sprintf("%s, sentence %d: the same sentence in a copy", s.source.url, s.sentence))
		case like != asFounder:
			b.statement(u.members[like], &o)
			out = append(out, fmt.Sprintf("%s, sentence %d: %s", s.source.url, s.sentence, b.words.reason(&s, &o)))
		case u.apart.score > apartAt:
			b.statement(u.apart.from, &o)
			out = append(out, fmt.Sprintf("%s, sentence %d: kept apart at %.2f of %.2f: %s", s.source.url, s.sentence, u.apart.score, mergeAt, b.words.difference(&s, &o)))
		}
		if len(out) == maxWhy {
			break
		}
	}
	return out
}

// difference tells in words what keeps two statements apart.
func (o *vocabulary) difference(a, b *Statement) string {
	var parts []string
	if a.topic != b.topic {
		parts = append(parts, "topic "+a.topic+", not "+b.topic)
	}
	if a.source.base == b.source.base {
		parts = append(parts, fmt.Sprintf("words only %.2f alike", o.likeness(a.said, b.said)))
	} else {
		parts = append(parts, "another language")
	}
	if agreement(a.amounts, b.amounts) < 0 {
		parts = append(parts, "other sums")
	}
	if !a.when.Overlaps(b.when) {
		parts = append(parts, "days beside one another")
	}
	return strings.Join(parts, ", ") + fmt.Sprintf("; from %s, sentence %d", b.source.url, b.sentence)
}

// reason tells in words what pair adds up.
func (o *vocabulary) reason(a, b *Statement) string {
	var parts []string
	switch {
	case a.topic == b.topic:
		parts = append(parts, "topic "+a.topic)
	case a.topic == b.second || a.second == b.topic:
		parts = append(parts, "topic "+a.topic+" or "+b.topic)
	}
	parts = append(parts, "actors "+strings.Join(shared(a.actors, b.actors), " "))
	if a.source.base == b.source.base {
		parts = append(parts, fmt.Sprintf("words %.2f alike", o.likeness(a.said, b.said)))
	} else {
		parts = append(parts, "another language")
	}
	switch agreement(a.amounts, b.amounts) {
	case 1:
		parts = append(parts, "same sum")
	case -1:
		parts = append(parts, "other sums")
	}
	switch {
	case !a.when.Overlaps(b.when):
		parts = append(parts, "days beside one another")
	case a.when.Days() != b.when.Days():
		parts = append(parts, "a coarser time that holds the day")
	default:
		parts = append(parts, "same time")
	}
	return strings.Join(parts, ", ") + fmt.Sprintf("; as %s, sentence %d", b.source.url, b.sentence)
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
