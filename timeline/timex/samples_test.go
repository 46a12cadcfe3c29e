package timex_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/language/sample"
	"github.com/seed-7461731f/dateline/timeline/sentence"
	"github.com/seed-7461731f/dateline/timeline/timex"
)

// A timed is a line of samples.jsonl of a language, for this room.
type timed struct {
	ID, DCT, Text string
	Want          []string // values or EDTF dates that must be among those found
	Not           []string // that must not
	None          bool     // no day, month or year at all
}

func TestSamplesOfTheLanguages(t *testing.T) {
	sample.Each(t, "../language", "time", func(lang string, s timed) {
		t.Run(lang+"/"+s.ID, func(t *testing.T) {
			opt := timex.Options{Lang: lang, DCT: dctOf(t, s.DCT)}
			found := timex.Tag("", s.Text, sentence.Split(s.Text, lang), opt)
			s.check(t, found)
		})
	})
}

// dctOf is a day, or the bounds of a month.
func dctOf(t *testing.T, dct string) news.DCT {
	t.Helper()
	if len(dct) != len("2023-05") {
		return given(t, dct)
	}
	first := given(t, dct+"-01").Time
	return news.DCT{Earliest: first, Latest: first.AddDate(0, 1, -1), Method: "given"}
}

func (s timed) check(t *testing.T, found []news.TimeExpression) {
	t.Helper()
	var values []string
	for _, e := range found {
		values = append(values, e.Value, e.When.EDTF)
	}
	for _, v := range s.Want {
		if !slices.Contains(values, v) {
			t.Errorf("Tag(%q, dct %s) = %q, want %s among them", s.Text, s.DCT, values, v)
		}
	}
	for _, v := range s.Not {
		if slices.Contains(values, v) {
			t.Errorf("Tag(%q, dct %s) = %q, want no %s", s.Text, s.DCT, values, v)
		}
	}
	for _, v := range values {
		if s.None && v != "" && strings.ContainsAny(v[:1], "12") {
			t.Errorf("Tag(%q, dct %s) = %q, want no date", s.Text, s.DCT, values)
		}
	}
}
