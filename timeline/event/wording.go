package event

import (
	"cmp"
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
// never rewritten. Evidence comes best first. A quote that gives the event's own
// date and can stand alone in the first of the languages is best, then one in
// the others, then in any, then one that leans on the sentence before it.
func Wording(e news.Event, languages []string) (headline, summary string) {
	v, ok := speaker(e, languages, nil)
	if !ok {
		return "", ""
	}
	return worded(v)
}

// speaker is the evidence that speaks for an event; that whose quote is taken
// already only when there is no other.
func speaker(e news.Event, languages []string, taken map[string]bool) (best news.Evidence, ok bool) {
	if len(e.Evidence) == 0 {
		return best, false
	}
	best = e.Evidence[0]
	for _, lang := range append(slices.Clone(languages), "") {
		i := slices.IndexFunc(e.Evidence, func(v news.Evidence) bool {
			return speaks(v, lang) && standsAlone(v) && (v.Date == e.When.EDTF || v.Date == "") && !taken[v.Quote]
		})
		if i >= 0 {
			return e.Evidence[i], true
		}
	}
	return best, true
}

// wordApart gives events that would show the same quote, as a sentence with two
// dates founds two, different ones where they have them: those with the least to
// choose from choose first.
func wordApart(events []news.Event, languages []string) {
	order := make([]*news.Event, len(events))
	for i := range events {
		order[i] = &events[i]
	}
	slices.SortStableFunc(order, func(a, b *news.Event) int {
		return cmp.Or(cmp.Compare(len(a.Evidence), len(b.Evidence)), a.When.From.Compare(b.When.From), cmp.Compare(a.ID, b.ID))
	})
	taken := map[string]bool{}
	for _, e := range order {
		if v, ok := speaker(*e, languages, taken); ok {
			taken[v.Quote] = true
			e.Headline, e.Summary = worded(v)
		}
	}
}

func worded(v news.Evidence) (headline, summary string) {
	quote := withoutDateline(v.Quote)
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
