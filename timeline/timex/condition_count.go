package timex

// countable keeps the year in "1988 second-quarter" from being a count.
func countable(p *parser, i, j int) bool {
	for k := i; k < j; k++ {
		if t := &p.toks[k]; t.kind == numberToken && t.digits == 4 && t.num >= 1900 && t.num < 2100 && !p.cue(j-1, plural) {
			return false
		}
	}
	return true
}

func decadeUnit(p *parser, _, j int) bool {
	u, ok := p.sense(j-1, unitC)
	return ok && unit(u) >= decade && !p.cue(j-1, plural)
}

func pluralUnit(p *parser, i, j int) bool {
	if p.cue(i, unitOfOther) && !p.cue(i-1, toUnits) {
		return false // of a meeting, of business
	}
	return p.cue(j-1, plural) && !p.is(i, ordC) && !p.cue(i, unitNotAlone)
}

// aRate tells "500 Euro im Monat" from "im Jahr 2020".
func aRate(p *parser, _, j int) bool {
	if !p.cue(j-1, perUnit) {
		return false
	}
	return j >= len(p.toks) || p.toks[j].kind == markToken || !p.toks[j].upper && p.toks[j].kind == wordToken && !p.is(j, detC) && !p.cue(j, notRate)
}

// notWithin leaves "30日内" to be a term, and "延长15日" a length.
func notWithin(p *parser, i, j int) bool {
	return !p.cue(j, insideTerm) && !endsWithAny(p.text[:p.toks[i].start], p.lang.data.LengthenedBy)
}

// aSpan takes "3至7天" for a length, not "3月至7月".
func aSpan(p *parser, i, j int) bool {
	return !p.cue(j-1, yearSign) && !p.cue(j-1, monthSign) && !p.cue(j-1, daySign) && aCount(p, i, j)
}

// aCount keeps years and months from being counts, in languages that write all
// with the same signs: 2018年以前, 07年以后.
func aCount(p *parser, i, j int) bool {
	for k := i; k < j; k++ {
		t := &p.toks[k]
		if t.kind != numberToken {
			continue
		}
		if t.digits == 4 && t.num > 1000 && p.cue(k+1, yearSign) || t.digits == 2 && t.num < 10 && t.end-t.start == 2 {
			return false
		}
		if p.cue(k+1, monthSign) && !isOneOf(p.text[t.start:t.end], p.lang.data.CountOnly) {
			return false // a month by its number; so many months are 个月
		}
		return !p.cue(k-1, nthSign)
	}
	return true
}

// falling reports whether the units of a chain grow finer: 8天20小时, not 5日三天.
func falling(p *parser, i, j int) bool {
	last := unit(millennium + 1)
	for k := i; k < j; k++ {
		if v, ok := p.sense(k, unitC); ok {
			if unit(v) >= last {
				return false
			}
			last = unit(v)
		}
	}
	return aCount(p, i, j)
}

func isOneOf(w string, words []string) bool {
	for _, x := range words {
		if w == x {
			return true
		}
	}
	return false
}
