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

	base       string // language without region
	text       uint32 // number of its text, which copies share
	first, end uint32 // the records of its article, half-open
}

// A Statement is a sentence with one time: what it says happens then, to whom,
// and with what certainty.
type Statement struct {
	source   *origin
	sentence int
	ordinal  int // of the dated statements of its article in these words, from 0
	quote    string
	when     news.Interval
	rule     string // how it got its date
	status   news.Status
	topic    string
	second   string   // topic that it might as well be
	actors   []string // in the order of the sentence
	kin      []string // actors that those belong to, without them
	amounts  []news.Amount
	payer    string  // the actor whose sum the first of them is
	own      float64 // how firmly its sentence tells a topic, less where the article only just belongs
	by       string  // the actor who did it; "" unknown
	claims   []claim
	credit   string // actor key of the medium it credits
	cues     cueSet // status cues of its clause
	move     move
	moved    bool   // its sentence speaks of moving a date
	block    uint64 // hash of the paragraph, when it names no key term; else 0

	// Of one that was kept and unpacked; its quote stays on the shelf.
	record uint32
	fit    float64 // its fitness
	said   *wording
}

// maxSpan is the length, in days, above which a time dates no event.
const maxSpan = 366

// Statements reads the dated statements out of an article, in text order.
func Statements(story news.Story, a Article) []Statement {
	r := newReading(story, a)
	var out []Statement
	whole := r.from
	for i, s := range a.Sentences {
		r.from = r.origin(s, whole)
		out = append(out, r.sentence(i)...)
	}
	number(out)
	return out
}

// number tells the statements of an article from one another that are in the same
// words: those of one sentence, and those of a sentence that comes again.
func number(statements []Statement) {
	told := make(map[string]int, len(statements))
	for i := range statements {
		s := &statements[i]
		s.ordinal = told[s.quote]
		told[s.quote]++
	}
}

// mostDates is how many one sentence may tell: what dates more is a table.
const mostDates = 32

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
		if !d.act {
			st.block = r.blocks[s.Paragraph]
		}
		out = append(out, st)
		r.led = r.led || s.Index > 0
		if d.when.Days() == 1 && st.status == news.Happened && (d.explicit || d.lead || r.told == i-1) && !r.turnsBack(i, d) {
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
	topic, second, own := r.topic(i, d)
	if d.act {
		topic, second, own = r.topic(r.act, d)
	}
	actors := r.actors[i]
	named := len(actors)
	if topic == "" || asks(text) || r.elsewhere(i, d) {
		return st, false
	}
	switch {
	case d.act:
		actors = r.actsOn(actors)
	case named == 0:
		actors = r.inheritedActors(i)
	}
	st = Statement{source: r.from, sentence: s.Index, quote: strings.Join(strings.Fields(text), " "), when: d.when, rule: d.rule, move: d.move,
		topic: topic, second: second, own: own * min(1, r.bond/fullBond), actors: actors, cues: cuesIn(r.mentions[s.Index], clause)}
	all := cuesIn(r.mentions[s.Index], s.Span)
	for _, m := range r.mentions[s.Index] {
		switch m.Kind {
		case news.AttributionMention:
			st.credit = m.Key
		case news.AmountMention:
			if a, ok := mention.ParseKey(m.Key); ok {
				a.Text = text[m.Start-s.Start : m.End-s.Start]
				if len(st.amounts) == 0 {
					st.payer = r.nearest(s.Index, m.Span)
				}
				st.amounts = append(st.amounts, a)
			}
		}
	}
	st.by = r.agent(s.Index, text, topic, s.Start)
	st.claims = r.claims(s.Index, text, s.Start)
	st.moved = all.has(mention.CueMoved)
	st.status = r.status(i, d, st.cues, all, st.credit != "")
	if st.status == "" || !d.act && !r.tells(i, own, named, d, st.status) {
		return st, false
	}
	st.kin = kinOf(r.story.Actors, actors)
	if s.Index > 0 && st.status == news.Deadline {
		for _, a := range r.actors[0] {
			if !slices.Contains(actors, a) && !slices.Contains(st.kin, a) {
				st.kin = append(st.kin, a)
			}
		}
	}
	return st, true
}

// Topic scores, of the sentence itself, from which it tells something of the
// story. An actor that hints at a topic counts 0.5, a weak cue 0.8 or more, a
// cue 1.6 or more, an act 2.4 or more.
const (
	tellsWeak   = 0.8
	tellsAt     = 1
	tellsFirmly = 2
	tellsOfAct  = 3

	vagueDays = 31  // a time of more days dates mostly background
	steepedAt = 0.3 // share of sentences from which an article is about nothing else
)

// tells tells whether the i-th sentence states a happening of the story, given
// the score of its own topic and how many actors it names. What happened takes
// two parties or a firm cue, and what happened in some month or year more still,
// unless the whole article speaks of little else; what is due or planned less,
// since few sentences look ahead by accident.
func (r *reading) tells(i int, own float64, actors int, d date, status news.Status) bool {
	s := r.article.Sentences[i]
	ahead := status == news.Planned || status == news.Deadline
	switch {
	case r.matter == 0 && !r.named[i], r.keyed[s.Paragraph] && !r.near(i) && !r.steeped():
		return false
	case d.when.Days() > vagueDays && ahead:
		return own >= tellsFirmly && actors > 0
	case d.when.Days() > vagueDays && strings.Contains(d.when.EDTF, "/"):
		return false // "in recent months"
	case d.when.Days() > vagueDays:
		return own >= tellsFirmly && actors > 1 || own >= tellsOfAct && actors > 0
	case own >= tellsFirmly:
		return true
	case ahead && !r.near(i) && !r.steeped():
		return false
	case !ahead && actors < 2 && (own < tellsWeak || !r.steeped()):
		return false
	}
	return actors > 0 && d.explicit || own >= tellsAt && (actors > 0 || r.near(i))
}

// asks tells a question, which states nothing, and a bare address.
func asks(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasSuffix(text, "?") || strings.HasSuffix(text, "？") || strings.HasPrefix(text, "http")
}
