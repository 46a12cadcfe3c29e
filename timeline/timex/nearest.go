package timex

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
		return r.nearWeekday(m.weekday, now-1, pastTense) + day(7*(m.rel+1))
	}
	d := r.nearWeekday(m.weekday, now+1, futureTense)
	if d == now+1 && r.lang.nextSkips && m.rel == 1 {
		d += 7
	}
	return d + day(7*(m.rel-1))
}

// nearWeekday is the weekday on or before now, or on or after it in clauses
// that look ahead.
func (r *resolver) nearWeekday(w int, now day, t tense) day {
	if t.ahead() || t == presentTense || r.narrative && r.hasLast {
		return now + day((w-now.weekday()+7)%7)
	}
	return now - day((now.weekday()-w+7)%7)
}

// weekendNear is the weekend last begun, or the next one in a clause that looks
// ahead.
func (r *resolver) weekendNear(_ *meaning, t tense) place {
	now, anchor, known := r.now()
	p := pointAt(weekend, now)
	back := p
	if back.first > now {
		back = back.shift(-1)
	}
	if !t.ahead() && t != presentTense {
		p = back
	}
	r.consider("here", p, 0)
	r.consider("back", back, against[t])
	r.consider("ahead", back.shift(1), against[t])
	return at(p, anchor, known)
}

// bareDay is a day of the month without the month: of the month just named, else
// the nearest one, by preference one that suits the tense.
func (r *resolver) bareDay(m *meaning, t tense) place {
	now, anchor, known := r.now()
	if r.hasLast && r.last.unit <= month && (r.lastIn == r.sentence || !known || r.near(r.last.first)) {
		y, mm, _ := r.last.first.date()
		if m.day <= monthDays(y, mm) && (r.lastIn == r.sentence || r.last.unit == month) {
			return at(point{unit: dayUnit, first: civil(y, mm, m.day)}, byPrevious, true)
		}
	}
	if !known {
		return at(point{}, anchor, false)
	}
	if m.weekday != 0 {
		return at(r.weekdayOfMonth(m, now, t), anchor, true)
	}
	best, least := now, 1000
	for back := -1; back <= 2; back++ {
		y, mm, _ := addMonths(civil(now.year(), now.month(), 1), -back).date()
		d := civil(y, mm, m.day)
		cost := int(now - d)
		if cost < 0 {
			cost = -cost
		}
		if !t.ahead() && d > now || t.ahead() && d < now {
			cost += contraryDays
		}
		if m.day > monthDays(y, mm) {
			continue
		}
		r.consider("month", point{unit: dayUnit, first: d}, cost)
		if cost < least {
			best, least = d, cost
		}
	}
	return at(point{unit: dayUnit, first: best}, anchor, true)
}

// weekdayOfMonth is "Tuesday the 29th": the nearest such day, within a year, by
// preference one that suits the tense.
func (r *resolver) weekdayOfMonth(m *meaning, now day, t tense) (best point) {
	least := 1000
	for back := -12; back <= 12; back++ {
		y, mm, _ := addMonths(civil(now.year(), now.month(), 1), -back).date()
		d := civil(y, mm, m.day)
		p := point{unit: dayUnit, first: d}
		if m.day > monthDays(y, mm) || d.weekday() != m.weekday {
			continue
		}
		cost := contraryCost(p, now, t)
		r.consider("month", p, cost)
		if cost < least {
			best, least = p, cost
		}
	}
	return best
}

// contraryDays is contrary for a day of the month alone.
const contraryDays = 14

// near reports whether a day is so close to publication that the news may go on
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
		r.consider(yearNames[i], p, contraryCost(p, now, t))
		if i == 0 || best.unit == noUnit || p.unit != noUnit && better(p, best, now, t) {
			best = p
		}
	}
	return best
}

// yearNames name the candidates of a year that was left out.
var yearNames = [...]string{"this-year", "year-before", "year-after"}

// backThen reports whether the news has gone back to another year, in this sentence
// or the one before, and goes on there: "In 2016 he founded the firm. In March he
// sold it."
func (r *resolver) backThen(t tense) bool {
	return r.hasLast && r.lastSaid && r.last.unit <= year && r.sentence-r.lastIn <= backSentences && !t.ahead() &&
		(!r.known || r.dct.year()-r.last.first.year() >= backYears)
}

// How many sentences, and from how many years ago, the news stays in the past.
const backSentences, backYears = 1, 2

// How many days a reading against the tense must be nearer than one with it.
// Writers leave out the year of a date within half a year, so a date three months
// off is meant even where the verb before it belongs to another clause ("was told
// to pay by Dec. 15"). Where the verb is its own, or a term ends on it, only a day
// that lies within two months on the other side is meant against it ("was moved to
// Nov. 27", printed in December); and the day of an act hardly ever.
const (
	contrary = 150
	firmly   = 240
	toldBack = 250
	done     = 320
	doubtful = 60 // for the future, where a clause shows no tense
)

// better reports whether a fits now and the tense better than b.
func better(a, b point, now day, t tense) bool {
	return contraryCost(a, now, t) < contraryCost(b, now, t)
}

// contraryCost is how far a point lies from now, in days, and how much it lies
// against the tense.
func contraryCost(p point, now day, t tense) int {
	d := distance(p, now)
	future, over := p.first > now, p.end() <= now
	switch {
	case t == doneTense && future:
		d += done
	case t == toldTense && future:
		d += toldBack
	case t == dueTense && over:
		d += firmly
	case t == pastTense && future, t == futureTense && over:
		d += contrary
	case (t == noTense || t == openTense) && future:
		d += doubtful
	}
	return d
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
