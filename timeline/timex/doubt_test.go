package timex_test

import (
	"testing"

	"github.com/seed-7461731f/dateline/timeline/sentence"
	"github.com/seed-7461731f/dateline/timeline/timex"
)

func TestDoubtNamesASecondReading(t *testing.T) {
	for _, tt := range []struct{ name, lang, text, value, or string }{
		{"a stated year leaves none", "en", "The bridge opened on May 3, 2019.", "2019-05-03", ""},
		{"a verb of its own clause leaves none", "en", "The bridge collapsed on April 12.", "2023-04-12", ""},
		{"a clause that shows no tense leaves the other year", "en", "Opening party: November 2.", "2022-11-02", "2023-11-02"},
		{"a verb in the present leaves the weekday before", "de", "Am Freitag kommt der Zirkus.", "2023-05-19", "2023-05-12"},
		{"what is set for a day leaves none", "en", "The hearing is scheduled for Friday.", "2023-05-19", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := tagAt(t, tt.lang, "2023-05-17", tt.text, timex.News)
			if len(got) != 1 || got[0].Value != tt.value || got[0].Or.EDTF != tt.or || got[0].Sure <= 0 || got[0].Sure >= 1 {
				t.Errorf("Tag(%q) = %+v, want %s or %q", tt.text, got, tt.value, tt.or)
			}
			if sure := got[0].Sure >= .95; sure != (tt.or == "") {
				t.Errorf("Tag(%q) is sure by %.2f and names %q beside", tt.text, got[0].Sure, got[0].Or.EDTF)
			}
		})
	}
}

func TestWhatIsUnresolvedIsNotSure(t *testing.T) {
	for _, e := range tagAt(t, "en", "", "The board met on Friday for two hours.", timex.News) {
		if e.Sure != 0 || e.Or.Known() {
			t.Errorf("Tag without a dct = %+v, want no certainty", e)
		}
	}
}

func TestExplainNamesFrameAndReadings(t *testing.T) {
	text := "ByteDance has until Jan. 19 to sell."
	opt := timex.Options{Lang: "en", DCT: given(t, "2024-04-24")}
	found, why := timex.Explain("", text, sentence.Split(text, "en"), opt)
	if len(found) != 1 || len(why) != 1 {
		t.Fatalf("Explain(%q) = %+v, %+v, want one of each", text, found, why)
	}
	w := why[0]
	if w.Frame != "by" || w.Tense != "due" || w.Placed != "year-by-direction" || len(w.Readings) != 3 {
		t.Errorf("Explain(%q) = %+v, want the frame by, due, with three years", text, w)
	}
	least := w.Readings[0]
	for _, r := range w.Readings {
		if r.Cost < least.Cost {
			least = r
		}
	}
	if least.Value != found[0].Value {
		t.Errorf("Explain(%q) took %s, but %s costs least", text, found[0].Value, least.Value)
	}
}

func TestExplainTagsAsTagDoes(t *testing.T) {
	for _, lang := range []string{"en", "de", "zh"} {
		for _, d := range readGold(t, "testdata/own-"+lang+".jsonl") {
			opt := timex.Options{Lang: lang, DCT: given(t, d.DCT)}
			sentences := sentence.Split(d.Text, lang)
			plain := timex.Tag("", d.Text, sentences, opt)
			explained, why := timex.Explain("", d.Text, sentences, opt)
			if len(plain) != len(explained) || len(why) != len(plain) {
				t.Fatalf("%s: %d found, %d explained with %d reasons", d.ID, len(plain), len(explained), len(why))
			}
			for i := range plain {
				if plain[i] != explained[i] {
					t.Errorf("%s: Tag gives %+v, Explain %+v", d.ID, plain[i], explained[i])
				}
			}
		}
	}
}
