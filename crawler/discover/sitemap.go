package discover

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
)

// sitemap reads a urlset, with the news extension, or a sitemap index
// (sitemaps.org protocol 0.9; Google's news sitemap 0.9). It streams: a file
// that breaks off gives what came before.
func (l *list) sitemap(p news.Page) error {
	d := lenient(utf8XML(p))
	var entry news.Link
	var text strings.Builder
	var inside []string // local names of the open elements
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("sitemap: %w", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if len(inside) >= maxDepth {
				return errors.New("sitemap: elements nested too deep")
			}
			inside = append(inside, t.Name.Local)
			text.Reset()
			if kind := entryKind(t.Name.Local); kind != "" {
				entry = news.Link{Kind: kind}
			}
		case xml.CharData:
			if text.Len() < 8192 {
				text.Write(t)
			}
		case xml.EndElement:
			if len(inside) == 0 {
				continue
			}
			inside = inside[:len(inside)-1]
			if err := l.endElement(t.Name, strings.TrimSpace(text.String()), &entry); err != nil {
				return fmt.Errorf("sitemap: %w", err)
			}
			text.Reset()
		}
	}
}

func entryKind(element string) news.LinkKind {
	switch element {
	case "url":
		return news.ArticleLink
	case "sitemap":
		return news.SitemapLink
	}
	return ""
}

// endElement takes the text of one element into the entry, or the entry into
// the list. An image or video has a loc, too, under a prefix of its own.
func (l *list) endElement(name xml.Name, text string, entry *news.Link) error {
	media := name.Space == "image" || name.Space == "video" || name.Space == "xhtml"
	switch {
	case media:
	case name.Local == "loc" && entry.URL == "":
		entry.URL = text
	case name.Local == "lastmod":
		if d := l.published(text, "sitemap"); d.Known() {
			entry.Modified = d.Time
		}
	case name.Local == "publication_date":
		entry.Published = l.published(text, "sitemap")
	case name.Local == "title":
		entry.Title = text
	case entryKind(name.Local) != "":
		err := l.add(*entry)
		*entry = news.Link{}
		return err
	}
	return nil
}

// textSitemap reads one address a line, as the protocol allows.
func (l *list) textSitemap(body []byte) error {
	found := false
	for line := range strings.Lines(string(body)) {
		line = strings.TrimSpace(line)
		if !isWebAddress(line) {
			continue
		}
		found = true
		if err := l.add(news.Link{Kind: news.ArticleLink, URL: line}); err != nil {
			return fmt.Errorf("sitemap: %w", err)
		}
	}
	if !found {
		return fmt.Errorf("no sitemap: the answer is %s", describe(l.page))
	}
	return nil
}
