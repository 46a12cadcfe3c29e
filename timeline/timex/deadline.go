package timex

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
	if p.cue(i, until) && p.notBefore(i) {
		return
	}
	res.deadline = p.is(i, byC) || p.lang.byAfter && p.is(f.end, byC) || p.deadlinePhrase(f)
}

// notBefore reports whether "until" at token i says when something began: "it
// did not return until Friday".
func (p *parser) notBefore(i int) bool {
	for k := i - 1; k >= max(0, i-notBeforeTokens); k-- {
		if p.cue(k, negation) || p.cue(k, negationEnd) && (p.word(k-1) == "'" || p.word(k-1) == "’") {
			return true
		}
		if p.comma(k) {
			return false
		}
	}
	return false
}

const notBeforeTokens = 14

// deadlinePhrase knows the deadlines that take more than one word: "a deadline
// of Friday", "no later than Friday", "before Friday" in what is to come.
func (p *parser) deadlinePhrase(f *found) bool {
	i := f.start - 1
	switch {
	case p.cue(i, ofDay):
		return p.cue(i-1, deadlineNoun)
	case p.cue(i, than):
		return p.is(i-1, laterC)
	}
	return p.cue(i, beforeCue) && p.tense(f).ahead()
}
