package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// An entry is what the lexicon knows of a word.
type entry struct {
	word   string
	senses []sense
	starts []*rule // rules that can begin with it, in the order of the table
	mask   uint64  // of the classes of its senses
	upper  *entry  // the entry of the word with a capital, when it has one of its own
	tense  tense
	listed bool // has a class or a tense, or a rule names it
	cues   cueSet
}

// A sense is one class that a word may have, with its value in that class:
// 8 for August, 5 for Friday.
type sense struct {
	class class
	val   int
}

func (e *entry) sense(c class) (int, bool) {
	if e != nil {
		for _, s := range e.senses {
			if s.class == c {
				return s.val, true
			}
		}
	}
	return 0, false
}

// known reports whether the lexicon or a rule has the word.
func (e *entry) known() bool { return e != nil && e.listed }

// intern gives the entry of a word, making it when it is new.
func (g *grammar) intern(word string) *entry {
	low := strings.ToLower(word)
	e := g.words[low]
	if e == nil {
		e = &entry{word: low}
		g.words[low] = e
	}
	if low == word || g.unspaced {
		return e
	}
	if e.upper == nil {
		e.upper = &entry{word: word}
	}
	return e.upper
}

// maxWord bounds the bytes of a word that is looked up.
const maxWord = 48

// lookup finds a word, ignoring case unless a capital makes it another word.
func (g *grammar) lookup(word string, upper bool) *entry {
	if len(word) > maxWord {
		return nil
	}
	var buf [maxWord + utf8.UTFMax]byte
	low := appendLower(buf[:0], word)
	e := g.words[string(low)]
	if e != nil && upper && e.upper != nil {
		return e.upper
	}
	return e
}

func appendLower(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c-'A' < 26 {
				c += 'a' - 'A'
			}
			b = append(b, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		b = utf8.AppendRune(b, unicode.ToLower(r))
		i += n
	}
	return b
}
