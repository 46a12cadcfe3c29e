package discover

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"github.com/seed-7461731f/dateline/crawler/extract/rule"
	"github.com/seed-7461731f/dateline/store/news"
)

// maxRuled bounds in bytes a page of which a tree is built.
const maxRuled = 4 << 20

// ruled reads a section page whose publisher has a rule for it: the links at
// that place are its articles, whatever they look like, and no others. A page
// that has nothing there gives false, and is read as any other.
func (l *list) ruled(p news.Page) (bool, error) {
	base, err := url.Parse(l.base)
	if err != nil {
		return false, nil
	}
	r := rule.For(base.Hostname())
	if !r.List.Named() || len(p.Body) > maxRuled {
		return false, nil
	}
	root, err := html.Parse(bytes.NewReader(utf8HTML(p)))
	if err != nil {
		return false, nil
	}
	found := false
	for _, n := range r.List.All(root) {
		if href(n) == "" {
			continue
		}
		found = true
		link := news.Link{Kind: news.ArticleLink, URL: href(n), Title: words(n)}
		if err := l.add(link); err != nil {
			return true, fmt.Errorf("section page: %w", err)
		}
	}
	return found, nil
}

func href(n *html.Node) string {
	for _, a := range n.Attr {
		if a.Key == "href" {
			return a.Val
		}
	}
	return ""
}

// words is the text below n.
func words(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(words(c) + " ")
	}
	return b.String()
}
