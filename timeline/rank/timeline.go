package rank

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// Options say what timeline is wanted.
type Options struct {
	Keywords  []string      // words of the story, in any case, beside the names that the articles share
	Days      news.Interval // entries lie within; zero: no bounds
	Published news.Interval // only articles of these days count; zero: all
	Dates     int           // entries wanted; 0: chosen by the curve of the scores
	Sentences int           // per entry; 0 is 1
}

// An Entry is a day and the sentences that tell it.
type Entry struct {
	Day    time.Time // midnight UTC
	Score  float64
	Quotes []Quote // best first
}

// A Quote is a sentence and where it stands.
type Quote struct {
	Text    string
	Article string // its URL
	Index   int    // news.Sentence.Index
}

// Timeline chooses the days that matter most and the sentences that tell them,
// in order of day. Days of which nothing can be quoted are passed over.
func (c *Collection) Timeline(o Options) []Entry {
	p := c.prepare(o)
	days := p.rank()
	wanted := o.Dates
	if wanted == 0 {
		wanted = Level(days)
	}
	var out []Entry
	for _, d := range days {
		if len(out) == wanted {
			break
		}
		if quotes := p.quotes(dayOf(d.Day), max(o.Sentences, 1)); len(quotes) > 0 {
			out = append(out, Entry{d.Day, d.Score, quotes})
		}
	}
	slices.SortFunc(out, func(a, b Entry) int { return a.Day.Compare(b.Day) })
	return out
}

// A Day is one that some article names or was published on.
type Day struct {
	Day       time.Time // midnight UTC
	Score     float64   // 0 or more; comparable within one collection
	Documents int       // that name it; near-duplicates count once
	Published int       // on it; near-duplicates count once
}

// Days ranks every day within o, best first. What Options say of entries and
// sentences is left aside.
func (c *Collection) Days(o Options) []Day { return c.prepare(o).rank() }

// A period is the part of a collection that one timeline is made of.
type period struct {
	*Collection
	keywords  []string
	from, to  int32                  // days, half-open
	documents []*document            // one of each group of near-duplicates
	dated     map[int32][]*candidate // by the first day they name
	published map[int32][]*document
	told      map[int32][]*candidate // what was chosen so far
	sums      *dense
}

// A candidate is a sentence that may be quoted, with its weights.
type candidate struct {
	*sentence
	document *document
	weights  vector
	fitness  float64
}

func (c *Collection) prepare(o Options) *period {
	p := &period{Collection: c, from: unknownDay, to: 1<<31 - 1, dated: map[int32][]*candidate{}, published: map[int32][]*document{},
		told: map[int32][]*candidate{}, sums: newDense(len(c.vocabulary.in))}
	for _, k := range o.Keywords {
		p.keywords = append(p.keywords, strings.ToLower(k))
	}
	if o.Days.Known() {
		p.from, p.to = dayOf(o.Days.From), dayOf(o.Days.To)
	}
	p.relate()
	seen := map[int32]bool{}
	for i := range c.documents {
		if d := &c.documents[i]; d.within(o.Published) && !seen[d.group] {
			seen[d.group] = true
			p.add(d)
		}
	}
	return p
}

// within tells whether a document was published in an interval; of unknown day
// it may have been.
func (d *document) within(i news.Interval) bool {
	return !i.Known() || d.published == unknownDay || d.published >= dayOf(i.From) && d.published < dayOf(i.To)
}

func (p *period) add(d *document) {
	p.documents = append(p.documents, d)
	p.published[d.published] = append(p.published[d.published], d)
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.index > 0 && len(s.days) > 0 && p.within(s.days[0]) {
			p.dated[s.days[0]] = append(p.dated[s.days[0]], &candidate{sentence: s, document: d})
		}
	}
}

func (p *period) within(d int32) bool { return d >= p.from && d < p.to }

// order puts days in order of score, equal ones in order of time.
func order(days []Day) {
	slices.SortFunc(days, func(a, b Day) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), a.Day.Compare(b.Day))
	})
}

// Level is how many of the days of Days matter: those before the scores level
// off, where their curve is farthest below the line between its ends.
func Level(days []Day) int {
	scores := make([]float64, len(days))
	for i, d := range days {
		scores[i] = d.Score
	}
	return knee(scores)
}

// knee finds where a falling curve is farthest from its chord.
func knee(y []float64) int {
	n := len(y)
	if n < 3 {
		return n
	}
	best, farthest := n, 0.0
	for i := range y {
		chord := y[0] + (y[n-1]-y[0])*float64(i)/float64(n-1)
		if d := chord - y[i]; d > farthest {
			best, farthest = i, d
		}
	}
	return best
}
