package timex

import "strings"

// namesAct reports whether a date stands in the name of something done, "the
// order of August 14", "8月14日的行政令": it is past, whatever the clause around
// it looks to.
func (p *parser) namesAct(f *found) bool {
	if f.m.weekday != 0 && p.apostrophe(f.end) {
		return p.cue(f.end+2, act) && !p.isAppointment(f.end+2) // Wednesday's ruling
	}
	if f.m.day == 0 || f.m.month == 0 || f.m.year != 0 {
		return false
	}
	d := p.lang.data
	for _, link := range d.ActLink {
		rest, ok := strings.CutPrefix(p.text[p.toks[f.end-1].end:p.toks[len(p.toks)-1].end], link)
		if ok && hasAnyPrefix(rest, d.Act) {
			return true
		}
	}
	i := f.start - 1
	if p.is(i, detC) {
		i--
	}
	return p.cue(i, actOf) && p.cue(i-1, act)
}
