package timex

import "strconv"

// duration resolves a length of time; a term ("within 45 days") also has the
// days on which it ends.
func (r *resolver) duration(m *meaning) result {
	if r.lang.decadeYears && m.hasNum && m.num > 0 {
		switch m.unit {
		case decade:
			m.num, m.unit = m.num*10, year
		case century:
			m.num, m.unit = m.num*100, year
		}
	}
	res := result{typ: "DURATION", mod: m.mod, value: duration(m)}
	if m.head != 0 {
		return r.headOf(m)
	}
	if m.window != 0 && r.known && m.num != 0 {
		return r.window(m, res)
	}
	if !m.term || m.num <= 0 && m.num != vague || m.unit < dayUnit {
		return res
	}
	base, anchor, ok := r.termBase()
	if !ok {
		return res
	}
	least, most := *m, *m
	if m.num == vague { // within a few days
		least.num, most.num = 1, someMost
	}
	res.days = stretch{moveBy(base.from, &least, 1), moveBy(base.to-1, &most, 1) + 1}
	res.ok, res.deadline, res.anchor = true, true, anchor
	return res
}

// headOf is "the first five months of this year".
func (r *resolver) headOf(m *meaning) result {
	of := *m
	of.hasNum = false
	if m.inner != noUnit {
		m.unit = m.inner
	} else {
		of.unit = noUnit
	}
	of.inner = noUnit
	res := result{typ: "DURATION", value: duration(m)}
	p := r.calendar(&of, noTense)
	if !p.ok || m.num <= 0 || m.unit < dayUnit || m.unit >= p.unit {
		return res
	}
	res.ok, res.anchor = true, p.anchor
	if m.head > 0 {
		from := nth(p.point, m.unit, 1).first
		res.days = stretch{from, moveBy(from, m, 1)}
	} else {
		res.days = stretch{moveBy(p.end(), m, -1), p.end()}
	}
	return res
}

// window is "the past two weeks": the length that ends now, or begins now.
func (r *resolver) window(m *meaning, res result) result {
	count := *m
	if m.num == vague {
		count.num = someMost
	}
	end := moveBy(r.dct, &count, m.window)
	res.days = stretch{min(r.dct, end), max(r.dct, end) + 1}
	res.ok, res.aside, res.anchor = true, true, byDCT
	return res
}

// duration writes a count of units as P3D, PT2H, P2Y6M, PXY.
func duration(m *meaning) string {
	b := make([]byte, 0, 16)
	b = append(b, 'P')
	clock := false
	part := func(s span) {
		if s.unit != noUnit && s.unit < daypart && !clock {
			b, clock = append(b, 'T'), true
		}
		b = appendSpan(b, s, m.hasNum)
	}
	for _, s := range m.more {
		if s.unit != noUnit {
			part(s)
		}
	}
	part(span{m.num, m.unit})
	return string(b)
}

// finer says which unit the rest of a broken count is written in, and how many
// make one of the longer.
var finer = [...]span{minute: {60, second}, hour: {60, minute}, dayUnit: {24, hour}, year: {12, month}, decade: {10, year}, century: {100, year}, millennium: {}}

func appendSpan(b []byte, s span, counted bool) []byte {
	if s.unit == daypart {
		return append(b, "X"...)
	}
	n := s.num
	if s.unit == fortnight {
		n *= 2
	}
	if !counted || n == vague || n < 0 {
		return append(append(b, 'X'), unitCode[s.unit]...)
	}
	whole := float64(int(min(n, 1e12)))
	if n == whole {
		return append(strconv.AppendInt(b, int64(whole), 10), unitCode[s.unit]...)
	}
	if f := finer[s.unit]; f.unit != noUnit {
		if whole > 0 {
			b = append(strconv.AppendInt(b, int64(whole), 10), unitCode[s.unit]...)
		}
		rest := (n - whole) * f.num
		if f.unit < daypart && s.unit > daypart {
			b = append(b, 'T')
		}
		if rest == float64(int(rest)) {
			return append(strconv.AppendInt(b, int64(rest), 10), unitCode[f.unit]...)
		}
		b = b[:1]
	}
	return append(strconv.AppendFloat(b, n, 'f', -1, 64), unitCode[s.unit]...)
}
