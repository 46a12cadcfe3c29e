package discover

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"github.com/mmcdole/gofeed"

	"github.com/seed-7461731f/dateline/store/news"
)

// feed reads RSS, Atom, RDF and JSON Feed.
func (l *list) feed(p news.Page) error {
	body := utf8XML(p)
	if err := checkNesting(body); err != nil {
		return fmt.Errorf("feed: %w", err)
	}
	f, err := gofeed.NewParser().Parse(bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("feed: %w", err)
	}
	for _, item := range f.Items {
		if err := l.add(l.item(item)); err != nil {
			return fmt.Errorf("feed: %w", err)
		}
	}
	return nil
}

func (l *list) item(i *gofeed.Item) news.Link {
	link := news.Link{Kind: news.ArticleLink, URL: i.Link, Title: i.Title}
	if link.URL == "" && isWebAddress(i.GUID) {
		link.URL = i.GUID // RSS: a guid is a permalink unless it says otherwise
	}
	// The strings, not gofeed's times: those take a named zone for UTC.
	link.Published = l.published(i.Published, "feed")
	if updated := l.published(i.Updated, "feed"); updated.Known() {
		link.Modified = updated.Time
	}
	return link
}

func isWebAddress(s string) bool {
	return len(s) > 8 && (s[:7] == "http://" || s[:8] == "https://")
}

// checkNesting refuses XML that is nested deeper than any feed is: the feed
// parser recurses, and a stack that overflows cannot be recovered from.
func checkNesting(body []byte) error {
	if sniff(body) == "feed" && bytes.HasPrefix(bytes.TrimSpace(body), []byte("{")) {
		return nil // encoding/json has a limit of its own
	}
	d := lenient(body)
	for depth := 0; ; {
		t, err := d.RawToken()
		if err != nil {
			return nil // the parser will say what is wrong
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if depth > maxDepth {
			return errors.New("elements nested too deep")
		}
	}
}

// lenient decodes XML that is already UTF-8 and forgives what browsers do.
func lenient(body []byte) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(body))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	return d
}
