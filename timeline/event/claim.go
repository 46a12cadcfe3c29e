package event

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/statement"
)

// disputes reports whether two claims cannot both hold: two shares of one holder,
// or shares of two that together are more than there is.
func disputes(a, b statement.Claim) bool {
	if a.Holder == b.Holder {
		return a.Percent != b.Percent
	}
	return a.Percent+b.Percent > 100
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
	claimants := make([][]member, len(with))
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
func (t *teller) claimants(b *bundle) (out []member) {
	for _, i := range b.members {
		if len(t.sums.at(t.records.at(i).sums).claims) > 0 {
			out = append(out, member{})
			t.unpack(i, &out[len(out)-1])
		}
	}
	return out
}

// noteClaims notes the disputed claims of two events, or within one.
func noteClaims(events []news.Event, i, j int, ours, others []member) {
	mine, theirs := map[string]map[string]bool{}, map[string]map[string]bool{}
	for _, a := range ours {
		for _, b := range others {
			if a.origin == b.origin && a.Sentence == b.Sentence {
				continue // one sentence that gives both compares them itself
			}
			for _, x := range a.Claims {
				for _, y := range b.Claims {
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

func addClaim(to map[string]map[string]bool, c statement.Claim, s *member) {
	value := fmt.Sprintf("%s: %s", c.Holder, c.Text)
	if to[value] == nil {
		to[value] = map[string]bool{}
	}
	to[value][s.origin.Publisher] = true
}

func claimRows(by map[string]map[string]bool) (out []news.Conflict) {
	for _, value := range slices.Sorted(maps.Keys(by)) {
		out = append(out, news.Conflict{Field: "share", Value: value, Sources: slices.Sorted(maps.Keys(by[value]))})
	}
	return out
}
