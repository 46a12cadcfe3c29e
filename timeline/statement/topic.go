package statement

import (
	"slices"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/act"
	"github.com/seed-7461731f/dateline/timeline/language"
)

// How much the surroundings of a sentence tell about its topic. The values are the
// best of a sweep over the labelled stories, their documents divided in two parts.
const (
	sentenceBefore = 0.3
	headline       = 0.15
	ofArticle      = 1 // for the share that a topic has in the whole article

	// The runner-up is a second topic from this share of the score of the first:
	// talks to buy are of bidders and of the sale.
	secondAt = 0.85

	// A cue beside the date is what is dated ("the suit of 24 August"): it
	// counts this much more, when fewer letters lie between.
	besideDate  = 1.5
	besideReach = 8

	// A cue of the clause around the date counts this much more.
	ofClause = 0.7
)

// What an act counts for a topic that names its kind, as cues of the story file
// do.
const (
	verbOfKind = 2
	nounOfKind = 1
)

// topicScores sums, for each of the story's topics, the weights of those of its
// cues in the i-th sentence that count; nil counts all. strength is the highest
// sum; the scores are scaled as the story file asks, which decides between topics
// alone.
func (r *reading) topicScores(i int, counts func(news.Span) bool) (scores []float64, strength float64) {
	s := r.article.Sentences[i]
	scores = r.kindScores(i, counts)
	for i := range r.mentions[s.Index] {
		m := &r.mentions[s.Index][i]
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

// kindScores sums, for each of the story's topics, what the acts of its kinds
// count in the i-th sentence.
func (r *reading) kindScores(i int, counts func(news.Span) bool) []float64 {
	first := r.article.Sentences[i].Start
	out := make([]float64, len(r.story.Topics))
	if !r.kinds {
		return out
	}
	for _, f := range r.actsOf(i) {
		if counts != nil && !counts(news.Span{Start: first + f.Start, End: first + f.End}) {
			continue
		}
		a, _ := language.ActOf(f.Key)
		for k, t := range r.story.Topics {
			switch {
			case !slices.Contains(t.Kinds, a.Kind) && !slices.Contains(t.Kinds, a.Key):
			case f.Noun, a.Say:
				out[k] += nounOfKind
			default:
				out[k] += verbOfKind
			}
		}
	}
	return out
}

// actsOf returns the acts of the i-th sentence, found when they are first asked
// for: most sentences of an article neither name the story nor have a date.
func (r *reading) actsOf(i int) []act.Found {
	if !r.acted[i] {
		r.acts[i], r.acted[i] = act.Find(r.text(r.article.Sentences[i]), r.article.Language), true
	}
	return r.acts[i]
}

// topic picks the topic of what the i-th sentence says of a date, by its cues,
// then those around it; "" when the article has none. second is the one that it
// might as well have been, itself when there is none, own how firmly the sentence itself tells some topic.
func (r *reading) topic(i int, d date) (topic, second string, own float64) {
	s := r.article.Sentences
	var beside, clause []float64
	if d.explicit {
		text, at := r.text(s[i]), news.Span{Start: d.start, End: d.end}
		beside, _ = r.topicScores(i, func(cue news.Span) bool { return between(cue, at, text, s[i].Start) < besideReach })
		in := r.words.clauseAround(text, at.Start-s[i].Start, at.End-s[i].Start)
		clause, _ = r.topicScores(i, func(cue news.Span) bool { return cue.Start-s[i].Start >= in.Start && cue.End-s[i].Start <= in.End })
	}
	best, next := 0.0, 0.0
	for k, t := range r.story.Topics {
		score := r.topics[i][k] + ofArticle*r.share[k]
		if beside != nil {
			score += besideDate*beside[k] + ofClause*clause[k]
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
