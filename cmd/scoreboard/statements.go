package main

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// A goldStatement is a dated statement labelled by reading; Start and End are
// offsets of characters in the document's text.
type goldStatement struct {
	Doc           string
	Start, End    int
	Date          string
	Status, Topic string
	Actors        []string
	Event         string
	Explicit      bool
}

// A goldRead says which parts of a document were read for the labels.
type goldRead struct {
	Doc   string
	Spans [][2]int
}

// A placed piece of evidence of an event: where its quote stands in a document.
type placed struct {
	event      int
	doc        string
	start, end int
	good       bool
}

// figures are the measures of one story's timeline.
type figures struct {
	explicit, all, precision, status, topic, actor, bCubed, copies, first float64
	spansAreLabels                                                        bool // precision and first are not known
}

// measure holds a timeline against the labels; events come in the order of their
// scores.
func (l *labelled) measure(events []export.Event) (*figures, error) {
	rows := placeEvidence(l.docs, l.read, events)
	hits := make([][]int, len(l.gold)) // rows that tell each statement
	for i, g := range l.gold {
		for j, r := range rows {
			if r.doc != g.Doc || r.start >= g.End || r.end <= g.Start {
				continue
			}
			fits, err := g.fits(events[r.event])
			if err != nil {
				return nil, fmt.Errorf("%s: statement of %s: %w", l.dir, g.Doc, err)
			}
			if fits {
				hits[i] = append(hits[i], j)
				rows[j].good = true
			}
		}
	}
	f := measured(l.gold, rows, hits, events)
	f.spansAreLabels = l.spansAreLabels()
	return f, nil
}

// fits reports whether an event has the time of the statement.
func (g goldStatement) fits(e export.Event) (bool, error) {
	first, last, limit, err := g.span()
	return err == nil && near(e, first, last, limit), err
}

// dated reports whether an interval is the time of the statement, by the same
// measure.
func (g goldStatement) dated(when news.Interval) bool {
	first, last, limit, err := g.span()
	return err == nil && near(export.Event{From: when.From.Format(time.DateOnly), To: when.To.Format(time.DateOnly)}, first, last, limit)
}

// span is the first and last day of the statement, and how many days the time of
// what tells it may span.
func (g goldStatement) span() (first, last time.Time, limit int, err error) {
	first, last, err = goldSpan(g.Date, "")
	limit = 31
	switch {
	case first.Equal(last):
		limit = 2
	case len(g.Date) == len("2006"):
		limit = 366
	}
	return first, last, limit, err
}

// placeEvidence finds the quotes in the parts of documents that were read.
func placeEvidence(docs []storyDoc, read []goldRead, events []export.Event) []placed {
	text, byURL, spans := map[string]string{}, map[string]string{}, map[string][][2]int{}
	for _, d := range docs {
		text[d.ID] = d.Text
		if d.URL != "" {
			byURL[d.URL] = d.ID
		}
	}
	for _, r := range read {
		spans[r.Doc] = r.Spans
	}
	var out []placed
	for i, e := range events {
		for _, v := range e.Evidence {
			doc := v.Article
			if _, ok := text[doc]; !ok {
				doc = byURL[v.URL]
			}
			start, end, ok := findQuote(text[doc], v.Quote)
			if !ok || !slices.ContainsFunc(spans[doc], func(s [2]int) bool { return s[0] < end && s[1] > start }) {
				continue
			}
			out = append(out, placed{event: i, doc: doc, start: start, end: end})
		}
	}
	return out
}

// findQuote returns where a quote stands in a text, in characters, white space folded.
func findQuote(text, quote string) (start, end int, ok bool) {
	words := strings.Fields(strings.ReplaceAll(quote, "…", " "))
	if len(words) == 0 {
		return 0, 0, false
	}
	for i, w := range words {
		words[i] = regexp.QuoteMeta(w)
	}
	m := regexp.MustCompile(strings.Join(words, `[\s\p{Z}]*`)).FindStringIndex(text)
	if m == nil {
		return 0, 0, false
	}
	return len([]rune(text[:m[0]])), len([]rune(text[:m[1]])), true
}

// topShown is how many of the best events are asked whether they tell a labelled
// statement.
const topShown = 40

func measured(gold []goldStatement, rows []placed, hits [][]int, events []export.Event) *figures {
	var found, explicit, good, seen float64
	var f figures
	shown, happenings := map[int]bool{}, map[string]bool{}
	for i, g := range gold {
		if g.Explicit {
			explicit++
		}
		if len(hits[i]) == 0 {
			continue
		}
		found++
		if g.Explicit {
			f.explicit++
		}
		happenings[g.Event] = true
		for _, j := range hits[i] {
			shown[rows[j].event] = true
		}
		agree := func(f func(export.Event) bool) float64 {
			if slices.ContainsFunc(hits[i], func(j int) bool { return f(events[rows[j].event]) }) {
				return 1
			}
			return 0
		}
		f.status += agree(func(e export.Event) bool { return string(e.Status) == g.Status })
		f.topic += agree(func(e export.Event) bool { return e.Topic == g.Topic })
		f.actor += agree(func(e export.Event) bool {
			return len(g.Actors) == 0 || slices.ContainsFunc(g.Actors, func(a string) bool { return slices.Contains(e.Actors, a) })
		})
	}
	last := -1 // of the events, which come by rank
	for _, r := range rows {
		if r.good {
			good++
		}
		if r.event != last && seen < topShown {
			last = r.event
			seen++
			if shown[r.event] {
				f.first++
			}
		}
	}
	share := func(a, b float64) float64 { return a / max(b, 1) }
	f.explicit, f.all = share(f.explicit, explicit), share(found, float64(len(gold)))
	f.precision, f.first = share(good, float64(len(rows))), share(f.first, seen)
	f.status, f.topic, f.actor = share(f.status, found), share(f.topic, found), share(f.actor, found)
	f.bCubed, f.copies = bCubed(gold, rows, hits), share(float64(len(shown)), float64(len(happenings)))
	return &f
}

// rows lists the figures of a story.
func (f *figures) rows(corpus, note string) []row {
	out := []row{
		{Measure: "recall, time words of their own", Value: f.explicit, Note: note},
		{Measure: "recall, all", Value: f.all},
		{Measure: "precision of evidence", Value: f.precision},
		{Measure: "status", Value: f.status},
		{Measure: "topic", Value: f.topic},
		{Measure: "actor", Value: f.actor},
		{Measure: "merging, B-cubed", Value: f.bCubed, Unit: "F1"},
		{Measure: "copies", Value: f.copies, Unit: "events for one"},
		{Measure: "told, of the first 40", Value: f.first},
	}
	if f.spansAreLabels {
		out = slices.DeleteFunc(out, func(r row) bool { return r.Measure == "precision of evidence" || r.Measure == "told, of the first 40" })
	}
	for i := range out {
		out[i].Board, out[i].Corpus, out[i].Unit = "story", corpus, cmp.Or(out[i].Unit, "share")
	}
	return out
}

// meanOf lists the means over the stories with enough labels, each counting once.
func meanOf(all []*figures, stories []*labelled) (out []row) {
	sum, n := map[string]float64{}, map[string]float64{}
	for i, f := range all {
		if len(stories[i].gold) < enoughLabels {
			continue
		}
		for _, r := range f.rows("", "") {
			sum[r.Measure] += r.Value
			n[r.Measure]++
		}
	}
	for _, r := range (&figures{}).rows("mean", "") {
		if n[r.Measure] > 0 {
			r.Value = sum[r.Measure] / n[r.Measure]
			r.Note = fmt.Sprintf("of %.0f stories", n[r.Measure])
			out = append(out, r)
		}
	}
	return out
}

// bCubed is the B-cubed F1 of the merging (Bagga and Baldwin, 1998) over the
// statements found.
func bCubed(gold []goldStatement, rows []placed, hits [][]int) float64 {
	ours := map[int]int{} // statement -> event
	for i := range gold {
		if len(hits[i]) > 0 {
			ours[i] = rows[hits[i][0]].event
		}
	}
	var p, r float64
	for i, e := range ours {
		var sameOurs, sameGold, both float64
		for j, f := range ours {
			if f == e {
				sameOurs++
			}
			if gold[j].Event == gold[i].Event {
				sameGold++
				if f == e {
					both++
				}
			}
		}
		p += both / sameOurs
		r += both / sameGold
	}
	if p+r == 0 {
		return 0
	}
	n := float64(len(ours))
	p, r = p/n, r/n
	return 2 * p * r / (p + r)
}
