package word

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Phrases are words and groups of words to look for, in lower case.
type Phrases []phrase

type phrase struct {
	text string
	open bool // it may go on: "enact*"
}

// NewPhrases makes Phrases of a list; "*" at the end of one matches any ending.
func NewPhrases(list ...[]string) (out Phrases) {
	for _, words := range list {
		for _, w := range words {
			text, open := strings.CutSuffix(strings.ToLower(w), "*")
			out = append(out, phrase{text, open})
		}
	}
	return out
}

// In reports whether one of them stands in a text in lower case, as words of its
// own: "bill" does not stand in "billion". Between Han characters there are no
// such bounds.
func (ps Phrases) In(lower string) bool {
	for _, p := range ps {
		if p.in(lower) {
			return true
		}
	}
	return false
}

func (p phrase) in(lower string) bool {
	for from := 0; ; {
		i := strings.Index(lower[from:], p.text)
		if i < 0 {
			return false
		}
		i += from
		if !joined(lower, i) && (p.open || !joined(lower, i+len(p.text))) {
			return true
		}
		from = i + len(p.text)
	}
}

// Within lists the spans of all that stand in a text in lower case, [start, end)
// each.
func (ps Phrases) Within(lower string) (out [][2]int) {
	for _, p := range ps {
		for from := 0; ; {
			i := strings.Index(lower[from:], p.text)
			if i < 0 {
				break
			}
			i += from
			end := i + len(p.text)
			from = end
			if joined(lower, i) {
				continue
			}
			if p.open {
				for end < len(lower) && joined(lower, end) {
					_, size := utf8.DecodeRuneInString(lower[end:])
					end += size
				}
			}
			if !joined(lower, end) {
				out = append(out, [2]int{i, end})
			}
		}
	}
	return out
}

// joined reports whether the characters on both sides of a byte belong to one
// word.
func joined(s string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	behind, _ := utf8.DecodeRuneInString(s[at:])
	return inWord(before) && inWord(behind)
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) && !IsHan(r)
}

// EndsIn reports whether a text ends in one of the words and a space, or, where
// the language is unspaced, in one of them right away.
func EndsIn(text string, words []string, unspaced bool) bool {
	if unspaced {
		return EndsInAny(text, words)
	}
	text, ok := strings.CutSuffix(text, " ")
	if !ok {
		return false
	}
	for _, w := range words {
		if rest, ok := strings.CutSuffix(text, w); ok && (rest == "" || rest[len(rest)-1] == ' ') {
			return true
		}
	}
	return false
}
