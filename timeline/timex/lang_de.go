package timex

import (
	"strings"
)

var germanLexicon = []table{
	{monthC, 1, "Januar Jänner Jan"}, {monthC, 2, "Februar Feber Feb"}, {monthC, 3, "März Mrz"}, {monthC, 4, "April Apr"},
	{monthC, 5, "Mai"}, {monthC, 6, "Juni Jun"}, {monthC, 7, "Juli Jul"}, {monthC, 8, "August Aug"},
	{monthC, 9, "September Sept Sep"}, {monthC, 10, "Oktober Okt"}, {monthC, 11, "November Nov"}, {monthC, 12, "Dezember Dez"},
	{weekdayC, 1, "Montag Montags"}, {weekdayC, 2, "Dienstag Dienstags"}, {weekdayC, 3, "Mittwoch Mittwochs"},
	{weekdayC, 4, "Donnerstag Donnerstags"}, {weekdayC, 5, "Freitag Freitags"}, {weekdayC, 6, "Samstag Samstags Sonnabend"}, {weekdayC, 7, "Sonntag Sonntags"},

	{unitC, int(second), "Sekunde Sekunden"}, {unitC, int(minute), "Minute Minuten"}, {unitC, int(hour), "Stunde Stunden"},
	{unitC, int(dayUnit), "Tag Tage Tagen Tags Tages Arbeitstag Arbeitstage Arbeitstagen Werktage Werktagen Kalendertage Kalendertagen"},
	{unitC, int(week), "Woche Wochen"}, {unitC, int(month), "Monat Monate Monaten Monats"}, {unitC, int(quarter), "Quartal Quartale Quartalen Quartals Vierteljahr"},
	{unitC, int(half), "Halbjahr Halbjahres Halbjahre Jahreshälfte"},
	{unitC, int(year), "Jahr Jahre Jahren Jahres Jahrs Lebensjahr Geschäftsjahr Geschäftsjahres Kalenderjahr Schuljahr"},
	{unitC, int(decade), "Jahrzehnt Jahrzehnte Jahrzehnten Jahrzehnts Dekade Dekaden"},
	{unitC, int(century), "Jahrhundert Jahrhunderte Jahrhunderten Jahrhunderts"}, {unitC, int(millennium), "Jahrtausend Jahrtausende Jahrtausenden Jahrtausends"},
	{unitC, int(weekend), "Wochenende Wochenenden Wochenendes"},

	{agoC, 0, "vor"}, {laterC, 0, "später danach darauf nachher"}, {earlierC, 0, "zuvor vorher davor früher"},
	{modC, modStart, "Anfang Beginn Anbruch"}, {modC, modMid, "Mitte"}, {modC, modEnd, "Ende Ausgang"},
	{approxC, modApprox, "etwa rund ungefähr circa ca zirka gegen um"}, {approxC, modLess, "fast knapp nahezu beinahe"},
	{approxC, modMore, "über"}, {approxC, modAtLeast, "mindestens"}, {approxC, modAtMost, "höchstens maximal"}, {approxC, modMore, "gut"},
	{seasonC, 1, "Frühling Frühjahr Frühlings Frühjahrs Lenz"}, {seasonC, 2, "Sommer Sommers Hochsommer Spätsommer"}, {seasonC, 3, "Herbst Herbsts Herbstes Spätherbst"}, {seasonC, 4, "Winter Winters"},
	{partC, morning, "Morgen Vormittag Morgens Vormittags früh morgens vormittags morgen"}, {partC, midday, "Mittag mittags Mittags mittag"},
	{partC, afternoon, "Nachmittag Nachmittags nachmittags nachmittag"}, {partC, evening, "Abend Abends abends abend"}, {partC, night, "Nacht nachts"},
	{offsetC, -3, "vorvorgestern"}, {offsetC, -2, "vorgestern"}, {offsetC, -1, "gestern"}, {offsetC, 0, "heute"}, {offsetC, 1, "morgen Morgen"}, {offsetC, 2, "übermorgen"},
	{clockC, 1200, "Mittag"}, {clockC, 0, "Mitternacht"},
	{refC, present, "jetzt derzeit momentan gegenwärtig aktuell zurzeit derzeitige derzeitigen heutzutage"},
	{refC, past, "kürzlich unlängst neulich damals einst früher ehemals jüngst letztens vorhin"},
	{refC, future, "demnächst bald künftig zukünftig zukünftige zukünftigen"},
	{eachC, 0, "jeden jedem jede jeder jedes alle aller allen"},
	{freqC, int(dayUnit), "täglich tägliche täglichen alltäglich alltäglichen tagtäglich"}, {freqC, int(week), "wöchentlich wöchentliche wöchentlichen"},
	{freqC, int(month), "monatlich monatliche monatlichen"}, {freqC, int(year), "jährlich jährliche jährlichen alljährlich alljährliche alljährlichen"},
	{freqC, int(hour), "stündlich"}, {freqC, int(quarter), "vierteljährlich"}, {freqC, int(half), "halbjährlich"},
	{detC, 0, "der die das den dem des"}, {thatC, 0, "selben gleichen demselben derselben"},
	{withinC, 0, "binnen innerhalb innert"}, {byC, 0, "bis spätestens"}, {leadC, 0, "am zum zur im"}, {andC, 0, "und oder"}, {rangeC, 0, "bis - – — und auf"},
	{eraC, 0, "v.chr v.chr."}, {adC, 0, "n.chr n.chr."},
	{zoneC, cet, "MEZ"}, {zoneC, cest, "MESZ"}, {zoneC, gmtZone, "GMT"}, {zoneC, utcZone, "UTC"}, {zoneC, localTime, "Ortszeit"},
	{vagueC, vague, "einige einigen einiger mehrere mehreren mehrerer wenige wenigen weniger viele vielen paar etliche etlichen"},
	{halfC, 15, "eineinhalb anderthalb einundeinhalb"}, {halfC, 25, "zweieinhalb"}, {halfC, 35, "dreieinhalb"}, {halfC, 45, "viereinhalb"}, {halfC, 55, "fünfeinhalb"},
	{halfC, 5, "halbe halben halbes halbe halb"},
	{scaleC, 1000, "tausend"}, {scaleC, 1000000, "Millionen"},
	{ordC, -1, "letzten letzte letzter letztes"},
	{adjC, 0, "lange langen ganze ganzen volle vollen weitere weiteren weiterer aufeinanderfolgende ersten letzten vergangenen kommenden nächsten"},
	{markC, 0, "uhr Uhr"},
	{holidayC, christmas, "Weihnachten Weihnachtstag Christtag"}, {holidayC, christmasEve, "Heiligabend"}, {holidayC, newYearsEve, "Silvester"}, {holidayC, newYear, "Neujahr Neujahrstag"},
	{holidayC, easterSunday, "Ostern Ostersonntag"}, {holidayC, easterMonday, "Ostermontag"}, {holidayC, goodFriday, "Karfreitag"}, {holidayC, maundyThursday, "Gründonnerstag"}, {holidayC, holySaturday, "Karsamstag"},
	{holidayC, pentecost, "Pfingsten Pfingstsonntag"}, {holidayC, whitMonday, "Pfingstmontag"}, {holidayC, ascension, "Himmelfahrt Himmelfahrtstag"}, {holidayC, corpusChristi, "Fronleichnam"},
	{holidayC, allSaints, "Allerheiligen"}, {holidayC, carnivalMonday, "Rosenmontag"}, {holidayC, ashWednesday, "Aschermittwoch"}, {holidayC, epiphany, "Dreikönigstag Dreikönig"},
	{holidayC, nicholas, "Nikolaustag"}, {holidayC, palmSunday, "Palmsonntag"}, {holidayC, shroveTuesday, "Faschingsdienstag"}, {holidayC, assumption, "Hochunserfrauentag"},
}

// germanRel are the stems of "last", "this" and "next", which take the endings
// of an adjective.
var germanRel = []table{
	{relC, -1, "vergangen letzt vorig vorangegangen verflossen abgelaufen vorherig"}, {relC, 0, "dies laufend heurig jetzig aktuell"},
	{relC, 1, "nächst kommend folgend darauffolgend bevorstehend"},
}

// The number words, from zero; those above twelve and below twenty are regular
// but for two.
var germanOnes = strings.Fields("null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn")

var germanTens = strings.Fields("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")

func german() *language {
	l := newLanguage("de")
	l.dotOrdinal = true
	l.add(germanLexicon...)
	for _, t := range germanRel {
		for _, stem := range strings.Fields(t.words) {
			for _, ending := range []string{"e", "en", "em", "er", "es"} {
				l.add(table{t.class, t.val, stem + ending})
			}
		}
	}
	l.germanNumbers()
	l.germanCompounds()
	for i, w := range germanTens {
		l.add(table{decadeC, 20 + 10*i, w + "er"})
	}
	l.tenses(futureTense, "wird werden werde würden würde soll sollen will wollen möchte plant planen geplant vorgesehen angesetzt angekündigt anberaumt kann können könnte könnten muss müssen darf dürfen voraussichtlich")
	l.tenses(pastTense, "war waren hat haben hatte hatten habe wurde wurden worden ging kam gab fand stand lag sah nahm hielt trat traf schlug trug fiel begann verlor gewann zog ließ lief stieg sprach schrieb blieb hieß rief verschwand erschien gelang starb stellte")
	l.tenses(presentTense, "findet finden beginnt beginnen startet starten kommt kommen geht gehen lädt laden trifft treffen tagt steht stehen endet läuft spielt spielen feiert feiern folgt folgen öffnet tritt treten bietet referiert setzen setzt entscheidet stimmt wählt fliege fährt reist gibt")
	l.clauseTense, l.verb = germanTense, germanVerb
	l.compile(append(germanRules, numericRules...))
	return l
}

// germanNumbers adds the words for 0 to 100 and their ordinals.
func (l *language) germanNumbers() {
	l.add(table{numC, 1, "eins einem einer eines einen eine"}, table{numC, 2, "zwo zweier beiden"}, table{numC, 3, "dreier"})
	l.add(table{numC, 100, "hundert einhundert"}, table{numC, 200, "zweihundert"}, table{numC, 300, "dreihundert"}, table{numC, 500, "fünfhundert"}, table{numC, 1000, "tausend eintausend"})
	irregular := map[int]string{1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
	for n := range 100 {
		w := germanNumber(n)
		l.add(table{numC, n, w})
		stem, ok := irregular[n]
		if !ok {
			stem = w + "t"
			if n >= 20 {
				stem = w + "st"
			}
		}
		if n > 0 {
			for _, ending := range []string{"e", "en", "em", "er", "es"} {
				l.add(table{ordC, n, stem + ending})
			}
		}
		l.numberUnit(n, w)
	}
	l.numberUnit(100, "hundert")
	l.vagueUnit("mehr")
	l.vagueUnit("viel")
}

func germanNumber(n int) string {
	switch {
	case n < 20:
		return germanOnes[n]
	case n%10 == 0:
		return germanTens[n/10-2]
	}
	return germanOnes[n%10] + "und" + germanTens[n/10-2]
}

var germanUnitStems = []struct {
	unit unit
	stem string
}{{year, "jährig"}, {month, "monatig"}, {week, "wöchig"}, {dayUnit, "tägig"}, {hour, "stündig"}, {minute, "minütig"}}

// numberUnit adds adjectives that hold a count and a unit: fünfjährige.
func (l *language) numberUnit(n int, w string) {
	for _, u := range germanUnitStems {
		for _, ending := range []string{"", "e", "en", "em", "er", "es"} {
			l.add(table{numUnitC, numUnit(n, u.unit), w + u.stem + ending})
		}
	}
}

func (l *language) vagueUnit(w string) {
	for _, u := range germanUnitStems {
		for _, ending := range []string{"", "e", "en", "em", "er", "es"} {
			l.add(table{numUnitC, numUnit(vague, u.unit), w + u.stem + ending})
		}
	}
}

// germanCompounds adds Montagabend, Jahresende, stundenlang and their kind.
func (l *language) germanCompounds() {
	parts := []table{{partC, morning, "morgen vormittag früh"}, {partC, midday, "mittag"}, {partC, afternoon, "nachmittag"}, {partC, evening, "abend"}, {partC, night, "nacht"}}
	days := strings.Fields("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag")
	add := func(day string, n int) {
		for _, p := range parts {
			for _, w := range strings.Fields(p.words) {
				for _, s := range []string{"", "s"} {
					l.add(table{weekdayC, weekdayPart(n, p.val), day + w + s})
				}
			}
		}
	}
	for i, d := range days {
		add(d, i+1)
	}
	add("Sonnabend", 6)
	for w, u := range map[string]unit{"jahrelang": year, "monatelang": month, "wochenlang": week, "tagelang": dayUnit, "stundenlang": hour, "minutenlang": minute, "jahrzehntelang": decade, "jahrhundertelang": century} {
		for _, ending := range []string{"", "e", "en", "em", "er", "es"} {
			l.add(table{numUnitC, numUnit(vague, u), w + ending})
		}
	}
	for i, u := range strings.Fields("Jahr Monat Woche") {
		unit := []unit{year, month, week}[i]
		for _, link := range []string{"s", "es", "n"} {
			for m, part := range []string{"anfang beginn", "mitte", "ende schluss"} {
				for _, w := range strings.Fields(part) {
					if u+link+w == "Wochenende" {
						continue
					}
					l.add(table{partOfC, unitPart(unit, m), u + link + w})
				}
			}
		}
	}
}

var germanRules = []rule{
	{kind: pointKind, name: "weekday-date", pattern: "weekday ,? det? <day> month .? <year>?"},
	{kind: pointKind, name: "weekday-date", pattern: "weekday ,? det? <date>"},
	{kind: pointKind, name: "weekday-day", pattern: "weekday ,? det? <daymonth> .?"},
	{kind: pointKind, name: "date", pattern: "<day> month .? <year>|<yy>?"},
	{kind: pointKind, name: "date-rel-year", pattern: "<day> month rel unit"},
	{kind: pointKind, name: "day-month-number", pattern: "<daymonth> .", when: isDayMonth},
	{kind: pointKind, name: "day-month-number", pattern: "<day> ~ <monthnum> ~ . <year>?", when: isDayMonth},
	{kind: pointKind, name: "day-of-rel-month", pattern: "<day> rel unit"},
	{kind: pointKind, name: "day-alone", pattern: "'am'|'zum'|'den'|'vom' ( <day> )", when: dottedDay},
	// Ranges and lists that share a month.
	{kind: pointKind, name: "days-of-month", pattern: "( <day> ) range|, 'den'|'zum'? ( <day> month .? <year>? )"},
	{kind: pointKind, name: "days-of-month", pattern: "( <day> ) , ( <day> ) range ( <day> month .? <year>? )"},
	{kind: pointKind, name: "days-of-month", pattern: "( <day> ) , ( <day> ) , ( <day> ) range ( <day> month .? <year>? )"},
	{kind: pointKind, name: "days-of-month", pattern: "( <day> ) , ( <day> ) , ( <day> ) , ( <day> ) range ( <day> month .? <year>? )"},
	{kind: pointKind, name: "days-of-month", pattern: "( <day> ) range ( <day> ) 'sowie' 'am'|'vom'? ( <day> month .? <year>? )"},
	{kind: pointKind, name: "days-of-month", pattern: "( <day> ) range ( <day> ) 'sowie' 'am'|'vom'? ( <day> ) range ( <day> month .? <year>? )"},
	{kind: pointKind, name: "days-of-month", pattern: "( <day> ) 'sowie' 'am'|'vom'? ( <day> month .? <year>? )"},
	{kind: pointKind, name: "day-range", pattern: "( <day> month ) range ( <day> month .? <year>? )"},
	{kind: pointKind, name: "month-range", pattern: "( mod? month ) range ( mod? month <year> )"},
	{kind: pointKind, name: "year-range", pattern: "( <year> ) -|–|'bis' ( <year> )"},
	// Months.
	{kind: pointKind, name: "month-year", pattern: "mod? det? month .? 'des'? 'Jahres'? <year>|<yy>"},
	{kind: pointKind, name: "month-rel-year", pattern: "mod? month rel unit"},
	{kind: pointKind, name: "month", pattern: "mod? month", when: germanMonth},
	{kind: ignoreKind, name: "paper", pattern: "'Bild'|'Welt'|'Tagesschau' 'am' 'Sonntag'"},
	{kind: ignoreKind, name: "name", pattern: "'Herr'|'Herrn'|'Frau'|'Familie' weekday|month|season"},
	{kind: pointKind, name: "rel-month", pattern: "mod? det? rel month"},
	// Weekdays.
	{kind: pointKind, name: "weekday", pattern: "weekday part?", when: notInCompound},
	{kind: pointKind, name: "weekday", pattern: "rel weekday part?"},
	{kind: pointKind, name: "weekday-range", pattern: "( weekday ) 'bis'|-|– ( weekday )"},
	{kind: pointKind, name: "night-to", pattern: "det? part 'zum'|'auf'|'zu' det? weekday"},
	{kind: pointKind, name: "night-to", pattern: "det? part 'zum'|'auf' det? <day> month <year>?"},
	{kind: pointKind, name: "part-of-day", pattern: "det? part 'des' <day> month <year>?"},
	{kind: pointKind, name: "part-adjective", pattern: "'am' ( <adj> part )"},
	{kind: pointKind, name: "last-night", pattern: "det? rel 'Nacht'", set: func(m *meaning) { m.offset, m.part, m.rel = m.rel, night, unset }},
	{kind: pointKind, name: "night-between", pattern: "det? part 'vom' <day> 'auf'|'zum' det? <day> month <year>?"},
	{kind: pointKind, name: "weekday-of-week", pattern: "weekday rel unit"},
	// Today and its neighbours.
	{kind: refKind, name: "still-today", pattern: "'noch' ( 'heute' )", set: sets("PRESENT_REF")},
	{kind: refKind, name: "still-today", pattern: "( 'heute' ) 'noch'", set: sets("PRESENT_REF")},
	{kind: pointKind, name: "offset", pattern: "offset", when: notMorning},
	{kind: pointKind, name: "offset-part", pattern: "offset part"},
	{kind: pointKind, name: "today", pattern: "'heutigen'|'heutige'|'heutiger' 'Tag'|'Tags'|'Tages'|weekday", set: func(m *meaning) { m.offset, m.weekday = 0, 0 }},
	{kind: pointKind, name: "yesterday", pattern: "'gestrigen'|'gestrige'|'gestriger' weekday|part?", set: func(m *meaning) { m.offset, m.weekday = -1, 0 }},
	{kind: pointKind, name: "tomorrow", pattern: "'morgigen'|'morgige'|'morgiger' weekday|part?", set: func(m *meaning) { m.offset, m.weekday = 1, 0 }},
	// Last, this and next of a unit.
	{kind: shiftKind, name: "next-day", pattern: "'nächsten'|'folgenden'|'darauffolgenden' 'Tag'|'Morgen'", set: func(m *meaning) { m.unit = dayUnit; nextEvent(m) }},
	{kind: pointKind, name: "rel-unit", pattern: "mod? det? rel unit", when: germanSingular},
	{kind: pointKind, name: "this-year", pattern: "'heuer'", set: func(m *meaning) { m.rel, m.unit = 0, year }},
	{kind: pointKind, name: "year-before", pattern: "'Vorjahr'|'Vorjahres'|'Vorjahrs'", set: func(m *meaning) { m.rel, m.unit = -1, year }},
	{kind: pointKind, name: "month-before", pattern: "'Vormonat'|'Vormonats'", set: func(m *meaning) { m.rel, m.unit = -1, month }},
	{kind: pointKind, name: "weekday-of-week-before", pattern: "weekday 'der' 'Vorwoche'", set: func(m *meaning) { m.rel, m.unit = -1, week }},
	{kind: pointKind, name: "week-before", pattern: "'Vorwoche'", set: func(m *meaning) { m.rel, m.unit = -1, week }},
	{kind: pointKind, name: "unit-part", pattern: "mod det? unit", when: germanSingular},
	{kind: pointKind, name: "unit-part", pattern: "partof"},
	{kind: pointKind, name: "same-day", pattern: "'am' ( that unit )", set: func(m *meaning) { m.that = true }},
	{kind: pointKind, name: "same-day", pattern: "'an' ( 'diesem'|'jenem' 'Tag' )", set: func(m *meaning) { m.that = true }},
	{kind: pointKind, name: "counted-week", pattern: "'in'|'während' ( 'der' <ord> 'Woche' )", set: func(m *meaning) { m.unit = week }, when: notLast},
	{kind: pointKind, name: "counted-day", pattern: "'am' ( <ord> 'Tag' )", set: func(m *meaning) { m.unit = dayUnit }, when: notLast},
	{kind: pointKind, name: "weekend", pattern: "'Wochenende'|'Wochenendes'", set: func(m *meaning) { m.unit = weekend }},
	// Seasons, quarters, halves.
	{kind: pointKind, name: "season-year", pattern: "mod? det? season <year>|<yy>|<yearpair>"},
	{kind: pointKind, name: "season-year", pattern: "mod? det? season 'des'? 'Jahres'? <year>"},
	{kind: pointKind, name: "rel-season", pattern: "rel season"},
	{kind: pointKind, name: "season-rel-year", pattern: "season rel unit"},
	{kind: pointKind, name: "season", pattern: "mod? det? season"},
	{kind: pointKind, name: "sports-season", pattern: "'Saison'|'Spielzeit'|'Schuljahr'|'Geschäftsjahr'|'Wintersemester' <yearpair>"},
	{kind: pointKind, name: "nth-of-year", pattern: "det? <ord> unit <year>"},
	{kind: pointKind, name: "nth-of-year", pattern: "det? <ord> unit rel unit"},
	{kind: pointKind, name: "quarter", pattern: "det? <ord> 'Quartal'|'Quartals'", set: quarters},
	{kind: pointKind, name: "q-year", pattern: "'Q' ~ <nth> <year>?", set: quarters},
	{kind: pointKind, name: "half-year", pattern: "det? <ord> 'Halbjahr'|'Halbjahres'|'Jahreshälfte'", set: func(m *meaning) { m.half, m.ord, m.unit = m.ord, 0, noUnit }},
	{kind: pointKind, name: "quarter", pattern: "det? <ord> 'Quartal'|'Quartals' <year>", set: quarters},
	{kind: pointKind, name: "half-year", pattern: "det? <ord> 'Halbjahr'|'Halbjahres'|'Jahreshälfte' <year>", set: func(m *meaning) { m.half, m.ord, m.unit = m.ord, 0, noUnit }},
	// Years, decades, centuries.
	{kind: pointKind, name: "year", pattern: "<year>", when: germanYear},
	{kind: pointKind, name: "the-year", pattern: "mod? det? 'Jahr'|'Jahre'|'Jahres'|'Jahren' <anyyear> era?"},
	{kind: pointKind, name: "mod-year", pattern: "mod <year>"},
	{kind: pointKind, name: "year-era", pattern: "<bigyear> 'v' . 'Chr' .?", set: func(m *meaning) { m.bc = true }},
	{kind: pointKind, name: "decade", pattern: "mod? det? <decade> - 'Jahre'|'Jahren'"},
	{kind: pointKind, name: "decade", pattern: "mod? det? <decade> 'Jahre'|'Jahren'|'Jahr'?"},
	{kind: pointKind, name: "decade-word", pattern: "mod? det? decade 'Jahre'|'Jahren'|'Jahr'"},
	{kind: pointKind, name: "decade", pattern: "det? <decade>", when: numberedDecade},
	{kind: pointKind, name: "century", pattern: "det? 'frühen' <ord> 'Jahrhundert'", set: func(m *meaning) { m.unit, m.mod = century, modName[modStart] }},
	{kind: pointKind, name: "century", pattern: "det? 'späten'|'ausgehenden' <ord> 'Jahrhundert'", set: func(m *meaning) { m.unit, m.mod = century, modName[modEnd] }},
	{kind: pointKind, name: "centuries", pattern: "( <ord> ) 'und'|'bis'|- ( <ord> 'Jahrhundert' )", set: func(m *meaning) { m.unit = century }},
	{kind: pointKind, name: "century", pattern: "mod? det? <ord> 'Jahrhundert'|'Jahrhunderts'|'Jahrhunderten'", set: func(m *meaning) { m.unit = century }},
	// Clock times.
	{kind: pointKind, name: "clock", pattern: "<clock>|<dotclock>|<hour> 'Uhr' <digits>? zone? part?"},
	{kind: pointKind, name: "clock-colon", pattern: "<clock>", when: germanColon},
	{kind: pointKind, name: "clock-list", pattern: "( <clock>|<dotclock>|<hour> ) range|,|'oder'|/ ( <clock>|<dotclock>|<hour> 'Uhr' )"},
	{kind: pointKind, name: "clock-at", pattern: "'um'|'ab'|'gegen'|'bis' ( <dotclock> 'Uhr'? )"},
	{kind: pointKind, name: "clock-half", pattern: "'halb' <hour> 'Uhr'?", set: func(m *meaning) { m.hour, m.minute = m.hour-1, 30 }, when: afterAt},
	{kind: pointKind, name: "midnight", pattern: "'Mitternacht'", set: func(m *meaning) { m.hour = 24 }},
	{kind: pointKind, name: "part", pattern: "part", when: germanPart},
	// Holidays.
	{kind: pointKind, name: "holiday", pattern: "holiday <year>?"},
	{kind: pointKind, name: "rel-holiday", pattern: "rel holiday"},
	// So long before or after.
	{kind: shiftKind, name: "ago", pattern: "'vor' ( approx? <num> adj? unit )", set: asDuration(-1)},
	{kind: shiftKind, name: "ago", pattern: "'vor' ( 'mehr'|'weniger' 'als' <num> unit )", set: asDuration(-1)},
	{kind: shiftKind, name: "units-later", pattern: "unit 'später'|'danach'", set: vagueLater, when: germanPluralHead},
	{kind: shiftKind, name: "part-before", pattern: "part 'zuvor'|'davor'", set: func(m *meaning) { m.unit = dayUnit; previousEvent(m) }},
	{kind: shiftKind, name: "ago", pattern: "'vor' ( unit )", set: vagueAgo, when: germanPlural},
	{kind: shiftKind, name: "later", pattern: "approx? <num> unit later|earlier"},
	{kind: shiftKind, name: "in-ahead", pattern: "'in' ( approx? <num> unit )", set: asDuration(1), when: looksAhead},
	{kind: shiftKind, name: "day-before", pattern: "'Tag'|'Tags' 'zuvor'|'davor'|'vorher'", set: func(m *meaning) { m.unit = dayUnit; previousEvent(m) }},
	{kind: shiftKind, name: "day-after", pattern: "det? 'Tag'|'Tags' 'darauf'|'danach'|'später'", set: func(m *meaning) { m.unit = dayUnit; nextEvent(m) }},
	{kind: shiftKind, name: "unit-after", pattern: "det unit 'darauf'|'danach'", set: nextEvent},
	{kind: shiftKind, name: "unit-before", pattern: "det unit 'zuvor'|'davor'", set: previousEvent},
	{kind: shiftKind, name: "eve", pattern: "'Vortag'|'Vortages'|'Vortags'", set: func(m *meaning) { m.unit = dayUnit; previousEvent(m) }},
	{kind: shiftKind, name: "eve", pattern: "'Vorabend'", set: func(m *meaning) { m.unit = dayUnit; previousEvent(m) }},
	// Ages tell nothing of when.
	{kind: ignoreKind, name: "age", pattern: "'ab'? <num> 'Jahre'|'Jahren'|'Monate'|'Wochen' 'alt'|'alte'|'alten'|'alter'|'altes'|'jünger'|'jüngere'|'älter'|'ältere'|'jüngeren'|'älteren'"},
	{kind: ignoreKind, name: "age", pattern: "'ab'|'unter' <num> 'Jahren'|'Jahre'"},
	{kind: ignoreKind, name: "age", pattern: "<int> -? numunit", when: aPerson},
	{kind: ignoreKind, name: "age", pattern: "numunit", when: aPerson},
	// Durations.
	{kind: durationKind, name: "term", pattern: "within 'von'? ( det? approx? <num> adj? unit )"},
	{kind: durationKind, name: "term", pattern: "within ( det rel? adj? <num> unit )"},
	{kind: durationKind, name: "term-to", pattern: "'hat'|'haben'|'bleiben' 'noch'|'nun'|'jetzt'? ( <num> unit ) 'Zeit'", set: termed},
	{kind: durationKind, name: "duration", pattern: "approx? <num> adj? unit"},
	{kind: durationKind, name: "duration", pattern: "approx? 'ein' 'paar' unit", set: vaguely},
	{kind: durationKind, name: "duration-adjective", pattern: "approx? <num> <adj> unit"},
	{kind: durationKind, name: "duration-hyphen", pattern: "<num> - unit"},
	{kind: durationKind, name: "duration-hyphen", pattern: "<int> - 'jährige'|'jährigen'|'jähriger'|'jähriges'", set: func(m *meaning) { m.unit = year }, when: shortYears},
	{kind: ignoreKind, name: "age", pattern: "<int> - 'jährige'|'jährigen'|'jähriger'|'jähriges'|'Jährige'|'Jährigen'|'Jähriger'"},
	{kind: durationKind, name: "duration-hyphen", pattern: "<int> - 'tägige'|'tägigen'|'tägiger'|'tägiges'", set: func(m *meaning) { m.unit = dayUnit }},
	{kind: durationKind, name: "duration-hyphen", pattern: "<int> - 'wöchige'|'wöchigen'|'wöchiger'|'wöchiges'", set: func(m *meaning) { m.unit = week }},
	{kind: durationKind, name: "duration-hyphen", pattern: "<int> - 'monatige'|'monatigen'|'monatiger'|'monatiges'", set: func(m *meaning) { m.unit = month }},
	{kind: durationKind, name: "more-than", pattern: "'mehr' 'als' <num> unit", set: moreThan},
	{kind: durationKind, name: "less-than", pattern: "'weniger' 'als' <num> unit", set: func(m *meaning) { m.mod = modName[modLess] }},
	{kind: durationKind, name: "duration-two", pattern: "<num> unit 'und' <num> unit"},
	{kind: durationKind, name: "rel-duration", pattern: "det? rel|ord <num> unit", set: window},
	{kind: durationKind, name: "rel-units", pattern: "det? rel unit", set: vagueWindow, when: germanPlural},
	{kind: durationKind, name: "number-unit", pattern: "numunit"},
	{kind: durationKind, name: "digit-unit", pattern: "<int> -? numunit", set: digitUnit},
	{kind: durationKind, name: "units", pattern: "adj? unit", when: germanPlural},
	// Repeated times.
	{kind: setKind, name: "each", pattern: "each <num>|<ord>? unit|weekday|month|season part?"},
	{kind: setKind, name: "freq", pattern: "freq"},
	{kind: setKind, name: "unit-by-unit", pattern: "unit 'um'|'für' unit", set: single},
	{kind: setKind, name: "times-a-unit", pattern: "'einmal'|'zweimal'|'dreimal'|'mal'|'Mal' ( 'im'|'am'|'pro'|'in' 'der'? unit )", set: single},
	{kind: setKind, name: "in-the-unit", pattern: "'im' unit", set: single, when: perUnit},
	{kind: setKind, name: "per-unit", pattern: "'pro' ( unit )", set: single},
	{kind: setKind, name: "weekdays", pattern: "'montags'", set: func(m *meaning) { m.weekday = 1 }},
	{kind: setKind, name: "weekdays", pattern: "'dienstags'", set: func(m *meaning) { m.weekday = 2 }},
	{kind: setKind, name: "weekdays", pattern: "'mittwochs'", set: func(m *meaning) { m.weekday = 3 }},
	{kind: setKind, name: "weekdays", pattern: "'donnerstags'", set: func(m *meaning) { m.weekday = 4 }},
	{kind: setKind, name: "weekdays", pattern: "'freitags'", set: func(m *meaning) { m.weekday = 5 }},
	{kind: setKind, name: "weekdays", pattern: "'samstags'", set: func(m *meaning) { m.weekday = 6 }},
	{kind: setKind, name: "weekdays", pattern: "'sonntags'", set: func(m *meaning) { m.weekday = 7 }},
	// Vague references.
	{kind: refKind, name: "ref", pattern: "ref"},
	{kind: refKind, name: "recently", pattern: "'vor' 'kurzem'|'Kurzem'|'langem'|'Langem'", set: sets("PAST_REF")},
	{kind: refKind, name: "past", pattern: "det? 'Vergangenheit'", set: sets("PAST_REF")},
	{kind: refKind, name: "future", pattern: "det? 'Zukunft'", set: sets("FUTURE_REF")},
	{kind: refKind, name: "past", pattern: "'in' ( 'letzter'|'jüngster' 'Zeit' )", set: sets("PAST_REF")},
	{kind: refKind, name: "past", pattern: "det 'letzten'|'vergangenen' 'Zeit'", set: sets("PAST_REF")},
	{kind: refKind, name: "present", pattern: "'im' 'Moment'|'Augenblick'", set: sets("PRESENT_REF")},
	{kind: refKind, name: "present", pattern: "'zur' 'Stunde'", set: sets("PRESENT_REF")},
	{kind: refKind, name: "present", pattern: "det 'Gegenwart'", set: sets("PRESENT_REF")},
	{kind: refKind, name: "of-today", pattern: "'heutige'|'heutigen'|'heutiger'|'heutiges'", set: sets("PRESENT_REF")},
}
