package timex

import (
	"strings"

	"github.com/seed-7461731f/dateline/timeline/language"
)

// A numeric is a number with separators that may be a date or a clock time.
type numeric struct {
	shape   shape
	a, b, c int // as written
	sep     byte
}

type shape uint8

const (
	noShape    shape = iota
	isoShape         // 2020-08-28, 2020/8/28
	threeShape       // 28.08.2020, 8/28/2020
	clockShape       // 14:30, 14:30:05
	dotShape         // 14.30: a clock time, a day and month or a decimal
	dayShape         // 22.3: a day and month or a decimal
	pairShape        // 8/28, 2007/08
)

func isDigit(text string, i, to int) bool { return i < to && text[i]-'0' < 10 }

// maxDigits bounds a run of digits that is read as a number.
const maxDigits = 9

func scanDigits(text string, i, to int) (n, digits, end int) {
	for end = i; isDigit(text, end, to); end++ {
		if digits = end - i + 1; digits <= maxDigits {
			n = n*10 + int(text[end]-'0')
		}
	}
	return n, digits, end
}

// scanNumber reads digits and, where they make one shape, the separators
// between them.
func (g *grammar) scanNumber(text string, i, to int) token {
	t := token{start: i, kind: numberToken}
	t.num, t.digits, t.end = scanDigits(text, i, to)
	if t.end >= to {
		return t
	}
	if strings.HasPrefix(text[t.end:to], "：") && t.digits <= 2 && t.num <= 24 { // 11：23
		if b, digits, end := scanDigits(text, t.end+len("："), to); digits == 2 && b < 60 {
			t.parts, t.end = numeric{shape: clockShape, a: t.num, b: b, c: -1, sep: ':'}, end
			return t
		}
	}
	switch sep := text[t.end]; sep {
	case ':', '.', '/', '-', ',':
		if isDigit(text, t.end+1, to) {
			t.compound(text, sep, to)
		}
	}
	if t.end == i+t.digits {
		t.addSuffix(g.data, text, to)
	}
	return t
}

// addSuffix takes in the letters of "3rd" and "1990s".
func (t *token) addSuffix(d *language.Time, text string, to int) {
	if t.end >= to || !isLetter(text[t.end]) {
		return
	}
	j := t.end
	for j < to && j < t.end+longestSuffix && isLetter(text[j]) {
		j++
	}
	letters := text[t.end:j]
	t.decade = isOneOf(letters, d.DecadeSuffix)
	if t.suffix = t.decade || isOneOf(letters, d.NthSuffix); t.suffix {
		t.end = j
	}
}

// longestSuffix bounds the bytes of letters behind digits.
const longestSuffix = 4

// A written is up to three numbers with one separator, as they stand.
type written struct {
	a, b, c    int
	ad, bd, cd int // how many digits; cd 0 where there is no third
	sep        byte
}

// A numericForm is a named way to read such numbers.
type numericForm struct {
	name  string
	fits  func(w *written) bool
	shape shape
	parts int // how many of the numbers it takes
}

// numericForms are in the order they are tried in.
var numericForms = []numericForm{
	{"year-month-day", func(w *written) bool { return w.ad == 4 && w.isDate() }, isoShape, 3},
	{"day-month-year", func(w *written) bool { return w.ad <= 2 && w.isDate() }, threeShape, 3},
	{"hour-minute-second", func(w *written) bool { return w.isClock() && w.cd == 2 && w.c < 60 }, clockShape, 3},
	{"hour-minute", (*written).isClock, clockShape, 2},
	{"pair", func(w *written) bool {
		return w.sep == '/' && w.cd == 0 && (w.ad <= 2 && w.bd <= 2 || w.ad == 4 && (w.bd == 2 || w.bd == 4))
	}, pairShape, 2},
	{"year-month", func(w *written) bool {
		return w.sep == '-' && w.cd == 0 && w.ad == 4 && w.bd == 2 && w.b >= 1 && w.b <= 12
	}, pairShape, 2},
}

// isDate reports whether three numbers can be a date in some order.
func (w *written) isDate() bool {
	switch {
	case w.cd == 0 || w.sep == ',':
		return false
	case w.ad == 4:
		return w.bd <= 2 && w.cd <= 2 && w.b >= 1 && w.b <= 12 && w.c >= 1 && w.c <= 31
	case w.ad <= 2 && w.bd <= 2 && (w.cd == 4 || w.cd == 2) && w.sep != ':':
		return w.a >= 1 && w.b >= 1 && w.a <= 31 && w.b <= 31 && (w.a <= 12 || w.b <= 12)
	}
	return false
}

func (w *written) isClock() bool {
	return w.sep == ':' && w.ad <= 2 && w.bd == 2 && w.b < 60 && w.a <= 24
}

// compound reads what follows the separator after the first number.
func (t *token) compound(text string, sep byte, to int) {
	w := written{a: t.num, ad: t.digits, sep: sep}
	var end int
	w.b, w.bd, end = scanDigits(text, t.end+1, to)
	cend := end
	if end < to && text[end] == sep && isDigit(text, end+1, to) {
		w.c, w.cd, cend = scanDigits(text, end+1, to)
	}
	for i := range numericForms {
		f := &numericForms[i]
		if !f.fits(&w) {
			continue
		}
		t.parts, t.end = numeric{shape: f.shape, a: w.a, b: w.b, c: w.c, sep: sep}, cend
		if f.parts == 2 {
			t.end = end
			if f.shape == clockShape {
				t.parts.c = -1
			}
		}
		return
	}
	if sep == ',' || sep == '.' {
		t.decimal(text, sep, w.bd, w.b, end, to)
	}
}

// decimal reads 2.5, 1,000 and 14.30.
func (t *token) decimal(text string, sep byte, bd, b, end, to int) {
	if bd == 3 && t.digits <= 3 { // thousands
		for n := t.num; ; {
			if n = n*1000 + b; n > 1e9 {
				n = 1e9
			}
			t.num, t.end, t.digits = n, end, maxDigits
			if end >= to || text[end] != sep || !isDigit(text, end+1, to) {
				return
			}
			if b, bd, end = scanDigits(text, end+1, to); bd != 3 {
				return
			}
		}
	}
	if sep == '.' && t.digits == 4 && bd == 2 && b >= 1 && b <= 12 { // 2021.09
		t.parts, t.end = numeric{shape: pairShape, a: t.num, b: b, c: -1, sep: sep}, end
		return
	}
	if sep == '.' && t.digits <= 2 && bd == 1 {
		t.parts = numeric{shape: dayShape, a: t.num, b: b, c: -1, sep: sep}
	}
	if sep == '.' && t.digits <= 2 && bd == 2 && b < 60 {
		t.parts = numeric{shape: dotShape, a: t.num, b: b, c: -1, sep: sep}
	}
	scale := 1.0
	for range min(bd, maxDigits) {
		scale *= 10
	}
	t.frac, t.end = float64(b)/scale, end
	t.digits = maxDigits
}
