package web

import (
	"fmt"
	"net/url"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// The histogram in pixels; across it goes by shares of the width, so that it
// fits every screen.
const (
	chartHeight = 96
	laneHeight  = 26
)

// A chart is the density of a selection, drawn.
type chart struct {
	Unit   string
	Bars   []bar
	Marks  []mark
	Rows   []row
	Height int // of the lanes, in pixels
	ByNone string
	ByOf   []option // links to the lanes
	Lanes  string   // "", "topic", "actor"
}

// A bar is a period; an empty one has no Href.
type bar struct {
	Href, Label string
	X, Width    string // shares of the width
	Y, Height   int
	Count       int
}

// A mark is a label below the bars. Minor ones go first where there is little room.
type mark struct {
	X, Text string
	Anchor  string
	Minor   bool
}

// A row is one lane.
type row struct {
	Title, Href string
	Y           int
	Dots        []dot
	Count       int
}

type dot struct {
	Href, Label string
	X           string
	Y, Radius   int
}

// chart draws the events of a selection; every bar leads to its period.
func (s *server) chart(r request, f filter, events []*news.Event) chart {
	d := densityOf(events, f.From, f.To)
	c := chart{Unit: d.Unit, Lanes: r.query.Get("lanes"), ByNone: "/timeline" + with(r.query, "lanes", "", "after", "")}
	for _, by := range []string{"topic", "actor"} {
		c.ByOf = append(c.ByOf, option{"/timeline" + with(r.query, "lanes", by, "after", ""), by, c.Lanes == by})
	}
	for i, b := range d.Bins {
		one := bar{X: percent(10*i+1, 10*len(d.Bins)), Width: percent(8, 10*len(d.Bins)), Count: b.Count, Y: chartHeight - 1, Height: 1,
			Label: b.Label + ": " + plural(b.Count, "event")}
		if b.Count > 0 {
			one.Height = max(3, (chartHeight-14)*b.Count/d.Most)
			one.Y = chartHeight - one.Height
			one.Href = periodLink(r.query, b)
		}
		c.Bars = append(c.Bars, one)
	}
	c.Marks = marksOf(d)
	switch c.Lanes {
	case "topic":
		c.addRows(r.query, d, d.lanesOf(events, topicOf, s.topicTitle))
	case "actor":
		c.addRows(r.query, d, d.lanesOf(events, actorsOf, s.actorTitle))
	default:
		c.Lanes = ""
	}
	return c
}

func periodLink(q url.Values, b bin, more ...string) string {
	pairs := append([]string{"from", b.From.Format(time.DateOnly), "to", b.Last.Format(time.DateOnly), "after", ""}, more...)
	return "/timeline" + with(q, pairs...)
}

// marksOf labels some eight bars, evenly.
func marksOf(d density) (out []mark) {
	n := len(d.Bins)
	if n == 0 {
		return nil
	}
	layout := "2006"
	for _, u := range units {
		if u.name == d.Unit {
			layout = u.short
		}
	}
	if d.Unit == "month" && n > 2*12 { // years are what the eye looks for
		for i, b := range d.Bins {
			if b.From.Month() == time.January {
				m := mark{X: percent(10*i+1, 10*n), Text: b.From.Format("2006"), Anchor: "start", Minor: b.From.Year()%2 == 1 && n > 48}
				if i > n-3 {
					m.X, m.Anchor = "100%", "end"
				}
				out = append(out, m)
			}
		}
		return out
	}
	step := max(1, (n+7)/8)
	for i := 0; i < n; i += step {
		m := mark{X: percent(10*i+5, 10*n), Text: d.Bins[i].From.Format(layout), Anchor: "middle", Minor: (i/step)%2 == 1}
		if i == 0 {
			m.X, m.Anchor = "0%", "start"
		} else if i+step >= n && n > 4 && i > n-2 {
			m.X, m.Anchor = "100%", "end"
		}
		out = append(out, m)
	}
	return out
}

func (c *chart) addRows(q url.Values, d density, lanes []lane) {
	most := 1
	for _, l := range lanes {
		for _, n := range l.Bins {
			most = max(most, n)
		}
	}
	for i, l := range lanes {
		row := row{Title: l.Title, Href: "/timeline" + with(q, c.Lanes, l.Key, "after", ""), Y: i*laneHeight + laneHeight/2, Count: l.Count}
		for j, n := range l.Bins {
			if n > 0 {
				row.Dots = append(row.Dots, dot{Href: periodLink(q, d.Bins[j], c.Lanes, l.Key), X: percent(10*j+5, 10*len(d.Bins)), Y: row.Y,
					Radius: 3 + 8*n/most, Label: fmt.Sprintf("%s, %s: %s", l.Title, d.Bins[j].Label, plural(n, "event"))})
			}
		}
		c.Rows = append(c.Rows, row)
	}
	c.Height = len(lanes) * laneHeight
}
