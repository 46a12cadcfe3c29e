package statement

import (
	"slices"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// An order, a notice or a decision does what it says on the day it is given:
// its sentence and its headline are dated to that day, and tell of who signs.

// findAct returns the first sentence that does what it says, or -1.
func (r *reading) findAct() int {
	// "How to do things with words" (Austin 1962): "I hereby order", "it is hereby ordered".
	performative := r.words.Status.Performative
	if !word.ContainsAny(r.article.Text, performative) {
		return -1
	}
	return slices.IndexFunc(r.article.Sentences, func(s news.Sentence) bool {
		return s.Index > 0 && word.ContainsAny(r.text(s), performative)
	})
}

// A signature stands on a line of its own, within so many sentences of the end.
const (
	signatureReach = 10
	signatureWidth = 40
)

// signer is the person that signs the article, as orders and letters are: their
// "I". "" when nobody signs.
func (r *reading) signer() string {
	s := r.article.Sentences
	for i := len(s) - 1; i >= max(1, len(s)-signatureReach); i-- {
		if word.Width(r.text(s[i])) > signatureWidth {
			continue
		}
		for _, m := range r.mentions[s[i].Index] {
			if m.Kind == news.ActorMention && r.person(m.Key) {
				return m.Key
			}
		}
	}
	return ""
}

// actsOn are the actors of a sentence that does what it says: who signs, and whom
// the headline names.
func (r *reading) actsOn(named []string) []string {
	out := slices.Clone(named)
	if r.signs != "" && !slices.Contains(out, r.signs) {
		out = append(out, r.signs)
	}
	if s := r.article.Sentences; s[0].Index == 0 {
		for _, a := range r.actors[0] {
			if !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
	}
	return out
}
