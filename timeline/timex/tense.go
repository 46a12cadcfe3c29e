package timex

// A tense says where the clause around an expression looks.
type tense int8

const (
	noTense tense = iota
	pastTense
	doneTense // "the year ended June 30": past beyond doubt
	presentTense
	futureTense
)

var tenseNames = map[string]tense{"past": pastTense, "present": presentTense, "future": futureTense}

// tenseReaders are the ways to read the tense of a clause, by the trait of the
// language.
var tenseReaders = map[string]func(p *parser, f *found) tense{
	"verb-before":    tenseByVerbBefore,
	"verb-of-clause": tenseByVerbOfClause,
	"verb-signs":     tenseBySigns,
}

// tense returns where the clause around f looks.
func (p *parser) tense(f *found) tense {
	if p.namesAct(f) {
		return doneTense
	}
	if p.lang.tenseOf == nil {
		return noTense
	}
	return p.lang.tenseOf(p, f)
}

// tenseOf is the tense of a word as the lexicon has it.
func (p *parser) tenseOf(i int) tense {
	if i < 0 || i >= len(p.toks) || p.toks[i].entry == nil {
		return noTense
	}
	return p.toks[i].entry.tense
}

// looksAhead reports whether "in two weeks" means after them: the nearest verb
// is a plain future, and "in" does not measure ("in two weeks of fighting").
func looksAhead(p *parser, i, j int) bool {
	if p.cue(j, ofCue) {
		return false
	}
	v := p.verbAround(i, j)
	if p.passive(v) {
		return true
	}
	return v >= 0 && p.tenseAt(v) == futureTense && !p.cue(v, modal)
}

// passive reports whether the verb at v is a participle behind a modal, "would be
// announced": what is done once lies at the end of the time counted, where
// "would take two weeks" lasts as long.
func (p *parser) passive(v int) bool {
	for k := v - 1; k > max(0, v-1-passiveTokens); k-- {
		if p.cue(k, be) && p.verb(k-1) == futureTense {
			return true
		}
	}
	return false
}

// passiveTokens is how far before its participle "be" stands: "be made public".
const passiveTokens = 2

// tenseByVerbBefore reads the tense off the nearest verb before the expression,
// else the first one after it; "until" and "by" look ahead.
func tenseByVerbBefore(p *parser, f *found) tense {
	v := p.verbAround(f.start, f.end)
	switch {
	case p.cue(f.start-1, ended):
		return doneTense
	case p.is(f.start-1, byC) && f.m.weekday != 0 && f.m.day == 0:
		if f.start > 1 || p.tenseAt(v) != pastTense { // not "Until Thursday they had not"
			return futureTense
		}
	case v > 1 && v < f.start && p.tenseAt(v) == futureTense && (p.cue(v-1, hadCue) || p.cue(v-1, been) && p.cue(v-2, hadCue)):
		return pastTense // "had been scheduled"
	}
	return p.tenseAt(v)
}

// clauseTokens bounds how far from an expression its verb is looked for.
const clauseTokens = 60

// verbAround is the token of the nearest verb before i, else the first from j;
// -1 where the sentence has none.
func (p *parser) verbAround(i, j int) int {
	for k := i - 1; k >= max(0, i-clauseTokens); k-- {
		if p.is(k, clauseC) { // "said that on Friday it will": the verb follows
			if v := p.verbAfter(j); v >= 0 {
				return v
			}
		}
		if p.infinitive(k, i) || p.verb(k) != noTense {
			return k
		}
	}
	return p.verbAfter(j)
}

func (p *parser) verbAfter(j int) int {
	for k := j; k < min(len(p.toks), j+clauseTokens); k++ {
		if p.verb(k) != noTense {
			return k
		}
	}
	return -1
}

func (p *parser) tenseAt(k int) tense {
	switch {
	case k < 0:
		return noTense
	case p.cue(k, infinitive) && !p.toks[k].upper:
		return futureTense
	}
	return p.verb(k)
}

// infinitive reports whether "to" and a verb stand at i, after a word that looks
// ahead: "set to resume Monday", "agreed to meet Friday".
func (p *parser) infinitive(i, before int) bool {
	if !p.cue(i, infinitive) || p.toks[i].upper || i+1 >= before || i == 0 || p.toks[i+1].kind != wordToken || p.toks[i+1].upper {
		return false
	}
	if e := p.toks[i+1].entry; e != nil && len(e.senses) > 0 {
		return false
	}
	return p.is(i-1, aheadC)
}

// verb is the tense of token i as a verb.
func (p *parser) verb(i int) tense {
	if i < 0 || i >= len(p.toks) {
		return noTense
	}
	return p.lang.verb(p, i)
}

// leastVerb is how long a verb is at least that is known by its ending.
const leastVerb = 5

// verbByEnding reads the tense of a verb from the lexicon, else from its ending.
func verbByEnding(p *parser, i int) tense {
	t := &p.toks[i]
	if t.entry != nil && t.entry.tense != noTense {
		return t.entry.tense
	}
	if t.kind != wordToken || t.upper || t.end-t.start < leastVerb {
		return noTense
	}
	w := p.text[t.start:t.end]
	for _, e := range p.lang.verbEndings {
		if endsWithAny(w, e.endings) {
			return e.tense
		}
	}
	return noTense
}

// A verbEnding is how verbs in a tense end.
type verbEnding struct {
	tense   tense
	endings []string
}
