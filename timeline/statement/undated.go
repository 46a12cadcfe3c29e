package statement

import (
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/mention"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// Own topic scores from which an undated sentence is worth a date: one in the
// present tense tells a state of affairs, a lead tells of the story.
const (
	stateAt = 3.5
	leadAt  = 1
)

// A plain is a sentence without a date, and what decides whether it gets one.
type plain struct {
	i     int
	s     news.Sentence
	own   float64 // its topic score
	cues  Cues
	now   *date // its words for the present; nil none
	whole bool  // it speaks for itself
	firm  bool  // and tells nothing merely possible or to come
	tense aspect
}

// plainRules date a sentence without a date where that is sound. The first that
// fits holds, and says so in the statement's rule. All but one date to the day of
// publication.
var plainRules = []struct {
	name string
	fits func(r *reading, c *cursor, p *plain) bool
	date func(c *cursor, p *plain, d *date)
}{
	{"publication day: present", func(_ *reading, _ *cursor, p *plain) bool { return p.now != nil && p.own >= stateAt && p.firm },
		func(_ *cursor, p *plain, d *date) { d.start, d.end, d.holds = p.now.start, p.now.end, true }},
	{"publication day: state so far", func(_ *reading, _ *cursor, p *plain) bool {
		return p.now == nil && p.cues.Has(mention.CueOngoing) && p.own >= stateAt && p.firm
	}, nil},
	{"publication day: hearsay", func(r *reading, _ *cursor, p *plain) bool {
		return p.cues.Has(mention.CueHearsay) && r.names(p.s.Index, news.AmountMention)
	}, nil},
	{"publication day: goes on from the sentence before", (*reading).goesOn,
		func(_ *cursor, _ *plain, d *date) { d.holds = true }},
	{"same day as the sentence before", func(r *reading, c *cursor, p *plain) bool { return p.tense == narrates && r.sameDay(c, p) },
		func(c *cursor, _ *plain, d *date) { d.when = c.toldDate.when }},
	{"publication day: lead", func(r *reading, c *cursor, p *plain) bool {
		return p.whole && (p.tense != state || p.cues.Has(mention.CueReport) || r.tellsAct(p.s.Index)) && r.isLead(c, p)
	}, func(_ *cursor, _ *plain, d *date) { d.lead = true }},
}

// undated dates a sentence without a date where that is sound, and says by what
// rule: the sentence of an order that does what it says, with its headline, and
// what fits one of plainRules. Other headlines, questions, conditionals and bare
// credits get no date.
func (r *reading) undated(i int, now *date, c *cursor) []date {
	s := r.article.Sentences[i]
	if c.from.Day.IsZero() {
		return nil
	}
	d := date{start: s.Start, end: s.End, when: dayInterval(c.from.Day)}
	if r.act >= 0 && (i == r.act || s.Index == 0) {
		d.rule, d.lead, d.act = "publication day: done by saying so", true, true
		return []date{d}
	}
	if s.Index == 0 || len(r.actors[i]) == 0 || r.bare(s.Index) || r.supposes(s) {
		return nil
	}
	p := r.plain(i, now)
	for _, rule := range plainRules {
		if !rule.fits(r, c, p) {
			continue
		}
		d.rule = rule.name
		if rule.date != nil {
			rule.date(c, p, &d)
		}
		return []date{d}
	}
	return nil
}

func (r *reading) plain(i int, now *date) *plain {
	s := r.article.Sentences[i]
	p := &plain{i: i, s: s, own: r.strength[i], now: now, cues: cuesIn(r.mentions[s.Index], s.Span),
		whole: r.speaksForItself(s), tense: r.words.aspectOf(r.text(s))}
	p.firm = p.whole && !p.cues.Has(mention.CueModal) && !p.cues.Has(mention.CueFuture)
	return p
}

// goesOn reports whether a sentence goes on from a state of affairs that the one
// before it told.
func (r *reading) goesOn(c *cursor, p *plain) bool {
	return c.state == p.i-1 && p.i > 0 && r.article.Sentences[p.i-1].Paragraph == p.s.Paragraph && !p.cues.Has(mention.CueModal)
}

// conditionReach is within how many letters a sentence opens with its condition.
const conditionReach = 24

// supposes reports whether a sentence opens with a condition. One further on
// limits what is told: "would ban it unless", "to decide if".
func (r *reading) supposes(s news.Sentence) bool {
	return cuesIn(r.mentions[s.Index], news.Span{Start: s.Start, End: s.Start + len(word.First(r.text(s), conditionReach))}).Has(mention.CueConditional)
}

// leadWithin is among how many sentences of the text the lead is looked for:
// lines of metadata may stand before it.
const leadWithin = 4

// isLead reports whether a sentence is the lead: the first whole sentence that
// names an actor and a topic, with nothing dated before it.
func (r *reading) isLead(c *cursor, p *plain) bool {
	if c.led || p.s.Index > leadWithin || p.own < leadAt {
		return false
	}
	return word.EndsInAny(strings.TrimRight(r.text(p.s), "\"'”’」』*_ "), []string{".", "。", "!", "！"})
}

// tellsAct reports whether a sentence holds an act of some topic.
func (r *reading) tellsAct(sentence int) bool {
	return slices.ContainsFunc(r.mentions[sentence], func(m news.Mention) bool { return m.Kind == news.TopicMention && m.Class == news.ClassAct })
}

// How far a day that was told carries: over so many sentences, and past the
// end of its paragraph only near the top of a text, where news stands in
// paragraphs of one sentence.
const (
	sameDayWithin = 2
	sameDayTop    = 20
)

// sameDay reports whether a sentence goes on telling of the day that one just
// before it dated: news of the week, of two parties or with an act of its own,
// with nothing planned, supposed or conditional about it.
func (r *reading) sameDay(c *cursor, p *plain) bool {
	s := r.article.Sentences
	if c.told < 0 || p.i-c.told > sameDayWithin || s[c.told].Paragraph != p.s.Paragraph && p.i > sameDayTop {
		return false
	}
	if p.own < tellsAt || len(r.actors[p.i]) < 2 && p.own < tellsOfAct || p.cues.Has(mention.CueFuture) || p.cues.Has(mention.CueModal) {
		return false
	}
	age := c.from.Day.Sub(c.toldDate.when.From).Hours() / 24
	return age >= 0 && age <= 7
}

// turnsBack reports whether the sentence goes on, behind a date, to what was before:
// "asked on Friday about the recent ruling". What follows is not of that day.
func (r *reading) turnsBack(i int, d date) bool {
	return slices.ContainsFunc(r.times[r.article.Sentences[i].Index], func(t news.TimeExpression) bool {
		return t.Value == "PAST_REF" && t.Start >= d.end
	})
}

// speaksForItself reports whether a sentence neither leans on the one before it
// nor begins with somebody's words.
func (r *reading) speaksForItself(s news.Sentence) bool {
	text := strings.TrimSpace(r.text(s))
	for _, mark := range []string{`"`, "'", "“", "„", "「", "‘"} {
		if strings.HasPrefix(text, mark) {
			return false
		}
	}
	return !r.words.leans(text)
}

// bare reports whether a sentence says nothing of its own: it names neither an
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

// names reports whether the sentence has a mention of one of the kinds.
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
