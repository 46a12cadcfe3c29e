package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline"
	"github.com/seed-7461731f/dateline/timeline/statement"
	"github.com/seed-7461731f/dateline/timeline/story"
)

// A fitStory is a labelled story that the gate of statements is fitted on. Those
// of one kin tell of the same happenings: one is never judged by the other.
type fitStory struct {
	name, kin        string
	docs, gold, file string // below the corpora; file is a story that ships when it has no folder
}

var fitStories = []fitStory{
	{"tiktok", "tiktok", "story/dev.jsonl", "story/gold.jsonl", "tiktok-sale"},
	{"tiktok2", "tiktok", "stories/tiktok2/docs.jsonl", "stories/tiktok2/gold.jsonl", "tiktok-sale"},
	{"chip-controls", "chip-controls", "stories/chip-controls/docs.jsonl", "stories/chip-controls/gold.jsonl", "stories/chip-controls/story.yaml"},
	{"ampel", "ampel", "stories/ampel/docs.jsonl", "stories/ampel/gold.jsonl", "stories/ampel/story.yaml"},
	{"ftx", "ftx", "stories/ftx/docs.jsonl", "stories/ftx/gold.jsonl", "stories/ftx/story.yaml"},
	{"libye", "libye", "stories/libye/docs.jsonl", "stories/libye/gold.jsonl", "stories/libye/story.yaml"},
}

// A sample is a candidate of a labelled story.
type sample struct {
	story    *fitStory
	bare     bool // read by a file of terms and actors alone
	features []float64
	barred   bool
	right    bool
	labels   []int // numbers of the statements that it finds
}

// fit fits the weights of the gate of statements on every labelled story below
// corpora but those of the kin leftOut, prints what they give on each story by
// weights that were fitted without it, and writes them to out.
func fit(corpora, leftOut, out string, stdout io.Writer) error {
	samples, labels, err := fitSamples(corpora)
	if err != nil {
		return err
	}
	if len(samples) == 0 {
		return fmt.Errorf("no labelled story below %s: the corpora are not part of the repository", corpora)
	}
	fmt.Fprintln(stdout, "story left out\trecall (time words)\trecall\tprecision\tof candidates")
	for i := range fitStories {
		s := &fitStories[i]
		w := regress(samples, func(x sample) bool { return x.story.kin != s.kin })
		for _, bare := range []bool{false, true} {
			fmt.Fprintln(stdout, judge(s, samples, labels[s.name], w, bare))
		}
	}
	if out == "" {
		return nil
	}
	w := regress(samples, func(x sample) bool { return leftOut == "" || x.story.kin != leftOut })
	return os.WriteFile(out, []byte(weightsText(w, leftOut)), 0o644)
}

// fitSamples reads the candidates of every labelled story, once by its file and
// once by its terms and actors alone, with the labels of each story.
func fitSamples(corpora string) (samples []sample, labels map[string][]goldStatement, err error) {
	labels = map[string][]goldStatement{}
	for i := range fitStories {
		s := &fitStories[i]
		docs, err := readLines[storyDoc](filepath.Join(corpora, s.docs))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		gold, err := readLines[goldStatement](filepath.Join(corpora, s.gold))
		if err != nil {
			return nil, nil, err
		}
		read, err := readLines[goldRead](filepath.Join(corpora, strings.TrimSuffix(s.gold, ".jsonl")+"-read.jsonl"))
		if err != nil {
			return nil, nil, err
		}
		labels[s.name] = gold
		name := s.file
		if strings.Contains(name, "/") {
			name = filepath.Join(corpora, name)
		}
		st, err := story.Load(name)
		if err != nil {
			return nil, nil, err
		}
		for _, bare := range []bool{false, true} {
			if bare {
				st.Topics = story.DefaultTopics()
			}
			samples = append(samples, candidates(s, st, bare, docs, gold, read)...)
		}
	}
	return samples, labels, nil
}

// candidates reads the candidates of a story that stand in what was labelled.
func candidates(s *fitStory, st news.Story, bare bool, docs []storyDoc, gold []goldStatement, read []goldRead) (out []sample) {
	spans := map[string][][2]int{}
	for _, r := range read {
		spans[r.Doc] = r.Spans
	}
	byDoc := map[string][]int{}
	for i, g := range gold {
		byDoc[g.Doc] = append(byDoc[g.Doc], i)
	}
	reader := timeline.NewReader(st)
	for i, d := range docs {
		a := d.article()
		a.ID = int64(i + 1)
		full, ok := reader.Article(a, 0)
		if !ok || spans[d.ID] == nil {
			continue
		}
		for _, k := range statement.Candidates(st, full) {
			at, ok := runeSpan(full, k.Sentence)
			if !ok || !meets(at, spans[d.ID]) {
				continue
			}
			x := sample{story: s, bare: bare, barred: k.Barred, features: k.Features}
			for _, g := range byDoc[d.ID] {
				if at[0] < gold[g].End && at[1] > gold[g].Start && gold[g].dated(k.When) {
					x.right, x.labels = true, append(x.labels, g)
				}
			}
			out = append(out, x)
		}
	}
	return out
}

// runeSpan is the span, in characters, of a sentence of the text; ok is false for
// the headline.
func runeSpan(a statement.Article, index int) (at [2]int, ok bool) {
	for _, s := range a.Sentences {
		if s.Index == index && index > 0 {
			from := utf8.RuneCountInString(a.Text[:s.Start])
			return [2]int{from, from + utf8.RuneCountInString(a.Text[s.Start:s.End])}, true
		}
	}
	return at, false
}

func meets(at [2]int, spans [][2]int) bool {
	for _, s := range spans {
		if s[0] < at[1] && s[1] > at[0] {
			return true
		}
	}
	return false
}

// The regression: so much a step, so many steps, and how strongly large weights
// are held down (the inverse of the usual C). Chosen by what it gives on stories
// left out.
const (
	fitSteps = 1500
	fitRate  = 0.5
	fitRidge = 30
)

// regress fits a logistic regression on the samples that take says, by gradient
// descent on standardised features; the last weight is the constant.
func regress(samples []sample, take func(sample) bool) []float64 {
	var rows []sample
	for _, x := range samples {
		if take(x) && !x.barred {
			rows = append(rows, x)
		}
	}
	n := len(rows[0].features)
	mean, scale := moments(rows, n)
	w := make([]float64, n+1)
	z, gradient := make([]float64, n), make([]float64, n+1)
	for range fitSteps {
		clear(gradient)
		for _, x := range rows {
			for i, v := range x.features {
				z[i] = (v - mean[i]) / scale[i]
			}
			miss := statement.Likelihood(z, w)
			if x.right {
				miss--
			}
			for i := range z {
				gradient[i] += miss * z[i]
			}
			gradient[n] += miss
		}
		for i := range w {
			pull := fitRidge * w[i]
			if i == n {
				pull = 0
			}
			w[i] -= fitRate * (gradient[i] + pull) / float64(len(rows))
		}
	}
	for i := range n {
		w[i] /= scale[i]
		w[n] -= w[i] * mean[i]
	}
	return w
}

// moments are the mean and the deviation of each feature, the latter 1 for one
// that is always the same.
func moments(rows []sample, n int) (mean, scale []float64) {
	mean, scale = make([]float64, n), make([]float64, n)
	for _, x := range rows {
		for i, v := range x.features {
			mean[i] += v / float64(len(rows))
		}
	}
	for _, x := range rows {
		for i, v := range x.features {
			scale[i] += (v - mean[i]) * (v - mean[i]) / float64(len(rows))
		}
	}
	for i, v := range scale {
		if scale[i] = math.Sqrt(v); v == 0 {
			scale[i] = 1
		}
	}
	return mean, scale
}

// judge prints what weights give on a story.
func judge(s *fitStory, samples []sample, gold []goldStatement, w []float64, bare bool) string {
	found := map[int]bool{}
	kept, right := 0, 0
	for _, x := range samples {
		if x.story != s || x.bare != bare || x.barred || statement.Likelihood(x.features, w) < statement.KeepFrom {
			continue
		}
		kept++
		if x.right {
			right++
		}
		for _, g := range x.labels {
			found[g] = true
		}
	}
	worded, foundWorded := 0, 0
	for i, g := range gold {
		if !g.Explicit {
			continue
		}
		worded++
		if found[i] {
			foundWorded++
		}
	}
	name := s.name
	if bare {
		name += ", terms and actors alone"
	}
	share := func(a, b int) float64 { return float64(a) / float64(max(1, b)) }
	return fmt.Sprintf("%s\t%.3f\t%.3f\t%.3f\t%d", name, share(foundWorded, worded), share(len(found), len(gold)), share(right, kept), kept)
}

// weightsText is the file of the weights.
func weightsText(w []float64, leftOut string) string {
	var b strings.Builder
	on := "all labelled stories"
	if leftOut != "" {
		on += " but " + leftOut
	}
	fmt.Fprintf(&b, "# Weights of the gate of statements: a logistic regression over the features of\n# feature.go, fitted on %s by \"scoreboard fit\".\n", on)
	for i, name := range statement.FeatureNames() {
		fmt.Fprintf(&b, "%s %.4f\n", name, w[i])
	}
	fmt.Fprintf(&b, "constant %.4f\n", w[len(w)-1])
	return b.String()
}
