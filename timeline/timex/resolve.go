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
	opt        *Options
	lang       *grammar
	dct        day
	known      bool // dct holds
	home       day  // the dct of the whole article
	knownHome  bool
	item       int // paragraph that dct is that of, under a dateline of its own; noItem
	narrative  bool
	readings   []reading // of the expression that is resolved
	scope      scope
	headDay    day // of a heading that is a day
	hasHeadDay bool
	own        day // of the order or notice that the text is
	hasOwn     bool
	inEntry    bool // dct is the day of an entry
	clock      time.Time

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
	eventIn    int     // sentence of event
	lastTold   stretch // the last day told that is no part of a name, "the order of August 14"
	toldIn     int     // its sentence
	term       day     // on which the term last named ends
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
	placed          string // name of the placing
	named           bool   // stands in the name of an act
}

func newResolver(l *grammar, opt *Options) *resolver {
	r := &resolver{opt: opt, lang: l, narrative: opt.Mode == Narrative, item: noItem, scope: scope{paragraph: noItem}}
	if opt.DCT.Known() {
		r.dct, r.known, r.clock = dayOf(opt.DCT.Time), true, opt.DCT.Time
		r.home, r.knownHome = r.dct, true
	}
	return r
}

// resolve turns a meaning into a value and a run of days.
func (r *resolver) resolve(m *meaning, t tense) result {
	r.readings = r.readings[:0]
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
	at := r.point(m, t)
	p := at.point
	res := result{typ: "DATE", mod: m.mod, anchor: at.anchor, placed: at.rule}
	if p.unit <= daypart && p.unit != noUnit {
		res.typ = "TIME"
	}
	if !at.ok {
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
	if p.unit == quarter && m.narrow {
		p, res.mod = monthOfQuarter(p, m.mod), ""
		m.mod = ""
	}
	res.value, res.p, res.ok, res.unit = p.value(), p, true, p.unit
	res.days = partOf(p, m.mod, m.narrow)
	return res
}

// monthOfQuarter is 四季度初, the first month of a quarter; 末 is the last.
func monthOfQuarter(p point, mod string) point {
	n := map[string]int{modName[modStart]: 0, modName[modMid]: 1, modName[modEnd]: 2}[mod]
	return point{unit: month, first: addMonths(p.first, n)}
}
