package timex

import "github.com/seed-7461731f/dateline/store/news"

// tagBetween tags an article of which only the bounds of publication are known:
// once as if published on each, and what the two disagree on becomes the stretch
// from one to the other.
func tagBetween(title, text string, sentences []news.Sentence, opt Options) []news.TimeExpression {
	first, last := opt, opt
	first.DCT.Time, last.DCT.Time = opt.DCT.Earliest, opt.DCT.Latest
	a := Tag(title, text, sentences, first)
	b := Tag(title, text, sentences, last)
	if len(a) != len(b) {
		return tag(title, text, sentences, opt)
	}
	for i := range a {
		if a[i].Span != b[i].Span {
			return tag(title, text, sentences, opt)
		}
		a[i] = between(a[i], b[i])
	}
	return a
}

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
