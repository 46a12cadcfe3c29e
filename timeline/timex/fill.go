package timex

// The values of modC, in the order of modNames.
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

var modName = [...]string{"START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"}

// The values of refC.
const (
	present = iota
	past
	future
)

var refName = [...]string{"PRESENT_REF", "PAST_REF", "FUTURE_REF"}

// fill puts what a match read into the field it belongs to.
func (g *grammar) fill(m *meaning, c capture) {
	switch c.slot {
	case classSlot:
		if f := fillers[c.class]; f != nil {
			f(g, m, c.val)
		}
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

// addUnit takes a unit: the one that is counted within a longer one, where that
// was said before.
func (m *meaning) addUnit(u unit) {
	if m.inner == noUnit && m.unit != noUnit && (m.ord != 0 || m.hasNum && m.rel != unset) {
		m.inner = u
	} else {
		m.unit = u
	}
}

// fillers put the value of a word into the field of its class.
var fillers = [classes]func(g *grammar, m *meaning, v int){
	monthC: func(_ *grammar, m *meaning, v int) { m.month = v },
	weekdayC: func(_ *grammar, m *meaning, v int) {
		m.weekday = v % 10
		if v >= 10 {
			m.part = v / 10
		}
	},
	unitC:    func(_ *grammar, m *meaning, v int) { m.addUnit(unit(v)) },
	windowC:  func(_ *grammar, m *meaning, v int) { m.window = v },
	reignC:   func(_ *grammar, m *meaning, v int) { m.reign = v },
	relC:     func(_ *grammar, m *meaning, v int) { m.rel = v },
	agoC:     func(_ *grammar, m *meaning, _ int) { m.dir, m.anchor = -1, fromDCT },
	henceC:   func(_ *grammar, m *meaning, _ int) { m.dir, m.anchor = 1, fromDCT },
	laterC:   func(_ *grammar, m *meaning, _ int) { m.dir, m.anchor = 1, fromEvent },
	earlierC: func(_ *grammar, m *meaning, _ int) { m.dir, m.anchor = -1, fromEvent },
	modC:     fillMod,
	edgeC:    fillMod,
	approxC:  fillMod,
	partOfC: func(_ *grammar, m *meaning, v int) {
		m.mod, m.narrow = modName[v%narrow], v/narrow%2 == 1
		if u := unit(v / 100); u != noUnit {
			m.unit = u
		}
	},
	seasonC:  func(_ *grammar, m *meaning, v int) { m.season = v },
	partC:    func(_ *grammar, m *meaning, v int) { m.part = v },
	offsetC:  func(_ *grammar, m *meaning, v int) { m.offset = v },
	partRefC: func(_ *grammar, m *meaning, v int) { m.part, m.offset = v%10, v/10-relBase },
	relUnitC: func(_ *grammar, m *meaning, v int) { m.rel, m.unit = v/100-relBase, unit(v%100) },
	relDayC:  func(_ *grammar, m *meaning, v int) { m.rel, m.unit, m.weekday = v/10-relBase, week, v%10 },
	refC:     func(_ *grammar, m *meaning, v int) { m.ref = refName[v] },
	ordC:     func(_ *grammar, m *meaning, v int) { m.ord = v },
	numC:     func(_ *grammar, m *meaning, v int) { m.addNumber(float64(v)) },
	vagueC:   func(_ *grammar, m *meaning, _ int) { m.addNumber(vague) },
	decadeC:  func(_ *grammar, m *meaning, v int) { m.decade = v },
	holidayC: func(g *grammar, m *meaning, v int) { m.holiday = &g.holidays[v] },
	eachC:    func(_ *grammar, m *meaning, _ int) { m.each = true },
	freqC:    func(_ *grammar, m *meaning, v int) { m.unit, m.each = unit(v), true },
	ampmC:    func(_ *grammar, m *meaning, v int) { m.ampm = v },
	zoneC:    func(g *grammar, m *meaning, v int) { m.zone = &g.zones[v] },
	eraC:     func(_ *grammar, m *meaning, _ int) { m.bc = true },
	clockC:   func(_ *grammar, m *meaning, v int) { m.hour, m.minute = v/100, v%100 },
	quarterC: func(_ *grammar, m *meaning, v int) { m.quarter = v },
	halfyearC: func(_ *grammar, m *meaning, v int) {
		m.half = v
	},
	thatC:   func(_ *grammar, m *meaning, _ int) { m.that = true },
	withinC: func(_ *grammar, m *meaning, _ int) { m.term = true },
	numUnitC: func(_ *grammar, m *meaning, v int) {
		m.addNumber(float64(v/100 + vague))
		m.unit = unit(v % 100)
	},
	lunarC: func(_ *grammar, m *meaning, _ int) { m.lunar = true },
}

func fillMod(_ *grammar, m *meaning, v int) { m.mod = modName[v] }
