package timex

// emit turns the captures of the best match into one found expression, or one
// for each pair of brackets.
func (p *parser) emit(r *rule, start, end int) {
	first := len(p.out)
	f := p.begin(r, start, end)
	open := true // f is in brackets, or there are none
	for _, c := range p.best {
		switch c.slot {
		case openSlot:
			f.start, open = c.val, true
		case closeSlot:
			f.end = min(c.val, end)
			f, open = p.begin(r, start, end), false
		default:
			p.lang.fill(&f.m, c)
		}
	}
	if !open {
		p.out = p.out[:len(p.out)-1]
	}
	p.share(p.out[first:])
}

// begin adds an expression that is still to be filled.
func (p *parser) begin(r *rule, start, end int) *found {
	p.out = append(p.out, found{start: start, end: end, rule: r, m: newMeaning(r.kind)})
	return &p.out[len(p.out)-1]
}

// share lets the expressions of one match complete one another.
func (p *parser) share(fs []found) {
	for i := range fs {
		fs[i].part, fs[i].of = i, len(fs)
		for _, set := range fs[i].rule.set {
			set(&fs[i].m)
		}
	}
	var own [2]bool
	for i := range min(len(fs), 2) {
		own[i] = fs[i].m.year != 0
	}
	for i := len(fs) - 2; i >= 0; i-- {
		fs[i].m.inherit(&fs[i+1].m)
	}
	for i := 1; i < len(fs); i++ {
		fs[i].m.inherit(&fs[i-1].m)
	}
	if len(fs) == 2 {
		b := &fs[1].m
		b.later = b.weekday != 0 && b.day == 0 && fs[0].m.weekday != 0
		turnOfYear(&fs[0].m, &fs[1].m, own)
	}
}

// turnOfYear puts a year between the ends of a range from October to March.
func turnOfYear(a, b *meaning, own [2]bool) {
	if a.month == 0 || b.month == 0 || a.month <= b.month {
		return
	}
	switch {
	case own[0] && own[1]:
	case own[1]:
		a.year--
	case own[0]:
		b.year++
	default:
		b.later = true
	}
}
