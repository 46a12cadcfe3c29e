package statement

import (
	"strings"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/timeline/word"
)

// dangling are the words at the start of a sentence that lean on the one
// before it: such a quote cannot stand alone.
var dangling = map[string][]string{
	"en": {"It", "He", "She", "They", "This", "That", "These", "Those", "But", "And", "However", "Its", "His", "Her", "Their", "So", "Then", "A day later", "Also", "Instead", "Both", "As", "There", "We", "I", "You", "Meanwhile"},
	"de": {"Er", "Sie", "Es", "Dies", "Diese", "Dieser", "Dieses", "Das", "Aber", "Zudem", "Doch", "Kurz zuvor", "Auch", "Damit", "Dabei", "Dagegen", "Danach", "Daraufhin", "Ebenfalls", "Sein", "Ihr", "Außerdem", "Dort"},
	"zh": {"该", "其", "他", "她", "它", "这", "這", "此", "但", "并", "並", "而", "不过", "不過", "同时", "對此", "对此", "此外", "另外", "因此", "所以", "然而", "虽然", "尽管", "我", "我们"},
}

// Lengths, in runes, between which a quote reads well.
const (
	shortestQuote = 30
	longestQuote  = 320
	shortestHan   = 14
)

// fitness returns how well a statement speaks for its event: as news rather than
// as background, from high up in the text, and able to stand alone.
func (s *Statement) fitness() (f float64) {
	if age := s.Source.Day.Sub(s.When.From).Hours() / 24; !s.Source.Day.IsZero() && age >= 0 && age <= 3 {
		f++
	}
	if s.Sentence <= 3 {
		f += 0.5
	}
	f += s.Score / MaxScore
	if leans(s.Quote, s.Source.Language) || clausal(s.Quote) || s.Sentence > 0 && word.ContainsAny(s.Quote, performatives) {
		f -= 1.5
	}
	shortest := shortestQuote
	if s.Source.Base == "zh" {
		shortest = shortestHan
	}
	if n := utf8.RuneCountInString(s.Quote); n < shortest || n > longestQuote {
		f -= 0.5
	}
	return f
}

// clausal reports whether a quote begins as a clause of a law or list does,
// "(a)", "Sec. 2.", "§ 3".
func clausal(quote string) bool {
	quote = strings.TrimLeft(quote, `\*_ `)
	return strings.HasPrefix(quote, "(") || strings.Contains(quote[:min(len(quote), 20)], "(a)") || strings.HasPrefix(quote, "Sec") && strings.ContainsAny(quote[:min(len(quote), 12)], "0123456789") || strings.HasPrefix(quote, "§")
}

// afterComma are words that lean even there.
var afterComma = map[string][]string{
	"en": {"he ", "she ", "they ", "it ", "this ", "that ", "these ", "those "},
	"zh": {"他", "她", "它", "其", "该", "該"},
}

// openings is how many bytes from its start a quote may name a time and go on,
// behind a comma, with a word that leans: "On Tuesday, they moved".
const openings = 40

// leans reports whether a quote begins with a word that needs what stood before.
func leans(quote, language string) bool {
	base, _, _ := strings.Cut(language, "-")
	for i, sign := range quote[:min(len(quote), openings)] {
		if sign != ',' && sign != '，' {
			continue
		}
		if rest := strings.TrimLeft(quote[i+utf8.RuneLen(sign):], " "); word.StartsWithAny(rest, afterComma[base]) {
			return true
		}
	}
	for _, w := range dangling[base] {
		rest, ok := strings.CutPrefix(quote, w)
		if ok && w == "Das" && word.Capital(strings.TrimSpace(rest)) {
			continue // an article before its noun, no pronoun
		}
		if ok && (base == "zh" || strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, ",")) {
			return true
		}
	}
	return false
}

// StandsAlone reports whether a quote can be understood without what stood before.
func StandsAlone(quote, language string) bool {
	return utf8.RuneCountInString(quote) >= shortestHan && !leans(quote, language)
}
