package web

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// A unit is the width of the bars of a histogram.
type unit struct {
	name         string
	years, days  int
	months       int
	label, short string // layouts: of a bar, and of a mark on the axis
}

var units = []unit{
	{name: "day", days: 1, label: "Monday, 2 January 2006", short: "2 Jan"},
	{name: "week", days: 7, label: "week of 2 January 2006", short: "2 Jan"},
	{name: "month", months: 1, label: "January 2006", short: "Jan 2006"},
	{name: "quarter", months: 3, label: "quarter from January 2006", short: "Jan 2006"},
	{name: "year", years: 1, label: "2006", short: "2006"},
	{name: "decade", years: 10, label: "decade from 2006", short: "2006"},
	{name: "century", years: 100, label: "century from 2006", short: "2006"},
}

// maxBars is how many bars are told apart on a screen: the days of two months.
const maxBars = 62

// start is the first day of the bar that holds a day.
func (u unit) start(t time.Time) time.Time {
	y, m, d := t.Date()
	switch {
	case u.days == 7:
		return t.AddDate(0, 0, -(int(t.Weekday())+6)%7)
	case u.days == 1:
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	case u.months > 0:
		return time.Date(y, m-(m-1)%time.Month(u.months), 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(y-y%u.years, 1, 1, 0, 0, 0, 0, time.UTC)
}

func (u unit) next(t time.Time) time.Time { return t.AddDate(u.years, u.months, u.days) }

// bars counts the bars from one day to another, up to one more than fit.
func (u unit) bars(from, to time.Time) (n int) {
	for t := u.start(from); !t.After(to) && n <= maxBars; t = u.next(t) {
		n++
	}
	return n
}

// A bin is one bar: a period and its events.
type bin struct {
	From, Last time.Time // days, both inclusive
	Count      int
	Label      string
}

// A density is how the events of a selection lie in time.
type density struct {
	Unit string
	Bins []bin
	Most int // events of the fullest bin
}

// densityOf counts events by the day on which they begin, in the finest unit that
// fits: over the span asked for, so that a silence at its ends shows, or else over
// that of the events.
func densityOf(events []*news.Event, from, to time.Time) density {
	first, last := spanOf(events)
	if first.IsZero() {
		return density{}
	}
	if from.IsZero() {
		from = first
	}
	if to.IsZero() {
		to = later(from, last)
	}
	u := units[len(units)-1]
	if i := slices.IndexFunc(units, func(u unit) bool { return u.bars(from, to) <= maxBars }); i >= 0 {
		u = units[i]
	}
	d := density{Unit: u.name}
	for t := u.start(from); !t.After(to); t = u.next(t) {
		d.Bins = append(d.Bins, bin{From: t, Last: u.next(t).AddDate(0, 0, -1), Label: t.Format(u.label)})
	}
	for _, e := range events {
		if i := d.at(e.When.From); i >= 0 {
			d.Bins[i].Count++
			d.Most = max(d.Most, d.Bins[i].Count)
		}
	}
	return d
}

// at is the index of the bin that holds a day; of one before the first bin,
// which began earlier and still goes on, it is the first.
func (d density) at(day time.Time) int {
	if day.IsZero() || len(d.Bins) == 0 {
		return -1
	}
	i, found := slices.BinarySearchFunc(d.Bins, day, func(b bin, t time.Time) int { return b.From.Compare(t) })
	if found {
		return i
	}
	return max(i-1, 0)
}

// spanOf is the first and the last day on which an event begins.
func spanOf(events []*news.Event) (first, last time.Time) {
	for _, e := range events {
		t := e.When.From
		if t.IsZero() {
			continue
		}
		if first.IsZero() || t.Before(first) {
			first = t
		}
		if t.After(last) {
			last = t
		}
	}
	return first, last
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// A lane is the events of one topic or actor, bin by bin.
type lane struct {
	Key, Title string
	Count      int
	Bins       []int
}

// maxLanes bounds the lanes: the fullest are shown.
const maxLanes = 10

// lanesOf spreads the events over lanes, the fullest first.
func (d density) lanesOf(events []*news.Event, keys func(*news.Event) []string, title func(string) string) []lane {
	by := map[string]*lane{}
	for _, e := range events {
		i := d.at(e.When.From)
		if i < 0 {
			continue
		}
		for _, k := range keys(e) {
			if by[k] == nil {
				by[k] = &lane{Key: k, Title: title(k), Bins: make([]int, len(d.Bins))}
			}
			by[k].Bins[i]++
			by[k].Count++
		}
	}
	var out []lane
	for _, k := range sortedKeys(by) {
		out = append(out, *by[k])
	}
	slices.SortStableFunc(out, func(a, b lane) int { return cmp.Compare(b.Count, a.Count) })
	return out[:min(len(out), maxLanes)]
}

// percent is a share of the width, as SVG takes it.
func percent(part, whole int) string {
	return strconv.FormatFloat(100*float64(part)/float64(max(whole, 1)), 'f', 3, 64) + "%"
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
