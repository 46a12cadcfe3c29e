package event

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A vector holds the content words of a sentence, hashed, sorted, each once:
// words of three letters or more, and pairs of Han signs.
type vector []uint32

func vectorOf(text string) vector {
	v := make(vector, 0, len(text)/bytesAWord)
	start := -1
	var before rune
	for i, r := range text {
		han := r >= 0x2e80 && unicode.Is(unicode.Han, r)
		word := !han && (unicode.IsLetter(r) || unicode.IsDigit(r))
		if start >= 0 && !word {
			v = v.add(text[start:i])
			start = -1
		}
		if word && start < 0 {
			start = i
		}
		if han && before != 0 {
			v = append(v, hashRune(hashRune(fnvOffset, before), r))
		}
		before = 0
		if han {
			before = r
		}
	}
	if start >= 0 {
		v = v.add(text[start:])
	}
	slices.Sort(v)
	return slices.Compact(v)
}

// bytesAWord is about how many bytes of text a content word takes.
const bytesAWord = 6

// FNV-1a, 32 bits (Fowler, Noll and Vo).
const (
	fnvOffset = uint32(2166136261)
	fnvPrime  = 16777619
)

func (v vector) add(word string) vector {
	if utf8.RuneCountInString(word) < 3 {
		return v
	}
	h := fnvOffset
	for _, r := range word {
		h = hashRune(h, unicode.ToLower(r))
	}
	return append(v, h)
}

func hashRune(h uint32, r rune) uint32 {
	for r > 0 {
		h = (h ^ uint32(r&0xff)) * fnvPrime
		r >>= 8
	}
	return h
}

// features are the weights of a statement's words and actors, and what makes
// comparing two statements fast.
type features struct {
	squares  []float32 // squared IDF of each word, in the order of the vector
	norm     float64   // of the word vector
	ids      []int32   // of the actors, then the kin
	weights  []float64 // IDF of each, less for kin
	sum      float64   // of the actors' weights
	bits     [4]uint64 // the actors: two statements that share none share no bit
	base     string    // language without region
	text     int32     // number of its text, which copies share
	from, to int       // days of the interval, numbered; half-open
}

// weigh fills in the features of all statements: rare words and names weigh
// more (inverse document frequency; Spärck Jones, 1972).
func weigh(all []*Statement) {
	words, actors := map[uint32]int{}, map[string]int{}
	for i := range all {
		for _, w := range all[i].words {
			words[w]++
		}
		for _, a := range all[i].actors {
			actors[a]++
		}
	}
	number, texts := map[string]int32{}, map[any]int32{}
	for i := range all {
		s := all[i]
		s.base, _, _ = strings.Cut(s.source.language, "-")
		s.from, s.to = days(s.when)
		id, ok := texts[s.source.text()]
		if !ok {
			id = int32(len(texts))
			texts[s.source.text()] = id
		}
		s.text = id
		s.squares = make([]float32, len(s.words))
		for j, w := range s.words {
			x := idf(len(all), words[w])
			s.squares[j] = float32(x * x)
			s.norm += x * x
		}
		s.norm = math.Sqrt(s.norm)
		for n, a := range slices.Concat(s.actors, s.kin) {
			id, ok := number[a]
			if !ok {
				id = int32(len(number))
				number[a] = id
			}
			s.ids = append(s.ids, id)
			s.bits[id%256/64] |= 1 << (id % 64)
			x := idf(len(all), actors[a])
			if n < len(s.actors) {
				s.sum += x
			} else {
				x *= kinShare
			}
			s.weights = append(s.weights, x)
		}
	}
}

// idf never falls below a tenth, so that a name common to all still counts.
func idf(n, df int) float64 {
	return max(math.Log(float64(n+1)/float64(df+1)), 0.1)
}

// likeness is the cosine of the word vectors of two statements under IDF.
func likeness(a, b *Statement) float64 {
	if a.norm == 0 || b.norm == 0 {
		return 0
	}
	var dot float64
	i, j := 0, 0
	for i < len(a.words) && j < len(b.words) {
		switch {
		case a.words[i] < b.words[j]:
			i++
		case a.words[i] > b.words[j]:
			j++
		default:
			dot += float64(a.squares[i])
			i++
			j++
		}
	}
	return dot / (a.norm * b.norm)
}

// kinShare is what an actor counts that is only implied by one it belongs to.
const kinShare = 0.6

// overlap is the share of the actors, rare ones weighing more, that the side
// with fewer of them has in common with the other, those implied included; both
// is what those in common weigh.
func overlap(a, b *Statement) (share, both float64) {
	if a.bits[0]&b.bits[0]|a.bits[1]&b.bits[1]|a.bits[2]&b.bits[2]|a.bits[3]&b.bits[3] == 0 {
		return 0, 0
	}
	for i, x := range a.ids {
		for j, y := range b.ids {
			if x == y {
				both += min(a.weights[i], b.weights[j])
				break
			}
		}
	}
	if both == 0 {
		return 0, 0
	}
	return min(1, both/min(a.sum, b.sum)), both
}
