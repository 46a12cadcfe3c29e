package web

import (
	"context"
	"slices"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// A boardGroup is the deadlines and plans that share a fate.
type boardGroup struct {
	Key, Title, Hint string
	Items            []termView
}

// A termView is a deadline or plan with its history.
type termView struct {
	item
	History []stepView
}

type deadlinesView struct {
	frame
	AsOf   string // day
	Only   string // "deadline", "planned", "" both
	Groups []boardGroup
	Total  int
}

// deadlines answers what is due, and what became of what was.
func (s *server) deadlines(ctx context.Context, r request) (answer, error) {
	today, _, err := parseDay(r.query, "as_of", r.now)
	if err != nil {
		return answer{}, err
	}
	if today.IsZero() {
		today = r.now.Truncate(24 * time.Hour)
	}
	only := r.query.Get("status")
	if only != "" && only != string(news.Deadline) && only != string(news.Planned) {
		return answer{}, badParam("status", "want deadline or planned")
	}
	groups := board(r.snap.events, news.Status(only), today)
	if r.format != "html" {
		var events []*news.Event
		for _, g := range groups {
			events = append(events, g.events...)
		}
		return s.listOf(r, filter{Query: news.Query{Limit: len(events)}}, selection{all: events, page: events})
	}
	v := deadlinesView{frame: s.frame(r, "Deadlines", termFormats[1:]), AsOf: today.Format(time.DateOnly), Only: only}
	for _, g := range groups {
		shown := boardGroup{g.key, g.title, g.hint, nil}
		for _, e := range g.events {
			shown.Items = append(shown.Items, s.term(r.snap, e, today))
		}
		v.Total += len(g.events)
		v.Groups = append(v.Groups, shown)
	}
	return s.render("deadlines", v)
}

func (s *server) term(n *snapshot, e *news.Event, today time.Time) termView {
	t := termView{item: s.item(n, e)}
	t.Left = distance(e.When, today)
	for _, d := range e.DeadlineHistory {
		t.History = append(t.History, n.step(d))
	}
	return t
}

// distance says how far a term is from a day.
func distance(w news.Interval, today time.Time) string {
	if !w.Known() {
		return ""
	}
	last := w.To.AddDate(0, 0, -1)
	switch days := int(last.Sub(today).Hours() / 24); {
	case w.Days() == 1 && days == 0:
		return "today"
	case days == 1:
		return "tomorrow"
	case days > 0 && w.From.After(today):
		return "in " + span(int(w.From.Sub(today).Hours()/24))
	case days >= 0:
		return "now"
	case days == -1:
		return "yesterday"
	default:
		return span(-days) + " ago"
	}
}

// span is a number of days in the unit that says it best.
func span(days int) string {
	switch {
	case days < 60:
		return plural(days, "day")
	case days < 2*365:
		return plural(days/30, "month")
	}
	return plural(days/365, "year")
}

// A fate is a group of terms before it is shown.
type fate struct {
	key, title, hint string
	events           []*news.Event
}

// board sorts the deadlines and plans by what became of them: what lies ahead
// with the next one first, what is past with the latest first.
func board(events []news.Event, only news.Status, today time.Time) []fate {
	fates := []fate{
		{key: "ahead", title: "Ahead"},
		{key: "moved", title: "Moved", hint: "a later report gives another date"},
		{key: "missed", title: "Missed"},
		{key: "met", title: "Met"},
		{key: "dropped", title: "Lifted, cancelled or denied"},
		{key: "past", title: "Past", hint: "no source says what became of it"},
	}
	for i := range events {
		e := &events[i]
		if e.Status != news.Deadline && e.Status != news.Planned || only != "" && e.Status != only {
			continue
		}
		key := fateOf(e, today)
		i := slices.IndexFunc(fates, func(f fate) bool { return f.key == key })
		fates[i].events = append(fates[i].events, e)
	}
	for _, f := range fates[1:] {
		slices.Reverse(f.events)
	}
	return slices.DeleteFunc(fates, func(f fate) bool { return len(f.events) == 0 })
}

func fateOf(e *news.Event, today time.Time) string {
	switch e.Outcome {
	case news.Moved, news.Met, news.Missed:
		return string(e.Outcome)
	case news.Lifted, news.Cancelled, news.Denied:
		return "dropped"
	}
	if e.When.To.After(today) {
		return "ahead"
	}
	return "past"
}
