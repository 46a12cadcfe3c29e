package event

import (
	"slices"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/mention"
)

// linkDeadlines gives deadlines and plans their history. One that a later
// article moves to another day keeps its own day, gets the outcome "moved", and
// both show every date told, in the order told.
func linkDeadlines(events []news.Event, clusters []*cluster) {
	var terms []int
	for i, e := range events {
		if e.Status == news.Deadline || e.Status == news.Planned {
			terms = append(terms, i)
		}
	}
	slices.SortStableFunc(terms, func(a, b int) int { return toldBefore(clusters[a].first(), clusters[b].first()) })
	before := map[int]int{} // later term -> the one it replaced
	for n, i := range terms {
		if !clusters[i].says(mention.CueMoved) {
			continue
		}
		if j := replaced(events, clusters, terms[:n], i); j >= 0 {
			before[i] = j
			events[j].Outcome = news.Moved
		}
	}
	for _, i := range terms {
		switch {
		case events[i].Outcome != "":
		case clusters[i].says(mention.CueCancelled):
			events[i].Outcome = news.Lifted
		case clusters[i].says(mention.CueMissed):
			events[i].Outcome = news.Missed
		}
	}
	for i := range before {
		chain := []int{i}
		for j, ok := before[i]; ok && len(chain) < 100; j, ok = before[j] {
			chain = append(chain, j)
		}
		slices.Reverse(chain)
		history := make([]news.DeadlineStep, 0, len(chain))
		for _, k := range chain {
			history = append(history, step(events[k], clusters[k].first()))
		}
		for _, k := range chain {
			if len(history) > len(events[k].DeadlineHistory) {
				events[k].DeadlineHistory = history
			}
		}
	}
}

// replaced finds the term that the i-th event moves: of the same topic and
// actors, told before, due earlier; the latest such.
func replaced(events []news.Event, clusters []*cluster, told []int, i int) int {
	best := -1
	for _, j := range told {
		same := events[j].Topic == events[i].Topic && len(shared(events[i].Actors, events[j].Actors)) > 0
		if !same || !events[j].When.From.Before(events[i].When.From) || events[j].Outcome == news.Moved {
			continue
		}
		if best < 0 || events[j].When.From.After(events[best].When.From) {
			best = j
		}
	}
	return best
}

func (c *cluster) says(cue string) bool {
	return slices.ContainsFunc(c.members, func(s *Statement) bool { return s.cues[cue] })
}

func step(e news.Event, s *Statement) news.DeadlineStep {
	told := ""
	if !s.from.day.IsZero() {
		told = s.from.day.Format(time.DateOnly)
	}
	return news.DeadlineStep{Date: e.When.EDTF, Told: told, By: s.from.publisher, URL: s.from.url, Quote: s.quote}
}
