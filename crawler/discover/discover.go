// Package discover reads addresses out of what publishers offer for finding
// their articles: feeds, sitemaps and section pages.
//
// In: the bytes of one response and the source it belongs to. Out: links, with
// the title and date that the page gives them. No I/O, no clock. What a page
// says is bounded and believed only within the source's own sites.
package discover

import (
	"bytes"
	"errors"
	"fmt"
	"net/netip"
	"strings"

	"golang.org/x/net/publicsuffix"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/store/news"
)

const (
	maxLinks   = 50_000 // per page: what the sitemap protocol allows one file
	maxTitle   = 500    // bytes
	usualLinks = 128
	maxDepth   = 100 // of nested elements in a feed; real ones stay below ten
)

// ErrTooMany is wrapped by the error for a page that lists more addresses than
// are read from one page; those read are returned.
var ErrTooMany = errors.New("more addresses than are read from one page")

// Links is Scope.Links for a source of which one page is read.
func Links(p news.Page, kind news.LinkKind, src news.Source) ([]news.Link, error) {
	return NewScope(src).Links(p, kind, src)
}

// Links reads the addresses out of a feed, sitemap, sitemap index or section
// page, in the order of the page, each once. They are canonical, one step
// deeper than p.Link, and in scope.
//
// The address may answer with another format than kind says (an RSS feed in a
// sitemap's place is allowed by the protocol): the bytes decide. The links
// read before an error are returned with it.
func (s Scope) Links(p news.Page, kind news.LinkKind, src news.Source) ([]news.Link, error) {
	base := p.FinalURL
	if base == "" {
		base = p.URL
	}
	l := &list{page: p, base: base, src: src, sites: s, at: make(map[string]int, usualLinks), canon: make(map[string]string, usualLinks), hosts: map[string]bool{}}
	var err error
	switch format := sniff(p.Body); {
	case kind == news.WaybackLink:
		err = l.wayback(p)
	case kind == news.RegisterLink:
		err = l.register(p)
	case kind == news.SectionLink, kind == news.ArchiveLink:
		err = l.section(p)
	case format == "sitemap":
		err = l.sitemap(p)
	case format == "feed":
		err = l.feed(p)
	case kind == news.SitemapLink && format == "":
		err = l.textSitemap(p.Body)
	default:
		err = fmt.Errorf("no %s: the answer is %s", kind, describe(p))
	}
	return l.links, err
}

// A list gathers the links of one page.
type list struct {
	page  news.Page
	base  string
	src   news.Source
	sites Scope
	links []news.Link
	at    map[string]int    // URL to index in links
	canon map[string]string // address as written to URL; "" for one that is not wanted
	hosts map[string]bool   // canonical hosts by whether they are in scope
}

// add takes one link, relative to the page. What is no web address or is on a
// foreign site is left out.
func (l *list) add(link news.Link) error {
	link.URL = l.address(link.URL, l.base)
	link.Title = title(link.Title)
	return l.addKnown(link)
}

// addKnown takes a link whose address was worked out, "" for one not wanted; an
// address that was there already keeps its place and the longer title.
func (l *list) addKnown(link news.Link) error {
	if link.URL == "" {
		return nil
	}
	if i, seen := l.at[link.URL]; seen {
		merge(&l.links[i], link)
		return nil
	}
	if len(l.links) == maxLinks {
		return fmt.Errorf("%w (%d)", ErrTooMany, maxLinks)
	}
	link.Host = hostOf(link.URL)
	link.FoundOn, link.Depth = l.page.URL, l.page.Link.Depth+1
	l.at[link.URL] = len(l.links)
	l.links = append(l.links, link)
	return nil
}

// address is the canonical form of an address on the source's sites, "" for any
// other. A front page links to each article several times: every spelling is
// worked out once, so base must be the same for all of a page.
func (l *list) address(raw, base string) string {
	if raw = strings.TrimSpace(raw); raw == "" {
		return ""
	}
	address, known := l.canon[raw]
	if known {
		return address
	}
	address, err := canon.URL(raw, base)
	if err != nil || !l.inScope(hostOf(address)) {
		address = ""
	}
	l.canon[raw] = address
	return address
}

func (l *list) inScope(host string) bool {
	in, known := l.hosts[host]
	if !known {
		in = l.sites[site(host)]
		l.hosts[host] = in
	}
	return in
}

// hostOf is canon.Host for what is canonical already.
func hostOf(address string) string {
	_, rest, _ := strings.Cut(address, "://")
	if i := strings.IndexAny(rest, "/?"); i >= 0 {
		rest = rest[:i]
	}
	return strings.TrimPrefix(rest, "www.")
}

func merge(have *news.Link, also news.Link) {
	if len(also.Title) > len(have.Title) {
		have.Title = also.Title
	}
	if !have.Published.Known() {
		have.Published = also.Published
	}
	if have.Modified.Before(also.Modified) {
		have.Modified = also.Modified
	}
}

// title folds white space and bounds the length, at a rune.
func title(s string) string {
	s = strings.ToValidUTF8(s, "")
	if s = strings.TrimSpace(s); !isFolded(s) {
		s = strings.Join(strings.Fields(s), " ")
	}
	if len(s) > maxTitle {
		s = strings.ToValidUTF8(s[:maxTitle], "")
	}
	return s
}

// isFolded tells a text whose white space is single blanks; it may err towards
// no.
func isFolded(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x80 || c == ' ' && s[i-1] == ' ' {
			return false
		}
	}
	return true
}

// A Scope is the set of a source's own sites: the registrable domains of its
// host, home, feeds, sitemaps, sections and archives.
type Scope map[string]bool

// NewScope returns the scope of a source.
func NewScope(src news.Source) Scope { return sites(src) }

// Has reports whether an address is in scope.
func (s Scope) Has(address string) bool { return s[site(address)] }

func sites(src news.Source) Scope {
	set := map[string]bool{site(src.Host): true, site(src.Home): true}
	for _, list := range [][]string{src.Feeds, src.Sitemaps, src.Sections, src.Archives} {
		for _, address := range list {
			address, _, _ = strings.Cut(address, "{") // an archive's is a template
			set[site(address)] = true
		}
	}
	delete(set, "")
	return set
}

// site is the registrable domain of an address; an IP address keeps its port,
// since another port there is another server.
func site(address string) string {
	host := canon.Host(address)
	if _, err := netip.ParseAddrPort(host); err == nil {
		return host
	}
	name, _, _ := strings.Cut(host, ":")
	if _, err := netip.ParseAddr(name); err == nil {
		return name
	}
	domain, err := publicsuffix.EffectiveTLDPlusOne(name)
	if err != nil {
		return name // a public suffix that is a site itself: gov.uk
	}
	return domain
}

// sniff names the format by the first element: "sitemap", "feed", "html", or
// "" when it is none of them.
func sniff(body []byte) string {
	head := bytes.ToLower(body[:min(len(body), 4096)])
	if bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n\ufeff"), []byte("{")) {
		return "feed" // JSON Feed
	}
	for _, f := range []struct{ element, format string }{
		{"<urlset", "sitemap"}, {"<sitemapindex", "sitemap"},
		{"<rss", "feed"}, {"<feed", "feed"}, {"<rdf:rdf", "feed"},
		{"<html", "html"}, {"<!doctype html", "html"}, {"<head", "html"},
		{":urlset", "sitemap"}, {":sitemapindex", "sitemap"},
	} {
		if bytes.Contains(head, []byte(f.element)) {
			return f.format
		}
	}
	return ""
}

func describe(p news.Page) string {
	switch f := sniff(p.Body); {
	case len(p.Body) == 0:
		return "empty"
	case f != "":
		return "a " + f
	}
	for k, v := range p.Header {
		if strings.EqualFold(k, "Content-Type") && len(v) > 0 {
			kind, _, _ := strings.Cut(v[0], ";")
			return fmt.Sprintf("%q", kind)
		}
	}
	return "of an unknown type"
}
