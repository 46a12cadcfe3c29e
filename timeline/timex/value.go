package timex

import (
	"strconv"
)

// value is the TIMEX3 value.
func (p point) value() string {
	y, m, d := p.first.date()
	var buf [32]byte
	b := appendYear(buf[:0], y)
	switch p.unit {
	case millennium:
		return string(b[:len(b)-3])
	case century:
		return string(b[:len(b)-2])
	case decade:
		return string(b[:len(b)-1])
	case year:
		return string(b)
	case half:
		return string(append(b, '-', 'H', byte('1'+(m-1)/6)))
	case quarter:
		return string(append(b, '-', 'Q', byte('1'+(m-1)/3)))
	case season:
		return string(append(append(b, '-'), seasonCode[m/3]...))
	case month:
		return string(append2(append(b, '-'), m))
	case week, fortnight, weekend:
		y, w := p.first.isoWeek()
		b = append2(append(appendYear(buf[:0], y), '-', 'W'), w)
		if p.unit == weekend {
			b = append(b, "-WE"...)
		}
		return string(b)
	}
	b = append2(append(append2(append(b, '-'), m), '-'), d)
	switch p.unit {
	case daypart:
		return string(append(append(b, 'T'), partCode[p.part]...))
	case hour, minute, second:
		b = append2(append(b, 'T'), p.h)
		if p.unit == hour {
			break
		}
		b = append2(append(b, ':'), p.m)
		if p.unit == second {
			b = append2(append(b, ':'), p.s)
		}
	}
	return string(b)
}

// edtf is the point in EDTF, level 1.
func (p point) edtf() string {
	switch p.unit {
	case year, month, dayUnit:
		return p.value()
	case decade:
		return p.value() + "X"
	case century:
		return p.value() + "XX"
	case season:
		y, m, _ := p.first.date()
		return string(append2(append(appendYear(nil, y), '-'), 20+m/3))
	case hour, minute, second, daypart:
		return point{unit: dayUnit, first: p.first}.value()
	}
	return edtfRange(p.first, p.end()-1)
}

// edtfRange writes an interval with both days in, as months or years where it
// consists of whole ones.
func edtfRange(from, to day) string {
	u := dayUnit
	_, fm, fd := from.date()
	_, nm, nd := (to + 1).date()
	if fd == 1 && nd == 1 {
		u = month
		if fm == 1 && nm == 1 {
			u = year
		}
	}
	a, b := pointAt(u, from), pointAt(u, to)
	if a == b {
		return a.value()
	}
	return a.value() + "/" + b.value()
}

func append2(b []byte, n int) []byte { return append(b, byte('0'+n/10), byte('0'+n%10)) }

// appendYear writes four digits; years before Christ as "BC0480", the form of
// TIMEX2, since TIMEX3 names none.
func appendYear(b []byte, y int) []byte {
	if y <= 0 {
		b = append(b, "BC"...)
		y = 1 - y
	}
	s := strconv.Itoa(y)
	for i := len(s); i < 4; i++ {
		b = append(b, '0')
	}
	return append(b, s...)
}
