package sentence_test

import (
	"testing"

	"github.com/seed-7461731f/dateline/timeline/language/sample"
	"github.com/seed-7461731f/dateline/timeline/sentence"
)

func TestSamplesOfEachLanguageHaveTheirSentences(t *testing.T) {
	type text struct {
		ID, Text string
		Count    int
	}
	sample.Each(t, "../language", "sentence", func(lang string, s text) {
		if got := sentence.Split(s.Text, lang); len(got) != s.Count {
			t.Errorf("%s %s: %q has %d sentences, want %d", lang, s.ID, s.Text, len(got), s.Count)
		}
	})
}
