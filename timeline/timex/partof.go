package timex

// partOf is the run of days that a point with a modifier stands for. Thirds of
// a month follow the calendar's own custom (1 to 10, 11 to 20, 21 to the end).
func partOf(p point, mod string, narrow bool) stretch {
	all := stretch{p.first, p.end()}
	n := all.to - all.from
	if mod != "START" && mod != "MID" && mod != "END" || n < 7 {
		return all
	}
	a, b := p.first+n/3, p.first+n*2/3
	switch {
	case p.unit == month && narrow:
		a, b = p.first+5, p.end()-7
	case p.unit == month:
		a, b = p.first+10, p.first+20
	case p.unit == week:
		a, b = p.first+2, p.first+4
	case p.unit == year && narrow:
		a, b = addMonths(p.first, 2), addMonths(p.first, 10)
	case p.unit == year:
		a, b = addMonths(p.first, 3), addMonths(p.first, 9)
	case p.unit == decade:
		a, b = addMonths(p.first, 36), addMonths(p.first, 84)
	}
	if mod == "MID" && narrow && p.unit >= month {
		a, b = p.first+n*2/5, p.first+n*3/5
	}
	switch mod {
	case "START":
		return stretch{p.first, a}
	case "MID":
		return stretch{a, b}
	}
	return stretch{b, all.to}
}
