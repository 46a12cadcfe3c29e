package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline"
	"github.com/seed-7461731f/dateline/timeline/export"
	"github.com/seed-7461731f/dateline/timeline/story"
)

// measureStory builds the timeline of the labelled documents of the story and
// holds it against the statements labelled in them, and against the reference
// timeline. The measures are those of the public tools statements.py and
// storyscore.py.
func measureStory(corpora string) ([]row, error) {
	dir := filepath.Join(corpora, "story")
	docs, err := readLines[storyDoc](filepath.Join(dir, "dev.jsonl"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	events, err := storyEvents(docs)
	if err != nil {
		return nil, err
	}
	statements, err := measureStatements(dir, docs, events)
	if err != nil {
		return nil, err
	}
	reference, err := measureReference(dir, docs, events)
	if err != nil {
		return nil, err
	}
	top, err := measureTop(docs, events)
	return append(append(statements, reference...), top), err
}

// A storyDoc is one document of the corpus.
type storyDoc struct {
	ID, URL, Publisher, Published, Title, Lang, Story, Text string
}

// readLines reads a file of JSON lines.
func readLines[T any](name string) ([]T, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 64<<20)
	var out []T
	for n := 1; sc.Scan(); n++ {
		var v T
		if len(sc.Bytes()) == 0 {
			continue
		}
		if err := json.Unmarshal(sc.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		out = append(out, v)
	}
	return out, sc.Err()
}

// article makes an article of a document, as "dateline import" does.
func (d storyDoc) article() news.Article {
	a := news.Article{URL: d.ID, Publisher: d.Publisher, Title: d.Title, Text: d.Text, Language: d.Lang}
	if u, err := canon.URL(d.URL, ""); d.URL != "" && err == nil {
		a.URL, a.Address = u, d.URL
	}
	a.Published.Method = "given"
	if t, err := time.Parse(time.DateOnly, d.Published); err == nil {
		a.Published.Time, a.Published.Grain = t, news.GrainDay
	} else if t, err := time.Parse("2006-01", d.Published); err == nil {
		a.Published.Earliest, a.Published.Latest = t, t.AddDate(0, 1, -1)
	}
	return a
}

// storyEvents builds the timeline of documents in memory, near-duplicates
// grouped, as the command prints it.
func storyEvents(docs []storyDoc) ([]export.Event, error) {
	st, err := story.Load("tiktok-sale")
	if err != nil {
		return nil, err
	}
	byURL := map[string]news.Article{}
	var order []string
	for i, d := range docs {
		a := d.article()
		a.ID = int64(i + 1)
		if old, ok := byURL[a.URL]; ok {
			a.ID = old.ID // the same article again: the newer text stays
		} else {
			order = append(order, a.URL)
		}
		byURL[a.URL] = a
	}
	var articles []news.Article
	for _, u := range order {
		articles = append(articles, byURL[u])
	}
	events, _, err := timeline.Build(st, timeline.Read(st, articles), nil)
	out := make([]export.Event, 0, len(events))
	for _, e := range events {
		out = append(out, export.NewEvent(e))
	}
	slices.SortStableFunc(out, func(a, b export.Event) int { // as --order score does
		return cmp.Or(-cmp.Compare(a.Score, b.Score), cmp.Compare(a.From, b.From), cmp.Compare(a.Headline, b.Headline), cmp.Compare(a.ID, b.ID))
	})
	return out, err
}

// span is a date of the gold, as first and last day.
func goldSpan(date, end string) (first, last time.Time, err error) {
	if from, to, ok := strings.Cut(date, "/"); ok {
		date, end = from, to
	}
	switch len(date) {
	case len("2006"):
		first, err = time.Parse("2006", date)
		last = first.AddDate(1, 0, -1)
	case len("2006-01"):
		first, err = time.Parse("2006-01", date)
		last = first.AddDate(0, 1, -1)
	default:
		first, err = time.Parse(time.DateOnly, date)
		last = first
	}
	if err == nil && end != "" {
		last, err = time.Parse(time.DateOnly, end)
	}
	return first, last, err
}

// eventSpan is an event's first and last day; ok is false without any.
func eventSpan(e export.Event) (first, last time.Time, ok bool) {
	first, err := time.Parse(time.DateOnly, e.From)
	if err != nil {
		return first, last, false
	}
	last, err = time.Parse(time.DateOnly, e.To)
	return first, last.AddDate(0, 0, -1), err == nil
}

// near tells whether an event's days meet a span, with a day of tolerance for
// time zones, and are no more than limit days apart.
func near(e export.Event, first, last time.Time, limit int) bool {
	from, to, ok := eventSpan(e)
	day := 24 * time.Hour
	return ok && !from.After(last.Add(day)) && !to.Before(first.Add(-day)) && int(to.Sub(from)/day) <= limit
}
