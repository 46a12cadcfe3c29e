package main

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/timeline/export"
)

// A goldStatement is a dated statement labelled by reading; Start and End are
// offsets of signs in the document's text.
type goldStatement struct {
	Doc           string
	Start, End    int
	Date          string
	Status, Topic string
	Actors        []string
	Event         string
	Explicit      bool
}

// A goldRead says which parts of a document were read for the labels.
type goldRead struct {
	Doc   string
	Spans [][2]int
}

// A placed piece of evidence of an event: where its quote stands in a document.
type placed struct {
	event      int
	doc        string
	start, end int
	good       bool
}

func measureStatements(dir string, docs []storyDoc, events []export.Event) ([]row, error) {
	gold, err := readLines[goldStatement](filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		return nil, err
	}
	read, err := readLines[goldRead](filepath.Join(dir, "gold-read.jsonl"))
	if err != nil {
		return nil, err
	}
	rows := placeEvidence(docs, read, events)
	hits := make([][]int, len(gold)) // rows that tell each statement
	for i, g := range gold {
		for j, r := range rows {
			fits, err := g.fits(events[r.event])
			if err != nil {
				return nil, err
			}
			if r.doc == g.Doc && r.start < g.End && r.end > g.Start && fits {
				hits[i] = append(hits[i], j)
				rows[j].good = true
			}
		}
	}
	return statementRows(gold, rows, hits, events), nil
}

// fits tells whether an event's time is that of the statement.
func (g goldStatement) fits(e export.Event) (bool, error) {
	first, last, err := goldSpan(g.Date, "")
	limit := 31
	switch {
	case first.Equal(last):
		limit = 2
	case len(g.Date) == len("2006"):
		limit = 366
	}
	return err == nil && near(e, first, last, limit), err
}

// placeEvidence finds the quotes in the parts of documents that were read.
func placeEvidence(docs []storyDoc, read []goldRead, events []export.Event) []placed {
	text, byURL, spans := map[string]string{}, map[string]string{}, map[string][][2]int{}
	for _, d := range docs {
		text[d.ID] = d.Text
		if d.URL != "" {
			byURL[d.URL] = d.ID
		}
	}
	for _, r := range read {
		spans[r.Doc] = r.Spans
	}
	var out []placed
	for i, e := range events {
		for _, v := range e.Evidence {
			doc := v.Article
			if _, ok := text[doc]; !ok {
				doc = byURL[v.URL]
			}
			start, end, ok := findQuote(text[doc], v.Quote)
			if !ok || !slices.ContainsFunc(spans[doc], func(s [2]int) bool { return s[0] < end && s[1] > start }) {
				continue
			}
			out = append(out, placed{event: i, doc: doc, start: start, end: end})
		}
	}
	return out
}

// findQuote returns where a quote stands in a text, in signs, white space folded.
func findQuote(text, quote string) (start, end int, ok bool) {
	words := strings.Fields(strings.ReplaceAll(quote, "…", " "))
	if len(words) == 0 {
		return 0, 0, false
	}
	for i, w := range words {
		words[i] = regexp.QuoteMeta(w)
	}
	m := regexp.MustCompile(strings.Join(words, `[\s\p{Z}]*`)).FindStringIndex(text)
	if m == nil {
		return 0, 0, false
	}
	return len([]rune(text[:m[0]])), len([]rune(text[:m[1]])), true
}

func statementRows(gold []goldStatement, rows []placed, hits [][]int, events []export.Event) []row {
	var found, explicit, explicitFound, good float64
	var status, topic, actor float64
	for i, g := range gold {
		if g.Explicit {
			explicit++
		}
		if len(hits[i]) == 0 {
			continue
		}
		found++
		if g.Explicit {
			explicitFound++
		}
		agree := func(f func(export.Event) bool) float64 {
			if slices.ContainsFunc(hits[i], func(j int) bool { return f(events[rows[j].event]) }) {
				return 1
			}
			return 0
		}
		status += agree(func(e export.Event) bool { return string(e.Status) == g.Status })
		topic += agree(func(e export.Event) bool { return e.Topic == g.Topic })
		actor += agree(func(e export.Event) bool {
			return len(g.Actors) == 0 || slices.ContainsFunc(g.Actors, func(a string) bool { return slices.Contains(e.Actors, a) })
		})
	}
	for _, r := range rows {
		if r.good {
			good++
		}
	}
	share := func(a, b float64) float64 { return a / max(b, 1) }
	out := func(measure string, value float64) row {
		return row{Board: "story", Corpus: "labelled statements", Measure: measure, Value: value, Unit: "share"}
	}
	return []row{
		out("recall, time words of their own", share(explicitFound, explicit)),
		out("recall, all", share(found, float64(len(gold)))),
		out("precision of evidence", share(good, float64(len(rows)))),
		out("status", share(status, found)),
		out("topic", share(topic, found)),
		out("actor", share(actor, found)),
		{Board: "story", Corpus: "labelled statements", Measure: "merging, B-cubed", Value: bCubed(gold, rows, hits), Unit: "F1"},
	}
}

// bCubed is the B-cubed F1 of the merging (Bagga and Baldwin, 1998) over the
// statements found.
func bCubed(gold []goldStatement, rows []placed, hits [][]int) float64 {
	ours := map[int]int{} // statement -> event
	for i := range gold {
		if len(hits[i]) > 0 {
			ours[i] = rows[hits[i][0]].event
		}
	}
	var p, r float64
	for i, e := range ours {
		var sameOurs, sameGold, both float64
		for j, f := range ours {
			if f == e {
				sameOurs++
			}
			if gold[j].Event == gold[i].Event {
				sameGold++
				if f == e {
					both++
				}
			}
		}
		p += both / sameOurs
		r += both / sameGold
	}
	if p+r == 0 {
		return 0
	}
	n := float64(len(ours))
	p, r = p/n, r/n
	return 2 * p * r / (p + r)
}
