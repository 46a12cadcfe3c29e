package timex

// A tense says where the clause around an expression looks.
type tense int8

const (
	noTense tense = iota
	pastTense
	toldTense // past, by the verb of its own clause
	doneTense // "the year ended June 30": past beyond doubt
	openTense // no direction, whatever the verb around says
	presentTense
	futureTense
	dueTense // ahead, by the verb of its own clause or as the end of a term
)

var tenseNames = map[string]tense{"past": pastTense, "present": presentTense, "future": futureTense, "scheduled": dueTense}

func (t tense) past() bool { return t == pastTense || t == toldTense || t == doneTense }

func (t tense) ahead() bool { return t == futureTense || t == dueTense }

// firm is the tense where nothing stands between a verb and its date. What is to be
// in a quarter or season more than half a year ahead has its year, or "next", with it.
func (t tense) firm(f *found) tense {
	switch {
	case t == pastTense:
		return toldTense
	case t == futureTense && (f.m.month != 0 || f.m.day != 0 || f.m.weekday != 0 || f.m.holiday != nil):
		return dueTense
	}
	return t
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
	if p.cue(v, be) && !p.verb(v+1).past() {
		v-- // "would be its owner": what the modal says
	}
	if p.passive(v) {
		return true
	}
	if p.cue(v, infinitive) && !p.is(v-1, aheadC) {
		return false // "expected prices to fall in two years"
	}
	return v >= 0 && p.tenseAt(v).ahead() && !p.cue(v, modal)
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
		if p.infinitive(k, i) || p.verb(k) != noTense || p.cue(k, be) && p.composed(k) != noTense {
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
	if k < 0 {
		return noTense
	}
	return p.composed(k)
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
	for k := i - 1; k >= max(0, i-objectTokens) && !p.boundary(k); k-- {
		if p.is(k, aheadC) {
			return true // "ordered the firm to sell"
		}
		if p.verb(k) != noTense {
			return false
		}
	}
	return false
}

// objectTokens is how many words may stand between a verb that looks ahead and its
// infinitive.
const objectTokens = 5

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
		if p.cue(i-1, owner) || p.is(i-1, detC) || i > 0 && t.entry.tense == dueTense && p.toks[i-1].kind == numberToken {
			return noTense // a noun: "his plans", "300 votes"
		}
		return t.entry.tense
	}
	if t.kind != wordToken || t.upper || t.end-t.start < leastVerb || i > 0 && !t.space && p.word(i-1) == "-" {
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
