package timex

// Readers of languages that mark hours, days and months with signs behind the
// numbers.

// readSignClock reads 14:30, 五点, 9点20, 8点半, 20时1刻, 10点钟, 16时40分50秒.
func readSignClock(p *parser, i int) int {
	if i >= len(p.toks) {
		return 0
	}
	if p.toks[i].parts.shape == clockShape {
		p.clock(p.toks[i].parts)
		if p.cue(i+1, clockHour) || p.cue(i+1, minuteSign) {
			return 2
		}
		return 1
	}
	if !p.plainNumber(i, 2) || p.toks[i].num > 24 || !p.cue(i+1, hourSign) {
		return 0
	}
	p.push(hourSlot, p.toks[i].num)
	return 2 + p.signMinutes(i+2)
}

// signMinutes reads what follows the hour.
func (p *parser) signMinutes(i int) int {
	switch {
	case p.cue(i, halfPast):
		p.push(minuteSlot, 30)
		return 1
	case p.cue(i, sharp):
		return 1
	case p.cue(i, overHour):
		if p.cue(i+1, sharpEnd) {
			return 2
		}
		return 1
	}
	if !p.plainNumber(i, 2) || p.toks[i].num > 59 {
		return 0
	}
	n := p.toks[i].num
	switch {
	case p.cue(i+1, quarterSign):
		p.push(minuteSlot, 15*min(n, 3))
		return 2
	case p.cue(i+1, minuteSign):
		p.push(minuteSlot, n)
		if p.plainNumber(i+2, 2) && p.toks[i+2].num < 60 && p.cue(i+3, secondSign) {
			p.push(secondSlot, p.toks[i+2].num)
			return 4
		}
		return 2
	}
	if p.is(i+1, unitC) || p.cue(i+1, measure) {
		return 0
	}
	p.push(minuteSlot, n)
	return 1
}

// readLunarMonth reads 正月, 八月, 腊月.
func readLunarMonth(p *parser, i int) int {
	if m, ok := p.sense(i, lunarMonthC); ok {
		p.push(monthSlot, m)
		return 1
	}
	if p.numerals(i) && p.cue(i+1, monthSign) && p.toks[i].num >= 1 && p.toks[i].num <= 12 {
		p.push(monthSlot, p.toks[i].num)
		return 2
	}
	return 0
}

// numerals reports whether token i is a number in numerals of the language.
func (p *parser) numerals(i int) bool {
	return p.plainNumber(i, 2) && p.text[p.toks[i].start]-'0' > 9
}

// readLunarDay reads 初一 and, written in numerals and without the sign of a
// day, 十五: days of the Chinese calendar are named so.
func readLunarDay(p *parser, i int) int {
	n := 0
	if p.cue(i, lunarDayMark) {
		n = 1
	}
	if !p.numerals(i + n) {
		return 0
	}
	d := p.toks[i+n].num
	if n == 1 && (d < 1 || d > 10) || n == 0 && (d < 11 || d > 31) || p.cue(i+n+1, dayNumberSign) || p.is(i+n+1, unitC) {
		return 0
	}
	p.push(daySlot, d)
	return n + 1
}

// readDigitDay reads the 31 of "十月31": digits without the sign of a day, at
// the end of a phrase.
func readDigitDay(p *parser, i int) int {
	if !p.plainNumber(i, 2) || p.numerals(i) || p.toks[i].num < 1 || p.toks[i].num > 31 {
		return 0
	}
	if i+1 < len(p.toks) && p.toks[i+1].kind != markToken {
		return 0
	}
	p.push(daySlot, p.toks[i].num)
	return 1
}
