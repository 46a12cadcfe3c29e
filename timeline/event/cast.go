package event

import (
	"slices"
	"strings"
)

// A cast is who a statement is about: many statements share one.
type cast struct {
	actors, kin []string
	ids         []int32   // of the actors, then the kin
	weights     []float64 // IDF of each, less for kin
	sum         float64   // of the actors' weights
	bits        actorBits
}

// actorBits are actors, by number: two casts that share none share no bit.
type actorBits [4]uint64

func (b actorBits) meet(o actorBits) bool {
	return b[0]&o[0]|b[1]&o[1]|b[2]&o[2]|b[3]&o[3] != 0
}

func (b *actorBits) join(o actorBits) {
	for i := range b {
		b[i] |= o[i]
	}
}

// castKey is what makes a cast.
func castKey(actors, kin []string) string {
	return strings.Join(actors, "\x00") + "\x01" + strings.Join(kin, "\x00")
}

// kinShare is what an actor counts that is only implied by one it belongs to.
const kinShare = 0.6

// weighCasts weighs the actors of all casts; uses is how many of the n
// statements have each. Those that few statements name weigh more.
func weighCasts(casts *slab[cast], uses []int32, n int) {
	told, numbers := map[string]int32{}, map[string]int32{}
	var all []string
	for i, k := range uses {
		c := casts.at(uint32(i))
		for _, a := range c.actors {
			told[a] += k
		}
		all = append(append(all, c.actors...), c.kin...)
	}
	slices.Sort(all)
	for i, a := range slices.Compact(all) {
		numbers[a] = int32(i)
	}
	for i := range uses {
		c := casts.at(uint32(i))
		for j, a := range slices.Concat(c.actors, c.kin) {
			id, x := numbers[a], idf(n, int(told[a]))
			c.ids = append(c.ids, id)
			c.bits[id%256/64] |= 1 << (id % 64)
			if j < len(c.actors) {
				c.sum += x
			} else {
				x *= kinShare
			}
			c.weights = append(c.weights, x)
		}
	}
}

// overlap is the share of the actors, rare ones weighing more, that the side
// with fewer of them has in common with the other, those implied included; both
// is what those in common weigh.
func (c *cast) overlap(o *cast) (share, both float64) {
	if !c.bits.meet(o.bits) {
		return 0, 0
	}
	for i, x := range c.ids {
		for j, y := range o.ids {
			if x == y {
				both += min(c.weights[i], o.weights[j])
				break
			}
		}
	}
	if both == 0 {
		return 0, 0
	}
	return min(1, both/min(c.sum, o.sum)), both
}
