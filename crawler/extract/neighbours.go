package extract

import (
	"cmp"
	"slices"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// How many neighbours there must be, and how many of those beyond leastInOrder
// may stand out of order, a story published anew or a draft that lay: one in
// strayOf. Five numbers that mean nothing stand in order once in 120, eight but
// for one once in 800.
const (
	leastNeighbours = 5
	leastInOrder    = 4
	strayOf         = 4
)

// DateBetween narrows when an article was published by the articles that its
// site numbered just before and after it. own is what its own page tells, number
// its number, known the nearest neighbours, in any order. A date that own knows
// exactly stays, as does one that the neighbours contradict, or do not narrow.
//
// What they narrow has the method "neighbours" and its bounds in Earliest and
// Latest. Neighbours of one day give the day; otherwise Time is unknown, unless
// own had inferred a day that is still within the bounds.
//
// Only days are compared, since a system numbers an article when its writing
// begins, hours before it is published.
func DateBetween(own news.DCT, number int64, known []news.Neighbour) news.DCT {
	if own.Exact() {
		return own
	}
	from, to := between(number, known)
	if from.IsZero() && to.IsZero() {
		return own
	}
	first, last := civil(own.Earliest), civil(own.Latest)
	narrower := false
	if from.After(first) {
		first, narrower = from, true
	}
	if !to.IsZero() && (last.IsZero() || to.Before(last)) {
		last, narrower = to, true
	}
	if !narrower || !last.IsZero() && last.Before(first) {
		return own
	}
	return bounded(own, first, last)
}

// bounded is own between two civil days, either of which may be zero.
func bounded(own news.DCT, first, last time.Time) news.DCT {
	loc, _ := place(own.Zone, nil)
	d := news.DCT{Zone: own.Zone, Method: "neighbours", Earliest: startOf(first, loc)}
	if !last.IsZero() {
		d.Latest = startOf(last.AddDate(0, 0, 1), loc).Add(-time.Second)
	}
	day := own.Day()
	switch {
	case first.Equal(last):
		d.Time, d.Grain = d.Earliest, news.GrainDay
	case own.Known() && !day.Before(first) && (last.IsZero() || !day.After(last)):
		d.Time, d.Grain, d.Method = own.Time, own.Grain, own.Method
	}
	return d
}

// civil is the day of a time as its own zone writes it, as midnight UTC; zero
// for none.
func civil(t time.Time) time.Time { return news.DCT{Time: t}.Day() }

// startOf is the first moment of a civil day in a zone; zero for no day.
func startOf(day time.Time, loc *time.Location) time.Time {
	if day.IsZero() {
		return day
	}
	return time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, loc)
}

// between returns the days of the nearest neighbours below and above a number,
// as midnight UTC; zero where there is none, or where the numbers do not rise
// with time.
func between(number int64, known []news.Neighbour) (from, to time.Time) {
	known = slices.DeleteFunc(slices.Clone(known), func(n news.Neighbour) bool { return n.Number == number })
	slices.SortFunc(known, func(a, b news.Neighbour) int {
		return cmp.Or(cmp.Compare(a.Number, b.Number), a.Day.Compare(b.Day))
	})
	sure, inOrder := rising(known)
	if n := len(known); n < leastNeighbours || n-inOrder > (n-leastInOrder)/strayOf {
		return from, to
	}
	for i, n := range known {
		switch {
		case !sure[i]:
		case n.Number < number:
			from = n.Day
		case to.IsZero():
			to = n.Day
		}
	}
	return from, to
}

// rising finds the longest run of days that never fall, leaving out those that
// break it, and returns its length. sure are the neighbours that are in each run
// of that length: of two that contradict one another neither is.
func rising(known []news.Neighbour) (sure []bool, length int) {
	n := len(known)
	before, after := make([]int, n), make([]int, n) // the longest run that ends, and that begins, with each
	for i := range n {
		before[i] = 1
		for j := range i {
			if !known[j].Day.After(known[i].Day) {
				before[i] = max(before[i], before[j]+1)
			}
		}
		length = max(length, before[i])
	}
	atRank := make([]int, length+1) // how many can be the first, the second, ... of a longest run
	for i := n - 1; i >= 0; i-- {
		after[i] = 1
		for j := i + 1; j < n; j++ {
			if !known[i].Day.After(known[j].Day) {
				after[i] = max(after[i], after[j]+1)
			}
		}
		if before[i]+after[i] == length+1 {
			atRank[before[i]]++
		}
	}
	sure = make([]bool, n)
	for i := range n {
		sure[i] = before[i]+after[i] == length+1 && atRank[before[i]] == 1
	}
	return sure, length
}
