package timex

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/seed-7461731f/dateline/timeline/language"
)

// addNumbers adds the words for numbers that the language forms by rule, those
// that it has not listed.
func (g *grammar) addNumbers(t *language.Time) error {
	for n, w := range g.numbers() {
		g.addMissing(w, numC, n)
		if n > 0 && len(t.NthEnding) == 2 {
			stem := w + t.NthEnding[0]
			if n >= len(t.Ones) {
				stem = w + t.NthEnding[1]
			}
			if !g.has(ordC, n) {
				for _, form := range g.inflected(stem + "~") {
					g.add(form, ordC, n)
				}
			}
		}
	}
	if t.Joint == nil {
		for i, w := range t.Tens {
			g.addMissing(w, numC, 20+10*i)
		}
	}
	for i, w := range t.Ordinals {
		g.addMissing(w, ordC, i+1)
	}
	g.digits = map[rune]int{}
	for _, group := range t.Digit {
		v, err := strconv.Atoi(group.Key)
		if err != nil {
			return fmt.Errorf("section [digit %s]: want a number", group.Key)
		}
		for _, w := range group.Words {
			for _, r := range w {
				g.digits[r] = v
			}
		}
	}
	return nil
}

// numbers returns the words for the numbers from 0: the ones, and, where the
// language writes them as one word, those up to 99.
func (g *grammar) numbers() []string {
	t := g.data
	out := t.Ones[:len(t.Ones):len(t.Ones)]
	if len(t.Joint) == 0 || len(t.Ones) != 20 {
		return out
	}
	for n := 20; n < 20+10*len(t.Tens); n++ {
		w := t.Tens[n/10-2]
		if n%10 != 0 {
			w = t.Ones[n%10] + t.Joint[0] + w
		}
		out = append(out, w)
	}
	return out
}

func (g *grammar) addMissing(word string, c class, v int) {
	if _, ok := g.intern(word).sense(c); !ok {
		g.add(word, c, v)
	}
}

// has reports whether a section of the lexicon lists words of the value.
func (g *grammar) has(c class, v int) bool {
	for _, group := range g.data.Ord {
		if c == ordC && group.Key == strconv.Itoa(v) {
			return true
		}
	}
	return false
}

// A piece is a part of compounds: words with what they say.
type piece struct {
	word, value string
}

// numberPiece names the piece that the words for numbers are.
const numberPiece = "number"

// addCompounds adds the words that consist of pieces, but for those that mean
// something already.
func (g *grammar) addCompounds(t *language.Time) error {
	pieces := map[string][]piece{}
	for _, group := range t.Piece {
		name, value, _ := strings.Cut(group.Key, " ")
		for _, w := range group.Words {
			for _, form := range g.inflected(w) {
				pieces[name] = append(pieces[name], piece{form, value})
			}
		}
	}
	for n, w := range g.numbers() {
		pieces[numberPiece] = append(pieces[numberPiece], piece{w, strconv.Itoa(n)})
	}
	for _, line := range t.Compounds {
		class, parts, _ := strings.Cut(line.Text, ":")
		c, ok := classNames[class]
		if !ok {
			return fmt.Errorf("%d: compounds: no class %s", line.Number, class)
		}
		if err := g.compound(c, "", key{}, strings.Fields(parts), pieces); err != nil {
			return fmt.Errorf("%d: compounds: %w", line.Number, err)
		}
	}
	return nil
}

// compound adds the words that begin as word and go on with the parts.
func (g *grammar) compound(c class, word string, k key, parts []string, pieces map[string][]piece) error {
	if len(parts) == 0 {
		if e := g.intern(word); len(e.senses) == 0 {
			g.add(word, c, keyForms[c].value(&k))
		}
		return nil
	}
	field, name, valued := strings.Cut(parts[0], "=")
	if !valued {
		name = field
	}
	if pieces[name] == nil || valued && keyFields[field] == nil {
		return fmt.Errorf("no piece %s", parts[0])
	}
	for _, p := range pieces[name] {
		k := k
		if valued && !keyFields[field](&k, p.value) {
			return fmt.Errorf("piece %s: %q is no %s", name, p.value, field)
		}
		if err := g.compound(c, word+p.word, k, parts[1:], pieces); err != nil {
			return err
		}
	}
	return nil
}
