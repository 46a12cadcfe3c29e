package timex

// readDay reads a day of the month: 3, 3rd, third; "3." where the language
// writes ordinals so.
func readDay(p *parser, i int) int {
	if i >= len(p.toks) {
		return 0
	}
	if p.plainNumber(i, 2) && p.toks[i].num >= 1 && p.toks[i].num <= 31 {
		p.push(daySlot, p.toks[i].num)
		if p.lang.dotOrdinal && p.glued(i+1, ".") {
			return 2
		}
		return 1
	}
	if v, ok := p.sense(i, ordC); ok && v >= 1 && v <= 31 {
		p.push(daySlot, v)
		return 1
	}
	// twenty-third
	if v, ok := p.sense(i, numC); ok && (v == 20 || v == 30) && p.word(i+1) == "-" {
		if w, ok := p.sense(i+2, ordC); ok && w < 10 && v+w <= 31 {
			p.push(daySlot, v+w)
			return 3
		}
	}
	return 0
}

// readMonthNumber reads 1 to 12.
func readMonthNumber(p *parser, i int) int {
	if p.plainNumber(i, 2) && p.toks[i].num >= 1 && p.toks[i].num <= 12 && !p.toks[i].suffix {
		p.push(monthSlot, p.toks[i].num)
		return 1
	}
	return 0
}

// readDate reads a date in digits, in the order that the language and the
// outlet have.
func readDate(p *parser, i int) int {
	if i >= len(p.toks) {
		return 0
	}
	n := p.toks[i].parts
	y, m, d := 0, 0, 0
	switch n.shape {
	case noShape: // 20200828
		t := &p.toks[i]
		if t.digits != 8 || t.kind != numberToken || t.suffix || t.num < minYear*10000 || t.num > maxYear*10000 {
			return 0
		}
		if y, m, d = t.num/10000, t.num/100%100, t.num%100; m == 0 || d == 0 {
			return 0
		}
	case isoShape:
		y, m, d = n.a, n.b, n.c
	case threeShape:
		d, m, y = n.a, n.b, n.c
		if p.monthFirst(n.sep) && n.a <= 12 || m > 12 {
			d, m = m, d
		}
		if y < 100 {
			y = p.fullYear(y)
		}
	default:
		return 0
	}
	if m > 12 || d > monthDays(y, m) {
		return 0
	}
	p.push(yearSlot, y)
	p.push(monthSlot, m)
	p.push(daySlot, d)
	return 1
}

// monthFirst reports whether 3/4 is the fourth of March: in English with strokes
// or dashes, unless the outlet is known to write otherwise.
func (p *parser) monthFirst(sep byte) bool {
	return p.lang.monthFirst && sep != '.' && !p.opt.DayFirst
}

// readDayMonth reads 3/4 and 3.4. as day and month.
func readDayMonth(p *parser, i int) int {
	if i >= len(p.toks) {
		return 0
	}
	n := p.toks[i].parts
	if n.shape != pairShape && n.shape != dotShape && n.shape != dayShape {
		return 0
	}
	d, m := n.a, n.b
	if p.monthFirst(n.sep) && n.a <= 12 || m > 12 {
		d, m = m, d
	}
	if d < 1 || d > 31 || m < 1 || m > 12 {
		return 0
	}
	p.push(monthSlot, m)
	p.push(daySlot, d)
	return 1
}

// readClock reads 14:30 and 14:30:05.
func readClock(p *parser, i int) int {
	if i >= len(p.toks) || p.toks[i].parts.shape != clockShape {
		return 0
	}
	return p.clock(p.toks[i].parts)
}

// readDotClock reads 14.30.
func readDotClock(p *parser, i int) int {
	if i >= len(p.toks) || p.toks[i].parts.shape != dotShape || p.toks[i].parts.a > 24 {
		return 0
	}
	return p.clock(p.toks[i].parts)
}

func (p *parser) clock(n numeric) int {
	p.push(hourSlot, n.a)
	p.push(minuteSlot, n.b)
	if n.c >= 0 {
		p.push(secondSlot, n.c)
	}
	return 1
}

// readHour reads 0 to 24, in digits or words.
func readHour(p *parser, i int) int {
	if p.plainNumber(i, 2) && p.toks[i].num <= 24 && !p.toks[i].suffix {
		p.push(hourSlot, p.toks[i].num)
		return 1
	}
	if v, ok := p.sense(i, numC); ok && v <= 24 {
		p.push(hourSlot, v)
		return 1
	}
	return 0
}

// readMinute reads 0 to 59.
func readMinute(p *parser, i int) int {
	if p.plainNumber(i, 2) && p.toks[i].num < 60 && !p.toks[i].suffix {
		p.push(minuteSlot, p.toks[i].num)
		return 1
	}
	if n, v := p.tens(i); n > 0 && v < 60 {
		p.push(minuteSlot, v)
		return n
	}
	return 0
}

// readMinuteDigits reads 00 to 59 in two digits.
func readMinuteDigits(p *parser, i int) int {
	if p.plainNumber(i, 2) && p.toks[i].digits == 2 && p.toks[i].num < 60 && !p.toks[i].suffix {
		p.push(minuteSlot, p.toks[i].num)
		return 1
	}
	return 0
}

// readMilitary reads the 1900 of "1900 GMT".
func readMilitary(p *parser, i int) int {
	if !p.plainNumber(i, 4) || p.toks[i].digits != 4 || p.toks[i].num/100 > 23 || p.toks[i].num%100 > 59 {
		return 0
	}
	p.push(hourSlot, p.toks[i].num/100)
	p.push(minuteSlot, p.toks[i].num%100)
	return 1
}
