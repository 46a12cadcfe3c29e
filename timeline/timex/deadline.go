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
	for n := 0; n < 2 && (p.is(i, detC) || isWord(p.word(i), "am", "zum", "zur", "im", "on")); n++ {
		i--
	}
	switch {
	case p.is(i, byC), p.lang.byAfter && p.is(f.end, byC):
	case isWord(p.word(i), "of") && isWord(p.word(i-1), "deadline"):
	case isWord(p.word(i), "than") && isWord(p.word(i-1), "later"):
	case isWord(p.word(i), "before") && p.tense(f) == futureTense:
	default:
		return
	}
	res.deadline = true
}
