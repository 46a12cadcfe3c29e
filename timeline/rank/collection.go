package rank

import (
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/neardup"
)

// A Collection holds what ranking needs of the articles of one story: their
// days, and the sentences that name a day or stand near the top.
type Collection struct {
	vocabulary *vocabulary
	documents  []document
	bands      map[int64][]int32 // first documents of their groups, by band
	signatures []neardup.Signature
}

// NewCollection returns an empty collection.
func NewCollection() *Collection {
	return &Collection{vocabulary: newVocabulary(), bands: map[int64][]int32{}}
}

// A document is what is kept of an article.
type document struct {
	id        string
	published int32   // unknownDay when not known
	group     int32   // the first of its near-duplicates
	about     float64 // 0 to 1, the mean of its sentences
	sentences []sentence
}

// A sentence is one that may be quoted, or that names a day.
type sentence struct {
	text  string
	index int32 // in its article; the headline is 0
	words int32
	dates []date
	terms vector
	about float32 // 0 to 1: how much it is about the story; see period.relate
}

// A date is a day or month that a sentence names.
type date struct {
	first, days int32
	explicit    bool // says the day itself, not "on Tuesday"
}

// Days count from 1970.
const (
	day        = 24 * time.Hour
	unknownDay = -1 << 31
)

func dayOf(t time.Time) int32 {
	if t.IsZero() {
		return unknownDay
	}
	return int32(t.Unix() / int64(day/time.Second))
}

func timeOf(d int32) time.Time { return time.Unix(int64(d)*int64(day/time.Second), 0).UTC() }

// What is kept of an article.
const (
	leadSentences = 10
	longestMonth  = 31
	maxSentence   = 1000 // bytes: what is longer is a list or a table
	maxKept       = 2000 // sentences
)

// Add takes in an article with its sentences and time expressions.
func (c *Collection) Add(a news.Article, sentences []news.Sentence, times []news.TimeExpression) {
	lang, _, _ := strings.Cut(strings.ToLower(a.Language), "-")
	d := document{id: a.URL, published: dayOf(a.Published.Day()), group: int32(len(c.documents))}
	for _, s := range sentences {
		from := a.Text
		if s.Index == 0 {
			from = a.Title
		}
		n := 0
		for n < len(times) && times[n].Sentence == s.Index {
			n++
		}
		text := from[s.Start:s.End]
		numbers := c.vocabulary.read(text, lang)
		c.vocabulary.countNames(d.group)
		dates := datesOf(times[:n])
		times = times[n:]
		if len(text) > maxSentence || len(d.sentences) >= maxKept || len(dates) == 0 && s.Index > leadSentences {
			continue
		}
		d.sentences = append(d.sentences, sentence{text: strings.Clone(text), index: int32(s.Index), words: c.vocabulary.words, dates: dates, terms: newVector(numbers)})
	}
	c.group(&d, a.Text)
	c.documents = append(c.documents, d)
}

// group finds an earlier near-duplicate of the document that is to be added.
func (c *Collection) group(d *document, text string) {
	s, ok := neardup.Sign(text)
	c.signatures = append(c.signatures, s)
	if !ok {
		return
	}
	bands := s.Bands()
	for _, b := range bands {
		for _, o := range c.bands[b] {
			if neardup.Likeness(s, c.signatures[o]) >= neardup.Same {
				d.group = o
				return
			}
		}
	}
	for _, b := range bands {
		c.bands[b] = append(c.bands[b], d.group)
	}
}

// datesOf keeps the days and months among the expressions of a sentence, each
// once, in order.
func datesOf(times []news.TimeExpression) []date {
	var out []date
	for _, e := range times {
		if e.Type != news.Date && e.Type != news.Time || !e.When.Known() {
			continue
		}
		d := date{dayOf(e.When.From), int32(e.When.Days()), e.Anchor == "explicit"}
		if d.days < 1 || d.days > longestMonth {
			continue
		}
		if !slices.ContainsFunc(out, func(o date) bool { return o.first == d.first && o.days == d.days }) {
			out = append(out, d)
		}
	}
	return out
}
