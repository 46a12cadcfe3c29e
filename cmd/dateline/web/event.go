package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// An eventView is what the page of an event shows.
type eventView struct {
	frame
	item
	Event     *news.Event
	Summary   string
	Actors    []option
	By        string // who did it; "" not told
	TopicLink string
	Origins   []originView
	More      int // origins that are not shown
	Conflicts []conflictView
	History   []stepView
	Changes   []changeView
	Why       []string
	Citation  string
	Cites     []feedLink
	Earlier   *item
	Later     *item
}

// A stepView is one entry in the history of a deadline.
type stepView struct {
	Date, Told, By, Link, Quote string
}

func (n *snapshot) step(d news.DeadlineStep) stepView {
	return stepView{days(d.Date), moment(d.Told), n.name(d.By), quoteLink(d.URL, d.Quote), plain(d.Quote)}
}

// event answers for one event, in every format.
func (s *server) event(ctx context.Context, r request) (answer, error) {
	e, moved, ok := r.snap.event(r.id)
	if !ok {
		return answer{}, notFound("no event has this ID; it may be mistyped")
	}
	if moved {
		return redirect(strings.Replace(r.path, r.id, e.ID, 1), r), nil
	}
	if r.format != "html" {
		return s.eventFile(ctx, r, e)
	}
	contexts, err := s.contexts(ctx, e)
	if err != nil {
		return answer{}, err
	}
	v := eventView{frame: s.frame(r, headline(e), eventFormats), item: s.item(r.snap, e), Event: e, Summary: plain(e.Summary),
		TopicLink: "/timeline?topic=" + url.QueryEscape(e.Topic)}
	quotes := s.quotes(r.snap, e, contexts)
	v.Origins, v.More = originsOf(e, contexts, quotes)
	v.Conflicts = s.conflicts(r.snap, e, quotes)
	if e.By != "" {
		v.By = s.actorTitle(e.By)
	}
	for _, a := range e.Actors {
		v.Actors = append(v.Actors, option{Value: "/timeline?actor=" + url.QueryEscape(a), Text: s.actorTitle(a)})
	}
	for _, d := range e.DeadlineHistory {
		v.History = append(v.History, r.snap.step(d))
	}
	for _, c := range r.snap.changes {
		if c.Event == e.ID {
			v.Changes = append(v.Changes, r.snap.change(c))
		}
	}
	for _, w := range e.Why {
		v.Why = append(v.Why, plain(w))
	}
	v.Earlier, v.Later = s.neighbours(r.snap, e)
	if err := v.cite(e); err != nil {
		return answer{}, err
	}
	return s.render("event", v)
}

// eventFile writes an event in a format for programs.
func (s *server) eventFile(ctx context.Context, r request, e *news.Event) (answer, error) {
	switch {
	case r.format == "json":
		return s.eventJSON(ctx, r, e)
	case slices.Contains(eventFormats, r.format):
		return s.feed(r, "", []*news.Event{e})
	case slices.Contains(export.CitationForms, r.format):
		var b bytes.Buffer
		err := export.Cite(&b, r.format, e.Evidence)
		if errors.Is(err, export.ErrNoCitation) {
			return answer{}, notFound("this event has no source to cite")
		}
		return answer{kind: kindOf(r.format), body: b.Bytes()}, err
	}
	return answer{}, notFound(fmt.Sprintf("an event is there as %s, its sources as %s", strings.Join(eventFormats, ", "), strings.Join(export.CitationForms, ", ")))
}

// cite fills in how to cite the event: by the quote that tells it best.
func (v *eventView) cite(e *news.Event) error {
	if len(e.Evidence) == 0 {
		return nil
	}
	var b bytes.Buffer
	if err := export.Cite(&b, "text", e.Evidence[:1]); err != nil {
		return err
	}
	v.Citation = strings.TrimSpace(b.String())
	for _, c := range export.Formats {
		if c.Kind == export.Citations {
			v.Cites = append(v.Cites, feedLink{c.Title, c.Media, "/event/" + e.ID + "." + c.Name})
		}
	}
	return nil
}

func redirect(to string, r request) answer {
	if r.format != "html" && !r.api {
		to += "." + r.format
	}
	return answer{status: http.StatusMovedPermanently, header: http.Header{"Location": {to}}, kind: kindOf("txt"), body: []byte("merged into " + to + "\n")}
}

// neighbours are the events before and after in time.
func (s *server) neighbours(n *snapshot, e *news.Event) (earlier, later *item) {
	at := n.byID[e.ID]
	if at > 0 {
		i := s.item(n, &n.events[at-1])
		earlier = &i
	}
	if at+1 < len(n.events) {
		i := s.item(n, &n.events[at+1])
		later = &i
	}
	return earlier, later
}

// An eventForm is the JSON of one event: as in a list, and what its own page
// adds. Fields may be added, never renamed.
type eventForm struct {
	export.Event
	Contexts []contextForm   `json:"contexts"` // in the order of evidence
	Why      []string        `json:"why"`      // why its statements were merged
	Changes  []export.Change `json:"changes"`
}

type contextForm struct {
	Original string   `json:"original"` // canonical URL of the first kept of the article and its near-duplicates
	Fetched  string   `json:"fetched"`  // RFC 3339; "" it came from a file
	Before   []string `json:"before"`
	After    []string `json:"after"`
}

func (s *server) eventJSON(ctx context.Context, r request, e *news.Event) (answer, error) {
	contexts, err := s.contexts(ctx, e)
	if err != nil {
		return answer{}, err
	}
	form := eventForm{Event: export.NewEvent(*e), Contexts: []contextForm{}, Why: append([]string{}, e.Why...), Changes: []export.Change{}}
	for i, c := range contexts {
		form.Contexts = append(form.Contexts, contextForm{c.Original, stamp(e.Evidence[i].Accessed), append([]string{}, c.Before...), append([]string{}, c.After...)})
	}
	for _, c := range r.snap.changes {
		if c.Event == e.ID {
			form.Changes = append(form.Changes, export.NewChange(c))
		}
	}
	return jsonAnswer(form)
}
