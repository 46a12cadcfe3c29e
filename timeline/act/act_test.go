package act

import (
	"slices"
	"testing"

	"github.com/seed-7461731f/dateline/timeline/language"
)

var findTests = []struct{ lang, text, want string }{
	{"en", "The harbour board sued the dredging firm on Tuesday.", "sue: sued"},
	{"en", "A judge ruled that the ferry may sail; the union filed an appeal.", "rule: ruled|appeal: filed an appeal"},
	{"en", "The lawsuit was heard.", "sue: lawsuit"},
	{"en-GB", "The mayor has stepped down.", "resign: stepped down"},
	{"de", "Der Hafenrat verklagte die Baggerfirma, sie legte Berufung ein.", "sue: verklagte|appeal: legte|appeal: Berufung"},
	{"de", "Die Verordnung tritt am Montag in Kraft.", "take-effect: tritt"},
	{"de", "Der Bürgermeister kündigte am Freitag Neuwahlen an.", "announce: kündigte|vote: Neuwahlen"},
	{"de", "Sie trat auf die Bremse, dann zurück.", ""},
	{"fr", "Le maire a démissionné mardi, la loi entre en vigueur jeudi.", "resign: démissionné|take-effect: entre en vigueur"},
	{"zh", "港务局起诉疏浚公司，法院裁定渡轮可以通航。", "sue: 起诉|rule: 裁定"},
	{"zh", "监管机构批准收购并宣布生效", "permit: 批准|buy: 收购|announce: 宣布|take-effect: 生效"},
	{"tlh", "Hab SoSlI' Quch", ""},
}

func TestFindTellsActsByVerbsAndNouns(t *testing.T) {
	for _, tt := range findTests {
		got := ""
		for _, f := range Find(tt.text, tt.lang) {
			if got != "" {
				got += "|"
			}
			got += f.Key + ": " + tt.text[f.Start:f.End]
		}
		if got != tt.want {
			t.Errorf("Find(%q, %s) = %q, want %q", tt.text, tt.lang, got, tt.want)
		}
	}
}

func TestEveryActOfALanguageIsInTheTable(t *testing.T) {
	for _, l := range language.All() {
		for _, g := range slices.Concat(l.Acts.Verbs, l.Acts.Nouns) {
			if _, ok := language.ActOf(g.Key); !ok {
				t.Errorf("%s/acts.txt has words of %q, which acts.txt does not name", l.Code, g.Key)
			}
		}
	}
}

func FuzzFoundActsLieInTheText(f *testing.F) {
	for _, tt := range findTests {
		f.Add(tt.text, tt.lang)
	}
	f.Fuzz(func(t *testing.T, text, lang string) {
		last := 0
		for _, found := range Find(text, lang) {
			if found.Start < last || found.End <= found.Start || found.End > len(text) {
				t.Fatalf("Find(%q, %s) has %+v behind byte %d", text, lang, found, last)
			}
			last = found.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	b.SetBytes(int64(len(findTests[1].text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(findTests[1].text, "en")
	}
}
