package event

import (
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/statement"
)

// The likeness from which statements merge, and what adds up to it. The values
// were chosen on hand-labelled statements of one story.
const (
	mergeAt        = 0.8
	topicWeight    = 0.35
	secondWeight   = 0.25 // where the topic of one is the second of the other
	actorWeight    = 0.40
	wordWeight     = 0.60
	amountWeight   = 0.20
	awayWeight     = 0.35 // lost when the days differ by one
	vagueWeight    = 0.1  // lost when a coarse time joins a day
	coarseWeight   = 0.15 // lost when the same week or month is all that is known of both
	foreignWords   = 0.22 // stands for word likeness across languages
	foreignLittle  = 0.12 // the same where little agrees of who it was
	foreignActors  = 1    // IDF of the names in common that are enough: one in three statements
	foreignCoarse  = 2.5  // the same where a time is longer than a day: one in twelve
	termWeight     = 0.1  // of two deadlines
	headlineWeight = 0.25 // of a headline and what its own text dates to that day

	rounding = 1e-9 // more than the errors of adding these up

	longestMonth = 31 // a time above this merges with none but its equals
	spokesmen    = 8  // members that a new statement is compared with
)

// most is more than any score of s with a spokesman of the bundle.
func (m *merger) most(s *record, b *bundle) float64 {
	most := actorWeight + wordWeight + rounding
	if b.near == m.turn {
		most += headlineWeight
	}
	if s.sums != 0 {
		most += amountWeight
	}
	switch {
	case s.status == m.deadline && b.term:
		most += topicWeight + termWeight
	case b.topics&(1<<(s.topic%64)|1<<(s.second%64)) != 0:
		most += topicWeight
	}
	if len(b.whens) == 1 {
		most -= m.distance(s.when, b.whens[0])
	}
	return most
}

// pair scores two statements, the first of which is being placed; what cannot
// exceed floor scores 0. It looks at what costs least first, and goes on while
// the rest could still mend it.
func (m *merger) pair(s, o *record, floor float64) (score float64) {
	headline, topic, sums := 0.0, 0.0, 0.0
	if s.source == o.source && (s.sentence == 0) != (o.sentence == 0) && m.whens.at(s.when).days == m.whens.at(o.when).days {
		headline = headlineWeight
	}
	switch {
	case s.status == m.deadline && o.status == m.deadline:
		topic = topicWeight + termWeight // the end of a term is one thing, whatever is said of it
	case s.topic == o.topic:
		topic = topicWeight
	case s.topic == o.second || s.second == o.topic:
		topic = secondWeight
	}
	if s.sums != 0 && o.sums != 0 {
		sums = amountWeight * agreement(m.sums.at(s.sums).amounts, m.sums.at(o.sums).amounts)
	}
	away := m.distance(s.when, o.when)
	if actorWeight+headline+topic+sums-away+wordWeight+rounding <= floor {
		return 0
	}
	share, both := m.overlap(s.cast, o.cast)
	if both == 0 {
		return 0
	}
	score = actorWeight * share
	score += headline
	score += topic
	score += sums
	score -= away
	switch {
	case s.base != o.base && both < m.enough(s.when, o.when):
		return score + foreignLittle
	case s.base != o.base:
		return score + foreignWords
	case score+wordWeight <= floor:
		return 0
	}
	return score + wordWeight*m.words.likeHeld(m.said.at(o.said))
}

// enough is what names must weigh together that two languages have in common.
func (m *merger) enough(when, other uint32) float64 {
	if max(m.whens.at(when).days.length(), m.whens.at(other).days.length()) > statement.ShortDays {
		return foreignCoarse
	}
	return foreignActors
}

// distance is what the times of two statements lose them.
func (m *merger) distance(when, other uint32) float64 {
	a, b := m.whens.at(when).days, m.whens.at(other).days
	switch {
	case !a.meet(b):
		return awayWeight
	case a.length() != b.length():
		return vagueWeight
	case a.length() > statement.ShortDays:
		return coarseWeight
	}
	return 0
}

// overlap is the overlap of two casts, the first being that of this turn.
func (m *merger) overlap(a, b uint32) (share, both float64) {
	o := &m.overlaps[b]
	if o.turn != m.turn {
		o.turn = m.turn
		o.share, o.both = m.casts.at(a).overlap(m.casts.at(b))
	}
	return o.share, o.both
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
