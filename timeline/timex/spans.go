package timex

import "strconv"

// partOf is the run of days that a point with a modifier stands for. Thirds of
// a month follow the calendar's own custom (1 to 10, 11 to 20, 21 to the end).
func partOf(p point, mod string, narrow bool) stretch {
	all := stretch{p.first, p.end()}
	n := all.to - all.from
	if mod != "START" && mod != "MID" && mod != "END" || n < 7 {
		return all
	}
	a, b := p.first+n/3, p.first+n*2/3
	switch {
	case p.unit == month && narrow:
		a, b = p.first+5, p.end()-7
	case p.unit == month:
		a, b = p.first+10, p.first+20
	case p.unit == week:
		a, b = p.first+2, p.first+4
	case p.unit == year && narrow:
		a, b = addMonths(p.first, 2), addMonths(p.first, 10)
	case p.unit == year:
		a, b = addMonths(p.first, 3), addMonths(p.first, 9)
	case p.unit == decade:
		a, b = addMonths(p.first, 36), addMonths(p.first, 84)
	}
	if mod == "MID" && narrow && p.unit >= month {
		a, b = p.first+n*2/5, p.first+n*3/5
	}
	switch mod {
	case "START":
		return stretch{p.first, a}
	case "MID":
		return stretch{a, b}
	}
	return stretch{b, all.to}
}

// some is how many "some" and "a few" may be: "einige Tage" are three to nine.
const someLeast, someMost = 3, 9

// shift resolves "two weeks ago", "in three days", "a month later".
func (r *resolver) shift(m *meaning) result {
	res := r.moved(m)
	if m.length {
		res.typ, res.value = "DURATION", duration(m)
	} else if res.ok && res.p.unit == dayUnit && (m.part != 0 || m.hour != unset) {
		res.p = r.timeOfDay(m, res.p)
		res.typ, res.unit, res.value = "TIME", res.p.unit, res.p.value()
	}
	return res
}

func (r *resolver) moved(m *meaning) result {
	res := result{typ: "DATE", mod: m.mod}
	base, ok := r.shiftBase(m, &res)
	if m.unit < daypart {
		res.typ = "TIME"
	}
	if m.num == vague || m.unit == noUnit {
		return r.vagueShift(m, res, base, ok)
	}
	if !ok {
		res.value, res.anchor = duration(m), byNothing
		return res
	}
	res.ok = true
	n := m.dir
	if m.unit < dayUnit {
		return r.clockShift(m, res, base)
	}
	if p, ok := r.compared(m); ok {
		res.p, res.unit, res.value, res.anchor, res.aside = p, p.unit, p.value(), byPrevious, true
		res.days = stretch{p.first, p.end()}
		return res
	}
	if m.unit == year && m.num != float64(int(min(m.num, 1e6))) {
		m.num, m.unit = min(m.num, 1e4)*12, month // in a year and a half
	}
	first := moveBy(base.from, m, n)
	u := m.unit
	if m.anchor == fromEvent {
		// What is said of a day keeps the grain of a day, when it was known.
		if r.hasLast && r.last.unit <= dayUnit && u <= week && !m.whole {
			u = dayUnit
		}
	}
	if u == fortnight || u == weekend {
		u = week
	}
	res.p = pointAt(u, first)
	res.unit = u
	res.aside = u == year && m.num == 1 && !r.narrative
	res.value = res.p.value()
	res.days = stretch{res.p.first, res.p.end()}
	if u == dayUnit && base.to-base.from > 1 {
		res.days = stretch{first, first + (base.to - base.from)}
		res.unit = noUnit
		res.value = openValue(res.days)
	}
	return res
}

// compared is what "a year earlier" means where figures of a quarter or month
// are compared: the same quarter or month of that year.
func (r *resolver) compared(m *meaning) (point, bool) {
	if m.unit != year || m.num != 1 || m.dir > 0 || len(m.more) > 0 && m.more[0].unit != noUnit {
		return point{}, false
	}
	p := r.last
	if !r.hasLast || r.sentence-r.lastIn > 1 || p.unit != quarter && p.unit != month && p.unit != half {
		if !r.hasQuarter {
			return point{}, false
		}
		p = r.quarter
	}
	return pointAt(p.unit, addMonths(p.first, -12)), true
}

// shiftBase is the stretch that a shift counts from.
func (r *resolver) shiftBase(m *meaning, res *result) (stretch, bool) {
	if m.anchor == fromEvent && r.hasEvent && (m.unit < year || m.dir > 0 || r.lastIn == r.sentence || r.narrative) {
		res.anchor = byEvent
		return r.event, true
	}
	now, anchor, ok := r.now()
	res.anchor = anchor
	return stretch{now, now + 1}, ok
}

// moveBy moves a day by the count of a meaning, n times.
func moveBy(d day, m *meaning, n int) day {
	for _, s := range m.more {
		d = moveSpan(d, s, n)
	}
	return moveSpan(d, span{m.num, m.unit}, n)
}

// unitMonths and unitSeconds are the lengths of units, where they have one.
var (
	unitMonths  = [...]float64{month: 1, season: 3, quarter: 3, half: 6, year: 12, decade: 120, century: 1200, millennium: 12000}
	unitSeconds = [...]float64{second: 1, minute: 60, hour: 3600, daypart: 0}
)

func moveSpan(d day, s span, n int) day {
	months := unitMonths[s.unit]
	count := min(max(s.num, 0), 1e5)
	switch {
	case months > 0:
		return addMonths(d, int(min(count*months, 1e5))*n)
	case s.unit == week || s.unit == weekend:
		return d + day(count*7)*day(n)
	case s.unit == fortnight:
		return d + day(count*14)*day(n)
	case s.unit == dayUnit:
		return d + day(count)*day(n)
	}
	return d
}

// clockShift moves by hours or minutes, from the clock of the DCT if it has one.
func (r *resolver) clockShift(m *meaning, res result, base stretch) result {
	res.unit = dayUnit
	res.p = point{unit: dayUnit, first: base.from}
	if res.anchor == byDCT && r.opt.DCT.Grain != "day" && !r.clock.IsZero() {
		secs := unitSeconds[m.unit] * min(m.num, 1e6) * float64(m.dir)
		h, mm, s := r.clock.Clock()
		t := h*3600 + mm*60 + s + int(secs)
		d := floorDiv(t, 86400)
		t -= d * 86400
		res.p = point{unit: minute, first: base.from + day(d), h: t / 3600, m: t / 60 % 60, s: t % 60}
		if m.unit == second {
			res.p.unit = second
		}
	}
	res.value = res.p.value()
	res.days = stretch{res.p.first, res.p.end()}
	return res
}

// vagueShift resolves "some days later": a window after the event; and "some
// years ago", which stays vague.
func (r *resolver) vagueShift(m *meaning, res result, base stretch, ok bool) result {
	if m.anchor == fromDCT || !ok || m.unit == noUnit {
		res.value = refName[past]
		if m.dir > 0 {
			res.value = refName[future]
		}
	}
	if !ok || m.unit < dayUnit {
		res.anchor = byNothing
		if res.value == "" {
			res.value = duration(m)
		}
		return res
	}
	least, most := *m, *m
	least.num, most.num = someLeast, someMost
	if m.dir < 0 {
		least.num, most.num = someMost, someLeast
	}
	res.days = stretch{moveBy(base.from, &least, m.dir), moveBy(base.to-1, &most, m.dir) + 1}
	res.ok = res.days.known()
	if res.value == "" {
		res.value = openValue(res.days)
	}
	return res
}

// openValue is a date whose day or month is open: as far as both ends agree.
func openValue(s stretch) string {
	fy, fm, _ := s.from.date()
	ty, tm, _ := (s.to - 1).date()
	switch {
	case fy == ty && fm == tm:
		return point{unit: month, first: s.from}.value() + "-XX"
	case fy == ty:
		return point{unit: year, first: s.from}.value() + "-XX-XX"
	}
	return "XXXX-XX-XX"
}

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
	if m.window != 0 && r.known && m.unit >= dayUnit && m.num != 0 {
		return r.window(m, res)
	}
	if !m.term || m.num <= 0 || m.unit < dayUnit {
		return res
	}
	base, anchor := stretch{r.dct, r.dct + 1}, byDCT
	if r.hasEvent {
		base, anchor = r.event, byEvent
	} else if !r.known {
		return res
	}
	res.days = stretch{moveBy(base.from, m, 1), moveBy(base.to-1, m, 1) + 1}
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
	p, anchor, ok := r.calendar(&of, noTense)
	if !ok || m.num <= 0 || m.unit < dayUnit || m.unit >= p.unit {
		return res
	}
	res.ok, res.anchor = true, anchor
	if m.head > 0 {
		from := nth(p, m.unit, 1).first
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

// finer says which unit halves of a unit are counted in, and how many make one.
var finer = map[unit]span{year: {12, month}, day12: {24, hour}, hour: {60, minute}, minute: {60, second}, decade: {10, year}, century: {100, year}}

const day12 = dayUnit

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
	if f, ok := finer[s.unit]; ok && whole*10 != n*10 {
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

// set writes a repeated time.
func (r *resolver) set(m *meaning) result {
	return result{typ: "SET", mod: m.mod, value: setValue(m)}
}

func setValue(m *meaning) string {
	v := ""
	switch {
	case m.weekday != 0:
		v = "XXXX-WXX-" + strconv.Itoa(m.weekday)
	case m.month != 0 && m.day != 0:
		return "XXXX-" + string(append2(append(append2(nil, m.month), '-'), m.day))
	case m.month != 0:
		return "XXXX-" + string(append2(nil, m.month))
	case m.season != 0:
		return "XXXX-" + seasonCode[m.season]
	case m.quarter != 0:
		return "XXXX-Q" + strconv.Itoa(m.quarter)
	case m.day != 0:
		return "XXXX-XX-" + string(append2(nil, m.day))
	case m.part != 0:
		v = "XXXX-XX-XX"
	case m.unit == weekend && !m.hasNum:
		return "XXXX-WXX-WE"
	default:
		if !m.hasNum {
			m.num, m.hasNum = 1, true
		}
		return duration(m)
	}
	if m.part != 0 {
		v += "T" + partCode[m.part]
	}
	return v
}

// ref resolves "now", "recently", "soon".
func (r *resolver) ref(m *meaning) result {
	res := result{typ: "DATE", value: m.ref, mod: m.mod}
	if m.ref == refName[present] && r.known && !r.narrative {
		res.p = point{unit: dayUnit, first: r.dct}
		res.ok, res.unit, res.anchor = true, dayUnit, byDCT
		res.days = stretch{r.dct, r.dct + 1}
	}
	return res
}

// unresolved writes what is known of a point that nothing could complete.
func unresolved(m *meaning) string {
	switch {
	case m.weekday != 0, m.month != 0, m.season != 0, m.quarter != 0:
		day := m.day
		v := setValue(m)
		if m.month != 0 && day != 0 && m.part != 0 {
			v += "T" + partCode[m.part]
		}
		return v
	case m.hour != unset:
		h, mm, _ := clock24(m)
		return "T" + string(append2(append(append2(nil, h%25), ':'), mm))
	case m.part != 0:
		return "XXXX-XX-XXT" + partCode[m.part]
	case m.day != 0:
		return "XXXX-XX-" + string(append2(nil, m.day))
	case m.unit >= year:
		return "XXXX"
	case m.unit == month:
		return "XXXX-XX"
	case m.unit == week:
		return "XXXX-WXX"
	}
	return "XXXX-XX-XX"
}
