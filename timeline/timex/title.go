package timex

import (
	"strings"
	"unicode/utf8"
)

// dropTitles leaves out what stands in the name of a law or work: 《2019年…条例》.
func (p *parser) dropTitles() {
	marks := p.lang.data.Titles
	if len(marks) < 2 || len(p.toks) == 0 || len(p.out) == 0 {
		return
	}
	kept := p.out[:0]
	for _, f := range p.out {
		before := p.text[p.toks[0].start:p.toks[f.start].start]
		if strings.LastIndex(before, marks[0]) <= strings.LastIndex(before, marks[1]) {
			kept = append(kept, f)
		}
	}
	p.out = kept
}

// longestName is how many characters a quoted name has at most: “空军一号”.
const longestName = 8

// dropNames leaves out a bare day of the month that ends a quoted name: the number
// of a craft, “空军一号”, and no day.
func (p *parser) dropNames() {
	kept := p.out[:0]
	for _, f := range p.out {
		bare := f.m.kind == pointKind && f.m.day != 0 && f.m.month == 0 && f.m.year == 0 && f.m.weekday == 0
		if !bare || !p.endsName(f) {
			kept = append(kept, f)
		}
	}
	p.out = kept
}

// endsName reports whether an expression stands at the end of a quotation of a few
// characters that does not begin with it.
func (p *parser) endsName(f found) bool {
	before, behind := p.text[p.toks[0].start:p.toks[f.start].start], p.text[p.toks[f.end-1].end:]
	closing, _ := utf8.DecodeRuneInString(behind)
	opening := map[rune]string{'”': "“", '」': "「", '»': "«", '"': `"`}[closing]
	at := strings.LastIndex(before, opening)
	if opening == "" || at < 0 {
		return false
	}
	name := before[at+len(opening):]
	return name != "" && !strings.ContainsAny(name, "，。,;:：") && utf8.RuneCountInString(name) < longestName
}
