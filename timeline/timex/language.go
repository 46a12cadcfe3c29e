package timex

import (
	"strings"
	"sync"
)

// A language is a lexicon and a grammar. One file makes one: lang_xx.go.
type language struct {
	code         string
	words        map[string]*entry
	rules        []rule
	numberStarts []*rule
	dotOrdinal   bool                                                          // "3." is the third
	monthFirst   bool                                                          // 3/4 is the fourth of March
	decadeYears  bool                                                          // a decade is ten years: P10Y, not P1DE
	nextSkips    bool                                                          // "next Tuesday" on a Monday is not tomorrow
	hourAlone    bool                                                          // an hour without minutes is T18, not T18:00
	byPhrase     func(p *parser, f *found) bool                                // deadlines of more than one word before the date
	byAfter      bool                                                          // the word for "by" follows: 三月前
	segment      func(l *language, text string, i, to int, counted bool) token // of a text without spaces; counted: behind a number
	longest      map[string]int                                                // bytes of the longest word by its first character, with segment
	verb         func(p *parser, i int) tense                                  // of one word; nil: English endings
	zoneBefore   bool                                                          // 北京时间 stands before the time, and not in its span
	clauseTense  func(p *parser, f *found) tense
}

func newLanguage(code string) *language {
	return &language{code: code, words: map[string]*entry{}}
}

// languages makes each language once, when it is first asked for.
var languages = map[string]func() *language{
	"en": sync.OnceValue(english),
	"de": sync.OnceValue(german),
	"es": sync.OnceValue(spanish),
	"fr": sync.OnceValue(french),
	"it": sync.OnceValue(italian),
	"zh": sync.OnceValue(chinese),
}

var noLanguage = sync.OnceValue(func() *language {
	l := newLanguage("xx")
	l.compile(numericRules)
	return l
})

// languageOf finds the rules for a BCP 47 tag by its first part.
func languageOf(tag string) *language {
	primary, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	if l := languages[primary]; l != nil {
		return l()
	}
	return noLanguage()
}

// numericRules hold in every language.
var numericRules = []rule{
	{kind: pointKind, name: "date-clock", pattern: "<date> 'T'? <clock>"},
	{kind: pointKind, name: "date", pattern: "<date>"},
}

// tense asks the language where the clause around f looks.
func (p *parser) tense(f *found) tense {
	if p.namesAct(f) {
		return doneTense
	}
	if p.lang.clauseTense == nil {
		return noTense
	}
	return p.lang.clauseTense(p, f)
}
