package rank

import (
	"math"
	"strings"
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
	if leans(s.text) {
		f -= leansLoss
	}
	if damaged(s.text) {
		f -= damagedLoss
	}
	return f
}

// leans tells whether a sentence begins with a word that needs what stood
// before it.
func leans(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	return leaning[strings.TrimRight(first, ",")]
}

var leaning = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`
		It He She They We I You This That These Those But And However Its His Her Their Our So Then There Also Instead Both Meanwhile
		Er Es Sie Wir Ich Dies Diese Dieser Dieses Das Aber Doch Auch Damit Dabei Dagegen Danach Daraufhin Außerdem Zudem Dort Sein Seine Ihr Ihre
		Il Elle Ils Elles Ce Cet Cette Ces Cela Mais Et Son Sa Ses Leur Leurs Nous Je Puis Ainsi
		Él Ella Ellos Ellas Esto Este Esta Estos Estas Pero Y Su Sus También Además Nosotros
		Egli Ella Essi Loro Questo Questa Questi Queste Ma E Suo Sua Suoi Anche Inoltre Noi`) {
		m[w] = true
	}
	return m
}()

// damaged tells whether a sentence is not one statement, whole: a quotation that
// opens or closes elsewhere, a question, fields between bars.
func damaged(text string) bool {
	curly := strings.Count(text, "“") + strings.Count(text, "”") + strings.Count(text, "„") // “ opens in English and closes in German
	return strings.HasSuffix(text, "?") || strings.ContainsAny(text, "|*") || strings.Count(text, `"`)%2 == 1 || curly%2 == 1 ||
		strings.Count(text, "«") != strings.Count(text, "»") || strings.Count(text, "``") != strings.Count(text, "''")
}
