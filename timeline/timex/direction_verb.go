package timex

// tenseReaders are the ways to read the tense of a clause off its verbs, by the
// trait of the language.
var tenseReaders = map[string]func(p *parser, f *found) tense{
	"verb-before":    tenseByVerbBefore,
	"verb-of-clause": tenseByVerbOfClause,
	"verb-signs":     tenseBySigns,
}

// tenseByVerbBefore reads the tense off the nearest verb before the expression,
// else the first one after it. It is firm where nothing stands between them.
func tenseByVerbBefore(p *parser, f *found) tense {
	v := p.verbAround(f.start, f.end)
	if v < 0 {
		return noTense
	}
	t := p.tenseAt(v)
	if p.governs(v, f) && !p.cue(v, announcing) {
		return t.firm(f)
	}
	return t
}

// governs reports whether the verb at v is in the clause of f. A comma right
// behind an expression at the head of a clause ends none: "In March, the House
// passed".
func (p *parser) governs(v int, f *found) bool {
	if v < f.start {
		return p.sameClause(v, f.start)
	}
	from := f.end - 1
	for k := f.end; k < v; k++ {
		if w := p.word(k); (w == "," || w == "，") && (k == f.end || f.start <= headWords) {
			from = k
		}
	}
	return p.sameClause(from, v)
}

// headWords is how many words may stand before an expression at the head of a
// sentence, which the main verb governs beyond what is put between: "In January, a
// week after the vote, he resigned".
const headWords = 1

// composed is the tense of the verb at v with the auxiliaries before it: "will be
// announced", "is to be tried", "has been moved", "had been scheduled".
func (p *parser) composed(v int) tense {
	t := p.verb(v)
	if p.cue(v, infinitive) && !p.toks[v].upper {
		for k := v - 1; k >= max(0, v-auxiliaryTokens) && !p.boundary(k); k-- {
			if p.cue(k, hadCue) && (p.cue(k+1, been) || p.cue(v-1, intended)) {
				return pastTense // "had been scheduled to", not "had decided to"
			}
		}
		return futureTense
	}
	passive := p.cue(v, be)
	for k, n := v-1, 0; k >= 0 && n < auxiliaryTokens && !p.boundary(k); k, n = k-1, n+1 {
		switch {
		case p.cue(k, be), p.cue(k, been):
			passive = true
		case p.cue(k, hadCue):
			return pastTense
		case p.is(k, clauseC), p.is(k, detC):
			return t
		case p.cue(k, doCue):
			return p.tenseOf(k)
		case passive && p.cue(k, infinitive):
			if p.cue(k-1, isCue) || p.cue(k-1, wasCue) || p.is(k-1, aheadC) || t != noTense && !p.cue(k-1, seeming) {
				return futureTense // "is to be tried", not "seems to be failing"
			}
			return t
		case (passive || t == noTense) && p.tenseOf(k).ahead():
			return futureTense
		}
	}
	return t
}

// auxiliaryTokens is how far before its verb an auxiliary may stand.
const auxiliaryTokens = 4

// tenseByVerbOfClause reads the finite verb of the clause: the one before the
// expression, else the first after it; a participle that arranges something counts
// where there is none. Other clauses count last.
func tenseByVerbOfClause(p *parser, f *found) tense {
	from, to := p.clause(f)
	t := p.finite(f.start-1, from-1, -1)
	if t == noTense {
		t = p.finite(f.end, to, 1)
	}
	switch {
	case t.ahead() && p.perfectInfinitive(f.end, to):
		return toldTense // "soll ... gestohlen haben"
	case t != noTense:
		return t.firm(f)
	case p.arrangedBefore(f):
		return futureTense
	}
	if t = p.finite(from-1, max(-1, f.start-clauseTokens), -1); t == noTense {
		t = p.finite(to, min(len(p.toks), f.end+clauseTokens), 1)
	}
	return t
}

// finite is the tense of the first finite verb from token i up to end, in steps.
func (p *parser) finite(i, end, step int) tense {
	for ; i != end && i >= 0 && i < len(p.toks); i += step {
		if t := p.verb(i); t != noTense && !p.cue(i, arranged) {
			return t
		}
	}
	return noTense
}

// perfectInfinitive reports whether tokens i to j hold a participle and "haben" or
// "sein" behind it.
func (p *parser) perfectInfinitive(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if p.cue(k, perfectInfinitive) && p.participleForm(p.word(k-1)) {
			return true
		}
	}
	return false
}
