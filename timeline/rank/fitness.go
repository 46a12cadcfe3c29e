package rank

import (
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/seed-7461731f/dateline/timeline/language"
)

// What makes a sentence fit to stand in a timeline, in cosine.
const (
	aboutGain   = 0.1  // about the story
	longLoss    = 0.1  // for each e-fold of words over what reads well
	leansLoss   = 0.02 // its first word points at the sentence before
	damagedLoss = 0.1  // part of a quotation, a question, a list

	readsWell = 25 // words
	shortest  = 8  // words: what has fewer is a heading or a shout
	longest   = 60
)

// quotable tells whether a sentence can be quoted at all.
func quotable(s *sentence) bool {
	return s.words >= shortest && s.words <= longest
}

func fitness(s *sentence) float64 {
	f := aboutGain * float64(s.about)
	if s.words > readsWell {
		f -= longLoss * math.Log(float64(s.words)/readsWell)
	}
	if s.leans {
		f -= leansLoss
	}
	if damaged(s.text) {
		f -= damagedLoss
	}
	return f
}

// leaning holds, by language, the words at the start of a sentence that need what
// stood before it.
var leaning = sync.OnceValue(func() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for _, l := range language.All() {
		words := map[string]bool{}
		for _, w := range slices.Concat(l.Narrative.Leaning, l.Narrative.LeaningAlone) {
			words[w] = true
		}
		m[l.Code] = words
	}
	return m
})

// leans reports whether a sentence of a language begins with a word that needs
// what stood before it.
func leans(text, lang string) bool {
	first, _, _ := strings.Cut(text, " ")
	return leaning()[lang][strings.TrimRight(first, ",")]
}

// damaged tells whether a sentence is not one statement, whole: a quotation that
// opens or closes elsewhere, a question, fields between bars.
func damaged(text string) bool {
	curly := strings.Count(text, "“") + strings.Count(text, "”") + strings.Count(text, "„") // “ opens in English and closes in German
	return strings.HasSuffix(text, "?") || strings.ContainsAny(text, "|*") || strings.Count(text, `"`)%2 == 1 || curly%2 == 1 ||
		strings.Count(text, "«") != strings.Count(text, "»") || strings.Count(text, "``") != strings.Count(text, "''")
}
