package timex

// era is the year, decade or century that was said.
func (r *resolver) era(m *meaning) point {
	switch {
	case m.year != 0:
		y := m.year
		if m.bc {
			y = 1 - y
		}
		return point{unit: year, first: civil(y, 1, 1)}
	case m.century != 0 && m.decade == 0:
		c := (m.century - 1) * 100
		if m.bc {
			c = -m.century * 100
		}
		return point{unit: century, first: civil(c, 1, 1)}
	}
	d := m.decade
	if m.rel != unset && m.unit == century {
		d = r.dct.year()/100*100 + m.rel*100 + d%100
	} else if m.century != 0 {
		d = (m.century-1)*100 + d%100
	} else if d < 100 {
		c := 1900
		if r.narrative && r.hasLast {
			c = r.last.first.year() / 100 * 100
		} else if r.known && d == 0 && r.dct.year() >= 2000 {
			c = 2000
		}
		d += c
	}
	if m.bc {
		d = -d
	}
	return point{unit: decade, first: civil(d, 1, 1)}
}

// within goes from a year, month or week down to what else was said.
func (r *resolver) within(m *meaning, p point) point {
	y := p.first.year()
	switch {
	case m.holiday != nil && p.unit == year:
		d, _ := m.holiday.in(y)
		return point{unit: dayUnit, first: d}
	case m.half != 0 && p.unit == year:
		p = point{unit: half, first: civil(y, 6*m.half-5, 1)}
	case m.half != 0 && p.unit == century:
		return p
	case m.quarter != 0 && p.unit >= half:
		p = point{unit: quarter, first: civil(y, 3*m.quarter-2, 1)}
	case m.season != 0 && p.unit == year:
		p = point{unit: season, first: civil(y, 3*m.season, 1)}
	case m.month != 0 && p.unit >= quarter:
		p = r.monthIn(m, y)
	case m.week != 0 && p.unit == year:
		p = point{unit: week, first: civil(y, 1, 4).monday() + day(7*(m.week-1))}
	}
	if m.ord != 0 && m.weekday != 0 && p.unit == month {
		y, mm, _ := p.first.date()
		return point{unit: dayUnit, first: nthWeekday(y, mm, m.ord, m.weekday)}
	}
	if m.ord != 0 && m.inner != noUnit && m.inner < p.unit {
		return nth(p, m.inner, m.ord)
	}
	if m.day != 0 && p.unit == month {
		y, mm, _ := p.first.date()
		if m.day > monthDays(y, mm) {
			return point{} // there is no such day
		}
		return point{unit: dayUnit, first: p.first + day(m.day-1)}
	}
	if m.weekday != 0 && p.unit == week {
		return point{unit: dayUnit, first: p.first + day(m.weekday-1)}
	}
	return p
}

func (r *resolver) monthIn(m *meaning, y int) point {
	if m.lunar {
		if d, ok := lunarDay(y, m.month, max(m.day, 1)); ok {
			return point{unit: dayUnit, first: d}
		}
	}
	return point{unit: month, first: civil(y, m.month, 1)}
}

// nth is the nth unit of a longer one; -1 is the last.
func nth(p point, u unit, n int) point {
	if n < 0 {
		return pointAt(u, p.end()-1)
	}
	q := pointAt(u, p.first)
	if u == week && q.first < p.first {
		q = q.shift(1) // the first week is the first that begins inside
	}
	return q.shift(n - 1)
}

// timeOfDay adds the part of the day and the clock time.
func (r *resolver) timeOfDay(m *meaning, p point) point {
	if m.part != 0 && p.unit >= dayUnit {
		p.unit, p.part = daypart, m.part
	}
	if m.hour == unset {
		return p
	}
	p.unit, p.part = minute, 0
	if r.lang.hourAlone && m.minute == unset {
		p.unit = hour
	}
	p.h, p.m, p.s = clock24(m)
	if m.second > 0 {
		p.unit = second
	}
	if p.h == 24 {
		p.h, p.first = 0, p.first+1
	}
	return p
}

// clock24 brings a clock time to 24 hours by a.m., p.m. and the part of day.
func clock24(m *meaning) (h, mm, s int) {
	h = m.hour
	late := m.ampm == 2 || m.part == afternoon || m.part == evening || m.part == night && h >= 6
	switch {
	case (m.part == evening || m.part == night && m.ampm == 0) && h == 12:
		h = 24 // the midnight that ends the evening
	case late && h < 12:
		h += 12
	case (m.ampm == 1 || m.part == night) && h == 12:
		h = 0
	}
	return h, max(m.minute, 0), m.second
}
