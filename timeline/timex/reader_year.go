package timex

// Years that are taken for years where nothing else says so.
const minYear, maxYear = 1000, 2199

// readYear reads a year of four digits, or in words.
func readYear(p *parser, i int) int {
	if p.plainNumber(i, 4) && !p.toks[i].suffix {
		if t := &p.toks[i]; t.digits == 4 && t.num >= minYear && t.num <= maxYear {
			p.push(yearSlot, t.num)
			return 1
		}
		return 0
	}
	return readSpelledYear(p, i)
}

// readAnyYear reads a year of three or four digits.
func readAnyYear(p *parser, i int) int {
	if p.plainNumber(i, 4) && p.toks[i].digits >= 3 && p.toks[i].num > 0 && !p.toks[i].suffix {
		p.push(yearSlot, p.toks[i].num)
		return 1
	}
	return 0
}

// readBigYear reads a year of one to four digits: before BC and AD.
func readBigYear(p *parser, i int) int {
	if p.plainNumber(i, 4) && p.toks[i].num > 0 && !p.toks[i].suffix {
		p.push(yearSlot, p.toks[i].num)
		return 1
	}
	return 0
}

// readSpelledYear reads "nineteen ninety-six", "two thousand four".
func readSpelledYear(p *parser, i int) int {
	c, ok := p.sense(i, numC)
	if !ok {
		return 0
	}
	if s, ok := p.sense(i+1, scaleC); ok && s == 1000 && c == 2 {
		n, v := p.tens(i + 2)
		if p.is(i+2, andC) {
			if n, v = p.tens(i + 3); n > 0 {
				n++
			}
		}
		p.push(yearSlot, 2000+v)
		return 2 + n
	}
	if c < 13 || c > 20 {
		return 0
	}
	n, v := p.tens(i + 1)
	if n == 0 || v < 10 {
		return 0
	}
	p.push(yearSlot, c*100+v)
	return 1 + n
}

// tens reads a number below 100 in words.
func (p *parser) tens(i int) (n, v int) {
	v, ok := p.sense(i, numC)
	if !ok || v > 99 {
		return 0, 0
	}
	if v < 20 || v%10 != 0 {
		return 1, v
	}
	j := i + 1
	if p.word(j) == "-" {
		j++
	}
	if w, ok := p.sense(j, numC); ok && w < 10 && w > 0 {
		return j - i + 1, v + w
	}
	return 1, v
}

// readShortYear reads '98.
func readShortYear(p *parser, i int) int {
	if w := p.word(i); w != "'" && w != "’" && w != "‘" {
		return 0
	}
	if p.plainNumber(i+1, 2) && p.toks[i+1].digits == 2 && !p.toks[i+1].space && !p.toks[i+1].suffix {
		p.push(yearSlot, p.fullYear(p.toks[i+1].num))
		return 2
	}
	return 0
}

// fullYear completes a year of two digits: up to ten years after publication,
// else the century before.
func (p *parser) fullYear(yy int) int {
	now := 2020
	if p.opt.DCT.Known() {
		now = p.opt.DCT.Time.Year()
	}
	y := now/100*100 + yy
	if y > now+10 {
		y -= 100
	}
	return y
}

// readDecade reads 1990s, 90s and '90s.
func readDecade(p *parser, i int) int {
	n := 0
	if w := p.word(i); w == "'" || w == "’" || w == "‘" {
		n = 1
	}
	if i+n >= len(p.toks) {
		return 0
	}
	t := &p.toks[i+n]
	if t.kind != numberToken || !t.suffix || t.num%10 != 0 || t.digits != 4 && t.digits != 2 {
		if s := p.word(i + n + 1); t.kind != numberToken || t.num%10 != 0 || t.digits != 4 && t.digits != 2 ||
			(s != "'" && s != "’") || !isOneOf(p.word(i+n+2), p.lang.data.DecadeSuffix) || p.toks[i+n+1].space || p.toks[i+n+2].space {
			return 0
		}
		p.push(decadeSlot, t.num)
		return n + 3
	}
	if !t.decade {
		return 0
	}
	p.push(decadeSlot, t.num)
	return n + 1
}

// readYearPair reads 2007/08 as the season that begins in the first year.
func readYearPair(p *parser, i int) int {
	if i >= len(p.toks) {
		return 0
	}
	n := p.toks[i].parts
	if n.shape != pairShape || n.a < minYear || n.a > maxYear || n.b%100 != (n.a+1)%100 {
		return 0
	}
	p.push(yearSlot, n.a)
	return 1
}

// readTwoDigitYear reads the 08 of "08年": a count of years does not begin with
// a zero, and few are so long as 80.
func readTwoDigitYear(p *parser, i int) int {
	if !p.plainNumber(i, 2) || p.toks[i].digits != 2 {
		return 0
	}
	dated := p.cue(i+1, yearSign) && (p.cue(i+2, nthSign) || p.plainNumber(i+2, 2) && p.cue(i+3, monthSign))
	if n := p.toks[i].num; n < 10 || n >= 78 || dated {
		p.push(yearSlot, p.fullYear(n))
		return 1
	}
	return 0
}

// readPlainDecade reads the 90 or 1990 of "90年代".
func readPlainDecade(p *parser, i int) int {
	if p.plainNumber(i, 4) && p.toks[i].num%10 == 0 && (p.toks[i].digits == 2 || p.toks[i].digits == 4) {
		p.push(decadeSlot, p.toks[i].num)
		return 1
	}
	return 0
}

// readYearMonth reads 2021-09 and 2021.09.
func readYearMonth(p *parser, i int) int {
	if i >= len(p.toks) {
		return 0
	}
	n := p.toks[i].parts
	if n.shape != pairShape || n.a < 1900 || n.a > maxYear || n.b < 1 || n.b > 12 {
		return 0
	}
	p.push(yearSlot, n.a)
	p.push(monthSlot, n.b)
	return 1
}

// readYearOfTwo reads the 12 of "19-Nov-12".
func readYearOfTwo(p *parser, i int) int {
	if !p.plainNumber(i, 2) || p.toks[i].digits != 2 || p.toks[i].suffix {
		return 0
	}
	p.push(yearSlot, p.fullYear(p.toks[i].num))
	return 1
}
