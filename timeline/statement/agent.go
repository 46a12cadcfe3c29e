package statement

import (
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// agentReach is how far from an act, in letters, its actor may stand.
const agentReach = 120

// agent finds who did what the topic's act says ("Oracle bid", "sued by users",
// "被法院裁定"): the last actor named before it, or behind "by" the next.
func (r *reading) agent(sentence int, text, topic string, base int) string {
	for _, act := range r.mentions[sentence] {
		if act.Kind != news.TopicMention || act.Key != topic || act.Class != news.ClassAct || r.actorAt(sentence, act.Start) != "" {
			continue
		}
		before, behind := "", ""
		for _, m := range r.mentions[sentence] {
			switch {
			case m.Kind != news.ActorMention || !r.mayAct(m.Key, act.Start-m.End):
			case m.End <= act.Start && word.Width(text[m.End-base:act.Start-base]) <= agentReach:
				before = m.Key
			case m.Start >= act.End && behind == "" && r.words.leadsPassive(text[act.End-base:m.Start-base]) && word.Width(text[act.End-base:m.Start-base]) <= agentReach:
				behind = m.Key
			}
		}
		if behind != "" {
			return behind
		}
		if before != "" {
			return before
		}
	}
	return ""
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

// leadsPassive reports whether the words between an act and an actor say that the
// actor did it.
func (x *lexicon) leadsPassive(between string) bool {
	between = strings.TrimSpace(between) + " "
	return slices.ContainsFunc(x.Narrative.Passive, func(w string) bool { return strings.HasPrefix(between, w+" ") })
}
