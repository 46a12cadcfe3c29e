package rank

import (
	"cmp"
	"math"
	"slices"
)

// How sentences are chosen. Measured like the weights of the days.
const (
	leadDays     = 3      // days from which the tops of articles tell of the first
	aboutCentre  = 0.5    // power of how much a sentence is about the story, in what a day tells
	aboutMeeting = 0.3    // the same, in what its pool has in common
	sameSentence = 0.9999 // the cosine from which two sentences say the same
	freshLoss    = 0.1    // for what an entry near in time says already
	freshDays    = 3      // to either side
)

// quotes chooses the n sentences that tell a day best: those of the day's pool
// that together come nearest to what it tells as a whole. Pool and choice are
// PM-MEAN and Centroid-Opt of Gholipour Ghalandari and Ifrim (Examining the
// State-of-the-Art in News Timeline Summarization, 2020); what makes a sentence
// fit to be quoted is added to them.
func (p *period) quotes(day int32, n int) []Quote {
	var out []Quote
	for _, c := range p.choose(p.pool(day), n, p.near(day)) {
		p.told[day] = append(p.told[day], c)
		out = append(out, Quote{c.text, c.document.id, int(c.index)})
	}
	return out
}

// near is what the entries around a day tell already.
func (p *period) near(day int32) (out []*candidate) {
	for d := day - freshDays; d <= day+freshDays; d++ {
		out = append(out, p.told[d]...)
	}
	return out
}

// pool gathers the sentences that name the day and those at the top of the
// articles published on it or just after, and keeps those near to what both
// have in common.
func (p *period) pool(day int32) []*candidate {
	named, lead := p.dated[day], p.leads(day)
	for _, c := range named {
		p.weigh(c)
	}
	all := slices.Concat(named, lead)
	common := p.meeting(named, lead)
	if common == nil {
		return all
	}
	scores := make([]float64, len(all))
	for i, c := range all {
		scores[i] = dot(common, c.weights)
	}
	return above(all, scores)
}

// leads are the undated sentences at the top of the articles of a day and the
// days after it.
func (p *period) leads(day int32) (out []*candidate) {
	for on := day; on < day+leadDays; on++ {
		for _, d := range p.published[on] {
			for i := range d.sentences {
				s := &d.sentences[i]
				if s.index > 0 && s.index <= leadSentences && len(s.days) == 0 {
					c := &candidate{sentence: s, document: d}
					p.weigh(c)
					out = append(out, c)
				}
			}
		}
	}
	return out
}

func (p *period) weigh(c *candidate) {
	if c.weights == nil {
		c.weights = c.terms.weigh(p.vocabulary)
		c.fitness = fitness(c.sentence)
	}
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
		p.sums.add(c.weights, c.pull(aboutMeeting)/float64(len(set)))
	}
	slices.Sort(p.sums.touched)
	out := make(vector, len(p.sums.touched))
	for i, t := range p.sums.touched {
		out[i] = weighted{t, float32(p.sums.at[t])}
	}
	return out
}

// pull is how much a sentence counts in a sum. One that names nothing of the
// story counts a little: its language may have no capitals to tell names by.
func (c *candidate) pull(power float64) float64 { return math.Pow(0.01+float64(c.about), power) }

// above keeps the sentences that score higher than the knee of the curve of
// their scores; all when none does.
func above(all []*candidate, scores []float64) []*candidate {
	sorted := slices.SortedFunc(slices.Values(scores), func(a, b float64) int { return cmp.Compare(b, a) })
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

// choose adds, one by one, the sentence that brings the sum of the chosen
// nearest to the sum of the pool, for its fitness and less what it repeats.
func (p *period) choose(pool []*candidate, n int, near []*candidate) []*candidate {
	defer p.sums.reset()
	for _, c := range pool {
		p.sums.add(c.weights, c.pull(aboutCentre))
	}
	centre := p.sums.norm()
	toCentre := make([]float64, len(pool))
	merit := make([]float64, len(pool))
	for i, c := range pool {
		toCentre[i] = p.sums.dot(c.weights) / centre
		merit[i] = c.fitness - freshLoss*likest(c, near)
	}
	var chosen []*candidate
	var sum vector
	var reached, square float64 // of sum: its product with the centre, its squared length
	for len(chosen) < n {
		best, most := -1, math.Inf(-1)
		for i, c := range pool {
			if !quotable(c.sentence) || likest(c, chosen) > sameSentence {
				continue
			}
			length := math.Sqrt(square + 2*dot(sum, c.weights) + 1)
			if v := (reached+toCentre[i])/length + merit[i]; v > most {
				best, most = i, v
			}
		}
		if best < 0 {
			break
		}
		c := pool[best]
		square += 2*dot(sum, c.weights) + 1
		reached += toCentre[best]
		sum = plus(sum, c.weights)
		chosen = append(chosen, c)
	}
	return chosen
}

// likest is the cosine of a sentence to the one of a set that is most like it.
func likest(c *candidate, set []*candidate) (most float64) {
	for _, o := range set {
		most = max(most, dot(c.weights, o.weights))
	}
	return most
}
