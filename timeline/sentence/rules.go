package sentence

import (
	"slices"
	"sync"

	"github.com/seed-7461731f/dateline/timeline/language"
)

// rules are what a language adds to the marks.
type rules struct {
	abbreviations map[string]bool // in small letters, without the last dot
	final         map[string]bool // abbreviations that may also end a sentence
	startWords    map[string]bool // words that begin sentences: after them a doubtful dot is an end
	ordinals      bool            // "3." is the third
}

// byLanguage makes the rules of each language once, when they are first asked
// for.
var byLanguage sync.Map // code of the language -> *rules

// rulesOf returns the rules for a BCP 47 tag.
func rulesOf(tag string) *rules {
	l := language.Of(tag)
	if r, ok := byLanguage.Load(l.Code); ok {
		return r.(*rules)
	}
	r := &rules{abbreviations: set(l.Sentence.Abbreviation), final: set(l.Sentence.Final), startWords: set(l.Sentence.Start),
		ordinals: slices.Contains(l.Sentence.Traits, "dot-ordinal")}
	byLanguage.Store(l.Code, r)
	return r
}

func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
