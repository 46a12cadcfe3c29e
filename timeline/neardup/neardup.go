// Package neardup tells copies of one text: wire copy with small edits.
//
// In: text. Out: a signature; of many signatures, the groups. No I/O.
//
// The method is MinHash over word shingles with banding (Broder, 1997;
// Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3).
package neardup

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"unicode"
)

const (
	shingle = 4  // words
	hashes  = 64 // of the signature
	rows    = 4  // hashes a band
	bands   = hashes / rows

	// Same is the Jaccard likeness from which two texts count as copies. With
	// 16 bands of 4, a pair as alike shares a band with probability 0.64, one
	// of 0.7 with 0.99.
	Same = 0.5
)

// A Signature is the MinHash of a text: the share of equal entries of two
// signatures estimates the share of shingles the texts have in common.
type Signature [hashes]uint32

// Sign returns the signature of text. A text of fewer than 20 words has none
// (ok is false): it is too short to tell a copy from chance.
func Sign(text string) (s Signature, ok bool) {
	words := hashWords(text)
	if len(words) < 20 {
		return s, false
	}
	for i := range s {
		s[i] = math.MaxUint32
	}
	for i := 0; i+shingle <= len(words); i++ {
		h := uint64(14695981039346656037)
		for _, w := range words[i : i+shingle] {
			h = (h ^ w) * 1099511628211
		}
		for k := range s {
			// Multiply-shift with odd multipliers stands in for permutations.
			if v := uint32((mix(h) * multipliers[k]) >> 32); v < s[k] {
				s[k] = v
			}
		}
	}
	return s, true
}

// multipliers are fixed odd numbers, so that signatures can be stored.
var multipliers = func() (m [hashes]uint64) {
	x := uint64(0x9e3779b97f4a7c15)
	for i := range m {
		x += 0x9e3779b97f4a7c15
		m[i] = mix(x) | 1
	}
	return m
}()

// mix is the finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// hashWords hashes the lower-case words of text; each Han sign is a word.
func hashWords(text string) []uint64 {
	var out []uint64
	h, open := uint64(0), false
	flush := func() {
		if open {
			out = append(out, mix(h))
		}
		h, open = 14695981039346656037, false
	}
	flush()
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Han, r):
			flush()
			h, open = h^uint64(r)*1099511628211, true
			flush()
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			h, open = (h^uint64(unicode.ToLower(r)))*1099511628211, true
		default:
			flush()
		}
	}
	flush()
	return out
}

// Likeness estimates the Jaccard likeness of two signed texts.
func Likeness(a, b Signature) float64 { return likeness(&a, &b) }

func likeness(a, b *Signature) float64 {
	n := 0
	for i := range a {
		if a[i] == b[i] {
			n++
		}
	}
	return float64(n) / hashes
}

// Bands returns a hash for each band: two texts that share one are candidates.
func (s Signature) Bands() []int64 {
	out := make([]int64, bands)
	for b := range out {
		h := fnv.New64a()
		binary.Write(h, binary.LittleEndian, uint32(b)) // a hash never fails
		binary.Write(h, binary.LittleEndian, s[b*rows:(b+1)*rows])
		out[b] = int64(h.Sum64())
	}
	return out
}

// Bytes is the stored form of a signature.
func (s Signature) Bytes() []byte {
	out := make([]byte, 0, hashes*4)
	for _, v := range s {
		out = binary.LittleEndian.AppendUint32(out, v)
	}
	return out
}

// FromBytes reads the stored form; ok is false when it has another length.
func FromBytes(b []byte) (s Signature, ok bool) {
	if len(b) != hashes*4 {
		return s, false
	}
	for i := range s {
		s[i] = binary.LittleEndian.Uint32(b[i*4:])
	}
	return s, true
}
