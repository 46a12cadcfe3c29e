package mention

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/language"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// A Share is a part of a company that somebody is said to hold, in per cent,
// and where it stands.
type Share struct {
	Percent float64
	news.Span
}

// shares holds the words of shares of a company of one language.
type shares struct {
	percent *regexp.Regexp // a number is its first or second group
	hints   []string       // one of them stands in every sentence that percent matches
	holding []string       // make a percentage one of a company rather than of anything else
	whole   word.Phrases   // all of it
}

var sharesOf = sync.OnceValue(func() map[string]func() *shares {
	m := map[string]func() *shares{}
	for _, l := range language.All() {
		m[l.Code] = sync.OnceValue(func() *shares { return newShares(&l.Money) })
	}
	return m
})

func newShares(m *language.Money) *shares {
	s := &shares{hints: slices.Concat([]string{"%"}, m.Percent, m.PercentBefore), holding: m.Holding, whole: word.NewPhrases(m.Whole)}
	pattern := `(\d{1,3}(?:[.,]\d{1,2})?)[\s-]?(?:` + oneOf(slices.Concat([]string{"%"}, m.Percent)) + `)`
	if len(m.PercentBefore) > 0 {
		pattern += `|(?:` + oneOf(m.PercentBefore) + `)(\d{1,3})`
	}
	s.percent = regexp.MustCompile(pattern)
	return s
}

// Shares finds the shares of a company in a sentence of a language, in text order;
// a phrase for the whole of it is 100.
func Shares(sentence, lang string) []Share {
	of := sharesOf()[language.Of(lang).Code]
	if of == nil {
		return nil
	}
	s := of()
	if word.ContainsAny(sentence, s.hints) {
		if out := s.parts(sentence); len(out) > 0 {
			return out
		}
	}
	return s.wholes(sentence)
}

// parts are the percentages of a company.
func (s *shares) parts(sentence string) (out []Share) {
	for _, m := range s.percent.FindAllStringSubmatchIndex(sentence, -1) {
		group := 2
		if m[group] < 0 {
			group = 4
		}
		v, err := strconv.ParseFloat(strings.Replace(sentence[m[group]:m[group+1]], ",", ".", 1), 64)
		at := news.Span{Start: m[0], End: m[1]}
		if err == nil && v > 0 && v <= 100 && s.ofCompany(sentence, at) {
			out = append(out, Share{v, at})
		}
	}
	return out
}

// wholes are the phrases for the whole of a company.
func (s *shares) wholes(sentence string) (out []Share) {
	lower := strings.ToLower(sentence)
	if len(lower) != len(sentence) {
		return nil // a character that changes its length: no offsets hold
	}
	for _, at := range s.whole.Within(lower) {
		out = append(out, Share{100, news.Span{Start: at[0], End: at[1]}})
	}
	slices.SortFunc(out, func(a, b Share) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// shareReach is how far from a percentage, in letters, a word of holding may
// stand.
const shareReach = 50

func (s *shares) ofCompany(sentence string, at news.Span) bool {
	around := word.Last(sentence[:at.Start], shareReach) + " " + word.First(sentence[at.End:], shareReach)
	return word.ContainsAny(strings.ToLower(around), s.holding)
}
