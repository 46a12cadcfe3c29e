package export

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// ErrNoCitation tells that an export of citations found nothing to cite.
var ErrNoCitation = errors.New("no evidence to cite")

// CitationForms are the forms that Cite knows.
var CitationForms = []string{"text", "wikipedia", "csl", "ris"}

// Cite writes citations of the articles that a list of evidence was taken from,
// each article once, with its first quote, in the order of the list. The form
// is one of CitationForms:
//
//	text       a line for a footnote
//	wikipedia  {{cite news}} of the English Wikipedia
//	csl        CSL-JSON 1.0, an array of "article-newspaper"
//	ris        RIS, records of type NEWS
//
// What is not known is left out. With nothing to cite the error is ErrNoCitation.
func Cite(w io.Writer, form string, list []news.Evidence) error {
	write, known := citationWriters[form]
	if !known {
		return fmt.Errorf("citation form %q: want one of %s", form, strings.Join(CitationForms, ", "))
	}
	all := citations(list)
	if len(all) == 0 {
		return ErrNoCitation
	}
	return write(w, all)
}

// CiteEvents is Cite over the evidence of events.
func CiteEvents(w io.Writer, form string, events []news.Event) error {
	var list []news.Evidence
	for _, e := range events {
		list = append(list, e.Evidence...)
	}
	return Cite(w, form, list)
}

var citationWriters = map[string]func(io.Writer, []citation) error{
	"text": writeFootnotes, "wikipedia": writeWikipedia, "csl": writeCSL, "ris": writeRIS,
}

// A citation is an article as a bibliography holds it. Its texts are one line
// each, without controls.
type citation struct {
	id        string // names the article for good
	title     string // never empty: the quote stands in for a title that is not known
	authors   []string
	agency    string
	work      string
	published time.Time // a day; zero: not known
	accessed  time.Time // zero: not known
	gone      time.Time // zero: it was not
	url       string    // of a page that can be opened, else ""
	language  string
	quote     string
}

// citations gives each article of a list once.
func citations(list []news.Evidence) (out []citation) {
	seen := map[string]bool{}
	for _, v := range list {
		if key := cmp.Or(v.Article, v.URL); !seen[key] {
			seen[key] = true
			out = append(out, newCitation(v))
		}
	}
	return out
}

// maxAuthors bounds the names of one article; more are a list of something else.
const maxAuthors = 20

func newCitation(v news.Evidence) citation {
	c := citation{id: citationID(v), title: cmp.Or(line(v.Title), line(v.Quote), "Untitled"), agency: line(v.Agency), work: cmp.Or(line(v.Name), line(v.Publisher)),
		accessed: v.Accessed, url: webAddress(v.URL), language: languageTag(v.Language), quote: line(v.Quote)}
	for _, a := range v.Authors[:min(len(v.Authors), maxAuthors)] {
		if a = line(a); a != "" {
			c.authors = append(c.authors, a)
		}
	}
	if _, known := instant(v.Published); known { // the day where it was printed, not that of UTC
		c.published, _ = time.Parse(time.DateOnly, v.Published[:len(time.DateOnly)])
	}
	c.gone, _ = time.Parse(time.DateOnly, v.Gone) // zero when it was not
	return c
}

// writeFootnotes writes a line a citation, as a footnote has it.
func writeFootnotes(w io.Writer, list []citation) error {
	for _, c := range list {
		if _, err := io.WriteString(w, c.footnote()+"\n"); err != nil {
			return err
		}
	}
	return nil
}

func (c citation) footnote() string {
	parts := []string{strings.Join(c.authors, ", "), "“" + c.title + "”", c.source(), c.url + c.access(), "“" + c.quote + "”"}
	if c.quote == c.title || c.quote == "" {
		parts = parts[:4]
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ". ")
}

// source is who printed it and when: "Kurier (dpa), 12 March 2024".
func (c citation) source() string {
	s := c.work
	if c.agency != "" && c.agency != c.work {
		s = strings.TrimSpace(s + " (" + c.agency + ")")
	}
	if !c.published.IsZero() {
		s = strings.TrimPrefix(s+", "+c.published.Format(dayForm), ", ")
	}
	return s
}

// access says when the page was read, and that it is there no more when it is not.
func (c citation) access() string {
	var known []string
	if !c.accessed.IsZero() {
		known = append(known, "accessed "+c.accessed.Format(dayForm))
	}
	if !c.gone.IsZero() {
		known = append(known, "gone since "+c.gone.Format(dayForm))
	}
	if len(known) == 0 || c.url == "" {
		return ""
	}
	return " (" + strings.Join(known, ", ") + ")"
}
