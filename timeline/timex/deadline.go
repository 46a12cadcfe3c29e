package timex

import "strings"

// deadline marks a date that ends a term: "by Friday", "bis Mitte September".
func (p *parser) deadline(f *found, res *result) {
	if !res.ok || f.m.kind != pointKind && f.m.kind != shiftKind || res.typ == "DURATION" || f.part > 0 {
		return
	}
	if res.unit >= year && p.opt.DCT.Known() && res.days.to <= dayOf(p.opt.DCT.Time) {
		return // "married until 2005" tells when something was
	}
	i := f.start - 1
	for n := 0; n < 2 && (p.is(i, detC) || p.is(i, leadC)); n++ {
		i--
	}
	if p.lang.byPhrase != nil && isWord(p.word(i), "until", "till") && p.notBefore(i) {
		return
	}
	res.deadline = p.is(i, byC) || p.lang.byAfter && p.is(f.end, byC) || p.lang.byPhrase != nil && p.lang.byPhrase(p, f)
}

// notBefore tells whether "until" at token i says when something began: "it did
// not return until Friday".
func (p *parser) notBefore(i int) bool {
	for k := i - 1; k >= max(0, i-notBeforeTokens); k-- {
		if isWord(p.word(k), "not", "never") || strings.HasSuffix(p.word(k), "n't") || isWord(p.word(k), "t") && (p.word(k-1) == "'" || p.word(k-1) == "’") {
			return true
		}
		if p.comma(k) {
			return false
		}
	}
	return false
}

const notBeforeTokens = 14

// englishDeadline knows the deadlines that take more than one word: "a deadline
// of Friday", "no later than Friday", "before Friday" in what is to come.
func englishDeadline(p *parser, f *found) bool {
	i := f.start - 1
	switch {
	case isWord(p.word(i), "of", "on"):
		return isWord(p.word(i-1), "deadline")
	case isWord(p.word(i), "than"):
		return isWord(p.word(i-1), "later")
	}
	return isWord(p.word(i), "before") && p.tense(f) == futureTense
}
