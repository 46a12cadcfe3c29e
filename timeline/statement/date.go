package statement

import (
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/mention"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// A date is a time that a sentence gives to what it says.
type date struct {
	start, end int // bytes of the words that give it; empty when none do
	when       news.Interval
	rule       string
	deadline   bool
	explicit   bool
	lead       bool   // the sentence is the lead: it tells what is new
	counted    bool   // from a length of time
	move       Move   // its part, where the sentence moves a term
	opens      bool   // a rule begins to hold then
	meant      bool   // or was meant to
	act        bool   // the sentence does what it says: "I hereby order"
	plan       bool   // it is the day of what was only planned: "was due to open on"
	refused    string // why it dates nothing
	holds      bool   // a state of affairs that the next sentence may go on from
}

// vague reports whether a time is a stretch of more than a month with no name of
// its own: "in recent months".
func (d *date) vague() bool { return d.when.Days() > vagueDays && strings.Contains(d.when.EDTF, "/") }

// dates lists the times of the i-th sentence: those of its time expressions,
// each day once, else what it may take over from its surroundings. refused are
// times of its own that date nothing, each with the reason.
func (r *reading) dates(i int, c *cursor) (out, refused []date) {
	s := r.article.Sentences[i]
	var now *date
	for _, t := range r.times[s.Index] {
		if t.Type == news.Set || !t.When.Known() {
			if t.Value == "PRESENT_REF" && now == nil {
				now = &date{start: t.Start, end: t.End}
			}
			continue
		}
		if t.Value == "PRESENT_REF" {
			now = &date{start: t.Start, end: t.End}
			continue
		}
		d := date{start: t.Start, end: t.End, when: t.When, rule: ruleOf(t), deadline: t.Deadline, explicit: true, counted: t.Type == news.Duration}
		if d.refused = r.refuses(s, d); d.refused != "" {
			refused = append(refused, d)
			continue
		}
		if holds(out, d) {
			continue
		}
		d.opens = r.words.opens(r.text(s), t.Start-s.Start, t.End-s.Start)
		before := r.text(s)[:t.Start-s.Start]
		d.plan = r.words.planned.In(strings.ToLower(word.Last(before, meantReach)))
		d.meant = d.opens && r.words.meant(before)
		if out = append(out, d); len(out) == mostDates {
			break
		}
	}
	if len(out) > 0 {
		out = r.words.withoutReports(r.text(s), s.Start, r.words.withoutGlossed(r.text(s), s.Start, out))
		if cuesIn(r.mentions[s.Index], s.Span).Has(mention.CueMoved) {
			r.words.setMoves(r.text(s), s.Start, out)
		}
		return withoutCounted(out), refused
	}
	if len(refused) > 0 {
		return nil, refused
	}
	return r.undated(i, now, c), nil
}

// refuses says why a time of a sentence dates nothing; "" when it may.
func (r *reading) refuses(s news.Sentence, d date) string {
	switch {
	case d.when.Days() > maxSpan:
		return "a time of more than a year"
	case !r.within(d.when):
		return "outside of the days of the story"
	case d.counted && d.deadline && r.words.mentionsPendingBill(r.text(s)):
		return "a term of a law that is none yet"
	}
	return ""
}

// withoutReports drops the day of a report, "据媒体1月11日消息", where the sentence
// dates what it reports as well.
func (x *lexicon) withoutReports(text string, offset int, all []date) []date {
	if len(all) < 2 {
		return all
	}
	report := func(d date) bool { return word.StartsWithAny(text[d.end-offset:], x.Narrative.ReportDay) }
	kept := slices.DeleteFunc(slices.Clone(all), report)
	if len(kept) == 0 {
		return all
	}
	return kept
}

// mentionsPendingBill reports whether a sentence speaks of a bill: its terms count
// from a day that is yet to come.
func (x *lexicon) mentionsPendingBill(text string) bool {
	lower := strings.ToLower(text)
	return x.bill.In(lower) && !x.enacted.In(lower)
}

// withoutGlossed drops a time that the next one says again, and better: "两个月前，
// 即8月6日".
func (x *lexicon) withoutGlossed(text string, offset int, all []date) []date {
	if len(all) < 2 {
		return all
	}
	out := make([]date, 0, len(all))
	for i, d := range all {
		if i+1 < len(all) && d.end <= all[i+1].start && slices.Contains(x.Narrative.Glosses, strings.TrimRight(text[d.end-offset:all[i+1].start-offset], " ")) {
			continue
		}
		out = append(out, d)
	}
	return out
}

// maxCountError is the largest gap, in days, between a term that was counted out
// and the stated day that it must be.
const maxCountError = 20

// withoutCounted drops the end of a term that was counted out where the sentence
// says its day as well: "in 90 days, by November 12".
func withoutCounted(all []date) []date {
	if len(all) < 2 {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(d date) bool {
		return d.counted && slices.ContainsFunc(all, func(x date) bool {
			return !x.counted && x.deadline && x.when.Days() <= ShortDays && x.when.From.Sub(d.when.From).Abs() <= maxCountError*24*time.Hour && x.start != d.start
		})
	})
}

// opens reports whether the words around a day say that a rule begins to hold.
func (x *lexicon) opens(text string, start, end int) bool {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		lower = text
	}
	return word.EndsIn(lower[:start], x.Status.Opening, x.unspaced) || word.StartsWithAny(strings.TrimLeft(lower[end:], " "), x.Status.Opened)
}

// meantReach is how far before a day, in letters, the words stand that say it was
// only meant.
const meantReach = 32

func (x *lexicon) meant(before string) bool {
	return x.meantFor.In(word.Last(before, meantReach))
}

func ruleOf(t news.TimeExpression) string {
	if t.Anchor == "" {
		return t.Rule
	}
	return t.Rule + " (" + t.Anchor + ")"
}

// holds reports whether the days of d are there already: "on Friday at 3 p.m."
// dates one thing.
func holds(list []date, d date) bool {
	for _, x := range list {
		if x.when.From.Equal(d.when.From) && x.when.To.Equal(d.when.To) && x.deadline == d.deadline {
			return true
		}
	}
	return false
}

func (r *reading) within(i news.Interval) bool {
	w := r.story.Within
	return (w.From.IsZero() || i.To.After(w.From)) && (w.To.IsZero() || i.From.Before(w.To))
}
