package timex

// now is the day that relative expressions count from, and what it is called.
func (r *resolver) now() (day, string, bool) {
	if r.narrative && r.hasLast {
		return r.last.first, byPrevious, true
	}
	return r.dct, byDCT, r.known
}

// saidSentences is over how many sentences a clock time still speaks of the day
// last said rather than of today.
const saidSentences = 3

// said is the day that "that day" and clock times speak of.
func (r *resolver) said() (day, string, bool) {
	if r.hasDay && r.lastIn == r.sentence {
		return r.lastDay, byPrevious, true
	}
	if r.hasHeadDay {
		return r.headDay, byPrevious, true
	}
	if r.hasDay && (!r.known || r.sentence-r.lastIn <= saidSentences && r.near(r.lastDay)) {
		return r.lastDay, byPrevious, true
	}
	return r.now()
}

// distanceSaid is the cost of today for what speaks of the day last said: the more,
// the nearer that was said.
func (r *resolver) distanceSaid() int { return max(120-40*(r.sentence-r.lastIn), 20) }

// same is "that day", "the same month": the unit last spoken of.
func (r *resolver) same(m *meaning, _ tense) place {
	u := m.unit
	if u == noUnit {
		u = dayUnit
	}
	switch {
	case u <= dayUnit && r.hasDay:
		r.consider("said", point{unit: dayUnit, first: r.lastDay}, 0)
		r.consider("publication", point{unit: dayUnit, first: r.dct}, r.distanceSaid())
		return at(point{unit: dayUnit, first: r.lastDay}, byPrevious, true)
	case u <= dayUnit && r.lastIn < r.sentence && r.lastTold.known() && r.sentence-r.toldIn <= toldSentences:
		// A month or a year of a sentence between has no day to be the same as.
		return at(point{unit: dayUnit, first: r.lastTold.from}, byPrevious, true)
	case r.hasLast:
		if u < r.last.unit {
			u = r.last.unit // the day within a month is not known
		}
		return at(r.within(m, pointAt(u, r.last.first)), byPrevious, true)
	}
	return at(r.within(m, pointAt(u, r.dct)), byDCT, r.known)
}

// sameQuarter is "the quarter" and "the 1988 quarter": the one last spoken of,
// else the last one that was over, which is the one that is reported on.
func (r *resolver) sameQuarter(m *meaning, _ tense) place {
	if m.rel != unset && r.known && m.year == 0 {
		m.year = r.dct.year() + m.rel
	}
	switch {
	case r.hasQuarter && m.year != 0:
		return at(point{unit: quarter, first: civil(m.year, r.quarter.first.month(), 1)}, byPrevious, true)
	case m.year != 0:
		return at(point{unit: year, first: civil(m.year, 1, 1)}, byItself, true)
	case r.hasQuarter:
		return at(r.quarter, byPrevious, true)
	}
	return at(pointAt(quarter, r.dct).shift(-1), byDCT, r.known)
}

// counted is "the third week": counted from the last date that was not itself
// counted or shifted from another.
func (r *resolver) counted(m *meaning, _ tense) place {
	now, anchor, known := r.now()
	if r.hasOrigin {
		now, anchor, known = r.origin, byPrevious, true
	}
	p := pointAt(m.inner, now)
	if m.ord > 0 && (m.inner == week || m.inner == dayUnit || m.inner == month) {
		p = p.shift(m.ord - 1)
	}
	return at(p, anchor, known)
}

// termBase is the stretch that a term counts from: the event last told, when it
// is short and was told just now or not long before publication. Who must sell
// within three months need not do so from the year the firm was founded.
func (r *resolver) termBase() (stretch, string, bool) {
	e := r.event
	if r.hasEvent && e.to-e.from <= 31 && (!r.known || r.sentence-r.eventIn <= 1 || r.dct-e.from < recentDays && e.from-r.dct < recentDays) {
		return e, byEvent, true
	}
	return stretch{r.dct, r.dct + 1}, byDCT, r.known
}

// recentDays is how long ago a term may have begun that is still news.
const recentDays = 400

// note remembers what the article has just said.
func (r *resolver) note(res *result) {
	if !res.ok || res.typ != "DATE" && res.typ != "TIME" && res.deadline {
		return
	}
	if res.p.unit != noUnit && res.value != "PRESENT_REF" && !res.aside {
		r.last, r.hasLast, r.lastIn = res.p, true, r.sentence
		if res.anchor != byEvent && res.anchor != byPrevious && res.p.unit <= month {
			r.origin, r.hasOrigin = res.p.first, true
		}
		r.lastSaid = res.anchor == byItself && (res.lead || res.p.unit < season) || res.placed == goneBack
		r.tale.note(res)
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
		r.event, r.hasEvent, r.eventIn = res.days, true, r.sentence
		if !res.named && res.days.to-res.days.from <= exactDays {
			r.lastTold, r.toldIn = res.days, r.sentence
		}
	}
}

// exactDays is how long an event may be that days and weeks are counted from, and
// toldSentences how far back it may have been told when a longer one, or the name of
// an act, came between.
const exactDays, toldSentences = 3, 4

func (s stretch) known() bool { return s.to > s.from }
