package timex

// chineseTense looks for 将, 拟, 预计 and their kind near the expression, first
// behind it, and for the signs of the past.
func chineseTense(p *parser, f *found) tense {
	for d := 1; d < farTokens; d++ {
		if i := f.end - 1 + d; i < len(p.toks) {
			if e := p.toks[i].entry; e != nil && e.tense != noTense {
				return e.tense
			}
		}
		if i := f.start - d; i >= 0 && d < nearTokens {
			if e := p.toks[i].entry; e != nil && e.tense == futureTense {
				return e.tense
			}
		}
	}
	return noTense
}

// How far a sign of tense may stand behind and before an expression.
const farTokens, nearTokens = 40, 12
