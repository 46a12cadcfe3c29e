package timex

// A parser finds the expressions of one sentence.
type parser struct {
	lang *grammar
	text string
	toks []token
	mask uint64 // of the classes in the sentence
	caps []capture
	best []capture // of the longest match so far
	kept []capture // best, while another is looked for
	out  []found
	opt  *Options
}

// A slot says which field of a meaning a capture fills.
type slot uint8

const (
	classSlot slot = iota // by class
	yearSlot
	monthSlot
	daySlot
	hourSlot
	minuteSlot
	secondSlot
	numSlot
	ordSlot
	decadeSlot
	openSlot
	closeSlot
)

// A capture is one thing that a match read.
type capture struct {
	slot  slot
	class class
	val   int
	num   float64
}

// A found is an expression before it is resolved.
type found struct {
	start, end int // tokens
	rule       *rule
	m          meaning
	part, of   int  // place among the expressions of one match
	scoped     bool // a heading gave the year
}

// parse fills p.out with the expressions of the tokens, left to right; of
// several readings the longest wins, then the earlier rule.
func (p *parser) parse() {
	p.out = p.out[:0]
	p.mask = 0
	for i := range p.toks {
		if e := p.toks[i].entry; e != nil {
			p.mask |= e.mask
		}
	}
	for i := 0; i < len(p.toks); {
		i = p.at(i)
	}
}

// at tries the rules at token i and returns where to go on. Rules that take in
// an article are tried behind one, too.
func (p *parser) at(i int) int {
	best := bestMatch{end: i}
	p.try(&best, i, i, p.startsAt(i))
	if p.is(i, detC) && i+1 < len(p.toks) {
		p.try(&best, i, i+1, p.startsAt(i+1))
		if best.rule != nil && p.longerBehind(i+1, best.end) {
			return i + 1
		}
	}
	if best.rule == nil {
		return i + 1
	}
	if start := p.bestStart(i); start > i && p.longerBehind(start, best.end) {
		return start
	}
	if n := len(p.toks); best.end == n && n > 1 && p.word(n-1) == "." && p.toks[n-2].end-p.toks[n-2].start > maxAbbreviation {
		best.end-- // the dot ends the sentence, not an abbreviation
	}
	if best.rule.kind != ignoreKind {
		p.emit(best.rule, i, best.end)
	}
	return best.end
}

// bestStart is where the expression of the best match begins: i, or behind the
// words that only lead to it.
func (p *parser) bestStart(i int) int {
	if len(p.best) > 0 && p.best[0].slot == openSlot {
		return p.best[0].val
	}
	return i
}

// longerBehind reports whether a match from token i reaches beyond end: "the May
// 8" gives way to "May 8, 1945", which takes no article, and "in the night" to
// "the night of 13 February".
func (p *parser) longerBehind(i, end int) bool {
	p.kept = append(p.kept[:0], p.best...)
	longer := bestMatch{end: end, rule: noRule}
	p.try(&longer, i, i, p.startsAt(i))
	if p.is(i, detC) && i+1 < len(p.toks) {
		p.try(&longer, i, i+1, p.startsAt(i+1))
	}
	p.best = append(p.best[:0], p.kept...)
	return longer.end > end
}

// noRule stands for a match that only a longer one beats.
var noRule = &rule{order: -1}

// maxAbbreviation is the longest abbreviation of a month.
const maxAbbreviation = 4

// A bestMatch is the longest match so far; its captures are in parser.best.
type bestMatch struct {
	rule *rule
	end  int
}

func (p *parser) startsAt(i int) []*rule {
	if t := &p.toks[i]; t.kind == numberToken {
		return p.lang.numberStarts
	} else if t.entry != nil {
		return t.entry.starts
	}
	return nil
}

// try matches rules from token i; behind is i, or the article before it.
func (p *parser) try(best *bestMatch, behind, i int, rules []*rule) {
	for _, r := range rules {
		if r.need&^p.mask != 0 || behind < i && !r.det {
			continue
		}
		p.caps = p.caps[:0]
		end := p.match(r.elems, i)
		if end < 0 {
			continue
		}
		reach := p.reach(end)
		if reach < best.end || reach == best.end && (best.rule == nil || r.order >= best.rule.order) {
			continue
		}
		if r.holds(p, i, end) {
			best.end, best.rule = reach, r
			p.best = append(p.best[:0], p.caps...)
		}
	}
}

// reach is the end of what the match covers: the last closing bracket, or its
// end.
func (p *parser) reach(end int) int {
	for k := len(p.caps) - 1; k >= 0; k-- {
		switch p.caps[k].slot {
		case closeSlot:
			return p.caps[k].val
		case openSlot:
			return end
		}
	}
	return end
}

// match matches elems from token i, greedily, and returns the end or -1.
func (p *parser) match(elems []elem, i int) int {
	for k := range elems {
		e := &elems[k]
		switch e.op {
		case glueOp:
			if i < len(p.toks) && p.toks[i].space {
				return -1
			}
			continue
		case openOp:
			p.caps = append(p.caps, capture{slot: openSlot, val: i})
			continue
		case closeOp:
			p.caps = append(p.caps, capture{slot: closeSlot, val: i})
			continue
		}
		mark := len(p.caps)
		for a := range e.alts {
			n := p.take(&e.alts[a], i)
			if n == 0 {
				p.caps = p.caps[:mark]
				continue
			}
			if !e.optional && a == len(e.alts)-1 {
				i += n
				goto next // nothing to come back to
			}
			if end := p.match(elems[k+1:], i+n); end >= 0 {
				return end
			}
			p.caps = p.caps[:mark]
		}
		if !e.optional {
			return -1
		}
	next:
	}
	return i
}

// take matches one alternative at token i and returns how many tokens it took.
func (p *parser) take(a *alt, i int) int {
	if i >= len(p.toks) {
		return 0
	}
	if a.read != nil {
		return a.read(p, i)
	}
	e := p.toks[i].entry
	if e == nil {
		return 0
	}
	if a.entry != nil {
		if e == a.entry {
			return 1
		}
		return 0
	}
	v, ok := e.sense(a.class)
	if !ok {
		return 0
	}
	p.caps = append(p.caps, capture{class: a.class, val: v})
	return 1
}

// Small questions about the tokens around an expression.

func (p *parser) word(i int) string {
	if i < 0 || i >= len(p.toks) {
		return ""
	}
	t := &p.toks[i]
	return p.text[t.start:t.end]
}

func (p *parser) is(i int, c class) bool {
	if i < 0 || i >= len(p.toks) {
		return false
	}
	_, ok := p.toks[i].entry.sense(c)
	return ok
}
