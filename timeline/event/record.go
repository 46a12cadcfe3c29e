package event

import (
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/statement"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// A record is a statement as it is kept until all of a story are read: numbers
// for what many have in common and no pointer, so that the garbage collector
// passes by a million of them.
type record struct {
	own, fit float64 // Statement.Score and Fit

	source, when, cast, said, sums uint32 // numbers in the book
	home                           uint32 // the bundle it was placed in, from 1; 0 none
	sentence                       uint32
	ordinal                        uint16

	base, status, topic, second, rule, credit, by uint16 // names in the book

	cues  statement.Cues
	move  statement.Move
	moved bool
	alone bool  // its quote can stand alone
	like  uint8 // the spokesman of its bundle for which it was merged, or asFounder or asCopy
}

const (
	asFounder = 0xff // it was merged for none
	asCopy    = 0xfe // for a statement of a copy of its text
)

// A span is an interval that statements share.
type span struct {
	news.Interval
	days days
}

// days are numbered from 1970; half-open.
type days struct{ from, to int32 }

func daysOf(i news.Interval) days {
	const day = int64(24 * time.Hour / time.Second)
	return days{int32(i.From.Unix() / day), int32(i.To.Unix() / day)}
}

func (d days) length() int32 { return d.to - d.from }

func (d days) meet(o days) bool { return d.from < o.to && o.from < d.to }

// sums are the amounts and shares of a statement that names any.
type sums struct {
	amounts []news.Amount
	payer   string
	claims  []statement.Claim
}

// An origin is where statements come from, and where those of its article stand.
type origin struct {
	*statement.Source
	text       uint32 // number of its text, which copies share
	first, end uint32 // the records of its article, half-open
}

// A book keeps the statements of a story in little room. Those of an article
// follow one another.
type book struct {
	records slab[record]
	origins []*origin
	whens   table[news.Interval, span]
	casts   table[string, cast]
	said    table[uint64, wording] // by hash of the quote
	sums    slab[sums]             // the first is of those that name none
	names   table[string, string]
	words   vocabulary
	quotes  quotes
	blocks  []block // of the statements that may be furniture, until that is known

	strings map[string]string // of origins, each once
	groups  map[int64]uint32  // the text that stands for each group of copies
	texts   uint32            // how many there are
}

func newBook(shelf Shelf) *book {
	b := &book{quotes: quotes{shelf: shelf}, strings: map[string]string{}, groups: map[int64]uint32{}}
	b.sums.add(sums{})
	return b
}

// keep adds the statements of an article.
func (b *book) keep(statements []statement.Statement) error {
	first, article := uint32(b.records.len()), len(b.origins)
	var sources []*statement.Source
	for i := range statements {
		from := statements[i].Source
		at := slices.Index(sources, from)
		if at < 0 {
			at = len(sources)
			sources = append(sources, from)
			b.keepOrigin(from)
		}
		if err := b.keepStatement(&statements[i], uint32(article+at)); err != nil {
			return err
		}
	}
	for _, o := range b.origins[article:] {
		o.first, o.end = first, uint32(b.records.len())
	}
	return nil
}

func (b *book) keepOrigin(s *statement.Source) {
	o := &origin{Source: s}
	b.origins = append(b.origins, o)
	o.Publisher, o.Agency, o.Language, o.Base = b.once(o.Publisher), b.once(o.Agency), b.once(o.Language), b.once(o.Base)
	text, known := b.groups[o.Group]
	if !known {
		text = b.texts
		b.texts++
	}
	if o.Group != 0 {
		b.groups[o.Group] = text
	}
	o.text = text
}

// once returns the one copy that is kept of a string.
func (b *book) once(s string) string {
	if kept, ok := b.strings[s]; ok {
		return kept
	}
	s = strings.Clone(s)
	b.strings[s] = s
	return s
}

// name is the number of a string that is one of few: a key of the story, a rule,
// a status.
func (b *book) name(s string) uint16 {
	n := b.names.number(s, func() string { return s })
	if n > 0xffff {
		panic("event: more names than a story and its rules can have")
	}
	return uint16(n)
}

func (b *book) keepStatement(s *statement.Statement, source uint32) error {
	said, err := b.keepQuote(s.Quote)
	if err != nil {
		return err
	}
	record := b.records.add(record{
		own: s.Score, fit: s.Fit, source: source, sentence: uint32(s.Sentence), ordinal: uint16(s.Ordinal), said: said,
		when: b.whens.number(s.When, func() span { return span{s.When, daysOf(s.When)} }),
		cast: b.casts.number(castKey(s.Actors, s.Parents), func() cast { return cast{actors: s.Actors, kin: s.Parents} }),
		sums: b.keepSums(s),
		base: b.name(s.Source.Base), status: b.name(string(s.Status)), topic: b.name(s.Topic), second: b.name(s.Second),
		rule: b.name(s.Rule), credit: b.name(s.Credit), by: b.name(s.By),
		cues: s.Cues, move: s.Move, moved: s.Moved, alone: s.Alone, like: asFounder,
	})
	if s.Block != 0 {
		b.blocks = append(b.blocks, block{s.Block, record})
	}
	return nil
}

func (b *book) keepQuote(quote string) (number uint32, err error) {
	number = b.said.number(word.Hash(quote), func() wording {
		w := wording{bytes: uint32(len(quote))}
		v := vectorOf(quote)
		w.words, w.count = b.words.keep(v), uint32(len(v))
		w.quote, err = b.quotes.put(quote)
		return w
	})
	return number, err
}

// keepSums keeps what a statement says of money and shares, without the text of
// the article around it.
func (b *book) keepSums(s *statement.Statement) uint32 {
	if len(s.Amounts)+len(s.Claims) == 0 {
		return 0
	}
	for i := range s.Amounts {
		s.Amounts[i].Text = strings.Clone(s.Amounts[i].Text)
	}
	for i := range s.Claims {
		s.Claims[i].Text = strings.Clone(s.Claims[i].Text)
	}
	return b.sums.add(sums{s.Amounts, s.Payer, s.Claims})
}

// weigh weighs the words and actors of the statements that are left.
func (b *book) weigh(left []uint32) {
	said, casts := make([]int32, b.said.len()), make([]int32, b.casts.len())
	for _, i := range left {
		r := b.records.at(i)
		said[r.said]++
		casts[r.cast]++
	}
	b.words.weigh(&b.said.slab, said, len(left))
	weighCasts(&b.casts.slab, casts, len(left))
}

// A member is a statement as it is unpacked again from its record; its quote
// stays on the shelf.
type member struct {
	statement.Statement
	origin *origin
	record uint32
	said   *wording
}

// unpack fills m with the statement of a record.
func (b *book) unpack(i uint32, m *member) {
	r := b.records.at(i)
	cast, sums, from := b.casts.at(r.cast), b.sums.at(r.sums), b.origins[r.source]
	name := func(n uint16) string { return *b.names.at(uint32(n)) }
	*m = member{origin: from, record: i, said: b.said.at(r.said), Statement: statement.Statement{
		Source: from.Source, Sentence: int(r.sentence), Ordinal: int(r.ordinal), When: b.whens.at(r.when).Interval,
		Rule: name(r.rule), Status: news.Status(name(r.status)), Topic: name(r.topic), Second: name(r.second),
		Credit: name(r.credit), By: name(r.by), Actors: cast.actors, Parents: cast.kin,
		Amounts: sums.amounts, Payer: sums.payer, Claims: sums.claims, Score: r.own, Cues: r.cues, Move: r.move, Moved: r.moved,
		Fit: r.fit, Alone: r.alone,
	}}
}
