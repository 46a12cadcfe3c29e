package statement

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/mention"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// clauseCues are the cues of the clause around a date, and of its sentence.
type clauseCues struct {
	clause, all Cues
	medium      bool // the sentence credits a medium, as news of another's making
}

// status says what kind of statement the clause around a date makes; "" when it
// states nothing. published is the day of publication, zero when unknown.
//
// What lies after the day of publication cannot have happened: it is planned,
// or, when a rule begins to hold or ceases to, due. What lies before
// it happened, unless the clause itself says it was only planned.
func (r *reading) status(i int, d date, c clauseCues, published time.Time) news.Status {
	known := !published.IsZero()
	future := known && d.when.From.After(published)
	open := known && d.when.To.After(published) // the day of publication or later
	unsure := c.clause.Has(mention.CueModal)
	switch {
	case !open && !d.deadline && r.words.prescribes(r.text(r.article.Sentences[i])):
		return "" // the past day is one that a rule refers to
	case d.endsTerm(), c.clause.Has(mention.CueDeadline) && d.explicit && d.move != Unmoved && (open || r.besideTerm(i, d)):
		return news.Deadline
	case future && d.opens:
		return news.Deadline // a rule begins to hold
	case future, open && d.explicit && (c.clause.Has(mention.CueFuture) || unsure):
		return news.Planned
	case c.all.Has(mention.CueHearsay), c.medium:
		return news.Reported
	case d.explicit && d.plan:
		return news.Planned
	case d.lead:
		return news.Happened
	case unsure && (!d.explicit || c.clause.Has(mention.CueConditional)):
		return news.Planned
	}
	return news.Happened
}

// endsTerm reports whether the words around a date make it the end of a term.
func (d *date) endsTerm() bool {
	return d.deadline || d.meant || d.move == MovedFrom || d.move == MovedTo
}

// prescribes reports whether a sentence states a rule: "shall not take any
// action", "is hereby revoked".
func (x *lexicon) prescribes(text string) bool {
	return word.ContainsAny(text, x.Status.Prescribing) && x.prescribing.In(text)
}

// besideTerm reports whether a word for a term stands so near a past date that
// the date is its end ("the deadline passed on Friday"), not the day of
// something else that the clause tells.
func (r *reading) besideTerm(i int, d date) bool {
	reach := termReach
	if r.words.unspaced {
		reach /= 2
	}
	s := r.article.Sentences[i]
	return cuesIn(r.mentions[s.Index], r.around(s, news.Span{Start: d.start, End: d.end}, reach)).Has(mention.CueDeadline)
}

// termReach is how far from a past date, in letters, the word for its term
// stands; languages without spaces say it in half as many.
const termReach = 48

// around widens a span of a sentence by so many letters to both sides.
func (r *reading) around(s news.Sentence, at news.Span, letters int) news.Span {
	text := r.text(s)
	return news.Span{Start: at.Start - len(word.Last(text[:at.Start-s.Start], letters)), End: at.End + len(word.First(text[at.End-s.Start:], letters))}
}

func dayInterval(day time.Time) news.Interval {
	return news.Interval{From: day, To: day.AddDate(0, 0, 1), Grain: news.GrainDay, EDTF: day.Format(time.DateOnly)}
}

// Cues is a set of status cues.
type Cues uint16

// cueBits gives each status cue its place in a set.
var cueBits = map[string]Cues{
	mention.CueFuture: 1 << 0, mention.CueModal: 1 << 1, mention.CueHearsay: 1 << 2, mention.CueReport: 1 << 3,
	mention.CueNegation: 1 << 4, mention.CueConditional: 1 << 5, mention.CueDenied: 1 << 6, mention.CueMoved: 1 << 7,
	mention.CueCancelled: 1 << 8, mention.CueMissed: 1 << 9, mention.CueDeadline: 1 << 10, mention.CueOngoing: 1 << 11,
}

func (c Cues) Has(cue string) bool { return c&cueBits[cue] != 0 }

// cuesIn collects the status cues inside a span.
func cuesIn(ms []news.Mention, span news.Span) (out Cues) {
	for _, m := range ms {
		if m.Kind == news.CueMention && m.Start >= span.Start && m.End <= span.End {
			out |= cueBits[m.Key]
		}
	}
	return out
}

// loneTime is how many letters a clause has at most, its time aside, that is
// nothing but a time: "On Friday", "Am Abend des 6. November".
const loneTime = 8

// clauseAround returns the span of the clause that holds the bytes from..to of
// a sentence: what lies between the nearest commas, dashes and semicolons, and
// subordinating words. A time that a comma sets apart belongs to the clause
// behind it, at the end of a sentence to the one before. Without a date
// (from == to) it is the whole sentence.
func (x *lexicon) clauseAround(text string, from, to int) news.Span {
	if from >= to {
		return news.Span{Start: 0, End: len(text)}
	}
	all := x.clauses(text, from, to)
	i := slices.IndexFunc(all, func(c news.Span) bool { return c.Start <= from && to <= c.End })
	span := all[i]
	if word.Width(text[span.Start:from])+word.Width(text[to:span.End]) > loneTime {
		return span
	}
	switch {
	case i+1 < len(all):
		span.End = all[i+1].End
	case i > 0:
		span.Start = all[i-1].Start
	}
	return span
}

// clauses cuts a sentence at its commas, dashes, semicolons and subordinating
// words, but not within the bytes from..to.
func (x *lexicon) clauses(text string, from, to int) (out []news.Span) {
	start := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		width := 0
		switch r {
		case ',', ';', ':', '，', '；', '：', '—', '–':
			if !betweenDigits(text, i, size) {
				width = size
			}
		case ' ':
			width = x.subordinator(text[i:])
		}
		if width > 0 && (i+width <= from || i >= to) {
			out, start = append(out, news.Span{Start: start, End: i}), i+width
		}
		i += size
	}
	return append(out, news.Span{Start: start, End: len(text)})
}

// betweenDigits tells a comma in "30,000" from one that ends a clause.
func betweenDigits(text string, i, size int) bool {
	digit := func(j int) bool { return j >= 0 && j < len(text) && text[j] >= '0' && text[j] <= '9' }
	return digit(i-1) && digit(i+size)
}

// subordinator is how many bytes a word that begins a clause takes with its
// spaces, where s begins with the first of them; 0 is none.
func (x *lexicon) subordinator(s string) int {
	if end := strings.IndexByte(s[1:], ' '); end >= 0 && x.subordinators[s[1:1+end]] {
		return end + 2
	}
	return 0
}
