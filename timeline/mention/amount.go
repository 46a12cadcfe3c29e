package mention

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/language"
)

// A Sum is an amount of money and where it stands.
type Sum struct {
	news.Amount
	news.Span
}

func (s Sum) key() string {
	return strings.TrimRight(s.Currency+" "+strconv.FormatFloat(s.Value, 'f', -1, 64)+" "+s.Of, " ")
}

// ParseKey reads the key of an amount mention back; its Text is empty.
func ParseKey(key string) (a news.Amount, ok bool) {
	currency, rest, found := strings.Cut(key, " ")
	value, of, _ := strings.Cut(rest, " ")
	v, err := strconv.ParseFloat(value, 64)
	return news.Amount{Value: v, Currency: currency, Of: of}, found && err == nil
}

// A money holds the words of sums of all languages: currencies and scales are
// read in any text, since "US$ 5bn" stands in German too.
type money struct {
	signFirst  *regexp.Regexp // "$20-30 billion", "US$ 5bn": sign, number, scale, number, scale
	unitLast   *regexp.Regexp // "20 bis 30 Milliarden US-Dollar", "300亿美元": number, scale, number, scale, unit
	scales     map[string]float64
	currencies map[string]string // ISO 4217, by sign or word
}

// signs are the currencies that are written before a sum; of a sign that several
// use the first is meant. Some are written behind it, too.
var signs = []struct {
	text, currency string
	behind         bool
}{
	{"US$", "USD", true}, {"USD", "USD", false}, {"EUR", "EUR", false}, {"GBP", "GBP", false}, {"CNY", "CNY", false}, {"RMB", "CNY", false},
	{"$", "USD", true}, {"€", "EUR", true}, {"£", "GBP", true}, {"¥", "CNY", false},
}

var theMoney = sync.OnceValue(func() *money {
	m := &money{scales: map[string]float64{}, currencies: map[string]string{}}
	var scales, units, some, before []string
	to := []string{"-", "–"}
	for _, s := range signs {
		m.currencies[s.text] = s.currency
		before = append(before, s.text)
		if s.behind {
			units = append(units, s.text)
		}
	}
	for _, l := range language.All() {
		for _, g := range l.Money.Scales {
			by, err := strconv.ParseFloat(g.Key, 64)
			if err != nil {
				panic(l.Code + "/money.txt: scale " + g.Key) // TestWordsOfSums reads every language
			}
			for _, w := range g.Words {
				m.scales[w] = by
				scales = append(scales, w)
			}
		}
		for _, g := range l.Money.Currencies {
			for _, w := range g.Words {
				m.currencies[w] = g.Key
				units = append(units, w)
			}
		}
		some, to = append(some, l.Money.Some...), append(to, l.Money.To...)
	}
	const number = `(\d[\d.,]*\d|\d)`
	scale, unit, sign := "("+oneOf(scales)+")", "("+oneOf(units)+")", "("+oneOf(before)+")"
	between := `\s?(?:` + oneOf(to) + `)\s?`
	m.signFirst = regexp.MustCompile(sign + `\s?` + number + `(?:[\s-]?` + scale + `)?(?:` + between + `(?:US\$|\$|€|£)?\s?` + number + `[\s-]?` + scale + `)?`)
	m.unitLast = regexp.MustCompile(`(?:` + number + `(?:\s?` + scale + `)?` + between + `)?` + number + `(?:[\s-]?` + scale + `)?(?:` + oneOf(some) + `)?[\s-]?` + unit)
	return m
})

// oneOf is the expression of any of the words, the longest first. A single Latin
// letter must end there: "5m", not "5 more".
func oneOf(words []string) string {
	words = slices.Clone(words)
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(-cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	var out []string
	for _, w := range slices.Compact(words) {
		q := regexp.QuoteMeta(w)
		if len(w) == 1 && unicode.IsLetter(rune(w[0])) {
			q += `\b`
		}
		out = append(out, q)
	}
	return strings.Join(out, "|")
}

// Amounts finds the sums of money in a sentence of a language, in text order. A
// range such as "$20-30 billion" gives both ends.
func Amounts(sentence, lang string) []Sum {
	if !strings.ContainsAny(sentence, "0123456789") {
		return nil
	}
	var out []Sum
	read, prices := theMoney(), language.Of(lang).Money.Prices
	for _, m := range read.signFirst.FindAllStringSubmatchIndex(sentence, -1) {
		out = read.appendSums(out, sentence, m, 1, [2]int{2, 3}, [2]int{4, 5}, prices)
	}
	signed := out
	for _, m := range read.unitLast.FindAllStringSubmatchIndex(sentence, -1) {
		if !overlaps(signed, m[0], m[1]) {
			out = read.appendSums(out, sentence, m, 5, [2]int{1, 2}, [2]int{3, 4}, prices)
		}
	}
	return out
}

func overlaps(sums []Sum, from, to int) bool {
	for _, s := range sums {
		if s.Start < to && from < s.End {
			return true
		}
	}
	return false
}

// appendSums reads one match. unit is its group of the currency; a and b are
// its groups of a number and a scale. A number without a scale takes the other's.
func (r *money) appendSums(out []Sum, s string, m []int, unit int, a, b [2]int, prices []language.Group) []Sum {
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return s[m[2*i]:m[2*i+1]]
	}
	text := strings.TrimSpace(s[m[0]:m[1]])
	for _, g := range [][2]int{a, b} {
		v, ok := parseNumber(group(g[0]))
		if !ok {
			continue
		}
		scale := group(g[1])
		if scale == "" {
			scale = group(a[1]) + group(b[1]) // one of them is empty
		}
		amount := news.Amount{Value: v * cmp.Or(r.scales[scale], 1), Currency: r.currencies[group(unit)], Text: text}
		at := news.Span{Start: m[0], End: m[1]}
		amount.Of = pricedAs(s, at, prices)
		out = append(out, Sum{amount, at})
	}
	return out
}

// parseNumber reads "30", "1.5", "1,5", "1,200,000" and "1.200.000": of two
// kinds of mark the last is the decimal one; a lone mark is decimal unless
// exactly three digits follow it.
func parseNumber(s string) (float64, bool) {
	dot, comma := strings.LastIndexByte(s, '.'), strings.LastIndexByte(s, ',')
	decimal := max(dot, comma)
	if decimal >= 0 && (strings.Count(s, s[decimal:decimal+1]) > 1 || min(dot, comma) < 0 && len(s)-decimal-1 == 3) {
		decimal = -1
	}
	var b strings.Builder
	for i := range len(s) {
		switch {
		case i == decimal:
			b.WriteByte('.')
		case s[i] != '.' && s[i] != ',':
			b.WriteByte(s[i])
		}
	}
	v, err := strconv.ParseFloat(b.String(), 64)
	return v, err == nil
}
