package rank

import (
	"math"
	"slices"
)

// A vector is a sparse list of stems and their weights, by rising stem; as
// long as the collection grows the weights are counts.
type vector []weighted

type weighted struct {
	term   int32
	weight float32
}

func newVector(numbers []int32) vector {
	slices.Sort(numbers)
	var v vector
	for i, n := range numbers {
		if i > 0 && n == numbers[i-1] {
			v[len(v)-1].weight++
			continue
		}
		if v == nil {
			v = make(vector, 0, len(numbers))
		}
		v = append(v, weighted{n, 1})
	}
	return v
}

// weigh gives counts the weights of TF-IDF, at length 1. Terms that stand in
// every other sentence or more have none.
func (v vector) weigh(voc *vocabulary) vector {
	out := make(vector, 0, len(v))
	var sum float64
	for _, x := range v {
		w := float64(x.weight) * idf(voc.total, voc.in[x.term])
		if w > 0 {
			out = append(out, weighted{x.term, float32(w)})
			sum += w * w
		}
	}
	out.scale(1 / math.Sqrt(sum))
	return out
}

func idf(total, in int32) float64 { return math.Log(float64(total+1) / float64(in+1)) }

func (v vector) scale(by float64) {
	for i := range v {
		v[i].weight *= float32(by)
	}
}

// A dense vector can be added to; touched lists what is not zero.
type dense struct {
	at      []float64
	touched []int32
}

func newDense(terms int) *dense { return &dense{at: make([]float64, terms)} }

func (d *dense) add(v vector, by float64) {
	for _, x := range v {
		if d.at[x.term] == 0 {
			d.touched = append(d.touched, x.term)
		}
		d.at[x.term] += by * float64(x.weight)
	}
}

func (d *dense) reset() {
	for _, t := range d.touched {
		d.at[t] = 0
	}
	d.touched = d.touched[:0]
}

func (d *dense) dot(v vector) (sum float64) {
	for _, x := range v {
		sum += d.at[x.term] * float64(x.weight)
	}
	return sum
}

func (d *dense) norm() float64 {
	var sum float64
	for _, t := range d.touched {
		sum += d.at[t] * d.at[t]
	}
	return math.Sqrt(sum)
}

// dot is the product of two vectors: their cosine when both have length 1.
func dot(a, b vector) (sum float64) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].term < b[j].term:
			i++
		case a[i].term > b[j].term:
			j++
		default:
			sum += float64(a[i].weight) * float64(b[j].weight)
			i, j = i+1, j+1
		}
	}
	return sum
}

// plus is the sum of two vectors.
func plus(a, b vector) vector {
	out := make(vector, 0, len(a)+len(b))
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case j == len(b) || i < len(a) && a[i].term < b[j].term:
			out = append(out, a[i])
			i++
		case i == len(a) || a[i].term > b[j].term:
			out = append(out, b[j])
			j++
		default:
			out = append(out, weighted{a[i].term, a[i].weight + b[j].weight})
			i, j = i+1, j+1
		}
	}
	return out
}
