package rank

import (
	"slices"
	"strings"
)

// A nameCount counts how a stem is written inside sentences, where a capital
// says something, and in how many documents it has one.
type nameCount struct {
	upper, all int32
	documents  int32
	last       int32 // document + 1
}

// countNames counts the names in the sentence that was read last. Headlines in
// capitals and lists of names are left out: there a capital says nothing.
func (v *vocabulary) countNames(document int32) {
	capitals := 0
	for _, u := range v.upper {
		if u {
			capitals++
		}
	}
	if capitals*2 > len(v.upper) {
		return
	}
	for i := 1; i < len(v.found); i++ {
		n := &v.names[v.found[i]]
		n.all++
		if !v.upper[i] {
			continue
		}
		n.upper++
		if n.last != document+1 {
			n.last = document + 1
			n.documents++
		}
	}
}

// nameShare is the share of its uses inside sentences in which a name has its
// capital; other words have one now and then.
const nameShare = 0.8

// names weighs the names of a collection: 1 for the one that most documents
// hold, the others by how many do in proportion.
func (v *vocabulary) nameWeights() []float64 {
	weights := make([]float64, len(v.names))
	var most int32 = 1
	for i, n := range v.names {
		if float64(n.upper) >= nameShare*float64(n.all) {
			weights[i] = float64(n.documents)
			most = max(most, n.documents)
		}
	}
	for i := range weights {
		weights[i] /= float64(most)
	}
	return weights
}

// relate tells of each sentence how much it is about the story: 1 when it has a
// keyword or the name that most articles share, less for names that fewer do.
func (p *period) relate() {
	weights := p.vocabulary.nameWeights()
	for i := range p.Collection.documents {
		d := &p.Collection.documents[i]
		sum := 0.0
		for j := range d.sentences {
			s := &d.sentences[j]
			s.about = float32(p.about(s, weights))
			sum += float64(s.about)
		}
		d.about = (sum + 0.5) / float64(len(d.sentences)+1)
	}
}

func (p *period) about(s *sentence, weights []float64) (best float64) {
	if len(p.keywords) > 0 {
		low := strings.ToLower(s.text)
		if slices.ContainsFunc(p.keywords, func(k string) bool { return strings.Contains(low, k) }) {
			return 1
		}
	}
	for _, x := range s.terms {
		best = max(best, weights[x.term])
	}
	return best
}
