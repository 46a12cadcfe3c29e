package export

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

func TestAnUndatedEventIsUpdatedWhenItWasSeen(t *testing.T) {
	seen := time.Date(2024, 5, 6, 4, 0, 0, 0, time.UTC)
	f := Feed{Story: dam, Seen: map[string]time.Time{"e000000000001": seen.AddDate(1, 0, 0), "e000000000003": seen}}
	raw := string(written(t, atomFormat, f, damEvents))
	if strings.Contains(raw, "1970") || strings.Count(raw, "<updated>2024-05-06T04:00:00Z</updated>") != 2 {
		t.Errorf("want 2024-05-06 as that of the feed and of its undated entry, no other's and no 1970:\n%s", raw)
	}
}

func TestNewestBeginsWithWhatChangedLast(t *testing.T) {
	at := func(day int) time.Time { return time.Date(2024, 6, day, 4, 0, 0, 0, time.UTC) }
	for _, test := range []struct {
		name string
		feed Feed
		want []string
	}{
		{"one was revised", damFeed, []string{"e000000000002", "e000000000001", "e000000000003"}},
		{"all seen at once", Feed{Seen: map[string]time.Time{"e000000000001": at(1), "e000000000002": at(1), "e000000000003": at(1)}},
			[]string{"e000000000003", "e000000000002", "e000000000001"}},
		{"an old report seen last", Feed{Seen: map[string]time.Time{"e000000000001": at(2), "e000000000002": at(1), "e000000000003": at(1)}},
			[]string{"e000000000001", "e000000000003", "e000000000002"}},
	} {
		events := slices.Clone(damEvents)
		test.feed.Newest(events)
		var got []string
		for _, e := range events {
			got = append(got, e.ID)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: Newest gives %v, want %v", test.name, got, test.want)
		}
	}
}

func TestEvidenceWhosePageIsGoneIsMarked(t *testing.T) {
	e := damEvents[0]
	e.Evidence = slices.Clone(e.Evidence)
	e.Evidence[0].Gone = "2024-06-01"
	for _, f := range []format{jsonFeedFormat, atomFormat, slidesFormat, {"md", plain(MarkdownQuotes)}} {
		if raw := string(written(t, f, damFeed, []news.Event{e})); strings.Count(raw, "page gone since 2024-06-01") != 1 {
			t.Errorf("%s: want one note that the page is gone:\n%s", f.golden, raw)
		}
	}
	if raw := string(written(t, formats[4], damFeed, []news.Event{e})); !strings.Contains(raw, `"gone": "2024-06-01"`) {
		t.Errorf("the JSON does not say it:\n%s", raw)
	}
}

// ldGraph is what a reader of JSON-LD finds in an export.
type ldGraph struct {
	Count int `json:"numberOfItems"`
	Items []struct {
		Position int
		Item     map[string]any
	} `json:"itemListElement"`
}

func readLD(t *testing.T, events []news.Event) (g ldGraph) {
	t.Helper()
	if err := json.Unmarshal(written(t, format{"jsonld", JSONLD}, damFeed, events), &g); err != nil {
		t.Fatal(err)
	}
	return g
}

func TestOnlyWhatHappensIsAnEventOfSchemaOrg(t *testing.T) {
	plan := func(outcome news.Outcome, history ...news.DeadlineStep) news.Event {
		e := damEvents[2]
		e.Outcome, e.DeadlineHistory = outcome, history
		return e
	}
	for _, test := range []struct {
		name string
		e    news.Event
		want map[string]any
	}{
		{"happened", damEvents[0], map[string]any{"@type": "Event", "startDate": "2024-03-12", "endDate": nil, "eventStatus": nil, "url": "https://news.example/e/e000000000001"}},
		{"deadline", damEvents[1], map[string]any{"@type": "Claim", "temporalCoverage": "2024-04-15", "startDate": nil}},
		{"plan of a month", plan(""), map[string]any{"@type": "Event", "startDate": "2024-05", "eventStatus": "https://schema.org/EventScheduled",
			"disambiguatingDescription": "about May 2024 (planned)"}},
		{"cancelled", plan(news.Cancelled), map[string]any{"eventStatus": "https://schema.org/EventCancelled"}},
		{"moved", plan(news.Moved, news.DeadlineStep{Date: "2024-04-20"}, news.DeadlineStep{Date: "2024-05~"}),
			map[string]any{"eventStatus": "https://schema.org/EventRescheduled", "previousStartDate": "2024-04-20"}},
		{"undated", news.Event{ID: "e1", Status: news.Happened}, map[string]any{"startDate": nil, "name": "Event of unknown date"}},
		{"week", news.Event{ID: "e1", Status: news.Happened, When: days("2024-03-11", "2024-03-18", news.GrainWeek, "2024-03-11/2024-03-17")},
			map[string]any{"startDate": "2024-03-11", "endDate": "2024-03-17"}},
	} {
		item := readLD(t, []news.Event{test.e}).Items[0].Item
		for key, want := range test.want {
			if item[key] != want {
				t.Errorf("%s: %s is %v, want %v", test.name, key, item[key], want)
			}
		}
	}
}

func TestNoPageWritesIntoJSONLD(t *testing.T) {
	eachHostile(t, func(t *testing.T, e news.Event) {
		raw := written(t, format{"jsonld", JSONLD}, damFeed, []news.Event{e})
		checkText(t, raw)
		if strings.ContainsAny(string(raw), "<>&") {
			t.Errorf("it cannot stand in a script element:\n%s", raw)
		}
		for _, bad := range []string{`"url": "javascript:`, `"url": "data:`, `"url": "file:`} {
			if strings.Contains(string(raw), bad) {
				t.Errorf("a link that is none:\n%s", raw)
			}
		}
		if g := readLD(t, []news.Event{e}); g.Count != 1 || len(g.Items) != 1 || g.Items[0].Position != 1 {
			t.Errorf("%+v, want one item", g)
		}
	})
}
