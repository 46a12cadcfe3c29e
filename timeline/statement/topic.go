package statement

import (
	"slices"

	"github.com/seed-7461731f/dateline/store/news"
)

// How much the surroundings of a sentence tell about its topic.
const (
	sentenceBefore = 0.3
	headline       = 0.4
	ofArticle      = 1 // for the share that a topic has in the whole article

	// The runner-up is a second topic from this share of the score of the first:
	// talks to buy are of bidders and of the sale.
	secondAt = 0.85

	// A cue beside the date is what is dated ("the suit of 24 August"): it
	// counts this much more, when fewer letters lie between.
	besideDate  = 1.5
	besideReach = 8
)

// topicScores sums, for each of the story's topics, the weights of those of its
// cues in a sentence that count; nil counts all. strength is the highest sum; the
// scores are scaled as the story file asks, which decides between topics alone.
func (r *reading) topicScores(sentence int, counts func(news.Span) bool) (scores []float64, strength float64) {
	scores = make([]float64, len(r.story.Topics))
	for i := range r.mentions[sentence] {
		m := &r.mentions[sentence][i]
		if m.Kind != news.TopicMention || counts != nil && !counts(m.Span) {
			continue
		}
		if t := slices.IndexFunc(r.story.Topics, func(t news.Topic) bool { return t.Key == m.Key }); t >= 0 {
			scores[t] += m.Weight
		}
	}
	for t, x := range scores {
		strength = max(strength, x)
		if scale := r.story.Topics[t].Weight; scale > 0 {
			scores[t] *= scale
		}
	}
	return scores, strength
}

// topic picks the topic of what the i-th sentence says of a date, by its cues,
// then those around it; "" when the article has none. second is the one that it
// might as well have been, itself when there is none, own how firmly the sentence itself tells some topic.
func (r *reading) topic(i int, d date) (topic, second string, own float64) {
	s := r.article.Sentences
	var beside []float64
	if d.explicit {
		text, at := r.text(s[i]), news.Span{Start: d.start, End: d.end}
		beside, _ = r.topicScores(s[i].Index, func(cue news.Span) bool { return between(cue, at, text, s[i].Start) < besideReach })
	}
	best, next := 0.0, 0.0
	for k, t := range r.story.Topics {
		score := r.topics[i][k] + ofArticle*r.share[k]
		if beside != nil {
			score += besideDate * beside[k]
		}
		if i > 0 && s[i-1].Paragraph == s[i].Paragraph {
			score += sentenceBefore * r.topics[i-1][k]
		}
		if i > 0 && s[0].Index == 0 {
			score += headline * r.topics[0][k]
		}
		switch {
		case score > best+1e-9:
			topic, best, second, next = t.Key, score, topic, best
		case score > next+1e-9:
			second, next = t.Key, score
		}
	}
	if next < secondAt*best {
		second = topic
	}
	return topic, second, r.strength[i]
}

// shares is how much of the topic cues of an article each topic has.
func (r *reading) shares() []float64 {
	sums, all := make([]float64, len(r.story.Topics)), 0.0
	for _, scores := range r.topics {
		for k, x := range scores {
			sums[k] += x
			all += x
		}
	}
	for k := range sums {
		sums[k] /= max(all, 1)
	}
	return sums
}
