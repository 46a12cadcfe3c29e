// Package statement reads the dated statements of one article: what it says
// happened or is due, when, to whom, and with what certainty.
//
// In: a story and one article, annotated. Out: statements in text order. No I/O,
// no clock.
//
// A statement is a sentence with one resolved time. A sentence with two times
// makes two; one without a time gets a day only where that is sound.
package statement

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

// A Source is what a statement keeps of its article, or of the entry of a live
// blog that it stands in. The statements of one share it.
type Source struct {
	ID        int64
	URL       string // canonical
	Address   string // where a reader opens it
	Publisher string
	Agency    string
	Language  string    // BCP 47
	Base      string    // Language without region
	Published time.Time // zero when unknown
	Day       time.Time // of publication, civil
	Printed   string    // Published, as shown
	Group     int64     // of near-duplicates; 0 when it stands alone
}

// A Statement is a sentence with one time: what it says happens then, to whom,
// and with what certainty.
type Statement struct {
	Source   *Source
	Sentence int    // its index in the article; 0 is the headline
	Ordinal  int    // among the article's statements with the same wording, from 0
	Quote    string // the sentence, white space folded
	When     news.Interval
	Rule     string // how it got its date
	Status   news.Status
	Topic    string   // key
	Second   string   // the topic that it might as well be; Topic when there is none
	Actors   []string // keys, in the order of the sentence
	Parents  []string // organisations that the actors belong to, without the actors themselves
	Amounts  []news.Amount
	Payer    string  // the actor whose sum the first of Amounts is
	Score    float64 // how firmly the sentence tells its topic, 0 to about MaxScore; scaled down in articles that barely match the story
	Act      string  // what was done, a key of language.AllActs; "" unknown
	By       string  // the actor who did it; "" unknown
	Whom     string  // and to whom; "" unknown
	People   bool    // people of an actor did it, "TikTok users", and not an actor
	Claims   []Claim
	Credit   string // actor key of the medium it credits
	Cues     Cues   // status cues of its clause
	Move     Move
	Moved    bool    // its sentence speaks of moving a date
	Block    uint64  // hash of the paragraph, when that names no key term; else 0
	Fit      float64 // how well it speaks for what it tells; see fitness
	Alone    bool    // the quote can be understood by itself

	Likelihood float64 // that it states an event of the story, 0 to 1
}

// MaxScore is the topic score of a sentence that tells nothing else.
const MaxScore = 6

// maxSpan is the length, in days, above which a time dates no event.
const maxSpan = 366

// ShortDays is the length, in days, up to which a time counts as a day.
const ShortDays = 3

// Read reads the dated statements out of an article, in text order.
func Read(story news.Story, a Article) []Statement {
	var out []Statement
	for _, k := range Candidates(story, a) {
		if k.Kept {
			out = append(out, k.Statement)
		}
	}
	number(out)
	return out
}

// Candidates reads the sentences of an article that have a time, or might take
// one from what stands around them, in text order: the statements, which are
// kept, and those that are not, with the reason.
func Candidates(story news.Story, a Article) []Candidate {
	r := newReading(story, a)
	c := newCursor()
	var out []Candidate
	for i, s := range a.Sentences {
		c.from = r.sourceOf(s)
		out = append(out, r.sentence(i, c)...)
	}
	return out
}

// number gives statements with identical wording consecutive ordinals: those of
// one sentence, and those of a sentence that comes again.
func number(statements []Statement) {
	told := make(map[string]int, len(statements))
	for i := range statements {
		s := &statements[i]
		s.Ordinal = told[s.Quote]
		told[s.Quote]++
	}
}

// mostDates is how many one sentence may tell: what dates more is a table.
const mostDates = 32

// sentence reads the candidates of the i-th sentence and moves the cursor past
// it.
func (r *reading) sentence(i int, c *cursor) []Candidate {
	s := r.article.Sentences[i]
	text := r.text(s)
	dates, refused := r.dates(i, c)
	c.dated(i, dates)
	var out []Candidate
	for _, d := range refused {
		out = append(out, Candidate{Statement: r.undescribed(s, text, d, c), Barred: true, Why: d.refused})
	}
	for _, d := range dates {
		k := r.statement(i, text, d, c)
		if !d.act {
			k.Block = r.blocks[s.Paragraph]
		}
		out = append(out, k)
		if k.Kept {
			c.stated(i, s, d, k.Status, r.turnsBack(i, d))
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

// statement reads what the sentence says of one date, and whether that is an event
// of the story.
func (r *reading) statement(i int, text string, d date, c *cursor) Candidate {
	s := r.article.Sentences[i]
	st := r.undescribed(s, text, d, c)
	topicOf := i
	if d.act {
		topicOf = r.act
	}
	var own float64
	st.Topic, st.Second, own = r.topic(topicOf, d)
	clause := r.words.clauseAround(text, d.start-s.Start, d.end-s.Start)
	clause.Start += s.Start
	clause.End += s.Start
	all := cuesIn(r.mentions[s.Index], s.Span)
	st.Score, st.Actors, st.Claims = own*min(1, r.bond/fullBond), r.actorsFor(i, d), r.claims(s.Index, text, s.Start)
	st.Cues, st.Moved = cuesIn(r.mentions[s.Index], clause), all.Has(mention.CueMoved)
	st.Act, st.By, st.Whom, st.People = r.deed(i, d, clause, st.Topic)
	st.Amounts, st.Payer, st.Credit = r.sums(s, text)
	st.Status = r.status(i, d, clauseCues{st.Cues, all, st.Credit != ""}, c.from.Day)

	read := r.candidate(i, text, d, &st, clause, all, own)
	v := read.vector()
	st.Likelihood = Likelihood(v, weights())
	k := Candidate{Statement: st, Features: v, Why: r.bar(read)}
	switch {
	case k.Why != "":
		k.Barred = true
	case d.act, st.Likelihood >= KeepFrom:
		k.Kept = true
		k.Parents = r.parentsFor(s, k.Statement)
		k.Fit, k.Alone = k.fitness(r.words), r.words.standsAlone(k.Quote)
	default:
		k.Why = reason(v, weights())
	}
	return k
}

// undescribed is a statement of which no more is known than its sentence and its date.
func (r *reading) undescribed(s news.Sentence, text string, d date, c *cursor) Statement {
	return Statement{Source: c.from, Sentence: s.Index, Quote: strings.Join(strings.Fields(text), " "), When: d.when, Rule: d.rule, Move: d.move}
}

// actorsFor lists the actors of what the i-th sentence says of a date: those it
// names, else those it inherits.
func (r *reading) actorsFor(i int, d date) []string {
	switch {
	case d.act:
		return r.actsOn(r.actors[i])
	case len(r.actors[i]) == 0:
		return r.inheritedActors(i)
	}
	return r.actors[i]
}

// parentsFor lists whom the actors of a statement belong to; a deadline binds
// those that the headline names as well.
func (r *reading) parentsFor(s news.Sentence, st Statement) []string {
	parents := ParentsOf(r.story.Actors, st.Actors)
	if s.Index == 0 || st.Status != news.Deadline {
		return parents
	}
	for _, a := range r.actors[0] {
		if !slices.Contains(st.Actors, a) && !slices.Contains(parents, a) {
			parents = append(parents, a)
		}
	}
	return parents
}

// sums lists the sums of money of a sentence and whose the first is; credit is
// the medium that the sentence names as its own source.
func (r *reading) sums(s news.Sentence, text string) (amounts []news.Amount, payer, credit string) {
	for _, m := range r.mentions[s.Index] {
		switch m.Kind {
		case news.AttributionMention:
			credit = m.Key
		case news.AmountMention:
			a, ok := mention.ParseKey(m.Key)
			if !ok {
				continue
			}
			a.Text = text[m.Start-s.Start : m.End-s.Start]
			if len(amounts) == 0 {
				payer = r.nearest(s.Index, m.Span, text, s.Start)
			}
			amounts = append(amounts, a)
		}
	}
	return amounts, payer, credit
}

// isQuestionOrURL reports whether text is a question or a bare URL; neither
// states anything.
func isQuestionOrURL(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasSuffix(text, "?") || strings.HasSuffix(text, "？") || strings.HasPrefix(text, "http")
}
