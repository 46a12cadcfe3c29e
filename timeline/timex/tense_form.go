package timex

import "strings"

// verbByForm reads the tense of a verb from the lexicon, or from its form, in a
// language whose perfect has an auxiliary and a participle.
func verbByForm(p *parser, i int) tense {
	t := &p.toks[i]
	if t.entry != nil && t.entry.tense != noTense {
		return t.entry.tense
	}
	if p.cue(i, perfectAuxiliary) {
		if i > 0 && !p.toks[i-1].upper && p.participleForm(p.word(i-1)) && p.boundary(i+1) {
			return pastTense // "... eingestiegen ist"
		}
		return p.participle(i + 1)
	}
	if t.kind != wordToken || t.upper || t.end-t.start < 4 || t.entry.known() {
		return noTense
	}
	if p.presentForm(i) {
		return presentTense
	}
	return verbByEnding(p, i)
}

// participle is the tense of a clause with the auxiliary of a perfect that goes on
// at i: past with a participle ("ist ... zurückgetreten"), future with one that
// plans ("ist ... angesetzt"), else present.
func (p *parser) participle(i int) tense {
	for end := min(len(p.toks), i+clauseTokens); i < end; i++ {
		t := &p.toks[i]
		w := p.text[t.start:t.end]
		if t.kind == markToken && w != "-" {
			break
		}
		if t.entry != nil && t.entry.tense == futureTense {
			return futureTense
		}
		if t.kind == wordToken && !t.upper && len(w) > leastVerb && p.participleForm(w) {
			return pastTense
		}
	}
	return presentTense
}

// participleForm reports whether a word has the form of a participle.
func (p *parser) participleForm(w string) bool {
	d := p.lang.data
	if !endsWithAny(w, d.ParticipleEnding) {
		return false
	}
	for _, mark := range d.ParticipleMark {
		if strings.Contains(w, mark) {
			return true
		}
	}
	return endsWithAny(w, d.ParticipleAlone) || hasAnyPrefix(w, d.ParticiplePrefix)
}

// presentForm reports whether token i is a verb in the present: a word with the
// ending of one that no participle is, nor stands before an auxiliary ("...
// verkauft hatte").
func (p *parser) presentForm(i int) bool {
	w := p.word(i)
	d := p.lang.data
	if !endsWithAny(w, d.PresentEnding) || p.cue(i, noVerb) {
		return false
	}
	for _, mark := range d.ParticipleMark {
		if strings.HasPrefix(w, mark) || strings.Contains(w, mark) && len(w) > leastMarked {
			return false
		}
	}
	if p.tenseOf(i+1) != noTense || p.cue(i+1, perfectAuxiliary) {
		return false
	}
	for k := i - 1; k >= max(0, i-clauseTokens) && p.toks[k].kind != markToken; k-- { // an auxiliary before makes it a participle
		if p.tenseOf(k) == pastTense || p.cue(k, perfectAuxiliary) || p.cue(k, passiveAuxiliary) {
			return false
		}
	}
	return true
}

// leastMarked is the length up to which the mark of a participle inside of a word
// may be part of its stem: "sagt", "regt".
const leastMarked = 6
