package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// A region is an element that holds blocks, with how much text it shows.
type region struct {
	node     *html.Node
	parent   *region
	children []*region
	from, to int  // its blocks, in a layout
	kind     kind // what its name says it is
	prose    int  // weight of its blocks
	net      int  // the same without boxes
	box      bool // not part of the article
	headline bool // holds the headline
	teaser   bool // points to another article
	named    bool // holds an element named for the body of an article
}

// A layout is the visible text of a page: its blocks in reading order and the
// tree of the elements that hold them.
type layout struct {
	blocks []block
	root   *region
	main   *region         // the article, once body has chosen it
	alike  map[string]int  // text of the boxes that look alike
	heads  map[string]bool // keys of the headline
	taken  map[string]bool // the long blocks that body has returned
}

// newLayout reads the visible blocks of a tree. heads are the headline in the
// forms that the page gives it.
func newLayout(root *html.Node, heads []string) *layout {
	l := &layoutReader{tag: "div", heads: map[string]bool{}, seen: map[string]bool{}}
	for _, h := range heads {
		if len(h) > 12 {
			l.heads[key(h)] = true
		}
	}
	l.region = &region{node: root}
	top := l.region
	l.children(root)
	l.end()
	top.to = len(l.blocks)
	top.weigh(l.blocks)
	if !l.matched {
		top.headlines()
	}
	return &layout{blocks: l.blocks, root: top, heads: l.heads}
}

// longBlock is the length in letters from which a block that comes twice is a
// copy that the page keeps for another screen, or shows above the article as well.
const longBlock = 80

type layoutReader struct {
	blocks   []block
	region   *region
	line     strings.Builder
	tag      string
	br       bool // the last thing seen was a line break
	anchor   int  // depth of open links
	quotes   int  // depth of open quotes
	slant    int  // depth of open emphasis
	begun    bool // the line has a word
	upright  bool // and one that is not emphasised
	heads    map[string]bool
	seen     map[string]bool // the long blocks
	matched  bool            // a block is the headline
	linked   int             // letters of the line inside links
	pictured bool            // a picture since the last block
	shown    []string        // what the pictures since the last block say that they show
	dated    int             // weight of the names of its elements for a date
}

// inlineTags hold parts of a line, and are no region of their own.
var inlineTags = wordSet("a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr")

func (l *layoutReader) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		l.text(n.Data)
	case n.Type != html.ElementNode || unseen[n.Data] || neverText[n.Data]:
	case n.Data == "br":
		l.lineBreak()
	case n.Data == "img":
		l.picture(n)
	case n.Data == "a" && hasAttr(n, "href"):
		l.anchor++
		l.children(n)
		l.anchor--
	case inlineTags[n.Data] && isSpoken(n):
	case inlineTags[n.Data] && elementKind(n) == plainKind:
		l.inline(n)
	case n.Data == "td" || n.Data == "th":
		l.children(n)
		l.line.WriteByte(' ')
	default:
		l.element(n)
	}
}

// lineBreak makes a paragraph of two in a row, white space of one.
func (l *layoutReader) lineBreak() {
	if l.br {
		l.end()
	}
	l.line.WriteByte(' ')
	l.br = true
}

// inline reads a part of a line.
func (l *layoutReader) inline(n *html.Node) {
	l.dated = max(l.dated, dateWeight(n))
	if emphasised[n.Data] {
		l.slant++
		defer func() { l.slant-- }()
	}
	l.children(n)
}

func (l *layoutReader) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		l.node(c)
	}
}

// element reads an element that is a region.
func (l *layoutReader) element(n *html.Node) {
	outerTag, outer := l.tag, l.region
	isBlock := blockTags[n.Data]
	if isBlock {
		l.end()
		l.tag = n.Data
	}
	l.region = &region{node: n, parent: outer, kind: elementKind(n), from: len(l.blocks)}
	if l.region.kind != plainKind {
		l.end()
		l.region.from = len(l.blocks)
	}
	quotes := isQuote(n)
	if quotes {
		l.quotes++
	}
	l.children(n)
	if isBlock || l.region.kind != plainKind {
		l.end()
	}
	if quotes {
		l.quotes--
	}
	l.region.to = len(l.blocks)
	if l.region.to > l.region.from {
		outer.children = append(outer.children, l.region)
		outer.headline = outer.headline || l.region.headline
		l.region.named = l.region.named || namesBody(n)
		outer.named = outer.named || l.region.named
	}
	l.tag, l.region = outerTag, outer
}

func (l *layoutReader) text(s string) {
	l.line.WriteString(s)
	if strings.TrimSpace(s) != "" {
		l.br = false
		if l.anchor > 0 {
			l.linked += letters(s)
		}
		if strings.ContainsFunc(s, isWordRune) {
			l.begun, l.upright = true, l.upright || l.slant == 0
		}
	}
}

func (l *layoutReader) end() {
	if s := squash(l.line.String()); strings.ContainsFunc(s, isWordRune) {
		if len(s) < 400 && 2*l.linked < len(s) && l.heads[key(s)] {
			l.region.headline, l.matched = true, true
		}
		b := block{text: s, tag: l.tag, letters: letters(s), linked: l.linked, dated: l.dated, quoted: l.quotes > 0, index: len(l.blocks) + 1}
		b.caption, b.slanted = l.captioned(s)
		if b.letters >= longBlock {
			b.copied = l.seen[s]
			l.seen[s] = true
		}
		l.blocks = append(l.blocks, b)
	}
	l.line.Reset()
	l.br, l.begun, l.upright, l.linked, l.dated = false, false, false, 0, 0
}

// letters measures a text by its letters and digits; one of Han, kana or
// Hangul counts for three, which is about what it says.
func letters(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
				n++
			}
		case r >= 0x2E80 && unicode.IsLetter(r):
			n += 3
		case unicode.IsLetter(r):
			n++
		}
	}
	return n
}

// parts calls own for each block that lies directly in r and inner for each
// region in it, in reading order.
func (r *region) parts(own func(i int), inner func(*region)) {
	at := r.from
	for _, c := range r.children {
		for ; at < c.from; at++ {
			own(at)
		}
		inner(c)
		at = max(at, c.to)
	}
	for ; at < r.to; at++ {
		own(at)
	}
}

// weigh sums up the prose of a region and those inside it.
func (r *region) weigh(bs []block) {
	r.parts(func(i int) { r.prose += bs[i].prose() }, func(c *region) {
		c.weigh(bs)
		r.prose += c.prose
	})
}

// prose is the weight of a block as running text: what of it is no link, if it
// is long enough for a sentence.
func (b block) prose() int {
	if b.copied || b.tag == "figcaption" || strings.HasPrefix(b.tag, "h") && len(b.tag) == 2 {
		return 0
	}
	own := b.letters - b.linked
	switch {
	case own < 25 || 2*b.linked > b.letters:
		return 0
	case own < 70 && !endsSentence(b.text):
		return 0
	}
	return own
}

// headlines takes the h1 for the headline, where no text of the page equals
// its title.
func (r *region) headlines() {
	r.headline = r.node.Data == "h1"
	for _, c := range r.children {
		c.headlines()
		r.headline = r.headline || c.headline
	}
}
