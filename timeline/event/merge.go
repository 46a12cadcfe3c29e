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
	mergeAt        = 0.8
	topicWeight    = 0.35
	actorWeight    = 0.40
	wordWeight     = 0.60
	amountWeight   = 0.20
	awayWeight     = 0.35 // lost when the days differ by one
	vagueWeight    = 0.1  // lost when a coarse time joins a day
	coarseWeight   = 0.15 // lost when the same week or month is all that is known of both
	foreignWords   = 0.22 // stands for word likeness across languages
	foreignLittle  = 0.12 // the same where a time is longer than a part of a month, or few names agree
	foreignActors  = 1.5  // IDF of the names in common that are enough: one in a fifth of the statements
	termWeight     = 0.1  // of two deadlines
	headlineWeight = 0.25 // of a headline and what its own text dates to that day

	longestDays  = 3  // a time up to this long is a day for merging
	longestPart  = 11 // a time up to this long is a part of a month
	longestMonth = 31 // a time above this merges with none but its equals
	spokesmen    = 8  // members that a new statement is compared with
)

// A cluster is the statements of one event to be.
type cluster struct {
	members []*Statement
	actors  map[string]int
	bits    [4]uint64
	term    bool                   // a member is a deadline
	fact    bool                   // a member happened, or was reported
	texts   map[int32][]*Statement // members by text: article, or group of copies
	why     []string
	seen    int // the last statement it was a candidate for
}

// A merger places statements one by one.
type merger struct {
	clusters []*cluster
	byDay    map[int][]*cluster    // under every day of a member of up to a month
	bySpan   map[[2]int][]*cluster // of longer ones, under their very days
	turn     int
}

// merge groups statements into clusters. The order of the input does not
// matter: days are placed before coarser times, and of one length the earliest
// first, then what was told first.
func merge(all []Statement) []*cluster {
	order := make([]*Statement, len(all))
	for i := range all {
		order[i] = &all[i]
	}
	sortStatements(order)
	weigh(order)
	m := merger{byDay: map[int][]*cluster{}, bySpan: map[[2]int][]*cluster{}}
	slices.SortStableFunc(order, func(a, b *Statement) int {
		return cmp.Compare(max(a.when.Days(), longestDays), max(b.when.Days(), longestDays))
	})
	for _, s := range order {
		m.place(s)
	}
	return m.clusters
}

// sortStatements orders statements by day, then by who told it first: an order
// that does not depend on arrival.
func sortStatements(all []*Statement) {
	slices.SortFunc(all, func(a, b *Statement) int {
		return cmp.Or(
			a.when.From.Compare(b.when.From), a.when.To.Compare(b.when.To),
			a.source.published.Compare(b.source.published), cmp.Compare(a.source.url, b.source.url),
			cmp.Compare(a.sentence, b.sentence), cmp.Compare(a.ordinal, b.ordinal))
	})
}

// days gives the first day and the day after the last as numbers.
func days(i news.Interval) (from, to int) {
	const second = int64(24 * time.Hour / time.Second)
	return int(i.From.Unix() / second), int(i.To.Unix() / second)
}

// place adds a statement to the cluster it is most like, or founds one.
func (m *merger) place(s *Statement) {
	m.turn++
	var best *cluster
	var like *Statement
	score := mergeAt
	for _, c := range m.candidates(s) {
		if x, o := c.compare(s, score); x > score {
			best, score, like = c, x, o
		}
	}
	if best == nil {
		best = &cluster{actors: map[string]int{}, texts: map[int32][]*Statement{}}
		best.why = m.apart(s)
		m.clusters = append(m.clusters, best)
	} else if len(best.why) < maxWhy {
		best.why = append(best.why, fmt.Sprintf("%s, sentence %d: %s", s.source.url, s.sentence, reason(s, like)))
	}
	best.add(s)
	m.register(best, s)
}

// maxWhy bounds the reasons kept of one event: a day that a thousand articles
// tell is not understood by the last nine hundred of them.
const maxWhy = 100

// apartAt is the likeness from which it is worth saying why a statement founded
// an event of its own beside another.
const apartAt = 0.6

// maxApart is with how many clusters a founding statement is held for that.
const maxApart = 12

// apart tells why a founding statement was kept apart from the cluster it is
// most like, if it is like any.
func (m *merger) apart(s *Statement) []string {
	m.turn++
	near := m.candidates(s)
	var like *Statement
	score := apartAt
	for _, c := range near[:min(len(near), maxApart)] {
		if x, o := c.compare(s, score); x > score {
			like, score = o, x
		}
	}
	if like == nil {
		return nil
	}
	return []string{fmt.Sprintf("%s, sentence %d: kept apart at %.2f of %.2f: %s", s.source.url, s.sentence, score, mergeAt, difference(s, like))}
}

// difference tells in words what keeps two statements apart.
func difference(a, b *Statement) string {
	var parts []string
	if a.topic != b.topic {
		parts = append(parts, "topic "+a.topic+", not "+b.topic)
	}
	if a.base == b.base {
		parts = append(parts, fmt.Sprintf("words only %.2f alike", likeness(a, b)))
	} else {
		parts = append(parts, "another language")
	}
	if agreement(a.amounts, b.amounts) < 0 {
		parts = append(parts, "other sums")
	}
	if !a.when.Overlaps(b.when) {
		parts = append(parts, "days beside one another")
	}
	return strings.Join(parts, ", ") + fmt.Sprintf("; from %s, sentence %d", b.source.url, b.sentence)
}

func (c *cluster) add(s *Statement) {
	c.members = append(c.members, s)
	c.term = c.term || s.status == news.Deadline
	c.fact = c.fact || s.status == news.Happened || s.status == news.Reported
	c.texts[s.text] = append(c.texts[s.text], s)
	for _, a := range s.actors {
		c.actors[a]++
	}
	for i := range c.bits {
		c.bits[i] |= s.bits[i]
	}
}

func (m *merger) register(c *cluster, s *Statement) {
	from, to := s.from, s.to
	if to-from > longestMonth {
		m.bySpan[[2]int{from, to}] = append(m.bySpan[[2]int{from, to}], c)
		return
	}
	for d := from; d < to; d++ {
		if list := m.byDay[d]; len(list) == 0 || !slices.Contains(list, c) {
			m.byDay[d] = append(list, c)
		}
	}
}

// candidates are the clusters that share an actor and a day with s, or lie
// beside its day, in the order in which they were founded on each day.
func (m *merger) candidates(s *Statement) []*cluster {
	from, to := s.from, s.to
	if to-from > longestMonth {
		return m.unseen(nil, m.bySpan[[2]int{from, to}], s)
	}
	if to-from <= longestDays {
		from, to = from-1, to+1
	}
	var out []*cluster
	for d := from; d < to; d++ {
		out = m.unseen(out, m.byDay[d], s)
	}
	return out
}

func (m *merger) unseen(out, list []*cluster, s *Statement) []*cluster {
	for _, c := range list {
		if c.seen != m.turn && c.sharesActor(s) {
			c.seen = m.turn
			out = append(out, c)
		}
	}
	return out
}

func (c *cluster) sharesActor(s *Statement) bool {
	for i := range c.bits {
		if c.bits[i]&s.bits[i] != 0 {
			return true
		}
	}
	return false
}

// compare scores how well s fits a cluster: as well as it fits the best of its
// first members, which is returned. Scores up to floor need not be exact.
func (c *cluster) compare(s *Statement, floor float64) (score float64, best *Statement) {
	if c.fact && s.status == news.Deadline || c.term && (s.status == news.Happened || s.status == news.Reported) {
		return 0, nil // a term does not merge with what happened; a plan may join either
	}
	same := c.texts[s.text]
	for _, o := range same {
		if contradicts(o, s) {
			return 0, nil
		}
		if copied(o, s) {
			return 2, o
		}
	}
	for _, o := range c.members[:min(len(c.members), spokesmen)] {
		if x := pair(s, o, max(floor, score)); x > score {
			best, score = o, x
		}
	}
	return score, best
}

// contradicts tells whether two statements of one text rule each other out: a
// text does not give one event two times, nor two statements of a sentence.
func contradicts(a, b *Statement) bool {
	return !a.when.Overlaps(b.when) || a.source == b.source && a.sentence == b.sentence
}

// pair scores two statements; what cannot reach floor scores 0.
func pair(a, b *Statement, floor float64) (score float64) {
	share, both := overlap(a, b)
	if both == 0 {
		return 0
	}
	score = actorWeight * share
	if a.source == b.source && (a.sentence == 0) != (b.sentence == 0) && a.from == b.from && a.to == b.to {
		score += headlineWeight
	}
	switch {
	case a.status == news.Deadline && b.status == news.Deadline:
		score += topicWeight + termWeight // the end of a term is one thing, whatever is said of it
	case a.topic == b.topic:
		score += topicWeight
	}
	score += amountWeight * agreement(a.amounts, b.amounts)
	switch {
	case a.from >= b.to || b.from >= a.to:
		score -= awayWeight
	case a.to-a.from != b.to-b.from:
		score -= vagueWeight
	case a.to-a.from > longestDays:
		score -= coarseWeight
	}
	if a.base != b.base {
		if max(a.to-a.from, b.to-b.from) > longestPart || both < foreignActors {
			return score + foreignLittle
		}
		return score + foreignWords
	}
	if score+wordWeight <= floor {
		return 0 // no likeness of words can mend it
	}
	return score + wordWeight*likeness(a, b)
}

// reason tells in words what pair adds up.
func reason(a, b *Statement) string {
	if copied(a, b) {
		return "the same sentence in a copy"
	}
	var parts []string
	if a.topic == b.topic {
		parts = append(parts, "topic "+a.topic)
	}
	parts = append(parts, "actors "+strings.Join(shared(a.actors, b.actors), " "))
	if a.base == b.base {
		parts = append(parts, fmt.Sprintf("words %.2f alike", likeness(a, b)))
	} else {
		parts = append(parts, "another language")
	}
	switch agreement(a.amounts, b.amounts) {
	case 1:
		parts = append(parts, "same sum")
	case -1:
		parts = append(parts, "other sums")
	}
	switch {
	case !a.when.Overlaps(b.when):
		parts = append(parts, "days beside one another")
	case a.when.Days() != b.when.Days():
		parts = append(parts, "a coarser time that holds the day")
	default:
		parts = append(parts, "same time")
	}
	return strings.Join(parts, ", ") + fmt.Sprintf("; as %s, sentence %d", b.source.url, b.sentence)
}

func copied(a, b *Statement) bool {
	return a.source.group != 0 && a.source.group == b.source.group && a.quote == b.quote && a.ordinal == b.ordinal
}

// text is what an origin shares with its copies.
func (o *origin) text() any {
	if o.group != 0 {
		return o.group
	}
	return o
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
// sums of one kind and none is in common, else 0.
func agreement(a, b []news.Amount) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	other := 0.0
	for _, x := range a {
		for _, y := range b {
			switch {
			case x.Value == y.Value && x.Currency == y.Currency:
				return 1
			case x.Of == y.Of || x.Of == "" || y.Of == "":
				other = -1
			}
		}
	}
	return other
}
