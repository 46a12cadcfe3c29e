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
	ranked := p.rank()
	wanted := o.Dates
	if wanted == 0 {
		wanted = level(ranked)
	}
	var out []Entry
	for _, r := range ranked {
		if len(out) == wanted {
			break
		}
		if quotes := p.quotes(r.day, max(o.Sentences, 1)); len(quotes) > 0 {
			out = append(out, Entry{timeOf(r.day), r.score, quotes})
		}
	}
	slices.SortFunc(out, func(a, b Entry) int { return a.Day.Compare(b.Day) })
	return out
}

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
		d := &c.documents[i]
		if o.Published.Known() && d.published != unknownDay && (d.published < dayOf(o.Published.From) || d.published >= dayOf(o.Published.To)) {
			continue
		}
		if seen[d.group] {
			continue
		}
		seen[d.group] = true
		p.documents = append(p.documents, d)
		p.published[d.published] = append(p.published[d.published], d)
		for j := range d.sentences {
			if s := &d.sentences[j]; s.index > 0 {
				if first, ok := s.day(); ok && p.within(first) {
					p.dated[first] = append(p.dated[first], &candidate{sentence: s, document: d})
				}
			}
		}
	}
	return p
}

func (p *period) within(d int32) bool { return d >= p.from && d < p.to }

// day is the first day that the sentence names.
func (s *sentence) day() (int32, bool) {
	for _, d := range s.dates {
		if d.days == 1 {
			return d.first, true
		}
	}
	return 0, false
}

// A scored day.
type scored struct {
	day   int32
	score float64
}

// order puts days in order of score, equal ones in order of time.
func order(days []scored) {
	slices.SortFunc(days, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.day, b.day))
	})
}

// level is how many of the ranked days lie before the scores level off: where
// the curve is farthest below the line between its ends.
func level(ranked []scored) int {
	scores := make([]float64, len(ranked))
	for i, r := range ranked {
		scores[i] = r.score
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
