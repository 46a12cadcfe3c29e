package event

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/store/news"
)

// Lengths, in runes, of what an event shows.
const (
	headlineRunes = 110
	summaryRunes  = 400
)

// Wording picks the headline and summary of an event: quotes, trimmed but
// never rewritten. Evidence comes best first. A quote that can stand alone in
// the first of the languages is best, then one in the others, then in any, then
// one that leans on the sentence before it.
func Wording(evidence []news.Evidence, languages []string) (headline, summary string) {
	if len(evidence) == 0 {
		return "", ""
	}
	best := evidence[0]
	for _, lang := range append(slices.Clone(languages), "") {
		i := slices.IndexFunc(evidence, func(v news.Evidence) bool { return speaks(v, lang) && standsAlone(v) })
		if i >= 0 {
			best = evidence[i]
			break
		}
	}
	quote := withoutDateline(best.Quote)
	return trim(quote, headlineRunes), trim(quote, summaryRunes)
}

// longestDateline bounds, in bytes, an agency's opening.
const longestDateline = 60

// withoutDateline cuts an agency's opening, "LONDON, Aug 14 (Wire) - ".
func withoutDateline(quote string) string {
	head := quote[:min(len(quote), longestDateline)]
	for _, dash := range []string{") - ", ") – ", ") — "} {
		if i := strings.Index(head, dash); i > 0 && strings.Contains(head[:i], "(") {
			return quote[i+len(dash):]
		}
	}
	return quote
}

func standsAlone(v news.Evidence) bool {
	return utf8.RuneCountInString(v.Quote) >= shortestHan && !leans(v.Quote, v.Language)
}

// speaks tells whether the evidence is in a language; "" is any.
func speaks(v news.Evidence, lang string) bool {
	return lang == "" || v.Language == lang || strings.HasPrefix(v.Language, lang+"-")
}

// trim cuts a quote to at most n runes, at the end of a clause where one is
// near, else of a word, and marks the cut.
func trim(quote string, n int) string {
	if utf8.RuneCountInString(quote) <= n {
		return quote
	}
	cut := 0
	for i := range quote {
		if n--; n < 0 {
			cut = i
			break
		}
	}
	head := quote[:cut]
	if i := strings.LastIndexAny(head, ",;:–，；：、"); i > len(head)/2 {
		head = head[:i]
	} else if i := strings.LastIndexByte(head, ' '); i > len(head)/2 {
		head = head[:i]
	}
	return strings.TrimRight(head, " ,;:–-，；：、") + "…"
}
