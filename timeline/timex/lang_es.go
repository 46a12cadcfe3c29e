package timex

var spanishLexicon = []table{
	{monthC, 1, "enero"}, {monthC, 2, "febrero"}, {monthC, 3, "marzo"}, {monthC, 4, "abril"}, {monthC, 5, "mayo"}, {monthC, 6, "junio"},
	{monthC, 7, "julio"}, {monthC, 8, "agosto"}, {monthC, 9, "septiembre setiembre"}, {monthC, 10, "octubre"}, {monthC, 11, "noviembre"}, {monthC, 12, "diciembre"},
	{weekdayC, 1, "lunes"}, {weekdayC, 2, "martes"}, {weekdayC, 3, "miércoles"}, {weekdayC, 4, "jueves"}, {weekdayC, 5, "viernes"}, {weekdayC, 6, "sábado"}, {weekdayC, 7, "domingo"},
	{unitC, int(second), "segundo segundos"}, {unitC, int(minute), "minuto minutos"}, {unitC, int(hour), "hora horas"}, {unitC, int(dayUnit), "día días"},
	{unitC, int(week), "semana semanas"}, {unitC, int(month), "mes meses"}, {unitC, int(quarter), "trimestre trimestres"}, {unitC, int(half), "semestre semestres"},
	{unitC, int(year), "año años"}, {unitC, int(decade), "década décadas"}, {unitC, int(century), "siglo siglos"},
	{relC, -1, "pasado pasada último última anterior"}, {relC, 0, "este esta actual"}, {relC, 1, "próximo próxima siguiente entrante"},
	{laterC, 0, "después tarde"}, {earlierC, 0, "antes"},
	{modC, modStart, "principios comienzos inicios"}, {modC, modMid, "mediados"}, {modC, modEnd, "finales fines"},
	{approxC, modApprox, "unos unas cerca"}, {approxC, modLess, "casi"},
	{seasonC, 1, "primavera"}, {seasonC, 2, "verano"}, {seasonC, 3, "otoño"}, {seasonC, 4, "invierno"},
	{partC, morning, "mañana madrugada"}, {partC, midday, "mediodía"}, {partC, afternoon, "tarde"}, {partC, night, "noche"},
	{offsetC, -2, "anteayer"}, {offsetC, -1, "ayer"}, {offsetC, 0, "hoy"}, {offsetC, 1, "mañana"}, {partRefC, offsetPart(-1, night), "anoche"},
	{refC, present, "ahora actualmente"}, {refC, past, "recientemente últimamente"}, {refC, future, "pronto próximamente"},
	{eachC, 0, "cada todos todas"}, {freqC, int(dayUnit), "diario diaria diariamente"}, {freqC, int(week), "semanal semanalmente"}, {freqC, int(month), "mensual mensualmente"}, {freqC, int(year), "anual anualmente"},
	{detC, 0, "el la los las un una"}, {thatC, 0, "mismo misma"}, {byC, 0, "hasta antes"}, {leadC, 0, "al del de"}, {andC, 0, "y o"}, {rangeC, 0, "a al y hasta - –"},
	{eraC, 0, "a.c a.c."}, {zoneC, gmtZone, "GMT"}, {zoneC, utcZone, "UTC"}, {vagueC, vague, "varios varias algunos algunas pocos pocas"}, {halfC, 5, "medio media"},
	{numC, 1, "un una uno"}, {ordC, 1, "primer primero primera"}, {ordC, 3, "tercer tercero tercera"}, {ordC, -1, "último última"},
	{ordC, 2, "segundo segunda"}, {ordC, 4, "cuarto cuarta"}, {ordC, 19, "XIX"}, {ordC, 20, "XX"}, {ordC, 21, "XXI"}, {ordC, 18, "XVIII"},
	{decadeC, 20, "veinte"}, {decadeC, 30, "treinta"}, {decadeC, 40, "cuarenta"}, {decadeC, 50, "cincuenta"}, {decadeC, 60, "sesenta"}, {decadeC, 70, "setenta"}, {decadeC, 80, "ochenta"}, {decadeC, 90, "noventa"},
	{numC, 20, "veinte"}, {numC, 30, "treinta"}, {numC, 40, "cuarenta"}, {numC, 50, "cincuenta"}, {numC, 60, "sesenta"}, {numC, 90, "noventa"}, {numC, 100, "cien"},
	{holidayC, christmas, "Navidad"}, {holidayC, christmasEve, "Nochebuena"}, {holidayC, newYearsEve, "Nochevieja"},
}

const spanishNumbers = "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve"

func spanish() *language {
	l := newLanguage("es")
	l.add(spanishLexicon...)
	l.count(numC, 0, spanishNumbers)
	l.tenses(futureTense, "será serán podrá podrán deberá deberán va van prevé prevén tendrá tendrán entrará habrá")
	l.tenses(pastTense, "ha han había habían fue fueron era eran dijo anunció informó hizo tuvo estaba")
	l.verb = endings(futureTense, []string{"ará", "erá", "irá", "arán", "erán", "irán"}, pastTense, []string{"ó", "aron", "ieron", "aba", "aban", "ían"})
	l.clauseTense = englishTense
	l.compile(append(spanishRules, numericRules...))
	return l
}

var spanishRules = []rule{
	{kind: pointKind, name: "date", pattern: "weekday? ,? <day> 'de' month 'de'|'del'|, <year>"},
	{kind: pointKind, name: "date", pattern: "weekday ,? <day> 'de' month"},
	{kind: pointKind, name: "day-month", pattern: "<day> 'de' month"},
	{kind: pointKind, name: "date-rel-year", pattern: "<day> 'de' month 'de'|'del' rel unit"},
	{kind: pointKind, name: "days-of-month", pattern: "( <day> ) range ( <day> 'de' month )"},
	{kind: pointKind, name: "days-of-month", pattern: "( <day> ) range ( <day> 'de' month 'de'|'del' <year> )"},
	{kind: pointKind, name: "days-of-month", pattern: "( <day> 'de' month ) range 'el'? ( <day> 'de' month 'de'|'del' <year> )"},
	{kind: pointKind, name: "month-year", pattern: "month 'de'|'del' <year>"},
	{kind: pointKind, name: "mod-month", pattern: "mod 'de' month"},
	{kind: pointKind, name: "mod-month", pattern: "mod 'de' month 'de'|'del' <year>"},
	{kind: pointKind, name: "month", pattern: "month"},
	{kind: pointKind, name: "month-rel-year", pattern: "month 'de'|'del' rel unit"},
	{kind: pointKind, name: "rel-month", pattern: "rel month"},
	{kind: pointKind, name: "month-rel", pattern: "month rel"},
	{kind: pointKind, name: "weekday", pattern: "weekday"},
	{kind: pointKind, name: "weekday-rel", pattern: "rel weekday"},
	{kind: pointKind, name: "weekday-rel", pattern: "weekday rel"},
	{kind: pointKind, name: "weekday-part", pattern: "weekday 'por'|'en' 'la' part"},
	{kind: pointKind, name: "offset", pattern: "offset"},
	{kind: pointKind, name: "offset-part", pattern: "offset 'por' 'la' part"},
	{kind: pointKind, name: "day-after-tomorrow", pattern: "'pasado' 'mañana'", set: func(m *meaning) { m.offset, m.rel = 2, unset }},
	{kind: ignoreKind, name: "in-the-morning", pattern: "'por'|'de'|'en' 'la' 'mañana'|'tarde'|'noche'"},
	{kind: pointKind, name: "part-ref", pattern: "partref"},
	{kind: pointKind, name: "this-part", pattern: "'esta' part", set: func(m *meaning) { m.offset = 0 }},
	{kind: pointKind, name: "rel-unit", pattern: "det? rel unit", when: notPlural},
	{kind: pointKind, name: "unit-rel", pattern: "det? unit rel", when: singularAt(0)},
	{kind: pointKind, name: "unit-coming", pattern: "det? unit 'que' 'viene'", set: func(m *meaning) { m.rel = 1 }},
	{kind: pointKind, name: "mod-unit", pattern: "mod 'de' det? rel? unit"},
	{kind: pointKind, name: "mod-year", pattern: "mod 'de'|'del' <year>"},
	{kind: pointKind, name: "same-day", pattern: "det that unit", set: func(m *meaning) { m.that = true }},
	{kind: pointKind, name: "season", pattern: "season 'de'|'del' <year>"},
	{kind: pointKind, name: "season", pattern: "season rel?"},
	{kind: pointKind, name: "quarter", pattern: "det? ord 'trimestre' 'de'|'del' <year>", set: quarters},
	{kind: pointKind, name: "quarter", pattern: "det? ord 'trimestre'", set: quarters},
	{kind: pointKind, name: "half", pattern: "det? ord 'semestre' 'de'|'del' <year>", set: func(m *meaning) { m.half, m.ord = m.ord, 0 }},
	{kind: pointKind, name: "year", pattern: "<year>", when: aYear},
	{kind: pointKind, name: "the-year", pattern: "'año' <year>"},
	{kind: pointKind, name: "decade", pattern: "'los'? 'años' <decade2>"},
	{kind: pointKind, name: "decade-word", pattern: "'los'? 'años' decade"},
	{kind: pointKind, name: "century", pattern: "'el'? 'siglo' ord", set: func(m *meaning) { m.century, m.ord = m.ord, 0 }},
	{kind: pointKind, name: "clock", pattern: "<clock> 'horas'? zone?"},
	{kind: pointKind, name: "holiday", pattern: "holiday"},
	{kind: shiftKind, name: "ago", pattern: "'hace' approx? <num> unit", set: back},
	{kind: shiftKind, name: "in-ahead", pattern: "'dentro' 'de' ( <num> unit )", set: ahead},
	{kind: shiftKind, name: "later", pattern: "<num> unit 'más'? later|earlier"},
	{kind: shiftKind, name: "next-day", pattern: "'al' 'día' 'siguiente'", set: func(m *meaning) { m.unit = dayUnit; nextEvent(m); m.rel = unset }},
	{kind: durationKind, name: "term", pattern: "'en' 'un' 'plazo' 'de'|'máximo' 'de'? ( <num> unit )", set: termed},
	{kind: durationKind, name: "window", pattern: "'los'|'las' 'últimos'|'últimas'|'pasados'|'pasadas' ( <num> unit )", set: func(m *meaning) { m.window = -1 }},
	{kind: durationKind, name: "window", pattern: "'los'|'las' 'próximos'|'próximas' ( <num> unit )", set: func(m *meaning) { m.window = 1 }},
	{kind: durationKind, name: "duration", pattern: "approx? <num> unit"},
	{kind: setKind, name: "each", pattern: "each det? <num>? unit|weekday"},
	{kind: setKind, name: "freq", pattern: "freq"},
	{kind: refKind, name: "ref", pattern: "ref"},
}
