package web

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// An item is an event in a list.
type item struct {
	ID, Date, Datetime, Standing, Mark string
	Status                             news.Status
	Topic, TopicKey                    string
	Headline, Lang                     string
	Sources, First, FirstAt            string
	Languages                          []string
	Conflicts                          int
	Left                               string // how far it is from today; "" not told
	Weight                             string // class by how many independent sources tell it
}

func (s *server) item(n *snapshot, e *news.Event) item {
	i := item{ID: e.ID, Date: export.Display(e.When), Datetime: datetimeOf(e.When), Standing: export.Standing(*e), Status: e.Status,
		Topic: s.topicTitle(e.Topic), TopicKey: e.Topic, Headline: headline(e), Lang: headlineLanguage(e), Sources: export.Sources(*e),
		First: n.name(e.FirstReport.Publisher), FirstAt: e.FirstReport.Published, Conflicts: len(e.Conflicts)}
	languages := map[string]bool{}
	for _, v := range e.Evidence {
		languages[news.MainLanguage(v.Language)] = true
	}
	i.Languages = sortedKeys(languages)
	switch {
	case e.Independent >= muchTold:
		i.Weight = "told-much"
	case e.Independent <= 1:
		i.Weight = "told-once"
	}
	return i
}

// muchTold is from how many independent sources on an event stands out.
const muchTold = 5

// datetimeOf is the day, month or year of an interval as HTML's time element
// takes it; "" for other grains.
func datetimeOf(w news.Interval) string {
	switch {
	case w.From.IsZero():
		return ""
	case w.Grain == news.GrainMonth:
		return w.From.Format("2006-01")
	case w.Grain == news.GrainYear:
		return w.From.Format("2006")
	case w.Days() == 1:
		return w.From.Format(time.DateOnly)
	}
	return ""
}

// A monthGroup is the events of one month, after the silence before it.
type monthGroup struct {
	Label, Key string
	Silence    string // "no event from ... to ..."; "" none worth telling
	Items      []item
}

// A timelineView is what the timeline page shows.
type timelineView struct {
	frame
	Words  string // that were searched for
	Fields []field
	Active []chip
	Total  int
	First  int // number of the first event shown
	Groups []monthGroup
	Chart  chart
	Next   string // query of the next page; "" none
	Begin  string // query of the first page; "" this is it
}

// timeline answers a query over the events, in every format.
func (s *server) timeline(ctx context.Context, r request) (answer, error) {
	f, err := s.parseFilter(r.query, r.now)
	if err != nil {
		return answer{}, err
	}
	if isPolled(r.format) && r.query.Get("order") == "" {
		f.Order = news.Changed // who reads a feed wants what is new
	}
	if f.Query, err = s.Reader.Resolve(ctx, s.Story.ID, f.Query); err != nil {
		return answer{}, err
	}
	picked, err := pick(ctx, r.snap, f)
	if err != nil {
		return answer{}, err
	}
	if r.format != "html" {
		return s.listOf(r, f, picked)
	}
	v := timelineView{frame: s.frame(r, "Timeline", listFormats[1:]), Words: f.Words, Total: len(picked.all),
		Groups: s.groups(r.snap, picked.page, f.Order), Chart: s.chart(r, f, picked.all)}
	v.Fields, v.Active = s.form(r, f)
	if picked.next != "" {
		v.Next = "/timeline" + with(r.query, "after", picked.next)
	}
	if f.After.id != "" {
		v.Begin = "/timeline" + with(r.query, "after", "")
	}
	return s.render("timeline", v)
}

// groups puts the events of a page under the month in which they begin, or the
// quarter or year that is all that is known. In other
// orders there is one group without a name.
func (s *server) groups(n *snapshot, events []*news.Event, order news.Order) (out []monthGroup) {
	var before time.Time // last day told of so far
	switch events = slices.Clone(events); order {
	case news.ByDate:
		slices.SortStableFunc(events, byDay)
	case news.Newest:
		slices.SortStableFunc(events, func(a, b *news.Event) int { return byDay(b, a) })
	}
	for _, e := range events {
		label, key := e.When.From.Format("January 2006"), e.When.From.Format("2006-01")
		if coarse(e) {
			label = export.Display(news.Interval{From: e.When.From, To: e.When.To, Grain: e.When.Grain})
			key += "-" + string(e.When.Grain)
		}
		if order != news.ByDate && order != news.Newest {
			label, key = "", ""
		}
		if len(out) == 0 || out[len(out)-1].Key != key {
			out = append(out, monthGroup{Label: label, Key: key, Silence: silence(before, e.When.From, order)})
		}
		g := &out[len(out)-1]
		g.Items = append(g.Items, s.item(n, e))
		before = later(before, e.When.To)
		if order == news.Newest {
			before = e.When.From
		}
	}
	return out
}

// silentDays is how long nothing must have been dated before it is worth saying.
const silentDays = 32

// silence tells of a stretch without an event between two that follow one
// another on the page.
func silence(before, next time.Time, order news.Order) string {
	if order != news.ByDate && order != news.Newest || before.IsZero() || next.IsZero() {
		return ""
	}
	from, to := before, next.AddDate(0, 0, -1)
	if order == news.Newest {
		from, to = next.AddDate(0, 0, 1), before.AddDate(0, 0, -1)
	}
	if to.Sub(from) < silentDays*24*time.Hour {
		return ""
	}
	return "No event from " + from.Format("2 January 2006") + " to " + to.Format("2 January 2006")
}

// actorsOf and topicOf are the lanes an event is in.
func actorsOf(e *news.Event) []string { return e.Actors }
func topicOf(e *news.Event) []string  { return slices.DeleteFunc([]string{e.Topic}, isEmpty) }
func isEmpty(s string) bool           { return strings.TrimSpace(s) == "" }
