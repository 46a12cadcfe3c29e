package rank_test

import (
	"testing"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/rank"
)

func TestSpreadKeepsNeighbouringDaysFromCrowding(t *testing.T) {
	var events []news.Event
	for _, x := range []struct {
		id, day string
		score   float64
	}{{"a", "2020-05-04", 4}, {"b", "2020-05-04", 3.9}, {"c", "2020-05-05", 3.8}, {"d", "2020-06-01", 3}, {"e", "2020-07-01", 2}} {
		e := event(x.day, news.Happened)
		e.ID, e.Score = x.id, x.score
		events = append(events, e)
	}
	for _, tt := range []struct {
		limit int
		want  string
	}{{3, "ade"}, {0, "adebc"}, {9, "adebc"}, {1, "a"}} {
		got := ""
		for _, e := range rank.Spread(events, tt.limit) {
			got += e.ID
		}
		if got != tt.want {
			t.Errorf("Spread(_, %d) = %s, want %s", tt.limit, got, tt.want)
		}
	}
	if got := rank.Spread(nil, 5); len(got) != 0 {
		t.Errorf("Spread of no events = %v", got)
	}
}
