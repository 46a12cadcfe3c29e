// Package event merges dated statements into events.
//
// In: a story and its articles, read and annotated. Out: events with their
// evidence, in a fixed order, and the identities minted for them. No I/O, no
// clock; the result does not depend on the order of the articles.
//
// A statement is a sentence with one resolved time. Statements of one event
// agree in topic, in the actors that tell events apart (rare names weigh more,
// as in TF-IDF), in their days, and, within a language, in their words.
package event

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/mention"
)

// An Article is an article of the story and what earlier stages read in it.
type Article struct {
	news.Article
	Sentences []news.Sentence
	Times     []news.TimeExpression
	Mentions  []news.Mention
	Group     int64 // of near-duplicates; 0 when it stands alone
}

// origin is what a statement keeps of its article.
type origin struct {
	id        int64
	url       string // canonical
	address   string // where a reader opens it
	publisher string
	agency    string
	language  string
	published time.Time // zero when unknown
	day       time.Time // of publication, civil
	printed   string    // published, as shown
	group     int64
}

// A Statement is a sentence with one time: what it says happens then, to whom,
// and with what certainty.
type Statement struct {
	source   *origin
	sentence int
	ordinal  int // of the dated statements of one sentence, from 0
	quote    string
	when     news.Interval
	rule     string // how it got its date
	status   news.Status
	topic    string
	actors   []string // in the order of the sentence
	kin      []string // actors that those belong to, without them
	amounts  []news.Amount
	credit   string          // actor key of the medium it credits
	cues     map[string]bool // status cues of its clause
	moved    bool            // its sentence speaks of moving a date
	words    vector
	block    uint64 // hash of the paragraph, when it names no key term; else 0
	features        // filled in by merge
}

// maxSpan is the length, in days, above which a time dates no event.
const maxSpan = 366

// Statements reads the dated statements out of an article, in text order.
func Statements(story news.Story, a Article) []Statement {
	r := newReading(story, a)
	var out []Statement
	for i := range a.Sentences {
		out = append(out, r.sentence(i)...)
	}
	return out
}

// A reading is an article indexed by sentence.
type reading struct {
	story    news.Story
	article  Article
	from     *origin
	times    map[int][]news.TimeExpression
	mentions map[int][]news.Mention
	onStory  map[int]bool // by paragraph: it speaks of the story
	keyed    map[int]bool // by paragraph: it holds a key term
	blocks   map[int]uint64
	topics   []map[string]float64
	actors   [][]string
	state    int // sentence whose state of affairs the next one may continue; -1 none
	told     int // sentence that dated a happening to one day; -1 none
	toldDate date
	led      bool // the lead is past, or a dated sentence stood in its place
}

func newReading(story news.Story, a Article) *reading {
	r := &reading{story: story, article: a, state: -1, told: -1,
		times: map[int][]news.TimeExpression{}, mentions: map[int][]news.Mention{}}
	r.from = &origin{id: a.ID, url: a.URL, address: cmp.Or(a.Address, a.URL), publisher: a.Publisher, agency: a.Agency, language: a.Language,
		published: a.Published.Time, day: a.Published.Day(), printed: printed(a.Published), group: a.Group}
	for _, t := range a.Times {
		r.times[t.Sentence] = append(r.times[t.Sentence], t)
	}
	for _, m := range a.Mentions {
		r.mentions[m.Sentence] = append(r.mentions[m.Sentence], m)
	}
	r.findStory()
	for _, s := range a.Sentences {
		r.topics = append(r.topics, topicScores(r.mentions[s.Index], 0, 1<<30))
		r.actors = append(r.actors, r.actorsOf(s.Index))
	}
	return r
}

// printed is the form in which an event shows a date of publication.
func printed(d news.DCT) string {
	switch {
	case !d.Known():
		return ""
	case d.Grain == news.GrainSecond || d.Grain == news.GrainMinute || d.Grain == news.GrainHour:
		return d.Time.Format(time.RFC3339)
	}
	return d.Time.Format(time.DateOnly)
}

// key terms are those that weigh at least half: names of the story's matter,
// as against words that merely go with it.
const keyTerm = 0.5

// findStory marks the paragraphs that speak of the story. In an article whose
// headline does, or that does in a third of its paragraphs, all of them do; in
// a digest only those that hold a key term and the ones just after.
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
		if s.Index > 0 {
			h := fnv.New64a()
			h.Write([]byte(r.text(s)))
			r.blocks[s.Paragraph] = r.blocks[s.Paragraph]*31 + h.Sum64()
		}
	}
	all := r.onStory[0] || 3*len(r.onStory) >= paragraphs
	for p := last; p >= 0; p-- {
		r.onStory[p] = all || r.onStory[p] || p > 1 && r.onStory[p-1]
	}
}

// sentence reads the statements of the i-th sentence.
func (r *reading) sentence(i int) []Statement {
	s := r.article.Sentences[i]
	if !r.onStory[s.Paragraph] {
		return nil
	}
	text := r.text(s)
	var out []Statement
	for _, d := range r.dates(i) {
		st, ok := r.statement(i, text, d)
		if !ok {
			continue
		}
		st.ordinal = len(out)
		if !r.keyed[s.Paragraph] {
			st.block = r.blocks[s.Paragraph]
		}
		out = append(out, st)
		r.led = r.led || s.Index > 0
		if d.when.Days() == 1 && st.status == news.Happened && (d.explicit || r.told == i-1) {
			r.told, r.toldDate = i, d
		}
	}
	return out
}

func (r *reading) text(s news.Sentence) string {
	if s.Index == 0 {
		return r.article.Title[s.Start:s.End]
	}
	return r.article.Text[s.Start:s.End]
}

// statement reads what the sentence says of one date.
func (r *reading) statement(i int, text string, d date) (st Statement, ok bool) {
	s := r.article.Sentences[i]
	clause := clauseAround(text, d.start-s.Start, d.end-s.Start)
	clause.Start += s.Start
	clause.End += s.Start
	topic, own := r.topic(i, clause, d)
	actors := r.actors[i]
	if topic == "" || !tells(text, own, len(actors), d, r.keyed[s.Paragraph]) {
		return st, false
	}
	if len(actors) == 0 {
		actors = r.inheritedActors(i)
	}
	st = Statement{source: r.from, sentence: s.Index, quote: strings.Join(strings.Fields(text), " "), when: d.when, rule: d.rule,
		topic: topic, actors: actors, cues: cuesIn(r.mentions[s.Index], clause)}
	all := cuesIn(r.mentions[s.Index], s.Span)
	for _, m := range r.mentions[s.Index] {
		switch m.Kind {
		case news.AttributionMention:
			st.credit = m.Key
		case news.AmountMention:
			if a, ok := mention.ParseKey(m.Key); ok {
				a.Text = text[m.Start-s.Start : m.End-s.Start]
				st.amounts = append(st.amounts, a)
			}
		}
	}
	st.moved = all[mention.CueMoved]
	st.status = r.status(d, st.cues, all, st.credit != "" && !strings.Contains(st.credit, "."))
	if st.status == "" {
		return st, false
	}
	st.kin = kinOf(r.story.Actors, actors)
	st.words = vectorOf(text)
	return st, true
}

// The own topic score from which a sentence tells something of the story: one
// weak cue, or two where neither it nor its paragraph names anybody; a time of months or years needs more,
// as it dates mostly background.
const (
	tellsAt      = 1
	tellsAloneAt = 2
	tellsVagueAt = 2
	vagueDays    = 31
)

// tells tells whether a sentence with that score of its own topic states a
// happening of the story. A question states none; a bare address or a line of
// metadata ("Updated 4 May") has neither actor nor topic.
func tells(text string, own float64, actors int, d date, keyed bool) bool {
	text = strings.TrimSpace(text)
	switch {
	case strings.HasSuffix(text, "?"), strings.HasSuffix(text, "？"), strings.HasPrefix(text, "http"):
		return false
	case d.when.Days() > vagueDays:
		return own >= tellsVagueAt && actors > 0
	}
	return actors > 0 && (own >= tellsAt || d.explicit) || keyed && own >= tellsAt || own >= tellsAloneAt
}

// kinOf lists the actors that the given ones belong to, each once.
func kinOf(all []news.Actor, keys []string) (kin []string) {
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
	seen := map[string]bool{}
	for _, m := range r.mentions[sentence] {
		if m.Kind == news.AttributionMention {
			media = append(media, m.Key)
		}
	}
	for _, m := range r.mentions[sentence] {
		if m.Kind != news.ActorMention || seen[m.Key] {
			continue
		}
		seen[m.Key] = true
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
