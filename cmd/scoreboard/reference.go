package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-7461731f/dateline/timeline/export"
)

// A referenceEvent is a line of the reference timeline.
type referenceEvent struct {
	ID, Date, Status, Topic string
	DateEnd                 string `json:"date_end"`
	Actors                  []string
}

// measureReference tells which reference events the timeline recalls: of those
// whose day a document states, and of those with a document in their window.
func measureReference(dir string, docs []storyDoc, events []export.Event) ([]row, error) {
	reference, err := readLines[referenceEvent](filepath.Join(dir, "..", "..", "reference", "tiktok-sale.jsonl"))
	if err != nil {
		return nil, err
	}
	window, stated, err := readCoverage(filepath.Join(dir, "coverage.tsv"))
	if err != nil {
		return nil, err
	}
	var out []row
	for _, set := range []struct {
		name string
		in   map[string]int
	}{{"day stated by a document", stated}, {"document in the window", window}} {
		var all, found float64
		for _, r := range reference {
			if set.in[r.ID] == 0 {
				continue
			}
			all++
			ok, err := r.recalled(events)
			if err != nil {
				return nil, err
			}
			if ok {
				found++
			}
		}
		out = append(out, row{Board: "story", Corpus: "reference timeline", Measure: "recalled, " + set.name, Value: found / max(all, 1), Unit: "share", Note: fmt.Sprintf("%.0f of %.0f", found, all)})
	}
	return append(out, row{Board: "story", Corpus: "reference timeline", Measure: "of the 60 top events, off the story", Value: foreign(docs, events), Unit: "events"}), nil
}

// readCoverage reads how many documents lie in each event's window, and how
// many state its day.
func readCoverage(name string) (window, stated map[string]int, err error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, nil, err
	}
	window, stated = map[string]int{}, map[string]int{}
	for line := range strings.Lines(string(data)) {
		cols := strings.Split(strings.TrimSpace(line), "\t")
		if len(cols) < 4 || cols[0] == "event" {
			continue
		}
		if window[cols[0]], err = strconv.Atoi(cols[2]); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
		if stated[cols[0]], err = strconv.Atoi(cols[3]); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return window, stated, nil
}

func (r referenceEvent) recalled(events []export.Event) (bool, error) {
	first, last, err := goldSpan(r.Date, r.DateEnd)
	if err != nil {
		return false, fmt.Errorf("reference event %s: %w", r.ID, err)
	}
	limit := 2
	if len(r.Date) < len("2006-01-02") {
		limit = 31
	}
	return slices.ContainsFunc(events, func(e export.Event) bool {
		return near(e, first, last, limit) &&
			(len(r.Actors) == 0 || slices.ContainsFunc(r.Actors, func(a string) bool { return slices.Contains(e.Actors, a) }))
	}), nil
}

// foreign counts the events among the 60 best that rest on documents of other
// stories alone.
func foreign(docs []storyDoc, events []export.Event) (n float64) {
	kind := map[string]string{}
	for _, d := range docs {
		kind[d.ID] = d.Story
		if d.URL != "" {
			kind[d.URL] = d.Story
		}
	}
	best := slices.Clone(events)
	slices.SortStableFunc(best, func(a, b export.Event) int { return cmp.Compare(b.Score, a.Score) })
	for _, e := range best[:min(60, len(best))] {
		off := false
		for _, v := range e.Evidence {
			k, ok := kind[v.Article]
			if !ok {
				k = kind[v.URL]
			}
			if k != "off" && k != "" {
				off = false
				break
			}
			off = off || k == "off"
		}
		if off {
			n++
		}
	}
	return n
}
