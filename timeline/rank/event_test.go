package rank_test

import (
	"testing"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/rank"
)

// event is told on the given days by as many independent articles.
func event(when string, status news.Status, published ...string) news.Event {
	e := news.Event{When: news.Interval{From: date(when), To: date(when).AddDate(0, 0, 1)}, Status: status, Articles: len(published), Independent: len(published)}
	for _, p := range published {
		e.Evidence = append(e.Evidence, news.Evidence{Published: p})
	}
	return e
}

var eventTests = []struct {
	name       string
	more, less news.Event
}{
	{"many origins over one", event("2020-05-04", news.Happened, "2020-05-04", "2020-05-04", "2020-05-05"), event("2020-05-04", news.Happened, "2020-05-04")},
	{"told on three days over loud on one", event("2020-05-04", news.Happened, "2020-05-04", "2020-05-05", "2020-05-09"),
		event("2020-05-04", news.Happened, "2020-05-04", "2020-05-04", "2020-05-04")},
	{"told for months over told for days", event("2020-05-04", news.Happened, "2020-05-04", "2020-09-05"), event("2020-05-04", news.Happened, "2020-05-04", "2020-05-05")},
	{"awaited and remembered over remembered", event("2020-05-04", news.Happened, "2020-05-01", "2020-05-08"), event("2020-05-04", news.Happened, "2020-05-05", "2020-05-12")},
	{"done over planned", event("2020-05-04", news.Happened, "2020-05-01"), event("2020-05-04", news.Planned, "2020-05-01")},
	{"two origins over one and nine copies", event("2020-05-04", news.Happened, "2020-05-04", "2020-05-04"),
		news.Event{When: event("2020-05-04", news.Happened).When, Articles: 10, Independent: 1, Evidence: []news.Evidence{{Published: "2020-05-04"}}}},
	{"a day over a month", event("2020-05-04", news.Happened, "2020-06-04"),
		news.Event{When: news.Interval{From: date("2020-05-01"), To: date("2020-06-01")}, Articles: 1, Independent: 1, Evidence: []news.Evidence{{Published: "2020-06-04"}}}},
	{"told firmly over told in passing", firm(event("2020-05-04", news.Happened, "2020-05-04")), event("2020-05-04", news.Happened, "2020-05-04")},
}

func firm(e news.Event) news.Event {
	e.Firmness = 1
	return e
}

func TestEventsScoreByIndependenceAndDuration(t *testing.T) {
	for _, test := range eventTests {
		t.Run(test.name, func(t *testing.T) {
			if more, less := rank.Event(&test.more), rank.Event(&test.less); more <= less {
				t.Errorf("Event scores %v and %v, want the first higher", more, less)
			}
		})
	}
}

func TestEventsScoreWhatHasNoDates(t *testing.T) {
	undated := news.Event{Firmness: 1, Independent: 1, Articles: 1, Evidence: []news.Evidence{{Published: ""}, {Published: "2020-13-45T00:00"}}}
	if one, none := rank.Event(&undated), rank.Event(&news.Event{}); one != 1 || none != 0 {
		t.Errorf("Event scores %v and %v, want 1 for one origin and 0 for none", one, none)
	}
}
