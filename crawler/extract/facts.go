package extract

import (
	"regexp"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// facts are what one walk over the tree finds outside the text: everything
// that the title, the dates and the authors are read from.
type facts struct {
	metas     []meta
	states    []string // dates of creation in the data that scripts carry
	scripts   []string // JSON-LD
	carriers  []string // other scripts that hold paragraphs
	canonical string
	lang      string
	title     string // <title>
	heads     []*html.Node
	headings  map[string]bool // keys of the texts of h2 and h3
	times     []timeTag
	bylines   []*html.Node    // elements marked as author or byline
	credits   []*html.Node    // short elements with the word author among their names
	links     map[string]bool // keys of the texts of links
	headAt    int             // position of the first h1 in document order; 0 none
}

// A meta is one name and content, from a meta tag or a microdata property.
type meta struct{ name, content string }

// A timeTag is an element that carries a time, and where it stands.
type timeTag struct {
	node     *html.Node
	value    string // datetime attribute, else the text
	at       int    // position in document order
	marked   bool   // said to be the publication date
	modified bool
}

const (
	maxScript = 1 << 20 // bytes of one JSON-LD script
	maxLinks  = 5000
	maxTimes  = 300
	maxMetas  = 1000

	maxHeadings = 50
	maxBylines  = 20
	maxTitle    = 1000 // bytes
)

func collect(root *html.Node) *facts {
	f := &facts{links: map[string]bool{}, headings: map[string]bool{}}
	f.data(goquery.NewDocumentFromNode(root))
	f.walk(root, new(int))
	return f
}

// data reads what a page says of itself for machines: its language, its meta
// elements, its canonical address and the data in its scripts.
func (f *facts) data(doc *goquery.Document) {
	doc.Find("html, meta, link, script").Each(func(_ int, e *goquery.Selection) {
		switch n := e.Get(0); n.Data {
		case "html":
			f.lang = e.AttrOr("lang", e.AttrOr("xml:lang", ""))
		case "meta":
			f.meta(n)
		case "link":
			if strings.EqualFold(e.AttrOr("rel", ""), "canonical") && f.canonical == "" {
				f.canonical = strings.TrimSpace(e.AttrOr("href", ""))
			}
		case "script":
			f.script(n)
		}
	})
}

// script keeps JSON-LD, and the dates in other data.
func (f *facts) script(n *html.Node) {
	if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil && len(n.FirstChild.Data) < maxScript {
		f.scripts = append(f.scripts, n.FirstChild.Data)
	}
	if len(f.carriers) < maxCarriers && carries(n) {
		f.carriers = append(f.carriers, n.FirstChild.Data)
	}
	f.state(n)
}

func (f *facts) walk(n *html.Node, at *int) {
	if n.Type == html.ElementNode {
		*at++
		f.element(n, *at)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.walk(c, at)
	}
}

func (f *facts) element(n *html.Node, at int) {
	shorten(n)
	f.microdata(n)
	switch n.Data {
	case "title":
		f.pageTitle(n)
	case "h1":
		if f.headAt == 0 {
			f.headAt = at
		}
		f.heads = append(f.heads, n)
	case "h2", "h3":
		if len(f.headings) < maxHeadings {
			f.headings[key(text(n))] = true
		}
	case "time":
		f.time(n, at)
	case "span", "abbr":
		if changed := hasWord(n, "updated"); attr(n, "title") != "" && (changed || dateWeight(n) == markedDate) {
			f.titled(n, at, changed)
		}
	case "a":
		f.link(n)
	}
	f.signature(n)
}

func (f *facts) pageTitle(n *html.Node) {
	if c := n.FirstChild; c != nil {
		c.Data = head(c.Data, maxTitle)
	}
	if f.title == "" && !inside(n, pictures) {
		f.title = head(text(n), maxTitle)
	}
}

func (f *facts) link(n *html.Node) {
	if len(f.links) < maxLinks {
		if k := key(text(n)); len(k) > 12 {
			f.links[k] = true
		}
	}
}

// signature keeps an element that names who wrote the article.
func (f *facts) signature(n *html.Node) {
	switch {
	case isByline(n):
		if len(f.bylines) < maxBylines {
			f.bylines = append(f.bylines, n)
		}
	case isCreditOf(n) && len(f.credits) < maxBylines:
		f.credits = append(f.credits, n)
	}
}

// stateDate finds the day of creation in the data that a page's script starts
// with, plain or escaped.
var stateDate = regexp.MustCompile(`(?i)"(?:datePublished|publishedAt|published_at|publish(?:ed)?_?(?:date|time)|pubDate|firstPublished\w{0,10}|dateCreated|createdAt|created_at)\\{0,3}"\s{0,3}:\s{0,3}\\{0,3}"([^"\\]{8,40})`)

// state keeps the first few of the dates in a script.
func (f *facts) state(n *html.Node) {
	if n.FirstChild == nil || len(f.states) > 0 || len(n.FirstChild.Data) > maxScript {
		return
	}
	for _, m := range stateDate.FindAllStringSubmatch(n.FirstChild.Data, 3) {
		f.states = append(f.states, m[1])
	}
}

// maxNames bounds a class list or an id in bytes. Many rules read them, some with
// expressions.
const maxNames = 2000

func shorten(n *html.Node) {
	for i, a := range n.Attr {
		if (a.Key == "class" || a.Key == "id") && len(a.Val) > maxNames {
			n.Attr[i].Val = head(a.Val, maxNames)
		}
	}
}

var pictures = wordSet("svg")

func (f *facts) meta(n *html.Node) {
	content := squash(attr(n, "content"))
	if content == "" || len(f.metas) >= maxMetas {
		return
	}
	for _, a := range []string{"name", "property", "http-equiv"} {
		if v := attr(n, a); v != "" {
			f.metas = append(f.metas, meta{strings.ToLower(strings.TrimSpace(v)), content})
		}
	}
}

// microdata keeps the itemprop values that say something of an article.
func (f *facts) microdata(n *html.Node) {
	prop := strings.ToLower(attr(n, "itemprop"))
	switch prop {
	case "datepublished", "datemodified", "datecreated", "headline":
	default:
		return
	}
	// A teaser marked up as an article of its own says nothing of the page.
	if inside(n, chromeTags) {
		return
	}
	for _, a := range []string{"content", "datetime"} {
		if v := squash(attr(n, a)); v != "" {
			f.metas = append(f.metas, meta{"itemprop:" + prop, v})
			return
		}
	}
	if v := text(n); v != "" && len(v) < 500 {
		f.metas = append(f.metas, meta{"itemprop:" + prop, v})
	}
}

// chromeTags hold what stands around an article.
var chromeTags = wordSet("aside nav footer")

func (f *facts) time(n *html.Node, at int) {
	if len(f.times) >= maxTimes {
		return
	}
	t := timeTag{node: n, value: squash(attr(n, "datetime")), at: at}
	if t.value == "" {
		t.value = text(n)
	}
	mark := strings.ToLower(attr(n, "class") + " " + attr(n, "itemprop") + " " + attr(n, "id"))
	if n.Parent != nil {
		mark += " " + strings.ToLower(attr(n.Parent, "class"))
	}
	t.marked = hasAttr(n, "pubdate") || strings.Contains(mark, "publish") || strings.Contains(mark, "pubdate") || dateWeight(n) == markedDate || n.Parent != nil && dateWeight(n.Parent) == markedDate
	t.modified = containsAny(mark, "modif", "updat", "aktualisiert")
	f.times = append(f.times, t)
}

// titled keeps the time in the title of an element that is named for the
// publication or the last change, as hAtom writes it.
func (f *facts) titled(n *html.Node, at int, changed bool) {
	if len(f.times) < maxTimes {
		f.times = append(f.times, timeTag{node: n, value: squash(attr(n, "title")), at: at, marked: !changed, modified: changed})
	}
}

// hasWord reports whether a class of n is the word.
func hasWord(n *html.Node, word string) bool {
	for w := range strings.FieldsSeq(attr(n, "class")) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func isByline(n *html.Node) bool {
	if n.Data == "meta" || n.Data == "link" || n.Data == "body" || n.Data == "html" {
		return false
	}
	if strings.EqualFold(attr(n, "rel"), "author") || strings.EqualFold(attr(n, "itemprop"), "author") {
		return true
	}
	for w := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
		if containsAny(w, "byline", "article-author", "article__author", "author-name", "author__name", "authors") {
			return true
		}
	}
	return false
}

// longestAuthor is the length in bytes of what an element named for an author
// may show: longer ones tell of the author.
const longestAuthor = 80

// isCreditOf tells an element that is named for an author in some way, and shows
// no more than a name.
func isCreditOf(n *html.Node) bool {
	switch n.Data {
	case "p", "div", "span", "a", "li", "strong", "b", "em", "i", "address":
	default:
		return false
	}
	for _, w := range nameWords(attr(n, "class")) {
		if w == "author" || w == "authorname" || w == "autor" || w == "auteur" {
			return len(text(n)) <= longestAuthor
		}
	}
	return false
}

func containsAny(s string, subs ...string) bool {
	for _, sub := range subs {
		if strings.Contains(s, sub) {
			return true
		}
	}
	return false
}

// first returns the content of the first meta with one of the names, the
// names in order of trust.
func (f *facts) first(names ...string) string {
	for _, name := range names {
		for _, m := range f.metas {
			if m.name == name {
				return m.content
			}
		}
	}
	return ""
}

// all returns the contents of the metas with a name, in page order.
func (f *facts) all(name string) []string {
	var out []string
	for _, m := range f.metas {
		if m.name == name {
			out = append(out, m.content)
		}
	}
	return out
}
