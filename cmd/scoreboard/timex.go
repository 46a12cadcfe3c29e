package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/sentence"
	"github.com/seed-7461731f/dateline/timeline/timex"
)

// A timexGold is one expression of a corpus or a prediction for one.
type timexGold struct {
	Start  int      `json:"start"`
	End    int      `json:"end"`
	Type   string   `json:"type"`
	Value  string   `json:"value"`
	Accept []string `json:"accept"`
	when   news.Interval
	sure   float64
}

// A timexDoc is one line of a corpus.
type timexDoc struct {
	ID      string      `json:"id"`
	Lang    string      `json:"lang"`
	DCT     string      `json:"dct"`
	Text    string      `json:"text"`
	Timexes []timexGold `json:"timexes"`
}

// A timexCorpus names the peer's value F1 on the whole of a corpus, and whether
// days are counted: where the texts are news.
type timexCorpus struct {
	name   string
	peer   float64
	peerBy string
	days   bool
	mode   timex.Mode
}

const heidelTime = "HeidelTime 2.2.1, whole corpus"

var timexCorpora = []timexCorpus{
	{"tempeval3-platinum", 78.1, heidelTime, true, timex.News},
	{"timebank", 79.5, heidelTime, true, timex.News},
	{"aquaint", 72.9, heidelTime, true, timex.News},
	{"wikiwars", 83.1, heidelTime, false, timex.Narrative},
	{"tweets", 58.7, heidelTime, false, timex.News},
	{"krauts-diezeit", 62.8, heidelTime, true, timex.News},
	{"krauts-dolomiten-42", 80.0, heidelTime, true, timex.News},
	{"krauts-dolomiten-100", 66.8, heidelTime, true, timex.News},
	{"wikiwarsde-sample", 59.5, heidelTime, false, timex.Narrative},
	{"recognizers-en", 22.7, heidelTime, false, timex.News},
	{"recognizers-de", 25.3, heidelTime, false, timex.News},
	{"recognizers-zh", 39.8, heidelTime, false, timex.News},
	{"jionlp-zh", 9.0, "go-dateparser, whole corpus", false, timex.News},
	{"probes", 76.1, heidelTime, true, timex.News},
}

// timexBoard scores timeline/timex on each corpus below corpora/timex, and on
// the texts that were written and tagged for this project.
func timexBoard(corpora string) ([]row, error) {
	var rows []row
	speed := &timexSpeed{}
	var all timexCounts // of the corpora of news
	for _, c := range timexCorpora {
		rs, err := c.measure(filepath.Join(corpora, "timex", c.name, "dev.jsonl"), speed, &all)
		if err != nil {
			return rows, err
		}
		rows = append(rows, rs...)
	}
	for _, lang := range []string{"zh", "de", "en"} {
		c := timexCorpus{name: "own-" + lang, days: true, mode: timex.News}
		rs, err := c.measure(filepath.Join("timeline", "timex", "testdata", c.name+".jsonl"), speed, &timexCounts{})
		if err != nil {
			return rows, err
		}
		rows = append(rows, rs...)
	}
	for _, name := range []string{"recognizers-zh", "jionlp-zh"} {
		rs, err := measureIntervals(name, filepath.Join(corpora, "timex", name, "intervals.jsonl"))
		if err != nil {
			return rows, err
		}
		rows = append(rows, rs...)
	}
	rows = append(rows, all.certaintyRows()...)
	return append(rows, speed.rows()...), nil
}

// certaintyRows are how often days were right of which the tagger was sure, and of
// which it was not.
func (n *timexCounts) certaintyRows() (rows []row) {
	for _, x := range []struct {
		name       string
		right, all int
	}{{"days called sure", n.sureRight, n.sure}, {"other days", n.unsureRight, n.unsure}} {
		if x.all > 0 {
			rows = append(rows, row{Board: "timex", Corpus: "all", Measure: x.name, Value: 100 * float64(x.right) / float64(x.all), Unit: "%",
				Note: fmt.Sprintf("%d of %d found are right", x.right, x.all)})
		}
	}
	return rows
}

// measure scores one corpus file and adds its days to all, where days are counted;
// one that is not there gives no row.
func (c timexCorpus) measure(path string, speed *timexSpeed, all *timexCounts) ([]row, error) {
	docs, err := readTimexDocs(path)
	if err != nil || docs == nil {
		return nil, err
	}
	var n timexCounts
	for _, d := range docs {
		pred, err := d.tag(c.mode, speed)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		n.add(d.Timexes, pred)
		if c.days {
			all.add(d.Timexes, pred)
		}
	}
	f := func(measure string, v float64) row {
		return row{Board: "timex", Corpus: c.name, Measure: measure, Value: v, Unit: "F1 %"}
	}
	value := f("value", f1(n.value, n.pred, n.gold))
	value.Peer, value.PeerBy = c.peer, c.peerBy
	value.Note = fmt.Sprintf("%d documents, %d expressions", len(docs), n.gold)
	rows := []row{value, f("extraction strict", f1(n.strict, n.pred, n.gold)), f("extraction relaxed", f1(n.relaxed, n.pred, n.gold))}
	if c.days && n.days > 0 {
		r := f("day accuracy", 100*float64(n.daysRight)/float64(n.days))
		r.Unit, r.Note = "%", fmt.Sprintf("%d of %d days named by DATE and TIME", n.daysRight, n.days)
		rows = append(rows, r)
	}
	return rows, nil
}

func readTimexDocs(path string) ([]timexDoc, error) {
	f, err := os.Open(path)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []timexDoc
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 1<<20), 64<<20)
	for n := 1; sc.Scan(); n++ {
		var d timexDoc
		if len(sc.Bytes()) == 0 {
			continue
		}
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			return nil, &fs.PathError{Op: fmt.Sprintf("line %d", n), Path: path, Err: err}
		}
		docs = append(docs, d)
	}
	return docs, sc.Err()
}

// tag predicts the expressions of a document.
func (d *timexDoc) tag(mode timex.Mode, speed *timexSpeed) ([]timexGold, error) {
	opt := timex.Options{Lang: d.Lang, Mode: mode}
	if d.DCT != "" {
		t, err := parseTimexDCT(d.DCT)
		if err != nil {
			return nil, fmt.Errorf("document %s: %w", d.ID, err)
		}
		opt.DCT = t
	}
	found := timex.Tag("", d.Text, sentence.Split(d.Text, d.Lang), opt)
	speed.add(d, opt)
	pred := make([]timexGold, len(found))
	for i, e := range found {
		pred[i] = timexGold{Start: e.Start, End: e.End, Type: e.Type, Value: e.Value, when: e.When, sure: e.Sure}
	}
	return pred, nil
}

func parseTimexDCT(s string) (news.DCT, error) {
	if t, err := timexInstant(s); err == nil && len(s) > len(time.DateOnly) {
		return news.DCT{Time: t, Grain: news.GrainSecond, Method: "given"}, nil
	}
	t, err := time.Parse(time.DateOnly, s)
	return news.DCT{Time: t, Grain: news.GrainDay, Method: "given"}, err
}

// A timexSpeed keeps the documents that were scored, to time the tagger on.
type timexSpeed struct {
	docs  []timexDoc
	opts  []timex.Options
	bytes int
}

func (s *timexSpeed) add(d *timexDoc, opt timex.Options) {
	s.docs = append(s.docs, *d)
	s.opts = append(s.opts, opt)
	s.bytes += len(d.Text)
}

// documentSize is the size of a news text that speeds are given for.
const documentSize = 2048

// speedRounds is how often all documents are tagged; the fastest round counts,
// since others may share the machine.
const speedRounds = 7

func (s *timexSpeed) rows() []row {
	if len(s.docs) == 0 {
		return nil
	}
	best := time.Duration(1<<63 - 1)
	for range speedRounds {
		begin := time.Now()
		for i := range s.docs {
			d := &s.docs[i]
			timex.Tag("", d.Text, sentence.Split(d.Text, d.Lang), s.opts[i])
		}
		best = min(best, time.Since(begin))
	}
	rate := float64(s.bytes) / documentSize / best.Seconds()
	return []row{{Board: "timex", Corpus: "all", Measure: "speed", Value: rate, Unit: "2 KB docs/core-s", Peer: 10.8, PeerBy: "HeidelTime, warm JVM, timebank",
		Note: fmt.Sprintf("%d documents, %.1f MB, one goroutine, best of %d rounds", len(s.docs), float64(s.bytes)/1e6, speedRounds)}}
}

// measureIntervals scores the days an expression is resolved to, where the gold
// is an interval. What the tagger found inside the gold's span counts together,
// since it tells the ends of a range apart.
func measureIntervals(name, path string) ([]row, error) {
	docs, err := readTimexDocs(path)
	if err != nil || docs == nil {
		return nil, err
	}
	right, all := 0, 0
	for _, d := range docs {
		pred, err := d.tag(timex.News, &timexSpeed{})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		for _, g := range d.Timexes {
			want := g.intervals(strings.HasPrefix(name, "recognizers"))
			if len(want) == 0 {
				continue
			}
			all++
			if got, begins := union(g, pred); want[got] || want[begins] {
				right++
			}
		}
	}
	return []row{{Board: "timex", Corpus: name, Measure: "interval", Value: 100 * float64(right) / float64(max(all, 1)), Unit: "%",
		Note: fmt.Sprintf("%d of %d intervals have the right first and last day", right, all)}}, nil
}

// intervals are the first and last days that the gold accepts, as "a/b". Gold
// without a day (a clock time alone) has none.
func (g *timexGold) intervals(exclusive bool) map[string]bool {
	out := map[string]bool{}
	for _, v := range append([]string{strings.Trim(g.Value, "()")}, g.Accept...) {
		a, b, ok := strings.Cut(strings.ReplaceAll(v, ",", "/"), "/")
		if !ok {
			b = a
		}
		b, _, _ = strings.Cut(b, "/")
		from, err1 := timexInstant(a)
		to, err2 := timexInstant(b)
		if err1 != nil || err2 != nil {
			continue
		}
		last := to
		if exclusive && ok && to.After(from) && to.Equal(to.Truncate(24*time.Hour)) {
			last = to.AddDate(0, 0, -1)
			out[from.Format(time.DateOnly)+"/"+to.Format(time.DateOnly)] = true // "from the 10th to the 12th": the end is named
		}
		out[from.Format(time.DateOnly)+"/"+last.Format(time.DateOnly)] = true
	}
	return out
}

func timexInstant(s string) (time.Time, error) {
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02T15"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Parse(time.DateOnly, s)
}

// union is the first and last day of all that was resolved inside a span; and
// its first day with that on which the last expression begins, since a gold range
// "from 2016 to 2018" may end where 2018 does or where it begins.
func union(g timexGold, pred []timexGold) (all, begins string) {
	var from, to, last time.Time
	for _, p := range pred {
		if p.End <= g.Start || p.Start >= g.End || !p.when.Known() {
			continue
		}
		if from.IsZero() || p.when.From.Before(from) {
			from = p.when.From
		}
		if p.when.To.After(to) {
			to, last = p.when.To, p.when.From
		}
	}
	if from.IsZero() {
		return "", ""
	}
	all = from.Format(time.DateOnly) + "/" + to.AddDate(0, 0, -1).Format(time.DateOnly)
	return all, from.Format(time.DateOnly) + "/" + last.Format(time.DateOnly)
}
