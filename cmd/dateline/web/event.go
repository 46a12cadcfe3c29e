package web

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// around is how many sentences of context stand on each side of a quote.
const around = 2

// maxOrigins is how many origins a page quotes in full; what only repeats is
// listed.
const maxOrigins = 40

// A quoteView is one piece of evidence as a page shows it.
type quoteView struct {
	N                     int // from 1: its place in the list
	Publisher, Host       string
	Published, Datetime   string
	Language, Lang        string
	Quote                 string
	Before, After         string
	Title                 string
	Link, Archive         string // "" none
	Credits, Agency, Rule string
	Fetched               string
	Says                  string // the date that it gives, where that is not the event's
	Address               string // without the quote, for print
	Gone                  string // day since which the page is not there any more
}

// An originView is the evidence that goes back to one word.
type originView struct {
	Name   string // "the word of Northwire"
	Quote  quoteView
	Others []quoteView
}

// A conflictView is a value that others give, beside that of the event.
type conflictView struct {
	Field, Ours, Theirs string
	Sources             []string
	Quotes              []quoteView // of those who give it
	OurQuotes           []quoteView
	Event               *item // which has their value; nil: none
}

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
		v.History = append(v.History, stepView{plain(d.Date), plain(d.Told), r.snap.name(d.By), quoteLink(d.URL, d.Quote), plain(d.Quote)})
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

// The formats of an event, and those of the citations of its sources.
var (
	eventFormats = []string{"json", "md", "csv", "ics", "atom", "jsonfeed", "jsonld"}
	citeForms    = []string{"text", "wikipedia", "csl", "ris"}
)

// eventFile writes an event in a format for programs.
func (s *server) eventFile(ctx context.Context, r request, e *news.Event) (answer, error) {
	switch {
	case r.format == "json":
		return s.eventJSON(ctx, r, e)
	case slices.Contains(eventFormats, r.format):
		return s.feed(r, "", []*news.Event{e})
	case slices.Contains(citeForms, r.format):
		var b bytes.Buffer
		err := export.Cite(&b, r.format, e.Evidence)
		if errors.Is(err, export.ErrNoCitation) {
			return answer{}, notFound("this event has no source to cite")
		}
		return answer{kind: kinds[r.format], body: b.Bytes()}, err
	}
	return answer{}, notFound(fmt.Sprintf("an event is there as %s, its sources as %s", strings.Join(eventFormats, ", "), strings.Join(citeForms, ", ")))
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
	for _, c := range []struct{ form, name string }{{"text", "all sources"}, {"wikipedia", "Wikipedia"}, {"ris", "RIS"}, {"csl", "CSL-JSON"}} {
		v.Cites = append(v.Cites, feedLink{c.name, kinds[c.form], "/event/" + e.ID + "." + c.form})
	}
	return nil
}

func redirect(to string, r request) answer {
	if r.format != "html" && !r.api {
		to += "." + r.format
	}
	return answer{status: http.StatusMovedPermanently, header: http.Header{"Location": {to}}, kind: kinds["txt"], body: []byte("merged into " + to + "\n")}
}

// contexts reads the sentences around the evidence; none where the archive is
// not shown.
func (s *server) contexts(ctx context.Context, e *news.Event) ([]store.Context, error) {
	n := around
	if !s.ShowArchive {
		n = 0
	}
	return s.Reader.Contexts(ctx, *e, n)
}

func (s *server) quotes(n *snapshot, e *news.Event, contexts []store.Context) []quoteView {
	out := make([]quoteView, len(e.Evidence))
	for i, v := range e.Evidence {
		c := contexts[i]
		out[i] = quoteView{N: i + 1, Publisher: n.name(v.Publisher), Host: v.Publisher, Published: moment(v.Published), Datetime: datetime(v.Published),
			Language: languageName(v.Language), Lang: languageTag(v.Language), Quote: plain(v.Quote), Gone: moment(v.Gone),
			Before: plain(strings.Join(c.Before, " ")), After: plain(strings.Join(c.After, " ")), Title: plain(v.Title),
			Link: quoteLink(v.URL, v.Quote), Address: link(v.URL), Credits: plain(v.AttributedTo), Agency: plain(v.Agency), Rule: plain(v.Rule), Fetched: clock(v.Accessed)}
		if v.Date != e.When.EDTF {
			out[i].Says = days(v.Date)
		}
		if s.ShowArchive {
			out[i].Archive = fmt.Sprintf("/article?url=%s#s%d", url.QueryEscape(v.Article), v.Sentence)
		}
	}
	return out
}

// originsOf puts together what goes back to one word: to the medium it
// credits, to its agency, to one text in copies, or to its publisher. It is by
// this that independent sources are counted.
func originsOf(e *news.Event, contexts []store.Context, quotes []quoteView) (out []originView, more int) {
	at := map[string]int{}
	for i, v := range e.Evidence {
		key, name := "copies "+contexts[i].Original, ""
		switch {
		case v.AttributedTo != "":
			key, name = "publisher "+v.AttributedTo, "the word of "+plain(v.AttributedTo)
		case v.Agency != "":
			key, name = "agency "+strings.ToLower(v.Agency), "the agency "+plain(v.Agency)
		}
		if j, ok := at[key]; ok {
			out[j].Others = append(out[j].Others, quotes[i])
			out[j].Name = cmp.Or(out[j].Name, name)
			continue
		}
		at[key] = len(out)
		out = append(out, originView{Name: name, Quote: quotes[i]})
	}
	if len(out) > maxOrigins {
		return out[:maxOrigins], len(out) - maxOrigins
	}
	return out, 0
}

// conflicts sets what others say beside what the event says.
func (s *server) conflicts(n *snapshot, e *news.Event, quotes []quoteView) (out []conflictView) {
	for _, c := range e.Conflicts {
		v := conflictView{Field: plain(c.Field), Theirs: days(c.Value), Ours: days(e.When.EDTF)}
		if c.Field == "amount" {
			v.Theirs, v.Ours = plain(c.Value), ""
			if len(e.Amounts) > 0 {
				v.Ours = plain(e.Amounts[0].Text)
			}
		}
		for _, p := range c.Sources {
			v.Sources = append(v.Sources, n.name(p))
		}
		for _, q := range quotes {
			theirs := slices.Contains(c.Sources, q.Host)
			if said := e.Evidence[q.N-1].Date; c.Field == "date" && said != "" {
				theirs = said == c.Value
			}
			switch {
			case theirs && len(v.Quotes) < 3:
				v.Quotes = append(v.Quotes, q)
			case !theirs && len(v.OurQuotes) < 3:
				v.OurQuotes = append(v.OurQuotes, q)
			}
		}
		if other := n.toldBy(e, c); other != nil {
			i := s.item(n, other)
			v.Event = &i
		}
		out = append(out, v)
	}
	return out
}

// toldBy is the event of the same topic that has the value of a conflict, on the
// word of one of its sources; nil: there is none.
func (n *snapshot) toldBy(e *news.Event, c news.Conflict) *news.Event {
	for i := range n.events {
		other := &n.events[i]
		if other.ID != e.ID && other.Topic == e.Topic && other.When.EDTF == c.Value &&
			slices.ContainsFunc(other.Evidence, func(v news.Evidence) bool { return slices.Contains(c.Sources, v.Publisher) }) {
			return other
		}
	}
	return nil
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

// An eventForm is the JSON of one event: that of the list, and what its own page
// adds. Fields may be added, never renamed.
type eventForm struct {
	export.Event
	Contexts []contextForm `json:"contexts"` // in the order of evidence
	Why      []string      `json:"why"`      // why its statements were merged
	Changes  []changeForm  `json:"changes"`
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
	form := eventForm{Event: export.NewEvent(*e), Contexts: []contextForm{}, Why: append([]string{}, e.Why...), Changes: []changeForm{}}
	for i, c := range contexts {
		form.Contexts = append(form.Contexts, contextForm{c.Original, stamp(e.Evidence[i].Accessed), append([]string{}, c.Before...), append([]string{}, c.After...)})
	}
	for _, c := range r.snap.changes {
		if c.Event == e.ID {
			form.Changes = append(form.Changes, newChangeForm(c))
		}
	}
	return jsonAnswer(form)
}
