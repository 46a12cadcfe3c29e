package event

import (
	"maps"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/timeline/word"
)

// A vector holds the content words of a sentence, hashed, sorted, each once:
// words of three letters or more, and pairs of Han characters.
type vector []uint32

func vectorOf(text string) vector {
	v := make(vector, 0, len(text)/bytesAWord)
	for at, pair := range word.Terms(text) {
		if w := text[at.Start:at.End]; pair || utf8.RuneCountInString(w) >= shortestWord {
			v = append(v, hashOf(w))
		}
	}
	slices.Sort(v)
	return slices.Compact(v)
}

// shortestWord is of how many letters a content word consists at least.
const shortestWord = 3

// bytesAWord is about how many bytes of text a content word takes.
const bytesAWord = 6

// FNV-1a, 32 bits (Fowler, Noll and Vo).
const (
	fnvOffset = uint32(2166136261)
	fnvPrime  = 16777619
)

// hashOf is the hash of a word in lower case.
func hashOf(word string) uint32 {
	h := fnvOffset
	for _, r := range word {
		h = hashRune(h, unicode.ToLower(r))
	}
	return h
}

func hashRune(h uint32, r rune) uint32 {
	for r > 0 {
		h = (h ^ uint32(r&0xff)) * fnvPrime
		r >>= 8
	}
	return h
}

// A vocabulary holds the words of all statements and what each weighs: rare ones
// more (inverse document frequency; Spärck Jones, 1972). Once it is weighed the
// vectors in it are of word numbers, in the order of the hashes.
type vocabulary struct {
	blocks  [][]uint32 // vectors, one after the other; none lies in two blocks
	squares []float32  // squared IDF by word number
	held    *wording
	weights []float32 // the squares of the words of the held wording, else 0
}

// A wording is a quote that some statements share: those of two dates in one
// sentence, and those of copies.
type wording struct {
	quote int64   // where its words stand on the shelf
	norm  float64 // of the vector
	bytes uint32  // of the quote
	words uint32  // where its vector lies in the vocabulary
	count uint32  // of words
}

// vectorBlock is how many words a block of the vocabulary holds, unless a single
// vector is longer; a vector is found by block and offset, 16 bits each.
const vectorBlock = 1 << 16

// keep adds a vector and returns where it lies.
func (o *vocabulary) keep(v vector) (at uint32) {
	last := len(o.blocks) - 1
	if last < 0 || len(o.blocks[last])+len(v) > cap(o.blocks[last]) {
		o.blocks, last = append(o.blocks, make([]uint32, 0, max(vectorBlock, len(v)))), last+1
	}
	at = uint32(last*vectorBlock + len(o.blocks[last]))
	o.blocks[last] = append(o.blocks[last], v...)
	return at
}

func (o *vocabulary) vector(w *wording) vector {
	return o.blocks[w.words/vectorBlock][w.words%vectorBlock:][:w.count]
}

// weigh numbers the words and weighs them; uses is how many of the n statements
// say each of the wordings.
func (o *vocabulary) weigh(said *slab[wording], uses []int32, n int) {
	told := map[uint32]int32{}
	for i, k := range uses {
		for _, h := range o.vector(said.at(uint32(i))) {
			told[h] += k
		}
	}
	hashes := slices.Sorted(maps.Keys(told))
	number := make(map[uint32]uint32, len(hashes))
	exact := make([]float64, len(hashes))
	o.squares, o.weights = make([]float32, len(hashes)), make([]float32, len(hashes))
	for i, h := range hashes {
		number[h] = uint32(i)
		x := idf(n, int(told[h]))
		exact[i], o.squares[i] = x*x, float32(x*x)
	}
	for i := range uses {
		w := said.at(uint32(i))
		v := o.vector(w)
		for j, h := range v {
			v[j] = number[h]
			w.norm += exact[v[j]]
		}
		w.norm = math.Sqrt(w.norm)
	}
}

// idf never falls below a tenth, so that a name common to all still counts.
func idf(n, df int) float64 {
	return max(math.Log(float64(n+1)/float64(df+1)), 0.1)
}

// hold sets the wording that likeHeld compares with, until release.
func (o *vocabulary) hold(w *wording) {
	o.held = w
	for _, x := range o.vector(w) {
		o.weights[x] = o.squares[x]
	}
}

func (o *vocabulary) release() {
	for _, x := range o.vector(o.held) {
		o.weights[x] = 0
	}
}

// likeHeld is the cosine, under IDF, of a wording's vector and that of the one
// that is held.
func (o *vocabulary) likeHeld(w *wording) float64 {
	if w.norm == 0 || o.held.norm == 0 {
		return 0
	}
	var dot float64
	for _, x := range o.vector(w) {
		dot += float64(o.weights[x])
	}
	return dot / (w.norm * o.held.norm)
}

// likeness is the cosine of the vectors of two wordings.
func (o *vocabulary) likeness(a, b *wording) float64 {
	o.hold(a)
	defer o.release()
	return o.likeHeld(b)
}
