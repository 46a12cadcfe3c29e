package timex

import (
	"strings"
)

// notAUnit lets "the second week" be one.
func notAUnit(p *parser, _, j int) bool {
	return !p.is(j, unitC) && !p.is(j, halfC) && p.word(j) != "-"
}

// notAYear lets "the fall of 1941" be a season.
func notAYear(p *parser, _, j int) bool { return j >= len(p.toks) || p.toks[j].kind != numberToken }

// notBeforeSomething refuses "a month before the vote", which counts from the
// vote and not from what was told.
func notBeforeSomething(p *parser, _, j int) bool {
	if isWord(p.word(j), "than") {
		return false
	}
	return !isWord(p.word(j-1), "before") || j >= len(p.toks) || p.toks[j].kind == markToken
}

// notToLast keeps the verb out: "will last two weeks".
func notToLast(p *parser, i, _ int) bool {
	return !isWord(p.word(i), "last") || i == 0 || !isWord(p.word(i-1), "to", "will", "would", "could", "may", "might", "can", "should", "must")
}

func decadeUnit(p *parser, i, j int) bool {
	u, ok := p.sense(j-1, unitC)
	return ok && unit(u) >= decade && !pluralWord(p, j-1, j)
}

func wholeUnit(p *parser, i, j int) bool {
	return notPlural(p, i, j) && !isWord(p.word(j-1), "quarter", "first", "second")
}

// aMonth tells whether "May", "March" and abbreviations alone are months: after
// a preposition, or with no other reading.
func aMonth(p *parser, i, j int) bool {
	if j < len(p.toks) && p.toks[j].upper && p.toks[j].entry == nil && isWord(p.word(i), "April", "May", "June", "August") &&
		!isWord(p.word(i-1), "in", "since", "until", "by", "of", "from", "the", "last", "next", "this", "for", "early", "late") {
		return false // June Carter
	}
	switch p.word(i) {
	case "May", "March":
	default:
		if j-i == 1 && j < len(p.toks) && p.word(j) == "." && !p.toks[j].space || len(p.word(i)) > 4 || isWord(p.word(i), "June", "July") {
			return true
		}
	}
	if j < len(p.toks) && p.toks[j].upper && len(p.word(i)) < 4 {
		return false // Jan Novak
	}
	return isWord(p.word(i-1), "in", "since", "until", "till", "by", "of", "from", "through", "to", "during", "and", "between", "for", "before", "after", "every", "each", "the", "last", "next", "this")
}

func aSeason(p *parser, i, j int) bool {
	w := strings.ToLower(p.word(j - 1))
	if w == "fall" || w == "spring" {
		b := strings.ToLower(p.word(i - 1))
		return b == "in" || b == "the" && strings.ToLower(p.word(i-2)) != "after" || b == "by" || b == "until" || b == "since" || p.is(i, modC)
	}
	return true
}

func pluralUnit(p *parser, i, j int) bool {
	if isWord(p.word(i), "minutes", "hours") && !isWord(p.word(i-1), "for", "in", "within", "of", "after", "mere") {
		return false // of a meeting, of business
	}
	return pluralWord(p, i, j) && !p.is(i, ordC) && !isWord(p.word(i), "seconds", "quarters")
}

// readEpithet reads an adjective that the lexicon need not know, by its ending.
func readEpithet(p *parser, i int) int {
	if i >= len(p.toks) {
		return 0
	}
	t := &p.toks[i]
	if t.kind != wordToken || t.upper || t.entry != nil && len(t.entry.senses) > 0 {
		return 0
	}
	w := p.text[t.start:t.end]
	for _, ending := range []string{"ful", "ing", "y", "ous", "ic", "al", "ive", "less", "ary", "able", "ent"} {
		if len(w) > len(ending)+1 && strings.HasSuffix(w, ending) {
			return 1
		}
	}
	return 0
}

// daysAhead tells whether "after 45 days" is a time to come and not one that
// was passed: the clause looks ahead, and the unit is short.
func daysAhead(p *parser, i, j int) bool {
	u, ok := p.sense(j-1, unitC)
	return ok && unit(u) <= month && unit(u) >= dayUnit && looksAhead(p, i, j)
}

func pluralHead(p *parser, i, _ int) bool { return pluralWord(p, i, i+1) }

// suffixedDay takes "on the 15th" for a day where no noun follows: "on the 15th
// floor".
func suffixedDay(p *parser, _, j int) bool {
	t := &p.toks[j-1]
	return t.kind == numberToken && t.suffix && (j >= len(p.toks) || p.toks[j].kind == markToken || p.is(j, clauseC) || p.verb(j) != noTense || isWord(p.word(j), "and", "in", "at", "to", "he", "she", "they", "it", "the"))
}

// atTime lets a clock time with seconds be one only where a word leads to it:
// other figures of that form are results of races.
func atTime(p *parser, i, j int) bool {
	t := &p.toks[i]
	if t.parts.shape != clockShape || t.parts.c < 0 || j-i > 1 {
		return true
	}
	return isWord(p.word(i-1), "at", "by", "from", "until", "till", "after", "before", "since", "around", "about") || p.is(i-1, weekdayC)
}
