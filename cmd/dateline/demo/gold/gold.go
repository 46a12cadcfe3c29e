// Package gold holds a timeline of the bundled web against what a careful reader
// takes from its pages: gold.jsonl and events.jsonl of the demo.
//
// In: events as they are exported. Out: how many of the reader's events are told,
// and with the right day, status and topic.
package gold

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// An Article is a line of gold.jsonl: a page of the bundled web.
type Article struct {
	URL       string `json:"url"`
	Language  string `json:"language"`
	Story     bool   `json:"story"`     // it belongs to the story
	Night     int    `json:"night"`     // from which on it is there
	Published string `json:"published"` // day, "" unknown
}

// An Event is a line of events.jsonl: what the pages tell.
type Event struct {
	Key          string   `json:"key"`
	Date         string   `json:"date"` // EDTF: a day, a month, or from/to
	Accept       []string `json:"accept"`
	Status       string   `json:"status"`
	AcceptStatus []string `json:"accept_status"`
	Topic        string   `json:"topic"`
	AcceptTopic  []string `json:"accept_topic"`
	Actors       []string `json:"actors"`
	Title        string   `json:"title"`
	URLs         []string `json:"urls"`
}

// Articles reads the pages of the gold in the folder of the demo.
func Articles(dir string) ([]Article, error) { return lines[Article](dir, "gold.jsonl") }

// Events reads the events that the first night's pages tell.
func Events(dir string) ([]Event, error) {
	all, err := lines[Event](dir, "events.jsonl")
	return slices.DeleteFunc(all, func(e Event) bool { return e.Date > "2020-12-07" && e.Status == "happened" }), err
}

func lines[T any](dir, name string) (all []T, err error) {
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for d := json.NewDecoder(f); ; {
		var v T
		err := d.Decode(&v)
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, v)
	}
}

// Figures say how much of the gold a timeline tells, each as a share: Day of all
// events, those that are told on an accepted day with one of their actors by one of
// their pages; Status and Topic of those told.
type Figures struct {
	Events             int
	Day, Status, Topic float64
	Faults             []string // a line each
}

// Measure holds a timeline against the events of the gold.
func Measure(want []Event, told []export.Event) Figures {
	f := Figures{Events: len(want)}
	var day, status, topic float64
	for _, w := range want {
		best, ok := w.bestOf(told)
		if !ok {
			f.Faults = append(f.Faults, fmt.Sprintf("%s %s (%s): not told", w.Date, w.Key, w.Title))
			continue
		}
		day++
		if w.rightStatus(best) {
			status++
		} else {
			f.Faults = append(f.Faults, fmt.Sprintf("%s %s: status %q, want %q: %s", w.Date, w.Key, best.Status, w.Status, best.Headline))
		}
		if w.rightTopic(best) {
			topic++
		} else {
			f.Faults = append(f.Faults, fmt.Sprintf("%s %s: topic %q, want %q: %s", w.Date, w.Key, best.Topic, w.Topic, best.Headline))
		}
	}
	if day > 0 {
		f.Day, f.Status, f.Topic = day/float64(len(want)), status/day, topic/day
	}
	return f
}

// bestOf picks the told event that could be w and has most right.
func (w Event) bestOf(told []export.Event) (best export.Event, ok bool) {
	most := -1
	for _, e := range told {
		actors := 0
		for _, a := range w.Actors {
			if slices.Contains(e.Actors, a) {
				actors++
			}
		}
		if actors == 0 || !w.onDay(e) || !w.fromItsPages(e) {
			continue
		}
		right := actors
		if w.rightStatus(e) {
			right += 10
		}
		if w.rightTopic(e) {
			right += 10
		}
		if right > most {
			best, ok, most = e, true, right
		}
	}
	return best, ok
}

func (w Event) rightStatus(e export.Event) bool {
	return string(e.Status) == w.Status || slices.Contains(w.AcceptStatus, string(e.Status))
}

func (w Event) rightTopic(e export.Event) bool {
	return e.Topic == w.Topic || slices.Contains(w.AcceptTopic, e.Topic)
}

// onDay reports whether the event overlaps an accepted date; one of more than a
// month says nothing about the day.
func (w Event) onDay(e export.Event) bool {
	from, errFrom := time.Parse(time.DateOnly, e.From)
	to, errTo := time.Parse(time.DateOnly, e.To)
	if errFrom != nil || errTo != nil || to.Sub(from) > 31*24*time.Hour {
		return false
	}
	for _, date := range slices.Concat(w.Accept, []string{w.Date}) {
		first, last, isRange := strings.Cut(date, "/")
		if !isRange {
			last = first
		}
		if e.From <= last+"~" && e.To > first { // "2020-08~" is after every day of the month
			return true
		}
	}
	return false
}

func (w Event) fromItsPages(e export.Event) bool {
	same := func(a, b string) bool { return strings.TrimSuffix(a, "/") == strings.TrimSuffix(b, "/") }
	return slices.ContainsFunc(e.Evidence, func(v news.Evidence) bool {
		return slices.ContainsFunc(w.URLs, func(u string) bool { return same(u, v.URL) })
	})
}
