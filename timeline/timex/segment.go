package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// segment takes the longest word of the lexicon, a run of numerals, or one
// character of a text without spaces. Behind a number only a unit may be longer
// than its sign: in "29日本报" the day comes first.
func (g *grammar) segment(text string, i, to int, counted bool) token {
	r, n := utf8.DecodeRuneInString(text[i:to])
	if unicode.IsSpace(r) {
		return token{start: i, end: i}
	}
	if r < utf8.RuneSelf {
		return g.latinWord(text, i, to)
	}
	longest, known := g.longest[text[i:i+n]]
	if !known {
		return token{start: i, end: i + n}
	}
	for end := min(i+longest, to); end > i+n; end-- {
		if end < to && !utf8.RuneStart(text[end]) {
			continue
		}
		if e := g.words[text[i:end]]; e != nil && (!counted || g.countable(e) || g.words[text[i:i+n]] == nil) {
			return token{start: i, end: end, entry: e}
		}
	}
	if t, ok := g.numeral(text, i, to); ok {
		return t
	}
	return token{start: i, end: i + n, entry: g.words[text[i:i+n]]}
}

// countable reports whether a word may follow a number as one: a unit, or a word
// that holds one.
func (g *grammar) countable(e *entry) bool {
	return e.mask&(unitC.bit()|markC.bit()) != 0 || len(e.senses) == 0 || hasAnyPrefix(e.word, g.cueWords[measure])
}

// latinWord reads Latin letters and digits, but no digits that a sign behind them
// makes a date: TikTok16日.
func (g *grammar) latinWord(text string, i, to int) token {
	j, letters := i, i
	for j < to && text[j] < utf8.RuneSelf && (isLetter(text[j]) || j > i && text[j]-'0' < 10) {
		j++
		if isLetter(text[j-1]) {
			letters = j
		}
	}
	if letters > i && letters < j && g.signs(text[j:to]) {
		j = letters
	}
	return token{start: i, end: max(j, i+1), upper: true}
}

// signs reports whether a text begins with the sign of a day, month, year or hour.
func (g *grammar) signs(text string) bool {
	_, n := utf8.DecodeRuneInString(text)
	e := g.words[text[:n]]
	return e != nil && (e.cues.has(dayNumberSign) || e.cues.has(monthSign) || e.cues.has(yearSign) || e.cues.has(hourSign))
}

// A numeralSum adds up a run of numerals: by position (二〇二〇) or with
// multipliers (三十一).
type numeralSum struct {
	total, section, digit int
	multiplied            bool
}

// The numerals from which on one multiplies the digit before it, stands for
// itself (廿), or multiplies all before it.
const ten, twenty, tenThousand = 10, 20, 10000

func (s *numeralSum) add(v int) {
	switch {
	case v < ten:
		s.digit = v
		return
	case v == twenty:
		s.section += twenty
	case v >= tenThousand:
		s.total, s.section, s.digit = s.total+(s.section+s.digit)*v, 0, 0
	default:
		s.section, s.digit = s.section+max(s.digit, 1)*v, 0
	}
	s.multiplied = true
}

// numeral reads a run of numerals.
func (g *grammar) numeral(text string, i, to int) (token, bool) {
	t := token{start: i, end: i, kind: numberToken}
	var sum numeralSum
	for t.end < to {
		r, n := utf8.DecodeRuneInString(text[t.end:to])
		v, ok := g.digits[r]
		if !ok || t.digits >= maxDigits || t.end == i && g.links(text[i:i+n]) && isDigit(text, i+n, to) {
			break
		}
		if v < ten {
			t.digits++
			t.num = t.num*10 + v
		}
		sum.add(v)
		t.end += n
	}
	if t.end == i {
		return t, false
	}
	if sum.multiplied {
		t.num = sum.total + sum.section + sum.digit
		t.digits = digitCount(t.num)
		if t.num > 999 {
			t.digits = maxDigits
		}
	}
	return t, true
}

// links reports whether a numeral is the link of 3个月零5天.
func (g *grammar) links(numeral string) bool {
	_, ok := g.words[numeral].sense(andC)
	return ok
}

func digitCount(n int) int {
	count := 1
	for ; n >= 10; n /= 10 {
		count++
	}
	return count
}

func hasAnyPrefix(s string, prefixes []string) bool {
	for _, x := range prefixes {
		if strings.HasPrefix(s, x) {
			return true
		}
	}
	return false
}
