package mention

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
)

// A Share is a part of a company that somebody is said to hold, in per cent,
// and where it stands.
type Share struct {
	Percent float64
	news.Span
}

var (
	percent = regexp.MustCompile(`(\d{1,3}(?:[.,]\d{1,2})?)[\s-]?(?:%|percent|per cent|pct|Prozent)|百分之(\d{1,3})`)
	whole   = regexp.MustCompile(`(?i)\b(?:total control|full control|complete control|full ownership|wholly[ -]owned|own(?:s|ed)? outright|vollständige Kontrolle|volle Kontrolle|hundertprozentig\w*)\b|完全控制|全资|全資|完全拥有`)
)

// holdingWords make a percentage one of a company rather than of anything else.
var holdingWords = []string{"stake", "own", "hold", "subsidiary", "equity", "control", "anteil", "beteilig", "hält", "halten", "tochter", "besitz", "kontroll", "股份", "股权", "股權", "持股", "控股", "子公司", "持有"}

// Shares finds the shares of a company in a sentence, in text order; a phrase
// for the whole of it is 100.
func Shares(sentence string) []Share {
	var out []Share
	if !containsAny(sentence, percentSigns) {
		return wholes(sentence)
	}
	for _, m := range percent.FindAllStringSubmatchIndex(sentence, -1) {
		group := 2
		if m[group] < 0 {
			group = 4
		}
		v, err := strconv.ParseFloat(strings.Replace(sentence[m[group]:m[group+1]], ",", ".", 1), 64)
		at := news.Span{Start: m[0], End: m[1]}
		if err == nil && v > 0 && v <= 100 && ofCompany(sentence, at) {
			out = append(out, Share{v, at})
		}
	}
	if len(out) > 0 {
		return out
	}
	return wholes(sentence)
}

// What a sentence must hold before it pays to look closer.
var (
	percentSigns = []string{"%", "per", "Prozent", "pct", "百分之"}
	wholeSigns   = []string{"ontrol", "wner", "wned", "Kontrolle", "prozentig", "控制", "全资", "全資", "拥有"}
)

// wholes are the phrases for the whole of a company.
func wholes(sentence string) (out []Share) {
	if !containsAny(sentence, wholeSigns) {
		return nil
	}
	for _, m := range whole.FindAllStringIndex(sentence, -1) {
		out = append(out, Share{100, news.Span{Start: m[0], End: m[1]}})
	}
	return out
}

func containsAny(s string, list []string) bool {
	return slices.ContainsFunc(list, func(w string) bool { return strings.Contains(s, w) })
}

// shareReach is how many bytes from a percentage a word of holding may stand.
const shareReach = 50

func ofCompany(sentence string, at news.Span) bool {
	around := strings.ToLower(sentence[max(0, at.Start-shareReach):at.Start] + " " + sentence[at.End:min(len(sentence), at.End+shareReach)])
	for _, w := range holdingWords {
		if strings.Contains(around, w) {
			return true
		}
	}
	return false
}
