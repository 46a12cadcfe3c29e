package timex

import (
	"strings"
	"testing"

	"github.com/seed-7461731f/dateline/timeline/language"
)

func TestGrammarsAreWhole(t *testing.T) {
	for _, l := range append(language.All(), language.Of("")) {
		if _, err := newGrammar(l); err != nil {
			t.Error(err)
		}
	}
}

func TestSectionsOfTheLexiconAreClasses(t *testing.T) {
	var l language.Lexicon
	for name := range l.Groups() {
		if classNames[name] == noClass {
			t.Errorf("section [%s] is no class of a pattern", name)
		}
	}
	for name, c := range classNames {
		if strings.TrimSpace(name) == "" || c == noClass || c >= classes {
			t.Errorf("class %q has the number %d", name, c)
		}
	}
}

func TestEveryCueHasAName(t *testing.T) {
	fromLists := map[cue]bool{plural: true, act: true} // filled from [plural] and [act]
	for c, name := range cueNames {
		if name == "" != fromLists[cue(c)] {
			t.Errorf("cue %d is called %q", c, name)
		}
	}
}

// A slip in a file of a language names its line, or its section.
func TestSlipsOfAGrammarAreNamed(t *testing.T) {
	line := func(s string) []language.Line { return []language.Line{{Text: s, Number: 7}} }
	for want, src := range map[string]*language.Language{
		`x/time.txt: section [month May]: want a key of: num`: {Time: language.Time{Lexicon: language.Lexicon{Month: []language.Group{{Key: "May", Words: []string{"May"}}}}}},
		`x/time.txt: section [holiday noon]: want a day: 12-25, easter+1, lunar 8-15, 11 thursday 4`: {
			Time: language.Time{Lexicon: language.Lexicon{Holiday: []language.Group{{Key: "noon", Words: []string{"x"}}}}}},
		`x/time.txt: section [tense odd]: no such tense`: {Time: language.Time{Tense: []language.Group{{Key: "odd"}}}},
		`x/time.txt: section [cue odd]: no such cue`:     {Time: language.Time{Cue: []language.Group{{Key: "odd"}}}},
		`x/time.txt: traits: no trait odd`:               {Time: language.Time{Traits: []string{"odd"}}},
		`x/time.txt: 7: compounds: no piece day`:         {Time: language.Time{Compounds: line("weekday: day")}},
		`x/grammar.txt:7: "point x month": want KIND NAME: PATTERN => SETTINGS, where KIND is point, shift, duration, set, ref or ignore`: {Grammar: language.Grammar{Rules: line("point x month")}},
		`x/grammar.txt:7: no condition odd`:          {Grammar: language.Grammar{Rules: line("point x: month => when=odd")}},
		`x/grammar.txt:7: offset=odd: no such value`: {Grammar: language.Grammar{Rules: line("point x: month => offset=odd")}},
		`x/grammar.txt:7: rule x: no class odd`:      {Grammar: language.Grammar{Rules: line("point x: month odd")}},
		`x/grammar.txt:7: rule x: no reader <odd>`:   {Grammar: language.Grammar{Rules: line("point x: <odd>")}},
	} {
		src.Code = "x"
		if _, err := newGrammar(src); err == nil || err.Error() != want {
			t.Errorf("newGrammar = %v, want %s", err, want)
		}
	}
}

func TestHolidaysAreDays(t *testing.T) {
	for text, want := range map[string]day{
		"12-25": civil(2020, 12, 25), "easter-2": civil(2020, 4, 10), "easter+50": civil(2020, 6, 1), "lunar 8-15": civil(2020, 10, 1),
		"11 thursday 4": civil(2020, 11, 26), "11 thursday 4 +1": civil(2020, 11, 27), "5 monday -1": civil(2020, 5, 25),
	} {
		h, ok := parseHoliday(text)
		if got, in := h.in(2020); !ok || !in || got != want {
			t.Errorf("parseHoliday(%q) in 2020 = %s, %v, want %s", text, got.time(), ok, want.time())
		}
	}
}
