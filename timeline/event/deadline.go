package event

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/mention"
	"github.com/seed-7461731f/dateline/timeline/statement"
)

// A linker finds which terms took the place of which.
type linker struct {
	*teller
	terms []int // deadlines and plans, in the order told
	byDue []due // deadlines by their day
	steps map[int]news.DeadlineStep
}

// linkTerms gives deadlines and plans their history and outcome. One that a
// later article moves to another day keeps its own day and gets the outcome
// "moved"; both show every date told, in the order told.
func (t *teller) linkTerms() error {
	l := newLinker(t)
	before := map[int]int{} // later term -> the one it replaced
	for _, i := range l.terms {
		if j := l.replaced(i); j >= 0 && before[j] != i {
			before[i] = j
			t.events[j].Outcome = news.Moved
		}
	}
	for _, i := range l.terms {
		if t.events[i].Outcome == "" {
			t.events[i].Outcome = outcome(t.bundles[i].cues)
		}
	}
	for _, i := range slices.Sorted(maps.Keys(before)) {
		if err := l.tellHistory(before, i); err != nil {
			return err
		}
	}
	return nil
}

func newLinker(t *teller) *linker {
	l := &linker{teller: t, steps: map[int]news.DeadlineStep{}}
	first := map[int]*member{}
	for i := range t.events {
		if !isTerm(&t.events[i]) {
			continue
		}
		l.terms = append(l.terms, i)
		first[i] = new(member)
		t.unpack(t.bundles[i].first, first[i])
		if t.events[i].Status == news.Deadline {
			l.byDue = append(l.byDue, due{i, t.events[i].When.From, first[i].origin.Day})
		}
	}
	slices.SortStableFunc(l.terms, func(a, b int) int { return toldBefore(first[a], first[b]) })
	slices.SortStableFunc(l.byDue, func(a, b due) int { return a.day.Compare(b.day) })
	return l
}

// outcome is what the cues of a term's statements say became of it.
func outcome(cues statement.Cues) news.Outcome {
	switch {
	case cues.Has(mention.CueCancelled):
		return news.Lifted
	case cues.Has(mention.CueMissed):
		return news.Missed
	}
	return ""
}

// moves reports whether a statement says that a term was moved to its day.
func (s *member) moves() bool {
	return s.Move == statement.MovedTo || s.Move == statement.NoMove && (s.Cues.Has(mention.CueMoved) || s.Moved)
}

// tellHistory writes the chain of terms that ends with the i-th into all of
// them, unless a longer one is there.
func (l *linker) tellHistory(before map[int]int, i int) error {
	chain := []int{i}
	for j, ok := before[i]; ok && !slices.Contains(chain, j); j, ok = before[j] {
		chain = append(chain, j)
	}
	slices.Reverse(chain)
	history := make([]news.DeadlineStep, 0, len(chain))
	for _, k := range chain {
		step, err := l.step(k)
		if err != nil {
			return err
		}
		history = append(history, step)
	}
	for _, k := range chain {
		if e := &l.events[k]; len(history) > len(e.DeadlineHistory) {
			e.DeadlineHistory = history
		}
	}
	return nil
}

// step is what the history of a term says of its k-th event.
func (l *linker) step(k int) (news.DeadlineStep, error) {
	if step, ok := l.steps[k]; ok {
		return step, nil
	}
	e := &l.events[k]
	s := l.open(l.bundles[k]).firstOf(e.When)
	quote, err := l.quotes.get(s.said)
	step := news.DeadlineStep{Date: e.When.EDTF, By: s.origin.Publisher, URL: s.origin.Address, Quote: quote}
	if !s.origin.Day.IsZero() {
		step.Told = s.origin.Day.Format(time.DateOnly)
	}
	l.steps[k] = step
	return step, err
}

// Rival terms are those whose words are so alike that they must be one term,
// told with different days.
const (
	rivalLikeness = 0.30
	rivalOverlap  = 0.5
	rivalDays     = 10
)

// findConflicts notes, on the terms that differ by a few days and are told in
// like words by articles that each know one of them only, the other's day and
// who gives it.
func (t *teller) findConflicts() {
	var terms []int
	for i := range t.events {
		if e := &t.events[i]; e.Status == news.Deadline && e.When.Days() <= statement.ShortDays {
			terms = append(terms, i)
		}
	}
	slices.SortStableFunc(terms, func(i, j int) int { return t.events[i].When.From.Compare(t.events[j].When.From) })
	for n, i := range terms {
		for _, j := range terms[n+1:] {
			a, b := &t.events[i], &t.events[j]
			if b.When.From.Sub(a.When.From) > rivalDays*24*time.Hour {
				break
			}
			if a.Outcome != news.Moved && t.rivals(t.bundles[i], t.bundles[j]) {
				a.Conflicts = append(a.Conflicts, t.conflict(j))
				b.Conflicts = append(b.Conflicts, t.conflict(i))
			}
		}
	}
}

// rivals reports whether two bundles are one term told with two days. An article
// that tells both keeps them apart.
func (t *teller) rivals(a, b *bundle) bool {
	for _, i := range a.members[:min(len(a.members), spokesmen)] {
		for _, j := range b.members[:min(len(b.members), spokesmen)] {
			if t.toldAlike(t.records.at(i), t.records.at(j)) {
				return !t.shareText(a, b)
			}
		}
	}
	return false
}

// toldAlike reports whether two statements give one thing different days.
func (t *teller) toldAlike(a, b *record) bool {
	if a.base != b.base || t.whens.at(a.when).Overlaps(t.whens.at(b.when).Interval) {
		return false
	}
	share, _ := t.casts.at(a.cast).overlap(t.casts.at(b.cast))
	return share >= rivalOverlap && t.words.likeness(t.said.at(a.said), t.said.at(b.said)) >= rivalLikeness
}

func (t *teller) shareText(a, b *bundle) bool {
	texts := make(map[uint32]bool, len(a.members))
	for _, i := range a.members {
		texts[t.source(i).text] = true
	}
	return slices.ContainsFunc(b.members, func(i uint32) bool { return texts[t.source(i).text] })
}

// conflict is the date of the i-th event and who gives it.
func (t *teller) conflict(i int) news.Conflict {
	by := map[string]bool{}
	for _, r := range t.bundles[i].members {
		by[t.source(r).Publisher] = true
	}
	return news.Conflict{Field: "date", Value: t.events[i].When.EDTF, Sources: slices.Sorted(maps.Keys(by))}
}

// sumConflicts are the sums of one kind, and of one actor, that different
// origins give for one event. A bid and a valuation do not contradict one
// another, nor do two bidders' bids.
func (c *cluster) sumConflicts() (out []news.Conflict) {
	type sum struct{ of, payer, key string }
	by := map[sum]map[string]bool{}
	text, kinds := map[sum]string{}, map[sum]int{}
	for _, s := range c.members {
		if len(s.Amounts) == 0 {
			continue
		}
		a := s.Amounts[0]
		k := sum{a.Of, s.Payer, fmt.Sprintf("%s %020.2f", a.Currency, a.Value)}
		if by[k] == nil {
			by[k], text[k] = map[string]bool{}, a.Text
			kinds[sum{of: k.of, payer: k.payer}]++
		}
		by[k][s.origin.Publisher] = true
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
