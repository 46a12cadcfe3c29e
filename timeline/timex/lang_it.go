package timex

var italianLexicon = []table{
	{monthC, 1, "gennaio"}, {monthC, 2, "febbraio"}, {monthC, 3, "marzo"}, {monthC, 4, "aprile"}, {monthC, 5, "maggio"}, {monthC, 6, "giugno"},
	{monthC, 7, "luglio"}, {monthC, 8, "agosto"}, {monthC, 9, "settembre"}, {monthC, 10, "ottobre"}, {monthC, 11, "novembre"}, {monthC, 12, "dicembre"},
	{weekdayC, 1, "lunedì"}, {weekdayC, 2, "martedì"}, {weekdayC, 3, "mercoledì"}, {weekdayC, 4, "giovedì"}, {weekdayC, 5, "venerdì"}, {weekdayC, 6, "sabato"}, {weekdayC, 7, "domenica"},
	{unitC, int(second), "secondo secondi"}, {unitC, int(minute), "minuto minuti"}, {unitC, int(hour), "ora ore"}, {unitC, int(dayUnit), "giorno giorni"},
	{unitC, int(week), "settimana settimane"}, {unitC, int(month), "mese mesi"}, {unitC, int(quarter), "trimestre trimestri"}, {unitC, int(half), "semestre semestri"},
	{unitC, int(year), "anno anni"}, {unitC, int(decade), "decennio decenni"}, {unitC, int(century), "secolo secoli"}, {unitC, int(weekend), "weekend"},
	{relC, -1, "scorso scorsa passato passata precedente ultimo ultima"}, {relC, 0, "questo questa quest corrente"}, {relC, 1, "prossimo prossima seguente successivo successiva"},
	{agoC, 0, "fa"}, {laterC, 0, "dopo"}, {earlierC, 0, "prima"},
	{modC, modStart, "inizio inizi"}, {modC, modMid, "metà"}, {modC, modEnd, "fine"}, {approxC, modApprox, "circa"}, {approxC, modLess, "quasi"},
	{seasonC, 1, "primavera"}, {seasonC, 2, "estate"}, {seasonC, 3, "autunno"}, {seasonC, 4, "inverno"},
	{partC, morning, "mattina mattino"}, {partC, midday, "mezzogiorno"}, {partC, afternoon, "pomeriggio"}, {partC, evening, "sera"}, {partC, night, "notte"},
	{offsetC, -1, "ieri"}, {offsetC, 0, "oggi"}, {offsetC, 1, "domani"}, {offsetC, 2, "dopodomani"}, {partRefC, offsetPart(0, evening), "stasera"}, {partRefC, offsetPart(0, morning), "stamattina stamane"}, {partRefC, offsetPart(0, night), "stanotte"},
	{refC, present, "adesso ora attualmente"}, {refC, past, "recentemente ultimamente"}, {refC, future, "presto prossimamente"},
	{eachC, 0, "ogni"}, {freqC, int(dayUnit), "quotidiano quotidianamente"}, {freqC, int(week), "settimanale"}, {freqC, int(month), "mensile"}, {freqC, int(year), "annuale annualmente"},
	{detC, 0, "il lo la i le gli un una"}, {thatC, 0, "stesso stessa"}, {byC, 0, "entro fino"}, {leadC, 0, "al a"}, {andC, 0, "e o"}, {rangeC, 0, "al a e - –"},
	{zoneC, gmtZone, "GMT"}, {zoneC, utcZone, "UTC"}, {vagueC, vague, "alcuni alcune qualche pochi poche diversi diverse"}, {halfC, 5, "mezzo mezza"},
	{numC, 1, "un uno una"}, {ordC, 1, "primo prima"}, {ordC, 2, "secondo seconda"}, {ordC, 3, "terzo terza"}, {ordC, 4, "quarto quarta"}, {ordC, 18, "XVIII"}, {ordC, 19, "XIX"}, {ordC, 20, "XX"}, {ordC, 21, "XXI"},
	{decadeC, 50, "cinquanta"}, {decadeC, 60, "sessanta"}, {decadeC, 70, "settanta"}, {decadeC, 80, "ottanta"}, {decadeC, 90, "novanta"},
	{numC, 20, "venti"}, {numC, 30, "trenta"}, {numC, 40, "quaranta"}, {numC, 50, "cinquanta"}, {numC, 60, "sessanta"}, {numC, 90, "novanta"}, {numC, 100, "cento"},
	{holidayC, christmas, "Natale"}, {holidayC, easterSunday, "Pasqua"}, {holidayC, newYear, "Capodanno"}, {holidayC, assumption, "Ferragosto"}, {holidayC, easterMonday, "Pasquetta"},
}

const italianNumbers = "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove"

func italian() *language {
	l := newLanguage("it")
	l.add(italianLexicon...)
	l.count(numC, 0, italianNumbers)
	l.tenses(futureTense, "sarà saranno dovrà dovranno potrà potranno avrà avranno")
	l.tenses(pastTense, "ha hanno era erano aveva avevano fu furono è sono")
	l.verb = endings(futureTense, []string{"erà", "irà", "eranno", "iranno", "drà", "rrà"}, pastTense, []string{"ato", "uto", "ito", "ava", "avano", "arono"})
	l.clauseTense = englishTense
	l.compile(append(italianRules, numericRules...))
	return l
}

var italianRules = []rule{
	{kind: pointKind, name: "date", pattern: "weekday? <day> month <year>"},
	{kind: pointKind, name: "day-month", pattern: "weekday? <day> month"},
	{kind: pointKind, name: "days-of-month", pattern: "( <day> ) range ( <day> month <year>? )"},
	{kind: pointKind, name: "day-range", pattern: "( <day> month ) range ( <day> month <year>? )"},
	{kind: pointKind, name: "month-year", pattern: "mod? 'di'? month 'del'? <year>"},
	{kind: pointKind, name: "month", pattern: "mod? 'di'? month"},
	{kind: pointKind, name: "month-rel", pattern: "month rel"},
	{kind: pointKind, name: "rel-month", pattern: "rel month"},
	{kind: pointKind, name: "weekday", pattern: "weekday part?"},
	{kind: pointKind, name: "weekday-rel", pattern: "weekday rel"},
	{kind: pointKind, name: "weekday-rel", pattern: "rel weekday"},
	{kind: pointKind, name: "offset", pattern: "offset part?"},
	{kind: pointKind, name: "day-before-yesterday", pattern: "'altro' 'ieri'", set: func(m *meaning) { m.offset = -2 }},
	{kind: pointKind, name: "part-ref", pattern: "partref"},
	{kind: pointKind, name: "this-part", pattern: "'questa'|'questo' part", set: func(m *meaning) { m.offset = 0 }},
	{kind: pointKind, name: "rel-unit", pattern: "det? rel '|’? unit", when: italianSingular},
	{kind: pointKind, name: "unit-rel", pattern: "det? unit rel", when: italianSingular},
	{kind: pointKind, name: "mod-unit", pattern: "mod 'di'|'del'|'dell' '|’? det? rel? unit", when: italianSingular},
	{kind: pointKind, name: "mod-year", pattern: "mod 'del'? <year>"},
	{kind: pointKind, name: "same-day", pattern: "det that unit", set: func(m *meaning) { m.that = true }},
	{kind: pointKind, name: "season", pattern: "season 'del'? <year>"},
	{kind: pointKind, name: "season-rel", pattern: "season rel?"},
	{kind: pointKind, name: "quarter", pattern: "det? ord 'trimestre' 'del'? <year>?", set: quarters},
	{kind: pointKind, name: "half", pattern: "det? ord 'semestre' 'del'? <year>?", set: func(m *meaning) { m.half, m.ord = m.ord, 0 }},
	{kind: pointKind, name: "year", pattern: "<year>", when: aYear},
	{kind: pointKind, name: "short-year", pattern: "'nel' ( <yy> )"},
	{kind: pointKind, name: "decade", pattern: "'anni' '|’? <decade2>"},
	{kind: pointKind, name: "decade-word", pattern: "'anni' decade"},
	{kind: pointKind, name: "century", pattern: "'il'? ord 'secolo'", set: func(m *meaning) { m.century, m.ord = m.ord, 0 }},
	{kind: pointKind, name: "clock", pattern: "'alle'|'ore'|'dalle' ( <clock>|<dotclock>|<hour> )"},
	{kind: pointKind, name: "holiday", pattern: "holiday <year>?"},
	{kind: shiftKind, name: "ago", pattern: "approx? <num> unit ago"},
	{kind: shiftKind, name: "in-ahead", pattern: "'tra'|'fra' ( approx? <num> unit )", set: ahead},
	{kind: shiftKind, name: "later", pattern: "<num> unit later|earlier"},
	{kind: shiftKind, name: "next-day", pattern: "'il' 'giorno' 'dopo'|'seguente'|'successivo'", set: func(m *meaning) { m.unit, m.rel = dayUnit, unset; nextEvent(m) }},
	{kind: durationKind, name: "term", pattern: "'entro' ( <num> unit )", set: termed},
	{kind: durationKind, name: "window", pattern: "'gli'|'i'|'le'|'negli'|'nelle'|'nei' ( 'ultimi'|'ultime' <num> unit )", set: func(m *meaning) { m.window = -1 }},
	{kind: durationKind, name: "window", pattern: "'i'|'le'|'nei'|'nelle' ( 'prossimi'|'prossime' <num> unit )", set: func(m *meaning) { m.window = 1 }},
	{kind: durationKind, name: "duration", pattern: "approx? <num> unit"},
	{kind: setKind, name: "each", pattern: "each <num>? unit|weekday"},
	{kind: setKind, name: "freq", pattern: "freq"},
	{kind: refKind, name: "ref", pattern: "ref"},
}

// italianSingular refuses the plurals of units, which end in i and e.
func italianSingular(p *parser, i, j int) bool {
	for k := i; k < j; k++ {
		if isWord(p.word(k), "giorni", "settimane", "mesi", "anni", "ore", "minuti", "decenni", "secoli") {
			return false
		}
	}
	return true
}
