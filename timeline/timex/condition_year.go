package timex

// Years that a number alone may be where nothing else says so.
const leastYear, mostYear = 1400, 2100

// aYear reports whether four digits alone are a year.
func aYear(p *parser, i, j int) bool {
	t := &p.toks[i]
	if t.kind != numberToken {
		return j-i > 1
	}
	switch {
	case p.cue(i-1, notYearAfter):
		return false
	case p.cue(i-1, yearAfter):
		return t.num >= minYear && t.num <= maxYear && !p.counts(j)
	case p.inNumber(i):
		return false
	}
	return t.num >= leastYear && t.num <= mostYear && !p.counts(j)
}

// inNumber reports whether digits are the end of a number with marks in it:
// "B-1987", "12,1987".
func (p *parser) inNumber(i int) bool {
	switch p.word(i - 1) {
	case "-", "–", ".", ",", "/":
		return !p.toks[i].space && p.toks[i-1].start > 0 && i > 1 && !p.toks[i-1].space
	}
	return false
}

// aYearAmongNouns is aYear where nouns have a capital, so that one behind the
// digits is what they count.
func aYearAmongNouns(p *parser, i, j int) bool {
	t := &p.toks[i]
	if t.kind != numberToken {
		return false
	}
	next := j < len(p.toks) && p.toks[j].kind == wordToken && p.toks[j].upper
	switch {
	case p.word(i-1) == "." && p.cue(i-2, numberShort), p.cue(i-1, notYearAfter), p.inNumber(i):
		return false
	case p.cue(i-1, yearAfter):
		return true
	case p.cue(i-1, yearIn):
		return !next || !p.counts(j)
	}
	return t.num >= leastYear && t.num <= mostYear && !next && !p.counts(j)
}

// counts reports whether token j makes a count of the number before it.
func (p *parser) counts(j int) bool { return p.cue(j, counted) || p.is(j, unitC) }

// noQuote tells the apostrophe of '98 from a quotation mark.
func noQuote(p *parser, i, j int) bool {
	return p.word(i-1) != "'" && p.word(i-1) != "‘" && (j >= len(p.toks) || p.toks[j].kind == markToken || !p.toks[j].upper)
}

// decadeAlone takes "in den 90ern" but not "die 90er Marke".
func decadeAlone(p *parser, _, j int) bool {
	t := &p.toks[j-1]
	return t.kind == numberToken && endsWithAny(p.text[t.start:t.end], p.lang.data.DecadeAlone)
}

// aMonth reports whether "May", "March" and abbreviations alone are months:
// after a preposition, or with no other reading.
func aMonth(p *parser, i, j int) bool {
	if !aMonthOrName(p, i, j) {
		return false // June Carter
	}
	short := p.cue(i, monthShort)
	if !p.cue(i, monthOrWord) && (!short || j-i == 1 && p.word(j) == "." && !p.toks[j].space) {
		return true
	}
	if j < len(p.toks) && p.toks[j].upper && len(p.word(i)) < 4 {
		return false // Jan Novak
	}
	return p.cue(i-1, toMonth)
}

// aMonthOrName tells the month from the given name in "August Horch".
func aMonthOrName(p *parser, i, j int) bool {
	if j+1 < len(p.toks) && p.word(j) == "-" && !p.toks[j].space && !p.toks[j+1].space && p.toks[j+1].upper {
		return false // Mai-Verlag
	}
	if j-i > 1 || j >= len(p.toks) || !p.toks[j].upper || p.toks[j].entry.known() || !p.cue(i, monthOrName) {
		return true
	}
	return p.cue(i-1, toMonthName)
}

func aSeason(p *parser, i, j int) bool {
	if !p.cue(j-1, seasonOrWord) {
		return true
	}
	return p.cue(i-1, toSeason) || p.cue(i-1, definite) && !p.cue(i-2, notSeasonBefore) || p.is(i, modC)
}
