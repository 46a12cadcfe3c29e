package timex

import "strings"

// dayFirst reports whether the figures of a text put the day first, in a language
// that is written either way: one date that can be read in one order alone decides
// for all, else the signs of a country that writes so.
func (g *grammar) dayFirst(text string) bool {
	for i := strings.IndexByte(text, '/'); i >= 0; {
		if first, second, ok := slashed(text, i); ok && (first > 12) != (second > 12) {
			return first > 12
		}
		next := strings.IndexByte(text[i+1:], '/')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return containsAny(text, g.data.DayFirst) && !containsAny(text, g.data.MonthFirst)
}

// slashed reads the numbers around the first stroke of a date, 23/04/2018, at i.
func slashed(text string, i int) (first, second int, ok bool) {
	from := i
	for from > 0 && text[from-1]-'0' < 10 && i-from < 3 {
		from--
	}
	first, digits, _ := scanDigits(text, from, i)
	second, more, end := scanDigits(text, i+1, len(text))
	if digits == 0 || digits > 2 || more == 0 || more > 2 || end >= len(text) || text[end] != '/' {
		return 0, 0, false
	}
	year, size, _ := scanDigits(text, end+1, len(text))
	return first, second, (size == 4 || size == 2) && first >= 1 && second >= 1 && first <= 31 && second <= 31 && year > 0
}
