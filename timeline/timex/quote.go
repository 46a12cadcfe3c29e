package timex

// quoteMarks open and close what somebody said.
var quoteMarks = map[string]string{"“": "”", "„": "“", "«": "»", "»": "«", "「": "」", "\"": "\"", "‚": "‘"}

// quoted returns the tokens of the quotation that token i stands in.
func (p *parser) quoted(i int) (from, to int, ok bool) {
	for k := 0; k < len(p.toks); k++ {
		end, opens := quoteMarks[p.word(k)]
		if !opens {
			continue
		}
		j := k + 1
		for j < len(p.toks) && p.word(j) != end && (end != "“" || p.word(j) != "”") {
			j++
		}
		if k < i && i < j {
			return k, j, true
		}
		k = j
	}
	return 0, 0, false
}

// saidOn is the day on which a quotation was said that expression i stands in:
// that of the expression outside of it, where the sentence has one that looks
// back. "Tomorrow we vote," she wrote in a letter of March 8.
func (p *parser) saidOn(i int, r *resolver) (day, bool) {
	if len(p.out) < 2 {
		return 0, false
	}
	from, to, ok := p.quoted(p.out[i].start)
	if !ok {
		return 0, false
	}
	best, least := day(0), -1
	for k := range p.out {
		g := &p.out[k]
		if g.start > from && g.start < to || g.m.weekday == 0 && g.m.day == 0 && g.m.offset == unset {
			continue
		}
		t := p.tense(g)
		if t.ahead() && !p.cue(g.start-1, ofCue) {
			continue
		}
		far := max(from-g.end, g.start-to)
		if at, ok := r.dayOf(g, t); ok && (least < 0 || far < least) {
			best, least = at, far
		}
	}
	return best, least >= 0
}

// fromQuote has a relative word of a quotation count from the day it was said.
func (r *resolver) fromQuote(p *parser, i int) (restore func()) {
	m := &p.out[i].m
	if m.kind != pointKind || m.offset == unset && (m.rel == unset || m.unit < dayUnit) || r.narrative {
		return nil
	}
	at, ok := p.saidOn(i, r)
	if !ok {
		return nil
	}
	dct, known := r.dct, r.known
	r.dct, r.known = at, true
	return func() { r.dct, r.known = dct, known }
}
