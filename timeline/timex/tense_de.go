package timex

import (
	"strings"
)

// germanTense reads the finite verb of the clause: the one before the
// expression, else the first after it.
func germanTense(p *parser, f *found) tense {
	if p.is(f.start-1, byC) && f.m.weekday != 0 && f.m.day == 0 {
		return futureTense // "bis Sonntag"
	}
	for i := f.start - 1; i >= max(0, f.start-clauseTokens); i-- {
		if t := germanVerb(p, i); t != noTense {
			return t
		}
	}
	for i := f.end; i < min(len(p.toks), f.end+clauseTokens); i++ {
		if t := germanVerb(p, i); t != noTense {
			return t
		}
	}
	if p.is(f.start-1, byC) || p.is(f.start-2, byC) {
		return futureTense // "bis zum 31. Dezember", with no verb
	}
	return noTense
}

func germanVerb(p *parser, i int) tense {
	t := &p.toks[i]
	if t.entry != nil && t.entry.tense != noTense {
		return t.entry.tense
	}
	if isWord(p.word(i), "ist", "sind") {
		return p.participle(i + 1)
	}
	if t.kind != wordToken || t.upper || t.end-t.start < 4 || t.entry != nil {
		return noTense
	}
	if p.presentForm(i) {
		return presentTense
	}
	if w := p.text[t.start:t.end]; strings.HasSuffix(w, "te") || strings.HasSuffix(w, "ten") {
		return pastTense
	}
	return noTense
}

// participle is the tense of a clause with "ist" that goes on at i: past with a
// participle ("ist ... zurückgetreten"), future with one that plans ("ist ...
// angesetzt"), else present.
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
		if t.kind == wordToken && !t.upper && len(w) > 5 && (strings.HasSuffix(w, "t") || strings.HasSuffix(w, "en")) &&
			(strings.Contains(w, "ge") || strings.HasSuffix(w, "iert") || hasPrefix(w, inseparable)) {
			return pastTense
		}
	}
	return presentTense
}

// inseparable are the prefixes of verbs whose participle has no "ge".
var inseparable = []string{"ver", "be", "ent", "er", "zer", "über", "unter"}

// germanNoVerbs are words in -t that are no verbs.
var germanNoVerbs = set(`nicht mit seit laut dort jetzt sonst erst fast statt bereits direkt gut weit zuerst zuletzt selbst damit somit nacht samt indirekt exakt insgesamt
	recht echt schlecht leicht dicht bekannt privat hart fest kalt alt breit rot tot satt glatt nackt oft meist längst höchst zumindest mindest jüngst unbekannt zufrieden bunt laut gesamt
	anerkannt sogenannt derart vielleicht vielfach überhaupt soweit mithilfe anstatt konkret komplett diskret brutal enorm sofort fort hinfort lauthals nett stolz stumpf sanft verwandt hat hält`)

// presentForm tells whether token i is a verb in the present: a word in -t that
// no participle is, nor stands before an auxiliary ("... verkauft hatte").
func (p *parser) presentForm(i int) bool {
	w := p.word(i)
	if !strings.HasSuffix(w, "t") || strings.HasPrefix(w, "ge") || strings.Contains(w, "ge") && len(w) > 6 || germanNoVerbs[w] {
		return false
	}
	if i+1 < len(p.toks) && p.toks[i+1].entry != nil && p.toks[i+1].entry.tense != noTense || isWord(p.word(i+1), "ist", "sind") {
		return false
	}
	for k := i - 1; k >= max(0, i-clauseTokens) && p.toks[k].kind != markToken; k-- { // an auxiliary before makes it a participle
		if e := p.toks[k].entry; e != nil && e.tense == pastTense || isWord(p.word(k), "ist", "sind", "wird", "werden", "werde") {
			return false
		}
	}
	return true
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

func hasPrefix(w string, prefixes []string) bool {
	for _, x := range prefixes {
		if strings.HasPrefix(w, x) {
			return true
		}
	}
	return false
}
