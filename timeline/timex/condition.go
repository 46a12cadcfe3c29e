package timex

import "strings"

// A condition is what a rule asks beyond its pattern, of tokens i to j.
type condition func(p *parser, i, j int) bool

// conditions are what rules call by name: "when=singular".
var conditions = map[string]condition{
	"capital":          func(p *parser, i, _ int) bool { return p.toks[i].upper },
	"small-letter":     func(p *parser, i, _ int) bool { return !p.toks[i].upper },
	"two-characters":   func(p *parser, i, _ int) bool { return p.toks[i].end-p.toks[i].start > 3 },
	"narrative":        func(p *parser, _, _ int) bool { return p.opt.Mode == Narrative },
	"plural":           func(p *parser, _, j int) bool { return p.cue(j-1, plural) },
	"singular":         func(p *parser, _, j int) bool { return !p.cue(j-1, plural) },
	"all-singular":     allSingular,
	"first-plural":     func(p *parser, i, _ int) bool { return p.cue(i, plural) },
	"first-singular":   func(p *parser, i, _ int) bool { return !p.cue(i, plural) },
	"not-last":         notLast,
	"not-noun":         func(p *parser, i, _ int) bool { return i == 0 || !p.toks[i].upper || !p.cue(i, nounToo) },
	"not-verb":         notVerb,
	"not-in-compound":  func(p *parser, i, _ int) bool { return p.word(i-1) != "-" || p.toks[i].space },
	"before-noun":      func(p *parser, _, j int) bool { return p.toks[j-1].upper },
	"complete":         complete,
	"looks-ahead":      looksAhead,
	"days-ahead":       daysAhead,
	"year":             aYear,
	"year-among-nouns": aYearAmongNouns,
	"not-quote":        noQuote,
	"not-a-year":       func(p *parser, _, j int) bool { return j >= len(p.toks) || p.toks[j].kind != numberToken },
	"decade-alone":     decadeAlone,
	"month":            aMonth,
	"month-or-name":    aMonthOrName,
	"season":           aSeason,
	"day-month":        func(p *parser, i, _ int) bool { return p.cue(i-1, toDayMonth) || p.is(i-1, weekdayC) },
	"dotted-day":       dottedDay,
	"suffixed-day":     suffixedDay,
	"at-time":          atTime,
	"at-clock":         func(p *parser, i, _ int) bool { return p.cue(i-1, atClock) },
	"clock-colon":      clockColon,
	"clock-alone":      clockAlone,
	"part-alone":       partAlone,
	"year-part":        func(p *parser, i, _ int) bool { return p.cue(i, yearEnd) },
	"month-part":       func(p *parser, i, _ int) bool { return p.cue(i, monthEnd) },
	"countable":        countable,
	"not-a-unit":       func(p *parser, _, j int) bool { return !p.is(j, unitC) && !p.is(j, halfC) && p.word(j) != "-" },
	"whole-unit":       func(p *parser, _, j int) bool { return !p.cue(j-1, plural) && !p.cue(j-1, notWhole) },
	"plural-unit":      pluralUnit,
	"decade-unit":      decadeUnit,
	"per-unit":         aRate,
	"short-years":      func(p *parser, i, _ int) bool { return p.toks[i].num <= longestTerm },
	"count":            aCount,
	"span":             aSpan,
	"ahead":            func(p *parser, i, j int) bool { return p.tenseAt(p.verbAround(i, j)).ahead() || p.verbAround(i, j) < 0 },
	"not-possessive": func(p *parser, _, j int) bool {
		return j >= len(p.toks) || p.toks[j].kind == markToken && p.word(j) != "'" && p.word(j) != "’"
	},
	"lunar":      inLunarCalendar,
	"falling":    falling,
	"not-within": notWithin,
	"not-amount": func(p *parser, _, j int) bool {
		return j >= len(p.toks) || p.toks[j].kind == markToken || p.is(j, rangeC)
	},
}

func allSingular(p *parser, i, j int) bool {
	for k := i; k < j; k++ {
		if p.cue(k, plural) {
			return false
		}
	}
	return true
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

// notVerb keeps the verb out: "will last two weeks".
func notVerb(p *parser, i, _ int) bool {
	return !p.cue(i, verbToo) || i == 0 || !p.cue(i-1, infinitive) && !p.tenseOf(i-1).ahead()
}

// complete refuses "a month before the vote", which counts from the vote and not
// from what was told.
func complete(p *parser, _, j int) bool {
	if p.cue(j, than) {
		return false
	}
	return !p.cue(j-1, beforeWhat) || j >= len(p.toks) || p.toks[j].kind == markToken
}

// daysAhead reports whether "after 45 days" is a time to come and not one that
// was passed: the clause looks ahead, and the unit is short.
func daysAhead(p *parser, i, j int) bool {
	u, ok := p.sense(j-1, unitC)
	return ok && unit(u) <= month && unit(u) >= dayUnit && (looksAhead(p, i, j) || p.beginsWithDay() && p.verbAround(i, j) < 0)
}

// beginsWithDay reports whether the sentence begins with a day, as entries of
// chronologies do, which tell what was done in the present.
func (p *parser) beginsWithDay() bool {
	return len(p.out) > 0 && p.out[0].start == 0 && p.out[0].m.day != 0
}

// inLunarCalendar reports whether a word says that a day is of the Chinese
// calendar; 一月二十三 is of the other.
func inLunarCalendar(p *parser, i, j int) bool {
	for k := i; k < j; k++ {
		if p.is(k, lunarC) || p.is(k, lunarMonthC) || p.cue(k, lunarDayMark) {
			return true
		}
	}
	return false
}

// dottedDay keeps "am 3" without a dot, and a count, from being a day.
func dottedDay(p *parser, _, j int) bool {
	if p.word(j-1) != "." {
		return false
	}
	if j < len(p.toks) && (p.is(j, rangeC) || p.word(j) == ",") && j+1 < len(p.toks) && p.toks[j+1].kind == numberToken {
		return false // the month stands at the end of the list
	}
	return j >= len(p.toks) || !p.toks[j].upper
}

// suffixedDay takes "on the 15th" for a day where no noun follows: "on the 15th
// floor".
func suffixedDay(p *parser, _, j int) bool {
	t := &p.toks[j-1]
	return t.kind == numberToken && t.suffix &&
		(j >= len(p.toks) || p.toks[j].kind == markToken || p.is(j, clauseC) || p.verb(j) != noTense || p.cue(j, goesOn))
}

// atTime lets a clock time with seconds be one only where a word leads to it:
// other figures of that form are results of races.
func atTime(p *parser, i, j int) bool {
	t := &p.toks[i]
	if t.parts.shape != clockShape || t.parts.c < 0 || j-i > 1 {
		return true
	}
	return p.cue(i-1, toClock) || p.is(i-1, weekdayC)
}

func clockColon(p *parser, i, _ int) bool {
	return p.cue(i-1, toClock) || p.cue(i-1, toClockPlain) && p.toks[i].parts.c < 0 // else the time of a race
}

// clockAlone keeps "三点" (three points) from being an hour unless more of a
// clock time stands by it.
func clockAlone(p *parser, i, j int) bool {
	if p.toks[i].parts.shape == clockShape || j-i > 2 {
		return true
	}
	return p.cue(j-1, clockHour) || p.toks[i].num > 4 || p.toks[i].num == 0
}

// partAlone reports whether the part of a day alone is a time here: "am Abend",
// "abends".
func partAlone(p *parser, i, _ int) bool {
	if p.cue(i-1, toPart) {
		return p.toks[i].upper
	}
	return p.cue(i, partAdverb)
}

// longestTerm is the highest count of years that "5-jährig" says of a thing;
// beyond it tells the age of a person.
const longestTerm = 12

// endsWithAny reports whether s ends with one of the endings.
func endsWithAny(s string, endings []string) bool {
	for _, x := range endings {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}
