package timex

import "time"

// A tense says where the clause around an expression looks.
type tense int8

const (
	noTense tense = iota
	pastTense
	presentTense
	futureTense
)

// What an expression was resolved against: TimeExpression.Anchor.
const (
	byNothing  = ""
	byDCT      = "dct"
	byItself   = "explicit"
	byPrevious = "previous"
	byEvent    = "event"
)

// A resolver holds what a reader holds while reading an article.
type resolver struct {
	opt       *Options
	lang      *language
	dct       day
	known     bool // dct holds
	narrative bool
	clock     time.Time

	sentence   int   // count of sentences read
	lastIn     int   // sentence of last
	last       point // last date said
	hasLast    bool
	lastDay    day // last day said
	hasDay     bool
	tale       thread
	quarter    point // last quarter said
	hasQuarter bool
	event      stretch // days of the last event told
	hasEvent   bool
}

// A stretch is a run of days, to being the first after it.
type stretch struct{ from, to day }

// A result is a resolved expression.
type result struct {
	typ, value, mod string
	p               point   // for dates and times, with ok
	days            stretch // with ok
	unit            unit
	ok              bool
	deadline        bool
	aside           bool // named for comparison only
	lead            bool // stands at the head of its sentence
	alone           bool // is the whole sentence: a heading
	anchor          string
}

func newResolver(l *language, opt *Options) *resolver {
	r := &resolver{opt: opt, lang: l, narrative: opt.Mode == Narrative}
	if opt.DCT.Known() {
		r.dct, r.known, r.clock = dayOf(opt.DCT.Time), true, opt.DCT.Time
	}
	return r
}

// now is the day that relative expressions count from, and what it is called.
func (r *resolver) now() (day, string, bool) {
	if r.narrative && r.hasLast {
		return r.last.first, byPrevious, true
	}
	return r.dct, byDCT, r.known
}

// said is the day that "that day" and clock times speak of.
func (r *resolver) said() (day, string, bool) {
	if r.hasDay && (!r.known || r.sentence == r.lastIn || r.near(r.lastDay)) {
		return r.lastDay, byPrevious, true
	}
	return r.now()
}

// resolve turns a meaning into a value and a run of days.
func (r *resolver) resolve(m *meaning, t tense) result {
	switch m.kind {
	case shiftKind:
		return r.shift(m)
	case durationKind:
		return r.duration(m)
	case setKind:
		return r.set(m)
	case refKind:
		return r.ref(m)
	}
	return r.date(m, t)
}

// date resolves a place in the calendar.
func (r *resolver) date(m *meaning, t tense) result {
	p, anchor, ok := r.point(m, t)
	res := result{typ: "DATE", mod: m.mod, anchor: anchor}
	if p.unit <= daypart && p.unit != noUnit {
		res.typ = "TIME"
	}
	if !ok {
		res.anchor = byNothing
		res.value = unresolved(m)
		if m.hour != unset || m.part != 0 {
			res.typ = "TIME"
		}
		return res
	}
	if m.later && r.hasLast && p.first < r.last.first && m.rel == unset {
		p.first = addMonths(p.first, 12)
	}
	res.value, res.p, res.ok, res.unit = p.value(), p, true, p.unit
	res.days = partOf(p, m.mod, m.narrow)
	return res
}

// point finds the calendar point that a meaning names, and what it counted from.
func (r *resolver) point(m *meaning, t tense) (point, string, bool) {
	p, anchor, ok := r.calendar(m, t)
	if !ok {
		return p, anchor, false
	}
	return r.timeOfDay(m, p), anchor, true
}

// calendar is point without parts of the day and clock times.
func (r *resolver) calendar(m *meaning, t tense) (point, string, bool) {
	if m.ord != 0 && m.inner == noUnit {
		m.inner = m.unit
		if m.rel == unset {
			m.unit = noUnit
		}
	}
	switch {
	case m.ord != 0 && m.inner == century:
		m.century, m.ord = m.ord, 0
	case m.ord > 0 && m.inner == quarter:
		m.quarter, m.ord = m.ord, 0
	case m.ord > 0 && m.inner == half:
		m.half, m.ord = m.ord, 0
	}
	if m.that && m.unit == quarter {
		return r.sameQuarter(m)
	}
	if m.that && m.unit == year && r.hasLast && m.month != 0 {
		return r.within(m, pointAt(year, r.last.first)), byPrevious, true
	}
	if m.year != 0 || m.century != 0 || m.decade != 0 {
		return r.within(m, r.era(m)), byItself, true
	}
	now, anchor, known := r.now()
	switch {
	case m.that:
		return r.same(m)
	case m.offset != unset:
		base := r.dct
		return point{unit: dayUnit, first: base + day(m.offset)}, byDCT, r.known
	case m.rel != unset && m.unit > dayUnit:
		return r.within(m, pointAt(m.unit, now).shift(m.rel)), anchor, known
	case m.rel != unset && m.unit == dayUnit:
		return point{unit: dayUnit, first: now + day(m.rel)}, anchor, known
	case m.rel != unset:
		return r.relative(m, now), anchor, known
	case m.weekday != 0 && m.day == 0:
		return point{unit: dayUnit, first: r.nearWeekday(m.weekday, now, t)}, anchor, known
	case m.month == 0 && m.day != 0:
		return r.bareDay(m, t)
	case m.month != 0 || m.season != 0 || m.quarter != 0 || m.half != 0 || m.holiday != nil:
		return r.yearless(m, now, t), anchor, known
	case m.ord != 0 && m.inner != noUnit:
		return r.counted(m)
	case m.unit == weekend:
		return r.weekendNear(now, t), anchor, known
	case m.unit != noUnit:
		return pointAt(m.unit, now), anchor, known
	}
	d, anchor, known := r.said() // a clock time or part of the day alone
	return point{unit: dayUnit, first: d}, anchor, known
}

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
		return point{unit: dayUnit, first: p.first + day(min(m.day, monthDays(y, mm))-1)}
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
	case late && h < 12:
		h += 12
	case (m.ampm == 1 || m.part == night) && h == 12:
		h = 0
	}
	return h, max(m.minute, 0), m.second
}

// same is "that day", "the same month": the unit last spoken of.
func (r *resolver) same(m *meaning) (point, string, bool) {
	u := m.unit
	if u == noUnit {
		u = dayUnit
	}
	switch {
	case u <= dayUnit && r.hasDay:
		return point{unit: dayUnit, first: r.lastDay}, byPrevious, true
	case r.hasLast:
		if u < r.last.unit {
			u = r.last.unit // the day within a month is not known
		}
		return pointAt(u, r.last.first), byPrevious, true
	}
	return pointAt(u, r.dct), byDCT, r.known
}

// sameQuarter is "the quarter" and "the 1988 quarter": the one last spoken of,
// else the last one that was over, which is the one that is reported on.
func (r *resolver) sameQuarter(m *meaning) (point, string, bool) {
	if m.rel != unset && r.known && m.year == 0 {
		m.year = r.dct.year() + m.rel
	}
	switch {
	case r.hasQuarter && m.year != 0:
		return point{unit: quarter, first: civil(m.year, r.quarter.first.month(), 1)}, byPrevious, true
	case m.year != 0:
		return point{unit: year, first: civil(m.year, 1, 1)}, byItself, true
	case r.hasQuarter:
		return r.quarter, byPrevious, true
	}
	return pointAt(quarter, r.dct).shift(-1), byDCT, r.known
}

// relative is last, this or next with a named day, month or season.
func (r *resolver) relative(m *meaning, now day) point {
	if m.weekday != 0 {
		return point{unit: dayUnit, first: r.relWeekday(m, now)}
	}
	y := now.year()
	in := func(y int) point { return r.within(m, point{unit: year, first: civil(y, 1, 1)}) }
	switch {
	case m.rel < 0:
		now = r.nameStart(m, now) - 1
		for c := y + 1; c > y-2; c-- {
			if p := in(c); p.first <= now {
				return p
			}
		}
	case m.rel > 0:
		now = r.nameEnd(m, now)
		for c := y - 1; c < y+2; c++ {
			if p := in(c); p.first >= now {
				return p
			}
		}
	}
	return in(y + m.rel)
}

// nameStart is the first day of the month or season now, when it has the name
// that was said: "last May" in May is that of the year before.
func (r *resolver) nameStart(m *meaning, now day) day {
	u := m.finest()
	if u < month || u > half {
		return now
	}
	if p := r.within(m, pointAt(year, now)); p.first <= now && now < p.end() {
		return p.first
	}
	return now
}

func (r *resolver) nameEnd(m *meaning, now day) day {
	u := m.finest()
	if u < month || u > half {
		return now + 1
	}
	if p := r.within(m, pointAt(year, now)); p.first <= now && now < p.end() {
		return p.end()
	}
	return now
}

func (r *resolver) relWeekday(m *meaning, now day) day {
	switch {
	case m.rel == 0:
		return now.monday() + day(m.weekday-1)
	case m.rel < 0:
		return r.nearWeekday(m.weekday, now-1, pastTense)
	}
	d := r.nearWeekday(m.weekday, now+1, futureTense)
	if d == now+1 && r.lang.nextSkips {
		d += 7
	}
	return d
}

// nearWeekday is the weekday on or before now, or on or after it in clauses
// that look ahead.
func (r *resolver) nearWeekday(w int, now day, t tense) day {
	if t == futureTense || t == presentTense || r.narrative && r.hasLast {
		return now + day((w-now.weekday()+7)%7)
	}
	return now - day((now.weekday()-w+7)%7)
}

// weekendNear is the weekend last begun, or the next one in a clause that looks
// ahead.
func (r *resolver) weekendNear(now day, t tense) point {
	p := pointAt(weekend, now)
	if t != futureTense && p.first > now {
		p = p.shift(-1)
	}
	return p
}

// bareDay is a day of the month without the month: of the month just named, else
// the nearest one, by preference one that suits the tense.
func (r *resolver) bareDay(m *meaning, t tense) (point, string, bool) {
	now, anchor, known := r.now()
	if r.hasLast && r.last.unit <= month && (r.lastIn == r.sentence || !known || r.near(r.last.first)) {
		y, mm, _ := r.last.first.date()
		if m.day <= monthDays(y, mm) && (r.lastIn == r.sentence || r.last.unit == month) {
			return point{unit: dayUnit, first: civil(y, mm, m.day)}, byPrevious, true
		}
	}
	if !known {
		return point{}, anchor, false
	}
	best, least := now, 1000
	for back := -1; back <= 2; back++ {
		y, mm, _ := addMonths(civil(now.year(), now.month(), 1), -back).date()
		d := civil(y, mm, m.day)
		cost := int(now - d)
		if cost < 0 {
			cost = -cost
		}
		if t != futureTense && d > now || t == futureTense && d < now {
			cost += contraryDays
		}
		if m.day <= monthDays(y, mm) && cost < least {
			best, least = d, cost
		}
	}
	return point{unit: dayUnit, first: best}, anchor, true
}

// contraryDays is contrary for a day of the month alone.
const contraryDays = 14

// near tells whether a day is so close to publication that the news may go on
// from it.
func (r *resolver) near(d day) bool {
	return r.narrative || d-r.dct < nearDays && r.dct-d < nearDays
}

const nearDays = 45

// yearless chooses the year of a month, day and month, season, quarter or
// holiday: the last one begun in a clause that looks back, the next one not
// over in one that looks ahead, else the nearest.
func (r *resolver) yearless(m *meaning, now day, t tense) point {
	y := now.year()
	if r.narrative && r.hasLast {
		return r.within(m, point{unit: year, first: civil(r.tale.yearOf(m, r), 1, 1)})
	}
	var best point
	for i, cand := range [...]int{y, y - 1, y + 1} {
		p := r.within(m, point{unit: year, first: civil(cand, 1, 1)})
		if i == 0 || better(p, best, now, t) {
			best = p
		}
	}
	return best
}

// contrary is how many days a reading against the tense must be nearer than
// one with it. Writers leave out the year of a date within half a year, so a
// date three months off is meant even where the verb before it belongs to
// another clause ("was told to pay by Dec. 15").
const contrary = 150

// doubtful is contrary for the future where a clause shows no tense.
const doubtful = 60

// better tells whether a fits now and the tense better than b.
func better(a, b point, now day, t tense) bool {
	cost := func(p point) int {
		d := distance(p, now)
		if t == pastTense && p.first > now || t == futureTense && p.end() <= now {
			d += contrary
		} else if t == noTense && p.first > now {
			d += doubtful
		}
		return d
	}
	return cost(a) < cost(b)
}

func distance(p point, now day) int {
	switch {
	case now < p.first:
		return int(p.first - now)
	case now >= p.end():
		return int(now - p.end() + 1)
	}
	return 0
}

// counted is "the third day": counted from the last event told.
func (r *resolver) counted(m *meaning) (point, string, bool) {
	now, anchor, known := r.now()
	if r.hasLast {
		now, anchor, known = r.last.first, byPrevious, true
	}
	p := pointAt(m.inner, now)
	if m.ord > 0 && (m.inner == week || m.inner == dayUnit || m.inner == month) {
		p = p.shift(m.ord - 1)
	}
	return p, anchor, known
}

// note remembers what the article has just said.
func (r *resolver) note(res *result) {
	if !res.ok || res.typ != "DATE" && res.typ != "TIME" && res.deadline {
		return
	}
	if res.p.unit != noUnit && res.value != "PRESENT_REF" && !res.aside {
		r.last, r.hasLast, r.lastIn = res.p, true, r.sentence
		r.tale.note(res, r.sentence)
		if res.p.unit == quarter {
			r.quarter, r.hasQuarter = res.p, true
		}
		if res.p.unit <= dayUnit {
			r.lastDay, r.hasDay = res.p.first, true
		} else {
			r.hasDay = false
		}
	}
	if !res.deadline && !res.aside {
		r.event, r.hasEvent = res.days, true
	}
}

func (s stretch) known() bool { return s.to > s.from }
