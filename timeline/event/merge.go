package event

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// The likeness from which statements merge, and what adds up to it. The values
// were chosen on hand-labelled statements of one story.
const (
	mergeAt      = 0.62
	topicWeight  = 0.35
	actorWeight  = 0.40
	wordWeight   = 0.60
	amountWeight = 0.20
	awayWeight   = 0.35 // lost when the days differ by one
	vagueWeight  = 0.10 // lost when a coarse time joins a day
	foreignWords = 0.22 // stands for word likeness across languages
	longestDays  = 3    // an interval up to this long is a day for merging
)

// A cluster is the statements of one event to be.
type cluster struct {
	members []Statement
	fine    bool // it has a member dated to the day
	actors  map[string]int
	why     []string
	span    news.Interval // of the first member
}

// Merge groups statements into clusters. The order of the input does not matter.
func merge(all []Statement) []*cluster {
	sortStatements(all)
	f := count(all)
	var fine, coarse []Statement
	for _, s := range all {
		if s.when.Days() <= longestDays {
			fine = append(fine, s)
		} else {
			coarse = append(coarse, s)
		}
	}
	m := merger{f: f, byDay: map[time.Time][]*cluster{}}
	for _, s := range fine {
		m.place(s)
	}
	slices.SortStableFunc(coarse, func(a, b Statement) int { return cmp.Compare(a.when.Days(), b.when.Days()) })
	for _, s := range coarse {
		m.place(s)
	}
	return m.clusters
}

// sortStatements orders statements by day, then by who told it first: an order
// that does not depend on arrival.
func sortStatements(all []Statement) {
	slices.SortFunc(all, func(a, b Statement) int {
		return cmp.Or(
			a.when.From.Compare(b.when.From), a.when.To.Compare(b.when.To),
			a.from.published.Compare(b.from.published), cmp.Compare(a.from.url, b.from.url),
			cmp.Compare(a.sentence, b.sentence), cmp.Compare(a.ordinal, b.ordinal))
	})
}

type merger struct {
	f        frequencies
	clusters []*cluster
	byDay    map[time.Time][]*cluster // under every day of a cluster's interval, up to maxSpan
}

// place adds a statement to the cluster it is most like, or founds one.
func (m *merger) place(s Statement) {
	var best *cluster
	score, why := mergeAt, ""
	for _, c := range m.candidates(s) {
		if x, reason := m.compare(s, c); x > score {
			best, score, why = c, x, reason
		}
	}
	if best == nil {
		best = &cluster{actors: map[string]int{}, span: s.when}
		m.clusters = append(m.clusters, best)
	} else {
		best.why = append(best.why, fmt.Sprintf("%s, sentence %d: %s", s.from.url, s.sentence, why))
	}
	best.members = append(best.members, s)
	best.fine = best.fine || s.when.Days() <= longestDays
	for _, a := range s.actors {
		best.actors[a]++
	}
	for d := s.when.From; d.Before(s.when.To); d = d.AddDate(0, 0, 1) {
		if list := m.byDay[d]; !slices.Contains(list, best) {
			m.byDay[d] = append(list, best)
		}
	}
}

// candidates are the clusters that share a day with s, or lie beside it, in
// the order in which they were founded.
func (m *merger) candidates(s Statement) []*cluster {
	var out []*cluster
	seen := map[*cluster]bool{}
	from, to := s.when.From, s.when.To
	if s.when.Days() <= longestDays {
		from, to = from.AddDate(0, 0, -1), to.AddDate(0, 0, 1)
	}
	for d := from; d.Before(to); d = d.AddDate(0, 0, 1) {
		for _, c := range m.byDay[d] {
			if !seen[c] {
				seen[c] = true
				out = append(out, c)
			}
		}
	}
	return out
}

// compare scores how well s fits a cluster, and says why.
func (m *merger) compare(s Statement, c *cluster) (score float64, why string) {
	if forbids(s, c) {
		return 0, ""
	}
	var best float64
	for i := range c.members {
		if x, reason := m.pair(s, c.members[i]); x > best {
			best, why = x, reason
		}
	}
	return best, why
}

// forbids tells whether a member rules s out: one article does not give one
// event two times, and a term does not merge with what happened.
func forbids(s Statement, c *cluster) bool {
	for _, o := range c.members {
		sameText := o.from == s.from || o.from.group != 0 && o.from.group == s.from.group
		if sameText && !o.when.Overlaps(s.when) {
			return true
		}
		if o.from == s.from && o.sentence == s.sentence && o.ordinal != s.ordinal {
			return true
		}
		if (o.status == news.Deadline) != (s.status == news.Deadline) {
			return true
		}
	}
	return false
}

// pair scores two statements.
func (m *merger) pair(a, b Statement) (score float64, why string) {
	if copied(a, b) {
		return 2, "the same sentence in a copy"
	}
	var parts []string
	if a.topic == b.topic {
		score += topicWeight
		parts = append(parts, "topic "+a.topic)
	}
	if o := m.f.overlap(a.actors, b.actors); o > 0 {
		score += actorWeight * o
		parts = append(parts, "actors "+strings.Join(shared(a.actors, b.actors), " "))
	} else {
		return 0, ""
	}
	if sameLanguage(a, b) {
		l := m.f.likeness(a.words, b.words)
		score += wordWeight * l
		parts = append(parts, fmt.Sprintf("words %.2f", l))
	} else {
		score += foreignWords
		parts = append(parts, "another language")
	}
	score += amountWeight * agreement(a.amounts, b.amounts)
	switch {
	case !a.when.Overlaps(b.when):
		score -= awayWeight
		parts = append(parts, "days beside one another")
	case a.when.Days() != b.when.Days():
		score -= vagueWeight
		parts = append(parts, "a coarser time that holds the day")
	default:
		parts = append(parts, "same day")
	}
	return score, strings.Join(parts, ", ")
}

func copied(a, b Statement) bool {
	return a.from.group != 0 && a.from.group == b.from.group && a.quote == b.quote && a.ordinal == b.ordinal && a.when.Overlaps(b.when)
}

func sameLanguage(a, b Statement) bool {
	base := func(s string) string { s, _, _ = strings.Cut(s, "-"); return s }
	return base(a.from.language) == base(b.from.language)
}

func shared(a, b []string) []string {
	var out []string
	for _, x := range a {
		if slices.Contains(b, x) {
			out = append(out, x)
		}
	}
	return out
}

// agreement is 1 when the statements name a sum in common, -1 when both name
// sums and none is in common, else 0.
func agreement(a, b []news.Amount) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	for _, x := range a {
		for _, y := range b {
			if x.Value == y.Value && x.Currency == y.Currency {
				return 1
			}
		}
	}
	return -1
}
