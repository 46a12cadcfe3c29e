package timex

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A setting is what the form of an expression says beyond its words.
type setting func(m *meaning)

// settings are what rules call by name.
var settings = map[string]setting{
	"that":   func(m *meaning) { m.that = true },
	"each":   func(m *meaning) { m.each = true },
	"bc":     func(m *meaning) { m.bc = true },
	"lunar":  func(m *meaning) { m.lunar = true },
	"term":   func(m *meaning) { m.term = true },
	"single": single,
	// The expression is a length, which a word places on the line of time: "vor [drei Jahren]".
	"length": func(m *meaning) { m.length = true },
	// Counted from the DCT, or from what was told.
	"ahead":          func(m *meaning) { m.dir, m.anchor = 1, fromDCT },
	"back":           func(m *meaning) { m.dir, m.anchor = -1, fromDCT },
	"forward":        func(m *meaning) { m.dir, m.anchor = 1, fromEvent },
	"backward":       func(m *meaning) { m.dir, m.anchor = -1, fromEvent },
	"next-event":     func(m *meaning) { m.dir, m.anchor, m.whole = 1, fromEvent, true; single(m) },
	"previous-event": func(m *meaning) { m.dir, m.anchor, m.whole = -1, fromEvent, true; single(m) },
	"first-number":   func(m *meaning) { m.num = m.low }, // the lower count of "two to three weeks"
	"plus-half": func(m *meaning) {
		if m.num > 0 {
			m.num += 0.5
		}
	},
	"half-to-hour":     func(m *meaning) { m.hour, m.minute = m.hour-1, 30 },
	"window":           window,
	"halves":           halves,
	"this-year":        thisYear,
	"quarter-of-month": func(m *meaning) { m.quarter, m.month = (m.month+2)/3, 0 }, // the quarter ended Sept. 30
	"last-of":          lastOf,
	"reign":            reign,
	"digit-unit":       digitUnit,
	"from-own":         func(m *meaning) { m.dir, m.anchor = 1, fromOwn },
	"nth-of":           nthOf,
	"nth-after":        nthAfter,
}

func single(m *meaning) { m.num, m.hasNum = 1, true }

// window turns "the past" and "the next" before a count into a stretch of time
// that touches the DCT.
func window(m *meaning) {
	if m.rel != unset && m.ord == 0 {
		m.window = m.rel
	}
	m.rel, m.ord = unset, 0
}

func halves(m *meaning) {
	m.half, m.ord = m.ord, 0
	if m.rel == unset && m.year == 0 {
		m.rel = 0
	}
	if m.rel != unset {
		m.unit = year
	}
}

// thisYear takes "上半年" for the half of the current year.
func thisYear(m *meaning) {
	if m.rel == unset {
		m.rel, m.unit = 0, year
	}
}

// lastOf is "今年最后一天": the last unit of a longer one.
func lastOf(m *meaning) {
	m.ord = -1
	if m.inner == noUnit {
		m.inner, m.unit = m.unit, noUnit
	}
	m.hasNum = false
}

// reign counts the years of an era from its first.
func reign(m *meaning) {
	n := 1
	if m.hasNum {
		n = int(m.num)
	}
	m.year, m.hasNum, m.unit = m.reign+n-1, false, noUnit
}

// digitUnit takes the unit of "5-jährig" from its second half.
func digitUnit(m *meaning) {
	if m.more[0].unit == noUnit {
		return
	}
	m.num, m.hasNum = m.more[0].num, true
	m.more = [maxParts]span{}
}

// nthOf is "the first day of next month": what was counted first is the shorter
// unit.
func nthOf(m *meaning) {
	if m.inner > m.unit {
		m.unit, m.inner = m.inner, m.unit
	}
}

// nthAfter is "am siebten Tag nach der Verkündung": so many days after what was
// told.
func nthAfter(m *meaning) {
	m.num, m.hasNum, m.ord, m.unit = float64(m.ord), m.ord > 0, 0, dayUnit
	m.dir, m.anchor = 1, fromEvent
}

// A settable is a field of a meaning that rules set by name: "offset=-2". none is
// the value of the field that was not said.
type settable struct {
	set   func(m *meaning, v int)
	none  int
	names []string // of its values; nil for numbers
}

var settables = map[string]settable{
	"unit":    {func(m *meaning, v int) { m.unit = unit(v) }, 0, unitNames[:]},
	"part":    {func(m *meaning, v int) { m.part = v }, 0, partNames[:]},
	"mod":     {func(m *meaning, v int) { m.mod = modName[v] }, 0, modNames[:]},
	"ref":     {func(m *meaning, v int) { m.ref = refName[v] }, 0, refNames[:]},
	"offset":  {func(m *meaning, v int) { m.offset = v }, unset, nil},
	"rel":     {func(m *meaning, v int) { m.rel = v }, unset, nil},
	"weekday": {func(m *meaning, v int) { m.weekday = v }, 0, nil},
	"quarter": {func(m *meaning, v int) { m.quarter = v }, 0, nil},
	"half":    {func(m *meaning, v int) { m.half = v }, 0, nil},
	"century": {func(m *meaning, v int) { m.century = v }, 0, nil},
	"hour":    {func(m *meaning, v int) { m.hour = v }, unset, nil},
	"head":    {func(m *meaning, v int) { m.head = v }, 0, nil},
	"window":  {func(m *meaning, v int) { m.window = v }, 0, nil},
	"dir":     {func(m *meaning, v int) { m.dir = v }, 0, nil},
}

// parseSetting reads one setting: a name, or FIELD=VALUE, where VALUE may be
// "none", "ord" or "rel", what the words said so far.
func (g *grammar) parseSetting(s string) (setting, error) {
	if f := settings[s]; f != nil {
		return f, nil
	}
	name, value, _ := strings.Cut(s, "=")
	switch name {
	case "holiday":
		i, err := g.value(holidayC, strings.ReplaceAll(value, "_", " "))
		return func(m *meaning) { m.holiday, m.weekday = &g.holidays[i], 0 }, err
	case "num":
		n, err := strconv.ParseFloat(value, 64)
		if value == "X" {
			n, err = vague, nil
		}
		return func(m *meaning) { m.num, m.hasNum = n, true }, err
	}
	field, ok := settables[name]
	if !ok {
		return nil, fmt.Errorf("no setting %s; want one of %s, or FIELD=VALUE", s, strings.Join(slices.Sorted(maps.Keys(settings)), ", "))
	}
	switch value {
	case "none":
		return func(m *meaning) { field.set(m, field.none) }, nil
	case "ord":
		return func(m *meaning) { field.set(m, m.ord); m.ord = 0 }, nil
	case "rel":
		return func(m *meaning) { field.set(m, m.rel) }, nil
	}
	v := 0
	if !(field.names != nil && named(&v, field.names, value)) && !(field.names == nil && number(&v, value)) {
		return nil, fmt.Errorf("%s: no such value", s)
	}
	return func(m *meaning) { field.set(m, v) }, nil
}
