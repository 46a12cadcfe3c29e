package mention

import (
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
)

// priceWords tell what a sum is the price or size of, by the word nearest to it
// in its clause. Sums of different kinds do not contradict one another: a bid of
// 20 billion and a valuation of 60 are both true.
var priceWords = []struct {
	of    string
	words []string
}{
	{"valuation", []string{"valued at", "valuation", "worth", "values ", "bewertet", "bewertung", " wert", "估值", "价值", "價值"}},
	{"asking", []string{"asking price", "asks for", "asking for", "wants at least", "demands", "demanding", "verlangt", "fordert", "preisvorstellung", "要价", "要價", "索价"}},
	{"bid", []string{"bid", "offer", "to buy", "to acquire", "purchase", "to pay for", "price tag", "gebot", "bietet", "geboten", "angebot", "kaufpreis", "zu kaufen", "出价", "出價", "报价", "報價", "收购价", "收購價", "竞购", "竞价"}},
	{"fine", []string{"fine", "fined", "penalty", "settle", "strafe", "bußgeld", "罚款", "罰款", "和解金"}},
	{"fee", []string{"fee", "commission", "brokering", "gebühr", "provision", "费用", "手续费"}},
	{"revenue", []string{"revenue", "sales of", "profit", "earned", "umsatz", "gewinn", "营收", "收入", "利润"}},
	{"investment", []string{"invest", "funding", "raised", "investier", "finanzierung", "投资", "融资", "融資"}},
	{"tax", []string{"tax", "steuer", "税"}},
}

// priceReach is how many bytes from a sum such a word may stand.
const priceReach = 60

// pricedAs tells what the sum at a span of a sentence is of; "" is unknown.
func pricedAs(sentence string, at news.Span) (of string) {
	before := strings.ToLower(sentence[max(0, at.Start-priceReach):at.Start])
	if i := strings.LastIndexAny(before, ",;，；。"); i >= 0 {
		before = before[i:]
	}
	behind := strings.ToLower(sentence[at.End:min(len(sentence), at.End+priceReach)])
	if i := strings.IndexAny(behind, ",;，；。"); i >= 0 {
		behind = behind[:i]
	}
	nearest := priceReach + 1
	for _, k := range priceWords {
		for _, w := range k.words {
			if i := strings.LastIndex(before, w); i >= 0 && len(before)-i-len(w) < nearest {
				nearest, of = len(before)-i-len(w), k.of
			}
			if i := strings.Index(behind, w); i >= 0 && i < nearest {
				nearest, of = i, k.of
			}
		}
	}
	return of
}
