package timex

var frenchLexicon = []table{
	{monthC, 1, "janvier janv"}, {monthC, 2, "février févr"}, {monthC, 3, "mars"}, {monthC, 4, "avril"}, {monthC, 5, "mai"}, {monthC, 6, "juin"},
	{monthC, 7, "juillet"}, {monthC, 8, "août"}, {monthC, 9, "septembre sept"}, {monthC, 10, "octobre"}, {monthC, 11, "novembre"}, {monthC, 12, "décembre"},
	{weekdayC, 1, "lundi"}, {weekdayC, 2, "mardi"}, {weekdayC, 3, "mercredi"}, {weekdayC, 4, "jeudi"}, {weekdayC, 5, "vendredi"}, {weekdayC, 6, "samedi"}, {weekdayC, 7, "dimanche"},
	{unitC, int(second), "seconde secondes"}, {unitC, int(minute), "minute minutes"}, {unitC, int(hour), "heure heures"}, {unitC, int(dayUnit), "jour jours journée journées"},
	{unitC, int(week), "semaine semaines"}, {unitC, int(month), "mois"}, {unitC, int(quarter), "trimestre trimestres"}, {unitC, int(half), "semestre semestres"},
	{unitC, int(year), "an ans année années"}, {unitC, int(decade), "décennie décennies"}, {unitC, int(century), "siècle siècles"}, {unitC, int(weekend), "week-end weekend"},
	{relC, -1, "dernier dernière passé passée précédent précédente"}, {relC, 0, "ce cet cette"}, {relC, 1, "prochain prochaine suivant suivante"},
	{modC, modStart, "début"}, {modC, modMid, "mi milieu"}, {modC, modEnd, "fin"}, {approxC, modApprox, "environ"}, {approxC, modLess, "presque près"},
	{seasonC, 1, "printemps"}, {seasonC, 2, "été"}, {seasonC, 3, "automne"}, {seasonC, 4, "hiver"},
	{partC, morning, "matin matinée"}, {partC, midday, "midi"}, {partC, afternoon, "après-midi"}, {partC, evening, "soir soirée"}, {partC, night, "nuit"},
	{offsetC, -2, "avant-hier"}, {offsetC, -1, "hier"}, {offsetC, 1, "demain"},
	{refC, present, "maintenant actuellement désormais"}, {refC, past, "récemment dernièrement naguère"}, {refC, future, "bientôt prochainement"},
	{eachC, 0, "chaque"}, {freqC, int(dayUnit), "quotidien quotidienne quotidiennement"}, {freqC, int(week), "hebdomadaire"}, {freqC, int(month), "mensuel mensuelle"}, {freqC, int(year), "annuel annuelle annuellement"},
	{detC, 0, "le la les un une"}, {thatC, 0, "même"}, {byC, 0, "jusque jusqu avant ici"}, {leadC, 0, "au à ' ’"}, {andC, 0, "et ou"}, {rangeC, 0, "à au et - –"},
	{zoneC, gmtZone, "GMT"}, {zoneC, utcZone, "UTC"}, {vagueC, vague, "plusieurs quelques"}, {halfC, 5, "demi demie"},
	{numC, 1, "un une"}, {ordC, 1, "premier première"}, {ordC, 2, "deuxième second"}, {ordC, 3, "troisième"}, {ordC, 4, "quatrième"}, {ordC, 18, "XVIIIe"}, {ordC, 19, "XIXe"}, {ordC, 20, "XXe"}, {ordC, 21, "XXIe"},
	{numC, 20, "vingt"}, {numC, 30, "trente"}, {numC, 40, "quarante"}, {numC, 50, "cinquante"}, {numC, 60, "soixante"}, {numC, 100, "cent"},
	{holidayC, christmas, "Noël"}, {holidayC, easterSunday, "Pâques"}, {holidayC, pentecost, "Pentecôte"}, {holidayC, allSaints, "Toussaint"},
}

const frenchNumbers = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"

func french() *language {
	l := newLanguage("fr")
	l.add(frenchLexicon...)
	l.count(numC, 0, frenchNumbers)
	l.tenses(futureTense, "va vont sera seront devra devront pourra pourront aura auront doit doivent")
	l.tenses(pastTense, "a ont est était étaient avait avaient fut furent eut sont")
	l.verb = endings(futureTense, []string{"era", "ira", "dra", "eront", "iront", "dront"}, pastTense, []string{"ait", "aient", "èrent"})
	l.clauseTense = englishTense
	l.compile(append(frenchRules, numericRules...))
	return l
}

var frenchRules = []rule{
	{kind: pointKind, name: "date", pattern: "weekday? <day> month <year>"},
	{kind: pointKind, name: "day-month", pattern: "weekday? <day> month"},
	{kind: pointKind, name: "days-of-month", pattern: "( <day> ) range ( <day> month <year>? )"},
	{kind: pointKind, name: "day-range", pattern: "( <day> month ) range ( <day> month <year>? )"},
	{kind: pointKind, name: "month-year", pattern: "mod? -? month .? <year>"},
	{kind: pointKind, name: "month", pattern: "mod -? month"},
	{kind: pointKind, name: "month", pattern: "month", when: aFrenchMonth},
	{kind: pointKind, name: "month-rel", pattern: "month rel"},
	{kind: pointKind, name: "weekday", pattern: "weekday part?"},
	{kind: pointKind, name: "weekday-rel", pattern: "weekday rel"},
	{kind: pointKind, name: "offset", pattern: "offset part?"},
	{kind: pointKind, name: "offset-part", pattern: "offset 'après' - 'midi'", set: func(m *meaning) { m.part = afternoon }},
	{kind: pointKind, name: "today", pattern: "'aujourd' '|’ 'hui'", set: func(m *meaning) { m.offset = 0 }},
	{kind: pointKind, name: "day-before-yesterday", pattern: "'avant' - 'hier'", set: func(m *meaning) { m.offset = -2 }},
	{kind: pointKind, name: "day-after-tomorrow", pattern: "'après' - 'demain'", set: func(m *meaning) { m.offset = 2 }},
	{kind: pointKind, name: "this-part", pattern: "'ce'|'cette' part", set: func(m *meaning) { m.offset = 0 }},
	{kind: pointKind, name: "rel-unit", pattern: "mod? rel unit", when: notPlural},
	{kind: pointKind, name: "unit-rel", pattern: "det? unit rel"},
	{kind: pointKind, name: "unit-rel", pattern: "mod 'de' det? unit rel"},
	{kind: pointKind, name: "mod-year", pattern: "mod -? <year>"},
	{kind: pointKind, name: "same-day", pattern: "det that unit", set: func(m *meaning) { m.that = true }},
	{kind: pointKind, name: "season", pattern: "season <year>"},
	{kind: pointKind, name: "season-rel", pattern: "season rel"},
	{kind: pointKind, name: "quarter", pattern: "det? ord 'trimestre' <year>?", set: quarters},
	{kind: pointKind, name: "half", pattern: "det? ord 'semestre' <year>?", set: func(m *meaning) { m.half, m.ord = m.ord, 0 }},
	{kind: pointKind, name: "year", pattern: "<year>", when: aYear},
	{kind: pointKind, name: "decade", pattern: "'les'? 'années' <decade2>"},
	{kind: pointKind, name: "century", pattern: "'le'? ord 'siècle'", set: func(m *meaning) { m.century, m.ord = m.ord, 0 }},
	{kind: pointKind, name: "clock", pattern: "<hour> 'heures'|'heure'|'h' <digits>? zone?"},
	{kind: pointKind, name: "clock", pattern: "<clock> zone?"},
	{kind: pointKind, name: "holiday", pattern: "holiday <year>?"},
	{kind: shiftKind, name: "ago", pattern: "'il' 'y' 'a' approx? <num> unit", set: back},
	{kind: shiftKind, name: "in-ahead", pattern: "'dans' ( approx? <num> unit )", set: ahead, when: looksAhead},
	{kind: shiftKind, name: "later", pattern: "<num> unit 'plus' 'tard'|'après'", set: forward},
	{kind: shiftKind, name: "earlier", pattern: "<num> unit 'plus' 'tôt'", set: previously},
	{kind: shiftKind, name: "next-day", pattern: "'le' 'lendemain'", set: func(m *meaning) { m.unit = dayUnit; nextEvent(m) }},
	{kind: shiftKind, name: "day-before", pattern: "'la' 'veille'", set: func(m *meaning) { m.unit = dayUnit; previousEvent(m) }},
	{kind: durationKind, name: "term", pattern: "'d' '|’ 'ici' ( <num> unit )", set: termed},
	{kind: durationKind, name: "term", pattern: "'dans' 'un' 'délai' 'de' ( <num> unit )", set: termed},
	{kind: durationKind, name: "term", pattern: "'sous' ( <num> unit )", set: termed},
	{kind: durationKind, name: "window", pattern: "'les'|'ces'|'des' ( <num> 'derniers'|'dernières' unit )", set: func(m *meaning) { m.window = -1 }},
	{kind: durationKind, name: "window", pattern: "'les'|'des' ( <num> 'prochains'|'prochaines' unit )", set: func(m *meaning) { m.window = 1 }},
	{kind: durationKind, name: "duration", pattern: "approx? <num> unit"},
	{kind: setKind, name: "each", pattern: "each unit|weekday"},
	{kind: setKind, name: "each", pattern: "'tous'|'toutes' 'les' <num>? unit", set: func(m *meaning) { m.each = true }},
	{kind: setKind, name: "freq", pattern: "freq"},
	{kind: refKind, name: "ref", pattern: "ref"},
}

// aFrenchMonth tells the month from Mars and the summer.
func aFrenchMonth(p *parser, i, _ int) bool { return !p.toks[i].upper }
