// Package mention finds what a story asks about in an article: actors, topic
// cues, sums of money, cues of status, and who a statement is credited to.
//
// In: an article, its sentences and a story. Out: mentions, and whether the
// article belongs to the story. No I/O, no clock.
//
// Names and cues are matched word by word (character by character in Chinese), the
// longest first. A surname alone counts once the full name has been read; a
// name that several actors share counts for the one whose near word is nearest.
package mention

import (
	"slices"
	"strconv"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/language"
)

// A Matcher finds the mentions of one story. It is safe for concurrent use.
type Matcher struct {
	names     phrases
	terms     phrases
	cues      map[string]phrases // by language: topic cues of the story, status cues of ours
	persons   map[string]bool
	media     map[string]bool
	topicsOf  map[string][]string // actor -> topics that its presence hints at
	ambiguous map[string][]claim  // name -> who may be meant
	weights   map[string]float64  // term -> weight
}

// A claim is an actor that an ambiguous name may stand for.
type claim struct {
	actor string
	near  phrases
}

// New prepares a matcher for a story.
func New(s news.Story) *Matcher {
	m := &Matcher{
		names: phrases{}, terms: phrases{}, cues: map[string]phrases{},
		persons: map[string]bool{}, media: map[string]bool{},
		topicsOf: map[string][]string{}, ambiguous: map[string][]claim{}, weights: map[string]float64{},
	}
	for _, a := range s.Actors {
		m.addActor(a)
	}
	for _, x := range s.Sources { // one publisher may credit another
		m.names.add(phrase{kind: sourceKind, key: x.Host, cased: true}, x.Name)
	}
	for _, t := range s.Terms {
		m.terms.add(phrase{kind: termKind, key: t.Text}, t.Text)
		m.weights[t.Text] = t.Weight
	}
	for _, l := range language.All() {
		for _, cues := range statusCues(l) {
			for _, c := range cues.Words {
				m.cuesOf(l.Code).add(phrase{kind: string(news.CueMention), key: cues.Key}, c)
			}
		}
	}
	for _, t := range s.Topics {
		m.addTopic(t)
	}
	return m
}

func (m *Matcher) addActor(a news.Actor) {
	m.persons[a.Key] = a.Kind == "person"
	m.media[a.Key] = a.Kind == "media"
	for _, names := range a.Names {
		for _, n := range names {
			m.names.add(phrase{kind: string(news.ActorMention), key: a.Key, cased: true}, n)
		}
	}
	for _, x := range a.Ambiguous {
		near := phrases{}
		for _, w := range x.Near {
			near.add(phrase{key: a.Key, cased: true}, w)
		}
		if len(m.ambiguous[x.Name]) == 0 {
			m.names.add(phrase{kind: ambiguousKind, key: x.Name, cased: true}, x.Name)
		}
		m.ambiguous[x.Name] = append(m.ambiguous[x.Name], claim{a.Key, near})
	}
}

func (m *Matcher) addTopic(t news.Topic) {
	for _, level := range []struct {
		cues  map[string][]string
		class news.Class
	}{{t.Acts, news.ClassAct}, {t.Cues, news.ClassCue}, {t.Weak, news.ClassWeak}} {
		for lang, cues := range level.cues {
			for _, c := range cues {
				m.cuesOf(lang).add(phrase{kind: string(news.TopicMention), key: t.Key, weight: level.class.Strength(), class: level.class}, c)
			}
		}
	}
	for _, a := range t.Actors {
		m.topicsOf[a] = append(m.topicsOf[a], t.Key)
	}
}

func (m *Matcher) cuesOf(lang string) phrases {
	if m.cues[lang] == nil {
		m.cues[lang] = phrases{}
	}
	return m.cues[lang]
}

// Belongs tells whether the article matches the story's terms: each term that
// occurs adds its weight once, and 1 is enough.
func (m *Matcher) Belongs(a news.Article) bool {
	sum := 0.0
	seen := map[string]bool{}
	for _, text := range []string{a.Title, a.Text} {
		for _, h := range m.terms.find(tokenize(text)) {
			if !seen[h.key] {
				seen[h.key] = true
				sum += m.weights[h.key]
			}
		}
	}
	return sum >= 0.999 // weights are typed by hand: 0.3 + 0.3 + 0.4 is 1
}

// Article finds the mentions in an article that belongs to the story, in text
// order; their spans lie in Article.Title for sentence 0, else in Article.Text.
func (m *Matcher) Article(a news.Article, sentences []news.Sentence) []news.Mention {
	r := reader{Matcher: m, article: a, language: language.Of(a.Language), known: map[string]string{}, cues: m.cues[baseLanguage(a.Language)]}
	r.paragraphs = paragraphs(a.Text, sentences)
	for _, s := range sentences {
		r.sentence(s)
	}
	return r.out
}

// baseLanguage cuts "zh-Hant" to "zh".
func baseLanguage(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return base
}

// paragraphs gives the tokens of each paragraph, by number.
func paragraphs(text string, sentences []news.Sentence) map[int]news.Span {
	out := map[int]news.Span{}
	for _, s := range sentences {
		if s.Index == 0 {
			continue
		}
		span, ok := out[s.Paragraph]
		if !ok {
			span = s.Span
		}
		span.End = max(span.End, s.End)
		out[s.Paragraph] = span
	}
	return out
}

// A reader holds what was read of one article so far.
type reader struct {
	*Matcher
	article    news.Article
	language   *language.Language
	cues       phrases
	paragraphs map[int]news.Span
	known      map[string]string // surname -> actor whose full name was read
	sources    []hit             // publishers named in the sentence at hand
	out        []news.Mention
}

// addMention adds a mention, whose span is of the sentence.
type addMention func(m news.Mention)

func (r *reader) sentence(s news.Sentence) {
	text := r.article.Text
	if s.Index == 0 {
		text = r.article.Title
	}
	text = text[s.Start:s.End]
	tokens := tokenize(text)
	add := func(m news.Mention) {
		m.ArticleID, m.Sentence = r.article.ID, s.Index
		m.Start += s.Start
		m.End += s.Start
		r.out = append(r.out, m)
	}
	first := len(r.out)
	hits := r.actors(s, tokens, add)
	for _, h := range r.cues.find(tokens) {
		if h.kind == string(news.TopicMention) && r.partOfName(h, hits) {
			continue
		}
		add(news.Mention{Kind: news.MentionKind(h.kind), Key: h.key, Weight: h.weight, Class: h.class, Span: h.span})
	}
	for _, h := range r.terms.find(tokens) {
		add(news.Mention{Kind: news.TermMention, Key: h.key, Weight: r.weights[h.key], Span: h.span})
	}
	for _, x := range Amounts(text, r.article.Language) {
		add(news.Mention{Kind: news.AmountMention, Key: x.key(), Span: x.Span})
	}
	for _, x := range Shares(text, r.article.Language) {
		add(news.Mention{Kind: news.ShareMention, Key: strconv.FormatFloat(x.Percent, 'f', -1, 64), Span: x.Span})
	}
	r.credit(first, text, tokens, hits, add)
	r.out = append(r.out[:first], inOrder(r.out[first:])...)
}

// actors adds the actors named in a sentence, and the topics they hint at. It
// returns all names found.
func (r *reader) actors(s news.Sentence, tokens []token, add addMention) []hit {
	found := func(actor string, span news.Span) {
		add(news.Mention{Kind: news.ActorMention, Key: actor, Span: span})
		for _, t := range r.topicsOf[actor] {
			add(news.Mention{Kind: news.TopicMention, Key: t, Weight: news.ClassHint.Strength(), Class: news.ClassHint, Span: span})
		}
	}
	hits := r.names.find(tokens)
	r.sources = nil
	for _, h := range hits {
		switch h.kind {
		case sourceKind:
			if h.key != r.article.Publisher {
				r.sources = append(r.sources, h)
			}
		case ambiguousKind:
			if actor := r.settle(h.key, s, h.span); actor != "" {
				found(actor, h.span)
			}
		default:
			found(h.key, h.span)
			if r.persons[h.key] && h.last > h.first {
				r.known[tokens[h.last].text] = h.key
			}
		}
	}
	for i, t := range tokens {
		if actor := r.known[t.text]; actor != "" && !covered(hits, i) {
			found(actor, t.span())
		}
	}
	return hits
}

// partOfName tells whether a topic cue is a part of somebody's name, "House" in
// "White House", who has nothing to do with the topic.
func (r *reader) partOfName(cue hit, names []hit) bool {
	for _, n := range names {
		if n.first <= cue.first && cue.last <= n.last && n.last-n.first > cue.last-cue.first && !slices.Contains(r.topicsOf[n.key], cue.key) {
			return true
		}
	}
	return false
}

// settle picks the actor that an ambiguous name stands for: the one whose near
// word is nearest in the paragraph, else the one named by the headline.
func (r *reader) settle(name string, s news.Sentence, at news.Span) string {
	if s.Index > 0 {
		para := r.paragraphs[s.Paragraph]
		if actor := r.nearest(name, r.article.Text[para.Start:para.End], s.Start+at.Start-para.Start); actor != "" {
			return actor
		}
	}
	return r.nearest(name, r.article.Title, at.Start)
}

func (r *reader) nearest(name, text string, at int) string {
	best, actor := len(text)+1, ""
	tokens := tokenize(text)
	for _, c := range r.ambiguous[name] {
		for _, h := range c.near.find(tokens) {
			if d := max(h.span.Start-at, at-h.span.Start); d < best {
				best, actor = d, c.actor
			}
		}
	}
	return actor
}
