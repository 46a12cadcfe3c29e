package timex

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A rule is one line of a grammar: a pattern over word classes, and what an
// expression of that form means.
//
// A pattern is a row of elements separated by spaces:
//
//	month        a word of that class, see language.Lexicon
//	'of'         this very word; marks such as , - . need no quotes
//	<year>       what a reader reads, see readers, over one or more tokens
//	a|b          one or the other
//	x?           x or nothing
//	~            no white space here
//	( )          around what the expression covers, when the pattern says more
//	             than it; two pairs are two expressions that share what one of
//	             them leaves out ("3. bis 5. März")
//
// A "det?" at its head takes in an article that stands before; it is not
// indexed, or every "the" would start most rules.
type rule struct {
	kind    kind
	name    string
	pattern string
	set     []setting   // what the form says beyond its words, one after the other
	when    []condition // what else must hold
	elems   []elem
	det     bool
	need    uint64 // classes without which the sentence has no match
	order   int
	line    int // of grammar.txt
}

type elem struct {
	op       elemOp
	optional bool
	alts     []alt
}

type elemOp uint8

const (
	takeOp elemOp = iota
	glueOp
	openOp
	closeOp
)

// An alt is one way to match an element: exactly one field is set.
type alt struct {
	class class
	entry *entry
	read  reader
}

// A reader reads a run of tokens from i and tells how many, capturing what they
// mean; 0 when they are something else.
type reader func(p *parser, i int) int

// compile turns the rules' patterns into elements and notes at each entry which
// rules it can begin.
func (g *grammar) compile(rules []rule) error {
	g.rules = rules
	for i := range g.rules {
		r := &g.rules[i]
		r.order = i
		pattern := r.pattern
		if strings.HasPrefix(pattern, "det? ") {
			pattern, r.det = pattern[len("det? "):], true
		}
		for _, f := range strings.Fields(pattern) {
			e, err := g.elem(f)
			if err != nil {
				return fmt.Errorf("%d: rule %s: %w", r.line, r.name, err)
			}
			if len(e.alts) == 1 && !e.optional && e.alts[0].class != noClass {
				r.need |= e.alts[0].class.bit()
			}
			r.elems = append(r.elems, e)
		}
	}
	for i := range g.rules {
		g.index(&g.rules[i])
	}
	return nil
}

func (g *grammar) elem(f string) (e elem, err error) {
	switch f {
	case "~":
		return elem{op: glueOp}, nil
	case "(":
		return elem{op: openOp}, nil
	case ")":
		return elem{op: closeOp}, nil
	}
	if len(f) > 1 {
		f, e.optional = strings.CutSuffix(f, "?")
	}
	for _, s := range strings.Split(f, "|") {
		a, err := g.alt(s)
		if err != nil {
			return e, err
		}
		e.alts = append(e.alts, a)
	}
	return e, nil
}

func (g *grammar) alt(s string) (alt, error) {
	if c, ok := classNames[s]; ok {
		return alt{class: c}, nil
	}
	if strings.HasPrefix(s, "<") {
		read, ok := readers[s]
		if !ok {
			return alt{}, fmt.Errorf("no reader %s", s)
		}
		return alt{read: read}, nil
	}
	if len(s) > 2 && s[0] == '\'' && s[len(s)-1] == '\'' {
		return alt{entry: listed(g.literal(s[1 : len(s)-1]))}, nil
	}
	if r, _ := utf8.DecodeRuneInString(s); r >= utf8.RuneSelf || !unicode.IsLetter(r) { // a mark, or a Chinese word
		return alt{entry: listed(g.intern(s))}, nil
	}
	return alt{}, fmt.Errorf("no class %s", s)
}

func listed(e *entry) *entry {
	e.listed = true
	return e
}

// literal gives the entry of a word that a rule names: the one the lexicon has,
// in whatever case, else a new one.
func (g *grammar) literal(word string) *entry {
	e := g.words[strings.ToLower(word)]
	switch {
	case e == nil:
		return g.intern(word)
	case e.upper != nil && word != e.word:
		return e.upper
	case e.upper == nil && word != e.word && len(e.senses) == 0 && len(e.starts) == 0:
		return g.intern(word)
	}
	return e
}

// index files the rule under all that its first elements can be.
func (g *grammar) index(r *rule) {
	for _, e := range r.elems {
		if e.op != takeOp {
			continue
		}
		for _, a := range e.alts {
			g.indexAlt(r, a)
		}
		if !e.optional {
			return
		}
	}
}

func (g *grammar) indexAlt(r *rule, a alt) {
	switch {
	case a.entry != nil:
		a.entry.addStart(r)
	case a.class != noClass:
		for _, w := range g.words {
			for _, e := range []*entry{w, w.upper} {
				if _, ok := e.sense(a.class); ok {
					e.addStart(r)
				}
			}
		}
	default: // a reader: begins at numbers, and at any word of number
		g.numberStarts = appendRule(g.numberStarts, r)
		for _, w := range g.words {
			for _, e := range []*entry{w, w.upper} {
				if e.isNumber() {
					e.addStart(r)
				}
			}
		}
	}
}

// isNumber reports whether a reader may begin at the word.
func (e *entry) isNumber() bool {
	if e == nil {
		return false
	}
	for _, s := range e.senses {
		switch s.class {
		case numC, vagueC, halfC, ordC, scaleC, coupleC, lunarMonthC:
			return true
		}
	}
	return e.word == "'" || e.word == "’" || e.word == "‘"
}

func (e *entry) addStart(r *rule) { e.starts = appendRule(e.starts, r) }

func appendRule(rs []*rule, r *rule) []*rule {
	for i, o := range rs {
		if o == r {
			return rs
		}
		if o.order > r.order {
			return append(rs[:i:i], append([]*rule{r}, rs[i:]...)...)
		}
	}
	return append(rs, r)
}
