package timex

// The names of placings of what is counted from a day.
const shifted, shiftedFromEvent = "shift", "shift-from-told"

// some is how many "some" and "a few" may be: "einige Tage" are three to nine.
const someLeast, someMost = 3, 9

// shift resolves "two weeks ago", "in three days", "a month later".
func (r *resolver) shift(m *meaning) result {
	res := r.moved(m)
	res.placed = shifted
	if res.anchor == byEvent {
		res.placed = shiftedFromEvent
	}
	if m.length {
		res.typ, res.value = "DURATION", duration(m)
		res.deadline = m.term && res.ok
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
	if m.unit < dayUnit {
		return r.clockShift(m, res, base)
	}
	if p, ok := r.compared(m); ok {
		res.p, res.unit, res.value, res.anchor, res.aside = p, p.unit, p.value(), byPrevious, true
		res.days = stretch{p.first, p.end()}
		return res
	}
	m.breakUnits()
	first := moveBy(base.from, m, m.dir)
	u := r.grainOf(m)
	res.p = pointAt(u, first)
	res.unit = u
	res.aside = u == year && m.num == 1 && !r.narrative
	res.value = res.p.value()
	res.days = stretch{res.p.first, res.p.end()}
	if long := base.to - base.from; long > res.p.end()-res.p.first && !(m.whole && base == (stretch{pointAt(u, base.from).first, pointAt(u, base.from).end()})) {
		res.days = stretch{first, first + long} // as vague as what it counts from
		res.unit = noUnit
		res.value = openValue(res.days)
	}
	return res
}

// breakUnits counts broken years in months and broken months in days.
func (m *meaning) breakUnits() {
	broken := func() bool { return m.num != float64(int(min(m.num, 1e6))) }
	if m.unit == year && broken() {
		m.num, m.unit = min(m.num, 1e4)*12, month
	}
	if m.unit == month && broken() {
		m.num, m.unit = float64(int(min(m.num, 1e4)*30)), dayUnit
	}
}

// grainOf is the grain that a shifted date has: that of the unit counted in, but
// a day where days or weeks are counted from a day.
func (r *resolver) grainOf(m *meaning) unit {
	switch u := m.unit; {
	case m.anchor == fromEvent && r.hasLast && r.last.unit <= dayUnit && u <= week && !m.whole:
		return dayUnit
	case u == fortnight, u == weekend:
		return week
	default:
		return u
	}
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
		if m.dir < 0 && m.unit >= dayUnit && m.unit <= week && !m.length && r.lastTold.known() && r.sentence-r.toldIn <= toldSentences {
			return r.lastTold, true // "a day before" counts from a day, not from the end of August
		}
		return r.event, true
	}
	if m.anchor == fromOwn && r.hasOwn {
		res.anchor = byEvent
		return stretch{r.own, r.own + 1}, true
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
