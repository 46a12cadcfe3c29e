package web

import (
	"context"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/rank"
)

// A cursor is the key of the last event of a page: where the next one goes on.
// It holds the event's place beside its ID, so that it stays good when a build
// takes the event away.
type cursor struct {
	id  string
	key float64
}

// keyOf is an event's place in an order: its first day since 1970, its score, or
// when it last changed, in seconds.
func keyOf(e *news.Event, order news.Order) float64 {
	switch order {
	case news.ByScore, news.Spread:
		return e.Score
	case news.Changed:
		return float64(e.ChangedAt.Unix())
	}
	return float64(e.When.From.Unix() / (24 * 60 * 60))
}

func (c cursor) String() string { return strconv.FormatFloat(c.key, 'g', -1, 64) + "_" + c.id }

// parseCursor reads a cursor; "" is none.
func parseCursor(s string) (c cursor, err error) {
	if s == "" {
		return c, nil
	}
	key, id, ok := strings.Cut(s, "_")
	if c.key, err = strconv.ParseFloat(key, 64); err != nil || !ok || id == "" || len(s) > 100 || math.IsNaN(c.key) || math.IsInf(c.key, 0) {
		return c, badParam("after", "want the value that the page before gave")
	}
	c.id = id
	return c, nil
}

// A selection is the events that a filter picks, in its order.
type selection struct {
	all  []*news.Event // of every page
	page []*news.Event
	next string // cursor of the page after this one; "" there is none
}

// pick applies a filter to the events. Its query is resolved.
func pick(ctx context.Context, n *snapshot, f filter) (selection, error) {
	with, err := n.eventsWith(ctx, f.Words)
	if err != nil {
		return selection{}, err
	}
	var out selection
	for i := range n.events {
		if e := &n.events[i]; f.Match(e) && (with == nil || with.holds[i]) {
			out.all = append(out.all, e)
		}
	}
	if f.Order != news.ByDate { // the order of the snapshot
		slices.SortFunc(out.all, f.Order.Compare)
	}
	if f.Order == news.Spread {
		out.all = n.spread(out.all)
	}
	rest := out.all[start(f, out.all):]
	out.page = rest[:min(f.Limit, len(rest))]
	if len(rest) > f.Limit {
		last := out.page[len(out.page)-1]
		out.next = cursor{last.ID, keyOf(last, f.Order)}.String()
	}
	return out, nil
}

// spread puts events that come best first in the order of rank.Spread.
func (n *snapshot) spread(events []*news.Event) []*news.Event {
	list := make([]news.Event, len(events))
	for i, e := range events {
		list[i] = *e
	}
	out := make([]*news.Event, len(events))
	for i, e := range rank.Spread(list, 0) {
		out[i] = &n.events[n.byID[e.ID]]
	}
	return out
}

// A wordSet is the events whose articles hold some words.
type wordSet struct {
	holds []bool // by place in snapshot.events
	count int
	best  []*news.Event // the first to show; see bestOf
}

// maxWordSets is how many answers of the full text index are kept: some
// kilobytes each.
const maxWordSets = 2048

// eventsWith is the set of events whose articles hold the words; nil is all.
// The full text index is slow against all else here, so its answers are kept.
func (n *snapshot) eventsWith(ctx context.Context, words string) (*wordSet, error) {
	if words == "" {
		return nil, nil
	}
	fields := strings.Fields(strings.ToLower(words))
	slices.Sort(fields)
	words = strings.Join(fields, " ") // every word must occur, in whatever order
	n.mu.Lock()
	found, ok := n.with[words]
	n.mu.Unlock()
	if ok {
		return found, nil
	}
	ids, err := n.words.With(ctx, words)
	if err != nil {
		return nil, err
	}
	found = &wordSet{holds: make([]bool, len(n.events))}
	for id := range ids {
		if i, ok := n.byID[id]; ok { // an event of a build that came between is not shown yet
			found.holds[i] = true
			found.count++
		}
	}
	found.best = n.bestOf(found.holds, fields)
	n.mu.Lock()
	defer n.mu.Unlock()
	if len(n.with) >= maxWordSets {
		clear(n.with)
	}
	n.with[words] = found
	return found, nil
}

// start is the index of the first event after the cursor. Where its event is
// gone, the page goes on with the next in order, so that nothing is skipped.
func start(f filter, events []*news.Event) int {
	if f.After.id == "" {
		return 0
	}
	if i := slices.IndexFunc(events, func(e *news.Event) bool { return e.ID == f.After.id }); i >= 0 {
		return i + 1
	}
	if f.Order == news.Spread { // its place depended on the event that is gone
		return 0
	}
	i := slices.IndexFunc(events, func(e *news.Event) bool {
		if f.Order == news.ByDate {
			return keyOf(e, f.Order) >= f.After.key
		}
		return keyOf(e, f.Order) <= f.After.key
	})
	if i < 0 {
		return len(events)
	}
	return i
}
