package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/timeline/export"
)

// The labels of top events, by reading them beside their documents: "right",
// "wrong day", "wrong status", "merged wrongly", "no event" or "not of the
// story". An event is known again by its date, its status and one of the
// sentences that tell it, as document and number.
//
//go:embed testdata/story-top60.jsonl
var topLabels []byte

type topLabel struct {
	Date, Status, Label string
	Told                []string
}

// topEvents is how many of the best events are read.
const topEvents = 60

// measureTop tells how many of the top events were labelled right.
func measureTop(docs []storyDoc, events []export.Event) (row, error) {
	labels, err := readLabels()
	if err != nil {
		return row{}, err
	}
	ids := map[string]string{}
	for _, d := range docs {
		ids[d.ID], ids[d.URL] = d.ID, d.ID
	}
	var right, read int
	kinds := map[string]int{}
	for _, e := range events[:min(topEvents, len(events))] {
		label := labelOf(labels, ids, e)
		if label == "" {
			continue
		}
		read++
		if label == "right" {
			right++
		} else {
			kinds[label]++
		}
	}
	var wrong []string
	for kind, n := range kinds {
		wrong = append(wrong, fmt.Sprintf("%d %s", n, kind))
	}
	slices.Sort(wrong)
	return row{Board: "story", Corpus: "labelled by reading", Measure: "right, of the 60 top events", Value: float64(right) / float64(max(read, 1)), Unit: "share",
		Note: fmt.Sprintf("%d of them read; %s", read, strings.Join(wrong, ", "))}, nil
}

func readLabels() (out []topLabel, err error) {
	for d := json.NewDecoder(bytes.NewReader(topLabels)); ; {
		var l topLabel
		if err := d.Decode(&l); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, fmt.Errorf("story-top60.jsonl: %w", err)
		}
		out = append(out, l)
	}
}

// labelOf is the label that an event was given, "" when it was not read.
func labelOf(labels []topLabel, ids map[string]string, e export.Event) string {
	for _, l := range labels {
		if l.Date != e.Date || l.Status != string(e.Status) {
			continue
		}
		for _, v := range e.Evidence {
			doc, ok := ids[v.Article]
			if !ok {
				doc = ids[v.URL]
			}
			if slices.Contains(l.Told, fmt.Sprintf("%s %d", doc, v.Sentence)) {
				return l.Label
			}
		}
	}
	return ""
}
