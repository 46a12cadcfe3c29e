// Package word holds what the rooms below timeline do with words alone.
//
// In: strings. Out: strings and numbers. No I/O, no language.
package word

import (
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Hash stands for a text: of a million the odds are one in 37 million that any
// two share theirs.
func Hash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s)) // never fails
	return h.Sum64()
}

// ContainsAny reports whether s holds one of the words.
func ContainsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// StartsWithAny reports whether s begins with one of the words.
func StartsWithAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(s, w) })
}

// EndsInAny reports whether s ends in one of the words.
func EndsInAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(s, w) })
}

// Capital reports whether a word begins with a capital letter.
func Capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
