package rank

// rank scores every day that is named or has articles, best first.
func (p *period) rank() []scored {
	counts := map[int32]float64{}
	for _, d := range p.documents {
		seen := map[int32]bool{}
		for i := range d.sentences {
			for _, x := range d.sentences[i].dates {
				if x.days == 1 && p.within(x.first) && !seen[x.first] {
					seen[x.first] = true
					counts[x.first]++
				}
			}
		}
	}
	for day, docs := range p.published {
		if p.within(day) {
			counts[day] += 1e-6 * float64(len(docs))
		}
	}
	out := make([]scored, 0, len(counts))
	for day, score := range counts {
		out = append(out, scored{day, score})
	}
	order(out)
	return out
}
