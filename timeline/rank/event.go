// Package rank tells which dates and events of a story matter.
//
// In: events. Out: scores. No I/O, no clock.
package rank

import (
	"math"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// Events sets the score of each event, from 0 up: how many independent origins
// tell it, on how many days they did, and whether its day is known. Loudness on
// one day counts little: articles beyond the independent ones add a tenth.
func Events(events []news.Event) {
	for i := range events {
		events[i].Score = score(events[i])
	}
}

func score(e news.Event) float64 {
	days := map[string]bool{}
	for _, v := range e.Evidence {
		if len(v.Published) >= len(time.DateOnly) {
			days[v.Published[:len(time.DateOnly)]] = true
		}
	}
	s := math.Log2(1+float64(e.Independent)) + 0.5*math.Log2(1+float64(len(days))) + 0.1*math.Log2(1+float64(e.Articles-e.Independent))
	if e.When.Days() > 7 {
		s *= 0.6
	}
	if e.Status == news.Reported || e.Status == news.Planned {
		s *= 0.9
	}
	return math.Round(s*1e4) / 1e4
}
