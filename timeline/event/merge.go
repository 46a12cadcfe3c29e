package event

import (
	"cmp"
	"context"
	"slices"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/statement"
)

// A bundle is the statements of one event to be.
type bundle struct {
	number  uint32   // from 1
	members []uint32 // records, in the order in which they were merged
	whens   []uint32 // those of the members, each once
	bits    actorBits
	term    bool // a member is a deadline
	fact    bool // a member happened, or was reported
	apart   apart
	topics  uint64 // of the spokesmen, a bit each; two may share one

	seen   uint32 // the last turn in which it was a candidate
	near   uint32 // in which a member was of the same article as the statement placed
	barred uint32 // in which such a member ruled it out

	telling // filled in when the event is told
}

// An apart is why the founding statement was kept apart from another bundle.
type apart struct {
	from  uint32 // record that it is most like
	score float64
}

// A merger places statements one by one.
type merger struct {
	*book
	bundles []*bundle
	byDay   map[int32][]*bundle   // under every day of a member of up to a month
	bySpan  map[days][]*bundle    // of longer ones, under their very days
	copies  map[[2]uint32]*copied // members by text and bundle, of texts that have copies
	turn    uint32
	near    []*bundle // candidates for the statement being placed

	deadline, happened, reported uint16    // names of those statuses
	overlaps                     []overlap // of the cast being placed, by number of the other
}

// An overlap of casts is remembered for the turn in which it was asked for.
type overlap struct {
	turn        uint32
	share, both float64
}

// merge groups statements into bundles. The order of the input does not
// matter: days are placed before coarser times, and of one length the earliest
// first, then what was told first. It fails when the context is over.
func merge(ctx context.Context, b *book) ([]*bundle, error) {
	left := b.withoutFurniture()
	b.sort(left)
	b.weigh(left)
	m := merger{book: b, byDay: map[int32][]*bundle{}, bySpan: map[days][]*bundle{}, copies: map[[2]uint32]*copied{},
		deadline: b.name(string(news.Deadline)), happened: b.name(string(news.Happened)), reported: b.name(string(news.Reported)),
		overlaps: make([]overlap, b.casts.len())}
	for n, i := range left {
		if n%1000 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		m.place(i)
	}
	return m.bundles, nil
}

// sort orders records for merging: an order that does not depend on arrival.
func (b *book) sort(records []uint32) {
	when := ranks(b.whens.len(), func(i, j int) int {
		a, b := b.whens.at(uint32(i)).days, b.whens.at(uint32(j)).days
		return cmp.Or(cmp.Compare(max(a.length(), statement.ShortDays), max(b.length(), statement.ShortDays)), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	source := ranks(len(b.origins), func(i, j int) int {
		a, b := b.origins[i], b.origins[j]
		return cmp.Or(a.Published.Compare(b.Published), cmp.Compare(a.URL, b.URL))
	})
	slices.SortFunc(records, func(i, j uint32) int {
		a, b := b.records.at(i), b.records.at(j)
		return cmp.Or(cmp.Compare(when[a.when], when[b.when]), cmp.Compare(source[a.source], source[b.source]),
			cmp.Compare(a.sentence, b.sentence), cmp.Compare(a.ordinal, b.ordinal))
	})
}

// ranks gives the ranks of n things; equal ones have the same.
func ranks(n int, compare func(i, j int) int) []int32 {
	order := make([]int32, n)
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int { return compare(int(i), int(j)) })
	out := make([]int32, n)
	for k := 1; k < n; k++ {
		out[order[k]] = out[order[k-1]]
		if compare(int(order[k-1]), int(order[k])) != 0 {
			out[order[k]]++
		}
	}
	return out
}

// place adds a statement to the bundle it is most like, or founds one.
func (m *merger) place(i uint32) {
	m.turn++
	s := m.records.at(i)
	m.bar(s)
	m.words.hold(m.said.at(s.said))
	defer m.words.release()
	m.candidates(s)
	var best *bundle
	score := mergeAt
	for _, b := range m.near {
		if x, like := m.compare(s, b, score); x > score {
			best, score, s.like = b, x, like
		}
	}
	if best == nil {
		best = &bundle{number: uint32(len(m.bundles) + 1), apart: m.apart(s)}
		m.bundles = append(m.bundles, best)
	}
	m.add(best, i)
}

// apartAt is the likeness from which it is worth saying why a statement founded
// an event of its own beside another.
const apartAt = 0.6

// maxApart is with how many bundles a founding statement is held for that.
const maxApart = 12

// apart finds the candidate that a founding statement is most like, if it is
// like any.
func (m *merger) apart(s *record) apart {
	out := apart{score: apartAt}
	for _, b := range m.near[:min(len(m.near), maxApart)] {
		if x, like := m.compare(s, b, out.score); x > out.score {
			out = apart{b.members[like], x}
		}
	}
	return out
}

func (m *merger) add(b *bundle, i uint32) {
	s := m.records.at(i)
	s.home = b.number
	if len(b.members) < spokesmen {
		b.topics |= 1<<(s.topic%64) | 1<<(s.second%64)
	}
	b.members = append(b.members, i)
	b.term = b.term || s.status == m.deadline
	b.fact = b.fact || s.status == m.happened || s.status == m.reported
	b.bits.join(m.casts.at(s.cast).bits)
	if from := m.origins[s.source]; from.Group != 0 {
		m.addCopy([2]uint32{from.text, b.number}, s)
	}
	if !slices.Contains(b.whens, s.when) {
		b.whens = append(b.whens, s.when)
		m.register(b, m.whens.at(s.when).days)
	}
}

// A copied is what the copies of one text have told in a bundle.
type copied struct {
	whens []uint32 // each once
	said  map[[2]uint32]bool
}

// wordingOf is what a statement has in common with those of copies of its text.
func wordingOf(s *record) [2]uint32 { return [2]uint32{s.said, uint32(s.ordinal)} }

func (m *merger) addCopy(key [2]uint32, s *record) {
	c := m.copies[key]
	if c == nil {
		c = &copied{said: map[[2]uint32]bool{}}
		m.copies[key] = c
	}
	if !slices.Contains(c.whens, s.when) {
		c.whens = append(c.whens, s.when)
	}
	c.said[wordingOf(s)] = true
}

func (m *merger) register(b *bundle, when days) {
	if when.length() > longestMonth {
		if list := m.bySpan[when]; !slices.Contains(list, b) {
			m.bySpan[when] = append(list, b)
		}
		return
	}
	for d := when.from; d < when.to; d++ {
		if list := m.byDay[d]; !slices.Contains(list, b) {
			m.byDay[d] = append(list, b)
		}
	}
}

// candidates finds the bundles that share an actor and a day with s, or lie
// beside its day, in the order in which they were founded on each day.
func (m *merger) candidates(s *record) {
	m.near = m.near[:0]
	when, bits := m.whens.at(s.when).days, m.casts.at(s.cast).bits
	switch {
	case when.length() > longestMonth:
		m.unseen(m.bySpan[when], bits)
		return
	case when.length() <= statement.ShortDays:
		when.from, when.to = when.from-1, when.to+1
	}
	for d := when.from; d < when.to; d++ {
		m.unseen(m.byDay[d], bits)
	}
}

func (m *merger) unseen(list []*bundle, bits actorBits) {
	for _, b := range list {
		if b.seen != m.turn && b.bits.meet(bits) {
			b.seen = m.turn
			m.near = append(m.near, b)
		}
	}
}

// bar finds the bundles with statements of the same article as s, and rules out
// those with one that contradicts it.
func (m *merger) bar(s *record) {
	from := m.origins[s.source]
	for i := from.first; i < from.end; i++ {
		o := m.records.at(i)
		if o.home == 0 || o.source != s.source {
			continue
		}
		b := m.bundles[o.home-1]
		b.near = m.turn
		if m.contradicts(o, s) {
			b.barred = m.turn
		}
	}
}

// contradicts reports whether two statements of one text rule each other out: a
// text does not give one event two times, nor two statements of a sentence.
func (m *merger) contradicts(a, b *record) bool {
	return a.source == b.source && a.sentence == b.sentence || !m.whens.at(a.when).days.meet(m.whens.at(b.when).days)
}

// compare scores how well s fits a bundle: as well as it fits the best of its
// first members, which is returned. Scores up to floor need not be exact.
func (m *merger) compare(s *record, b *bundle, floor float64) (score float64, like uint8) {
	if b.barred == m.turn || b.fact && s.status == m.deadline || b.term && (s.status == m.happened || s.status == m.reported) {
		return 0, 0 // a term does not merge with what happened; a plan may join either
	}
	if from := m.origins[s.source]; from.Group != 0 {
		if c := m.copies[[2]uint32{from.text, b.number}]; c != nil {
			when := m.whens.at(s.when).days
			if slices.ContainsFunc(c.whens, func(o uint32) bool { return !m.whens.at(o).days.meet(when) }) {
				return 0, 0
			}
			if c.said[wordingOf(s)] {
				return 2, asCopy
			}
		}
	}
	if m.most(s, b) <= floor {
		return 0, 0
	}
	for n, i := range b.members[:min(len(b.members), spokesmen)] {
		if x := m.pair(s, m.records.at(i), max(floor, score)); x > score {
			score, like = x, uint8(n)
		}
	}
	return score, like
}
