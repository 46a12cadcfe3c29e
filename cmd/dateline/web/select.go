package web

import (
	"context"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// A cursor is the key of the last event of a page: where the next one goes on.
// It holds the event's place beside its ID, so that it stays good when a build
// takes the event away.
type cursor struct {
	id  string
	key float64
}

// key is an event's place in an order: its first day since 1970, its score, or
// when it last changed, in seconds.
func (n *snapshot) key(e *news.Event, order string) float64 {
	switch order {
	case "score":
		return e.Score
	case "changed":
		return float64(n.changed(e.ID).Unix())
	}
	return float64(e.When.From.Unix() / (24 * 60 * 60))
}

// changed is when an event came onto the timeline or last changed on it.
func (n *snapshot) changed(id string) time.Time {
	return later(n.seen[id], n.revisions[id].At)
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

// pick applies a filter to the events.
func pick(ctx context.Context, n *snapshot, f filter) (selection, error) {
	with, err := n.eventsWith(ctx, f.Search)
	if err != nil {
		return selection{}, err
	}
	var out selection
	for i := range n.events {
		if e := &n.events[i]; f.picks(e) && (with == nil || with.holds[i]) {
			out.all = append(out.all, e)
		}
	}
	switch f.Order {
	case "newest":
		slices.Reverse(out.all)
	case "score":
		slices.SortFunc(out.all, byScore)
	case "changed":
		slices.SortStableFunc(out.all, func(a, b *news.Event) int { return n.changed(b.ID).Compare(n.changed(a.ID)) })
	}
	rest := out.all[n.start(f, out.all):]
	out.page = rest[:min(f.Limit, len(rest))]
	if len(rest) > f.Limit {
		last := out.page[len(out.page)-1]
		out.next = cursor{last.ID, n.key(last, f.Order)}.String()
	}
	return out, nil
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

func (f filter) picks(e *news.Event) bool {
	switch {
	case !f.From.IsZero() && !e.When.To.After(f.From),
		!f.To.IsZero() && e.When.From.After(f.To),
		f.Actor != "" && !slices.Contains(e.Actors, f.Actor),
		f.Topic != "" && e.Topic != f.Topic,
		f.Status != "" && e.Status != f.Status,
		f.Outcome != "" && e.Outcome != f.Outcome,
		e.Independent < f.MinIndependent,
		f.Contradicted && len(e.Conflicts) == 0:
		return false
	}
	return f.SourceLanguage == "" || slices.ContainsFunc(e.Evidence, func(v news.Evidence) bool {
		return strings.EqualFold(v.Language, f.SourceLanguage) || len(v.Language) > len(f.SourceLanguage) &&
			strings.EqualFold(v.Language[:len(f.SourceLanguage)+1], f.SourceLanguage+"-")
	})
}

// start is the index of the first event after the cursor. Where its event is
// gone, the page goes on with the next in order, so that nothing is skipped.
func (n *snapshot) start(f filter, events []*news.Event) int {
	if f.After.id == "" {
		return 0
	}
	if i := slices.IndexFunc(events, func(e *news.Event) bool { return e.ID == f.After.id }); i >= 0 {
		return i + 1
	}
	i := slices.IndexFunc(events, func(e *news.Event) bool {
		if f.Order == "date" {
			return n.key(e, f.Order) >= f.After.key
		}
		return n.key(e, f.Order) <= f.After.key
	})
	if i < 0 {
		return len(events)
	}
	return i
}
