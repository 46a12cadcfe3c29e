package main

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-7461731f/dateline/cmd/dateline/demo/gold"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// Floors, a little under what was measured when they were set: raise them when
// the rules get better.
const (
	floorDay    = 0.90 // of the gold events, told on an accepted day with one of their actors
	floorStatus = 0.80 // of those told, with the right status
	floorTopic  = 0.80 // of those told, with the right topic
)

// Ceilings, as measured when they were set: lower them when the rules get
// better.
const (
	ceilingFurniture = 0 // events that only the furniture of pages tells
	ceilingOther     = 0 // events that only pages of other stories tell
)

// furniture is what stands around the texts of the bundled pages with a date
// or a price in it.
var furniture = []string{
	"Nordlicht Systeme", "Stadtwerke Musterhausen", "Angebote des Tages", "Workshop", "Abend-Newsletter", "Pur-Abo",
	"Abstimmen bis", "Wanderkalender", "Lifte ab", "Hafenkonzert", "Black Week", "HZ+", "Stollen im Test",
	"Offer ends", "floats at $60bn", "FTSE 100", "GBP/USD", "Subscribe for", "Byte Plus", "Prime Day", "preorders start",
	"Ledger Live", "Legislative aide", "Press secretary", "Dec. 11 deadline", "12 gifts", "Retailer cuts",
	"扫码下载", "会员", "名酒特惠", "油价上调", "訂閱電子報", "耳機減至", "堂食禁令", "出口管制法自",
}

func TestDemoTellsTheEventsOfItsPages(t *testing.T) {
	var told []export.Event
	if err := json.Unmarshal(demoJSON(t, filepath.Join(t.TempDir(), "x.db")), &told); err != nil {
		t.Fatal(err)
	}
	want, err := gold.Events("demo")
	if err != nil {
		t.Fatal(err)
	}
	got := gold.Measure(want, told)
	t.Log(strings.Join(got.Faults, "\n"))
	for _, f := range []struct {
		what       string
		got, floor float64
	}{{"day", got.Day, floorDay}, {"status", got.Status, floorStatus}, {"topic", got.Topic, floorTopic}} {
		t.Logf("%s: %.2f of %d events", f.what, f.got, got.Events)
		if f.got < f.floor {
			t.Errorf("%s right for %.2f of the events, want at least %.2f", f.what, f.got, f.floor)
		}
	}
}

func TestDemoKeepsOutWhatIsNotTheStory(t *testing.T) {
	var told []export.Event
	if err := json.Unmarshal(demoJSON(t, filepath.Join(t.TempDir(), "x.db")), &told); err != nil {
		t.Fatal(err)
	}
	other := otherStories(t)
	var byFurniture, byOther int
	for _, e := range told {
		if onlyFrom(e, func(_, quote string) bool {
			return slices.ContainsFunc(furniture, func(f string) bool { return strings.Contains(quote, f) })
		}) {
			byFurniture++
			t.Logf("furniture: %s %s", e.From, e.Headline)
		}
		if onlyFrom(e, func(url, _ string) bool { return other[strings.TrimSuffix(url, "/")] }) {
			byOther++
			t.Logf("another story: %s %s", e.From, e.Headline)
		}
	}
	if byFurniture > ceilingFurniture || byOther > ceilingOther {
		t.Errorf("%d events of furniture, %d of other stories; want at most %d and %d", byFurniture, byOther, ceilingFurniture, ceilingOther)
	}
}

func onlyFrom(e export.Event, is func(url, quote string) bool) bool {
	for _, v := range e.Evidence {
		if !is(v.URL, v.Quote) {
			return false
		}
	}
	return true
}

// otherStories lists the pages that belong to no story, or to another.
func otherStories(t *testing.T) map[string]bool {
	t.Helper()
	articles, err := gold.Articles("demo")
	if err != nil {
		t.Fatal(err)
	}
	other := map[string]bool{}
	for _, a := range articles {
		if !a.Story {
			other[strings.TrimSuffix(a.URL, "/")] = true
		}
	}
	return other
}
