package statement

import (
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// key terms are those that weigh at least half: names of the story's matter,
// as against words that merely go with it.
const keyTerm = 0.5

// findStory marks the paragraphs that speak of the story. In an article whose
// headline does, or that does in a third of its paragraphs, all of them do; in
// a digest only those that hold a key term and the ones just after. The
// headline of a digest, a list, speaks for none of them.
func (r *reading) findStory() {
	r.onStory, r.keyed, r.blocks = map[int]bool{}, map[int]bool{}, map[int]uint64{}
	paragraphs, last := 0, -1
	for _, s := range r.article.Sentences {
		if s.Paragraph != last {
			paragraphs, last = paragraphs+1, s.Paragraph
		}
		for _, m := range r.mentions[s.Index] {
			if m.Kind == news.TermMention && m.Weight >= keyTerm {
				r.onStory[s.Paragraph], r.keyed[s.Paragraph] = true, true
			}
		}
	}
	for _, s := range r.article.Sentences {
		if s.Index > 0 && !r.keyed[s.Paragraph] {
			r.blocks[s.Paragraph] = r.blocks[s.Paragraph]*31 + word.Hash(r.text(s))
		}
	}
	all := r.onStory[0] && !roundup(r.article.Title) || 3*len(r.onStory) >= paragraphs
	for p := last; p >= 0; p-- {
		r.onStory[p] = all || r.onStory[p] || p > 1 && r.onStory[p-1]
	}
	for _, p := range r.captions() {
		r.onStory[p] = false
	}
}

// roundup reports whether a headline is a list of several.
func roundup(title string) bool {
	return strings.Count(title, "；")+strings.Count(title, "; ")+strings.Count(title, " | ")+strings.Count(title, "｜") >= 2
}

// firmCue is what a cue weighs at least that is not a weak one alone.
const firmCue = 1.5

// findMatter marks the sentences that hold a key term, and counts those that
// hold a cue of a topic beside it: an article without one only mentions the
// story's names.
func (r *reading) findMatter() {
	r.named = make([]bool, len(r.article.Sentences))
	seen := map[string]bool{}
	for i, s := range r.article.Sentences {
		firm := false
		for _, m := range r.mentions[s.Index] {
			if m.Kind == news.TermMention && !seen[m.Key] {
				seen[m.Key] = true
				r.bond += m.Weight
			}
			switch {
			case m.Kind == news.TermMention && m.Weight >= keyTerm:
				r.named[i] = true
			case m.Kind == news.TopicMention && m.Weight >= firmCue:
				firm = true
			}
		}
		if r.named[i] && firm {
			r.matter++
		}
	}
}

// fullBond is what the distinct terms of an article weigh that surely belongs;
// 1 is enough to belong.
const fullBond = 3

// nearSentences is how far from a key term a sentence of its paragraph speaks of
// the same: a transcript may be one paragraph of hundreds.
const nearSentences = 8

// near reports whether a key term stands close before or behind the i-th sentence
// in its paragraph.
func (r *reading) near(i int) bool {
	s := r.article.Sentences
	for j := max(0, i-nearSentences); j < min(len(s), i+nearSentences+1); j++ {
		if r.named[j] && s[j].Paragraph == s[i].Paragraph {
			return true
		}
	}
	return false
}

// steeped reports whether the article is about little else than the story.
func (r *reading) steeped() bool {
	return float64(r.matter) >= steepedAt*float64(len(r.article.Sentences))
}
