package main

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// What makes a timeline wrong was collected from real articles: nine errors,
// each of which the bundled web holds a case of.
func TestDemoMakesNoneOfTheNineErrors(t *testing.T) {
	var told timelineOf
	if err := json.Unmarshal(demoJSON(t, filepath.Join(t.TempDir(), "x.db")), &told); err != nil {
		t.Fatal(err)
	}
	for _, check := range []struct {
		name string
		run  func(*testing.T, timelineOf)
	}{
		{"announced is not done", announcedIsNotDone},
		{"a moved deadline keeps the earlier one", movedKeepsTheEarlier},
		{"look-alikes stay apart", lookAlikesStayApart},
		{"a term counts from the order", termsCountFromTheOrder},
		{"furniture is no event", furnitureIsNoEvent},
		{"signed late in Washington is one event", localDaysAreOneEvent},
		{"each ministry is its own country's", ministriesAreTheirCountrys},
		{"copies and rewrites confirm nothing", copiesConfirmNothing},
		{"prices are bids, asking prices or valuations", pricesAreOfSomething},
	} {
		t.Run(check.name, func(t *testing.T) { check.run(t, told) })
	}
}

// A timelineOf is the events that the demo prints.
type timelineOf []export.Event

// one is the event of a day with the most sources among those that the
// condition takes.
func (l timelineOf) one(t *testing.T, what, day string, is func(export.Event) bool) (best export.Event) {
	t.Helper()
	for _, e := range l {
		if e.From == day && is(e) && e.Articles > best.Articles {
			best = e
		}
	}
	if best.ID == "" {
		t.Fatalf("no event of %s: %s", day, what)
	}
	return best
}

func topic(key string) func(export.Event) bool {
	return func(e export.Event) bool { return e.Topic == key }
}

func deadline(e export.Event) bool { return e.Status == "deadline" }

func quotes(e export.Event, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		for _, v := range e.Evidence {
			if strings.Contains(v.Quote, w) {
				return true
			}
		}
		return false
	})
}

// No report says that something to come has happened: what lies after every
// report of it is planned, due or hearsay.
func announcedIsNotDone(t *testing.T, l timelineOf) {
	for _, e := range l {
		if e.Status != "happened" {
			continue
		}
		after := slices.ContainsFunc(e.Evidence, func(v news.Evidence) bool {
			return len(v.Published) < len("2006-01-02") || v.Published[:len("2006-01-02")] >= e.From
		})
		if !after {
			t.Errorf("%s %q has happened, but all reports of it are older", e.Date, e.Headline)
		}
	}
	ban := l.one(t, "the ban that was announced", "2020-09-20", deadline)
	if ban.Outcome != "moved" {
		t.Errorf("the ban of 20 September is %q, want moved", ban.Outcome)
	}
}

func movedKeepsTheEarlier(t *testing.T, l timelineOf) {
	for _, tt := range []struct {
		day, outcome string
		chain        []string
	}{
		{"2020-09-20", "moved", []string{"2020-09-20", "2020-09-27"}},
		{"2020-11-12", "moved", []string{"2020-11-12", "2020-11-27", "2020-12-04"}},
		{"2020-11-27", "moved", []string{"2020-11-12", "2020-11-27", "2020-12-04"}},
		{"2020-12-04", "missed", []string{"2020-11-12", "2020-11-27", "2020-12-04"}},
	} {
		e := l.one(t, "a deadline", tt.day, deadline)
		var chain []string
		for _, step := range e.Deadline {
			chain = append(chain, step.Date)
		}
		if string(e.Outcome) != tt.outcome || !slices.Equal(chain, tt.chain) {
			t.Errorf("the deadline of %s is %q with %v, want %q with %v", tt.day, e.Outcome, chain, tt.outcome, tt.chain)
		}
	}
}

func lookAlikesStayApart(t *testing.T, l timelineOf) {
	first, second := l.one(t, "the order of 6 August", "2020-08-06", topic("executive-order")), l.one(t, "the order of 14 August", "2020-08-14", topic("executive-order"))
	if quotes(first, "divest", "trennen", "剥离") && !quotes(second, "divest", "trennen", "剥离") {
		t.Errorf("the order to divest is told of %s, want 14 August", first.Date)
	}
	l.one(t, "the injunction of 27 September", "2020-09-27", topic("lawsuit"))
	l.one(t, "the injunction of 7 December", "2020-12-07", topic("lawsuit"))
	wechat := l.one(t, "the ruling on WeChat", "2020-09-20", func(e export.Event) bool { return slices.Contains(e.Actors, "beeler") })
	tiktok := l.one(t, "the ruling on TikTok", "2020-09-27", func(e export.Event) bool { return slices.Contains(e.Actors, "nichols") })
	if slices.Contains(wechat.Actors, "nichols") || slices.Contains(tiktok.Actors, "beeler") {
		t.Errorf("the rulings on WeChat (%v) and TikTok (%v) share a judge", wechat.Actors, tiktok.Actors)
	}
}

// Ninety days from 14 August end in the middle of November; from the day of
// publication of a later article they would end later.
func termsCountFromTheOrder(t *testing.T, l timelineOf) {
	for _, e := range l {
		if deadline(e) && quotes(e, "90 Tagen", "binnen drei Monaten", "90天内") && (e.From < "2020-11-12" || e.From > "2020-11-17") {
			t.Errorf("%s %q: a term of 90 days from 14 August", e.Date, e.Headline)
		}
	}
	if e := l.one(t, "the end of the term", "2020-11-12", deadline); !quotes(e, "90 Tagen", "90天内") {
		t.Errorf("the deadline of 12 November rests on no report that tells the term alone")
	}
}

func furnitureIsNoEvent(t *testing.T, l timelineOf) {
	for _, e := range l {
		if quotes(e, furniture...) {
			t.Errorf("%s %q rests on the furniture of a page", e.Date, e.Headline)
		}
	}
}

// The orders of 6 August were signed when it was the 7th in Asia: whoever tells
// them of the 7th is told under the 6th or stands as a conflict, not as a second
// signing with many sources.
func localDaysAreOneEvent(t *testing.T, l timelineOf) {
	order := l.one(t, "the order", "2020-08-06", topic("executive-order"))
	for _, e := range l {
		if e.From == "2020-08-07" && e.Topic == "executive-order" && slices.Contains(e.Actors, "trump") && slices.Contains(e.Actors, "bytedance") && e.Independent > 1 {
			t.Errorf("the order of %s (%d sources) is told again on %s by %d", order.Date, order.Independent, e.Date, e.Independent)
		}
	}
	languages := map[string]bool{}
	for _, v := range order.Evidence {
		languages[v.Language[:2]] = true
	}
	if len(languages) < 3 {
		t.Errorf("the order of 6 August is told in %v alone, want English, German and Chinese", languages)
	}
}

func ministriesAreTheirCountrys(t *testing.T, l timelineOf) {
	for _, tt := range []struct{ topic, day, want, not string }{
		{"export-rules", "2020-08-28", "mofcom", "us-commerce"},
		{"executive-order", "2020-09-18", "us-commerce", "mofcom"},
	} {
		e := l.one(t, tt.topic, tt.day, topic(tt.topic))
		if !slices.Contains(e.Actors, tt.want) || slices.Contains(e.Actors, tt.not) {
			t.Errorf("%s %q: actors %v, want %s and not %s", e.Date, e.Headline, e.Actors, tt.want, tt.not)
		}
	}
}

// The agency's text stands on four sites: five articles of it are one source.
func copiesConfirmNothing(t *testing.T, l timelineOf) {
	e := l.one(t, "the extension to 4 December", "2020-12-04", deadline)
	sites := map[string]bool{}
	for _, v := range e.Evidence {
		if strings.HasPrefix(v.Quote, "Das US-Komitee für Auslandsinvestitionen CFIUS verlängerte") {
			sites[v.Publisher] = true
		}
	}
	if len(sites) != 4 || e.Independent > e.Articles-3 {
		t.Errorf("%d articles, %d independent, of which one text on %d sites: want its four to count once", e.Articles, e.Independent, len(sites))
	}
	order := l.one(t, "the order to divest", "2020-08-14", topic("executive-order"))
	if order.Independent >= order.Articles {
		t.Errorf("%d articles, %d independent: the rewrite of the agency's text counts as a source", order.Articles, order.Independent)
	}
}

// Sums of different things do not contradict one another, and no price that
// only unnamed people give has happened.
func pricesAreOfSomething(t *testing.T, l timelineOf) {
	of := map[string]bool{}
	for _, e := range l {
		for _, a := range e.Amounts {
			of[a.Of] = true
		}
		for _, c := range e.Conflicts {
			if c.Field == "amount" {
				t.Errorf("%s %q: the sums contradict one another: %v", e.Date, e.Headline, e.Conflicts)
			}
		}
		if e.Topic == "price" && e.Independent == 1 && quotes(e, "people familiar", "消息人士", "Medienberichten") && e.Status == "happened" {
			t.Errorf("%s %q has happened, want hearsay", e.Date, e.Headline)
		}
	}
	if !of["bid"] || !of["valuation"] {
		t.Errorf("the sums are of %v, want bids and valuations told apart", of)
	}
}
