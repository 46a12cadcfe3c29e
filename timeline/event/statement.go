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
