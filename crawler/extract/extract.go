// Package extract reads the article out of a page.
//
// In: one HTTP response or file (news.Page) and what was known of it before.
// Out: title, text, authors, agency, language and the publication date with
// how it was found, or the reason why the page is no article. No I/O, no clock.
//
// A page is laid out as blocks of text in a tree of regions; the article is the
// region that most of the prose is in, less the boxes beside it. The layers are
// a file each: decode, lay out, mark boxes, choose, drop what is not text, put
// the lead back, ask a second extractor when little is left. That an element's
// share of the prose tells more than its class follows Readability (Arc90, 2009)
// and Boilerplate Detection using Shallow Text Features (Kohlschütter, Fankhauser
// and Nejdl, 2010).
//
// Plain text is read by the same rules on lines, a PDF by how its lines are set
// (room pdf). What single publishers need besides is data (room rule).
package extract

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/store/news"
)

// Hints are what is known of a page besides its bytes. All may be zero.
type Hints struct {
	Source    news.Source // whose page it is: zone, country, language
	Link      news.Link   // how it was found: the feed's or sitemap's date and title
	Published time.Time   // as the user says; wins over everything. Midnight means the day
}

var (
	errEmpty = errors.New("no article: empty")
	errLarge = fmt.Errorf("no article: larger than %d bytes", MaxBytes)
)

// The number of words under which a text is no article but a notice, an error
// page or a picture's caption. A flash is one sentence, but it says when.
const (
	shortest      = 25
	shortestDated = 15
)

// Page reads the article out of p. The error says why there is none, as a
// problem to record ("no article: 12 words"), and the article is then zero; a
// page never causes a panic. Pages over 8 MiB, with more than 25,000 elements,
// nested deeper than 400 or with more than 1.5 MB of text are refused, as are
// plain texts over 3 MB and documents of more than 400 pages.
func Page(p news.Page, h Hints) (news.Article, error) {
	a, err := read(p, h)
	if err == nil {
		a, err = finish(a, p, h)
	}
	if err != nil {
		return news.Article{}, err
	}
	return a, nil
}

func read(p news.Page, h Hints) (a news.Article, err error) {
	kind, err := kindOf(p)
	if err != nil {
		return a, err
	}
	if kind == "pdf" {
		return pdfDocument(p, h)
	}
	decoded := decode(p.Body, header(p, "Content-Type"))
	switch {
	case strings.TrimSpace(decoded) == "":
		return a, errEmpty
	case kind == "text":
		return textDump(decoded, p, h)
	}
	return htmlPage(decoded, p, h)
}

// kindOf tells HTML, plain text and PDF apart and refuses everything else.
func kindOf(p news.Page) (string, error) {
	switch {
	case len(bytes.TrimSpace(p.Body)) == 0:
		return "", errEmpty
	case len(p.Body) > MaxBytes:
		return "", errLarge
	}
	media, _, _ := mime.ParseMediaType(header(p, "Content-Type"))
	if isPDF(p.Body, media) {
		return "pdf", nil
	}
	if t := sniffType(p.Body); t != "" {
		return "", fmt.Errorf("no article: %s", t)
	}
	if media == "text/plain" || media == "" && strings.HasSuffix(strings.ToLower(p.URL), ".txt") {
		return "text", nil
	}
	if media != "" && !slices.Contains(documents, media) || looksLikeFeed(p.Body) {
		return "", fmt.Errorf("no article: %s", cmp.Or(media, "a feed or sitemap"))
	}
	return "html", nil
}

// documents are the media types that an article comes in; servers that name
// none, or the generic one, are taken at the bytes.
var documents = []string{"text/html", "application/xhtml+xml", "application/octet-stream", "text/xml", "application/xml"}

// looksLikeFeed tells a feed, a sitemap or JSON by how it begins.
func looksLikeFeed(body []byte) bool {
	head := bytes.TrimSpace(bytes.TrimPrefix(body[:min(len(body), 512)], []byte("\xef\xbb\xbf")))
	if bytes.HasPrefix(head, []byte("{")) || bytes.HasPrefix(head, []byte("[")) {
		return true
	}
	for _, root := range []string{"<rss", "<feed", "<urlset", "<sitemapindex", "<rdf:RDF"} {
		if i := bytes.Index(head, []byte(root)); i >= 0 && !bytes.Contains(head[:i], []byte("<html")) {
			return true
		}
	}
	return false
}

// sniffType names the media type of bytes that are no text, "" for text. Few
// NUL bytes are a fault of the publisher, many are another kind of file.
func sniffType(b []byte) string {
	t := http.DetectContentType(b)
	if bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff")) {
		return ""
	}
	if strings.HasPrefix(t, "text/") {
		t = ""
	}
	sample := b[:min(len(b), 64<<10)]
	control := 0
	for _, c := range sample {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			control++
		}
	}
	switch {
	case control*20 > len(sample):
		if t == "" {
			t = "application/octet-stream"
		}
		return t
	case t == "application/octet-stream":
		return "" // a stray control byte
	}
	return t
}

// finish fills in what does not depend on the kind of page.
func finish(a news.Article, p news.Page, h Hints) (news.Article, error) {
	dated := a.Published.Known() && a.Published.Earliest.IsZero()
	if n := words(a.Text); n < shortestDated || n < shortest && !dated {
		return a, fmt.Errorf("no article: %d words", n)
	}
	a.PageID = p.ID
	a.Publisher = publisher(a.URL, p, h)
	if !h.Published.IsZero() {
		a.Published = given(h.Published, zoneOf(h.Source.Zone, h.Source.Country, canon.Host(a.URL), a.Language))
	}
	a.Version = 1
	a.SHA256 = a.Sum()
	return a, nil
}

func publisher(url string, p news.Page, h Hints) string {
	for _, s := range []string{h.Source.Host, p.Source, canon.Host(url)} {
		if s != "" {
			return s
		}
	}
	return ""
}

// given is the date that the user states. Midnight UTC is a civil day, and the
// day of the newsroom, where its zone is known.
func given(t time.Time, loc *time.Location) news.DCT {
	d := news.DCT{Time: t, Grain: news.GrainSecond, Method: "given"}
	_, seconds := t.Zone()
	d.Zone = offsetName(seconds)
	if t.Hour() != 0 || t.Minute() != 0 || t.Second() != 0 {
		return d
	}
	d.Grain = news.GrainDay
	if t.Location() == time.UTC {
		s, _ := newStamp(date{t.Year(), int(t.Month()), t.Day()}, clockTime{}, "", loc)
		d.Time, d.Zone = s.t, s.zone
	}
	return d
}
