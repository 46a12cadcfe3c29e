package extract

import (
	"sort"
	"strings"

	"golang.org/x/net/html"
)

// An index holds the visible text of a page as one key, and which part of it
// each element shows, so that "is this sentence one element of the page" is a
// search in a string and not a walk for every question.
type index struct {
	keys  string
	spans []span // in the order of start, outer before inner
}

type span struct {
	start, end int // in keys
	node       *html.Node
}

func newIndex(root *html.Node) *index {
	b := &indexer{}
	b.walk(root)
	sort.SliceStable(b.spans, func(i, j int) bool { return b.spans[i].start < b.spans[j].start })
	return &index{b.keys.String(), b.spans}
}

type indexer struct {
	keys  strings.Builder
	spans []span
}

func (b *indexer) walk(n *html.Node) {
	if n.Type == html.TextNode {
		b.keys.WriteString(key(n.Data))
		return
	}
	if n.Type == html.ElementNode && unseen[n.Data] {
		return
	}
	start := b.keys.Len()
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.walk(c)
	}
	if end := b.keys.Len(); n.Type == html.ElementNode && end > start {
		b.spans = append(b.spans, span{start, end, n})
	}
}

// element returns the first element that shows exactly the text of k, and nil
// when none does.
func (x *index) element(k string) *html.Node {
	for from := 0; k != "" && from < len(x.keys); {
		i := strings.Index(x.keys[from:], k)
		if i < 0 {
			return nil
		}
		start := from + i
		at := sort.Search(len(x.spans), func(i int) bool { return x.spans[i].start >= start })
		for ; at < len(x.spans) && x.spans[at].start == start; at++ {
			if x.spans[at].end == start+len(k) {
				return x.spans[at].node
			}
		}
		from = start + 1
	}
	return nil
}
