package timex

import "github.com/seed-7461731f/dateline/store/news"

// A reading is one day that an expression may name, and its cost: how many days it
// lies off, and how much it lies against what the clause says. The lowest counts.
type reading struct {
	name string // what it counts from, or which way it lies
	at   point
	cost int
}

// consider notes a reading.
func (r *resolver) consider(name string, at point, cost int) {
	if at.unit != noUnit {
		r.readings = append(r.readings, reading{name, at, cost})
	}
}

// second is the best of the other readings, and by how much it is worse.
func (r *resolver) second(chosen day) (other point, gap int, ok bool) {
	best, least := -1, never
	for i, c := range r.readings {
		switch {
		case c.at.first == chosen:
			least = min(least, c.cost)
		case best < 0 || c.cost < r.readings[best].cost:
			best = i
		}
	}
	if best < 0 || least == never {
		return point{}, 0, false
	}
	return r.readings[best].at, max(r.readings[best].cost-least, 0), true
}

// never is more than any cost.
const never = 1 << 20

// against is what a weekday on the wrong side of publication costs, by what the
// clause says.
var against = [...]int{noTense: 30, openTense: 30, presentTense: 60, pastTense: 100, futureTense: 100, toldTense: 200, dueTense: 200, doneTense: 300}

// A certainty says how often days were right that were placed so.
type certainty struct {
	placed string
	frame  string // "" any
	tense  tense  // anyTense any
	gap    int    // by how much the next reading is worse, at least
	sure   float64
}

const anyTense tense = -1

// certainties are shares of days that are right, counted on 1,600 expressions that
// name a day, month or year: two thirds of TempEval-3, TimeBank, AQUAINT and KRAUTS,
// of 240 news items of our own, and of the labelled statements of seven stories. Rare
// kinds are smoothed. The first that fits counts.
var certainties = []certainty{
	{"year-said", "", anyTense, 0, .98},
	{"days-on", "", anyTense, 0, .99},
	{"name-on", "", anyTense, 0, .98},
	{"counted-from-day", "", anyTense, 0, .95},
	{"unit-on", "", anyTense, 0, .92},
	{"weekday", "verb", presentTense, 0, .72},
	{"weekday", "verb", futureTense, 0, .8},
	{"weekday", "verb", dueTense, 0, .88},
	{"weekday", "verb", pastTense, 0, .93},
	{"weekday", "", noTense, 0, .85},
	{"weekday", "", anyTense, 0, .96},
	{"year-by-direction", "", anyTense, 250, .98},
	{"year-by-direction", "", anyTense, 60, .93},
	{"year-by-direction", "", anyTense, 0, .85},
	{goneBack, "", anyTense, 0, .93},
	{"day-spoken-of", "", anyTense, 100, .85},
	{"day-spoken-of", "", anyTense, 0, .6},
	{"same", "", anyTense, 0, .85},
	{"day-of-month", "", anyTense, 20, .9},
	{"day-of-month", "", anyTense, 0, .6},
	{"weekend", "", anyTense, 0, .8},
	{"counted", "", anyTense, 0, .85},
	{"unit-now", "", anyTense, 0, .75},
	{"quarter-again", "", anyTense, 0, .6},
	{shifted, "", anyTense, 0, .8},
	{shiftedFromEvent, "", anyTense, 0, .77},
}

// usuallySure is the certainty of placings that were too rare to count; onlyReading
// of a day spoken of where no other was told.
const usuallySure, onlyReading = .9, .95

// surely returns how likely it is that the days of a result are right.
func surely(placed string, h heading, gap int) float64 {
	for i := range certainties {
		c := &certainties[i]
		if c.placed == placed && gap >= c.gap && (c.frame == "" || c.frame == h.by) && (c.tense == anyTense || c.tense == h.tense) {
			return c.sure
		}
	}
	return usuallySure
}

// Certain is the least TimeExpression.Sure of what may be called sure: of these, 97
// days in a hundred were right. Below it a second reading is named.
const Certain = .95

// doubt notes how sure a result is, and the next reading of one that is not.
func (r *resolver) doubt(res *result, h heading, e *news.TimeExpression) {
	if !res.ok || !e.When.Known() {
		return
	}
	other, gap, two := r.second(res.p.first)
	e.Sure = surely(res.placed, h, gap)
	if !two && res.placed == "day-spoken-of" {
		e.Sure = onlyReading
	}
	if two && e.Sure < Certain && res.p.unit != noUnit {
		e.Or = intervalOf(stretch{other.first, other.end()}, other)
		e.Or.Zone = e.When.Zone
	}
}
