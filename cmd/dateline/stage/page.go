package stage

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/crawler/extract"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// ExtractVersion is raised when the rules of extraction change: every page is
// then read again, without fetching.
const ExtractVersion = 4

// RecordType marks a page that holds an article as a JSON record rather than a
// document to read one out of.
const RecordType = "application/vnd.dateline.article+json"

// A PageReader reads articles out of pages for a story.
type PageReader struct {
	sources map[string]news.Source
}

// NewPageReader returns a reader for the sources of a story.
func NewPageReader(story news.Story) PageReader {
	r := PageReader{map[string]news.Source{}}
	for _, s := range story.Sources {
		r.sources[s.Host] = s
	}
	return r
}

// Page reads one page; what is wrong with it is data.
func (r PageReader) Page(p news.Page) store.Reading {
	out := store.Reading{PageID: p.ID}
	var err error
	if contentType(p) == RecordType {
		out.Article, err = parseRecord(p)
	} else {
		hints := r.Hints(p)
		out.Article, err = extract.Page(p, hints)
		if country := cmp.Or(hints.Source.Country, news.CountryOf(out.Article.URL)); out.Article.Language == "en" && country != "" {
			out.Article.Language = "en-" + country // how it writes dates
		}
	}
	if err != nil {
		out.Problem = err.Error()
	}
	out.Serial = extract.SerialOf(out.Article.URL)
	return out
}

func contentType(p news.Page) string {
	for _, v := range p.Header["Content-Type"] {
		return v
	}
	return ""
}

// Hints returns what is known of a page beside its bytes.
func (r PageReader) Hints(p news.Page) extract.Hints {
	h := extract.Hints{Link: p.Link, Source: r.Source(p)}
	if p.Link.Published.Method == "given" {
		h.Published = p.Link.Published.Time
	}
	return h
}

// Source returns the source of a page: the one it was crawled for, else that of
// its host or the nearest parent domain that is one.
func (r PageReader) Source(p news.Page) news.Source {
	if s, ok := r.sources[p.Source]; ok {
		return s
	}
	host := canon.Host(p.URL)
	for h := host; strings.Contains(h, "."); _, h, _ = strings.Cut(h, ".") {
		if s, ok := r.sources[h]; ok {
			return s
		}
	}
	if p.Source != "" {
		return news.Source{Host: p.Source}
	}
	return news.Source{Host: host}
}

// A Record is an article as JSON: the format of article .jsonl files.
type Record struct {
	ID        string   `json:"id"`
	URL       string   `json:"url"`
	Publisher string   `json:"publisher"`
	Published string   `json:"published"`
	PubDate   string   `json:"pubdate"` // another name for published
	Title     string   `json:"title"`
	Text      string   `json:"text"`
	Lang      string   `json:"lang"`
	Authors   []string `json:"authors"`
	Agency    string   `json:"agency"`
}

// Identity returns the record's canonical URL, or its id.
func (r Record) Identity() (string, error) {
	if r.URL != "" {
		if u, err := canon.URL(r.URL, ""); err == nil {
			return u, nil
		}
	}
	if r.ID == "" {
		return "", errors.New("neither url nor id")
	}
	return r.ID, nil
}

// Date returns when the record says that it was published; "" it does not.
func (r Record) Date() string {
	if r.Published != "" {
		return r.Published
	}
	return r.PubDate
}

func parseRecord(p news.Page) (a news.Article, err error) {
	var r Record
	if err := json.Unmarshal(p.Body, &r); err != nil {
		return a, fmt.Errorf("article Record: %w", err)
	}
	if strings.TrimSpace(r.Text) == "" {
		return a, errors.New("no article: the record has no text")
	}
	a = news.Article{URL: p.URL, Publisher: r.Publisher, Title: r.Title, Text: r.Text, Language: r.Lang, Authors: r.Authors, Agency: r.Agency}
	if _, err := canon.URL(r.URL, ""); err == nil {
		a.Address = r.URL
	}
	if a.Publisher == "" {
		a.Publisher = cmp.Or(p.Source, canon.Host(p.URL))
	}
	if p.Link.Published.Method == "given" {
		a.Published = p.Link.Published
	} else if r.Date() != "" {
		if a.Published, err = news.ParseDCT(r.Date()); err != nil {
			return a, err
		}
	}
	a.SHA256 = a.Sum()
	return a, nil
}
