package timex

import "strings"

// notWithin leaves "30日内" to be a term, and "延长15日" a length.
func notWithin(p *parser, i, j int) bool {
	return !isWord(p.word(j), "内", "內", "以内", "之内") && !endsWithAny(p.text[:p.toks[i].start], lengthened)
}

// lengthened stand right before by how much something is made longer.
var lengthened = []string{"延长", "延長", "延期", "推迟", "推遲", "顺延", "延长了", "推迟了"}

func endsWithAny(s string, endings []string) bool {
	for _, x := range endings {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}

// chineseSpan takes "3至7天" for a length, not "3月至7月".
func chineseSpan(p *parser, i, j int) bool {
	return !isWord(p.word(j-1), "年", "月", "日") && chineseCount(p, i, j)
}

// chineseCount keeps years from being counts: 2018年以前, 07年以后.
func chineseCount(p *parser, i, j int) bool {
	for k := i; k < j; k++ {
		t := &p.toks[k]
		if t.kind != numberToken {
			continue
		}
		if t.digits == 4 && t.num > 1000 && p.word(k+1) == "年" || t.digits == 2 && t.num < 10 && t.end-t.start == 2 {
			return false
		}
		if p.word(k+1) == "月" && p.text[t.start:t.end] != "仨" {
			return false // a month by its number; so many months are 个月
		}
		return p.word(k-1) != "第"
	}
	return true
}

// falling tells whether the units of a chain grow finer: 8天20小时, not 5日三天.
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
	return chineseCount(p, i, j)
}

// yearPart and monthPart tell whether a part stands for one of the year or the
// month without its name.
func yearPart(p *parser, i, _ int) bool {
	return isWord(p.word(i), "年初", "年中", "年底", "年末")
}

func monthPart(p *parser, i, _ int) bool {
	return isWord(p.word(i), "月初", "月底", "月末", "月中", "上旬", "中旬", "下旬")
}

// twoSigns refuses words of one sign, which other words hold.
func twoSigns(p *parser, i, _ int) bool { return p.toks[i].end-p.toks[i].start > 3 }

// clockAlone keeps "三点" (three points) from being an hour unless more of a
// clock time stands by it.
func clockAlone(p *parser, i, j int) bool {
	if p.toks[i].parts.shape == clockShape || j-i > 2 {
		return true
	}
	w := p.word(j - 1)
	return w == "时" || w == "時" || p.toks[i].num > 4 || p.toks[i].num == 0
}

// notAnAmount keeps "2021.09元" from being a month.
func notAnAmount(p *parser, _, j int) bool {
	return j >= len(p.toks) || p.toks[j].kind == markToken || p.is(j, rangeC)
}
