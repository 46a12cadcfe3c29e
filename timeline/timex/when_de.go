package timex

import (
	"strings"
)

func isDayMonth(p *parser, i, j int) bool {
	switch strings.ToLower(p.word(i - 1)) {
	case "am", "vom", "bis", "zum", "den", "dem", "ab", "seit", ",", "der", "(":
		return true
	}
	return p.is(i-1, weekdayC)
}

// dottedDay keeps "am 3" without a dot, and a count, from being a day.
func dottedDay(p *parser, i, j int) bool {
	if p.word(j-1) != "." {
		return false
	}
	if j < len(p.toks) && (p.is(j, rangeC) || p.word(j) == ",") && j+1 < len(p.toks) && p.toks[j+1].kind == numberToken {
		return false // the month stands at the end of the list
	}
	return j >= len(p.toks) || !p.toks[j].upper
}

// aPerson tells whether an adjective of age stands for or before a person.
func aPerson(p *parser, i, j int) bool {
	return p.toks[j-1].upper
}

// readGermanAdjective reads any adjective: a word in small letters with an
// ending, which the lexicon has no other use for.
func readGermanAdjective(p *parser, i int) int {
	if i >= len(p.toks) {
		return 0
	}
	t := &p.toks[i]
	if t.kind != wordToken || t.upper || t.entry != nil && len(t.entry.senses) > 0 || t.end-t.start < 5 {
		return 0
	}
	w := p.text[t.start:t.end]
	for _, ending := range []string{"e", "en", "em", "er", "es"} {
		if strings.HasSuffix(w, ending) {
			return 1
		}
	}
	return 0
}

// notMorning tells "Morgen" at the head of a sentence, which is tomorrow, from
// the noun.
func notMorning(p *parser, i, _ int) bool {
	return p.word(i) != "Morgen" || i == 0
}

// notInCompound keeps the Sunday out of "Herz-Jesu-Sonntag".
func notInCompound(p *parser, i, _ int) bool {
	return p.word(i-1) != "-" || p.toks[i].space
}

// perUnit tells "500 Euro im Monat" from "im Jahr 2020".
func perUnit(p *parser, _, j int) bool {
	if !isWord(p.word(j-1), "Jahr", "Monat") {
		return false
	}
	return j >= len(p.toks) || p.toks[j].kind == markToken || !p.toks[j].upper && p.toks[j].kind == wordToken && !p.is(j, detC) && !isWord(p.word(j), "nach", "vor")
}

var germanPlurals = map[string]bool{"jahre": true, "jahren": true, "tage": true, "tagen": true, "wochen": true, "monate": true, "monaten": true,
	"stunden": true, "minuten": true, "sekunden": true, "jahrzehnte": true, "jahrzehnten": true, "jahrhunderte": true, "jahrhunderten": true, "wochenenden": true}

func germanPlural(p *parser, i, j int) bool { return germanPlurals[strings.ToLower(p.word(j-1))] }

func germanSingular(p *parser, i, j int) bool { return !germanPlural(p, i, j) }

func germanYear(p *parser, i, j int) bool {
	t := &p.toks[i]
	if t.kind != numberToken {
		return false
	}
	next := j < len(p.toks) && p.toks[j].kind == wordToken && p.toks[j].upper
	if p.word(i-1) == "." && isWord(p.word(i-2), "Nr", "Tel", "Art", "Abs", "Az") {
		return false
	}
	switch strings.ToLower(p.word(i - 1)) {
	case "nr", "nummer", "seite", "platz", "agenda", "rund", "etwa", "über", "knapp", "fast", "mehr", "von", "€", "$", "tel", "plz", "mit", "paragraf", "paragraph", "§", "raum", "zimmer", "artikel", "windows":
		return false
	case "seit", "ab", "bis", "anno", "um", "sommer", "winter":
		return true
	case "in", "im":
		return !next || !p.counts(j)
	}
	return t.num >= 1400 && t.num <= 2100 && !next && !p.counts(j) && p.word(j) != "%"
}

func germanColon(p *parser, i, j int) bool {
	switch strings.ToLower(p.word(i - 1)) {
	case "um", "gegen":
		return true
	case "ab", "bis", "von", "nach", "vor", "seit":
		return p.toks[i].parts.c < 0 // else the time of a race
	}
	return false
}

func afterAt(p *parser, i, j int) bool { return strings.EqualFold(p.word(i-1), "um") }

// germanPart tells whether the part of a day alone is a time here: "am Abend",
// "abends".
func germanPart(p *parser, i, j int) bool {
	switch strings.ToLower(p.word(i - 1)) {
	case "am", "in", "der", "gegen", "zum", "bis", "diesem", "vom":
		return p.toks[i].upper
	}
	return isWord(p.word(i), "abends", "nachts", "morgens", "mittags", "vormittags", "nachmittags")
}

func germanPluralHead(p *parser, i, _ int) bool { return germanPlural(p, i, i+1) }

// numberedDecade takes "in den 90ern" but not "die 90er Marke".
func numberedDecade(p *parser, _, j int) bool {
	t := &p.toks[j-1]
	return t.kind == numberToken && p.text[t.end-1] == 'n'
}

// longestTerm is the highest count of years that "5-jährig" says of a thing;
// beyond it tells the age of a person.
const longestTerm = 12

func shortYears(p *parser, i, _ int) bool { return p.toks[i].num <= longestTerm }

// germanMonth tells the month from the given name in "August Horch".
func germanMonth(p *parser, i, j int) bool {
	if j-i > 1 || j >= len(p.toks) || !p.toks[j].upper || p.toks[j].entry != nil || !isWord(p.word(i), "August", "April", "Mai", "Juni", "Jan") {
		return true
	}
	return isWord(p.word(i-1), "im", "seit", "ab", "bis", "vom", "zum", "des", "den", "letzten", "vergangenen", "kommenden", "nächsten", "dieses")
}

// notLast leaves "in der letzten Woche" to be last week.
func notLast(p *parser, i, j int) bool {
	for k := i; k < j; k++ {
		if v, ok := p.sense(k, ordC); ok && v < 0 {
			return false
		}
	}
	return true
}
