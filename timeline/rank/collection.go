package rank

import (
	"slices"
	"strings"
	"time"
	"unicode"

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
	index int32   // in its article; the headline is 0
	words int32   // two Han characters are one
	days  []int32 // that it names, each once, in order
	terms vector
	leans bool    // it begins with a word that needs what stood before
	about float32 // 0 to 1: how much it is about the story; see period.relate
}

// Days count from 1970.
const (
	daySeconds = 24 * 60 * 60
	unknownDay = -1 << 31
)

func dayOf(t time.Time) int32 {
	if t.IsZero() {
		return unknownDay
	}
	return int32(t.Unix() / daySeconds)
}

func timeOf(d int32) time.Time { return time.Unix(int64(d)*daySeconds, 0).UTC() }

// What is kept of an article.
const (
	leadSentences = 10
	maxSentence   = 1000 // bytes: what is longer is a list or a table
	maxKept       = 2000 // sentences
)

// Add takes in an article with its sentences and time expressions, as
// timeline.Annotate gives them. An article of unknown date counts by the days
// it names.
func (c *Collection) Add(a news.Article, sentences []news.Sentence, times []news.TimeExpression) {
	lang, _, _ := strings.Cut(strings.ToLower(a.Language), "-")
	d := document{id: a.URL, published: dayOf(a.Published.Day()), group: int32(len(c.documents))}
	c.group(&d, a.Text)
	for _, s := range sentences {
		n := 0
		for n < len(times) && times[n].Sentence == s.Index {
			n++
		}
		text := a.Text
		if s.Index == 0 {
			text = a.Title
		}
		if k, ok := c.keep(text[s.Start:s.End], lang, s.Index, daysOf(text, times[:n]), d.group); ok && len(d.sentences) < maxKept {
			d.sentences = append(d.sentences, k)
		}
		times = times[n:]
	}
	c.documents = append(c.documents, d)
}

// keep reads a sentence; ok is false when nothing of it but the counts of its
// words is needed.
func (c *Collection) keep(text, lang string, index int, days []int32, group int32) (s sentence, ok bool) {
	numbers := c.vocabulary.read(text, lang)
	c.vocabulary.countNames(group)
	if len(text) > maxSentence || len(days) == 0 && index > leadSentences {
		return s, false
	}
	return sentence{text: strings.Clone(text), index: int32(index), words: c.vocabulary.words, days: days, terms: newVector(numbers), leans: leans(text, lang)}, true
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

// daysOf lists the days among the expressions of a sentence, each once. Months
// are left out: spread over their days they made the choice no better.
func daysOf(text string, times []news.TimeExpression) []int32 {
	var out []int32
	for _, e := range times {
		if e.Type != news.Date && e.Type != news.Time || !e.When.Known() || e.When.Days() != 1 || inAddress(text, e.Span) {
			continue
		}
		if d := dayOf(e.When.From); !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	return out
}

// inAddress tells whether a date is part of a link or a path, as in
// news.example/20/05/04/dam: there it tells when something was filed.
func inAddress(text string, s news.Span) bool {
	from := strings.LastIndexFunc(text[:s.Start], unicode.IsSpace) + 1
	to := strings.IndexFunc(text[s.End:], unicode.IsSpace)
	if to < 0 {
		to = len(text) - s.End
	}
	around := text[from:s.Start] + text[s.End:s.End+to]
	return strings.Contains(around, "/") || strings.Contains(around, "@")
}
