package extract

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// Shares of the text of a page, in per cent, and a length in letters.
const (
	boxShare   = 30 // a box with more is the article after all
	talkShare  = 75 // comments can be longer than what they comment on
	holdsShare = 65 // an element with so much of its parent's text holds the article

	longParagraph = 160
)

// markBoxes decides which regions stand outside of the article, and sums up
// the text that is left. whole is the text of the page.
func (l *layout) markBoxes(r *region, whole int) {
	r.net = 0
	if r.box = l.isBox(r, whole); r.box {
		return
	}
	r.parts(func(i int) { r.net += l.blocks[i].prose() }, func(c *region) {
		l.markBoxes(c, whole)
		r.net += c.net
	})
}

// isBox reports whether a region stands outside of the article: it is named so,
// and all that look like it hold a small part of the text. A long paragraph is
// text whatever its class says, and so is what holds the body or the headline.
func (l *layout) isBox(r *region, whole int) bool {
	share := boxShare
	if r.kind >= commentKind {
		share = talkShare
	}
	switch {
	case r.teaser, l.isSign(r):
		return true
	case r.kind == plainKind, r.node.Data == "p" && r.prose > longParagraph, r.kind == boxKind && r.named:
		return false
	case r.headline && r.node.Data != "figure":
		return false
	}
	return 100*l.alike[alikeKey(r)] <= share*whole
}

// article returns the region that holds the text of the article: from the
// whole page down, as long as one part holds most of the text.
func (l *layout) article() *region {
	l.alike = map[string]int{}
	l.markTeasers(l.root)
	l.countAlike(l.root)
	l.markBoxes(l.root, l.root.prose)
	r := l.root
	for {
		if r.paragraphs() >= 3 {
			return r
		}
		best := r.heaviest()
		if best == nil || 100*best.net < holdsShare*r.net || r.continues(best) {
			if c := r.story(); c != nil {
				r = c
				continue
			}
			if m := r.marked(); m != nil && m != r {
				r = m
				continue
			}
			return r
		}
		r = best
	}
}

// longestSign is the length in words of a heading over links.
const longestSign = 8

// isSign reports whether a region is nothing but a heading over links, or over a
// picture that is one: the newest issue, more on the matter.
func (l *layout) isSign(r *region) bool {
	if r.headline || r.to == r.from || r.node.Data != "div" && r.node.Data != "section" {
		return false
	}
	first := l.blocks[r.from]
	if !isHeading(first.tag) || first.linked > 0 || words(first.text) > longestSign {
		return false
	}
	for _, b := range l.blocks[r.from+1 : r.to] {
		if 10*b.linked < 9*b.letters {
			return false
		}
	}
	return r.to-r.from > 1 || linksPicture(r.node, false)
}

// linksPicture reports whether a picture below n is a link.
func linksPicture(n *html.Node, inLink bool) bool {
	if n.Type == html.ElementNode {
		inLink = inLink || n.Data == "a" && hasAttr(n, "href")
		if inLink && n.Data == "img" {
			return true
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if linksPicture(c, inLink) {
			return true
		}
	}
	return false
}

func (r *region) heaviest() *region {
	var best *region
	for _, c := range r.children {
		if !c.box && c.to-c.from > 1 && !paragraphTags[c.node.Data] && (best == nil || c.net > best.net) {
			best = c
		}
	}
	return best
}

// marked returns the one region inside r that the page marks as its article.
func (r *region) marked() *region {
	var found []*region
	var walk func(*region)
	walk = func(c *region) {
		if c.box || 100*c.net < 40*r.net && !(c.headline && 100*c.net >= 25*r.net) {
			return
		}
		if c != r && marksArticle(c.node) {
			found = append(found, c)
			return
		}
		for _, d := range c.children {
			walk(d)
		}
	}
	walk(r)
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

func marksArticle(n *html.Node) bool {
	return n.Data == "article" || n.Data == "main" || strings.EqualFold(attr(n, "itemprop"), "articleBody")
}

// body chooses the article and returns its blocks.
func (l *layout) body() []block {
	var out []block
	l.main, l.taken = l.article(), map[string]bool{}
	l.collect(l.main, &out)
	return out
}

func (l *layout) collect(r *region, out *[]block) {
	r.parts(func(i int) { l.take(i, out) }, func(c *region) {
		if !c.box {
			l.collect(c, out)
		}
	})
}

// take keeps a block unless it is a link or a list of links.
func (l *layout) take(i int, out *[]block) {
	b := l.blocks[i]
	if 10*b.linked > 7*b.letters && !(endsSentence(b.text) && b.letters > 60 && b.linked < b.letters) && !written.MatchString(b.text) {
		return
	}
	if (b.caption || b.slanted && (len(*out) > 0 || words(b.text) < shortestLead)) && !isHeading(b.tag) {
		return // of a picture; an article may begin in emphasis
	}
	if b.sign {
		return
	}
	if b.letters >= longBlock {
		if b.copied && l.taken[b.text] {
			return
		}
		l.taken[b.text] = true
	}
	*out = append(*out, b)
}

// paragraphTags are parts of an article and never the whole.
var paragraphTags = wordSet("p li blockquote tr td h1 h2 h3 h4 h5 h6 figure span")

// alikeKey names the elements that look alike: one paragraph of a class is
// judged as all of them, since some sites mark each paragraph behind the
// paywall as such.
func alikeKey(r *region) string {
	return r.node.Data + " " + attr(r.node, "class")
}

func (l *layout) countAlike(r *region) {
	if r.kind != plainKind {
		l.alike[alikeKey(r)] += r.prose
	}
	for _, c := range r.children {
		l.countAlike(c)
	}
}

// story returns the child of r that holds the headline where its siblings of
// the same look hold other stories, each with a headline of its own.
func (r *region) story() *region {
	var first *region
	heads := 0
	for _, c := range r.children {
		if c.box || !c.headline {
			continue
		}
		if first == nil {
			if c.net == 0 {
				return nil
			}
			first = c
		} else if alikeKey(c) == alikeKey(first) || c.node.Data == "article" {
			heads++
		}
	}
	if heads == 0 {
		return nil
	}
	return first
}

// paragraphs counts the paragraphs of text directly in r.
func (r *region) paragraphs() int {
	n := 0
	for _, c := range r.children {
		if (c.node.Data == "p" || c.node.Data == "div" && c.to-c.from == 1) && !c.box && c.net > 0 {
			n++
		}
	}
	return n
}

// continues reports whether the text goes on beside best: in siblings of the same
// look, as where pictures and advertisements part it, or in one that is named
// for the body.
func (r *region) continues(best *region) bool {
	hasLook := attr(best.node, "class") != ""
	for _, c := range r.children {
		if c == best || c.box || c.net == 0 {
			continue
		}
		if c.named || hasLook && c.paragraphs() > 1 && alikeKey(c) == alikeKey(best) {
			return true
		}
	}
	return false
}

// written is an address that is written out, which is told to the reader.
var written = regexp.MustCompile(`(?i)\bhttps?://|\bwww\.[\pL\d-]+\.`)
