package timex

// A kind says how the resolver reads a meaning.
type kind int8

const (
	pointKind    kind = iota // a place in the calendar, perhaps with parts missing
	shiftKind                // so many units before or after something
	durationKind             // a length of time
	setKind                  // a repeated time
	refKind                  // the vague past, present or future
	ignoreKind               // looks like a time and is none
)

// unset marks the fields of a meaning for which zero is a value.
const unset = -128

// vague is the count of "some", "several"; it is written X.
const vague = -1

// A meaning is the semantic form of an expression, the same in every language.
// Patterns fill it, the resolver reads it. Zero fields were not said, except
// for those that begin as unset.
type meaning struct {
	kind    kind
	century int // 20 for the 20th
	decade  int // 1990 for the nineties, or 90 when the century was not said
	year    int
	bc      bool
	season  int // 1 spring .. 4 winter
	quarter int
	half    int
	month   int
	week    int
	day     int // of the month
	weekday int // 1 Monday .. 7 Sunday
	part    int // of the day
	holiday *holiday
	lunar   bool // month and day are of the Chinese calendar

	hour, minute, second int // hour unset when no clock time was said
	ampm                 int // 1 a.m., 2 p.m.
	zone                 *zone

	offset int  // whole days from the DCT: -1 yesterday; unset
	rel    int  // -1 last, 0 this, 1 next, of unit; unset
	unit   unit // of rel, num, ord
	num    float64
	low    float64 // the count before num, in "two to three"
	hasNum bool
	dir    int // -1 before, 1 after
	anchor anchorKind
	whole  bool // the following week as such, not a day seven days later
	length bool // a shift that is written as its length: "vor [drei Jahren]"
	ord    int  // the third (week of May); -1 the last
	inner  unit // what ord counts, when unit is the longer one
	more   [maxParts]span
	head   int  // so many of the units at the head (1) or tail (-1) of a longer one
	later  bool // the second of a range, so not before the first
	window int  // a length that ends (-1) or begins (1) now
	reign  int  // first year of an era
	narrow bool // 底, 初: nearer to the end than mod alone says

	ref       string // PRESENT_REF, PAST_REF, FUTURE_REF
	mod       string
	each      bool
	anaphoric bool // counts from what was told: the following year
	shifted   bool // what would be, told of the past: counted from the day told before
	that      bool // "that day": the day last spoken of
	term      bool // "within three months"
}

// maxParts is how many further units a duration may have: 8天20小时.
const maxParts = 6

// A span is a further part of a compound duration ("two years and a month").
type span struct {
	num  float64
	unit unit
}

// An anchorKind says what a shift counts from.
type anchorKind int8

const (
	fromDCT   anchorKind = iota
	fromEvent            // "two days later": the last event told
	fromOwn              // "after the date of this order": the day of the text itself
)

func newMeaning(k kind) meaning {
	return meaning{kind: k, hour: unset, minute: unset, offset: unset, rel: unset}
}

// finest is the finest unit that was said.
func (m *meaning) finest() unit {
	switch {
	case m.hour != unset:
		return hour
	case m.part != 0:
		return daypart
	case m.day != 0, m.weekday != 0, m.offset != unset, m.holiday != nil:
		return dayUnit
	case m.week != 0:
		return week
	case m.month != 0:
		return month
	case m.quarter != 0:
		return quarter
	case m.season != 0:
		return season
	case m.half != 0:
		return half
	case m.year != 0:
		return year
	case m.decade != 0:
		return decade
	case m.century != 0:
		return century
	}
	return m.unit
}

// inherit takes over from o, the other side of a range or list, what m leaves
// out: in "3. bis 5. März 2020" the first day has its month from the second.
func (m *meaning) inherit(o *meaning) {
	f := m.finest()
	if f < hour || f == noUnit {
		return
	}
	if f < daypart {
		if m.ampm == 0 && m.part == 0 {
			m.ampm, m.part = o.ampm, o.part
		}
		if m.day == 0 && m.weekday == 0 && m.offset == unset {
			m.weekday, m.day, m.offset = o.weekday, o.day, o.offset
		}
		if m.zone == nil {
			m.zone = o.zone
		}
	}
	if m.month == 0 && (m.day != 0 || f < dayUnit) {
		m.month = o.month
	}
	if m.year == 0 && f < year {
		m.year, m.bc = o.year, o.bc
	}
	if m.rel == unset && m.year == 0 && f < year && o.unit >= month {
		m.rel, m.unit = o.rel, o.unit
	}
	if m.bc = m.bc || o.bc; m.decade == 0 && f < decade && m.year == 0 && m.month == 0 {
		m.decade = o.decade
	}
}
