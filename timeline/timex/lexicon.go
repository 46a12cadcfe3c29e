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

// table is a part of a lexicon: class, value, words separated by spaces. A word
// of several parts joins them with "_". A capital first letter means that the
// word counts only when it is written so ("May").
type table struct {
	class class
	val   int
	words string
}

// add puts the words of a table into the lexicon.
func (l *language) add(tables ...table) {
	for _, t := range tables {
		for _, w := range strings.Fields(t.words) {
			e := l.intern(strings.ReplaceAll(w, "_", " "))
			e.senses = append(e.senses, sense{t.class, t.val})
			e.mask |= t.class.bit()
		}
	}
}

// intern gives the entry of a word, making it when it is new.
func (l *language) intern(word string) *entry {
	low := strings.ToLower(word)
	e := l.words[low]
	if e == nil {
		e = &entry{word: low}
		l.words[low] = e
	}
	if low == word || l.segment != nil {
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
func (l *language) lookup(word string, upper bool) *entry {
	if len(word) > maxWord {
		return nil
	}
	var buf [maxWord + utf8.UTFMax]byte
	low := appendLower(buf[:0], word)
	e := l.words[string(low)]
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

// count adds words whose values go up by one.
func (l *language) count(c class, from int, words string) {
	for i, w := range strings.Fields(words) {
		if _, ok := l.words[w].sense(c); !ok {
			l.add(table{c, from + i, w})
		}
	}
}

// tenses notes the tense that words show.
func (l *language) tenses(t tense, words string) {
	for _, w := range strings.Fields(words) {
		l.intern(w).tense = t
	}
}
