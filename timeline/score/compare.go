package score

import (
	"math/rand/v2"
	"slices"
)

// A Difference is how much better one system's F1 is than another's.
type Difference struct {
	Mean      float64
	Low, High float64 // between which 95 % of the resamples lie
}

// resamples are enough for two digits of the bounds.
const resamples = 2000

// Compare holds two systems against each other on the same tasks by paired
// bootstrap (Efron and Tibshirani, 1993; Koehn, 2004): the tasks are drawn anew
// with replacement, always the same way. a and b have one entry a task.
func Compare(a, b []PR) Difference {
	d := Difference{Mean: Mean(a).F1() - Mean(b).F1()}
	if len(a) == 0 || len(a) != len(b) {
		return d
	}
	r := rand.New(rand.NewPCG(1, uint64(len(a))))
	diffs := make([]float64, resamples)
	x, y := make([]PR, len(a)), make([]PR, len(a))
	for i := range diffs {
		for j := range x {
			k := r.IntN(len(a))
			x[j], y[j] = a[k], b[k]
		}
		diffs[i] = Mean(x).F1() - Mean(y).F1()
	}
	slices.Sort(diffs)
	d.Low, d.High = diffs[resamples*25/1000], diffs[resamples*975/1000-1]
	return d
}
