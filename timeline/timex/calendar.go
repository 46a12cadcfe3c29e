package timex

import "time"

// A day counts civil days from 1970-01-01, in the proleptic Gregorian calendar.
type day int

// civil gives the day of a date; months and days out of range carry over.
func civil(y, m, d int) day {
	y += (m - 1) / 12
	m = (m-1)%12 + 1
	if m < 1 {
		m += 12
		y--
	}
	// Days from civil, after Hinnant, "chrono-compatible low-level date algorithms".
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	mp := (m + 9) % 12
	doy := (153*mp+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return day(era*146097 + doe - 719468)
}

// date is the inverse of civil.
func (d day) date() (y, m, dd int) {
	z := int(d) + 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	y = yoe + era*400
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	dd = doy - (153*mp+2)/5 + 1
	m = mp + 3
	if m > 12 {
		m -= 12
		y++
	}
	return y, m, dd
}

func (d day) year() int { y, _, _ := d.date(); return y }

func (d day) month() int { _, m, _ := d.date(); return m }

// weekday is 1 for Monday to 7 for Sunday.
func (d day) weekday() int {
	w := (int(d) + 3) % 7 // 1970-01-01 was a Thursday
	if w < 0 {
		w += 7
	}
	return w + 1
}

// monday is the first day of the ISO week.
func (d day) monday() day { return d - day(d.weekday()-1) }

// isoWeek is the ISO 8601 year and week.
func (d day) isoWeek() (year, week int) {
	thursday := d.monday() + 3
	year = thursday.year()
	return year, int(thursday-civil(year, 1, 1))/7 + 1
}

// time is the day as midnight UTC, the form of news.Interval.
func (d day) time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

func dayOf(t time.Time) day {
	y, m, d := t.Date()
	return civil(y, int(m), d)
}

func monthDays(y, m int) int { return int(civil(y, m+1, 1) - civil(y, m, 1)) }

// addMonths keeps the day of the month where the month has it.
func addMonths(d day, n int) day {
	y, m, dd := d.date()
	first := civil(y, m+n, 1)
	y, m, _ = first.date()
	return civil(y, m, min(dd, monthDays(y, m)))
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// easter is Easter Sunday (Meeus, Jones and Butcher's Gregorian algorithm).
func easter(y int) day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return civil(y, n/31, n%31+1)
}

// nthWeekday is the nth (from 1; -1 the last) weekday of a month.
func nthWeekday(y, m, n, weekday int) day {
	if n < 0 {
		last := civil(y, m+1, 1) - 1
		return last - day((last.weekday()-weekday+7)%7)
	}
	first := civil(y, m, 1)
	return first + day((weekday-first.weekday()+7)%7+7*(n-1))
}
