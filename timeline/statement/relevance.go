package statement

import (
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/act"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// keyTerm is what a term weighs at least that names the story's matter, as
// against words that merely go with it.
const keyTerm = 0.5

// belongs is what distinct terms weigh that make an article one of the story, and
// so a paragraph or a sentence.
const belongs = 0.999 // weights are typed by hand: 0.3 + 0.3 + 0.4 is 1

// surely is what the distinct terms of an article weigh from which all of it is of
// the story.
const surely = 1.5

// A naming sums up the terms of a stretch of text.
type naming struct {
	terms map[string]bool
	sum   float64
	key   bool // one of them is a key term
}

func (n *naming) add(m news.Mention) {
	if m.Kind != news.TermMention || n.terms[m.Key] {
		return
	}
	if n.terms == nil {
		n.terms = map[string]bool{}
	}
	n.terms[m.Key] = true
	n.sum += m.Weight
	n.key = n.key || m.Weight >= keyTerm
}

// ofStory reports whether the text speaks of the story.
func (n *naming) ofStory() bool { return n.key || n.sum >= belongs }

// findStory marks the paragraphs that speak of the story. In an article whose
// headline does, or that does in a third of its paragraphs, all of them do; in
// a digest only those that hold a key term and the ones just after. The
// headline of a digest, a list, speaks for none of them.
func (r *reading) findStory() {
	r.onStory, r.keyed, r.caption, r.blocks = map[int]bool{}, map[int]bool{}, map[int]bool{}, map[int]uint64{}
	paragraphs, last := 0, -1
	var here, whole naming // of the paragraph so far, of the article
	for _, s := range r.article.Sentences {
		if s.Paragraph != last {
			paragraphs, last, here = paragraphs+1, s.Paragraph, naming{}
		}
		for _, m := range r.mentions[s.Index] {
			here.add(m)
			whole.add(m)
		}
		if here.ofStory() {
			r.onStory[s.Paragraph], r.keyed[s.Paragraph] = true, true
		}
	}
	r.bond = whole.sum
	for _, s := range r.article.Sentences {
		if s.Index > 0 && !r.keyed[s.Paragraph] {
			r.blocks[s.Paragraph] = r.blocks[s.Paragraph]*31 + word.Hash(r.text(s))
		}
	}
	all := r.onStory[0] && !roundup(r.article.Title) || 3*len(r.onStory) >= paragraphs || r.bond >= surely
	for p := last; p >= 0; p-- {
		r.onStory[p] = all || r.onStory[p] || p > 1 && r.onStory[p-1]
	}
	for _, p := range r.captions() {
		r.caption[p] = true
	}
}

// roundup reports whether a headline is a list of several.
func roundup(title string) bool {
	return strings.Count(title, "；")+strings.Count(title, "; ")+strings.Count(title, " | ")+strings.Count(title, "｜") >= 2
}

// findMatter marks the sentences that hold a key term, and counts those that
// hold a cue of a topic beside it: an article without one only mentions the
// story's names.
func (r *reading) findMatter() {
	r.named = make([]bool, len(r.article.Sentences))
	named := 0
	for i, s := range r.article.Sentences {
		firm := false
		var here naming
		for _, m := range r.mentions[s.Index] {
			here.add(m)
			firm = firm || m.Class == news.ClassCue || m.Class == news.ClassAct
		}
		if r.named[i] = here.ofStory(); !r.named[i] {
			continue
		}
		named++
		if firm || slices.ContainsFunc(r.actsOf(i), func(f act.Found) bool { return !f.Noun && f.Key != "say" }) {
			r.matter++
		}
	}
	r.namedShare = float64(named) / float64(max(1, len(r.named)))
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
