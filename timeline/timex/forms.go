package timex

// Sets of a rule: what its form says beyond its words.
func sets(v string) func(*meaning) { return func(m *meaning) { m.ref = v } }

func ahead(m *meaning) { m.dir, m.anchor = 1, fromDCT }

func back(m *meaning) { m.dir, m.anchor = -1, fromDCT }

func nextEvent(m *meaning) {
	m.dir, m.anchor, m.num, m.hasNum, m.whole = 1, fromEvent, 1, true, true
}

func previousEvent(m *meaning) {
	m.dir, m.anchor, m.num, m.hasNum, m.whole = -1, fromEvent, 1, true, true
}

func atMost(m *meaning) { m.mod = modName[modAtMost] }

func atLeast(m *meaning) { m.mod = modName[modAtLeast] }

func moreThan(m *meaning) { m.mod = modName[modMore] }

func single(m *meaning) { m.num, m.hasNum = 1, true }

// firstNumber takes the lower count of "two to three weeks".
func firstNumber(m *meaning) { m.num = m.low }

// window turns "the past" and "the next" before a count into a stretch of time
// that touches the DCT.
func window(m *meaning) {
	if m.rel != unset && m.ord == 0 {
		m.window = m.rel
	}
	m.rel, m.ord = unset, 0
}

func vagueWindow(m *meaning) { window(m); m.num, m.hasNum = vague, true }

func pastLong(m *meaning) { m.num, m.hasNum = 1, true }

func named(i int) func(*meaning) { return func(m *meaning) { m.holiday, m.weekday = &holidays[i], 0 } }

// quarterOfMonth is "the quarter ended Sept. 30".
func quarterOfMonth(m *meaning) { m.quarter, m.month = (m.month+2)/3, 0 }

func quarters(m *meaning) { m.quarter, m.ord, m.unit = m.ord, 0, noUnit }

func halves(m *meaning) {
	m.half, m.ord = m.ord, 0
	if m.rel == unset && m.year == 0 {
		m.rel = 0
	}
	if m.rel != unset {
		m.unit = year
	}
}

// thisYear takes "上半年" for that of the current year.
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

func lunar(m *meaning) { m.lunar = true }

// reign counts the years of an era from its first.
func reign(m *meaning) {
	n := 1
	if m.hasNum {
		n = int(m.num)
	}
	m.year, m.hasNum, m.unit = m.emperor+n-1, false, noUnit
}

func centuries(m *meaning) { m.century, m.ord, m.quarter = m.ord, 0, 0 }

// relCentury is "上世纪90年代": the century before that of the DCT.
func relCentury(m *meaning) { m.unit = century }

// forward counts from the last event told, as Chinese does without saying so.
func forward(m *meaning) { m.dir, m.anchor = 1, fromEvent }

func forwardHalf(m *meaning) { plusHalf(m); forward(m) }

func backHalf(m *meaning) { plusHalf(m); back(m) }

func termed(m *meaning) { m.term = true }

func plusHalf(m *meaning) {
	if m.num > 0 {
		m.num += 0.5
	}
}

func onlyHalf(m *meaning) { m.num, m.hasNum = 0.5, true }

// digitUnit takes the unit of "5-jährig" from its second half.
func digitUnit(m *meaning) {
	if m.more[0].unit == noUnit {
		return
	}
	m.num, m.hasNum = m.more[0].num, true
	m.more = [maxParts]span{}
}

func vaguely(m *meaning) { m.num, m.hasNum = vague, true }

// asDuration is the German "vor drei Jahren": the expression is the duration
// alone, which the preposition places on the line of time.
func asDuration(dir int) func(*meaning) {
	return func(m *meaning) { m.dir, m.anchor, m.length = dir, fromDCT, true }
}

func vagueAgo(m *meaning) { vaguely(m); asDuration(-1)(m) }

func previously(m *meaning) { m.dir, m.anchor = -1, fromEvent }

// asTerm is "45 days after the date of this order": the expression is a length,
// and its end a deadline.
func asTerm(m *meaning) { m.dir, m.anchor, m.length, m.term = 1, fromDCT, true, true }

// afterEvent is "after 45 days", counted from what was told.
func afterEvent(m *meaning) { m.dir, m.anchor, m.length = 1, fromEvent, true }

func halfOfYear(m *meaning) { m.half, m.ord = m.ord, 0 }

func vagueLater(m *meaning) {
	vaguely(m)
	m.dir, m.anchor = 1, fromEvent
}
