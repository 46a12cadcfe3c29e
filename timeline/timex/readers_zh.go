package timex

// readChineseClock reads 14:30, 五点, 9点20, 8点半, 20时1刻, 10点钟, 16时40分50秒.
func readChineseClock(p *parser, i int) int {
	if i >= len(p.toks) {
		return 0
	}
	if p.toks[i].parts.shape == clockShape {
		p.clock(p.toks[i].parts)
		if w := p.word(i + 1); w == "时" || w == "時" || w == "分" {
			return 2
		}
		return 1
	}
	if !p.plainNumber(i, 2) || p.toks[i].num > 24 {
		return 0
	}
	switch p.word(i + 1) {
	case "时", "時", "点", "點", "点钟", "點鐘":
	default:
		return 0
	}
	p.push(hourSlot, p.toks[i].num)
	return 2 + p.chineseMinutes(i+2)
}

// chineseMinutes reads what follows the hour.
func (p *parser) chineseMinutes(i int) int {
	switch p.word(i) {
	case "半":
		p.push(minuteSlot, 30)
		return 1
	case "整", "钟", "鐘", "钟整":
		return 1
	case "多":
		if p.word(i+1) == "钟" {
			return 2
		}
		return 1
	case "一刻":
		p.push(minuteSlot, 15)
		return 1
	}
	if !p.plainNumber(i, 2) || p.toks[i].num > 59 {
		return 0
	}
	n := p.toks[i].num
	switch p.word(i + 1) {
	case "刻":
		p.push(minuteSlot, 15*min(n, 3))
		return 2
	case "分":
		p.push(minuteSlot, n)
		if p.plainNumber(i+2, 2) && p.toks[i+2].num < 60 && p.word(i+3) == "秒" {
			p.push(secondSlot, p.toks[i+2].num)
			return 4
		}
		return 2
	}
	if p.is(i+1, unitC) || p.word(i+1) == "个" {
		return 0
	}
	p.push(minuteSlot, n)
	return 1
}

// readLunarMonth reads 正月, 八月, 腊月.
func readLunarMonth(p *parser, i int) int {
	switch p.word(i) {
	case "正月":
		p.push(monthSlot, 1)
		return 1
	case "冬月":
		p.push(monthSlot, 11)
		return 1
	case "腊月":
		p.push(monthSlot, 12)
		return 1
	}
	if p.numerals(i) && p.word(i+1) == "月" && p.toks[i].num >= 1 && p.toks[i].num <= 12 {
		p.push(monthSlot, p.toks[i].num)
		return 2
	}
	return 0
}

// numerals tells whether token i is a number in Chinese numerals.
func (p *parser) numerals(i int) bool {
	return p.plainNumber(i, 2) && p.text[p.toks[i].start]-'0' > 9
}

// readLunarDay reads 初一 and, written in numerals and without the sign of a
// day, 十五: days of the Chinese calendar are named so.
func readLunarDay(p *parser, i int) int {
	n := 0
	if p.word(i) == "初" {
		n = 1
	}
	if !p.numerals(i + n) {
		return 0
	}
	d := p.toks[i+n].num
	next := p.word(i + n + 1)
	if n == 1 && (d < 1 || d > 10) || n == 0 && (d < 11 || d > 30) || next == "日" || next == "号" || p.is(i+n+1, unitC) {
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
