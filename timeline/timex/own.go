package timex

import (
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
)

// An order or notice counts its terms from its own day, not from the day on which
// it was printed: "45 days after the date of this order".

// How many sentences at the head and at the end of such a text may bear its day,
// and how many tokens a line has that does.
const ownHead, ownTail, ownTokens = 12, 12, 30

// ownDay is the day of the order that a text is: that of the line that signs it,
// else that of its title, "Executive Order 13942 of August 6, 2020". Only texts that
// speak of themselves have one.
func (t *tagger) ownDay(title, text string, sentences []news.Sentence, r *resolver) {
	if !containsAny(text, t.p.lang.data.Self) {
		return
	}
	for i := range sentences {
		s := &sentences[i]
		if i >= ownHead && i < len(sentences)-ownTail {
			continue
		}
		from := text
		if s.Index == 0 {
			from = title
		}
		if s.Start < 0 || s.End > len(from) || s.Start >= s.End {
			continue
		}
		t.p.text = from
		t.p.toks = t.p.lang.scan(t.p.toks[:0], from, s.Start, s.End)
		t.p.parse()
		t.p.bearsOwnDay(r)
	}
}

// bearsOwnDay notes the day of a line that signs or names the text.
func (p *parser) bearsOwnDay(r *resolver) {
	signed := len(p.toks) <= ownTokens && p.verbless(0, len(p.toks))
	for i := range p.out {
		f := &p.out[i]
		m := &f.m
		if m.kind != pointKind || m.year == 0 || m.month == 0 || m.day == 0 {
			continue
		}
		named := p.cue(f.start-1, actOf) && p.nounBefore(f.start-1, act)
		if signed && f.end >= len(p.toks)-1 && p.toks[0].upper || named && !r.hasOwn {
			if at, ok := r.dayOf(f, noTense); ok {
				r.own, r.hasOwn = at, true
			}
		}
	}
}

// nounBefore reports whether a word of a cue stands right before token i, but for
// a number: "Order 13942 of".
func (p *parser) nounBefore(i int, c cue) bool {
	if p.plainNumber(i-1, maxDigits) {
		i--
	}
	return p.cue(i-1, c)
}

func containsAny(s string, phrases []string) bool {
	for _, x := range phrases {
		if strings.Contains(s, x) {
			return true
		}
	}
	return false
}
