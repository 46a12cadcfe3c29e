package extract

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/crawler/extract/pdf"
	"github.com/seed-7461731f/dateline/store/news"
)

var errScan = errors.New("no article: a scan: no text layer")

// pdfSign begins a PDF; readers accept it anywhere in the first 1,024 bytes.
var pdfSign = []byte("%PDF-")

func isPDF(body []byte, media string) bool {
	at := bytes.Index(body[:min(len(body), 1024)], pdfSign)
	return at == 0 || at > 0 && media == "application/pdf"
}

// pdfDocument reads a PDF: an order, a notice, a judgment. It is dated by the
// day that stands by itself in it; what the file says of its making is the day
// of an export as often as not, and only bounds.
func pdfDocument(p news.Page, h Hints) (a news.Article, err error) {
	d, err := pdf.Read(p.Body)
	if err != nil {
		return a, fmt.Errorf("no article: PDF: %w", err)
	}
	lines, edges := dropRunning(d)
	blocks := joinLines(lines)
	n := countWords(blocks)
	if n > maxLetters/2 {
		return a, fmt.Errorf("no article: %d words", n)
	}
	if d.Pages > 0 && n < shortest && n < leastOnPage*d.Pages {
		return a, errScan
	}
	a.URL = address(p)
	a.Title, blocks = documentTitle(blocks, d.Title, h.Link.Title)
	a.Text = strings.Join(paragraphs(blocks), "\n\n")
	a.Agency = agency(nil, "", paragraphs(blocks))
	if a.Language = languageOf(nil, a.Text); a.Language == "" {
		a.Language = h.Source.Language
	}
	loc := zoneOf(h.Source.Zone, h.Source.Country, canon.Host(a.URL), a.Language)
	dt := dater{facts: &facts{}, url: a.URL, loc: loc, monthFirst: monthFirst(a.Language, h.Source.Country, canon.Host(a.URL)), fetched: p.FetchedAt}
	a.Published = dt.ofDocument(blocks, edges, d.Created, p, h.Link, a.Text)
	return a, nil
}

// leastOnPage is the number of words under which a page has no text but a stamp.
const leastOnPage = 10

// ofDocument walks the chain for a document: its own date, what the finder or
// the address says, what its making and the server bound.
func (d *dater) ofDocument(bs []block, edges []string, created string, p news.Page, link news.Link, text string) news.DCT {
	all := d.ownDate(bs, edges)
	all = append(all, d.stated(link)...)
	if len(all) > 0 {
		return all[0].refined(all[1:]).dct()
	}
	if dct, ok := monthOf(p, d.url, text, d.loc); ok {
		return dct
	}
	if made := d.read("meta", pdfTime(created)); len(made) > 0 {
		if told := newestTold(text, d.loc, p.FetchedAt); !made[0].t.Before(told) {
			return news.DCT{Time: made[0].t, Grain: news.GrainDay, Zone: made[0].zone, Earliest: told, Latest: made[0].t, Method: "meta"}
		}
	}
	return d.inferred(p, text)
}

// endBlocks is how far from the ends of a document its own date is looked for:
// a letter has it at the top, an order below the signature.
const endBlocks = 12

// longestDated is the number of words that may stand beside the date of a
// document: the place, the publisher that signed.
const longestDated = 7

var filedLine = regexp.MustCompile(`(?i)\b(?:filed|entered|dated|issued|signed|date|datum|published)\b`)

// ownDate returns the day that a document gives itself: in a line of its own
// near either end, or in the stamp on each of its pages.
func (d *dater) ownDate(bs []block, edges []string) []found {
	try := func(line string, isStamp bool) []found {
		day, rest, ok := findDate(head(line, longestDateBlock), d.monthFirst)
		if !ok || isStamp && !filedLine.MatchString(line) || !isStamp && words(rest) > longestDated || saysUpdate.MatchString(line) {
			return nil
		}
		if s, ok := newStamp(day, clockTime{}, "", d.loc); ok && d.plausible(s.t) {
			return []found{{s, "text"}}
		}
		return nil
	}
	for i, b := range bs {
		if i < endBlocks || i >= len(bs)-endBlocks {
			if f := try(b.text, false); f != nil {
				return f
			}
		}
	}
	for _, line := range edges {
		if f := try(line, true); f != nil {
			return f
		}
	}
	return nil
}

// pdfTime rewrites the dates of a PDF's maker, "D:20200814093000-04'00'".
func pdfTime(s string) string {
	s = strings.ReplaceAll(strings.TrimPrefix(s, "D:"), "'", "")
	if len(s) < 8 {
		return ""
	}
	for _, layout := range []string{"20060102150405-0700", "20060102150405Z0000", "20060102150405Z", "20060102150405", "20060102"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.RFC3339)
		}
	}
	return ""
}
