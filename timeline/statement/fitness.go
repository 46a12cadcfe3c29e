package statement

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/timeline/word"
)

// Lengths, in runes, between which a quote reads well.
const (
	shortestQuote    = 30
	longestQuote     = 320
	shortestUnspaced = 14
)

// fitness returns how well a statement speaks for its event: as news rather than
// as background, from high up in the text, and able to stand alone.
func (s *Statement) fitness(x *lexicon) (f float64) {
	if age := s.Source.Day.Sub(s.When.From).Hours() / 24; !s.Source.Day.IsZero() && age >= 0 && age <= 3 {
		f++
	}
	if s.Sentence <= 3 {
		f += 0.5
	}
	f += s.Score / MaxScore
	if x.leans(s.Quote) || x.clausal(s.Quote) || s.Sentence > 0 && word.ContainsAny(s.Quote, x.Status.Performative) {
		f -= 1.5
	}
	shortest := shortestQuote
	if x.unspaced {
		shortest = shortestUnspaced
	}
	if n := utf8.RuneCountInString(s.Quote); n < shortest || n > longestQuote {
		f -= 0.5
	}
	return f
}

// clausal reports whether a quote begins as a clause of a law or list does,
// "(a)", "Sec. 2.", "§ 3".
func (x *lexicon) clausal(quote string) bool {
	quote = strings.TrimLeft(quote, `\*_ `)
	numbered := strings.ContainsAny(quote[:min(len(quote), 12)], "0123456789")
	return strings.HasPrefix(quote, "(") || strings.Contains(quote[:min(len(quote), 20)], "(a)") ||
		numbered && word.StartsWithAny(quote, x.Narrative.Sections) || strings.HasPrefix(quote, "§")
}

// leadIn is the length, in letters, of a time at the start of a quote behind
// which a pronoun still leans on what stood before: "On Tuesday, they moved".
const leadIn = 40

// leans reports whether a quote begins with a word that needs what stood before.
func (x *lexicon) leans(quote string) bool {
	n := &x.Narrative
	for i, r := range word.First(quote, leadIn) {
		if r != ',' && r != '，' {
			continue
		}
		if x.begins(strings.TrimLeft(quote[i+utf8.RuneLen(r):], " "), n.LeaningAfterComma) {
			return true
		}
	}
	if x.begins(quote, n.Leaning) {
		return true
	}
	for _, w := range n.LeaningAlone {
		rest, ok := strings.CutPrefix(quote, w+" ")
		if ok && !word.Capital(strings.TrimSpace(rest)) {
			return true // else an article before its noun
		}
	}
	return false
}

// begins reports whether a text begins with one of the words.
func (x *lexicon) begins(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		rest, ok := strings.CutPrefix(text, w)
		return ok && (x.unspaced || strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, ","))
	})
}

// StandsAlone reports whether a quote can be understood without what stood before.
func StandsAlone(quote, language string) bool { return lexiconOf(language).standsAlone(quote) }

func (x *lexicon) standsAlone(quote string) bool {
	return utf8.RuneCountInString(quote) >= shortestUnspaced && !x.leans(quote)
}
