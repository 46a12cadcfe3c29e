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
	lead       bool // the sentence is the lead: it tells what is new
	counted    bool // from a length of time
	move       Move // its part, where the sentence moves a term
	opens      bool // a rule begins to hold then
	meant      bool // or was meant to
	act        bool // the sentence does what it says: "I hereby order"
	holds      bool // a state of affairs that the next sentence may go on from
}

// dates lists the times of the i-th sentence: those of its time expressions,
// each day once, else what it may take over from its surroundings.
func (r *reading) dates(i int, c *cursor) []date {
	s := r.article.Sentences[i]
	var out []date
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
		if t.When.Days() > maxSpan || !r.within(t.When) || holds(out, d) {
			continue
		}
		if d.counted && d.deadline && billed(r.text(s)) {
			return nil
		}
		d.opens = opens(r.text(s), t.Start-s.Start, t.End-s.Start)
		d.meant = d.opens && meant(r.text(s)[:t.Start-s.Start])
		if out = append(out, d); len(out) == mostDates {
			break
		}
	}
	if len(out) > 0 {
		out = withoutReports(r.text(s), s.Start, withoutGlossed(r.text(s), s.Start, out))
		if cuesIn(r.mentions[s.Index], s.Span).Has(mention.CueMoved) {
			setMoves(r.text(s), s.Start, out)
		}
		return withoutCounted(out)
	}
	return r.undated(i, now, c)
}

// reportWords stand right behind the day of a report in Chinese.
var reportWords = []string{"消息", "报道", "報道", "讯", "訊", "电", "電"}

// withoutReports drops the day of a report, "据媒体1月11日消息", where the sentence
// dates what it reports as well.
func withoutReports(text string, offset int, all []date) []date {
	if len(all) < 2 {
		return all
	}
	report := func(d date) bool { return word.StartsWithAny(text[d.end-offset:], reportWords) }
	kept := slices.DeleteFunc(slices.Clone(all), report)
	if len(kept) == 0 {
		return all
	}
	return kept
}

// Words for a law that is not one yet, and for its becoming one.
var (
	billWords   = []string{" bill", "legislation", "proposal", "measure", "gesetzentwurf", "法案", "议案", "議案"}
	passedWords = []string{"signed", "enact", "became law", "is now law", "unterzeichnet", "in kraft", "签署", "簽署", "生效"}
)

// billed reports whether a sentence speaks of a bill: its terms count from a day
// that is yet to come.
func billed(text string) bool {
	lower := strings.ToLower(text)
	return word.ContainsAny(lower, billWords) && !word.ContainsAny(lower, passedWords)
}

// glosses stand between a time and the date that says it again.
var glosses = []string{"，即", "即", "（即", ", that is", ", i.e.,", ", i.e.", ", das heißt", ", also am"}

// withoutGlossed drops a time that the next one says again, and better: "两个月前，
// 即8月6日".
func withoutGlossed(text string, offset int, all []date) []date {
	if len(all) < 2 {
		return all
	}
	out := make([]date, 0, len(all))
	for i, d := range all {
		if i+1 < len(all) && d.end <= all[i+1].start && slices.Contains(glosses, strings.TrimRight(text[d.end-offset:all[i+1].start-offset], " ")) {
			continue
		}
		out = append(out, d)
	}
	return out
}

// countedDays is how far a day counted out may lie from the one it must be.
const countedDays = 20

// withoutCounted drops the end of a term that was counted out where the sentence
// says its day as well: "in 90 days, by November 12".
func withoutCounted(all []date) []date {
	if len(all) < 2 {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(d date) bool {
		return d.counted && slices.ContainsFunc(all, func(x date) bool {
			return !x.counted && x.deadline && x.when.Days() <= ShortDays && x.when.From.Sub(d.when.From).Abs() <= countedDays*24*time.Hour && x.start != d.start
		})
	})
}

// Words right before a day from which a rule holds, and behind it.
var (
	openingWords = []string{"as of ", "beginning ", "beginning on ", "starting ", "starting on ", "effective ", "effective on ", "takes effect on ", "take effect on ", "takes effect ", "take effect ", "into effect on ", " ab ", " ab dem ", "自", "从", "從", "dal "}
	openedWords  = []string{"生效", "起生效", "起", "in kraft"}
)

// opens reports whether the words around a day say that a rule begins to hold.
func opens(text string, start, end int) bool {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		lower = text
	}
	return word.EndsInAny(lower[:start], openingWords) || word.StartsWithAny(strings.TrimLeft(lower[end:], " "), openedWords)
}

// meantWords stand, within so many bytes, before a day on which a rule was only
// meant to begin.
var meantWords = []string{"原本", "原定", "本应", "本應", "was to ", "were to ", "originally ", "ursprünglich ", "sollte "}

const meantBytes = 32

func meant(before string) bool {
	before = before[max(0, len(before)-meantBytes):]
	return word.ContainsAny(before, meantWords)
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
