package discover

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-7461731f/dateline/store/news"
)

// section reads the links of an HTML page with the tokenizer alone: building
// the tree would cost four times as much and tell nothing more about links.
func (l *list) section(p news.Page) error {
	if f := sniff(p.Body); f == "feed" || f == "sitemap" {
		return fmt.Errorf("no section page: the answer is a %s", f)
	}
	base, err := url.Parse(l.base)
	if err != nil {
		return fmt.Errorf("section page: %w", err)
	}
	if ruled, err := l.ruled(p, base); ruled || err != nil {
		return err
	}
	s := &scan{list: l, base: base, here: base}
	z := html.NewTokenizer(bytes.NewReader(utf8HTML(p)))
	z.SetMaxBuf(1 << 20)
	for {
		switch z.Next() {
		case html.ErrorToken:
			return s.end(z)
		case html.StartTagToken, html.SelfClosingTagToken:
			s.start(z)
		case html.EndTagToken:
			if name, _ := z.TagName(); atom.Lookup(name) == atom.A {
				s.close()
			}
		case html.TextToken:
			if s.open && s.text.Len() < 4*maxTitle {
				s.text.Write(z.Text())
				s.text.WriteByte(' ')
			}
		}
		if s.err != nil || s.nofollow {
			return s.err
		}
	}
}

// A scan is the state of reading one section page.
type scan struct {
	list     *list
	base     *url.URL // changes with <base>
	here     *url.URL
	open     bool // inside an anchor
	href     string
	rel      string
	hint     string // title, aria-label or alt, when the anchor has no text
	text     bytes.Buffer
	nofollow bool // the page asks robots to follow no link
	err      error
}

func (s *scan) end(z *html.Tokenizer) error {
	s.close()
	if err := z.Err(); err.Error() != "EOF" {
		return fmt.Errorf("section page: %w", err)
	}
	return s.err
}

func (s *scan) start(z *html.Tokenizer) {
	name, more := z.TagName()
	tag := atom.Lookup(name)
	switch tag {
	case atom.A, atom.Link, atom.Base, atom.Meta, atom.Img:
	default:
		return
	}
	a := attributes(z, more)
	switch tag {
	case atom.A:
		s.close()
		s.open = a["href"] != ""
		s.href, s.rel = a["href"], strings.ToLower(a["rel"])
		s.hint = first(a["title"], a["aria-label"])
	case atom.Img:
		s.hint = first(s.hint, a["alt"])
	case atom.Base:
		if u, err := s.here.Parse(a["href"]); err == nil && a["href"] != "" {
			s.base = u
		}
	case atom.Link:
		s.link(a)
	case atom.Meta:
		s.nofollow = s.nofollow || strings.EqualFold(a["name"], "robots") && hasWord(a["content"], "nofollow", "none")
	}
}

// link takes pagination and, for a source that names no feed, its feeds.
func (s *scan) link(a map[string]string) {
	rel := strings.ToLower(a["rel"])
	switch {
	case hasWord(rel, "next"):
		s.add(news.Link{Kind: news.SectionLink, URL: a["href"]})
	case hasWord(rel, "alternate") && isFeedType(a["type"]) && len(s.list.src.Feeds) == 0 && s.list.page.Link.Depth == 0:
		if !strings.Contains(strings.ToLower(a["href"]+a["title"]), "comment") {
			s.add(news.Link{Kind: news.FeedLink, URL: a["href"]})
		}
	}
}

// close ends the open anchor and decides what it leads to.
func (s *scan) close() {
	if !s.open {
		return
	}
	s.open = false
	text := title(s.text.String())
	s.text.Reset()
	if hint := title(s.hint); isCutOf(text, hint) {
		text = hint
	}
	if hasWord(s.rel, "nofollow", "sponsored", "ugc") {
		return
	}
	target, err := s.base.Parse(strings.TrimSpace(s.href))
	if err != nil {
		return
	}
	switch {
	case hasWord(s.rel, "next") || nextPage(s.here, target):
		s.add(news.Link{Kind: news.SectionLink, URL: target.String()})
	case looksLikeArticle(target, text):
		s.add(news.Link{Kind: news.ArticleLink, URL: target.String(), Title: text})
	}
}

// isCutOf tells whether a text is nothing or the beginning of hint, as where a
// list shortens its headlines and gives the whole in a title attribute.
func isCutOf(text, hint string) bool {
	return strings.HasPrefix(hint, strings.TrimRight(text, " .…"))
}

func (s *scan) add(link news.Link) {
	if s.err != nil {
		return
	}
	link.URL = resolve(link.URL, s.base)
	if err := s.list.add(link); err != nil {
		s.err = fmt.Errorf("section page: %w", err)
	}
}

func attributes(z *html.Tokenizer, more bool) map[string]string {
	a := map[string]string{}
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		if _, twice := a[string(k)]; !twice { // the first one counts, as in a browser
			a[string(k)] = string(v)
		}
	}
	return a
}

// hasWord tells whether one of words is among the comma- or space-separated
// words of s.
func hasWord(s string, words ...string) bool {
	for _, have := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == ',' }) {
		for _, w := range words {
			if have == w {
				return true
			}
		}
	}
	return false
}

func isFeedType(t string) bool {
	t = strings.ToLower(t)
	return strings.Contains(t, "rss") || strings.Contains(t, "atom") || strings.Contains(t, "feed+json")
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
