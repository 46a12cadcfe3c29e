package statement

import (
	"cmp"
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/act"
)

// A reading is an article indexed by sentence; once it is made it only finds acts
// that it had not yet been asked for.
type reading struct {
	story      news.Story
	article    Article
	source     *Source                 // the article
	words      *lexicon                // of its language
	entries    []*Source               // the same, at the time of each part of the article
	times      [][]news.TimeExpression // by sentence index
	mentions   [][]news.Mention        // by sentence index
	onStory    map[int]bool            // by paragraph: it speaks of the story
	keyed      map[int]bool            // by paragraph: it holds a key term
	caption    map[int]bool            // by paragraph: it stands under a picture
	blocks     map[int]uint64          // by paragraph: hash of one that holds none
	named      []bool                  // by sentence: it holds a key term
	namedShare float64                 // of its sentences, those that hold a key term
	matter     int                     // sentences that hold a key term and a cue
	bond       float64                 // what its distinct terms weigh
	topics     [][]float64             // by sentence, in the order of the story's topics
	strength   []float64               // by sentence: of the topic that it tells most firmly
	share      []float64               // of each topic in the whole article
	actors     [][]string
	acts       [][]act.Found // by sentence, in bytes of the sentence
	acted      []bool        // by sentence: its acts were looked for
	kinds      bool          // some topic has kinds of acts for cues
	signs      string        // the person that signs it; "" none
	act        int           // sentence that does what it says; -1 none
}

func newReading(story news.Story, a Article) *reading {
	r := &reading{story: story, article: a, words: lexiconOf(a.Language)}
	n := 0
	if len(a.Sentences) > 0 {
		n = a.Sentences[len(a.Sentences)-1].Index + 1
	}
	r.times = grouped(a.Times, n, func(t *news.TimeExpression) int { return t.Sentence })
	r.mentions = grouped(a.Mentions, n, func(m *news.Mention) int { return m.Sentence })
	r.source = &Source{ID: a.ID, URL: a.URL, Address: cmp.Or(a.Address, a.URL), Publisher: a.Publisher, Agency: a.Agency, Language: a.Language,
		Published: a.Published.Time, Day: a.Published.Day(), Printed: a.Published.Text(), Group: a.Group}
	r.source.Base, _, _ = strings.Cut(a.Language, "-")
	for _, p := range a.Parts {
		entry := *r.source
		entry.Published, entry.Day, entry.Printed = p.Published.Time, p.Published.Day(), p.Published.Text()
		r.entries = append(r.entries, &entry)
	}
	r.kinds = slices.ContainsFunc(story.Topics, func(t news.Topic) bool { return len(t.Kinds) > 0 })
	r.acts, r.acted = make([][]act.Found, len(a.Sentences)), make([]bool, len(a.Sentences))
	r.findStory()
	r.findMatter()
	r.topics, r.actors = make([][]float64, 0, len(a.Sentences)), make([][]string, 0, len(a.Sentences))
	for i, s := range a.Sentences {
		scores, strength := r.topicScores(i, nil)
		r.topics, r.strength = append(r.topics, scores), append(r.strength, strength)
		r.actors = append(r.actors, r.actorsOf(s.Index))
	}
	r.signs = r.signer()
	r.resolvePronouns()
	r.share = r.shares()
	r.act = r.findAct()
	return r
}

// sourceOf returns where a sentence comes from: the article, or its entry of a
// live blog.
func (r *reading) sourceOf(s news.Sentence) *Source {
	if i := r.article.PartAt(s.Start); i >= 0 && s.Index > 0 {
		return r.entries[i]
	}
	return r.source
}

// grouped cuts a list in the order of its sentences into those of each; n is
// how many sentences there are.
func grouped[T any](list []T, n int, sentence func(*T) int) [][]T {
	out := make([][]T, n)
	for i := 0; i < len(list); {
		j, at := i+1, sentence(&list[i])
		for j < len(list) && sentence(&list[j]) == at {
			j++
		}
		if at >= 0 && at < n {
			out[at] = list[i:j]
		}
		i = j
	}
	return out
}

// ParentsOf lists the organisations that actors belong to, each once, but for
// those among the actors themselves.
func ParentsOf(all []news.Actor, keys []string) (kin []string) {
	for _, k := range keys {
		i := slices.IndexFunc(all, func(a news.Actor) bool { return a.Key == k })
		if i < 0 || all[i].PartOf == "" || slices.Contains(keys, all[i].PartOf) || slices.Contains(kin, all[i].PartOf) {
			continue
		}
		kin = append(kin, all[i].PartOf)
	}
	return kin
}

// actorsOf lists the actors of a sentence, each once, in order; media only
// when nobody else is named.
func (r *reading) actorsOf(sentence int) []string {
	var out, media []string
	for _, m := range r.mentions[sentence] {
		if m.Kind == news.AttributionMention {
			media = append(media, m.Key)
		}
	}
	for _, m := range r.mentions[sentence] {
		if m.Kind != news.ActorMention || slices.Contains(out, m.Key) {
			continue
		}
		if len(media) > 0 && m.Key == media[0] {
			continue
		}
		out = append(out, m.Key)
	}
	if len(out) == 0 {
		out = append(out, media...)
	}
	return out
}

// inheritedActors are those of the sentence before in the paragraph, else of
// the headline.
func (r *reading) inheritedActors(i int) []string {
	s := r.article.Sentences
	for j := i - 1; j >= 0 && s[j].Paragraph == s[i].Paragraph; j-- {
		if len(r.actors[j]) > 0 {
			return r.actors[j]
		}
	}
	if len(s) > 0 && s[0].Index == 0 {
		return r.actors[0]
	}
	return nil
}
