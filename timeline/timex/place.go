package timex

// A place is where a meaning lies in the calendar.
type place struct {
	point
	anchor string // what it was counted from
	ok     bool
	rule   string // name of the placing
}

// point finds the calendar point that a meaning names, with its part of the day
// and clock time.
func (r *resolver) point(m *meaning, t tense) place {
	p := r.calendar(m, t)
	if p.ok {
		p.point = r.timeOfDay(m, p.point)
	}
	return p
}

// A placing is one named way to place a point. The first that applies counts.
type placing struct {
	name    string
	applies func(r *resolver, m *meaning, t tense) bool
	place   func(r *resolver, m *meaning, t tense) place
}

// goneBack names the placing in a year before, to which the text has gone back.
const goneBack = "year-gone-back-to"

// placings are set by init, since some of them place parts of a meaning in their
// turn.
var placings []placing

func init() {
	placings = []placing{
		{"quarter-again", quarterAgain, (*resolver).sameQuarter},
		{"month-of-that-year", monthOfThatYear, (*resolver).ofThatYear},
		{"year-said", yearSaid, func(r *resolver, m *meaning, _ tense) place { return at(r.within(m, r.era(m)), byItself, true) }},
		{"same", func(_ *resolver, m *meaning, _ tense) bool { return m.that }, (*resolver).same},
		{"counted-from-day", func(_ *resolver, m *meaning, _ tense) bool {
			return m.hasNum && m.dir != 0 && (m.weekday != 0 || m.offset != unset)
		}, (*resolver).fromDay},
		{"days-on", func(_ *resolver, m *meaning, _ tense) bool { return m.offset != unset }, (*resolver).daysOn},
		{"unit-on", func(_ *resolver, m *meaning, _ tense) bool { return m.rel != unset && m.unit >= dayUnit }, (*resolver).unitOn},
		{"name-on", func(_ *resolver, m *meaning, _ tense) bool { return m.rel != unset }, (*resolver).nameOn},
		{"weekday", func(_ *resolver, m *meaning, _ tense) bool { return m.weekday != 0 && m.day == 0 && m.month == 0 }, (*resolver).bareWeekday},
		{"day-of-month", func(_ *resolver, m *meaning, _ tense) bool { return m.month == 0 && m.day != 0 }, (*resolver).bareDay},
		{goneBack, yearGoneBackTo, (*resolver).ofYearBefore},
		{"year-by-direction", yearLeftOut, (*resolver).nearYear},
		{"counted", func(_ *resolver, m *meaning, _ tense) bool { return m.ord != 0 && m.inner != noUnit }, (*resolver).counted},
		{"weekend", func(_ *resolver, m *meaning, _ tense) bool { return m.unit == weekend }, (*resolver).weekendNear},
		{"unit-now", func(_ *resolver, m *meaning, _ tense) bool { return m.unit != noUnit }, (*resolver).unitNow},
		{"day-spoken-of", func(*resolver, *meaning, tense) bool { return true }, (*resolver).daySpokenOf},
	}
}

// calendar is point without parts of the day and clock times.
func (r *resolver) calendar(m *meaning, t tense) place {
	m.settleOrd()
	for i := range placings {
		if c := &placings[i]; c.applies(r, m, t) {
			p := c.place(r, m, t)
			p.rule = c.name
			if p.unit == noUnit && p.ok {
				p.ok, p.rule = false, "no-such-day"
			}
			return p
		}
	}
	return place{}
}

// settleOrd puts an ordinal where it belongs: that of a century, quarter or half
// is its number; that of another unit counts within the longer one.
func (m *meaning) settleOrd() {
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
}

func at(p point, anchor string, ok bool) place { return place{point: p, anchor: anchor, ok: ok} }

func quarterAgain(_ *resolver, m *meaning, _ tense) bool { return m.that && m.unit == quarter }

func monthOfThatYear(_ *resolver, m *meaning, _ tense) bool {
	return m.that && m.unit == year && m.month != 0
}

func yearSaid(_ *resolver, m *meaning, _ tense) bool {
	return m.year != 0 || m.century != 0 || m.decade != 0
}

func yearGoneBackTo(r *resolver, m *meaning, t tense) bool {
	return (m.month != 0 || m.season != 0) && !r.narrative && r.backThen(t)
}

func yearLeftOut(_ *resolver, m *meaning, _ tense) bool {
	return m.month != 0 || m.season != 0 || m.quarter != 0 || m.half != 0 || m.holiday != nil
}

// ofThatYear is "in March of that year".
func (r *resolver) ofThatYear(m *meaning, _ tense) place {
	if r.hasLast {
		return at(r.within(m, pointAt(year, r.last.first)), byPrevious, true)
	}
	return at(r.within(m, pointAt(year, r.dct)), byDCT, r.known)
}

func (r *resolver) daysOn(m *meaning, _ tense) place {
	return at(point{unit: dayUnit, first: r.dct + day(m.offset)}, byDCT, r.known)
}

// fromDay is "two weeks from Friday", "a week ago Monday", "Montag in drei Wochen".
func (r *resolver) fromDay(m *meaning, _ tense) place {
	now, anchor, known := r.now()
	d := now
	switch {
	case m.offset != unset:
		d += day(m.offset)
	case m.dir > 0:
		d = r.nearWeekday(m.weekday, now, futureTense)
	default:
		d = r.nearWeekday(m.weekday, now, pastTense)
	}
	return at(point{unit: dayUnit, first: moveBy(d, m, m.dir)}, anchor, known)
}

// unitOn is last week, next year, and what is named within them.
func (r *resolver) unitOn(m *meaning, _ tense) place {
	now, anchor, known := r.now()
	if m.anaphoric && r.hasLast && r.sentence-r.lastIn <= saidSentences {
		now, anchor, known = r.last.first, byPrevious, true
	}
	if m.unit == dayUnit {
		return at(point{unit: dayUnit, first: now + day(m.rel)}, anchor, known)
	}
	return at(r.within(m, pointAt(m.unit, now).shift(m.rel)), anchor, known)
}

// nameOn is last Friday, next May.
func (r *resolver) nameOn(m *meaning, _ tense) place {
	now, anchor, known := r.now()
	return at(r.relative(m, now), anchor, known)
}

func (r *resolver) bareWeekday(m *meaning, t tense) place {
	now, anchor, known := r.now()
	if m.shifted && r.hasDay && r.lastIn == r.sentence && r.lastDay <= now {
		return at(point{unit: dayUnit, first: r.nearWeekday(m.weekday, r.lastDay, t)}, byPrevious, true)
	}
	d := r.nearWeekday(m.weekday, now, t)
	r.consider("here", point{unit: dayUnit, first: d}, 0)
	if d > now || d == now && t.past() {
		r.consider("back", point{unit: dayUnit, first: d - 7}, against[t])
	} else {
		r.consider("ahead", point{unit: dayUnit, first: d + 7}, against[t])
	}
	return at(point{unit: dayUnit, first: d}, anchor, known)
}

func (r *resolver) ofYearBefore(m *meaning, _ tense) place {
	return at(r.within(m, pointAt(year, r.last.first)), byPrevious, true)
}

func (r *resolver) nearYear(m *meaning, t tense) place {
	now, anchor, known := r.now()
	return at(r.yearless(m, now, t), anchor, known)
}

func (r *resolver) unitNow(m *meaning, _ tense) place {
	now, anchor, known := r.now()
	return at(pointAt(m.unit, now), anchor, known)
}

// daySpokenOf is the day of a clock time or part of the day alone.
func (r *resolver) daySpokenOf(*meaning, tense) place {
	d, anchor, known := r.said()
	r.consider("said", point{unit: dayUnit, first: d}, 0)
	r.consider("publication", point{unit: dayUnit, first: r.dct}, r.distanceSaid())
	return at(point{unit: dayUnit, first: d}, anchor, known)
}
