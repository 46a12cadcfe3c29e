package statement

import (
	"slices"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/act"
)

// agent finds who did an act that the story file alone names, of a topic.
func (r *reading) agent(i int, topic string) (by, whom string) {
	s := r.article.Sentences[i]
	for _, m := range r.mentions[s.Index] {
		if m.Kind != news.TopicMention || m.Key != topic || m.Class != news.ClassAct || r.actorAt(s.Index, m.Start) != "" {
			continue
		}
		by, whom, _ = r.roles(i, act.Found{Span: news.Span{Start: m.Start - s.Start, End: m.End - s.Start}})
		if by != "" {
			return by, whom
		}
	}
	return "", ""
}

// besideAct is how many bytes from an act a product stands that is said to do
// it: "TikTok sued".
const besideAct = 12

// mayAct reports whether an actor may be who did something so many bytes behind its
// name. A place acts for nobody; a product mostly has things done to it.
func (r *reading) mayAct(key string, distance int) bool {
	i := slices.IndexFunc(r.story.Actors, func(a news.Actor) bool { return a.Key == key })
	if i < 0 {
		return false
	}
	switch r.story.Actors[i].Kind {
	case "place":
		return false
	case "product":
		return distance >= 0 && distance <= besideAct
	}
	return true
}

// actorAt is the actor named at a byte of a sentence.
func (r *reading) actorAt(sentence, at int) string {
	for _, m := range r.mentions[sentence] {
		if m.Kind == news.ActorMention && m.Start <= at && at < m.End {
			return m.Key
		}
	}
	return ""
}

// leadsPassive reports whether a text ends with a word that says that who is named
// next did it.
func (x *lexicon) leadsPassive(text string) bool { return x.endsWithOne(text, x.Narrative.Passive) }
