package timex

import (
	"github.com/seed-7461731f/dateline/store/news"
)

// A unit is a grain of the calendar, fine to coarse.
type unit int8

const (
	noUnit unit = iota
	second
	minute
	hour
	daypart
	dayUnit
	weekend
	week
	fortnight
	month
	season
	quarter
	half
	year
	decade
	century
	millennium
)

// code is the letter of the unit in a TIMEX3 duration.
var unitCode = [...]string{second: "S", minute: "M", hour: "H", dayUnit: "D", weekend: "WE", week: "W",
	fortnight: "W", month: "M", season: "S", quarter: "Q", half: "H", year: "Y", decade: "DE", century: "CE", millennium: "ML"}

// newsGrain is the grain that the vocabulary has for a unit.
var newsGrain = [...]news.Grain{second: news.GrainSecond, minute: news.GrainMinute, hour: news.GrainHour,
	daypart: news.GrainDay, dayUnit: news.GrainDay, weekend: news.GrainRange, week: news.GrainWeek,
	fortnight: news.GrainRange, month: news.GrainMonth, season: news.GrainQuarter, quarter: news.GrainQuarter,
	half: news.GrainHalf, year: news.GrainYear, decade: news.GrainDecade, century: news.GrainCentury,
	millennium: news.GrainRange}

// The parts of a day and the seasons, by the letters TIMEX3 gives them.
var (
	partCode   = [...]string{"", "MO", "MI", "AF", "EV", "NI", "DT"}
	seasonCode = [...]string{"", "SP", "SU", "FA", "WI"}
)

// The parts of a day.
const (
	morning = iota + 1
	midday
	afternoon
	evening
	night
	daytime
)

// A point is a resolved place in the calendar: the unit-long stretch that
// begins on the first day. hour, minute and second count for those units.
type point struct {
	unit    unit
	first   day
	part    int // of a day, with unit daypart
	h, m, s int
}

// pointAt is the stretch of a unit that holds a day.
func pointAt(u unit, d day) point {
	y, m, _ := d.date()
	p := point{unit: u, first: d}
	switch u {
	case weekend:
		p.first = d.monday() + 5
	case week, fortnight:
		p.first = d.monday()
	case month:
		p.first = civil(y, m, 1)
	case season:
		p.first = civil(y, m/3*3, 1) // March, June, September, December; January is in the winter of the year before
	case quarter:
		p.first = civil(y, (m-1)/3*3+1, 1)
	case half:
		p.first = civil(y, (m-1)/6*6+1, 1)
	case year:
		p.first = civil(y, 1, 1)
	case decade:
		p.first = civil(floorDiv(y, 10)*10, 1, 1)
	case century:
		p.first = civil(floorDiv(y, 100)*100, 1, 1)
	case millennium:
		p.first = civil(floorDiv(y, 1000)*1000, 1, 1)
	}
	return p
}

// shift moves a point by n of its own units.
func (p point) shift(n int) point {
	q := p
	switch p.unit {
	case weekend, week:
		q.first += day(7 * n)
	case fortnight:
		q.first += day(14 * n)
	case month:
		q.first = addMonths(p.first, n)
	case season, quarter:
		q.first = addMonths(p.first, 3*n)
	case half:
		q.first = addMonths(p.first, 6*n)
	case year:
		q.first = addMonths(p.first, 12*n)
	case decade:
		q.first = addMonths(p.first, 120*n)
	case century:
		q.first = addMonths(p.first, 1200*n)
	case millennium:
		q.first = addMonths(p.first, 12000*n)
	default:
		q.first += day(n)
	}
	return q
}

// end is the first day after the point.
func (p point) end() day {
	switch p.unit {
	case weekend:
		return p.first + 2
	case second, minute, hour, daypart, dayUnit:
		return p.first + 1
	}
	return p.shift(1).first
}
