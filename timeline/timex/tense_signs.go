package timex

// tenseBySigns looks for words such as 将, 拟, 预计 near the expression, first
// behind it, and for the signs of the past. A comma ends the search once some
// words were seen: an expression at the head of a sentence has one right behind
// it.
func tenseBySigns(p *parser, f *found) tense {
	ahead, behind := true, true
	for d := 1; d < farTokens && (ahead || behind); d++ {
		if i := f.end - 1 + d; ahead && i < len(p.toks) {
			if t := p.tenseOf(i); t != noTense {
				return t
			}
			ahead = !p.comma(i) || d < headTokens && f.start <= headTokens
		}
		if i := f.start - d; behind && i >= 0 && d < nearTokens {
			if t := p.tenseOf(i); t == futureTense {
				return t
			}
			behind = !p.comma(i)
		}
	}
	return noTense
}

func (p *parser) comma(i int) bool {
	w := p.word(i)
	return w == "，" || w == "；" || w == ","
}

// How far a sign of tense may stand behind and before an expression, and how
// soon behind it a comma may be passed over.
const farTokens, nearTokens, headTokens = 40, 12, 4
