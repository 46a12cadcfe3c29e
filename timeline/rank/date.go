package rank

import (
	"maps"
	"math"
	"slices"
)

// What a mention of a day weighs. Chosen on the corpora of cmd/scoreboard, none
// for one corpus alone: half or twice of each moves the figures by 0.01.
const (
	strayWeight  = 0.3 // in a sentence that is not about the story
	aboutPower   = 0.8 // of how much the article is about the story
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
func (p *period) rank() []Day {
	named := p.namings()
	days := slices.Sorted(maps.Keys(named))
	raw := make([]float64, len(days))
	for i, day := range days {
		raw[i] = p.weight(named[day])
	}
	out := make([]Day, len(days))
	for i, score := range standout(days, raw) {
		n := named[days[i]]
		out[i] = Day{timeOf(days[i]), score, len(n.mentions), n.published}
	}
	order(out)
	return out
}

// A naming is what names a day: one mention a document.
type naming struct {
	mentions  []mention
	published int // documents of the day itself
}

func (p *period) namings() map[int32]*naming {
	out := map[int32]*naming{}
	at := func(day int32) *naming {
		if out[day] == nil {
			out[day] = &naming{}
		}
		return out[day]
	}
	for _, d := range p.documents {
		for day, m := range p.mentions(d) {
			at(day).add(m)
		}
		if p.within(d.published) && d.published != unknownDay {
			at(d.published).published++
		}
	}
	return out
}

// maxCopies is how often one sentence counts for one day: a line that a site
// puts under all its articles is not news, one of an agency's chronology is.
const maxCopies = 3

func (n *naming) add(m mention) {
	copies := 0
	for _, o := range n.mentions {
		if o.sentence.text == m.sentence.text {
			copies++
		}
	}
	if copies < maxCopies {
		n.mentions = append(n.mentions, m)
	}
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
		for _, day := range s.days {
			if !p.within(day) {
				continue
			}
			if w := mentionWeight(d, s, day); w > out[day].weight {
				out[day] = mention{s, w}
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

// standout divides each weight by a power of the mean of the days around; the
// days come in order.
func standout(days []int32, raw []float64) []float64 {
	out := make([]float64, len(days))
	sum, from, to := 0.0, 0, 0
	for i, day := range days {
		for ; to < len(days) && days[to] <= day+aroundDays; to++ {
			sum += raw[to]
		}
		for ; days[from] < day-aroundDays; from++ {
			sum -= raw[from]
		}
		mean := max(sum, 0) / (2*aroundDays + 1)
		// Rounded for the reader; equal scores keep the order of the days.
		out[i] = math.Round(1e4*raw[i]/math.Pow(1+mean, aroundPower)) / 1e4
	}
	return out
}
