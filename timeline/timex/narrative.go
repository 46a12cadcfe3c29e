package timex

// A thread is the year that a narrative has come to. A year named in passing
// ("... robbed banks until 1881") is not it; one at the head of a sentence or
// in a heading is, and so is that of a date with month or day.
type thread struct {
	year    int
	month   int // last one told in the year; 0 none
	known   bool
	heading bool // the year is that of a heading over the section
}

// note follows the tale to a resolved date.
func (t *thread) note(res *result) {
	if res.p.unit > year || res.anchor == byDCT {
		return
	}
	y := res.p.first.year()
	if t.known && !res.lead && res.p.unit >= season {
		return
	}
	if res.alone {
		t.heading = true
	} else if t.heading && (!res.lead || res.p.unit < year) || res.p.unit >= season && y == t.year {
		return
	} else {
		t.heading = false
	}
	t.year, t.known, t.month = y, true, 0
	if res.p.unit <= month {
		t.month = res.p.first.month()
	}
}

// yearOf is the year of a month or season that is told without one: that of a
// date in the same sentence, else that of the thread. A tale goes forward, so
// after December January is of the next year.
func (t *thread) yearOf(m *meaning, r *resolver) int {
	if !t.known || r.lastIn == r.sentence && r.last.unit <= year {
		return r.last.first.year()
	}
	if t.month >= 11 && !t.heading && (m.month == 1 || m.month == 2) {
		return t.year + 1
	}
	return t.year
}
