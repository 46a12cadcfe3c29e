package timex

// tenseBySigns looks for words such as 将, 拟, 预计 near the expression, first
// behind it, for verbs that news narrate (签署), for such that tell of what is
// scheduled (生效), and for the signs of the past. A comma ends the search once some
// words were seen: an expression at the head of a sentence has one right behind
// it.
func tenseBySigns(p *parser, f *found) tense {
	for i := f.start - 1; i >= max(0, f.start-besideTokens); i-- {
		if t := p.sign(f, i); t.ahead() {
			return t // "将于周五辞职"
		}
	}
	ahead, behind := true, true
	for d := 1; d < farTokens && (ahead || behind); d++ {
		if i := f.end - 1 + d; ahead && i < len(p.toks) {
			if t := p.sign(f, i); t != noTense {
				return t
			}
			ahead = !p.comma(i) || d < headTokens && f.start <= headTokens
		}
		if i := f.start - d; behind && i >= 0 && d < nearTokens {
			if t := p.sign(f, i); t.ahead() {
				return t
			}
			behind = !p.comma(i)
		}
	}
	return noTense
}

// sign is the tense that the word at v shows of f. It is firm in the clause of f. A
// verb of what is scheduled counts there alone, and is past beside a particle that
// says so: "已于周五生效".
func (p *parser) sign(f *found, v int) tense {
	t := p.tenseOf(v)
	switch {
	case t == noTense:
		return noTense
	case t != dueTense && p.governs(v, f) && !p.cue(v, announcing):
		return t.firm(f)
	case t != dueTense:
		return t
	case !p.governs(v, f):
		return noTense
	case p.inClause(f, perfective):
		return toldTense
	}
	from, to := p.clause(f)
	for k := from; k < to; k++ {
		if p.tenseOf(k) == futureTense {
			return dueTense
		}
	}
	return futureTense
}

// How far a sign of tense may stand behind and before an expression, and how
// soon behind it a comma may be passed over.
const farTokens, nearTokens, headTokens, besideTokens = 40, 12, 4, 2

func (p *parser) comma(i int) bool {
	w := p.word(i)
	return w == "，" || w == "；" || w == ","
}
