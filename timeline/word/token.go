package word

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/store/news"
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

// Tokens yields each run of letters and digits of a text and each Han character, in
// order, and whether it is the latter.
func Tokens(text string) iter.Seq2[news.Span, bool] {
	return func(yield func(news.Span, bool) bool) {
		start := -1
		for i, r := range text {
			han := IsHan(r)
			letter := !han && isLetter(r)
			if start >= 0 && !letter {
				if !yield(news.Span{Start: start, End: i}, false) {
					return
				}
				start = -1
			}
			switch {
			case han:
				if !yield(news.Span{Start: i, End: i + utf8.RuneLen(r)}, true) {
					return
				}
			case letter && start < 0:
				start = i
			}
		}
		if start >= 0 {
			yield(news.Span{Start: start, End: len(text)}, false)
		}
	}
}

// Terms yields the terms by which texts are compared: their words, and the
// overlapping pairs of their Han characters; and whether it is a pair.
func Terms(text string) iter.Seq2[news.Span, bool] {
	return func(yield func(news.Span, bool) bool) {
		before := news.Span{Start: -1, End: -1} // the Han character that was last
		for at, han := range Tokens(text) {
			switch {
			case !han:
				if !yield(at, false) {
					return
				}
			case before.End == at.Start:
				if !yield(news.Span{Start: before.Start, End: at.End}, true) {
					return
				}
			}
			if han {
				before = at
			}
		}
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
