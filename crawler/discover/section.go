package discover

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/store/news"
)

// section reads the links of an HTML page tag by tag: building the tree would
// cost ten times as much and tell nothing more about links.
func (l *list) section(p news.Page) error {
	if f := sniff(p.Body); f == "feed" || f == "sitemap" {
		return fmt.Errorf("no section page: the answer is a %s", f)
	}
	here, err := canon.URL(l.base, "")
	if err != nil {
		return fmt.Errorf("section page: %w", err)
	}
	if ruled, err := l.ruled(p); ruled || err != nil {
		return err
	}
	s := &scan{list: l, base: l.base, here: shapeOf(here), skim: skim{page: utf8HTML(p)}}
	for s.next(s.inside) && s.err == nil && !s.nofollow {
		s.read()
	}
	s.close()
	return s.err
}

// A scan is the state of reading one section page.
type scan struct {
	skim
	list     *list
	base     string // changes with <base>
	here     shape
	inside   bool // an anchor
	anchor   attributes
	hint     string // title, aria-label or alt, when the anchor has no text
	words    bytes.Buffer
	nofollow bool // the page asks robots to follow no link
	err      error
}

// read takes one tag and the text before it.
func (s *scan) read() {
	if s.inside && s.words.Len() < 4*maxTitle {
		s.words.Write(s.text)
		s.words.WriteByte(' ')
	}
	switch {
	case s.tag == atom.A:
		s.close()
		s.inside, s.anchor = s.href != "", s.attributes
		s.hint = first(s.attributes.title, s.label)
	case s.end:
	case s.tag == atom.Img && s.inside:
		s.hint = first(s.hint, s.alt)
	case s.tag == atom.Base:
		s.rebase(s.href)
	case s.tag == atom.Link:
		s.link(s.attributes)
	case s.tag == atom.Meta:
		s.nofollow = s.nofollow || strings.EqualFold(s.name, "robots") && hasWord(s.content, "nofollow", "none")
	}
}

// rebase takes the address that the page's links are relative to.
func (s *scan) rebase(href string) {
	here, err := url.Parse(s.list.base)
	if err != nil || href == "" {
		return
	}
	if u, err := here.Parse(href); err == nil {
		s.base = u.String()
	}
}

// link takes pagination and, for a source that names no feed, its feeds.
func (s *scan) link(a attributes) {
	switch {
	case hasWord(a.rel, "next"):
		s.add(news.Link{Kind: news.SectionLink, URL: s.list.address(a.href, s.base)})
	case hasWord(a.rel, "alternate") && isFeedType(a.kind) && len(s.list.src.Feeds) == 0 && s.list.page.Link.Depth == 0:
		if !strings.Contains(strings.ToLower(a.href+a.title), "comment") {
			s.add(news.Link{Kind: news.FeedLink, URL: s.list.address(a.href, s.base)})
		}
	}
}

// close ends the open anchor and decides what it leads to.
func (s *scan) close() {
	if !s.inside {
		return
	}
	s.inside = false
	defer s.words.Reset()
	address := s.list.address(s.anchor.href, s.base)
	if address == "" || hasWord(s.anchor.rel, "nofollow", "sponsored", "ugc") {
		return
	}
	target := shapeOf(address)
	if hasWord(s.anchor.rel, "next") || nextPage(s.here, target) {
		s.add(news.Link{Kind: news.SectionLink, URL: address})
		return
	}
	text := title(plain(s.words.Bytes()))
	if hint := title(s.hint); isCutOf(text, hint) {
		text = hint
	}
	if looksLikeArticle(target, text) {
		s.add(news.Link{Kind: news.ArticleLink, URL: address, Title: text})
	}
}

// isCutOf reports whether a text is nothing or the beginning of hint, as where a
// list shortens its headlines and gives the whole in a title attribute.
func isCutOf(text, hint string) bool {
	return strings.HasPrefix(hint, strings.TrimRight(text, " .…"))
}

func (s *scan) add(link news.Link) {
	if s.err != nil {
		return
	}
	if err := s.list.addKnown(link); err != nil {
		s.err = fmt.Errorf("section page: %w", err)
	}
}

// hasWord reports whether one of words is among the comma- or space-separated
// words of s.
func hasWord(s string, words ...string) bool {
	if s == "" {
		return false
	}
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
