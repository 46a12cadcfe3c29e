package rank

import (
	"cmp"
	"math"
	"slices"
)

// quotes chooses the n sentences that tell a day best: those of the day's pool
// nearest to what it tells as a whole (PM-MEAN and Centroid-Opt of Gholipour
// Ghalandari and Ifrim, Examining the State-of-the-Art in News Timeline
// Summarization, 2020).
func (p *period) quotes(day int32, n int) []Quote {
	pool := p.pool(day)
	var out []Quote
	for _, c := range p.choose(pool, n) {
		out = append(out, Quote{c.text, c.document.id, int(c.index)})
	}
	return out
}

// pool gathers the sentences that name the day and those at the top of the
// articles published on it or the day after, and keeps those near both.
func (p *period) pool(day int32) []*candidate {
	named, lead := p.dated[day], p.leads(day)
	for _, c := range named {
		if c.weights == nil {
			c.weights = c.terms.weigh(p.vocabulary)
		}
	}
	all := append(slices.Clone(named), lead...)
	centre := p.meeting(named, lead)
	if centre == nil {
		return all
	}
	scores := make([]float64, len(all))
	for i, c := range all {
		scores[i] = dot(centre, c.weights)
	}
	return above(all, scores)
}

// leads are the undated sentences at the top of the articles of a day and the
// next.
func (p *period) leads(day int32) (out []*candidate) {
	for _, on := range []int32{day, day + 1} {
		for _, d := range p.published[on] {
			for i := range d.sentences {
				s := &d.sentences[i]
				if s.index == 0 || s.index > leadSentences {
					continue
				}
				if _, dated := s.day(); !dated {
					out = append(out, &candidate{sentence: s, document: d, weights: s.terms.weigh(p.vocabulary)})
				}
			}
		}
	}
	return out
}

// meeting is the mean of two sets of sentences over the words they have in
// common, at length 1; nil when they have none.
func (p *period) meeting(a, b []*candidate) vector {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	ma, mb := p.mean(a), p.mean(b)
	var out vector
	var sum float64
	for i, j := 0, 0; i < len(ma) && j < len(mb); {
		switch {
		case ma[i].term < mb[j].term:
			i++
		case ma[i].term > mb[j].term:
			j++
		default:
			w := ma[i].weight + mb[j].weight
			out = append(out, weighted{ma[i].term, w})
			sum += float64(w) * float64(w)
			i, j = i+1, j+1
		}
	}
	out.scale(1 / math.Sqrt(sum))
	return out
}

// mean is the mean of the vectors of a set.
func (p *period) mean(set []*candidate) vector {
	defer p.sums.reset()
	for _, c := range set {
		p.sums.add(c.weights, 1/float64(len(set)))
	}
	slices.Sort(p.sums.touched)
	out := make(vector, len(p.sums.touched))
	for i, t := range p.sums.touched {
		out[i] = weighted{t, float32(p.sums.at[t])}
	}
	return out
}

// above keeps the sentences that score higher than the knee of the curve of
// their scores; all when none does.
func above(all []*candidate, scores []float64) []*candidate {
	sorted := slices.Clone(scores)
	slices.SortFunc(sorted, func(a, b float64) int { return cmp.Compare(b, a) })
	k := knee(sorted)
	if k >= len(sorted) {
		return all
	}
	var out []*candidate
	for i, c := range all {
		if scores[i] > sorted[k] {
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		return all
	}
	return out
}

// sameSentence is the cosine from which two sentences say the same.
const sameSentence = 0.9999

// choose adds, one by one, the sentence that brings the sum of the chosen
// nearest to the sum of all.
func (p *period) choose(pool []*candidate, n int) []*candidate {
	defer p.sums.reset()
	for _, c := range pool {
		p.sums.add(c.weights, 1)
	}
	var chosen []*candidate
	var sum vector
	toCentre := make([]float64, len(pool))
	for i, c := range pool {
		toCentre[i] = p.sums.dot(c.weights)
	}
	var centreSum, length2 float64 // of the chosen: product with the centre, squared length
	for len(chosen) < n {
		best, nearest := -1, -1.0
		for i, c := range pool {
			if !p.quotable(c) || repeats(c, chosen) {
				continue
			}
			l := math.Sqrt(length2 + 2*dot(sum, c.weights) + 1)
			if cos := (centreSum + toCentre[i]) / l; cos > nearest {
				best, nearest = i, cos
			}
		}
		if best < 0 {
			break
		}
		c := pool[best]
		length2 += 2*dot(sum, c.weights) + 1
		centreSum += toCentre[best]
		sum = plus(sum, c.weights)
		chosen = append(chosen, c)
	}
	return chosen
}

func (p *period) quotable(c *candidate) bool { return len(c.weights) > 0 }

func repeats(c *candidate, chosen []*candidate) bool {
	return slices.ContainsFunc(chosen, func(o *candidate) bool { return dot(c.weights, o.weights) > sameSentence })
}

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
