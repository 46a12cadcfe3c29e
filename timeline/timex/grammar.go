package timex

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/timeline/language"
)

// A grammar is a language made ready: its lexicon and its rules, indexed.
type grammar struct {
	code         string
	data         *language.Time
	words        map[string]*entry
	rules        []rule
	numberStarts []*rule
	holidays     []holiday
	zones        []zone
	digits       map[rune]int   // numerals of a text without spaces
	longest      map[string]int // bytes of the longest word by its first character, in a text without spaces
	cueWords     [cues][]string
	verbEndings  []verbEnding
	traits
	tenseOf func(p *parser, f *found) tense // of the clause around an expression
	verb    func(p *parser, i int) tense    // of one word
}

// traits are what sets a language apart, by their names in [traits].
type traits struct {
	dotOrdinal  bool // dot-ordinal: "3." is the third
	monthFirst  bool // month-first: 3/4 is the fourth of March
	decadeYears bool // decade-years: a decade is ten years, P10Y, not P1DE
	nextSkips   bool // next-skips: "next Tuesday" on a Monday is not tomorrow
	hourAlone   bool // hour-alone: an hour without minutes is T18, not T18:00
	byAfter     bool // by-after: the word for "by" follows: 三月前
	zoneBefore  bool // zone-before: 北京时间 stands before the time, and not in its span
	verbLast    bool // verb-last: participles and infinitives stand at the end of a clause
	unspaced    bool // unspaced: no spaces between words
}

// grammars makes each language once, when it is first asked for.
var grammars = sync.OnceValue(func() map[string]func() *grammar {
	m := map[string]func() *grammar{}
	for _, l := range append(language.All(), language.Of("")) {
		m[l.Code] = sync.OnceValue(func() *grammar {
			g, err := newGrammar(l)
			if err != nil {
				panic(err) // TestGrammarsAreWhole makes every language
			}
			return g
		})
	}
	return m
})

// grammarOf returns the grammar for a BCP 47 tag.
func grammarOf(tag string) *grammar { return grammars()[language.Of(tag).Code]() }

// newGrammar makes the words and rules of a language ready. An error names the
// section or line that it is about.
func newGrammar(src *language.Language) (*grammar, error) {
	g := &grammar{code: src.Code, data: &src.Time, words: map[string]*entry{}, verb: verbByEnding}
	if err := g.setTraits(src.Time.Traits); err != nil {
		return nil, fmt.Errorf("%s/time.txt: %w", src.Code, err)
	}
	for _, fill := range []func(*language.Time) error{g.addLexicon, g.addNumbers, g.addCompounds, g.addTenses} {
		if err := fill(&src.Time); err != nil {
			return nil, fmt.Errorf("%s/time.txt: %w", src.Code, err)
		}
	}
	rules, err := g.parseRules(&src.Grammar)
	if err == nil {
		err = g.compile(rules)
	}
	if err != nil {
		return nil, fmt.Errorf("%s/grammar.txt:%w", src.Code, err)
	}
	g.addVariants(src.Time.Variant)
	if err := g.addCues(&src.Time); err != nil {
		return nil, fmt.Errorf("%s/time.txt: %w", src.Code, err)
	}
	g.measure()
	return g, nil
}

func (g *grammar) setTraits(names []string) error {
	flags := map[string]*bool{"dot-ordinal": &g.dotOrdinal, "month-first": &g.monthFirst, "decade-years": &g.decadeYears, "next-skips": &g.nextSkips,
		"hour-alone": &g.hourAlone, "by-after": &g.byAfter, "zone-before": &g.zoneBefore, "unspaced": &g.unspaced, "verb-last": &g.verbLast}
	for _, name := range names {
		switch {
		case flags[name] != nil:
			*flags[name] = true
		case tenseReaders[name] != nil:
			g.tenseOf = tenseReaders[name]
		case name == "verb-by-form":
			g.verb = verbByForm
		default:
			return fmt.Errorf("traits: no trait %s", name)
		}
	}
	return nil
}

// addLexicon adds the words of all classes.
func (g *grammar) addLexicon(t *language.Time) error {
	for name, group := range t.Groups() {
		c, v := classNames[name], 0
		if group.Key != "" {
			var err error
			if v, err = g.value(c, group.Key); err != nil {
				return fmt.Errorf("section [%s %s]: %w", name, group.Key, err)
			}
		}
		for _, w := range group.Words {
			for _, form := range g.inflected(w) {
				g.add(form, c, v)
			}
		}
	}
	return nil
}

// inflected returns the forms of a word that ends in "~", else the word.
func (g *grammar) inflected(word string) []string {
	stem, ok := strings.CutSuffix(word, "~")
	if !ok || stem == "" {
		return []string{word}
	}
	forms := make([]string, 0, len(g.data.Ending))
	for _, ending := range g.data.Ending {
		forms = append(forms, stem+ending)
	}
	return forms
}

func (g *grammar) add(word string, c class, v int) {
	e := g.intern(word)
	e.senses = append(e.senses, sense{c, v})
	e.mask |= c.bit()
	e.listed = true
}

// addTenses notes the tense that words show.
func (g *grammar) addTenses(t *language.Time) error {
	for _, group := range t.Tense {
		tense, ok := tenseNames[group.Key]
		if !ok {
			return fmt.Errorf("section [tense %s]: no such tense", group.Key)
		}
		for _, w := range group.Words {
			e := g.intern(w)
			e.tense, e.listed = tense, true
		}
	}
	for _, group := range t.VerbEnding {
		tense, ok := tenseNames[group.Key]
		if !ok {
			return fmt.Errorf("section [verb-ending %s]: no such tense", group.Key)
		}
		g.verbEndings = append(g.verbEndings, verbEnding{tense, group.Words})
	}
	return nil
}

// addVariants gives words that hold a character the forms with its variant, too:
// the traditional ones of simplified characters.
func (g *grammar) addVariants(pairs []string) {
	var old []string
	for _, pair := range pairs {
		_, n := utf8.DecodeRuneInString(pair)
		old = append(old, pair[:n], pair[n:])
	}
	if old == nil {
		return
	}
	forms := strings.NewReplacer(old...)
	words := make([]string, 0, len(g.words))
	for w := range g.words {
		words = append(words, w)
	}
	slices.Sort(words)
	for _, w := range words {
		if v := forms.Replace(w); g.words[v] == nil {
			g.words[v] = g.words[w]
		}
	}
}

// measure notes the longest word that begins with each character.
func (g *grammar) measure() {
	if !g.unspaced {
		return
	}
	g.longest = map[string]int{}
	reach := func(first string, n int) { g.longest[first] = max(g.longest[first], n) }
	for r := range g.digits {
		reach(string(r), utf8.RuneLen(r))
	}
	for w := range g.words {
		_, n := utf8.DecodeRuneInString(w)
		reach(w[:n], len(w))
	}
}
