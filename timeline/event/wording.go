package event

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/statement"
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
	i := speaker(len(e.Evidence), languages, func(i int, lang string) bool {
		v := e.Evidence[i]
		return speaks(v.Language, lang) && statement.StandsAlone(v.Quote, v.Language) && (v.Date == e.When.EDTF || v.Date == "")
	})
	if i < 0 {
		return "", ""
	}
	return worded(e.Evidence[i].Quote)
}

// speaker is which of n pieces of evidence, the best first, speaks for an event:
// the first that fits the first language that one does, "" being any; when none
// does the first of all. -1 is none.
func speaker(n int, languages []string, fits func(i int, lang string) bool) int {
	if n == 0 {
		return -1
	}
	for _, lang := range append(slices.Clone(languages), "") {
		for i := range n {
			if fits(i, lang) {
				return i
			}
		}
	}
	return 0
}

// wordApart gives events that would show the same quote, as a sentence with two
// dates founds two, different ones where they have them: those with the least to
// choose from choose first.
func (t *teller) wordApart() error {
	order := make([]int, len(t.events))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := &t.events[i], &t.events[j]
		return cmp.Or(cmp.Compare(len(t.bundles[i].members), len(t.bundles[j].members)), a.When.From.Compare(b.When.From), cmp.Compare(a.ID, b.ID))
	})
	taken := map[uint32]bool{}
	for _, i := range order {
		e, best := &t.events[i], t.bundles[i].best
		n := speaker(len(best), t.story.Languages, func(i int, lang string) bool {
			r := t.records.at(best[i])
			return r.alone && !taken[r.said] && t.whens.at(r.when).EDTF == e.When.EDTF && speaks(t.origins[r.source].Language, lang)
		})
		said := t.records.at(best[n]).said
		taken[said] = true
		quote, err := t.quotes.get(t.said.at(said))
		if err != nil {
			return err
		}
		e.Headline, e.Summary = worded(quote)
	}
	return nil
}

func worded(quote string) (headline, summary string) {
	quote = withoutDateline(quote)
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

// speaks reports whether a language is one that is asked for; "" is any.
func speaks(language, lang string) bool {
	return lang == "" || language == lang || strings.HasPrefix(language, lang+"-")
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
