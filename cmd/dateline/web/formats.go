package web

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// A listForm is the JSON of a list of events. Fields may be added, never
// renamed.
type listForm struct {
	Story  string         `json:"story"`
	Total  int            `json:"total"`          // events of all pages
	Next   string         `json:"next,omitempty"` // address of the next page
	Months []monthForm    `json:"months"`         // of all pages, by the day on which events begin
	Events []export.Event `json:"events"`
}

type monthForm struct {
	Month  string `json:"month"` // 2020-08
	Events int    `json:"events"`
}

// listOf writes a selection in a format for programs.
func (s *server) listOf(r request, f filter, picked selection) (answer, error) {
	next := ""
	if picked.next != "" {
		next = r.address(with(r.query, "after", picked.next))
	}
	if r.format == "json" {
		form := listForm{Story: s.Story.ID, Total: len(picked.all), Next: next, Months: monthsOf(picked.all), Events: []export.Event{}}
		for _, e := range picked.page {
			form.Events = append(form.Events, export.NewEvent(*e))
		}
		return jsonAnswer(form)
	}
	events := picked.page
	if r.query.Get("limit") == "" && !isPolled(r.format) {
		events = picked.all[start(f, picked.all):] // a file is whole unless it is asked for in pieces
	}
	return s.feed(r, next, events)
}

// monthsOf counts events by the month in which they begin, in order.
func monthsOf(events []*news.Event) []monthForm {
	n := map[string]int{}
	for _, e := range events {
		if !e.When.From.IsZero() {
			n[e.When.From.Format("2006-01")]++
		}
	}
	out := []monthForm{}
	for _, m := range sortedKeys(n) {
		out = append(out, monthForm{m, n[m]})
	}
	return out
}

// feed writes events with the writers of the export.
func (s *server) feed(r request, next string, picked []*news.Event) (answer, error) {
	events := make([]news.Event, len(picked))
	for i, e := range picked {
		events[i] = *e
	}
	f := export.Feed{Story: s.Story, Home: r.base + r.path + queryOf(r.query), Self: r.base + r.path + "." + r.format + queryOf(r.query),
		Events: r.base + "/event/", Revisions: r.snap.log.Revisions, Seen: r.snap.log.Seen}
	if next != "" && r.format == "jsonfeed" {
		f.Next = r.base + next
	}
	if r.query.Get("after") != "" {
		f.First = r.base + r.path + "." + r.format + with(r.query, "after", "")
	}
	if f.Check() != nil { // the Host header was no name that an address can have
		f.Home, f.Self, f.First, f.Next, f.Events = "", "", "", "", ""
	}
	as, _ := export.FormatNamed(r.format) // a route is there for those alone
	var b bytes.Buffer
	err := as.Write(&b, f, events)
	if errors.Is(err, export.ErrNoEvents) {
		return answer{}, notFound("no dated event to show: a TimelineJS slide show needs one")
	}
	return answer{kind: as.Media, body: b.Bytes()}, err
}

// jsonAnswer is v as indented JSON with its text left readable.
func jsonAnswer(v any) (answer, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	return answer{kind: kindOf("json"), body: b.Bytes()}, err
}
