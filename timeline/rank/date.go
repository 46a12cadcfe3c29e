package rank

import (
	"math"
	"slices"
)

// What a mention of a day weighs. Measured on the corpora of cmd/scoreboard,
// where twice or half of each changes little.
const (
	strayWeight  = 0.3 // in a sentence that is not about the story
	aboutPower   = 0.5 // of how much the article is about the story
	lagWeight    = 0.1 // more for each e-fold of days between day and article
	leadWeight   = 1.3 // near the top of the article
	topSentences = 5   // which is this far down
	futureWeight = 0.7 // in an article from before the day
	pubWeight    = 0.1 // of an article published on the day, against a mention
	aroundDays   = 30  // to either side: what a day is measured against
	aroundPower  = 0.5
)

// rank scores every day that is named or has articles, best first. Near-duplicates
// count once. A day scores by the weight of the documents that name it and by how
// far their sentences agree, in proportion to the days around it: what stands
// out in a quiet month matters as much as what stands out in a loud one.
func (p *period) rank() []scored {
	named := map[int32]*naming{}
	for _, d := range p.documents {
		for day, m := range p.mentions(d) {
			n := named[day]
			if n == nil {
				n = &naming{}
				named[day] = n
			}
			n.mentions = append(n.mentions, m)
		}
		if p.within(d.published) {
			n := named[d.published]
			if n == nil {
				n = &naming{}
				named[d.published] = n
			}
			n.published++
		}
	}
	raw := make(map[int32]float64, len(named))
	days := make([]int32, 0, len(named))
	for day, n := range named {
		raw[day] = p.weight(n)
		days = append(days, day)
	}
	slices.Sort(days)
	return standout(days, raw)
}

// A naming is what names a day: one mention a document.
type naming struct {
	mentions  []mention
	published int // documents of the day itself
}

type mention struct {
	sentence *sentence
	weight   float64
}

// mentions gives for each day that a document names its weightiest mention.
func (p *period) mentions(d *document) map[int32]mention {
	out := map[int32]mention{}
	for i := range d.sentences {
		s := &d.sentences[i]
		for _, x := range s.dates {
			if x.days != 1 || !p.within(x.first) {
				continue
			}
			if w := mentionWeight(d, s, x.first); w > out[x.first].weight {
				out[x.first] = mention{s, w}
			}
		}
	}
	return out
}

func mentionWeight(d *document, s *sentence, day int32) float64 {
	w := (strayWeight + (1-strayWeight)*float64(s.about)) * math.Pow(d.about, aboutPower)
	if s.index <= topSentences {
		w *= leadWeight
	}
	if d.published == unknownDay {
		return w
	}
	lag := d.published - day
	if lag < 0 {
		w *= futureWeight
	}
	return w * (1 + lagWeight*math.Log1p(math.Abs(float64(lag))))
}

// weight is the length of the sum of the mentions' vectors. It grows with their
// weight when the sentences say the same and with its root when they do not, so
// ten articles about one happening outweigh ten about ten.
func (p *period) weight(n *naming) float64 {
	defer p.sums.reset()
	for _, m := range n.mentions {
		p.sums.add(m.sentence.terms.weigh(p.vocabulary), m.weight)
	}
	return p.sums.norm() + pubWeight*float64(n.published)
}

// standout divides each weight by a power of the mean of the days around.
func standout(days []int32, raw map[int32]float64) []scored {
	out := make([]scored, 0, len(days))
	sum, from, to := 0.0, 0, 0
	for _, day := range days {
		for ; to < len(days) && days[to] <= day+aroundDays; to++ {
			sum += raw[days[to]]
		}
		for ; days[from] < day-aroundDays; from++ {
			sum -= raw[days[from]]
		}
		mean := max(sum, 0) / (2*aroundDays + 1)
		// Rounded, so that the order in which floats were added never shows.
		out = append(out, scored{day, math.Round(1e6*raw[day]/math.Pow(1+mean, aroundPower)) / 1e6})
	}
	order(out)
	return out
}
