package event

// centrality is how much the likeness to the other statements adds to fitness.
const centrality = 3

// centrality is the mean likeness of a statement to others of its language in
// the cluster, compared with a few: what most say is the event.
func (c *cluster) centrality(s *member) float64 {
	sum, n := 0.0, 0
	c.words.hold(s.said)
	defer c.words.release()
	for _, o := range c.members {
		if o == s || o.origin.Base != s.origin.Base {
			continue
		}
		sum += c.words.likeHeld(o.said)
		if n++; n == 2*spokesmen {
			break
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}
