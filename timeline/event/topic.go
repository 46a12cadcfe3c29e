package event

import "github.com/seed-7461731f/dateline/store/news"

// How much the surroundings of a clause tell about its topic.
const (
	restOfSentence = 1
	sentenceBefore = 0.3
	headline       = 0.4

	// A cue beside the date is what is dated ("the suit of 24 August"): it
	// counts this much more, within so many bytes.
	besideDate  = 1.5
	besideBytes = 14
)

// topicScores sums the weights of the topic cues inside a span.
func topicScores(ms []news.Mention, from, to int) map[string]float64 {
	out := map[string]float64{}
	for _, m := range ms {
		if m.Kind == news.TopicMention && m.Start >= from && m.End <= to {
			out[m.Key] += m.Weight
		}
	}
	return out
}

// topic picks the topic of a clause of the i-th sentence by its cues, then
// those around it. own is the score of the sentence itself; "" is none.
func (r *reading) topic(i int, clause news.Span, d date) (topic string, own float64) {
	s := r.article.Sentences
	inClause := topicScores(r.mentions[s[i].Index], clause.Start, clause.End)
	beside := map[string]float64{}
	if d.explicit {
		beside = topicScores(r.mentions[s[i].Index], d.start-besideBytes, d.end+besideBytes)
	}
	best := 0.0
	for _, t := range r.story.Topics {
		whole := r.topics[i][t.Key]
		score := inClause[t.Key] + restOfSentence*(whole-inClause[t.Key]) + besideDate*beside[t.Key]
		if i > 0 && s[i-1].Paragraph == s[i].Paragraph {
			score += sentenceBefore * r.topics[i-1][t.Key]
		}
		if i > 0 && s[0].Index == 0 {
			score += headline * r.topics[0][t.Key]
		}
		if score > best+1e-9 {
			topic, best, own = t.Key, score, whole
		}
	}
	if topic == "" {
		topic = r.mainTopic()
	}
	return topic, own
}

// mainTopic is the topic that the whole article holds most cues of.
func (r *reading) mainTopic() (main string) {
	best := 0.0
	for _, t := range r.story.Topics {
		sum := 0.0
		for _, scores := range r.topics {
			sum += scores[t.Key]
		}
		if sum > best+1e-9 {
			main, best = t.Key, sum
		}
	}
	return main
}
