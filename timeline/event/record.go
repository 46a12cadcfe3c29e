package event

import (
	"hash/fnv"
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// A record is a statement as it is kept until all of a story are read: numbers
// for what many have in common and no pointer, so that the garbage collector
// passes by a million of them.
type record struct {
	own, fit float64 // Statement.own; its fitness

	source, when, cast, said, sums uint32 // numbers in the book
	home                           uint32 // the bundle it was placed in, from 1; 0 none
	sentence                       uint32
	ordinal                        uint16

	base, status, topic, second, rule, credit, by uint16 // names in the book

	cues  cueSet
	move  move
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
	claims  []claim
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
func (b *book) keep(statements []Statement) error {
	first, article := uint32(b.records.len()), len(b.origins)
	for i := range statements {
		at := slices.Index(b.origins[article:], statements[i].source)
		if at < 0 {
			at = len(b.origins) - article
			b.keepOrigin(statements[i].source)
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

func (b *book) keepOrigin(o *origin) {
	b.origins = append(b.origins, o)
	o.publisher, o.agency, o.language, o.base = b.once(o.publisher), b.once(o.agency), b.once(o.language), b.once(o.base)
	text, known := b.groups[o.group]
	if !known {
		text = b.texts
		b.texts++
	}
	if o.group != 0 {
		b.groups[o.group] = text
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

func (b *book) keepStatement(s *Statement, source uint32) error {
	said, err := b.keepQuote(s.quote)
	if err != nil {
		return err
	}
	record := b.records.add(record{
		own: s.own, fit: s.fitness(), source: source, sentence: uint32(s.sentence), ordinal: uint16(s.ordinal), said: said,
		when: b.whens.number(s.when, func() span { return span{s.when, daysOf(s.when)} }),
		cast: b.casts.number(castKey(s.actors, s.kin), func() cast { return cast{actors: s.actors, kin: s.kin} }),
		sums: b.keepSums(s),
		base: b.name(s.source.base), status: b.name(string(s.status)), topic: b.name(s.topic), second: b.name(s.second), rule: b.name(s.rule), credit: b.name(s.credit), by: b.name(s.by),
		cues: s.cues, move: s.move, moved: s.moved, alone: standsAlone(s.quote, s.source.language), like: asFounder,
	})
	if s.block != 0 {
		b.blocks = append(b.blocks, block{s.block, record})
	}
	return nil
}

func (b *book) keepQuote(quote string) (number uint32, err error) {
	number = b.said.number(quoteHash(quote), func() wording {
		w := wording{bytes: uint32(len(quote))}
		v := vectorOf(quote)
		w.words, w.count = b.words.keep(v), uint32(len(v))
		w.quote, err = b.quotes.put(quote)
		return w
	})
	return number, err
}

// quoteHash stands for a quote: of a million the odds are one in 37 million that
// any two share theirs.
func quoteHash(quote string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(quote)) // never fails
	return h.Sum64()
}

// keepSums keeps what a statement says of money and shares, without the text of
// the article around it.
func (b *book) keepSums(s *Statement) uint32 {
	if len(s.amounts)+len(s.claims) == 0 {
		return 0
	}
	for i := range s.amounts {
		s.amounts[i].Text = strings.Clone(s.amounts[i].Text)
	}
	for i := range s.claims {
		s.claims[i].text = strings.Clone(s.claims[i].text)
	}
	return b.sums.add(sums{s.amounts, s.payer, s.claims})
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

// statement unpacks a record into s; its quote stays on the shelf.
func (b *book) statement(i uint32, s *Statement) {
	r := b.records.at(i)
	cast, sums := b.casts.at(r.cast), b.sums.at(r.sums)
	*s = Statement{
		record: i, source: b.origins[r.source], sentence: int(r.sentence), ordinal: int(r.ordinal), when: b.whens.at(r.when).Interval,
		rule: *b.names.at(uint32(r.rule)), status: news.Status(*b.names.at(uint32(r.status))), topic: *b.names.at(uint32(r.topic)), second: *b.names.at(uint32(r.second)),
		credit: *b.names.at(uint32(r.credit)), by: *b.names.at(uint32(r.by)), actors: cast.actors, kin: cast.kin,
		amounts: sums.amounts, payer: sums.payer, claims: sums.claims, own: r.own, cues: r.cues, move: r.move, moved: r.moved,
		fit: r.fit, said: b.said.at(r.said),
	}
}
