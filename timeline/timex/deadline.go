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
	res.deadline = p.is(i, byC) || p.lang.byAfter && p.is(f.end, byC) || p.lang.byPhrase != nil && p.lang.byPhrase(p, f)
}

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
