package timex

import (
	"unicode"
	"unicode/utf8"
)

// A token is a word, a number or a mark of a sentence.
type token struct {
	start, end int // bytes of the text
	entry      *entry
	kind       tokenKind
	upper      bool // begins with a capital
	space      bool // white space stands before it
	digits     int  // of a number
	num        int
	frac       float64 // decimals of a number: 0.5 in 2.5
	suffix     bool    // 3rd, 1990s
	decade     bool    // the suffix is that of a decade
	parts      numeric
}

type tokenKind uint8

const (
	wordToken tokenKind = iota
	numberToken
	markToken
)

// scan cuts text[from:to] into tokens, appending to toks.
func (g *grammar) scan(toks []token, text string, from, to int) []token {
	space := true
	for i := from; i < to; {
		c := text[i]
		var t token
		switch {
		case c <= ' ':
			i++
			space = true
			continue
		case c-'0' < 10:
			t = g.scanNumber(text, i, to)
		case c < utf8.RuneSelf && !isLetter(c):
			t = token{start: i, end: i + 1, kind: markToken}
		default:
			t = g.scanWord(text, i, to, len(toks) > 0 && toks[len(toks)-1].counts())
			if t.start == t.end { // white space beyond ASCII
				_, n := utf8.DecodeRuneInString(text[t.end:to])
				i = t.end + n
				space = true
				continue
			}
		}
		if t.kind != numberToken && t.entry == nil && (!g.unspaced || c < utf8.RuneSelf) {
			t.entry = g.lookup(text[t.start:t.end], t.upper)
		}
		t.space = space
		toks = append(toks, t)
		i, space = t.end, false
	}
	return toks
}

// counts reports whether a unit may follow the token.
func (t *token) counts() bool {
	if t.kind == numberToken {
		return t.parts.shape == noShape // a date is no count
	}
	_, ok := t.entry.sense(vagueC)
	return ok
}

// scanWord reads letters; a single letter with a dot is an abbreviation and may
// go on ("p.m.", "U.S.").
func (g *grammar) scanWord(text string, i, to int, counted bool) token {
	if g.unspaced {
		return g.segment(text, i, to, counted)
	}
	r, n := utf8.DecodeRuneInString(text[i:to])
	if !unicode.IsLetter(r) {
		if unicode.IsSpace(r) {
			return token{start: i, end: i}
		}
		return token{start: i, end: i + n, kind: markToken}
	}
	t := token{start: i, upper: unicode.IsUpper(r)}
	j := i + n
	for j < to {
		if c := text[j]; c < utf8.RuneSelf {
			if !isLetter(c) {
				break
			}
			j++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[j:to])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		j += n
	}
	t.end = j
	if j-i == 1 {
		t.end = abbreviation(text, i, to)
	}
	return t
}

// abbreviation gives the end of "a.m." or "U.S." that begins at i.
func abbreviation(text string, i, to int) int {
	end := i + 1
	for j := i; j+3 <= to && text[j+1] == '.' && isLetter(text[j+2]); j += 2 {
		if j+3 < to && isLetter(text[j+3]) {
			break
		}
		end = j + 3
	}
	if end > i+1 && end < to && text[end] == '.' {
		end++
	}
	return end
}

func isLetter(c byte) bool { return c|0x20-'a' < 26 || c >= utf8.RuneSelf }
