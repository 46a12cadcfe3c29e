package timex

import (
	"strings"
)

// looksAhead tells whether "in two weeks" means after them: the nearest verb is
// a plain future, and "in" does not measure ("in two weeks of fighting").
func looksAhead(p *parser, i, j int) bool {
	if isWord(p.word(j), "of") {
		return false
	}
	v := p.verbAround(i, j)
	if p.passive(v) {
		return true
	}
	if v < 0 || p.tenseAt(v) != futureTense {
		return false
	}
	return !isWord(p.word(v), "would", "could", "may", "might", "can", "should", "must")
}

// passive tells whether the verb at v is a participle behind a modal, "would be
// announced": what is done once lies at the end of the time counted, where
// "would take two weeks" lasts as long.
func (p *parser) passive(v int) bool {
	for k := v - 1; k > max(0, v-1-passiveTokens); k-- {
		if isWord(p.word(k), "be") && p.verb(k-1) == futureTense {
			return true
		}
	}
	return false
}

// passiveTokens is how far before its participle "be" stands: "be made public".
const passiveTokens = 2

// englishTense reads the tense off the nearest verb before the expression, else
// the first one after it; "until" and "by" look ahead.
func englishTense(p *parser, f *found) tense {
	v := p.verbAround(f.start, f.end)
	switch {
	case isWord(p.word(f.start-1), "ended"):
		return doneTense
	case p.is(f.start-1, byC) && f.m.weekday != 0 && f.m.day == 0:
		if f.start > 1 || p.tenseAt(v) != pastTense { // not "Until Thursday they had not"
			return futureTense
		}
	case v > 1 && v < f.start && p.tenseAt(v) == futureTense && (isWord(p.word(v-1), "had") || isWord(p.word(v-1), "been") && isWord(p.word(v-2), "had")):
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
	case p.word(k) == "to":
		return futureTense
	}
	return p.verb(k)
}

// infinitive tells whether "to" and a verb stand at i, after a word that looks
// ahead: "set to resume Monday", "agreed to meet Friday".
func (p *parser) infinitive(i, before int) bool {
	if p.word(i) != "to" || i+1 >= before || i == 0 || p.toks[i+1].kind != wordToken || p.toks[i+1].upper {
		return false
	}
	if e := p.toks[i+1].entry; e != nil && len(e.senses) > 0 {
		return false
	}
	_, ok := p.sense(i-1, aheadC)
	return ok
}

func (p *parser) verb(i int) tense {
	if p.lang.verb != nil {
		return p.lang.verb(p, i)
	}
	t := &p.toks[i]
	if t.entry != nil && t.entry.tense != noTense {
		return t.entry.tense
	}
	if t.kind == wordToken && t.end-t.start > 4 && !t.upper && strings.HasSuffix(p.text[t.start:t.end], "ed") {
		return pastTense
	}
	return noTense
}

// endings makes a reader of tense from the endings of verbs, for languages that
// show it there.
func endings(a tense, first []string, b tense, second []string) func(*parser, int) tense {
	return func(p *parser, i int) tense {
		t := &p.toks[i]
		if t.entry != nil && t.entry.tense != noTense {
			return t.entry.tense
		}
		if t.kind != wordToken || t.upper || t.end-t.start < 5 {
			return noTense
		}
		w := p.text[t.start:t.end]
		switch {
		case hasSuffix(w, first):
			return a
		case hasSuffix(w, second):
			return b
		}
		return noTense
	}
}

func hasSuffix(w string, endings []string) bool {
	for _, x := range endings {
		if strings.HasSuffix(w, x) {
			return true
		}
	}
	return false
}

// A tense says where the clause around an expression looks.
type tense int8

const (
	noTense tense = iota
	pastTense
	doneTense // "the year ended June 30": past beyond doubt
	presentTense
	futureTense
)
