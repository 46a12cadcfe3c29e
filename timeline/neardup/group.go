package neardup

import (
	"cmp"
	"slices"
)

// An Index tells which of the texts that it was given are copies of one another.
// It holds a signature, 256 bytes, and an ID for each: 26 MB for 100,000. The
// zero Index is empty.
type Index struct {
	ids        []int64
	signatures []Signature
}

// Add takes in a signed text; no other may have its ID.
func (x *Index) Add(id int64, s Signature) {
	x.ids, x.signatures = append(x.ids, id), append(x.signatures, s)
}

// window is with how many of the unequal signatures before it in its bucket one
// is compared. Up to as many all pairs are; the largest bucket of the 9,000
// documents of the story and timeline corpora has 9 texts. In a wire story of any
// number of copies each has like ones near. What is bounded are texts that share
// a long boilerplate and little else: two copies among those are lost to one
// another when in every band that they share window others stand between them,
// and no third copy does.
const window = 256

// Groups maps every text that has copies to the smallest ID of its group. Texts
// are in one group when a chain of pairs leads from one to the other, each pair
// sharing a band and as alike as Same.
//
// The texts that share a band are its bucket. A bucket is sorted by what follows
// the band in the signature, and only what stands near is compared, as in the
// sorted neighbourhood of Hernández and Stolfo (1995). Which pairs are compared
// follows from the signatures alone: the groups are the same whatever the order
// in which texts came. The time is that of 16 sorts and, for each text, of at
// most 16 times window comparisons; none are spent on a pair in one group already.
func (x *Index) Groups() map[int64]int64 {
	f, order := x.distinct()
	for b := range bands {
		x.sort(order, b)
		bucket := 0 // where that of i begins
		for i, at := range order {
			if i > 0 && !sameBand(&x.signatures[order[i-1].text], &x.signatures[at.text], b) {
				bucket = i
			}
			root := f.root(at.text)
			for _, o := range order[max(bucket, i-window):i] {
				if f.root(o.text) != root && likeness(&x.signatures[o.text], &x.signatures[at.text]) >= Same {
					root = x.join(f, o.text, at.text)
				}
			}
		}
	}
	out := map[int64]int64{}
	for i := range x.ids {
		if root := f.root(int32(i)); root != int32(i) {
			out[x.ids[i]], out[x.ids[root]] = x.ids[root], x.ids[root]
		}
	}
	return out
}

// A place is where a text stands in the order of a band.
type place struct {
	head uint64 // the first two hashes of the band: a shortcut past most signatures
	text int32
}

// distinct joins the texts of equal signature and returns a place for one of each.
func (x *Index) distinct() (forest, []place) {
	f, order := make(forest, len(x.ids)), make([]place, len(x.ids))
	for i := range order {
		f[i], order[i].text = int32(i), int32(i)
	}
	x.sort(order, 0)
	return f, slices.CompactFunc(order, func(a, b place) bool {
		same := x.signatures[a.text] == x.signatures[b.text]
		if same {
			x.join(f, a.text, b.text)
		}
		return same
	})
}

// sort orders places by their signatures, read from a band on and around.
func (x *Index) sort(order []place, band int) {
	from := band * rows
	for i, p := range order {
		s := &x.signatures[p.text]
		order[i].head = uint64(s[from])<<32 | uint64(s[from+1])
	}
	slices.SortFunc(order, func(a, b place) int {
		if a.head != b.head {
			return cmp.Compare(a.head, b.head)
		}
		s, t := &x.signatures[a.text], &x.signatures[b.text]
		if c := slices.Compare(s[from:], t[from:]); c != 0 {
			return c
		}
		return slices.Compare(s[:from], t[:from])
	})
}

func sameBand(a, b *Signature, band int) bool {
	return slices.Equal(a[band*rows:(band+1)*rows], b[band*rows:(band+1)*rows])
}

// join makes two groups one, under the smaller ID, and returns its root.
func (x *Index) join(f forest, a, b int32) (root int32) {
	a, b = f.root(a), f.root(b)
	if x.ids[b] < x.ids[a] {
		a, b = b, a
	}
	f[b] = a
	return a
}

// A forest holds for each text another of its group, and for one text of each
// group, the root, itself.
type forest []int32

func (f forest) root(i int32) int32 {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}
