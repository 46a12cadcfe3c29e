package event

import (
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/mention"
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
	move       move // its part, where the sentence moves a term
	opens      bool // a rule begins to hold then
	meant      bool // or was meant to
	act        bool // the sentence does what it says: "I hereby order"
}

// dates lists the times of the i-th sentence: those of its time expressions,
// each day once, else what it may take over from its surroundings.
func (r *reading) dates(i int) []date {
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
		r.state = -1
		if cuesIn(r.mentions[s.Index], s.Span).has(mention.CueMoved) {
			setMoves(r.text(s), s.Start, out)
		}
		return withoutCounted(out)
	}
	return r.undated(i, now)
}

// reportWords stand right behind the day of a report in Chinese.
var reportWords = []string{"消息", "报道", "報道", "讯", "訊", "电", "電"}

// withoutReports drops the day of a report, "据媒体1月11日消息", where the sentence
// dates what it reports as well.
func withoutReports(text string, offset int, all []date) []date {
	if len(all) < 2 {
		return all
	}
	report := func(d date) bool { return startsWithAny(text[d.end-offset:], reportWords) }
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

// billed tells whether a sentence speaks of a bill: its terms count from a day
// that is yet to come.
func billed(text string) bool {
	lower := strings.ToLower(text)
	return containsAny(lower, billWords) && !containsAny(lower, passedWords)
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
			return !x.counted && x.deadline && x.when.Days() <= longestDays && x.when.From.Sub(d.when.From).Abs() <= countedDays*24*time.Hour && x.start != d.start
		})
	})
}

// Words right before a day from which a rule holds, and behind it.
var (
	openingWords = []string{"as of ", "beginning ", "beginning on ", "starting ", "starting on ", "effective ", "effective on ", "takes effect on ", "take effect on ", "takes effect ", "take effect ", "into effect on ", " ab ", " ab dem ", "自", "从", "從", "dal "}
	openedWords  = []string{"生效", "起生效", "起", "in kraft"}
)

// opens tells whether the words around a day say that a rule begins to hold.
func opens(text string, start, end int) bool {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		lower = text
	}
	return endsIn(lower[:start], openingWords) || startsWithAny(strings.TrimLeft(lower[end:], " "), openedWords)
}

// meantWords stand, within so many bytes, before a day on which a rule was only
// meant to begin.
var meantWords = []string{"原本", "原定", "本应", "本應", "was to ", "were to ", "originally ", "ursprünglich ", "sollte "}

const meantBytes = 32

func meant(before string) bool {
	before = before[max(0, len(before)-meantBytes):]
	return containsAny(before, meantWords)
}

func ruleOf(t news.TimeExpression) string {
	if t.Anchor == "" {
		return t.Rule
	}
	return t.Rule + " (" + t.Anchor + ")"
}

// holds tells whether the days of d are there already: "on Friday at 3 p.m."
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

// stateAt is the own topic score from which a sentence in the present tense
// tells a state of affairs worth a date.
const stateAt = 3.5

// leadAt is the one from which a lead tells of the story.
const leadAt = 1

// undated dates a sentence without a date where that is sound, and says by what
// rule. All are dated to the day of publication: the lead of a report, which
// tells what is new; a state of affairs that holds "currently" or "so far", and
// the sentence that goes on from it; and what unnamed people say of a sum.
// Questions, conditionals and bare credits get no date, the headline only that of
// an order, with the sentence that gives it.
func (r *reading) undated(i int, now *date) []date {
	s := r.article.Sentences[i]
	switch {
	case r.from.day.IsZero():
		return nil
	case r.act >= 0 && (i == r.act || s.Index == 0):
		return []date{{start: s.Start, end: s.End, when: dayInterval(r.from.day), rule: "publication day: done by saying so", lead: true, act: true}}
	case s.Index == 0:
		return nil
	}
	cues := cuesIn(r.mentions[s.Index], s.Span)
	if len(r.actors[i]) == 0 || r.bare(s.Index) || r.supposes(s) {
		return nil
	}
	own := highest(r.topics[i])
	d := date{start: s.Start, end: s.End, when: dayInterval(r.from.day)}
	whole := r.speaksForItself(s)
	told := aspectOf(r.text(s), r.from.language)
	firm := whole && !cues.has(mention.CueModal) && !cues.has(mention.CueFuture)
	switch {
	case now != nil && own >= stateAt && firm:
		d.start, d.end, d.rule = now.start, now.end, "publication day: present"
		r.state = i
	case now == nil && cues.has(mention.CueOngoing) && own >= stateAt && firm:
		d.rule = "publication day: state so far"
	case cues.has(mention.CueHearsay) && r.names(s.Index, news.AmountMention):
		d.rule = "publication day: hearsay"
	case r.state == i-1 && i > 0 && r.article.Sentences[i-1].Paragraph == s.Paragraph && !cues.has(mention.CueModal):
		d.rule = "publication day: goes on from the sentence before"
		r.state = i
	case told == narrates && r.sameDay(i, own, cues):
		d.when, d.rule = r.toldDate.when, "same day as the sentence before"
	case whole && (told != state || cues.has(mention.CueReport) || r.tellsAct(s.Index)) && r.isLead(i, own):
		d.rule, d.lead = "publication day: lead", true
	default:
		return nil
	}
	return []date{d}
}

// conditionBytes is within how many bytes a sentence opens with its condition.
const conditionBytes = 24

// supposes tells whether a sentence opens with a condition. One further on limits
// what is told: "would ban it unless", "to decide if".
func (r *reading) supposes(s news.Sentence) bool {
	return cuesIn(r.mentions[s.Index], news.Span{Start: s.Start, End: s.Start + conditionBytes}).has(mention.CueConditional)
}

// leadWithin is among how many sentences of the text the lead is looked for:
// lines of metadata may stand before it.
const leadWithin = 4

// isLead tells whether the i-th sentence is the lead: the first whole sentence
// that names an actor and a topic, with nothing dated before it.
func (r *reading) isLead(i int, own float64) bool {
	s := r.article.Sentences[i]
	if r.led || s.Index > leadWithin || own < leadAt {
		return false
	}
	text := strings.TrimRight(r.text(s), "\"'”’」』*_ ")
	r.led = strings.HasSuffix(text, ".") || strings.HasSuffix(text, "。") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "！")
	return r.led
}

// tellsAct tells whether a sentence holds an act of some topic.
func (r *reading) tellsAct(sentence int) bool {
	return slices.ContainsFunc(r.mentions[sentence], func(m news.Mention) bool { return m.Kind == news.TopicMention && m.Weight >= actCue })
}

// How far a day that was told carries: over so many sentences, and past the
// end of its paragraph only near the top of a text, where news stands in
// paragraphs of one sentence.
const (
	sameDayWithin = 2
	sameDayTop    = 20
)

// sameDay tells whether a sentence goes on telling of the day that one just
// before it dated: news of the week, of two parties or with an act of its own,
// with nothing planned, supposed or conditional about it.
func (r *reading) sameDay(i int, own float64, cues cueSet) bool {
	s := r.article.Sentences
	if r.told < 0 || i-r.told > sameDayWithin || s[r.told].Paragraph != s[i].Paragraph && i > sameDayTop {
		return false
	}
	if own < tellsAt || len(r.actors[i]) < 2 && own < tellsOfAct || cues.has(mention.CueFuture) || cues.has(mention.CueModal) {
		return false
	}
	age := r.from.day.Sub(r.toldDate.when.From).Hours() / 24
	return age >= 0 && age <= 7
}

// turnsBack tells whether the sentence goes on, behind a date, to what was before:
// "asked on Friday about the recent ruling". What follows is not of that day.
func (r *reading) turnsBack(i int, d date) bool {
	return slices.ContainsFunc(r.times[r.article.Sentences[i].Index], func(t news.TimeExpression) bool {
		return t.Value == "PAST_REF" && t.Start >= d.end
	})
}

// speaksForItself tells whether a sentence neither leans on the one before it
// nor begins with somebody's words.
func (r *reading) speaksForItself(s news.Sentence) bool {
	text := strings.TrimSpace(r.text(s))
	for _, mark := range []string{`"`, "'", "“", "„", "「", "‘"} {
		if strings.HasPrefix(text, mark) {
			return false
		}
	}
	return !leans(text, r.from.language)
}

func highest(scores []float64) (best float64) {
	for _, s := range scores {
		best = max(best, s)
	}
	return best
}

// bare tells whether a sentence says nothing of its own: it names neither an
// actor nor a topic, or only who reported what stands before it.
func (r *reading) bare(sentence int) bool {
	if !r.names(sentence, news.ActorMention) && !r.names(sentence, news.TopicMention) {
		return true
	}
	credit := ""
	for _, m := range r.mentions[sentence] {
		if m.Kind == news.AttributionMention {
			credit = m.Key
		}
	}
	for _, m := range r.mentions[sentence] {
		if m.Kind == news.AmountMention || m.Kind == news.ActorMention && m.Key != credit {
			return false
		}
	}
	return credit != ""
}

// names tells whether the sentence has a mention of one of the kinds.
func (r *reading) names(sentence int, kinds ...news.MentionKind) bool {
	for _, m := range r.mentions[sentence] {
		for _, k := range kinds {
			if m.Kind == k {
				return true
			}
		}
	}
	return false
}
