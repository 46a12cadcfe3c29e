package mention

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
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

const (
	number = `(\d[\d.,]*\d|\d)`
	scale  = `(trillion|billion|million|thousand|Billionen|Milliarden|Milliarde|Millionen|Million|Mrd\.?|Mio\.?|bn|tn|mn|m\b|b\b|k\b|万亿|萬億|亿|億|百万|百萬|千万|千萬|万|萬)`
	unit   = `(US-Dollar|U\.S\. dollars?|US dollars?|[Dd]ollars?|[Ee]uros?|Pfund|pounds|[Yy]uan|美元|美金|欧元|歐元|英镑|英鎊|人民币|人民幣|元|US\$|\$|€|£)`
	sign   = `(US\$|USD|EUR|GBP|CNY|RMB|\$|€|£|¥)`
	to     = `\s?(?:-|–|bis|to|and|至|到)\s?`
)

var (
	// "$20-30 billion", "US$ 5bn": sign, number, scale, number, scale
	signFirst = regexp.MustCompile(sign + `\s?` + number + `(?:[\s-]?` + scale + `)?(?:` + to + `(?:US\$|\$|€|£)?\s?` + number + `[\s-]?` + scale + `)?`)
	// "20 bis 30 Milliarden US-Dollar", "300亿美元": number, scale, number, scale, unit
	unitLast = regexp.MustCompile(`(?:` + number + `(?:\s?` + scale + `)?` + to + `)?` + number + `(?:[\s-]?` + scale + `)?(?:多|余|餘)?[\s-]?` + unit)
)

// Amounts finds the sums of money in a sentence, in text order. A range such
// as "$20-30 billion" gives both ends.
func Amounts(sentence string) []Sum {
	if !strings.ContainsAny(sentence, "0123456789") {
		return nil
	}
	var out []Sum
	for _, m := range signFirst.FindAllStringSubmatchIndex(sentence, -1) {
		out = appendSums(out, sentence, m, 1, [2]int{2, 3}, [2]int{4, 5})
	}
	signed := out
	for _, m := range unitLast.FindAllStringSubmatchIndex(sentence, -1) {
		if !overlaps(signed, m[0], m[1]) {
			out = appendSums(out, sentence, m, 5, [2]int{1, 2}, [2]int{3, 4})
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
func appendSums(out []Sum, s string, m []int, unit int, a, b [2]int) []Sum {
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
		amount := news.Amount{Value: v * scaleOf(scale), Currency: currencyOf(group(unit)), Text: text}
		at := news.Span{Start: m[0], End: m[1]}
		amount.Of = pricedAs(s, at)
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

func scaleOf(word string) float64 {
	switch strings.TrimSuffix(word, ".") {
	case "k", "thousand":
		return 1e3
	case "万", "萬":
		return 1e4
	case "百万", "百萬", "million", "Million", "Millionen", "Mio", "m", "mn":
		return 1e6
	case "千万", "千萬":
		return 1e7
	case "亿", "億":
		return 1e8
	case "billion", "Milliarde", "Milliarden", "Mrd", "b", "bn":
		return 1e9
	case "万亿", "萬億", "trillion", "Billionen", "tn":
		return 1e12
	}
	return 1
}

func currencyOf(unit string) string {
	switch {
	case strings.HasPrefix(strings.ToLower(unit), "euro"), unit == "€", unit == "EUR", unit == "欧元", unit == "歐元":
		return "EUR"
	case unit == "£", unit == "GBP", unit == "Pfund", unit == "pounds", unit == "英镑", unit == "英鎊":
		return "GBP"
	case strings.EqualFold(unit, "yuan"), unit == "CNY", unit == "RMB", unit == "¥", unit == "元", strings.HasPrefix(unit, "人民"):
		return "CNY"
	}
	return "USD"
}
