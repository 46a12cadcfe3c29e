package timex

import "strings"

// readers are what patterns call by name in pointed brackets.
var readers map[string]reader

func init() { // the map would refer to itself through the pattern compiler
	readers = map[string]reader{
		"<num>": readNumber, "<int>": readInt, "<day>": readDay, "<year>": readYear, "<anyyear>": readAnyYear, "<yy>": readShortYear,
		"<date>": readDate, "<clock>": readClock, "<hour>": readHour, "<min>": readMinute, "<decade>": readDecade,
		"<monthnum>": readMonthNumber, "<ord>": readOrdinal, "<dotclock>": readDotClock, "<daymonth>": readDayMonth,
		"<yearpair>": readYearPair, "<bigyear>": readBigYear, "<spelled>": readSpelledYear,
		"<one>": readOne, "<clockzh>": readChineseClock, "<lday>": readLunarDay, "<lmonth>": readLunarMonth, "<digitday>": readDigitDay, "<adj>": readGermanAdjective, "<epithet>": readEpithet, "<digits>": readMinuteDigits, "<yy2>": readTwoDigitYear, "<nth>": readNth, "<decade2>": readPlainDecade,
	}
}

func (p *parser) push(s slot, v int) { p.caps = append(p.caps, capture{slot: s, val: v}) }

func (p *parser) pushNumber(f float64) { p.caps = append(p.caps, capture{slot: numSlot, num: f}) }

// plainNumber tells whether token i is an integer of at most so many digits.
func (p *parser) plainNumber(i, digits int) bool {
	if i >= len(p.toks) {
		return false
	}
	t := &p.toks[i]
	return t.kind == numberToken && t.digits <= digits && t.parts.shape == noShape && t.frac == 0
}

// readNumber reads a count in digits or words: 5, twenty-three, a couple of,
// two and a half, several.
func readNumber(p *parser, i int) int {
	if i >= len(p.toks) {
		return 0
	}
	t := &p.toks[i]
	if t.kind == numberToken {
		if t.parts.shape != noShape && t.parts.shape != dotShape && t.parts.shape != dayShape || t.suffix {
			return 0
		}
		n := 1
		v := float64(t.num) + t.frac
		if s, ok := p.sense(i+1, scaleC); ok && s >= 1000 {
			v, n = v*float64(s), 2
		}
		k, f := p.andHalf(i + n)
		p.pushNumber(v + f)
		return n + k
	}
	n := 0
	if p.is(i, detC) && (p.is(i+1, vagueC) || p.is(i+1, coupleC)) {
		n = 1 // a few, a couple
	}
	if v, ok := p.sense(i+n, vagueC); ok {
		p.pushNumber(float64(v))
		return n + 1
	}
	if v, ok := p.sense(i+n, coupleC); ok {
		p.pushNumber(float64(v))
		if p.is(i+n+1, ofC) {
			n++
		}
		return n + 1
	}
	return p.wordNumber(i)
}

// wordNumber reads a number in words.
func (p *parser) wordNumber(i int) int {
	start, total, part, seen := i, 0, 0, false
	for i < len(p.toks) {
		e := p.toks[i].entry
		if v, ok := e.sense(numC); ok && (part == 0 || part%10 == 0 && v < 10 && part%100 != 10 || part%100 == 0) {
			part, seen = part+v, true
			i++
		} else if v, ok := e.sense(scaleC); ok && seen {
			if v == 100 {
				part *= 100
			} else {
				total, part = total+part*v, 0
			}
			i++
		} else if seen && i+1 < len(p.toks) && p.word(i) == "-" && p.is(i+1, numC) && part%10 == 0 && part > 0 {
			i++
		} else {
			break
		}
	}
	if !seen {
		return p.onlyHalf(i)
	}
	k, f := p.andHalf(i)
	p.pushNumber(float64(total+part) + f)
	return i - start + k
}

// andHalf reads "and a half" after a number.
func (p *parser) andHalf(i int) (n int, f float64) {
	if !p.is(i, andC) {
		return 0, 0
	}
	j := i + 1
	if p.is(j, detC) || p.is(j, numC) {
		j++
	}
	if v, ok := p.sense(j, halfC); ok {
		return j - i + 1, float64(v) / 10
	}
	return 0, 0
}

// onlyHalf reads "half a" and numbers that hold a half ("eineinhalb").
func (p *parser) onlyHalf(i int) int {
	v, ok := p.sense(i, halfC)
	if !ok {
		return 0
	}
	p.pushNumber(float64(v) / 10)
	if p.is(i+1, detC) && v == 5 {
		return 2
	}
	return 1
}

func (p *parser) sense(i int, c class) (int, bool) {
	if i < 0 || i >= len(p.toks) {
		return 0, false
	}
	return p.toks[i].entry.sense(c)
}

// readInt reads an integer in digits as a count.
func readInt(p *parser, i int) int {
	if !p.plainNumber(i, 6) || p.toks[i].suffix {
		return 0
	}
	p.pushNumber(float64(p.toks[i].num))
	return 1
}

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

// readOrdinal reads third, 3rd, "3."; twenty-first.
func readOrdinal(p *parser, i int) int {
	if i >= len(p.toks) {
		return 0
	}
	t := &p.toks[i]
	if p.plainNumber(i, 3) && (t.suffix || p.lang.dotOrdinal && p.glued(i+1, ".")) {
		p.push(ordSlot, t.num)
		if t.suffix {
			return 1
		}
		return 2
	}
	if v, ok := t.entry.sense(ordC); ok {
		p.push(ordSlot, v)
		return 1
	}
	if v, ok := t.entry.sense(numC); ok && v >= 20 && v%10 == 0 && p.word(i+1) == "-" {
		if w, ok := p.sense(i+2, ordC); ok && w < 10 {
			p.push(ordSlot, v+w)
			return 3
		}
	}
	return 0
}

func (p *parser) glued(i int, mark string) bool {
	return i < len(p.toks) && !p.toks[i].space && p.word(i) == mark
}

// readMonthNumber reads 1 to 12.
func readMonthNumber(p *parser, i int) int {
	if p.plainNumber(i, 2) && p.toks[i].num >= 1 && p.toks[i].num <= 12 && !p.toks[i].suffix {
		p.push(monthSlot, p.toks[i].num)
		return 1
	}
	return 0
}

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
			(s != "'" && s != "’") || p.word(i+n+2) != "s" || p.toks[i+n+1].space || p.toks[i+n+2].space {
			return 0
		}
		p.push(decadeSlot, t.num)
		return n + 3
	}
	if s := p.text[t.end-1]; s != 's' && s != 'r' {
		return 0
	}
	p.push(decadeSlot, t.num)
	return n + 1
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

// monthFirst tells whether 3/4 is the fourth of March: in English with strokes
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

// readTwoDigitYear reads the 08 of "08年": a count of years does not begin with
// a zero, and few are so long as 80.
func readTwoDigitYear(p *parser, i int) int {
	if !p.plainNumber(i, 2) || p.toks[i].digits != 2 {
		return 0
	}
	next := p.word(i + 2)
	dated := p.word(i+1) == "年" && (next == "第" || p.plainNumber(i+2, 2) && p.word(i+3) == "月")
	if n := p.toks[i].num; n < 10 || n >= 78 || dated {
		p.push(yearSlot, p.fullYear(n))
		return 1
	}
	return 0
}

// readNth reads a number as an ordinal.
func readNth(p *parser, i int) int {
	if p.plainNumber(i, 2) && p.toks[i].num > 0 {
		p.push(ordSlot, p.toks[i].num)
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

func hasSuffix(w string, endings []string) bool {
	for _, x := range endings {
		if strings.HasSuffix(w, x) {
			return true
		}
	}
	return false
}

// readOne reads the number one as a count.
func readOne(p *parser, i int) int {
	if !p.plainNumber(i, 1) || p.toks[i].num != 1 {
		return 0
	}
	p.pushNumber(1)
	return 1
}
