package event

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/mention"
)

// A linker finds which terms took the place of which.
type linker struct {
	events     []news.Event
	clusters   []*cluster
	terms      []int // deadlines and plans, in the order told
	bySentence map[place][]told
	byText     map[*origin][]told
	byDue      []due // deadlines by their day
}

// linkTerms gives deadlines and plans their history and outcome. One that a
// later article moves to another day keeps its own day and gets the outcome
// "moved"; both show every date told, in the order told.
func linkTerms(events []news.Event, clusters []*cluster) {
	l := newLinker(events, clusters)
	before := map[int]int{} // later term -> the one it replaced
	for _, i := range l.terms {
		if j := l.replaced(i); j >= 0 && before[j] != i {
			before[i] = j
			events[j].Outcome = news.Moved
		}
	}
	for _, i := range l.terms {
		if events[i].Outcome == "" {
			events[i].Outcome = clusters[i].outcome()
		}
	}
	for _, i := range slices.Sorted(maps.Keys(before)) {
		tellHistory(events, clusters, before, i)
	}
}

func newLinker(events []news.Event, clusters []*cluster) *linker {
	l := &linker{events: events, clusters: clusters, bySentence: map[place][]told{}, byText: map[*origin][]told{}}
	for i := range events {
		if !isTerm(&events[i]) {
			continue
		}
		l.terms = append(l.terms, i)
		for _, s := range clusters[i].members {
			x := told{i, s.when.From}
			p := place{s.source, s.sentence}
			l.bySentence[p] = append(l.bySentence[p], x)
			l.byText[s.source] = append(l.byText[s.source], x)
		}
	}
	first := make(map[int]*Statement, len(l.terms))
	for _, i := range l.terms {
		first[i] = clusters[i].first()
		if events[i].Status == news.Deadline {
			l.byDue = append(l.byDue, due{i, events[i].When.From, first[i].source.day})
		}
	}
	slices.SortStableFunc(l.terms, func(a, b int) int { return toldBefore(first[a], first[b]) })
	slices.SortStableFunc(l.byDue, func(a, b due) int { return a.day.Compare(b.day) })
	return l
}

// outcome is what the statements of a term say became of it.
func (c *cluster) outcome() news.Outcome {
	switch {
	case c.says(mention.CueCancelled):
		return news.Lifted
	case c.says(mention.CueMissed):
		return news.Missed
	}
	return ""
}

// A place is a sentence of an article.
type place struct {
	from     *origin
	sentence int
}

// moves tells whether a statement says that a term was moved to its day.
func (s *Statement) moves() bool {
	return s.move == movedTo || s.move == noMove && (s.cues.has(mention.CueMoved) || s.moved)
}

// tellHistory writes the chain of terms that ends with the i-th into all of
// them, unless a longer one is there.
func tellHistory(events []news.Event, clusters []*cluster, before map[int]int, i int) {
	chain := []int{i}
	for j, ok := before[i]; ok && !slices.Contains(chain, j); j, ok = before[j] {
		chain = append(chain, j)
	}
	slices.Reverse(chain)
	history := make([]news.DeadlineStep, 0, len(chain))
	for _, k := range chain {
		history = append(history, step(events[k], clusters[k].firstOf(events[k].When)))
	}
	for _, k := range chain {
		if len(history) > len(events[k].DeadlineHistory) {
			events[k].DeadlineHistory = history
		}
	}
}

func (c *cluster) says(cue string) bool {
	return slices.ContainsFunc(c.members, func(s *Statement) bool { return s.cues.has(cue) })
}

func step(e news.Event, s *Statement) news.DeadlineStep {
	told := ""
	if !s.source.day.IsZero() {
		told = s.source.day.Format(time.DateOnly)
	}
	return news.DeadlineStep{Date: e.When.EDTF, Told: told, By: s.source.publisher, URL: s.source.address, Quote: s.quote}
}

// Rival terms are those whose words are so alike that they must be one term,
// told with different days.
const (
	rivalLikeness = 0.30
	rivalDays     = 10
)

// findConflicts notes, on the terms that differ by a few days and are told in
// like words by articles that each know one of them only, the other's day and
// who gives it.
func findConflicts(events []news.Event, clusters []*cluster) {
	var terms []int
	for i, e := range events {
		if e.Status == news.Deadline && e.When.Days() <= longestDays {
			terms = append(terms, i)
		}
	}
	slices.SortStableFunc(terms, func(a, b int) int { return events[a].When.From.Compare(events[b].When.From) })
	for n, i := range terms {
		for _, j := range terms[n+1:] {
			if events[j].When.From.Sub(events[i].When.From) > rivalDays*24*time.Hour {
				break
			}
			if rivals(clusters[i], clusters[j]) && events[i].Outcome != news.Moved {
				events[i].Conflicts = append(events[i].Conflicts, conflict(events[j], clusters[j]))
				events[j].Conflicts = append(events[j].Conflicts, conflict(events[i], clusters[i]))
			}
		}
	}
}

// rivals tells whether two clusters are one term told with two days.
func rivals(a, b *cluster) bool {
	for text := range a.texts {
		if len(b.texts[text]) > 0 {
			return false // an article that tells both keeps them apart
		}
	}
	for _, s := range a.members[:min(len(a.members), spokesmen)] {
		for _, o := range b.members[:min(len(b.members), spokesmen)] {
			if s.when.Overlaps(o.when) || s.base != o.base {
				continue
			}
			if share, _ := overlap(s, o); share >= 0.5 && likeness(s, o) >= rivalLikeness {
				return true
			}
		}
	}
	return false
}

func conflict(e news.Event, c *cluster) news.Conflict {
	by := map[string]bool{}
	for _, s := range c.members {
		by[s.source.publisher] = true
	}
	return news.Conflict{Field: "date", Value: e.When.EDTF, Sources: slices.Sorted(maps.Keys(by))}
}

// sumConflicts are the sums of one kind, and of one actor, that different
// origins give for one event. A bid and a valuation do not contradict one
// another, nor do two bidders' bids.
func (c *cluster) sumConflicts() (out []news.Conflict) {
	type sum struct{ of, payer, key string }
	by := map[sum]map[string]bool{}
	text, kinds := map[sum]string{}, map[sum]int{}
	for _, s := range c.members {
		if len(s.amounts) == 0 {
			continue
		}
		a := s.amounts[0]
		k := sum{a.Of, s.payer, fmt.Sprintf("%s %020.2f", a.Currency, a.Value)}
		if by[k] == nil {
			by[k], text[k] = map[string]bool{}, a.Text
			kinds[sum{of: k.of, payer: k.payer}]++
		}
		by[k][s.source.publisher] = true
	}
	keys := slices.SortedFunc(maps.Keys(by), func(a, b sum) int {
		return cmp.Or(cmp.Compare(a.of, b.of), cmp.Compare(a.payer, b.payer), cmp.Compare(a.key, b.key))
	})
	for _, k := range keys {
		if kinds[sum{of: k.of, payer: k.payer}] > 1 {
			out = append(out, news.Conflict{Field: "amount", Value: text[k], Sources: slices.Sorted(maps.Keys(by[k]))})
		}
	}
	return out
}
