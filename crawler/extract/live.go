package extract

import (
	"regexp"
	"slices"

	"golang.org/x/net/html"

	"github.com/seed-7461731f/dateline/store/news"
)

// A live blog has this many entries at least, and no more are told apart.
const (
	leastEntries = 3
	mostEntries  = 1000
)

// A liveUpdate is an entry of a live blog as JSON-LD describes it.
type liveUpdate struct{ headline, body, published string }

// updates reads liveBlogUpdate.
func updates(v any) []liveUpdate {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var out []liveUpdate
	for _, e := range list {
		if m, ok := e.(map[string]any); ok && len(out) < mostEntries {
			out = append(out, liveUpdate{plain(one(m["headline"])), plain(one(m["articleBody"])), one(m["datePublished"])})
		}
	}
	return out
}

// liveAddress matches the words by which addresses name a live blog.
var liveAddress = regexp.MustCompile(`(?i)[-/](?:live-?blog|live-?ticker|news-?blog|news-?ticker|live-updates?|live-news)(?:[-/.]|$)`)

// entries returns the entries of a live blog, from the data of the page or from
// its elements, whichever tells more; nil for any other article.
func (d *dater) entries(l *layout, bs []block) []news.Part {
	byData := parts(d.told(bs))
	l.markEntries(d)
	byElements := slices.Clone(bs)
	for i, b := range byElements {
		if b.index > 0 && b.index <= len(l.blocks) {
			byElements[i].at = l.blocks[b.index-1].at
		}
	}
	if p := parts(byElements); len(p) > len(byData) {
		return p
	}
	return byData
}

// markEntries gives each block of a live blog the time of its entry, which the
// elements of the page tell: neighbours that each hold one time with a clock.
func (l *layout) markEntries(d *dater) {
	if l.main == nil {
		return
	}
	byParent := map[*html.Node][]entry{}
	var order []*html.Node
	for _, t := range d.facts.times {
		if t.modified || len(d.facts.times) > mostEntries {
			continue
		}
		e := entryOf(t.node, d.timeNodes())
		at := d.read("time-tag", t.value)
		if e == nil || len(at) == 0 || at[0].grain == news.GrainDay {
			continue
		}
		if byParent[e.Parent] == nil {
			order = append(order, e.Parent)
		}
		byParent[e.Parent] = append(byParent[e.Parent], entry{e, at[0]})
	}
	for _, parent := range order {
		if list := byParent[parent]; len(list) >= leastEntries {
			l.mark(list)
		}
	}
}

// An entry is an element of a live blog and its time.
type entry struct {
	node *html.Node
	at   found
}

// timeNodes is the set of the elements that carry a time.
func (d *dater) timeNodes() map[*html.Node]int {
	if d.holds == nil {
		d.holds = map[*html.Node]int{}
		for _, t := range d.facts.times {
			for n := t.node; n != nil; n = n.Parent {
				d.holds[n]++
			}
		}
	}
	return d.holds
}

// entryOf returns the outermost element around a time that holds no other time.
func entryOf(n *html.Node, holds map[*html.Node]int) *html.Node {
	for n.Parent != nil && holds[n.Parent] == 1 {
		n = n.Parent
	}
	if n.Parent == nil || n.Parent.Type != html.ElementNode {
		return nil
	}
	return n
}

// mark marks the blocks of the entries, if most of the article is in them.
func (l *layout) mark(list []entry) {
	at := map[*html.Node]found{}
	for _, e := range list {
		at[e.node] = e.at
	}
	prose, held := 0, 0
	var inside []*region
	var walk func(*region)
	walk = func(r *region) {
		if r.box {
			return
		}
		if _, ok := at[r.node]; ok && r.prose > 0 {
			inside, held = append(inside, r), held+r.prose
			return
		}
		for _, c := range r.children {
			walk(c)
		}
	}
	walk(l.main)
	prose = l.main.net
	if len(inside) < leastEntries || 2*held < prose {
		return
	}
	for _, r := range inside {
		f := at[r.node]
		for i := r.from; i < r.to; i++ {
			l.blocks[i].at = &f
		}
	}
}

// told gives the blocks of a live blog the times that JSON-LD tells: an entry
// begins where its headline stands, or the beginning of its text.
func (d *dater) told(bs []block) []block {
	list := d.ld.updates
	if len(list) < leastEntries {
		return nil
	}
	bs = slices.Clone(bs)
	starts := map[string]found{}
	for _, u := range list {
		at := d.read("json-ld", u.published)
		if len(at) == 0 || at[0].grain == news.GrainDay {
			continue
		}
		for _, s := range []string{u.headline, u.body} {
			if k := startKey(s); k != "" {
				starts[k] = at[0]
			}
		}
	}
	var current *found
	for i := range bs {
		if f, ok := starts[startKey(bs[i].text)]; ok {
			current = &f
		}
		if current != nil {
			bs[i].at = current
		}
	}
	return bs
}

// startKey is what a headline or a paragraph is known by.
func startKey(s string) string {
	k := key(head(s, 120))
	if len(k) < 10 {
		return ""
	}
	return head(k, 40)
}

// parts returns the entries of a live blog, whose blocks are joined by blank
// lines. Fewer than three different times are no live blog.
func parts(bs []block) []news.Part {
	var out []news.Part
	times := map[string]bool{}
	start := 0
	for i, b := range bs {
		end := start + len(b.text)
		switch {
		case b.at == nil:
		case i > 0 && bs[i-1].at != nil && bs[i-1].at.t.Equal(b.at.t) && len(out) > 0:
			out[len(out)-1].End = end
		default:
			times[b.at.t.String()] = true
			out = append(out, news.Part{Span: news.Span{Start: start, End: end}, Published: b.at.dct()})
		}
		start = end + len("\n\n")
	}
	if len(times) < leastEntries {
		return nil
	}
	return out
}

// isLive tells a live blog: it calls itself one, its address does, or it is an
// article of entries. A forum has entries as well.
func isLive(entries []news.Part, f *facts, ld linked, url string) bool {
	return ld.live || liveAddress.MatchString(url) || len(entries) > 0 && saysArticle(f, ld)
}
