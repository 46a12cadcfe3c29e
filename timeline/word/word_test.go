package word_test

import (
	"slices"
	"testing"

	"github.com/seed-7461731f/dateline/timeline/word"
)

func TestPhrasesAreWordsOfTheirOwn(t *testing.T) {
	ps := word.NewPhrases([]string{"bill", "enact*", "法案"})
	for _, test := range []struct {
		in   string
		want bool
	}{
		{"the bill passed", true},
		{"a billion dollars", false},
		{"twelve billions, one bill", true},
		{"it was enacted", true},
		{"reenacted", false},
		{"参议院通过法案后", true},
		{"", false},
	} {
		if got := ps.In(test.in); got != test.want {
			t.Errorf("In(%q) = %v, want %v", test.in, got, test.want)
		}
	}
	if got, want := ps.Within("enacted: the bill 法案"), [][2]int{{13, 17}, {0, 7}, {18, 24}}; !slices.Equal(got, want) {
		t.Errorf("Within = %v, want %v", got, want)
	}
}

func TestDistancesAreLetters(t *testing.T) {
	const s = "für 法案"
	if got := word.Width(s); got != 4+6 {
		t.Errorf("Width(%q) = %d, want 10", s, got)
	}
	if got := word.Last(s, 4); got != "案" {
		t.Errorf("Last(%q, 4) = %q", s, got)
	}
	if got := word.First(s, 6); got != "für " {
		t.Errorf("First(%q, 6) = %q", s, got)
	}
	if got := word.First("", 6) + word.Last("", 6); got != "" {
		t.Errorf("parts of nothing are %q", got)
	}
}

func TestAWordEndsAtASpace(t *testing.T) {
	for _, test := range []struct {
		in       string
		unspaced bool
		want     bool
	}{
		{"moved to ", false, true},
		{"moved onto ", false, false},
		{"moved to", false, false},
		{"to ", false, true},
		{"推迟至", true, true},
	} {
		if got := word.EndsIn(test.in, []string{"to", "至"}, test.unspaced); got != test.want {
			t.Errorf("EndsIn(%q) = %v, want %v", test.in, got, test.want)
		}
	}
}

func TestTokensAreRunsOfLettersAndSingleHanCharacters(t *testing.T) {
	const text = "Huawei’s 5G-Netz 华为Ａ。为"
	var got, terms []string
	for at := range word.Tokens(text) {
		got = append(got, text[at.Start:at.End])
	}
	if want := []string{"Huawei", "s", "5G", "Netz", "华", "为", "Ａ", "为"}; !slices.Equal(got, want) {
		t.Errorf("Tokens = %q, want %q", got, want)
	}
	for at := range word.Terms(text) {
		terms = append(terms, text[at.Start:at.End])
	}
	if want := []string{"Huawei", "s", "5G", "Netz", "华为", "Ａ"}; !slices.Equal(terms, want) {
		t.Errorf("Terms = %q, want %q", terms, want)
	}
}
