package event

import (
	"hash/fnv"
	"math"
	"strings"
	"unicode"
)

// A vector holds the content words of a sentence, hashed: words of three
// letters or more, and pairs of Han signs. Order is that of first appearance.
type vector []uint64

func vectorOf(text string) vector {
	var v vector
	seen := map[uint64]bool{}
	add := func(s string) {
		h := fnv.New64a()
		h.Write([]byte(s))
		if k := h.Sum64(); !seen[k] {
			seen[k] = true
			v = append(v, k)
		}
	}
	start := -1
	var before rune
	for i, r := range text {
		han := unicode.Is(unicode.Han, r)
		word := !han && (unicode.IsLetter(r) || unicode.IsDigit(r))
		if start >= 0 && !word {
			if i-start >= 3 {
				add(strings.ToLower(text[start:i]))
			}
			start = -1
		}
		if word && start < 0 {
			start = i
		}
		if han && before != 0 {
			add(string(before) + string(r))
		}
		before = 0
		if han {
			before = r
		}
	}
	if start >= 0 && len(text)-start >= 3 {
		add(strings.ToLower(text[start:]))
	}
	return v
}

// frequencies counts in how many statements a word, or an actor, occurs.
type frequencies struct {
	words  map[uint64]int
	actors map[string]int
	n      int
}

func count(all []Statement) frequencies {
	f := frequencies{map[uint64]int{}, map[string]int{}, len(all)}
	for i := range all {
		for _, w := range all[i].words {
			f.words[w]++
		}
		for _, a := range all[i].actors {
			f.actors[a]++
		}
	}
	return f
}

// idf is the inverse document frequency (Spärck Jones, 1972), never below a
// tenth, so that a name common to all still counts a little.
func (f frequencies) idf(df int) float64 {
	return max(math.Log(float64(f.n+1)/float64(df+1)), 0.1)
}

// likeness is the cosine of two word vectors under IDF.
func (f frequencies) likeness(a, b vector) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	in := make(map[uint64]bool, len(a))
	var na, nb, dot float64
	for _, w := range a {
		x := f.idf(f.words[w])
		in[w] = true
		na += x * x
	}
	for _, w := range b {
		x := f.idf(f.words[w])
		nb += x * x
		if in[w] {
			dot += x * x
		}
	}
	return dot / math.Sqrt(na*nb)
}

// overlap is the share of the actors, rare ones weighing more, that the side
// with fewer of them has in common with the other.
func (f frequencies) overlap(a, b []string) float64 {
	var wa, wb, both float64
	in := make(map[string]bool, len(a))
	for _, x := range a {
		in[x] = true
		wa += f.idf(f.actors[x])
	}
	for _, x := range b {
		w := f.idf(f.actors[x])
		wb += w
		if in[x] {
			both += w
		}
	}
	if both == 0 {
		return 0
	}
	return both / min(wa, wb)
}
