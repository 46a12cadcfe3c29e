package event

import "github.com/seed-7461731f/dateline/store/news"

// How much the surroundings of a sentence tell about its topic.
const (
	sentenceBefore = 0.3
	headline       = 0.4
	ofArticle      = 1 // for the share that a topic has in the whole article

	// A cue beside the date is what is dated ("the suit of 24 August"): it
	// counts this much more, within so many bytes.
	besideDate  = 1.5
	besideBytes = 8
)

// topicScores sums the weights of the topic cues that touch a span.
func topicScores(ms []news.Mention, from, to int) map[string]float64 {
	out := map[string]float64{}
	for _, m := range ms {
		if m.Kind == news.TopicMention && m.End > from && m.Start < to {
			out[m.Key] += m.Weight
		}
	}
	return out
}

// topic picks the topic of what the i-th sentence says of a date, by its cues,
// then those around it; "" when the article has none. own is how firmly the
// sentence itself tells some topic.
func (r *reading) topic(i int, d date) (topic string, own float64) {
	s := r.article.Sentences
	beside := map[string]float64{}
	if d.explicit {
		beside = topicScores(r.mentions[s[i].Index], d.start-besideBytes, d.end+besideBytes)
	}
	best := 0.0
	for _, t := range r.story.Topics {
		score := r.topics[i][t.Key] + besideDate*beside[t.Key] + ofArticle*r.share[t.Key]
		if i > 0 && s[i-1].Paragraph == s[i].Paragraph {
			score += sentenceBefore * r.topics[i-1][t.Key]
		}
		if i > 0 && s[0].Index == 0 {
			score += headline * r.topics[0][t.Key]
		}
		if score > best+1e-9 {
			topic, best = t.Key, score
		}
	}
	return topic, highest(r.topics[i])
}

// shares is how much of the topic cues of an article each topic has.
func (r *reading) shares() map[string]float64 {
	sums, all := map[string]float64{}, 0.0
	for _, scores := range r.topics {
		for _, t := range r.story.Topics {
			sums[t.Key] += scores[t.Key]
			all += scores[t.Key]
		}
	}
	for topic := range sums {
		sums[topic] /= max(all, 1)
	}
	return sums
}
