package web

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"time"

	"github.com/seed-7461731f/dateline/crawler"
	"github.com/seed-7461731f/dateline/store/news"
)

// healthRuns is how many crawls of a source its health is judged by.
const healthRuns = 14

// A sourceForm is a source, how it has been doing, and what it gave: the row of
// the page and the JSON. Fields may be added, never renamed.
type sourceForm struct {
	Source      string      `json:"source"` // host
	Name        string      `json:"name"`
	Kind        string      `json:"kind"`
	Language    string      `json:"language"`
	Country     string      `json:"country"`
	LastSuccess string      `json:"last_success"` // day of the last crawl that got anything; "" none known
	Yield       int         `json:"yield"`        // new or changed articles of the last crawl
	UsualYield  int         `json:"usual_yield"`
	Warning     string      `json:"warning"` // "failing", "silent"
	Problem     string      `json:"problem"`
	Events      int         `json:"events"`        // that it tells
	First       int         `json:"first_reports"` // that it told first
	Crawls      []crawlForm `json:"crawls"`        // newest first
}

type crawlForm struct {
	Started   string `json:"started"` // RFC 3339
	Fetched   int    `json:"fetched"`
	Articles  int    `json:"articles"`
	Unchanged int    `json:"unchanged"`
	Failed    int    `json:"failed"`
	Gone      int    `json:"gone"`
	Refused   int    `json:"refused"`
	Problem   string `json:"problem"`
}

type sourcesForm struct {
	Story   string           `json:"story"`
	LastRun string           `json:"last_run"` // RFC 3339; "" none came to its end
	Report  string           `json:"report"`
	Rows    map[string]int64 `json:"rows"` // of the database, by table
	Sources []sourceForm     `json:"sources"`
}

type sourcesView struct {
	frame
	Sources []sourceView
	Failing int
	Crawled int
	Silent  int
	Rows    []option
}

type sourceView struct {
	sourceForm
	Home   string
	Crawls []crawlView // oldest first
}

// A crawlView is one bar of the small chart of a source.
type crawlView struct {
	X         string
	Y, Height int
	Label     string
	Bad       bool
}

// sources answers how the sources have been doing.
func (s *server) sources(ctx context.Context, r request) (answer, error) {
	runs, err := s.Reader.SourceRuns(ctx, healthRuns)
	if err != nil {
		return answer{}, err
	}
	rows, err := s.Reader.Counts(ctx)
	if err != nil {
		return answer{}, err
	}
	list := s.sourceForms(r.snap, runs)
	if r.format == "json" {
		last := r.snap.lastRun()
		return jsonAnswer(sourcesForm{s.Story.ID, stamp(last.Finished), last.Report, rows, list})
	}
	v := sourcesView{frame: s.frame(r, "Sources", plainPages[1:])}
	for _, x := range []struct{ table, noun string }{{"article", "articles"}, {"article_version", "versions of them"}, {"page", "pages"},
		{"time_expression", "time expressions"}, {"event", "events"}, {"evidence", "quoted sentences"}} {
		v.Rows = append(v.Rows, option{Value: strconv.FormatInt(rows[x.table], 10), Text: x.noun})
	}
	for _, x := range list {
		v.Sources = append(v.Sources, s.sourceView(x))
		if len(x.Crawls) > 0 {
			v.Crawled++
		}
		switch x.Warning {
		case "failing":
			v.Failing++
		case "silent":
			v.Silent++
		}
	}
	return s.render("sources", v)
}

// sourceForms are the sources of the story and those that were crawled or
// quoted beside: those with a warning first, then by host.
func (s *server) sourceForms(n *snapshot, runs []news.SourceRun) []sourceForm {
	by := map[string]*sourceForm{}
	add := func(host string) *sourceForm {
		if by[host] == nil {
			by[host] = &sourceForm{Source: host, Name: n.name(host), Events: n.told[host], First: n.firsts[host], Crawls: []crawlForm{}}
		}
		return by[host]
	}
	for _, x := range s.Story.Sources {
		f := add(x.Host)
		f.Name, f.Kind, f.Language, f.Country = cmp.Or(x.Name, x.Host), x.Kind, x.Language, x.Country
	}
	for host := range n.told {
		add(host)
	}
	for _, h := range crawler.Health(runs) {
		f := add(h.Source)
		f.Yield, f.UsualYield, f.Warning, f.Problem = h.Yield, h.UsualYield, h.Warning, h.Problem
		if !h.LastSuccess.IsZero() {
			f.LastSuccess = h.LastSuccess.Format(time.DateOnly)
		}
	}
	for _, c := range runs {
		f := add(c.Source)
		f.Crawls = append(f.Crawls, crawlForm{stamp(c.Started), c.Fetched, c.Articles, c.Unchanged, c.Failed, c.Gone, c.Refused, c.Problem})
	}
	out := []sourceForm{}
	for _, host := range sortedKeys(by) {
		out = append(out, *by[host])
	}
	slices.SortStableFunc(out, func(a, b sourceForm) int { return cmp.Compare(urgency(a), urgency(b)) })
	return out
}

// urgency puts first what wants attention, and last what was never crawled.
func urgency(f sourceForm) int {
	switch {
	case f.Warning == "failing":
		return 0
	case f.Warning != "":
		return 1
	case len(f.Crawls) > 0:
		return 2
	}
	return 3
}

// The chart of a source in pixels.
const sparkHeight = 24

func (s *server) sourceView(x sourceForm) sourceView {
	v := sourceView{sourceForm: x}
	for _, src := range s.Story.Sources {
		if src.Host == x.Source {
			v.Home = link(src.Home)
		}
	}
	most := 1
	for _, c := range x.Crawls {
		most = max(most, c.Articles)
	}
	for i, c := range slices.Backward(x.Crawls) {
		at := healthRuns - 1 - i
		bar := crawlView{X: percent(at, healthRuns), Height: max(2, sparkHeight*c.Articles/most), Bad: c.Fetched+c.Unchanged == 0,
			Label: c.Started[:10] + ": " + plural(c.Articles, "article") + ", " + strconv.Itoa(c.Failed) + " failed"}
		if bar.Bad {
			bar.Height = sparkHeight
		}
		bar.Y = sparkHeight - bar.Height
		v.Crawls = append(v.Crawls, bar)
	}
	return v
}
