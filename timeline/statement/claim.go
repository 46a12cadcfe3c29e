package statement

import (
	"slices"
	"strconv"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// A Claim is a share of a company that a statement gives somebody.
type Claim struct {
	Holder  string // actor key
	Percent float64
	Text    string
}

// claims reads the shares of a sentence: each belongs to the actor named
// nearest, other than what is held itself.
func (r *reading) claims(sentence int, text string, base int) (out []Claim) {
	for _, share := range r.mentions[sentence] {
		if share.Kind != news.ShareMention {
			continue
		}
		percent, err := strconv.ParseFloat(share.Key, 64)
		if err != nil {
			continue
		}
		if holder := r.nearest(sentence, share.Span, text, base); holder != "" {
			out = append(out, Claim{holder, percent, text[share.Start-base : share.End-base]})
		}
	}
	return out
}

// nearest is the actor named nearest to a share or sum of a sentence, whose it
// is; "" is none.
func (r *reading) nearest(sentence int, at news.Span, text string, base int) (key string) {
	least := claimReach + 1
	for _, m := range r.mentions[sentence] {
		if m.Kind != news.ActorMention || r.held(m.Key) {
			continue
		}
		if d := between(m.Span, at, text, base); d < least {
			key, least = m.Key, d
		}
	}
	return key
}

// claimReach is how far from a share or sum, in letters, its holder may stand.
const claimReach = 80

// between is how far two spans of a sentence lie apart, in letters; base is the
// byte at which its text begins.
func between(a, b news.Span, text string, base int) int {
	if a.Start > b.Start {
		a, b = b, a
	}
	if a.End >= b.Start {
		return 0
	}
	return word.Width(text[a.End-base : b.Start-base])
}

// held reports whether an actor is a part of another, and so rather what is held
// than who holds.
func (r *reading) held(key string) bool {
	i := slices.IndexFunc(r.story.Actors, func(a news.Actor) bool { return a.Key == key })
	return i >= 0 && (r.story.Actors[i].PartOf != "" || r.story.Actors[i].Kind == "place" || r.story.Actors[i].Kind == "media")
}
