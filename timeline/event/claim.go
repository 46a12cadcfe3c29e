package event

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// A claim is a share of a company that a statement gives somebody.
type claim struct {
	holder  string // actor key
	percent float64
	text    string
}

// claims reads the shares of a sentence: each belongs to the actor named
// nearest, other than what is held itself.
func (r *reading) claims(sentence int, text string, base int) (out []claim) {
	for _, share := range r.mentions[sentence] {
		if share.Kind != news.ShareMention {
			continue
		}
		percent, err := strconv.ParseFloat(share.Key, 64)
		if err != nil {
			continue
		}
		if holder := r.nearest(sentence, share.Span); holder != "" {
			out = append(out, claim{holder, percent, text[share.Start-base : share.End-base]})
		}
	}
	return out
}

// nearest is the actor named nearest to a share or sum of a sentence, whose it
// is; "" is none.
func (r *reading) nearest(sentence int, at news.Span) (key string) {
	least := claimReach + 1
	for _, m := range r.mentions[sentence] {
		if m.Kind != news.ActorMention || r.held(m.Key) {
			continue
		}
		if d := max(m.Start-at.End, at.Start-m.End); d < least {
			key, least = m.Key, d
		}
	}
	return key
}

// claimReach is how many bytes from a share or sum its holder may stand.
const claimReach = 80

// held tells whether an actor is a part of another, and so rather what is held
// than who holds.
func (r *reading) held(key string) bool {
	i := slices.IndexFunc(r.story.Actors, func(a news.Actor) bool { return a.Key == key })
	return i >= 0 && (r.story.Actors[i].PartOf != "" || r.story.Actors[i].Kind == "place" || r.story.Actors[i].Kind == "media")
}

// disputes tells whether two claims cannot both hold: two shares of one holder,
// or shares of two that together are more than there is.
func disputes(a, b claim) bool {
	if a.holder == b.holder {
		return a.percent != b.percent
	}
	return a.percent+b.percent > 100
}

// claimDays is how far apart the events may lie that hold rival claims.
const claimDays = 10

// findClaims notes, on events near one another in time that give shares of one
// company which cannot both be right, what the other side says and who prints
// it.
func (t *teller) findClaims() {
	var with []int
	for i, b := range t.bundles {
		if b.shares {
			with = append(with, i)
		}
	}
	slices.SortStableFunc(with, func(i, j int) int { return t.events[i].When.From.Compare(t.events[j].When.From) })
	claimants := make([][]Statement, len(with))
	for n, i := range with {
		claimants[n] = t.claimants(t.bundles[i])
	}
	for n, i := range with {
		for m, j := range with[n:] {
			if t.events[j].When.From.Sub(t.events[i].When.From) > claimDays*24*time.Hour {
				break
			}
			noteClaims(t.events, i, j, claimants[n], claimants[n+m])
		}
	}
}

// claimants are the statements of a bundle that give shares.
func (t *teller) claimants(b *bundle) (out []Statement) {
	for _, i := range b.members {
		if len(t.sums.at(t.records.at(i).sums).claims) > 0 {
			out = append(out, Statement{})
			t.statement(i, &out[len(out)-1])
		}
	}
	return out
}

// noteClaims notes the disputed claims of two events, or within one.
func noteClaims(events []news.Event, i, j int, ours, others []Statement) {
	mine, theirs := map[string]map[string]bool{}, map[string]map[string]bool{}
	for _, a := range ours {
		for _, b := range others {
			if a.source == b.source && a.sentence == b.sentence {
				continue // one sentence that gives both compares them itself
			}
			for _, x := range a.claims {
				for _, y := range b.claims {
					if disputes(x, y) {
						addClaim(mine, x, &a)
						addClaim(theirs, y, &b)
					}
				}
			}
		}
	}
	all := slices.Concat(claimRows(mine), claimRows(theirs))
	if i == j {
		all = claimRows(mine)
	}
	for _, k := range slices.Compact([]int{i, j}) {
		for _, row := range all {
			if !slices.ContainsFunc(events[k].Conflicts, func(c news.Conflict) bool { return c.Field == row.Field && c.Value == row.Value }) {
				events[k].Conflicts = append(events[k].Conflicts, row)
			}
		}
	}
}

func addClaim(to map[string]map[string]bool, c claim, s *Statement) {
	value := fmt.Sprintf("%s: %s", c.holder, c.text)
	if to[value] == nil {
		to[value] = map[string]bool{}
	}
	to[value][s.source.publisher] = true
}

func claimRows(by map[string]map[string]bool) (out []news.Conflict) {
	for _, value := range slices.Sorted(maps.Keys(by)) {
		out = append(out, news.Conflict{Field: "share", Value: value, Sources: slices.Sorted(maps.Keys(by[value]))})
	}
	return out
}
