package main

import (
	"errors"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/seed-7461731f/dateline/cmd/dateline/demo"
	"github.com/seed-7461731f/dateline/cmd/dateline/demo/gold"
	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/crawler/extract"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline"
	"github.com/seed-7461731f/dateline/timeline/export"
	"github.com/seed-7461731f/dateline/timeline/timex"
)

// errNoRepository says that the open board has nothing to read.
var errNoRepository = errors.New("not in a copy of the repository")

// repository finds the root of the repository that the process was started in.
func repository() (string, error) {
	dir, err := os.Getwd()
	for ; err == nil; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "cmd", "dateline", "demo", "gold.jsonl")); err == nil {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", errNoRepository
		}
	}
	return "", err
}

// measureOpen measures on what the repository itself holds, so that whoever has it
// can: the bundled web with its gold, and the texts whose expressions of time were
// tagged for this project. A test holds each figure against its floor.
func measureOpen(string) ([]row, error) {
	root, err := repository()
	if errors.Is(err, errNoRepository) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	rows, err := openTimex(filepath.Join(root, "timeline", "timex", "testdata"))
	if err != nil {
		return nil, err
	}
	more, err := openDemo(filepath.Join(root, "cmd", "dateline", "demo"))
	rows = append(rows, more...)
	for i := range rows {
		rows[i].Board = "open"
	}
	return rows, err
}

// openTimex scores the tagger on our own texts, of every language that has any.
func openTimex(dir string) (rows []row, err error) {
	names, err := filepath.Glob(filepath.Join(dir, "own-*.jsonl"))
	if err != nil {
		return nil, err
	}
	for _, path := range names {
		name := filepath.Base(path)
		c := timexCorpus{name: name[:len(name)-len(".jsonl")], days: true, mode: timex.News}
		rs, err := c.measure(path, &timexSpeed{}, &timexCounts{})
		if err != nil {
			return nil, err
		}
		rows = append(rows, rs...)
	}
	return rows, nil
}

// openDemo reads the pages of the first night of the bundled web, builds their
// timeline, and holds both against the gold.
func openDemo(dir string) ([]row, error) {
	pages, err := gold.Articles(dir)
	if err != nil {
		return nil, err
	}
	want, err := gold.Events(dir)
	if err != nil {
		return nil, err
	}
	st, err := demo.Story()
	if err != nil {
		return nil, err
	}
	web, err := demo.New(1)
	if err != nil {
		return nil, err
	}
	pages = slices.DeleteFunc(pages, func(p gold.Article) bool { return p.Night > 1 })
	var articles []news.Article
	var read, day, language float64
	dated := 0
	for i, p := range pages {
		a, err := demoArticle(web, st, p.URL)
		if p.Published != "" {
			dated++
		}
		if err != nil {
			continue // read counts
		}
		read++
		if p.Published != "" && a.Published.Known() && a.Published.Day().Format(time.DateOnly) == p.Published {
			day++
		}
		if news.MainLanguage(a.Language) == news.MainLanguage(p.Language) {
			language++
		}
		a.ID = int64(i + 1)
		articles = append(articles, a)
	}
	events, _, err := timeline.Build(st, timeline.Read(st, articles), nil)
	if err != nil {
		return nil, err
	}
	var told []export.Event
	for _, e := range events {
		told = append(told, export.NewEvent(e))
	}
	f := gold.Measure(want, told)
	share := func(measure string, v float64, note string) row {
		return row{Corpus: "demo", Measure: measure, Value: v, Unit: "share", Note: note}
	}
	n := float64(len(pages))
	return []row{
		share("pages read", read/n, fmt.Sprintf("%d pages", len(pages))), share("published, same day", day/float64(dated), fmt.Sprintf("%d pages that say", dated)),
		share("language", language/n, ""), share("events told on their day", f.Day, fmt.Sprintf("%d events", f.Events)),
		share("status", f.Status, "of those told"), share("topic", f.Topic, "of those told"),
	}, nil
}

// demoArticle reads a page of the bundled web.
func demoArticle(web *demo.Web, st news.Story, address string) (news.Article, error) {
	out := httptest.NewRecorder()
	web.ServeHTTP(out, httptest.NewRequest("GET", address, nil))
	url, err := canon.URL(address, "")
	if err != nil {
		return news.Article{}, err
	}
	p := news.Page{URL: url, FinalURL: url, FetchedAt: demo.Now(1), Status: out.Code, Header: out.Header(), Body: out.Body.Bytes()}
	var h extract.Hints
	if i := slices.IndexFunc(st.Sources, func(s news.Source) bool { return s.Host == canon.Host(url) }); i >= 0 {
		h.Source = st.Sources[i]
	}
	return extract.Page(p, h)
}
