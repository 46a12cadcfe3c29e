package event

import (
	"maps"
	"slices"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/statement"
)

// Votes for the term that another took the place of, by where it stands: beside
// it in the sentence, elsewhere in the article, or only in the story.
const (
	inSentence = 4
	inArticle  = 2
	inStory    = 1

	// activeDays is how far ahead, at most, the term lies that a report without
	// another date can mean.
	activeDays = 120
)

// replaced finds the term that the i-th event took the place of, by the votes
// of the statements that say it was moved there; -1 is none.
func (l *linker) replaced(i int) int {
	votes := map[int]int{}
	var s member
	for _, r := range l.bundles[i].members {
		if l.unpack(r, &s); !s.moves() {
			continue
		}
		if j, weight := l.before(&s, i); j >= 0 {
			votes[j] += weight
		}
	}
	best := -1
	for _, j := range slices.Sorted(maps.Keys(votes)) {
		if n := votes[j]; n > 0 && (best < 0 || n > votes[best] || n == votes[best] && l.events[j].When.From.After(l.events[best].When.From)) {
			best = j
		}
	}
	return best
}

// before is the term that a statement says was moved to its own day.
func (l *linker) before(s *member, i int) (j, weight int) {
	if j := l.latest(s, i, func(told *record) bool { return int(told.sentence) == s.Sentence }); j >= 0 {
		return j, inSentence
	}
	if j := l.latest(s, i, func(told *record) bool { return int(told.sentence) == s.Sentence-1 }); j >= 0 {
		return j, inSentence
	}
	if j := l.latest(s, i, func(*record) bool { return true }); j >= 0 {
		return j, inArticle
	}
	if s.origin.Day.IsZero() {
		return -1, 0
	}
	// The first of the deadlines told by then that were still to come is the one
	// that was moved.
	from := s.origin.Day.AddDate(0, 0, -statement.ShortDays)
	at, _ := slices.BinarySearchFunc(l.byDue, from, func(d due, t time.Time) int { return d.day.Compare(t) })
	for _, d := range l.byDue[at:] {
		if d.day.Sub(s.origin.Day) > activeDays*24*time.Hour {
			break
		}
		if !d.told.After(s.origin.Day) && l.earlier(d.event, i) {
			return d.event, inStory
		}
	}
	return -1, 0
}

// A due deadline is an event, its day, and the day on which it was first told.
type due struct {
	event     int
	day, told time.Time
}

// latest is the last term before the day of s that some statement of its
// article tells; of one day the one founded first.
func (l *linker) latest(s *member, i int, some func(*record) bool) int {
	best, day := -1, time.Time{}
	for k := s.origin.first; k < s.origin.end; k++ {
		x := l.records.at(k)
		j, from := int(x.home)-1, l.whens.at(x.when).From
		if j < 0 || l.origins[x.source] != s.origin || !some(x) || !from.Before(s.When.From) {
			continue
		}
		if (best < 0 || from.After(day) || from.Equal(day) && j < best) && l.earlier(j, i) {
			best, day = j, from
		}
	}
	return best
}

// earlier reports whether the j-th event is a term that the i-th may have taken
// the place of.
func (l *linker) earlier(j, i int) bool {
	a, b := &l.events[j], &l.events[i]
	// They must speak of somebody in common, named or implied.
	return j != i && isTerm(a) && a.When.From.Before(b.When.From) && a.When.Days() == 1 && l.bundles[j].bits.meet(l.bundles[i].bits)
}

func isTerm(e *news.Event) bool { return e.Status == news.Deadline || e.Status == news.Planned }
