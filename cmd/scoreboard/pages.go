package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/crawler/extract"
	"github.com/seed-7461731f/dateline/store/news"
)

// A goldPage is a page and what a perfect reader takes from it. Fields that a
// corpus does not judge are empty.
type goldPage struct {
	File       string   `json:"file"`
	URL        string   `json:"url"`
	Title      string   `json:"title"`
	Authors    []string `json:"authors"`
	Published  string   `json:"published"`
	Paragraphs []string `json:"paragraphs"`
	LeadLength int      `json:"summary_paragraphs"` // how many of the first paragraphs are the lead
	Text       string   `json:"text"`
}

// A readPage is a page as we read it; Article is zero when there was none.
type readPage struct {
	gold goldPage
	got  news.Article
}

// measurePages reads every page of the corpora under corpora/pages and judges
// body, lead, title, authors, date and speed. The peers' figures were measured
// on the whole sets, of which two thirds are there.
func measurePages(corpora string) ([]row, error) {
	var rows []row
	for _, set := range []struct {
		name  string
		judge func([]readPage) []row
	}{
		{"aeb", judgeAEB}, {"fundus-eval", judgeFundusEval}, {"fundus", judgeFundus}, {"htmldate", judgeHTMLDate},
	} {
		gold, err := loadPages(filepath.Join(corpora, "pages", set.name))
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		before := cpuTime()
		pages, err := readPages(filepath.Join(corpora, "pages", set.name, "html"), gold)
		if err != nil {
			return nil, err
		}
		spent := cpuTime() - before
		judged := set.judge(pages)
		for i := range judged {
			judged[i].Board, judged[i].Corpus = "pages", set.name
		}
		rows = append(rows, judged...)
		if set.name == "fundus" {
			rows = append(rows, row{Board: "pages", Corpus: set.name, Measure: "speed, all fields", Value: float64(len(pages)) / spent.Seconds(),
				Unit: "pages/core-s", Peer: 56, PeerBy: "go-trafilatura", Note: "reading and parsing included"})
		}
	}
	neighbours, err := measureNeighbours(corpora)
	return append(rows, neighbours...), err
}

func judgeAEB(pages []readPage) []row {
	b := bodyOf(pages)
	return []row{
		{Measure: "body", Value: b.f1, Unit: "F1", Peer: 0.970, PeerBy: "AutoExtract", Note: fmt.Sprintf("precision %.3f recall %.3f; gold leaves the lead out", b.precision, b.recall)},
		{Measure: "body exact", Value: b.exact, Unit: "share", Peer: 0.470, PeerBy: "AutoExtract"},
	}
}

func judgeFundusEval(pages []readPage) []row {
	b := bodyOf(pages)
	return []row{
		{Measure: "body", Value: b.f1, Unit: "F1", Peer: 0.940, PeerBy: "trafilatura 2.2", Note: fmt.Sprintf("precision %.3f recall %.3f; Fundus with rules per site 0.963", b.precision, b.recall)},
		{Measure: "body exact", Value: b.exact, Unit: "share"},
	}
}

func judgeFundus(pages []readPage) []row {
	b, d := bodyOf(pages), datesOf(pages)
	return []row{
		{Measure: "body", Value: b.f1, Unit: "F1", Peer: 0.950, PeerBy: "trafilatura 2.2", Note: fmt.Sprintf("precision %.3f recall %.3f", b.precision, b.recall)},
		{Measure: "body exact", Value: b.exact, Unit: "share"},
		{Measure: "lead kept", Value: leadKept(pages), Unit: "share", Peer: 0.57, PeerBy: "trafilatura 2.2"},
		{Measure: "published, same day", Value: d.day, Unit: "share", Peer: 0.969, PeerBy: "go-htmldate"},
		{Measure: "published, within 1 h", Value: d.hour, Unit: "share", Peer: 0.928, PeerBy: "readeck v2", Note: fmt.Sprintf("%d pages with a gold instant", d.hours)},
		{Measure: "title, normalised", Value: titlesEqual(pages), Unit: "share", Peer: 0.806, PeerBy: "go-shiori"},
		{Measure: "authors, set equal", Value: authorsEqual(pages), Unit: "share", Peer: 0.787, PeerBy: "go-trafilatura"},
	}
}

func judgeHTMLDate(pages []readPage) []row {
	d := datesOf(pages)
	return []row{
		{Measure: "published, same day", Value: d.day, Unit: "share", Peer: 0.906, PeerBy: "go-htmldate"},
		{Measure: "published, F", Value: d.f1, Unit: "F1", Peer: 0.951, PeerBy: "go-htmldate", Note: fmt.Sprintf("precision %.3f recall %.3f", d.precision, d.recall)},
	}
}

// loadPages reads gold.jsonl, or the dictionary of the article extraction
// benchmark, in the order of the file names.
func loadPages(dir string) ([]goldPage, error) {
	f, err := os.Open(filepath.Join(dir, "gold.jsonl"))
	if os.IsNotExist(err) {
		return loadDictionary(filepath.Join(dir, "ground-truth.json"))
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []goldPage
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		var g goldPage
		if err := json.Unmarshal(sc.Bytes(), &g); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name(), err)
		}
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b goldPage) int { return strings.Compare(a.File, b.File) })
	return out, sc.Err()
}

func loadDictionary(name string) ([]goldPage, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var pages map[string]struct{ ArticleBody, URL string }
	if err := json.Unmarshal(data, &pages); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var out []goldPage
	for key, p := range pages {
		out = append(out, goldPage{File: key + ".html.gz", URL: p.URL, Text: p.ArticleBody})
	}
	slices.SortFunc(out, func(a, b goldPage) int { return strings.Compare(a.File, b.File) })
	return out, nil
}

func readPages(dir string, gold []goldPage) ([]readPage, error) {
	now := time.Now()
	var out []readPage
	for _, g := range gold {
		body, err := unzip(filepath.Join(dir, g.File))
		if err != nil {
			return nil, err
		}
		// A page without an article counts as empty.
		a, _ := extract.Page(news.Page{URL: g.URL, FinalURL: g.URL, FetchedAt: now, Body: body}, extract.Hints{})
		out = append(out, readPage{g, a})
	}
	return out, nil
}

func unzip(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return io.ReadAll(z)
}
