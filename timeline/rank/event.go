package rank

import (
	"math"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// What makes an event matter, in doublings of the number of its origins.
const (
	daysGain      = 0.5  // for each doubling of the days on which it is told
	weeksGain     = 0.15 // for each doubling of the weeks between first and last
	awaitedGain   = 0.25 // told before its day and after
	copiesGain    = 0.1  // for each doubling of the articles that are copies
	vagueShare    = 0.6  // of an event of which not even the week is known
	unprovenShare = 0.9  // of what is planned or hearsay
	passingShare  = 0.8  // of what is told in passing, the less the firmer
	weekDays      = 7
)

// Event is the score of an event, from 0 up: how many independent origins tell
// it, on how many days and over how long, before its day and after, and whether
// its day is known. Loudness on one day counts little: articles beyond the
// independent ones add a tenth.
func Event(e *news.Event) float64 {
	t := tellingOf(e)
	s := doublings(e.Independent) + daysGain*doublings(t.days) + weeksGain*doublings(t.weeks) + copiesGain*doublings(e.Articles-e.Independent)
	if t.before && t.after {
		s += awaitedGain
	}
	s *= passingShare + (1-passingShare)*e.Firmness
	if e.When.Days() > weekDays {
		s *= vagueShare
	}
	if e.Status == news.Reported || e.Status == news.Planned {
		s *= unprovenShare
	}
	return math.Round(s*1e4) / 1e4
}

func doublings(n int) float64 { return math.Log2(1 + float64(max(n, 0))) }

// A telling is when an event was told.
type telling struct {
	days, weeks   int
	before, after bool // its day
}

func tellingOf(e *news.Event) (t telling) {
	days := map[string]bool{}
	var first, last time.Time
	for _, v := range e.Evidence {
		if len(v.Published) < len(time.DateOnly) {
			continue
		}
		on, err := time.Parse(time.DateOnly, v.Published[:len(time.DateOnly)])
		if err != nil {
			continue
		}
		days[v.Published[:len(time.DateOnly)]] = true
		if first.IsZero() || on.Before(first) {
			first = on
		}
		if on.After(last) {
			last = on
		}
	}
	t.days, t.weeks = len(days), int(last.Sub(first).Hours()/24/weekDays)
	t.before = e.When.Known() && t.days > 0 && first.Before(e.When.From)
	t.after = e.When.Known() && t.days > 0 && !last.Before(e.When.To)
	return t
}
