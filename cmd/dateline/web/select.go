package web

import (
	"cmp"
	"context"
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
	id    string
	day   time.Time // of orders by date
	score float64   // of the order by score
}

// cursorOf writes the cursor of an event: its day, score and ID.
func cursorOf(e *news.Event) string {
	return e.When.From.Format(time.DateOnly) + "_" + strconv.FormatFloat(e.Score, 'g', -1, 64) + "_" + e.ID
}

// parseCursor reads what cursorOf wrote; "" is no cursor.
func parseCursor(s string) (c cursor, err error) {
	if s == "" {
		return c, nil
	}
	parts := strings.Split(s, "_")
	if len(parts) != 3 || parts[2] == "" || len(s) > 100 {
		return c, badParam("after", "want the value that the page before gave")
	}
	c.id = parts[2]
	if c.day, err = time.Parse(time.DateOnly, parts[0]); err != nil {
		return c, badParam("after", "want the value that the page before gave")
	}
	if c.score, err = strconv.ParseFloat(parts[1], 64); err != nil {
		return c, badParam("after", "want the value that the page before gave")
	}
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
	holds, err := n.eventsWith(ctx, f.Search)
	if err != nil {
		return selection{}, err
	}
	var out selection
	for i := range n.events {
		if e := &n.events[i]; f.picks(e) && (holds == nil || holds[e.ID]) {
			out.all = append(out.all, e)
		}
	}
	switch f.Order {
	case "newest":
		slices.Reverse(out.all)
	case "score":
		slices.SortFunc(out.all, byScore)
	}
	rest := out.all[f.start(out.all):]
	out.page = rest[:min(f.Limit, len(rest))]
	if len(rest) > f.Limit {
		out.next = cursorOf(out.page[len(out.page)-1])
	}
	return out, nil
}

// maxWordSets is how many answers of the full text index are kept.
const maxWordSets = 256

// eventsWith is the set of events whose articles hold the words; nil is all.
// The full text index is slow against all else here, so its answers are kept.
func (n *snapshot) eventsWith(ctx context.Context, words string) (map[string]bool, error) {
	if words == "" {
		return nil, nil
	}
	n.mu.Lock()
	found, ok := n.with[words]
	n.mu.Unlock()
	if ok {
		return found, nil
	}
	found, err := n.words.With(ctx, words)
	if err != nil {
		return nil, err
	}
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
func (f filter) start(events []*news.Event) int {
	if f.After.id == "" {
		return 0
	}
	if i := slices.IndexFunc(events, func(e *news.Event) bool { return e.ID == f.After.id }); i >= 0 {
		return i + 1
	}
	i := slices.IndexFunc(events, func(e *news.Event) bool {
		switch f.Order {
		case "newest":
			return !e.When.From.After(f.After.day)
		case "score":
			return cmp.Compare(e.Score, f.After.score) <= 0
		}
		return !e.When.From.Before(f.After.day)
	})
	if i < 0 {
		return len(events)
	}
	return i
}
