package web

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// A snapshot is the events of the story as one build left them, and the answers
// made of them so far. It does not change.
type snapshot struct {
	stamp     store.Stamp
	events    []news.Event // by day
	byID      map[string]int
	merged    map[string]string // event ID -> the one that it went into
	changes   []news.Change     // oldest first
	log       export.Feed       // what the changes say of the events
	runs      []store.Run       // that came to their end, oldest first
	firsts    map[string]int    // publisher -> events that it told first
	told      map[string]int    // publisher -> events that it tells
	names     map[string]string // publisher -> as a reader knows it
	languages []string          // of the evidence
	lower     []string          // the quotes of each event in lower case
	words     *store.EventWords
	answers   *cache

	mu   sync.Mutex
	with map[string]*wordSet // by words
}

// load reads the events of the story.
func (s *server) load(ctx context.Context, stamp store.Stamp) (*snapshot, error) {
	n := &snapshot{stamp: stamp, answers: &cache{most: maxEvents}, with: map[string]*wordSet{}}
	var err error
	if n.events, err = s.Reader.Events(ctx, s.Story.ID, news.Query{}); err != nil {
		return nil, err
	}
	ids, err := s.Reader.EventIDs(ctx, s.Story.ID)
	if err != nil {
		return nil, err
	}
	if n.changes, err = s.Reader.Changes(ctx, s.Story.ID, 0); err != nil {
		return nil, err
	}
	if n.runs, err = s.Reader.Runs(ctx, ""); err != nil {
		return nil, err
	}
	if n.words, err = s.Reader.EventWords(ctx, s.Story.ID); err != nil {
		return nil, err
	}
	if s.Reword != nil {
		s.Reword(n.events)
	}
	if !s.ShowArchive {
		for i := range n.events {
			n.events[i] = shortened(n.events[i])
		}
		for i := range n.changes { // of an event that is gone the log has the sentence
			n.changes[i].Headline = cut(n.changes[i].Headline, maxQuote)
		}
	}
	slices.SortStableFunc(n.events, func(a, b news.Event) int { return news.ByDate.Compare(&a, &b) }) // anew: headlines may be others now
	n.names = map[string]string{}
	for _, x := range s.Story.Sources {
		n.names[x.Host] = plain(x.Name)
	}
	n.index(ids)
	return n, nil
}

// coarse reports whether an event is known to a quarter of a year or less: then it
// belongs to no month.
func coarse(e *news.Event) bool {
	switch e.When.Grain {
	case news.GrainQuarter, news.GrainHalf, news.GrainYear, news.GrainDecade, news.GrainCentury:
		return true
	}
	return false
}

// byDay is the order in which a page lists the events of a month: what is known
// to the year before what is known to its first day, and of one day the event
// that counts most first.
func byDay(a, b *news.Event) int {
	if order := a.When.From.Compare(b.When.From); order == 0 && (coarse(a) || coarse(b)) {
		if order = b.When.To.Compare(a.When.To); order != 0 {
			return order
		}
	}
	return cmp.Or(a.When.From.Compare(b.When.From), a.When.To.Compare(b.When.To), cmp.Compare(b.Score, a.Score), cmp.Compare(a.ID, b.ID))
}

func byScore(a, b *news.Event) int {
	return cmp.Or(cmp.Compare(b.Score, a.Score), byDay(a, b))
}

func (n *snapshot) index(ids []news.EventID) {
	n.byID, n.merged, n.firsts, n.told = map[string]int{}, map[string]string{}, map[string]int{}, map[string]int{}
	for _, id := range ids {
		if id.MergedInto != "" {
			n.merged[id.ID] = id.MergedInto
		}
	}
	languages := map[string]bool{}
	n.lower = make([]string, len(n.events))
	for i, e := range n.events {
		n.byID[e.ID] = i
		n.firsts[e.FirstReport.Publisher]++
		for p := range publishers(e) {
			n.told[p]++
		}
		var quotes strings.Builder
		for _, v := range e.Evidence {
			quotes.WriteString(strings.ToLower(v.Quote) + "\n")
			languages[news.MainLanguage(v.Language)] = true
			if v.Name != "" {
				n.names[v.Publisher] = plain(v.Name)
			}
		}
		n.lower[i] = quotes.String()
	}
	n.languages = sortedKeys(languages)
	n.log = export.Feed{}.WithLog(n.changes)
}

// event finds an event, following merges; it says so when the ID is that of
// one which lives on under another.
func (n *snapshot) event(id string) (e *news.Event, moved, ok bool) {
	for range 100 { // a damaged file may hold a ring
		if i, ok := n.byID[id]; ok {
			return &n.events[i], moved, true
		}
		if id = n.merged[id]; id == "" {
			break
		}
		moved = true
	}
	return nil, false, false
}

// lastRun is the newest run that came to its end; its ID is 0 when none did.
func (n *snapshot) lastRun() store.Run {
	if len(n.runs) == 0 {
		return store.Run{}
	}
	return n.runs[len(n.runs)-1]
}

func publishers(e news.Event) map[string]bool {
	out := map[string]bool{}
	for _, v := range e.Evidence {
		out[v.Publisher] = true
	}
	return out
}
