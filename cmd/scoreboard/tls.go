package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline"
	"github.com/seed-7461731f/dateline/timeline/rank"
	"github.com/seed-7461731f/dateline/timeline/score"
)

// A tlsSet is a corpus of timeline summarization and what the best published
// kind of method reaches on the same part of it.
type tlsSet struct {
	name     string
	margin   int // days around the reference in which articles count
	dates    float64
	ar1, ar2 float64 // 0: the references have no sentences
	by       string
	byAR     string
}

var tlsSets = []tlsSet{
	{"t17", 0, .662, .145, .051, "documents counted, regular expressions", "DATEWISE, rebuilt"},
	{"ml-crisis", 0, .321, .099, .025, "DATEWISE regression, rebuilt", "DATEWISE, rebuilt"},
	{"entities", 7, .262, 0, 0, "DATEWISE regression, rebuilt", ""},
	{"crisis-en-mentions", 0, .370, 0, 0, "size of the pool", ""},
}

// A tlsTask is one reference timeline: to be matched in days and length.
type tlsTask struct {
	topic     string
	articles  *rank.Collection
	reference []score.Entry
	ready     *score.Reference
	options   rank.Options
}

// A tlsScore is what one task came to.
type tlsScore struct{ dates, ar1, ar2 score.PR }

// measureTLS scores timeline/rank on each corpus below corpora/tls.
func measureTLS(corpora string) ([]row, error) {
	var rows []row
	for _, set := range tlsSets {
		tasks, err := set.tasks(filepath.Join(corpora, "tls", set.name))
		if err != nil {
			return rows, fmt.Errorf("%s: %w", set.name, err)
		}
		if len(tasks) > 0 {
			rows = append(rows, set.rows(tasks)...)
		}
	}
	return rows, nil
}

func (set *tlsSet) rows(tasks []tlsTask) []row {
	var dates, ar1, ar2 []score.PR
	for i := range tasks {
		s := tasks[i].score()
		dates, ar1, ar2 = append(dates, s.dates), append(ar1, s.ar1), append(ar2, s.ar2)
	}
	f := func(measure string, all []score.PR, peer float64, by string) row {
		return row{Board: "tls", Corpus: set.name, Measure: measure, Value: score.Mean(all).F1(), Unit: "F1", Peer: peer, PeerBy: by,
			Note: fmt.Sprintf("%d references", len(tasks))}
	}
	rows := []row{f("dates", dates, set.dates, set.by)}
	if set.ar1 > 0 {
		rows = append(rows, f("AR-1", ar1, set.ar1, set.byAR), f("AR-2", ar2, set.ar2, set.byAR))
	}
	return rows
}

func (t *tlsTask) score() (s tlsScore) {
	var got []score.Entry
	for _, e := range t.articles.Timeline(t.options) {
		x := score.Entry{Day: e.Day}
		for _, q := range e.Quotes {
			x.Sentences = append(x.Sentences, q.Text)
		}
		got = append(got, x)
	}
	s.dates = score.Dates(got, t.reference)
	s.ar1, s.ar2 = t.ready.Aligned(got)
	return s
}

// tasks reads the topics of a set, in order of name.
func (set *tlsSet) tasks(dir string) ([]tlsTask, error) {
	folders, err := filepath.Glob(filepath.Join(dir, "*", "timelines.jsonl"))
	if err != nil {
		return nil, err
	}
	var out []tlsTask
	for _, f := range folders {
		c, err := readTopic(filepath.Dir(f))
		if err != nil {
			return nil, err
		}
		err = eachLine(f, func(line []byte) error {
			t, err := set.task(line)
			t.topic, t.articles = filepath.Base(filepath.Dir(f)), c
			out = append(out, t)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// task reads a reference timeline. The system may give as many days as it has,
// and as many sentences a day as its mean.
func (set *tlsSet) task(line []byte) (t tlsTask, err error) {
	var in struct {
		Timeline []struct {
			Date      string
			Sentences []string
		}
	}
	if err := json.Unmarshal(line, &in); err != nil {
		return t, err
	}
	sentences := 0
	for _, e := range in.Timeline {
		day, err := time.Parse(time.DateOnly, e.Date)
		if err != nil {
			return t, err
		}
		t.reference = append(t.reference, score.Entry{Day: day, Sentences: e.Sentences})
		sentences += len(e.Sentences)
	}
	if len(t.reference) == 0 {
		return t, fmt.Errorf("a reference without days")
	}
	t.ready = score.NewReference(t.reference)
	first, last := t.reference[0].Day, t.reference[len(t.reference)-1].Day
	t.options = rank.Options{
		Days:      news.Interval{From: first, To: last.AddDate(0, 0, 1)},
		Published: news.Interval{From: first.AddDate(0, 0, -set.margin), To: last.AddDate(0, 0, set.margin+1)},
		Dates:     len(t.reference),
		Sentences: max(1, int(math.RoundToEven(float64(sentences)/float64(len(t.reference))))),
	}
	return t, nil
}

// readTopic reads the articles of a topic, or its pools of sentences that name
// a day.
func readTopic(dir string) (*rank.Collection, error) {
	c := rank.NewCollection()
	pools := filepath.Join(dir, "mentions.jsonl.gz")
	if _, err := os.Stat(pools); err == nil {
		return c, eachLine(pools, func(line []byte) error { return addPool(c, line) })
	}
	return c, eachLine(filepath.Join(dir, "articles.jsonl.gz"), func(line []byte) error { return addArticle(c, line) })
}

func addArticle(c *rank.Collection, line []byte) error {
	var in struct{ ID, PubDate, Title, Text, Lang string }
	if err := json.Unmarshal(line, &in); err != nil {
		return err
	}
	t, err := time.Parse(time.DateOnly, in.PubDate)
	if err != nil {
		return err
	}
	a := news.Article{URL: in.ID, Title: in.Title, Text: in.Text, Language: in.Lang, Published: news.DCT{Time: t, Grain: news.GrainDay, Method: "given"}}
	sentences, times := timeline.Annotate(a)
	c.Add(a, sentences, times)
	return nil
}

// addPool takes in the sentences that name a day, each as an article of its
// own: which of them stood together is not known.
func addPool(c *rank.Collection, line []byte) error {
	var in struct {
		Date      string
		Sentences []string
	}
	if err := json.Unmarshal(line, &in); err != nil {
		return err
	}
	day, err := time.Parse(time.DateOnly, in.Date)
	if err != nil {
		return err
	}
	when := news.Interval{From: day, To: day.AddDate(0, 0, 1), Grain: news.GrainDay, EDTF: in.Date}
	for _, s := range in.Sentences {
		a := news.Article{Text: s, Language: "en"}
		span := news.Span{Start: 0, End: len(s)}
		c.Add(a, []news.Sentence{{Index: 1, Paragraph: 1, Span: span}},
			[]news.TimeExpression{{Sentence: 1, Span: span, Type: news.Date, Value: in.Date, When: when}})
	}
	return nil
}

// eachLine calls f with every line of a file, which may be gzipped.
func eachLine(path string, f func([]byte) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	in := bufio.NewScanner(file)
	if filepath.Ext(path) == ".gz" {
		z, err := gzip.NewReader(file)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		in = bufio.NewScanner(z)
	}
	in.Buffer(nil, 64<<20)
	for n := 1; in.Scan(); n++ {
		if len(in.Bytes()) == 0 {
			continue
		}
		if err := f(in.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return in.Err()
}
