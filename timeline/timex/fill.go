package timex

// The values of modC, in the order of the lexicons.
const (
	modStart = iota
	modMid
	modEnd
	modApprox
	modMore
	modLess
	modAtLeast
	modAtMost
)

// narrow marks a part that hugs the end of its unit.
const narrow = 10

var modName = [...]string{"START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"}

// The values of refC.
const (
	present = iota
	past
	future
)

var refName = [...]string{"PRESENT_REF", "PAST_REF", "FUTURE_REF"}

// relBase keeps the values that hold a signed and an unsigned part positive.
const relBase = 50

func unitPart(u unit, mod int) int      { return int(u)*100 + mod }
func relUnit(rel int, u unit) int       { return (rel+relBase)*100 + int(u) }
func numUnit(n int, u unit) int         { return (n-vague)*100 + int(u) }
func weekdayPart(weekday, part int) int { return part*10 + weekday }
func relDay(rel, weekday int) int       { return (rel+relBase)*10 + weekday }
func offsetPart(offset, part int) int   { return (offset+relBase)*10 + part }

// fill puts what a match read into the field it belongs to.
func (l *language) fill(m *meaning, c capture) {
	switch c.slot {
	case classSlot:
		l.fillClass(m, c)
	case yearSlot:
		m.year = c.val
	case monthSlot:
		m.month = c.val
	case daySlot:
		m.day = c.val
	case hourSlot:
		m.hour = c.val
	case minuteSlot:
		m.minute = c.val
	case secondSlot:
		m.second = c.val
	case ordSlot:
		m.ord = c.val
	case decadeSlot:
		m.decade = c.val
	case numSlot:
		m.addNumber(c.num)
	}
}

// addNumber begins a count; a count before it goes to the further parts.
func (m *meaning) addNumber(n float64) {
	if m.hasNum && m.unit != noUnit {
		for i := range m.more {
			if m.more[i].unit == noUnit {
				m.more[i] = span{m.num, m.unit}
				break
			}
		}
		m.unit = noUnit
	}
	m.low = m.num
	m.num, m.hasNum = n, true
}

func (l *language) fillClass(m *meaning, c capture) {
	v := c.val
	switch c.class {
	case monthC:
		m.month = v
	case weekdayC:
		m.weekday = v % 10
		if v >= 10 {
			m.part = v / 10
		}
	case unitC:
		if (m.ord != 0 || m.hasNum) && m.inner == noUnit && m.rel != unset && m.unit != noUnit {
			m.inner = unit(v)
		} else {
			m.unit = unit(v)
		}
	case windowC:
		m.window = v
	case emperorC:
		m.emperor = v
	case weekendC:
		m.unit = weekend
	case relC:
		m.rel = v
	case agoC:
		m.dir, m.anchor = -1, fromDCT
	case hence:
		m.dir, m.anchor = 1, fromDCT
	case laterC:
		m.dir, m.anchor = 1, fromEvent
	case earlierC:
		m.dir, m.anchor = -1, fromEvent
	case modC, edgeC, approxC:
		m.mod = modName[v]
	case partOfC:
		m.mod, m.narrow = modName[v%narrow], v/narrow%2 == 1
		if u := unit(v / 100); u != noUnit {
			m.unit = u
		}
	case seasonC:
		m.season = v
	case partC:
		m.part = v
	case offsetC:
		m.offset = v
	case partRefC:
		m.part, m.offset = v%10, v/10-relBase
	case relUnitC:
		m.rel, m.unit = v/100-relBase, unit(v%100)
	case relDayC:
		m.rel, m.unit, m.weekday = v/10-relBase, week, v%10
	case refC:
		m.ref = refName[v]
	case ordC:
		m.ord = v
	case numC:
		m.addNumber(float64(v))
	case vagueC:
		m.addNumber(vague)
	case decadeC:
		m.decade = v
	case holidayC:
		m.holiday = &holidays[v]
	case eachC:
		m.each = true
	case freqC:
		m.unit, m.each = unit(v), true
	case ampmC:
		m.ampm = v
	case zoneC:
		m.zone = &zones[v]
	case eraC:
		m.bc = true
	case clockC:
		m.hour, m.minute = v/100, v%100
	case quarterC:
		m.quarter = v
	case halfyearC:
		m.half = v
	case thatC:
		m.that = true
	case withinC:
		m.term = true
	case numUnitC:
		m.addNumber(float64(v/100 + vague))
		m.unit = unit(v % 100)
	case lunarC:
		m.lunar = true
	}
}
