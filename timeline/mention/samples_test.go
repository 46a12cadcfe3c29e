package mention_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed-7461731f/dateline/timeline/language/sample"
	"github.com/seed-7461731f/dateline/timeline/mention"
)

func TestSamplesOfEachLanguageHaveTheirSums(t *testing.T) {
	type text struct {
		ID, Text string
		Want     []string
	}
	sample.Each(t, "../language", "money", func(lang string, s text) {
		var got []string
		for _, x := range mention.Amounts(s.Text, lang) {
			got = append(got, strings.TrimRight(fmt.Sprintf("%s %.0f %s", x.Currency, x.Value, x.Of), " "))
		}
		if !slices.Equal(got, s.Want) {
			t.Errorf("%s %s: %q has the sums %q, want %q", lang, s.ID, s.Text, got, s.Want)
		}
	})
}
