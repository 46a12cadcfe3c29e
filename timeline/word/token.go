package word

import (
	"unicode"
	"unicode/utf8"
)

// firstHan is a character below all Han characters and the signs between them:
// most texts need no table to know that they have none.
const firstHan = 0x2e80

// IsHan reports whether a character is Chinese.
func IsHan(r rune) bool { return r >= firstHan && unicode.Is(unicode.Han, r) }

// Width is how much a text says, in letters: a Chinese character, and the sign
// between two, counts as three. Distances between words are measured so in every
// language.
func Width(s string) (n int) {
	for _, r := range s {
		n += width(r)
	}
	return n
}

const wideLetters = 3

// Tokens calls word for each run of letters and digits of a text and for each Han
// character, in order, with its bytes [start, end).
func Tokens(text string, word func(start, end int, han bool)) {
	start := -1
	for i, r := range text {
		han := IsHan(r)
		letter := !han && isLetter(r)
		if start >= 0 && !letter {
			word(start, i, false)
			start = -1
		}
		switch {
		case han:
			word(i, i+utf8.RuneLen(r), true)
		case letter && start < 0:
			start = i
		}
	}
	if start >= 0 {
		word(start, len(text), false)
	}
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// Last returns the end of a text that is at most n letters wide.
func Last(s string, n int) string {
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if n -= width(r); n < 0 {
			return s[i:]
		}
		i -= size
	}
	return s
}

// First returns the start of a text that is at most n letters wide.
func First(s string, n int) string {
	for i, r := range s {
		if n -= width(r); n < 0 {
			return s[:i]
		}
	}
	return s
}

func width(r rune) int {
	if r >= firstHan {
		return wideLetters
	}
	return 1
}
