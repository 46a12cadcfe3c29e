package sentence

import "strings"

// rules are what a language adds to the marks.
type rules struct {
	abbreviations map[string]bool // in small letters, without the last dot
	final         map[string]bool // abbreviations that may also end a sentence
	startWords    map[string]bool // words that begin sentences: after them a doubtful dot is an end
	ordinals      bool            // "3." is the third
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

const monthsAndUnits = ` jan feb mar apr jun jul aug sep sept oct nov dec okt dez mrz no nos nr vol art fig ca vs st dr prof mr mrs ms jr sr rev gen col maj capt lt sgt
	cmdr adm gov sen rep hon pres dept dist inc ltd co corp bros assn univ ave blvd rd mt ft etc al approx est tel ext ed eds pp`

var byLanguage = map[string]*rules{
	"en": {
		abbreviations: set(monthsAndUnits + " u.s u.n u.k e.g i.e a.m p.m d.c ph.d messrs calif fla tex mass pa va md ariz ill ind mich minn wash wis conn colo ala ga ky la okla ore tenn miss mo mont neb nev del kan tues thurs wed fri mon sat sun"),
		final:         set("inc ltd co corp u.s u.n u.k a.m p.m d.c jr sr etc bros assn mass wash sat sun mon dec no art ill miss"),
		startWords: set(`The A An He She It They We I You This That These Those But And In On At For With As If When While After Before However There Its His Her Their Our
			Mr Mrs Ms Some Many Most Other Others Both Not No Now Then Since Under According Earlier Later Meanwhile Also What Who Why How Such By From To Analysts Officials Police`),
	},
	"de": {
		abbreviations: set(monthsAndUnits + ` bzw z.b z b d.h d h u.a u a s.o i.d.r usw usf sog bspw evtl ggf inkl exkl mio mrd tsd abs bd hrsg str dipl ing hl vgl zzt zz geb gest mind max min
			v.chr n.chr chr z.t o.ä u.ä v.a i.v m.e u.u ehem stv bgm dr lt gem bez kath ev frl hr fr st tel jh jhd jhdt kl gr sek std ebd verh allg`),
		final: set("usw usf etc u.a mio mrd v.chr n.chr chr uhr str o.ä u.ä jh st co"),
		startWords: set(`Der Die Das Ein Eine Er Sie Es Wir Ich Dies Diese Dieser Dieses Aber Und In Im Am Auf Bei Für Mit Nach Seit Von Vor Wenn Als Doch Auch Dabei Dazu Damit Danach
			Zudem Nun Noch So Da Dann Hier Dort Man Zum Zur Beim Laut Unter Über Durch Den Dem Des Sein Seine Ihr Ihre Insgesamt Bereits Anschließend Allerdings Jedoch Wer Was Wie Warum`),
		ordinals: true,
	},
	"": {abbreviations: set(monthsAndUnits), final: set("etc"), startWords: map[string]bool{}},
}

func rulesOf(lang string) *rules {
	primary, _, _ := strings.Cut(strings.ToLower(lang), "-")
	if r := byLanguage[primary]; r != nil {
		return r
	}
	return byLanguage[""]
}
