package timex

import "strings"

var englishLexicon = []table{
	{monthC, 1, "January Jan"}, {monthC, 2, "February Feb"}, {monthC, 3, "March Mar"}, {monthC, 4, "April Apr"},
	{monthC, 5, "May"}, {monthC, 6, "June Jun"}, {monthC, 7, "July Jul"}, {monthC, 8, "August Aug"},
	{monthC, 9, "September Sept Sep"}, {monthC, 10, "October Oct"}, {monthC, 11, "November Nov"}, {monthC, 12, "December Dec"},
	{weekdayC, 1, "monday mondays Mon"}, {weekdayC, 2, "tuesday tuesdays Tue Tues"}, {weekdayC, 3, "wednesday wednesdays Wed"},
	{weekdayC, 4, "thursday thursdays Thu Thur Thurs"}, {weekdayC, 5, "friday fridays Fri"},
	{weekdayC, 6, "saturday saturdays"}, {weekdayC, 7, "sunday sundays"},

	{unitC, int(second), "second seconds"}, {unitC, int(minute), "minute minutes"}, {unitC, int(hour), "hour hours"},
	{unitC, int(dayUnit), "day days"}, {unitC, int(week), "week weeks"}, {unitC, int(fortnight), "fortnight fortnights"},
	{unitC, int(month), "month months"}, {unitC, int(quarter), "quarter quarters"}, {unitC, int(year), "year years yr yrs"},
	{unitC, int(decade), "decade decades"}, {unitC, int(century), "century centuries"}, {unitC, int(weekend), "weekend weekends"},
	{unitC, int(millennium), "millennium millennia"},

	{relC, -1, "last past previous preceding prior"}, {relC, 0, "this current"}, {relC, 1, "next coming upcoming following subsequent"},
	{agoC, 0, "ago"}, {hence, 0, "hence"}, {laterC, 0, "later afterward afterwards thereafter"}, {earlierC, 0, "earlier before previously"},
	{modC, modStart, "early beginning start outset"}, {modC, modMid, "mid middle"}, {modC, modEnd, "late end close"},
	{approxC, modApprox, "about around approximately roughly circa some"}, {approxC, modLess, "nearly almost"},
	{seasonC, 1, "spring springtime"}, {seasonC, 2, "summer summers summertime"}, {seasonC, 3, "fall autumn"}, {seasonC, 4, "winter winters wintertime"},
	{partC, morning, "morning mornings dawn daybreak sunrise"}, {partC, afternoon, "afternoon afternoons"},
	{partC, evening, "evening evenings dusk sunset"}, {partC, night, "night nights nighttime overnight"}, {partC, midday, "midday"},
	{offsetC, -1, "yesterday"}, {offsetC, 0, "today"}, {offsetC, 1, "tomorrow"}, {partRefC, offsetPart(0, night), "tonight"},
	{refC, present, "now currently nowadays presently"}, {refC, past, "recently lately formerly"},
	{clockC, 1200, "noon midday"}, {clockC, 0, "midnight"},
	{ampmC, 1, "am a.m. a.m"}, {ampmC, 2, "pm p.m. p.m"},
	{eachC, 0, "every each"}, {freqC, int(dayUnit), "daily"}, {freqC, int(week), "weekly"}, {freqC, int(month), "monthly"},
	{freqC, int(year), "annually yearly"}, {freqC, int(hour), "hourly"},
	{detC, 0, "the a an"}, {thatC, 0, "that same"}, {withinC, 0, "within"},
	{byC, 0, "by until till"}, {andC, 0, "and or"}, {rangeC, 0, "to through until till - – — and"},
	{zoneC, gmtZone, "GMT"}, {zoneC, utcZone, "UTC"}, {zoneC, eastern, "EST"}, {zoneC, easternDay, "EDT"}, {zoneC, easternTime, "ET"},
	{zoneC, central, "CST"}, {zoneC, centralDay, "CDT"}, {zoneC, centralTime, "CT"}, {zoneC, mountain, "MST"}, {zoneC, mountainDay, "MDT"},
	{zoneC, pacific, "PST"}, {zoneC, pacificDay, "PDT"}, {zoneC, pacificTime, "PT"}, {zoneC, cet, "CET"}, {zoneC, cest, "CEST"}, {zoneC, london, "BST"},
	{eraC, 0, "bc bce b.c. b.c"}, {adC, 0, "ad ce a.d."},
	{quarterC, 1, "Q1"}, {halfC, 5, "half"},
	{vagueC, vague, "several few some many"},
	{numC, 1, "a an one"}, {numC, 2, "two"}, {coupleC, 2, "couple"}, {coupleC, vague, "number dozen"}, {ofC, 0, "of"}, {scaleC, 100, "hundred"}, {scaleC, 1000, "thousand"}, {scaleC, 1000000, "million"},
	{ordC, -1, "last final"}, {ordC, 1, "first"}, {ordC, 2, "second"}, {ordC, 3, "third"},
	{decadeC, 20, "twenties"}, {decadeC, 30, "thirties"}, {decadeC, 40, "forties"}, {decadeC, 50, "fifties"}, {decadeC, 60, "sixties"},
	{decadeC, 70, "seventies"}, {decadeC, 80, "eighties"}, {decadeC, 90, "nineties"},
	{aheadC, 0, "set agreed agrees agree plans plan planned hopes hope hoped expected expects expect scheduled due vowed promised wants want wanted ready intends intend likely about slated pledged going needs need ordered asked told supposed decided try deadline time"},
	{ageC, 0, "old"}, {adjC, 0, "more full whole straight consecutive long business working trading calendar additional other successive mere solid short extra further critical"},
	{holidayC, thanksgiving, "Thanksgiving"}, {holidayC, christmas, "Christmas"}, {holidayC, easterSunday, "Easter"}, {holidayC, halloween, "Halloween"},
	{holidayC, juneteenth, "Juneteenth"}, {holidayC, pentecost, "Pentecost"},
}

const (
	englishNumbers  = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
	englishTens     = "twenty thirty forty fifty sixty seventy eighty ninety"
	englishOrdinals = "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)

func english() *language {
	l := newLanguage("en")
	l.nextSkips = true
	l.monthFirst, l.decadeYears = true, true
	l.add(englishLexicon...)
	l.count(numC, 0, englishNumbers)
	for i, w := range strings.Fields(englishTens) {
		l.add(table{numC, 20 + 10*i, w})
	}
	l.count(ordC, 4, englishOrdinals)
	l.tenses(futureTense, "will shall would could may might should must can due scheduled expected expects expect plans planned planning upcoming ll")
	l.tenses(pastTense, "was were had did said told went came took made became began got gave found left held met rose fell saw ran sold bought lost won led won paid cut hit sent brought set put has have been wrote spoke broke chose shot struck grew drew flew knew threw")
	l.clauseTense = englishTense
	l.compile(append(englishRules, numericRules...))
	return l
}

// count adds words whose values go up by one.
func (l *language) count(c class, from int, words string) {
	for i, w := range strings.Fields(words) {
		if _, ok := l.words[w].sense(c); !ok {
			l.add(table{c, from + i, w})
		}
	}
}

// tenses notes the tense that words show.
func (l *language) tenses(t tense, words string) {
	for _, w := range strings.Fields(words) {
		l.intern(w).tense = t
	}
}

// Sets of a rule: what its form says beyond its words.
func sets(v string) func(*meaning) { return func(m *meaning) { m.ref = v } }
func eventAnchored(m *meaning)     { m.anchor = fromEvent }
func ahead(m *meaning)             { m.dir, m.anchor = 1, fromDCT }
func back(m *meaning)              { m.dir, m.anchor = -1, fromDCT }
func nextEvent(m *meaning) {
	m.dir, m.anchor, m.num, m.hasNum, m.whole = 1, fromEvent, 1, true, true
}
func previousEvent(m *meaning) {
	m.dir, m.anchor, m.num, m.hasNum, m.whole = -1, fromEvent, 1, true, true
}
func started(m *meaning)  { m.mod = modName[modStart] }
func atMost(m *meaning)   { m.mod = modName[modAtMost] }
func atLeast(m *meaning)  { m.mod = modName[modAtLeast] }
func moreThan(m *meaning) { m.mod = modName[modMore] }
func ended(m *meaning)    { m.mod = modName[modEnd] }
func single(m *meaning)   { m.num, m.hasNum = 1, true }

var englishRules = []rule{
	// Days and months, with what may stand around them.
	{kind: pointKind, name: "month-day-year", pattern: "month .? <day> ,? <year>|<yy>"},
	{kind: pointKind, name: "month-day-year", pattern: "weekday .? ,? month .? <day> ,? <year>|<yy>"},
	{kind: pointKind, name: "month-day", pattern: "det? month .? <day>"},
	{kind: pointKind, name: "month-day", pattern: "det? weekday .? ,? month .? <day>"},
	{kind: pointKind, name: "day-month-year", pattern: "<day> 'of'? month .? ,? <year>|<yy>"},
	{kind: pointKind, name: "day-month-year", pattern: "weekday ,? det? <day> 'of'? month .? ,? <year>|<yy>"},
	{kind: pointKind, name: "day-month", pattern: "<day> 'of'? month"},
	{kind: pointKind, name: "day-month", pattern: "weekday ,? det? <day> 'of'? month"},
	{kind: pointKind, name: "day-dash-month", pattern: "<day> - month - <year>"},
	{kind: pointKind, name: "month-year", pattern: "det? mod? -? month .? ,? 'of'? <year>|<yy>"},
	{kind: pointKind, name: "mod-month", pattern: "det? mod -? 'in'? month .?"},
	{kind: pointKind, name: "mod-rel-month", pattern: "det? mod rel month"},
	{kind: pointKind, name: "mod-of-month", pattern: "det? mod 'of' month .? <year>?"},
	{kind: pointKind, name: "month", pattern: "month", when: aMonth},
	{kind: pointKind, name: "rel-month", pattern: "rel month"},
	{kind: pointKind, name: "month-rel-year", pattern: "mod? -? month 'of'? rel unit"},
	{kind: pointKind, name: "month-that-year", pattern: "mod? -? month <day>? ,? 'of'? det? that unit"},
	{kind: pointKind, name: "month-day-part", pattern: "det? part 'of' month .? <day> ,? <year>?"},
	{kind: pointKind, name: "day-of-month", pattern: "det <ord> 'of' rel 'month'"},
	// Ranges that share a month or a year.
	{kind: pointKind, name: "days-of-month", pattern: "( month .? <day> ) range ( <day> ,? <year>? )"},
	{kind: pointKind, name: "days-of-month", pattern: "( <day> ) range ( <day> 'of'? month ,? <year>? )"},
	{kind: pointKind, name: "day-range", pattern: "( month .? <day> ) range ( month .? <day> ,? <year>? )"},
	{kind: pointKind, name: "month-range", pattern: "( month ) range ( month <year> )"},
	{kind: pointKind, name: "year-range", pattern: "( <year> ) -|–|'to' ( <year> )"},
	// Weekdays.
	{kind: pointKind, name: "weekday", pattern: "weekday"},
	{kind: pointKind, name: "rel-weekday", pattern: "rel weekday part?"},
	{kind: pointKind, name: "weekday-rel-week", pattern: "weekday 'of'? rel unit"},
	{kind: pointKind, name: "weekday-part", pattern: "mod? 'on'? weekday part"},
	{kind: pointKind, name: "mod-weekday", pattern: "mod|earlier|later 'on'? weekday part?"},
	{kind: pointKind, name: "part-of-weekday", pattern: "part 'of'|'on' weekday"},
	// Days counted from today.
	{kind: pointKind, name: "offset", pattern: "offset"},
	{kind: pointKind, name: "offset-part", pattern: "mod|earlier|later? offset part"},
	{kind: pointKind, name: "part-ref", pattern: "partref"},
	{kind: pointKind, name: "mod-offset", pattern: "earlier|later|mod offset"},
	{kind: pointKind, name: "day-before-yesterday", pattern: "det 'day' 'before' 'yesterday'", set: func(m *meaning) { m.offset = -2 }},
	{kind: pointKind, name: "day-after-tomorrow", pattern: "det 'day' 'after' 'tomorrow'", set: func(m *meaning) { m.offset = 2 }},
	{kind: pointKind, name: "last-night", pattern: "'last' 'night'", set: func(m *meaning) { m.offset, m.part = -1, night }},
	{kind: pointKind, name: "overnight", pattern: "'overnight'", set: func(m *meaning) { m.part = night }},
	{kind: pointKind, name: "overnight", pattern: "'overnight' 'into' weekday", set: func(m *meaning) { m.part = night }},
	{kind: pointKind, name: "this-part", pattern: "mod|earlier|later? 'this' part", set: func(m *meaning) { m.offset = 0 }},
	// Last, this and next of a unit.
	{kind: shiftKind, name: "following-unit", pattern: "det 'following'|'next' unit", set: nextEvent, when: notPlural},
	{kind: shiftKind, name: "previous-unit", pattern: "det 'previous'|'preceding' unit", set: previousEvent, when: notPlural},
	{kind: pointKind, name: "rel-unit", pattern: "det? mod|earlier|later? rel unit", when: notPlural},
	{kind: pointKind, name: "fiscal-rel-year", pattern: "rel 'fiscal'|'financial'|'calendar' 'year'", set: func(m *meaning) { m.unit = year }},
	{kind: pointKind, name: "mod-of-rel-unit", pattern: "det? mod 'of' rel unit"},
	{kind: pointKind, name: "mod-of-unit", pattern: "det? mod 'of' det? unit"},
	{kind: pointKind, name: "unit-end", pattern: "'year'|'month' -? 'end'", set: func(m *meaning) { m.unit, m.mod = year, modName[modEnd] }},
	{kind: pointKind, name: "same-unit", pattern: "'that' 'same'? unit|part", when: notPlural, set: func(m *meaning) { m.that = true }},
	{kind: pointKind, name: "same-unit", pattern: "det 'same' unit", when: notPlural, set: func(m *meaning) { m.that = true }},
	{kind: pointKind, name: "mod-that-unit", pattern: "mod|earlier|later 'that' unit", set: func(m *meaning) { m.that = true }},
	// Seasons, quarters, halves.
	{kind: pointKind, name: "season-year", pattern: "det? mod? -? season 'of'? <year>|<yy>"},
	{kind: pointKind, name: "rel-season", pattern: "mod? rel season"},
	{kind: pointKind, name: "season", pattern: "det? mod? -? season", when: aSeason},
	{kind: pointKind, name: "quarter", pattern: "det? ord -? 'quarter'", set: quarters},
	{kind: pointKind, name: "quarter-year", pattern: "det? ord -? 'quarter' 'of'|'in'? <year>", set: quarters},
	{kind: pointKind, name: "quarter-rel-year", pattern: "det? ord -? 'quarter' 'of' rel 'year'", set: quarters},
	{kind: pointKind, name: "rel-quarter", pattern: "det? 'latest' 'quarter'|'period'", set: func(m *meaning) { m.rel, m.unit = -1, quarter }},
	{kind: pointKind, name: "half-year", pattern: "det? ord -? 'half' 'of'|'in' <year>", set: halves},
	{kind: pointKind, name: "later-half", pattern: "det? 'latter'|'back' -? 'half' 'of'|'in' <year>", set: func(m *meaning) { m.half = 2 }},
	{kind: pointKind, name: "half-rel-year", pattern: "det? ord -? 'half' 'of' rel 'year'", set: halves},
	{kind: pointKind, name: "half-year", pattern: "det? ord -? 'half' 'of' det 'year'", set: halves},
	{kind: pointKind, name: "the-quarter", pattern: "det 'quarter'", set: func(m *meaning) { m.that, m.unit = true, quarter }},
	{kind: pointKind, name: "quarter-of-year", pattern: "det? <year> ord -? 'quarter'", set: quarters},
	{kind: durationKind, name: "fiscal-year", pattern: "det 'fiscal' 'year'", set: func(m *meaning) { m.unit = year; single(m) }},
	{kind: durationKind, name: "year-ending", pattern: "( det 'year' ) 'ended'|'ending'", set: func(m *meaning) { m.unit = year; single(m) }},
	{kind: pointKind, name: "the-year", pattern: "'for' ( 'the' unit )", when: wholeUnit},
	{kind: pointKind, name: "quarter-ended", pattern: "( det 'quarter'|'period' ) 'ended'|'ending' month", set: quarterOfMonth},
	{kind: pointKind, name: "quarter-rel-year", pattern: "rel 'year' ' ~ 's' ord 'quarter'", set: func(m *meaning) { m.unit = year; m.quarter, m.ord = m.ord, 0 }},
	{kind: pointKind, name: "same-quarter-rel-year", pattern: "rel 'year' ' ~ 's' 'quarter'", set: func(m *meaning) { m.that, m.unit = true, quarter }},
	{kind: pointKind, name: "year-end", pattern: "'year' ' 's' 'end'", set: func(m *meaning) { m.unit, m.mod = year, modName[modEnd] }},
	{kind: pointKind, name: "year-quarter", pattern: "det? <year> -? 'quarter'|'period'", set: func(m *meaning) { m.that, m.unit = true, quarter }},
	{kind: pointKind, name: "in-the-unit", pattern: "earlier|later 'in' 'the' unit"},
	// Years, decades, centuries.
	{kind: pointKind, name: "year", pattern: "<year>", when: aYear},
	{kind: pointKind, name: "short-year", pattern: "<yy>", when: noQuote},
	{kind: pointKind, name: "fiscal-year", pattern: "'fiscal'|'financial' 'year'? <year>|<yy>"},
	{kind: pointKind, name: "mod-year", pattern: "det? mod -? 'of'|'in'? <year>"},
	{kind: pointKind, name: "year-era", pattern: "mod? month? <bigyear> era"},
	{kind: pointKind, name: "year-ad", pattern: "<bigyear> ad"},
	{kind: pointKind, name: "year-ad", pattern: "ad <bigyear>"},
	{kind: pointKind, name: "decade", pattern: "det? mod? -? <decade>"},
	{kind: pointKind, name: "decade-word", pattern: "det mod? -? decade"},
	{kind: pointKind, name: "century", pattern: "det? mod? -? <ord> -? 'century' era?", set: func(m *meaning) { m.unit = century }},
	{kind: pointKind, name: "turn-of-century", pattern: "det 'turn' 'of' det 'century'", set: func(m *meaning) { m.unit = century }},
	{kind: pointKind, name: "nth-of", pattern: "det ord unit 'of'|'in' month <year>?"},
	{kind: pointKind, name: "nth-of", pattern: "det ord unit 'of'|'in' <year>"},
	{kind: pointKind, name: "nth-of", pattern: "det ord weekday 'in'|'of' month <year>?"},
	{kind: pointKind, name: "weekend", pattern: "det 'weekend'", set: func(m *meaning) { m.unit = weekend }},
	{kind: ignoreKind, name: "fraction", pattern: "<num> -? 'quarters'|'quarter' 'of'"},
	{kind: ignoreKind, name: "fraction", pattern: "approx? 'three' - 'quarters'"},
	{kind: ignoreKind, name: "ordinal", pattern: "'a'|'the' 'second'", when: notAUnit},
	{kind: ignoreKind, name: "fall-of", pattern: "'the' 'fall' 'of'", when: notAYear},
	// Clock times.
	{kind: pointKind, name: "clock", pattern: "<clock> ampm? zone?"},
	{kind: pointKind, name: "clock-ampm", pattern: "<hour>|<dotclock> ampm zone?"},
	{kind: pointKind, name: "clock-oclock", pattern: "<hour> 'o' '|’ 'clock' ampm?"},
	{kind: pointKind, name: "clock-word", pattern: "clock zone?"},
	{kind: pointKind, name: "clock-day", pattern: "<clock>|<hour> ampm zone? ,? 'on'|'of'? weekday|offset|partref"},
	{kind: pointKind, name: "clock-day", pattern: "<clock> zone? ,? 'on'? weekday|offset|partref"},
	{kind: pointKind, name: "clock-day", pattern: "clock zone? 'on'? weekday|offset"},
	{kind: pointKind, name: "clock-part", pattern: "<clock>|<hour> ampm? 'in' 'the' part"},
	{kind: pointKind, name: "clock-date", pattern: "<clock>|<hour> ampm? zone? ,? 'on' weekday? ,? month .? <day> ,? <year>?"},
	{kind: pointKind, name: "day-clock", pattern: "weekday|offset ,? 'at'? <clock>|<hour> ampm zone?"},
	{kind: pointKind, name: "day-clock", pattern: "weekday|offset ,? 'at' <clock> zone?"},
	{kind: pointKind, name: "date-clock", pattern: "month .? <day> ,? <year>? ,? 'at'? <clock>|<hour> ampm zone?"},
	// Holidays.
	{kind: pointKind, name: "holiday", pattern: "holiday 'Day'|'day'|'Sunday'|'Monday'? <year>?"},
	{kind: pointKind, name: "holiday-eve", pattern: "'Christmas' 'Eve' <year>?", set: named(christmasEve)},
	{kind: pointKind, name: "new-year", pattern: "'New' 'Year' ' ~ 's' 'Day'? <year>?", set: named(newYear)},
	{kind: pointKind, name: "new-years-eve", pattern: "'New' 'Year' ' ~ 's' 'Eve' <year>?", set: named(newYearsEve)},
	{kind: pointKind, name: "good-friday", pattern: "'Good' 'Friday' <year>?", set: named(goodFriday)},
	{kind: pointKind, name: "ash-wednesday", pattern: "'Ash' 'Wednesday' <year>?", set: named(ashWednesday)},
	{kind: pointKind, name: "election-day", pattern: "'Election' 'Day' <year>?", set: named(electionDay)},
	{kind: pointKind, name: "independence-day", pattern: "'Independence' 'Day' <year>?", set: named(independence)},
	{kind: pointKind, name: "labor-day", pattern: "'Labor' 'Day' <year>?", set: named(laborUS)},
	{kind: pointKind, name: "memorial-day", pattern: "'Memorial' 'Day' <year>?", set: named(memorial)},
	{kind: pointKind, name: "veterans-day", pattern: "'Veterans' 'Day' <year>?", set: named(veterans)},
	{kind: pointKind, name: "boxing-day", pattern: "'Boxing' 'Day' <year>?", set: named(boxing)},
	{kind: pointKind, name: "black-friday", pattern: "'Black' 'Friday' <year>?", set: named(blackFriday)},
	{kind: pointKind, name: "valentine", pattern: "'Valentine' ' ~ 's' 'Day' <year>?", set: named(valentine)},
	{kind: pointKind, name: "rel-holiday", pattern: "rel holiday"},
	// So long before or after.
	{kind: shiftKind, name: "ago", pattern: "approx? <num> adj? unit ago"},
	{kind: shiftKind, name: "ago-compound", pattern: "<num> unit 'and' <num> unit ago"},
	{kind: shiftKind, name: "earlier", pattern: "approx? <num> unit -? earlier|later", when: notBeforeSomething},
	{kind: shiftKind, name: "from-now", pattern: "<num> unit 'from' 'now'|'today'", set: ahead},
	{kind: shiftKind, name: "in-ahead", pattern: "'in' ( approx? <num> unit )", set: ahead, when: looksAhead},
	{kind: shiftKind, name: "unit-ago", pattern: "unit -? ago", set: single},
	{kind: shiftKind, name: "year-ago-period", pattern: "det? 'year' -? ago|earlier 'quarter'|'period'", set: func(m *meaning) { m.unit = year; single(m) }},
	{kind: shiftKind, name: "year-ago-period", pattern: "det? 'year' -? ago|earlier 'third'|'first'|'second'|'fourth' 'quarter'", set: func(m *meaning) { m.unit = year; single(m) }},
	{kind: shiftKind, name: "unit-earlier", pattern: "unit - earlier", set: single},
	{kind: shiftKind, name: "day-before", pattern: "det unit 'before'|'earlier'", set: previousEvent, when: notBeforeSomething},
	{kind: shiftKind, name: "day-after", pattern: "det unit 'later'", set: nextEvent},
	{kind: shiftKind, name: "the-next-day", pattern: "'next' 'day'", set: nextEvent},
	// Durations.
	{kind: durationKind, name: "term", pattern: "within ( det? approx? <num> adj? unit )"},
	{kind: durationKind, name: "term", pattern: "within det 'next'|'coming' ( <num> adj? unit )"},
	{kind: durationKind, name: "duration", pattern: "approx? <num> -? adj? unit", when: countable},
	{kind: ignoreKind, name: "age", pattern: "det? <num> - unit -? age"},
	{kind: ignoreKind, name: "age", pattern: "<num> unit age"},
	{kind: durationKind, name: "duration-adjective", pattern: "<num> <epithet> unit"},
	{kind: durationKind, name: "duration-two", pattern: "<num> unit ,|'and' <num> unit"},
	{kind: durationKind, name: "duration-two", pattern: "<int> unit <int> unit"},
	{kind: durationKind, name: "and-a-half", pattern: "<num> unit 'and' 'a' half", set: plusHalf},
	{kind: durationKind, name: "past-decade", pattern: "det? 'past'|'last' unit", set: pastLong, when: decadeUnit},
	{kind: durationKind, name: "rel-duration", pattern: "det? rel|'first'|'final'|'last' approx? <num> adj? unit", set: window},
	{kind: durationKind, name: "the-duration", pattern: "det? <num> -? unit", when: countable},
	{kind: durationKind, name: "num-to-num", pattern: "<num> 'to'|'or'|- <num> unit", set: firstNumber},
	{kind: durationKind, name: "more-than", pattern: "'more'|'over' 'than'? <num> unit", set: moreThan},
	{kind: durationKind, name: "less-than", pattern: "'less'|'fewer' 'than' <num> unit", set: func(m *meaning) { m.mod = modName[modLess] }},
	{kind: durationKind, name: "at-least", pattern: "'at' 'least' <num> adj? unit", set: atLeast},
	{kind: durationKind, name: "up-to", pattern: "'up' 'to' <num> unit", set: atMost},
	{kind: durationKind, name: "at-most", pattern: "'at' 'most' <num> unit", set: atMost},
	{kind: durationKind, name: "no-more-than", pattern: "'no' 'more' 'than' <num> unit", set: atMost},
	{kind: durationKind, name: "recent-units", pattern: "'recent' unit"},
	{kind: durationKind, name: "units", pattern: "unit", when: pluralUnit},
	{kind: durationKind, name: "unit-long", pattern: "unit - 'long'", set: single},
	{kind: durationKind, name: "the-unit", pattern: "det? 'full'|'entire'|'whole' unit", set: single},
	// Repeated times.
	{kind: setKind, name: "each", pattern: "each <num>? unit|weekday|month|season|part"},
	{kind: setKind, name: "each-weekday-part", pattern: "each weekday part"},
	{kind: setKind, name: "freq", pattern: "freq"},
	{kind: setKind, name: "other-unit", pattern: "each 'other' unit|weekday", set: func(m *meaning) { m.num, m.hasNum = 2, true }},
	{kind: setKind, name: "per-unit", pattern: "'per' ( unit )", set: single},
	{kind: setKind, name: "times-a-unit", pattern: "'once'|'twice' ( 'a' unit )", set: single},
	{kind: setKind, name: "weekdays", pattern: "weekday", when: pluralWord},
	// Vague references.
	{kind: refKind, name: "ref", pattern: "ref"},
	{kind: refKind, name: "soon", pattern: "'soon'", set: sets("FUTURE_REF"), when: looksAhead},
	{kind: ignoreKind, name: "as-soon", pattern: "'as' 'soon' 'as'"},
	{kind: refKind, name: "previously", pattern: "'previously'", set: sets("PAST_REF"), when: atHead},
	{kind: ignoreKind, name: "this-time", pattern: "'this' 'time'", when: atHead},
	{kind: ignoreKind, name: "foreseeable", pattern: "'the' 'foreseeable' 'future'"},
	{kind: refKind, name: "these-days", pattern: "'these' 'days'", set: sets("PRESENT_REF")},
	{kind: refKind, name: "present", pattern: "'at' 'present'", set: sets("PRESENT_REF")},
	{kind: refKind, name: "present", pattern: "'current'", set: sets("PRESENT_REF")},
	{kind: refKind, name: "recent", pattern: "'recent'", set: sets("PAST_REF")},
	{kind: refKind, name: "past", pattern: "det 'past'", set: sets("PAST_REF")},
	{kind: refKind, name: "future", pattern: "det 'near'|'immediate'? 'future'", set: sets("FUTURE_REF")},
	{kind: refKind, name: "future", pattern: "'future'", set: sets("FUTURE_REF"), when: inNarrative},
	{kind: refKind, name: "former", pattern: "'former'", set: sets("PAST_REF"), when: inNarrative},
	{kind: refKind, name: "this-time", pattern: "'this' 'time'|'moment'", set: sets("PRESENT_REF")},
}

// firstNumber takes the lower count of "two to three weeks".
func firstNumber(m *meaning) { m.num = m.low }

// notAUnit lets "the second week" be one.
func notAUnit(p *parser, _, j int) bool {
	return !p.is(j, unitC) && !p.is(j, halfC) && p.word(j) != "-"
}

// notAYear lets "the fall of 1941" be a season.
func notAYear(p *parser, _, j int) bool { return j >= len(p.toks) || p.toks[j].kind != numberToken }

func atHead(p *parser, i, _ int) bool { return p.toks[i].upper }

// notBeforeSomething refuses "a month before the vote", which counts from the
// vote and not from what was told.
func notBeforeSomething(p *parser, _, j int) bool {
	return !isWord(p.word(j-1), "before") || j >= len(p.toks) || p.toks[j].kind == markToken
}

// countable keeps the year in "1988 second-quarter" from being a count.
func countable(p *parser, i, j int) bool {
	for k := i; k < j; k++ {
		if t := &p.toks[k]; t.kind == numberToken && t.digits == 4 && t.num >= 1900 && t.num < 2100 && !pluralWord(p, j-1, j) {
			return false
		}
	}
	return true
}

func decadeUnit(p *parser, i, j int) bool {
	u, ok := p.sense(j-1, unitC)
	return ok && unit(u) >= decade && !pluralWord(p, j-1, j)
}

// window turns "the past" and "the next" before a count into a stretch of time
// that touches the DCT.
func window(m *meaning) {
	if m.rel != unset && m.ord == 0 {
		m.window = m.rel
	}
	m.rel, m.ord = unset, 0
}

func vagueWindow(m *meaning) { window(m); m.num, m.hasNum = vague, true }

func pastLong(m *meaning) { m.num, m.hasNum = 1, true }

// noQuote tells the apostrophe of '98 from a quotation mark.
func noQuote(p *parser, i, j int) bool {
	return p.word(i-1) != "'" && p.word(i-1) != "‘" && (j >= len(p.toks) || p.toks[j].kind == markToken || !p.toks[j].upper)
}

func named(i int) func(*meaning) { return func(m *meaning) { m.holiday, m.weekday = &holidays[i], 0 } }

func inNarrative(p *parser, _, _ int) bool { return p.opt.Mode == Narrative }

func wholeUnit(p *parser, i, j int) bool {
	return notPlural(p, i, j) && !isWord(p.word(j-1), "quarter", "first", "second")
}

// quarterOfMonth is "the quarter ended Sept. 30".
func quarterOfMonth(m *meaning) { m.quarter, m.month = (m.month+2)/3, 0 }

func quarters(m *meaning) { m.quarter, m.ord, m.unit = m.ord, 0, noUnit }
func halves(m *meaning) {
	m.half, m.ord = m.ord, 0
	if m.rel == unset && m.year == 0 {
		m.rel = 0
	}
	if m.rel != unset {
		m.unit = year
	}
}

// aMonth tells whether "May", "March" and abbreviations alone are months: after
// a preposition, or with no other reading.
func aMonth(p *parser, i, j int) bool {
	switch p.word(i) {
	case "May", "March":
	default:
		if j-i == 1 && j < len(p.toks) && p.word(j) == "." && !p.toks[j].space || len(p.word(i)) > 4 || isWord(p.word(i), "June", "July") {
			return true
		}
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

// notPlural refuses "last years"; a length of time is another rule's.
func notPlural(p *parser, i, j int) bool { return !pluralWord(p, j-1, j) }

func pluralUnit(p *parser, i, j int) bool {
	if isWord(p.word(i), "minutes", "hours") && !isWord(p.word(i-1), "for", "in", "within", "of", "after", "mere") {
		return false // of a meeting, of business
	}
	return pluralWord(p, i, j) && !p.is(i, ordC) && !isWord(p.word(i), "seconds", "quarters")
}

func isWord(w string, words ...string) bool {
	for _, x := range words {
		if strings.EqualFold(w, x) {
			return true
		}
	}
	return false
}

func pluralWord(p *parser, i, j int) bool {
	w := p.word(j - 1)
	return strings.HasSuffix(w, "s") && len(w) > 3 || w == "centuries"
}

// aYear tells whether four digits alone are a year.
func aYear(p *parser, i, j int) bool {
	t := &p.toks[i]
	if t.kind != numberToken {
		return j-i > 1
	}
	if i > 0 {
		switch w := strings.ToLower(p.word(i - 1)); w {
		case "$", "€", "£", "¥", "#", "no", "nr", "number", "page", "room", "channel", "flight", "route", "some", "about", "nearly", "over", "than", "boeing", "+", "=", "model", "/":
			return false
		case "in", "since", "until", "by", "of", "from", "during", "after", "before", "the", "early", "late", "for", "through", "and", "to", "between", "fiscal", "year":
			return p.yearRange(i) && !p.counts(j)
		case "-", "–", ".", ",":
			if !t.space && p.toks[i-1].start > 0 && i > 1 && !p.toks[i-1].space {
				return false
			}
		}
	}
	return t.num >= 1400 && t.num <= 2100 && !p.counts(j)
}

func (p *parser) yearRange(i int) bool { return p.toks[i].num >= 1000 && p.toks[i].num <= 2199 }

// counts tells whether token j makes a count of the number before it.
func (p *parser) counts(j int) bool {
	if j >= len(p.toks) {
		return false
	}
	switch strings.ToLower(p.word(j)) {
	case "%", "percent", "people", "points", "miles", "feet", "meters", "metres", "km", "tons", "dollars", "men", "women", "soldiers", "troops",
		"employees", "workers", "copies", "units", "shares", "votes", "jobs", "acres", "pounds", "barrels", "members", "million", "billion":
		return true
	}
	return p.is(j, unitC)
}

// looksAhead tells whether "in two weeks" means after them: the nearest verb is
// a plain future, and "in" does not measure ("in two weeks of fighting").
func looksAhead(p *parser, i, j int) bool {
	if isWord(p.word(j), "of") {
		return false
	}
	v := p.verbAround(i, j)
	if v < 0 || p.tenseAt(v) != futureTense {
		return false
	}
	return !isWord(p.word(v), "would", "could", "may", "might", "can", "should", "must")
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

// englishTense reads the tense off the nearest verb before the expression, else
// the first one after it; "until" and "by" look ahead.
func englishTense(p *parser, f *found) tense {
	if p.is(f.start-1, byC) && f.m.weekday != 0 && f.m.day == 0 {
		return futureTense
	}
	return p.tenseAt(p.verbAround(f.start, f.end))
}

// clauseTokens bounds how far from an expression its verb is looked for.
const clauseTokens = 60

// verbAround is the token of the nearest verb before i, else the first from j;
// -1 where the sentence has none.
func (p *parser) verbAround(i, j int) int {
	for k := i - 1; k >= max(0, i-clauseTokens); k-- {
		if p.infinitive(k, i) || p.verb(k) != noTense {
			return k
		}
	}
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
