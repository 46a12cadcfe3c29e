package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline"
	"github.com/seed-7461731f/dateline/timeline/export"
	"github.com/seed-7461731f/dateline/timeline/story"
)

// A labelled is a story with documents and the statements labelled in them.
type labelled struct {
	name, dir string
	story     news.Story
	docs      []storyDoc
	gold      []goldStatement
	read      []goldRead
}

// labelledStories reads the labelled stories of the corpora: the shipped one, then
// the others by name. A folder without a story file is of the shipped story.
func labelledStories(corpora string) (all []*labelled, err error) {
	folders, err := filepath.Glob(filepath.Join(corpora, "stories", "*", "docs.jsonl"))
	if err != nil {
		return nil, err
	}
	for _, docs := range append([]string{filepath.Join(corpora, "story", "dev.jsonl")}, folders...) {
		l := &labelled{dir: filepath.Dir(docs), name: filepath.Base(filepath.Dir(docs))}
		if l.docs, err = readLines[storyDoc](docs); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if err := l.load(); err != nil {
			return nil, err
		}
		all = append(all, l)
	}
	return all, nil
}

func (l *labelled) load() (err error) {
	file := filepath.Join(l.dir, "story.yaml")
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		file = "tiktok-sale"
	}
	if l.story, err = story.Load(file); err != nil {
		return err
	}
	if l.gold, err = readLines[goldStatement](filepath.Join(l.dir, "gold.jsonl")); err != nil {
		return err
	}
	l.read, err = readLines[goldRead](filepath.Join(l.dir, "gold-read.jsonl"))
	l.keep(storyPart)
	return err
}

// storyPart is which documents of each story count: "" all, or by a hash of their
// IDs two thirds that are "open" to whoever writes rules, and the third that is
// "hidden" from them.
var storyPart string

// keep leaves the labels of one part of the documents.
func (l *labelled) keep(part string) {
	if part == "" {
		return
	}
	other := func(doc string) bool {
		h := fnv.New32a()
		h.Write([]byte(doc)) // never fails
		return (h.Sum32()%3 == 0) != (part == "hidden")
	}
	l.gold = slices.DeleteFunc(l.gold, func(g goldStatement) bool { return other(g.Doc) })
	l.read = slices.DeleteFunc(l.read, func(r goldRead) bool { return other(r.Doc) })
}

// spansAreLabels reports whether nothing but the labels was read: then it is not
// known what else is wrong.
func (l *labelled) spansAreLabels() bool {
	for _, r := range l.read {
		for _, s := range r.Spans {
			if !slices.ContainsFunc(l.gold, func(g goldStatement) bool { return g.Doc == r.Doc && g.Start == s[0] && g.End == s[1] }) {
				return false
			}
		}
	}
	return true
}

// enoughLabels is from how many labels on a story counts in the mean.
const enoughLabels = 50

// measureStory builds the timelines of the labelled stories and holds each
// against the statements labelled in it, the shipped one against the reference
// timeline as well. The measures are those of the public tools statements.py and
// storyscore.py.
func measureStory(corpora string) ([]row, error) {
	all, err := labelledStories(corpora)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	measured := make([]*figures, len(all))
	events := make([][]export.Event, len(all))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, l := range all {
		g.Go(func() (err error) {
			if events[i], err = storyEvents(l.story, l.docs); err == nil {
				measured[i], err = l.measure(events[i])
			}
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	var out []row
	for i, l := range all {
		out = append(out, measured[i].rows(l.name, fmt.Sprintf("%d labels", len(l.gold)))...)
		if l.name != "story" || storyPart != "" {
			continue
		}
		reference, err := measureReference(l.dir, l.docs, events[i])
		if err != nil {
			return nil, err
		}
		top, err := measureTop(l.docs, events[i])
		if err != nil {
			return nil, err
		}
		out = append(append(out, reference...), top)
	}
	return append(out, meanOf(measured, all)...), nil
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
// grouped, in the order of the score, as the command prints it.
func storyEvents(st news.Story, docs []storyDoc) ([]export.Event, error) {
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
	slices.SortStableFunc(events, func(a, b news.Event) int { return news.ByScore.Compare(&a, &b) })
	out := make([]export.Event, 0, len(events))
	for _, e := range events {
		out = append(out, export.NewEvent(e))
	}
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

// near reports whether an event's days meet a span, with a day of tolerance for
// time zones, and are no more than limit days apart.
func near(e export.Event, first, last time.Time, limit int) bool {
	from, to, ok := eventSpan(e)
	day := 24 * time.Hour
	return ok && !from.After(last.Add(day)) && !to.Before(first.Add(-day)) && int(to.Sub(from)/day) <= limit
}
