package mention

import (
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/language"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// priceReach is how far from a sum, in letters, a word may stand that says what it
// is of.
const priceReach = 60

// pricedAs returns what the sum at a span of a sentence is the price or size of, by
// the word nearest to it in its clause; "" is unknown. Sums of different kinds do
// not contradict one another: a bid of 20 billion and a valuation of 60 are both
// true.
func pricedAs(sentence string, at news.Span, prices []language.Group) (of string) {
	before := strings.ToLower(word.Last(sentence[:at.Start], priceReach))
	if i := strings.LastIndexAny(before, ",;，；。"); i >= 0 {
		before = before[i:]
	}
	behind := strings.ToLower(word.First(sentence[at.End:], priceReach))
	if i := strings.IndexAny(behind, ",;，；。"); i >= 0 {
		behind = behind[:i]
	}
	nearest := priceReach + 1
	for _, k := range prices {
		for _, w := range k.Words {
			if i := strings.LastIndex(before, w); i >= 0 {
				if d := word.Width(before[i+len(w):]); d < nearest {
					nearest, of = d, k.Key
				}
			}
			if i := strings.Index(behind, w); i >= 0 {
				if d := word.Width(behind[:i]); d < nearest {
					nearest, of = d, k.Key
				}
			}
		}
	}
	return of
}
