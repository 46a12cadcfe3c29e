package timex

// gloss gives a relative day the date that stands in brackets behind it: "on
// Friday (2 May)", "今天（1月17日）" name their day themselves, whenever the text
// was printed.
func (p *parser) gloss(i int, r *resolver) {
	f := &p.out[i]
	if i+1 >= len(p.out) || f.m.kind != pointKind || f.m.month != 0 || f.m.year != 0 || f.m.weekday == 0 && f.m.offset == unset && f.m.rel == unset {
		return
	}
	g := &p.out[i+1]
	if g.start != f.end+1 || p.word(f.end) != "(" && p.word(f.end) != "（" || g.m.month == 0 || g.m.day == 0 {
		return
	}
	at, ok := r.dayOf(g, p.tense(g))
	if !ok {
		return
	}
	f.m.year, f.m.month, f.m.day = at.date()
	f.m.weekday, f.m.offset, f.m.rel, f.m.unit = 0, unset, unset, noUnit
}

// dayOf is the day that an expression names, looked up ahead of its turn.
func (r *resolver) dayOf(f *found, t tense) (day, bool) {
	m := f.m
	if m.kind != pointKind {
		return 0, false
	}
	at := r.point(&m, t)
	return at.first, at.ok && at.unit <= dayUnit
}
