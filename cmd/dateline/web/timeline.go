package web

import (
	"context"
	"net/url"
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
		languages[mainLanguage(v.Language)] = true
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
	Filter   filter
	Query    url.Values
	Topics   []option
	Actors   []option
	Statuses []option
	Outcomes []option
	Langs    []option
	Orders   []option
	Active   []chip
	Total    int
	First    int // number of the first event shown
	Groups   []monthGroup
	Chart    chart
	Next     string // query of the next page; "" none
	Begin    string // query of the first page; "" this is it
}

// A chip is a filter that is set, and the query without it.
type chip struct{ Name, Value, Without string }

// timeline answers a query over the events, in every format.
func (s *server) timeline(ctx context.Context, r request) (answer, error) {
	f, err := s.parseFilter(r.query, r.now)
	if err != nil {
		return answer{}, err
	}
	if (r.format == "atom" || r.format == "jsonfeed") && r.query.Get("order") == "" {
		f.Order = "changed" // who reads a feed wants what is new
	}
	picked, err := pick(ctx, r.snap, f)
	if err != nil {
		return answer{}, err
	}
	if r.format != "html" {
		return s.listOf(r, f, picked)
	}
	v := timelineView{frame: s.frame(r, "Timeline", listFormats[1:]), Filter: f, Query: r.query, Total: len(picked.all),
		Groups: s.groups(r.snap, picked.page, f), Chart: s.chart(r, f, picked.all)}
	s.fillForm(&v, r.snap)
	if picked.next != "" {
		v.Next = "/timeline" + with(r.query, "after", picked.next)
	}
	if f.After.id != "" {
		v.Begin = "/timeline" + with(r.query, "after", "")
	}
	return s.render("timeline", v)
}

func (s *server) fillForm(v *timelineView, n *snapshot) {
	f := v.Filter
	v.Topics = options(topicKeys(s.Story), f.Topic, s.topicTitle)
	v.Actors = sortedOptions(options(actorKeys(s.Story), f.Actor, s.actorTitle))
	v.Statuses = options(statuses, string(f.Status), itself)
	v.Outcomes = options(outcomes, string(f.Outcome), itself)
	v.Langs = options(n.languages, f.SourceLanguage, languageName)
	v.Orders = []option{{"date", "oldest first", f.Order == "date"}, {"newest", "newest first", f.Order == "newest"}, {"changed", "last changed first", f.Order == "changed"}, {"score", "most told first", f.Order == "score"}}
	for _, c := range []struct{ param, name, value string }{
		{"search", "words", plain(f.Search)}, {"from", "from", plain(v.Query.Get("from"))}, {"to", "to", plain(v.Query.Get("to"))},
		{"topic", "topic", s.topicTitle(f.Topic)}, {"actor", "actor", s.actorTitle(f.Actor)}, {"status", "status", string(f.Status)},
		{"outcome", "outcome", string(f.Outcome)}, {"source_lang", "language", plain(f.SourceLanguage)},
		{"min_independent", "independent sources, at least", v.Query.Get("min_independent")}, {"contradicted", "contradicted", yes(f.Contradicted)},
	} {
		if c.value != "" && v.Query.Get(c.param) != "" {
			v.Active = append(v.Active, chip{c.name, c.value, "/timeline" + with(v.Query, c.param, "", "after", "")})
		}
	}
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

// groups puts the events of a page under the month in which they begin, or the
// quarter or year that is all that is known. In other
// orders there is one group without a name.
func (s *server) groups(n *snapshot, events []*news.Event, f filter) (out []monthGroup) {
	var before time.Time // last day told of so far
	for _, e := range events {
		label, key := e.When.From.Format("January 2006"), e.When.From.Format("2006-01")
		if coarse(e) {
			label = export.Display(news.Interval{From: e.When.From, To: e.When.To, Grain: e.When.Grain})
			key += "-" + string(e.When.Grain)
		}
		if f.Order != "date" && f.Order != "newest" {
			label, key = "", ""
		}
		if len(out) == 0 || out[len(out)-1].Key != key {
			out = append(out, monthGroup{Label: label, Key: key, Silence: silence(before, e.When.From, f.Order)})
		}
		g := &out[len(out)-1]
		g.Items = append(g.Items, s.item(n, e))
		before = later(before, e.When.To)
		if f.Order == "newest" {
			before = e.When.From
		}
	}
	return out
}

// silentDays is how long nothing must have been dated before it is worth saying.
const silentDays = 32

// silence tells of a stretch without an event between two that follow one
// another on the page.
func silence(before, next time.Time, order string) string {
	if order != "date" && order != "newest" || before.IsZero() || next.IsZero() {
		return ""
	}
	from, to := before, next.AddDate(0, 0, -1)
	if order == "newest" {
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
