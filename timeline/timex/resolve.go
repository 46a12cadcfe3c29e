package timex

import (
	"time"
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
	home      day  // the dct of the whole article
	knownHome bool
	item      int // paragraph that dct is that of, under a dateline of its own; noItem
	narrative bool
	clock     time.Time

	sentence   int   // count of sentences read
	lastIn     int   // sentence of last
	last       point // last date said
	hasLast    bool
	lastSaid   bool // last was said with its year
	lastDay    day  // last day said
	hasDay     bool
	tale       thread
	quarter    point // last quarter said
	hasQuarter bool
	origin     day // last date not counted from another
	hasOrigin  bool
	event      stretch // days of the last event told
	hasEvent   bool
	eventIn    int // sentence of event
	term       day // on which the term last named ends
	hasTerm    bool
	termIn     int // sentence of term
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
	r := &resolver{opt: opt, lang: l, narrative: opt.Mode == Narrative, item: noItem}
	if opt.DCT.Known() {
		r.dct, r.known, r.clock = dayOf(opt.DCT.Time), true, opt.DCT.Time
		r.home, r.knownHome = r.dct, true
	}
	return r
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
		if m.weekday != 0 {
			p.first += 7
		} else {
			p.first = addMonths(p.first, 12)
		}
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
	if m.that && m.unit == year && m.month != 0 {
		if r.hasLast {
			return r.within(m, pointAt(year, r.last.first)), byPrevious, true
		}
		return r.within(m, pointAt(year, r.dct)), byDCT, r.known
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
	case m.weekday != 0 && m.day == 0 && m.month == 0:
		return point{unit: dayUnit, first: r.nearWeekday(m.weekday, now, t)}, anchor, known
	case m.month == 0 && m.day != 0:
		return r.bareDay(m, t)
	case (m.month != 0 || m.season != 0) && !r.narrative && r.backThen(t):
		return r.within(m, pointAt(year, r.last.first)), byPrevious, true
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
