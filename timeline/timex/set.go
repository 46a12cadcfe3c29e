package timex

import (
	"strconv"
)

// set writes a repeated time.
func (r *resolver) set(m *meaning) result {
	return result{typ: "SET", mod: m.mod, value: setValue(m)}
}

func setValue(m *meaning) string {
	v := ""
	switch {
	case m.weekday != 0:
		v = "XXXX-WXX-" + strconv.Itoa(m.weekday)
	case m.month != 0 && m.day != 0:
		return "XXXX-" + string(append2(append(append2(nil, m.month), '-'), m.day))
	case m.month != 0:
		return "XXXX-" + string(append2(nil, m.month))
	case m.season != 0:
		return "XXXX-" + seasonCode[m.season]
	case m.quarter != 0:
		return "XXXX-Q" + strconv.Itoa(m.quarter)
	case m.day != 0:
		return "XXXX-XX-" + string(append2(nil, m.day))
	case m.part != 0, m.hour != unset && m.unit <= dayUnit:
		v = "XXXX-XX-XX"
	case m.unit == weekend && !m.hasNum:
		return "XXXX-WXX-WE"
	default:
		if !m.hasNum {
			m.num, m.hasNum = 1, true
		}
		return duration(m)
	}
	switch {
	case m.hour != unset:
		h, mm, _ := clock24(m)
		v += "T" + string(append2(nil, h%25))
		if m.minute != unset {
			v += ":" + string(append2(nil, mm))
		}
	case m.part != 0:
		v += "T" + partCode[m.part]
	}
	return v
}

// ref resolves "now", "recently", "soon".
func (r *resolver) ref(m *meaning) result {
	res := result{typ: "DATE", value: m.ref, mod: m.mod}
	if m.ref == refName[present] && r.known && !r.narrative {
		res.p = point{unit: dayUnit, first: r.dct}
		res.ok, res.unit, res.anchor = true, dayUnit, byDCT
		res.days = stretch{r.dct, r.dct + 1}
	}
	return res
}

// unresolved writes what is known of a point that nothing could complete.
func unresolved(m *meaning) string {
	switch {
	case m.year != 0 && m.month != 0 && !m.bc: // a day that the month does not have
		return string(append(append2(append(appendYear(nil, m.year), '-'), m.month), "-XX"...))
	case m.weekday != 0, m.month != 0, m.season != 0, m.quarter != 0:
		day := m.day
		v := setValue(m)
		if m.month != 0 && day != 0 && m.part != 0 {
			v += "T" + partCode[m.part]
		}
		return v
	case m.hour != unset:
		h, mm, _ := clock24(m)
		return "T" + string(append2(append(append2(nil, h%25), ':'), mm))
	case m.part != 0:
		return "XXXX-XX-XXT" + partCode[m.part]
	case m.day != 0:
		return "XXXX-XX-" + string(append2(nil, m.day))
	case m.unit >= year:
		return "XXXX"
	case m.unit == month:
		return "XXXX-XX"
	case m.unit == week:
		return "XXXX-WXX"
	}
	return "XXXX-XX-XX"
}
