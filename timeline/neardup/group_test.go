package neardup

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"
	"testing"
)

// numbers gives n signatures the IDs 1 to n.
func numbers(all []Signature) *Index {
	var x Index
	for i, s := range all {
		x.Add(int64(i+1), s)
	}
	return &x
}

// everyPair groups signatures by comparing all that share a band.
func everyPair(x *Index) map[int64]int64 {
	groups := map[int64]int64{}
	for i, s := range x.signatures {
		for j, o := range x.signatures[:i] {
			if Likeness(s, o) < Same || !shareBand(s, o) {
				continue
			}
			for _, id := range []int64{x.ids[i], x.ids[j]} {
				if groups[id] == 0 {
					groups[id] = id
				}
			}
			small, large := min(groups[x.ids[i]], groups[x.ids[j]]), max(groups[x.ids[i]], groups[x.ids[j]])
			for id, g := range groups {
				if g == large {
					groups[id] = small
				}
			}
		}
	}
	return groups
}

func shareBand(a, b Signature) bool {
	for i := range bands {
		if sameBand(&a, &b, i) {
			return true
		}
	}
	return false
}

func random(r *rand.Rand) (s Signature) {
	for i := range s {
		s[i] = r.Uint32()
	}
	return s
}

func unlike(r *rand.Rand, n int) (out []Signature) {
	for range n {
		out = append(out, random(r))
	}
	return out
}

// family makes n signatures that differ from one random one, each in up to
// changes hashes.
func family(r *rand.Rand, n, changes int) (out []Signature) {
	first := random(r)
	for range n {
		s := first
		for range r.IntN(changes + 1) {
			s[r.IntN(hashes)] = r.Uint32()
		}
		out = append(out, s)
	}
	return out
}

func TestGroupsAreThoseOfComparingEveryPair(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	several := 0
	for round := range 200 {
		var all []Signature
		for range 1 + r.IntN(6) {
			all = append(all, family(r, 1+r.IntN(12), r.IntN(60))...)
		}
		x := numbers(all)
		got, want := x.Groups(), everyPair(x)
		if !maps.Equal(got, want) {
			t.Fatalf("round %d: Groups = %v, want %v", round, got, want)
		}
		if len(want) > 0 && len(want) < len(all) {
			several++
		}
	}
	if several < 50 {
		t.Errorf("%d rounds had texts with and without copies: the test is too easy", several)
	}
}

func TestGroupHasTheSmallestIDWhateverComesFirst(t *testing.T) {
	s := family(rand.New(rand.NewPCG(3, 4)), 1, 0)[0]
	var x Index
	for _, id := range []int64{7, 9, 3, 8} {
		x.Add(id, s)
	}
	if got, want := x.Groups(), (map[int64]int64{3: 3, 7: 3, 8: 3, 9: 3}); !maps.Equal(got, want) {
		t.Errorf("Groups = %v, want %v", got, want)
	}
}

// bucket makes n unlike signatures that share the first band, in the order in
// which it is sorted.
func bucket(r *rand.Rand, n int) []Signature {
	out := make([]Signature, n)
	for i := range out {
		out[i] = random(r)
		copy(out[i][:rows], []uint32{1, 2, 3, 4})
		out[i][rows] = uint32(i)
	}
	return out
}

func TestOnlyWhatStandsNearInABucketIsCompared(t *testing.T) {
	for between, want := range map[int]int{window - 1: 2, window: 0} {
		all := bucket(rand.New(rand.NewPCG(5, 6)), between+2)
		a, b := &all[0], &all[len(all)-1]
		for i := rows; i < hashes; i++ {
			if i%rows > 0 { // alike without a second band to meet in
				b[i] = a[i]
			}
		}
		if got := numbers(all).Groups(); len(got) != want {
			t.Errorf("with %d unlike texts between, %d of two copies are grouped, want %d", between, len(got), want)
		}
	}
}

func TestGroupsOfAFullBucketDoNotDependOnTheOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	all := bucket(r, 4*window)
	for i := range all { // copies, many of them beyond the window
		o := &all[r.IntN(len(all))]
		for k := rows + 1; k < hashes; k++ {
			if r.IntN(5) > 0 {
				all[i][k] = o[k]
			}
		}
	}
	x := numbers(all)
	want := x.Groups()
	if len(want) < 10 {
		t.Fatalf("%d texts are grouped: the test is too easy", len(want))
	}
	var shuffled Index
	for _, i := range r.Perm(len(all)) {
		shuffled.Add(x.ids[i], x.signatures[i])
	}
	if got := shuffled.Groups(); !maps.Equal(got, want) {
		t.Errorf("in another order, %d texts are grouped otherwise than the %d", len(got), len(want))
	}
}

// wire signs copies of texts of 300 words, each copy with three words changed.
func wire(r *rand.Rand, texts, copies int) (all []Signature) {
	for i := range texts {
		original := strings.Fields(words(fmt.Sprintf("t%d_", i), 300))
		for range copies {
			edited := append([]string(nil), original...)
			for range 3 {
				edited[r.IntN(len(edited))] = fmt.Sprintf("edit%d", r.Uint32())
			}
			s, _ := Sign(strings.Join(edited, " ")) // long enough
			all = append(all, s)
		}
	}
	return all
}

func TestEveryWireStoryIsOneGroup(t *testing.T) {
	const texts, copies = 20, 500
	groups := numbers(wire(rand.New(rand.NewPCG(9, 10)), texts, copies)).Groups()
	for i := range texts * copies {
		if want := int64(i/copies*copies + 1); groups[int64(i+1)] != want {
			t.Fatalf("copy %d is in group %d, want %d", i+1, groups[int64(i+1)], want)
		}
	}
}

func BenchmarkGroups(b *testing.B) {
	r := rand.New(rand.NewPCG(11, 12))
	for _, c := range []struct {
		name string
		all  []Signature
	}{
		{"20 texts copied 1000 times", wire(r, 20, 1000)},
		{"20000 texts, none twice", unlike(r, 20_000)},
		{"20000 unlike texts that share a band", bucket(r, 20_000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			x := numbers(c.all)
			b.ReportAllocs()
			for b.Loop() {
				x.Groups()
			}
		})
	}
}
