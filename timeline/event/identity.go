package event

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"github.com/seed-7461731f/dateline/store/news"
)

// A key names a statement for good: the article's canonical URL, the sentence,
// and which of its dated statements it is.
type key struct {
	url, quote string
	ordinal    int
}

// keys lists the keys of a cluster's statements, the founding one first, the
// others in the order they were told.
func (c *cluster) keys(first *Statement) []key {
	told := slices.Clone(c.members)
	slices.SortFunc(told, toldBefore)
	out := []key{first.key()}
	for _, s := range told {
		if k := s.key(); k != out[0] {
			out = append(out, k)
		}
	}
	return out
}

func (s *Statement) key() key { return key{s.source.url, s.quote, s.ordinal} }

// identify gives every event the identity minted for one of its statements;
// of several the one founded by the statement told first lives on and the
// others point to it. An event without one gets a new one.
func identify(story string, events []news.Event, keys [][]key, minted []news.EventID) []news.EventID {
	byKey := make(map[key]news.EventID, len(minted))
	for _, id := range minted {
		byKey[key{id.URL, id.Quote, id.Ordinal}] = id
	}
	var changed []news.EventID
	for i := range events {
		var own []news.EventID
		for _, k := range keys[i] {
			if id, ok := byKey[k]; ok {
				own = append(own, id)
			}
		}
		if len(own) == 0 {
			own = []news.EventID{mint(story, keys[i][0])}
			changed = append(changed, own[0])
		}
		events[i].ID = own[0].ID
		for n, id := range own {
			into := ""
			if n > 0 {
				into = own[0].ID
			}
			if id.MergedInto != into {
				id.MergedInto = into
				changed = append(changed, id)
			}
		}
	}
	slices.SortFunc(changed, func(a, b news.EventID) int { return cmp.Compare(a.ID, b.ID) })
	return changed
}

// mint makes the identity of an event from the statement that founded it.
func mint(story string, k key) news.EventID {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%s\x00%d", story, k.url, k.quote, k.ordinal))
	return news.EventID{ID: "e" + hex.EncodeToString(sum[:6]), StoryID: story, URL: k.url, Quote: k.quote, Ordinal: k.ordinal}
}
