package timex

import (
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// wideBounds is how far apart the bounds of a publication may lie for a day or
// week that counts from it to be a stretch between both readings; beyond, "Friday"
// is a Friday of no week and stays unresolved.
const wideBounds = 7 * 24 * time.Hour

// hasBounds reports whether of a publication only bounds are known.
func hasBounds(d *news.DCT) bool {
	return !d.Known() && !d.Earliest.IsZero() && !d.Latest.IsZero() && !d.Latest.Before(d.Earliest)
}

// tagBetween tags an article of which only the bounds of publication are known:
// once as if published on each. What the two disagree on becomes the stretch from
// one to the other, or stays unresolved.
func tagBetween(title, text string, sentences []news.Sentence, opt Options) []news.TimeExpression {
	first, last, none := opt, opt, opt
	first.DCT.Time, last.DCT.Time = opt.DCT.Earliest, opt.DCT.Latest
	none.DCT = news.DCT{}
	a := Tag(title, text, sentences, first)
	b := Tag(title, text, sentences, last)
	open := tag(title, text, sentences, none)
	if !sameSpans(a, b) || !sameSpans(a, open) {
		return open
	}
	wide := opt.DCT.Latest.Sub(opt.DCT.Earliest) > wideBounds
	for i := range a {
		if wide && a[i].When != b[i].When && short(a[i].When) {
			a[i] = open[i]
			continue
		}
		a[i] = between(a[i], b[i])
	}
	return a
}

func sameSpans(a, b []news.TimeExpression) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Span != b[i].Span {
			return false
		}
	}
	return true
}

// short reports whether an interval is a week at most.
func short(w news.Interval) bool { return w.Known() && w.To.Sub(w.From) <= wideBounds }

// between joins two readings of one expression.
func between(a, b news.TimeExpression) news.TimeExpression {
	if a.Value == b.Value && a.When == b.When || !a.When.Known() || !b.When.Known() {
		return a
	}
	from, to := dayOf(a.When.From), dayOf(b.When.To)
	if to <= from {
		from, to = dayOf(b.When.From), dayOf(a.When.To)
	}
	if a.Value != b.Value {
		a.Value = openValue(stretch{from, to})
	}
	a.When.From, a.When.To = from.time(), to.time()
	a.When.Grain, a.When.EDTF = news.GrainRange, edtfRange(from, to-1)
	return a
}
