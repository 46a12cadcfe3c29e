package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline"
	"github.com/seed-7461731f/dateline/timeline/rank"
	"github.com/seed-7461731f/dateline/timeline/score"
)

// A tlsSet is a corpus of timeline summarization and what the best methods
// without a language model reach on the same part of it.
type tlsSet struct {
	name     string
	margin   int // days around the reference in which articles count
	dates    float64
	datesBy  string
	ar1, ar2 float64 // 0: the references have no sentences, or nobody measured it
}

const (
	byDocuments  = "documents that name the day"
	byRegression = "DATEWISE regression"
	byDatewise   = "DATEWISE"
)

var tlsSets = []tlsSet{
	{"t17", 0, .662, byDocuments, .145, .051},
	{"ml-crisis", 0, .321, byRegression, .099, .025},
	{"entities", 7, .262, byRegression, 0, 0},
	{"crisis-en-mentions", 0, .370, "sentences that name the day", 0, 0},
}

// tlsLengths are timeline lengths that a user may ask for, who has no reference
// to count.
var tlsLengths = []int{10, 20, 40}

// A tlsTask is one reference timeline: to be matched in days and length.
type tlsTask struct {
	articles  *rank.Collection
	reference []score.Entry
	ready     *score.Reference
	options   rank.Options
}

// A tlsScore is what one task came to.
type tlsScore struct {
	dates, ar1, ar2 score.PR
	counted         score.PR   // of the days that most documents name
	chance          score.PR   // of random days among the candidates, expected
	fixed           []score.PR // dates, at each of tlsLengths
	chosen          score.PR   // dates, when the length is not given
}

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
	scores := make([]tlsScore, len(tasks))
	for i := range tasks {
		scores[i] = tasks[i].score()
	}
	all := func(of func(tlsScore) score.PR) []score.PR {
		out := make([]score.PR, len(scores))
		for i, s := range scores {
			out[i] = of(s)
		}
		return out
	}
	add := func(measure string, of func(tlsScore) score.PR) row {
		return row{Board: "tls", Corpus: set.name, Measure: measure, Value: score.Mean(all(of)).F1(), Unit: "F1"}
	}
	dates := add("dates", func(s tlsScore) score.PR { return s.dates })
	dates.Peer, dates.PeerBy = set.dates, set.datesBy
	d := score.Compare(all(func(s tlsScore) score.PR { return s.dates }), all(func(s tlsScore) score.PR { return s.counted }))
	dates.Note = fmt.Sprintf("%d references; over counted documents %+.3f, 95 %% within %+.3f and %+.3f", len(tasks), d.Mean, d.Low, d.High)
	rows := []row{dates,
		add("dates, documents counted", func(s tlsScore) score.PR { return s.counted }),
		add("dates, chance", func(s tlsScore) score.PR { return s.chance })}
	for i, n := range tlsLengths {
		rows = append(rows, add(fmt.Sprintf("dates, %d given", n), func(s tlsScore) score.PR { return s.fixed[i] }))
	}
	rows = append(rows, add("dates, length chosen", func(s tlsScore) score.PR { return s.chosen }))
	if len(tasks[0].reference[0].Sentences) == 0 {
		return rows
	}
	ar1, ar2 := add("AR-1", func(s tlsScore) score.PR { return s.ar1 }), add("AR-2", func(s tlsScore) score.PR { return s.ar2 })
	if set.ar1 > 0 {
		ar1.Peer, ar1.PeerBy, ar2.Peer, ar2.PeerBy = set.ar1, byDatewise, set.ar2, byDatewise
	}
	return append(rows, ar1, ar2)
}

func (t *tlsTask) score() (s tlsScore) {
	got := t.timeline(t.options)
	s.dates = score.Dates(got, t.reference)
	s.ar1, s.ar2 = t.ready.Aligned(got)
	days := t.articles.Days(t.options)
	for _, n := range tlsLengths {
		s.fixed = append(s.fixed, t.first(days, n))
	}
	s.chosen = t.first(days, rank.Level(days))
	s.chance = t.chance(days)
	slices.SortStableFunc(days, func(a, b rank.Day) int {
		return cmp.Or(cmp.Compare(b.Documents, a.Documents), cmp.Compare(b.Published, a.Published), a.Day.Compare(b.Day))
	})
	s.counted = t.first(days, len(t.reference))
	return s
}

func (t *tlsTask) timeline(o rank.Options) (got []score.Entry) {
	for _, e := range t.articles.Timeline(o) {
		x := score.Entry{Day: e.Day}
		for _, q := range e.Quotes {
			x.Sentences = append(x.Sentences, q.Text)
		}
		got = append(got, x)
	}
	return got
}

// first scores the first n days.
func (t *tlsTask) first(days []rank.Day, n int) score.PR {
	var got []score.Entry
	for _, d := range days[:min(n, len(days))] {
		got = append(got, score.Entry{Day: d.Day})
	}
	return score.Dates(got, t.reference)
}

// chance is what as many days drawn at random from all would come to.
func (t *tlsTask) chance(days []rank.Day) score.PR {
	all := t.first(days, len(days)) // its precision is that of a random day
	n := min(len(t.reference), len(days))
	return score.PR{P: all.P, R: all.P * float64(n) / float64(len(t.reference))}
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
			t.articles = c
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
