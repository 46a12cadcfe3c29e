// Package event merges dated statements into events.
//
// In: the statements of the articles of a story. Out: events with their
// evidence, in a fixed order, and the identities minted for them. No I/O, no
// clock; the result does not depend on the order of the articles.
//
// Statements of one event agree in topic, in the actors that tell events apart
// (rare names weigh more, as in TF-IDF), in their days, and, within a language,
// in their words.
package event

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/statement"
)

// A Builder takes in the statements of a story, article by article, and merges
// them into its events.
type Builder struct {
	story news.Story
	book  *book
}

// NewBuilder makes a Builder that keeps quotes on a shelf; nil keeps them in
// memory.
func NewBuilder(story news.Story, shelf Shelf) *Builder {
	if shelf == nil {
		shelf = &memory{}
	}
	return &Builder{story, newBook(shelf)}
}

// Add takes in the statements of an article, all at once. It fails when the shelf
// does.
func (b *Builder) Add(article []statement.Statement) error { return b.book.keep(article) }

// Events merges what was added into the events of the story, in order of date,
// and gives every event its identity: one that was minted before when the
// sentence that founded it still tells it, else a new one. It returns the
// identities that are new or changed as well. The order in which the articles
// were added does not matter; none can be added behind it. An event gets its
// evidence as it is ranged over, from the shelf; an error of the shelf ends the
// sequence. It fails when the context is over before the events are known.
func (b *Builder) Events(ctx context.Context, minted []news.EventID) (iter.Seq2[news.Event, error], []news.EventID, error) {
	if err := b.book.quotes.flush(); err != nil {
		return nil, nil, err
	}
	bundles, err := merge(ctx, b.book)
	if err != nil {
		return nil, nil, err
	}
	t := &teller{book: b.book, story: b.story, bundles: bundles}
	ids, err := t.tell(minted)
	return t.all, ids, err
}

// A teller makes events of bundles; the i-th event is that of the i-th bundle.
type teller struct {
	*book
	story   news.Story
	bundles []*bundle
	events  []news.Event
	room    []member // for the cluster that is open
}

// A telling is what is known of a bundle once its event is told.
type telling struct {
	best   []uint32       // records of the members, those that tell the event best first
	first  uint32         // record of the one told first
	cues   statement.Cues // of all members
	shares bool           // some give shares of a company
}

func (t *teller) tell(minted []news.EventID) ([]news.EventID, error) {
	for _, b := range t.bundles {
		c := t.open(b)
		e := c.event(t.story)
		t.events = append(t.events, e)
		b.telling = telling{best: c.ranked(e.When), first: c.first().record}
		for _, s := range c.members {
			b.cues |= s.Cues
			b.shares = b.shares || len(s.Claims) > 0
		}
	}
	ids, err := t.identify(minted)
	if err != nil {
		return nil, err
	}
	if err := t.wordApart(); err != nil {
		return nil, err
	}
	if err := t.linkTerms(); err != nil {
		return nil, err
	}
	t.findConflicts()
	t.findClaims()
	return ids, nil
}

// open unpacks a bundle; the cluster holds until the next is opened.
func (t *teller) open(b *bundle) *cluster {
	t.room = slices.Grow(t.room[:0], len(b.members))[:len(b.members)]
	c := &cluster{members: make([]*member, len(b.members)), term: b.term, words: &t.words}
	for n, i := range b.members {
		c.members[n] = &t.room[n]
		t.unpack(i, c.members[n])
	}
	c.origins = voices(c.members)
	return c
}

// all yields the events in order of date, with their evidence and why their
// statements were merged.
func (t *teller) all(yield func(news.Event, error) bool) {
	order := make([]int, len(t.events))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &t.events[i], &t.events[j]
		return cmp.Or(a.When.From.Compare(b.When.From), a.When.To.Compare(b.When.To), cmp.Compare(a.Headline, b.Headline), cmp.Compare(a.ID, b.ID))
	})
	for _, i := range order {
		e, err := t.events[i], error(nil)
		e.Why = t.why(t.bundles[i])
		e.Evidence, err = t.evidence(t.bundles[i])
		if !yield(e, err) || err != nil {
			return
		}
	}
}

// evidence lists what tells an event, the best first.
func (t *teller) evidence(b *bundle) ([]news.Evidence, error) {
	out := make([]news.Evidence, len(b.best))
	var s member
	for n, i := range b.best {
		t.unpack(i, &s)
		quote, err := t.quotes.get(s.said)
		if err != nil {
			return nil, err
		}
		out[n] = news.Evidence{ArticleID: s.origin.ID, Quote: quote, Language: s.origin.Language, Publisher: s.origin.Publisher,
			URL: s.origin.Address, Article: s.origin.URL, Published: s.origin.Printed, PublishedAt: s.origin.Published,
			Sentence: s.Sentence, AttributedTo: s.Credit, Date: s.When.EDTF, Rule: s.Rule}
	}
	return out, nil
}
