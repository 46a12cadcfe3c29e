package timex

import "strings"

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
