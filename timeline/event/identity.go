package event

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// A key names a statement for good: the article's canonical URL, the sentence,
// as the number of its wording, and which of its dated statements it is.
type key struct {
	url     string
	said    uint32
	ordinal int
}

// identify gives every event the identity minted for one of its statements;
// of several the one founded by the statement told first lives on and the
// others point to it. An event without one gets a new one. It returns those that
// are new or changed, in order of ID.
func (t *teller) identify(minted []news.EventID) ([]news.EventID, error) {
	byKey := make(map[key]news.EventID, len(minted))
	for _, id := range minted {
		if said, ok := t.said.numbers[word.Hash(id.Quote)]; ok {
			byKey[key{id.URL, said, id.Ordinal}] = id
		}
	}
	var changed []news.EventID
	for i, b := range t.bundles {
		own := t.identities(b, byKey)
		if len(own) == 0 {
			id, err := t.mint(b.first)
			if err != nil {
				return nil, err
			}
			own, changed = []news.EventID{id}, append(changed, id)
		}
		t.events[i].ID = own[0].ID
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
	return changed, nil
}

// identities lists those minted for statements of a bundle, that of the founding
// one first, the others in the order they were told.
func (t *teller) identities(b *bundle, byKey map[key]news.EventID) (own []news.EventID) {
	if len(byKey) == 0 {
		return nil
	}
	founding := t.key(b.first)
	var told []*member
	for _, i := range b.members {
		if k := t.key(i); k == founding {
			continue
		} else if _, ok := byKey[k]; ok {
			s := new(member)
			t.unpack(i, s)
			told = append(told, s)
		}
	}
	slices.SortFunc(told, toldBefore)
	if id, ok := byKey[founding]; ok {
		own = append(own, id)
	}
	for _, s := range told {
		own = append(own, byKey[t.key(s.record)])
	}
	return own
}

func (t *teller) key(record uint32) key {
	r := t.records.at(record)
	return key{t.origins[r.source].URL, r.said, int(r.ordinal)}
}

// mint makes the identity of an event from the statement that founded it.
func (t *teller) mint(founding uint32) (news.EventID, error) {
	r := t.records.at(founding)
	quote, err := t.quotes.get(t.said.at(r.said))
	id := news.EventID{StoryID: t.story.ID, URL: t.origins[r.source].URL, Quote: quote, Ordinal: int(r.ordinal)}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%s\x00%d", id.StoryID, id.URL, id.Quote, id.Ordinal))
	id.ID = "e" + hex.EncodeToString(sum[:6])
	return id, err
}
