package statement

import (
	"regexp"
	"strings"
	"sync"

	"github.com/seed-7461731f/dateline/timeline/language"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// A lexicon is what statements need of a language, ready to be asked.
type lexicon struct {
	*language.Language
	unspaced         bool
	state            map[string]bool // of Narrative, as are those below
	finite           map[string]bool
	earlier          map[string]bool
	determiners      map[string]bool
	subordinators    map[string]bool
	firstPerson      word.Phrases
	timePrepositions map[string]bool
	self, aside      *regexp.Regexp // nil when the language has none
	notPerson        *strings.Replacer

	bill, enacted, prescribing, meantFor, planned word.Phrases // of Status
}

var lexicons = sync.OnceValue(func() map[string]func() *lexicon {
	m := map[string]func() *lexicon{}
	for _, l := range language.All() {
		m[l.Code] = sync.OnceValue(func() *lexicon { return newLexicon(l) })
	}
	return m
})

var noLexicon = sync.OnceValue(func() *lexicon { return newLexicon(language.Of("und")) })

// lexiconOf returns the lexicon of a BCP 47 tag; that of an unknown language is
// empty.
func lexiconOf(tag string) *lexicon {
	if x := lexicons()[language.Of(tag).Code]; x != nil {
		return x()
	}
	return noLexicon()
}

func newLexicon(l *language.Language) *lexicon {
	n, s := &l.Narrative, &l.Status
	x := &lexicon{Language: l, unspaced: l.Unspaced(),
		state: set(n.State), finite: set(n.Finite), earlier: set(n.Earlier), determiners: set(n.Determiners), subordinators: set(n.Subordinators),
		firstPerson: word.NewPhrases(n.FirstPerson), timePrepositions: set(n.TimePrepositions),
		self: anyOf("", n.Self), aside: anyOf("", n.Asides),
		bill: word.NewPhrases(s.Bill), enacted: word.NewPhrases(s.Enacted), prescribing: word.NewPhrases(s.Prescribing), meantFor: word.NewPhrases(s.Meant), planned: word.NewPhrases(s.PlannedThen)}
	var none []string
	for _, w := range n.NotPerson {
		none = append(none, w, "")
	}
	x.notPerson = strings.NewReplacer(none...)
	return x
}

func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// anyOf makes one expression of the patterns of a list; nil when it has none.
func anyOf(flags string, list []language.Line) *regexp.Regexp {
	if len(list) == 0 {
		return nil
	}
	patterns := make([]string, len(list))
	for i, l := range list {
		patterns[i] = l.Text
	}
	return regexp.MustCompile(flags + strings.Join(patterns, "|")) // TestPatternsCompile reads every language
}
