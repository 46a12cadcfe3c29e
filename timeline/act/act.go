// Package act finds the acts of news in a sentence: who sues, orders, buys,
// resigns, by the verbs and nouns that tell it.
//
// In: a sentence and its language. Out: the acts, in the order of the text. The
// words come from timeline/language. No I/O, no clock.
//
// The acts follow the event types of ACE 2005 and PLOVER; what rules and laws
// add to them (take effect, extend, expire, revoke) has names of our own.
package act

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/language"
)

// A Found is an act in a sentence.
type Found struct {
	news.Span        // bytes of the sentence
	Key       string // of language.AllActs
	Noun      bool   // named by a noun: "the lawsuit"
}

// Find returns the acts of a sentence in a language, in the order of the text.
// Where two phrases overlap the longer one counts, at one place a verb before a
// noun. A language without acts gives none.
func Find(text, lang string) []Found {
	x := indexOf(language.Of(lang).Code)
	if x == nil {
		return nil
	}
	if x.spaced {
		return x.words(text)
	}
	return x.characters(text)
}

// A phrase is one way to tell an act.
type phrase struct {
	words []string // lower case; the whole phrase where the language has no spaces
	tail  []string // words that may follow later in the clause: "kündigte … an"
	stem  bool     // the last word may go on
	key   string
	noun  bool
}

// An index holds the phrases of a language by their first word, or by their
// first character where the language writes no spaces.
type index struct {
	spaced bool
	before map[string]bool // determiners: a word behind one is no verb
	exact  map[string][]phrase
	stems  map[string][]phrase // one-word stems by their first stemKey bytes
}

// gap stands in a phrase for words that may come between its parts, up to the
// end of the clause and no more than gapWords.
const (
	gap      = "…"
	gapWords = 20
)

// stemKey is how many bytes of a stem its phrases are found by.
const stemKey = 3

var indexes = sync.OnceValue(func() map[string]func() *index {
	m := map[string]func() *index{}
	for _, l := range language.All() {
		if len(l.Acts.Verbs) > 0 {
			m[l.Code] = sync.OnceValue(func() *index { return newIndex(l) })
		}
	}
	return m
})

func indexOf(code string) *index {
	if f := indexes()[code]; f != nil {
		return f()
	}
	return nil
}

func newIndex(l *language.Language) *index {
	x := &index{spaced: !l.Unspaced(), before: map[string]bool{}, exact: map[string][]phrase{}, stems: map[string][]phrase{}}
	for _, w := range l.Narrative.Determiners {
		x.before[w] = true
	}
	for _, list := range []struct {
		groups []language.Group
		noun   bool
	}{{l.Acts.Verbs, false}, {l.Acts.Nouns, true}} {
		for _, g := range list.groups {
			for _, w := range g.Words {
				x.add(w, g.Key, list.noun)
			}
		}
	}
	return x
}

func (x *index) add(text, key string, noun bool) {
	text, stem := strings.CutSuffix(strings.ToLower(text), "*")
	p := phrase{words: []string{text}, stem: stem, key: key, noun: noun}
	if !x.spaced {
		_, size := utf8.DecodeRuneInString(text)
		x.exact[text[:size]] = append(x.exact[text[:size]], p)
		return
	}
	head, tail, _ := strings.Cut(text, gap)
	p.words, p.tail = tokens(head), tokens(tail)
	if first := p.words[0]; stem && len(p.words) == 1 && len(first) >= stemKey {
		x.stems[first[:stemKey]] = append(x.stems[first[:stemKey]], p)
	} else {
		x.exact[first] = append(x.exact[first], p)
	}
}

// tokens cuts a text into words of letters and digits; an apostrophe stays with
// the word before it: "s'", "est".
func tokens(text string) (out []string) {
	for _, s := range spans(text) {
		out = append(out, text[s.Start:s.End])
	}
	return out
}

func spans(text string) (out []news.Span) {
	start := -1
	for i, r := range text {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' && start >= 0
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			out, start = append(out, news.Span{Start: start, End: i}), -1
		}
	}
	if start >= 0 {
		out = append(out, news.Span{Start: start, End: len(text)})
	}
	return out
}

// words finds the acts of a text with spaces between its words.
func (x *index) words(text string) (out []Found) {
	lower := strings.ToLower(text)
	if len(lower) != len(text) { // a letter that has another length in lower case
		lower = text
	}
	all := spans(lower)
	for i := 0; i < len(all); {
		best, length := x.longest(lower, all[i:])
		if length == 0 {
			i++
			continue
		}
		noun := best.noun || i > 0 && length == 1 && x.before[lower[all[i-1].Start:all[i-1].End]] // "its ban"
		out = append(out, Found{Span: news.Span{Start: all[i].Start, End: all[i+length-1].End}, Key: best.key, Noun: noun})
		i += length
	}
	return out
}

// longest returns the phrase of the most words that begins at the first of the
// given words, and their number; 0 is none.
func (x *index) longest(text string, at []news.Span) (best phrase, length int) {
	word, weight := text[at[0].Start:at[0].End], 0
	try := func(p phrase) {
		if n := len(p.words); n+len(p.tail) > weight && p.matches(text, at) {
			best, length, weight = p, n, n+len(p.tail)
		}
	}
	for _, p := range x.exact[word] {
		try(p)
	}
	if len(word) >= stemKey {
		for _, p := range x.stems[word[:stemKey]] {
			try(p)
		}
	}
	return best, length
}

func (p phrase) matches(text string, at []news.Span) bool {
	if len(p.words) > len(at) {
		return false
	}
	for i, w := range p.words {
		got := text[at[i].Start:at[i].End]
		if got != w && !(p.stem && i == len(p.words)-1 && strings.HasPrefix(got, w)) {
			return false
		}
	}
	return len(p.tail) == 0 || p.closes(text, at[len(p.words)-1:])
}

// closes reports whether the tail of the phrase stands behind the first of the
// given words, in its clause.
func (p phrase) closes(text string, at []news.Span) bool {
	for i := 1; i+len(p.tail) <= len(at) && i <= gapWords; i++ {
		if endsClause(text, at[i-1].End, at[i].Start) {
			return false
		}
		found := true
		for j, w := range p.tail {
			found = found && text[at[i+j].Start:at[i+j].End] == w
		}
		if found {
			return true
		}
	}
	return false
}

// endsClause reports whether a mark between two words ends the clause; the dot of
// an ordinal, "3. Mai", does not.
func endsClause(text string, from, to int) bool {
	between := text[from:to]
	if strings.HasPrefix(between, ".") && from > 0 && text[from-1] >= '0' && text[from-1] <= '9' {
		between = between[1:]
	}
	return strings.ContainsAny(between, ",;:.!?")
}

// characters finds the acts of a text without spaces.
func (x *index) characters(text string) (out []Found) {
	for i := 0; i < len(text); {
		_, size := utf8.DecodeRuneInString(text[i:])
		var best phrase
		for _, p := range x.exact[text[i:i+size]] {
			if strings.HasPrefix(text[i:], p.words[0]) && (best.key == "" || len(p.words[0]) > len(best.words[0])) {
				best = p
			}
		}
		if best.key == "" {
			i += size
			continue
		}
		out = append(out, Found{Span: news.Span{Start: i, End: i + len(best.words[0])}, Key: best.key, Noun: best.noun})
		i += len(best.words[0])
	}
	return out
}
