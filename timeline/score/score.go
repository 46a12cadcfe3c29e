// Package score measures a timeline against one that a person wrote: which
// days it chose, and how much of what is told of them it tells.
//
// In: two timelines. Out: precision and recall. No I/O.
//
// The measures are those of timeline summarization (Martschat and Markert,
// Improving ROUGE for Timeline Summarization, 2017): date F1, and "align+ m:1"
// over ROUGE-1 and ROUGE-2 counts (Lin, 2004) with Porter stems and without
// the stop words of the SMART system.
package score

import (
	"slices"
	"time"
)

// An Entry is a day and what is told of it.
type Entry struct {
	Day       time.Time // midnight UTC
	Sentences []string
}

// A PR is precision and recall, each from 0 to 1.
type PR struct{ P, R float64 }

// F1 is the harmonic mean; 0 when both are 0.
func (x PR) F1() float64 {
	if x.P+x.R == 0 {
		return 0
	}
	return 2 * x.P * x.R / (x.P + x.R)
}

// Mean averages precision and recall each on its own. The literature takes the
// F1 of these means over tasks, not the mean of the F1s; a task is one reference.
func Mean(all []PR) (m PR) {
	for _, x := range all {
		m.P += x.P / float64(len(all))
		m.R += x.R / float64(len(all))
	}
	return m
}

// Dates compares the days alone: the share of the system's that the reference
// has, and the share of the reference's that were found.
func Dates(system, reference []Entry) PR {
	in := map[time.Time]bool{}
	for _, e := range reference {
		in[e.Day] = true
	}
	hit := 0
	for _, e := range system {
		if in[e.Day] {
			hit++
		}
	}
	return PR{share(float64(hit), len(system)), share(float64(hit), len(reference))}
}

func share(n float64, of int) float64 {
	if of == 0 {
		return 0
	}
	return n / float64(of)
}

// A Reference is a reference timeline made ready for comparison with many.
type Reference struct{ days []day }

// NewReference reads the words of a reference timeline.
func NewReference(entries []Entry) *Reference { return &Reference{daysOf(entries)} }

// Aligned compares what is told, by matching words (ar1) and pairs of words
// (ar2). Each day of one timeline is held against the day of the other that is
// near it in time and wording, and what matches counts less the more days lie
// between. The counts of all days are summed before they are divided, so long
// entries weigh more.
func (r *Reference) Aligned(system []Entry) (ar1, ar2 PR) {
	s := daysOf(system)
	p1, p2 := gain(s, r.days)
	r1, r2 := gain(r.days, s)
	return PR{p1, r1}, PR{p2, r2}
}

// gain is the share of the words, and of the pairs, of each day in from that
// its nearest day in to has.
func gain(from, to []day) (words, pairs float64) {
	var hit1, hit2 float64
	all1, all2 := 0, 0
	for i := range from {
		f := &from[i]
		all1, all2 = all1+f.words.total, all2+f.pairs.total
		if len(to) == 0 {
			continue
		}
		t := &to[nearest(f, to)]
		near := 1 / float64(apart(f, t)+1)
		hit1 += near * float64(f.words.common(t.words))
		hit2 += near * float64(f.pairs.common(t.pairs))
	}
	return share(hit1, all1), share(hit2, all2)
}

// nearest is the day of the least cost, the first of equals: the cost grows
// with the days between and falls with the words in common.
func nearest(d *day, among []day) int {
	best, least := 0, 2.0
	for i := range among {
		o := &among[i]
		far := 1 - 1/float64(apart(d, o)+1)
		cost := far * (1 - likeness(d.raw, o.raw))
		if cost < least {
			best, least = i, cost
		}
	}
	return best
}

// likeness is the F1 of the words two days have in common, as written.
func likeness(a, b bag) float64 {
	n := float64(a.common(b))
	return PR{share(n, a.total), share(n, b.total)}.F1()
}

func apart(a, b *day) int { return max(a.number-b.number, b.number-a.number) }

// daysOf reads the words of each entry and puts the days in order.
func daysOf(entries []Entry) []day {
	out := make([]day, 0, len(entries))
	for _, e := range entries {
		out = append(out, newDay(e))
	}
	slices.SortStableFunc(out, func(a, b day) int { return a.number - b.number })
	return out
}
