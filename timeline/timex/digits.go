package timex

import (
	"strings"
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
func scanNumber(text string, i, to int) token {
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
		t.ordinal(text, to)
	}
	return t
}

// ordinal takes in the letters of "3rd" and "1990s".
func (t *token) ordinal(text string, to int) {
	j := t.end
	for j < to && j < t.end+4 && isLetter(text[j]) {
		j++
	}
	switch text[t.end:j] {
	case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH", "s", "S", "er", "ER", "ern", "e", "ème", "º", "º.", "ª":
		t.end, t.suffix = j, true
	}
}

// compound reads what follows the separator after the first number.
func (t *token) compound(text string, sep byte, to int) {
	b, bd, end := scanDigits(text, t.end+1, to)
	c, cd, cend := 0, 0, end
	if end < to && text[end] == sep && isDigit(text, end+1, to) {
		c, cd, cend = scanDigits(text, end+1, to)
	}
	p := numeric{a: t.num, b: b, c: c, sep: sep}
	switch {
	case cd > 0 && sep != ',' && isDate(t.digits, bd, cd, p):
		p.shape = threeShape
		if t.digits == 4 {
			p.shape = isoShape
		}
		end = cend
	case sep == ':' && t.digits <= 2 && bd == 2 && b < 60 && t.num <= 24:
		p.shape = clockShape
		if cd == 2 && c < 60 {
			end = cend
		} else {
			p.c = -1
		}
	case sep == ',' || sep == '.':
		t.decimal(text, sep, bd, b, end, to)
		return
	case sep == '/' && cd == 0 && (t.digits <= 2 && bd <= 2 || t.digits == 4 && (bd == 2 || bd == 4)):
		p.shape = pairShape
	case sep == '-' && cd == 0 && t.digits == 4 && bd == 2 && b >= 1 && b <= 12:
		p.shape = pairShape
	default:
		return
	}
	t.parts, t.end = p, end
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

// isDate tells whether three numbers can be a date in some order.
func isDate(ad, bd, cd int, p numeric) bool {
	switch {
	case ad == 4:
		return bd <= 2 && cd <= 2 && p.b >= 1 && p.b <= 12 && p.c >= 1 && p.c <= 31
	case ad <= 2 && bd <= 2 && (cd == 4 || cd == 2) && p.sep != ':':
		return p.a >= 1 && p.b >= 1 && p.a <= 31 && p.b <= 31 && (p.a <= 12 || p.b <= 12)
	}
	return false
}
