package timex

import (
	"sync"

	"github.com/seed-7461731f/dateline/store/news"
)

// A Mode says how an article relates to its DCT.
type Mode string

// The modes. News resolves against the day of publication; Narrative, for
// histories and encyclopedias, against the date last mentioned.
const (
	News      Mode = "news"
	Narrative Mode = "narrative"
)

// Options are what is known of an article beside its text.
type Options struct {
	Lang     string   // BCP 47; a language without rules finds what digits alone tell
	DCT      news.DCT // zero: relative expressions stay unresolved
	Mode     Mode     // "" is News
	DayFirst bool     // 3/4 is 3 April: English outlets outside the United States
}

// Tag finds and resolves the time expressions of one article. The sentences are
// those of sentence.Split over text; one with Index 0 is the headline and lies
// in title. The result is in the order of the sentences; spans never overlap.
// A date that cannot be placed has a zero When and no Anchor, and its Rule ends
// in "unresolved"; so have durations, sets and vague references, which name no
// days, but for that ending. With a DCT
// that has only bounds, what counts from it gets the stretch between both
// readings.
func Tag(title, text string, sentences []news.Sentence, opt Options) []news.TimeExpression {
	if hasBounds(&opt.DCT) {
		return tagBetween(title, text, sentences, opt)
	}
	return tag(title, text, sentences, opt)
}

func tag(title, text string, sentences []news.Sentence, opt Options) []news.TimeExpression {
	return tagWith(title, text, sentences, opt, nil)
}

// tagWith is tag; why takes the explanations, unless it is nil.
func tagWith(title, text string, sentences []news.Sentence, opt Options, why *[]Explanation) []news.TimeExpression {
	l := grammarOf(opt.Lang)
	t := taggers.Get().(*tagger)
	defer taggers.Put(t)
	if l.monthFirst && !opt.DayFirst {
		opt.DayFirst = l.dayFirst(text)
	}
	t.p.lang, t.p.opt, t.why = l, &opt, why
	r := newResolver(l, &opt)
	t.ownDay(title, text, sentences, r)
	var out []news.TimeExpression
	for i := range sentences {
		s := &sentences[i]
		from := text
		if s.Index == 0 {
			from = title
		}
		if s.Start < 0 || s.End > len(from) || s.Start >= s.End {
			continue
		}
		out = t.sentence(out, r, from, s)
	}
	t.p.text, t.p.opt, t.why = "", nil, nil
	return out
}

// A tagger holds the buffers of one call.
type tagger struct {
	p   parser
	why *[]Explanation // nil: nobody asks
}

var taggers = sync.Pool{New: func() any { return new(tagger) }}

// sentence appends the expressions of one sentence.
func (t *tagger) sentence(out []news.TimeExpression, r *resolver, text string, s *news.Sentence) []news.TimeExpression {
	p := &t.p
	p.text = text
	p.toks = p.lang.scan(p.toks[:0], text, s.Start, s.End)
	p.parse()
	p.dropTitles()
	p.dropNames()
	r.sentence++
	r.enter(s)
	for i := range p.out {
		f := &p.out[i]
		p.gloss(i, r)
		if z, ok := p.sense(f.start-1, zoneC); ok && p.lang.zoneBefore {
			f.m.zone = &p.lang.zones[z]
		}
		f.m.term = f.m.term && p.termFrom(i, r)
		r.takeScope(p, i, s)
		f.m.shifted, f.m.anaphoric = p.inClause(f, would), p.has(f, anaphoric)
		restore := r.fromQuote(p, i)
		h := p.heading(f)
		res := r.resolve(&f.m, h.tense)
		if restore != nil {
			restore()
		}
		p.deadline(f, &res)
		p.extend(f, &res, r)
		p.noteTerm(f, &res, r)
		res.lead = f.start <= leadTokens
		res.alone = f.start == 0 && f.end == len(p.toks)
		res.named = h.by == actFrame
		r.note(&res)
		r.noteScope(p, f, &res, s)
		if res.ok && p.dateline(f, s) {
			r.open(res.p.first, s)
		}
		e := res.expression(f)
		r.doubt(&res, h, &e)
		if t.why != nil {
			*t.why = append(*t.why, r.explanation(h, &res))
		}
		e.ArticleID, e.Sentence = s.ArticleID, s.Index
		e.Start, e.End = p.toks[f.start].start, p.toks[f.end-1].end
		e.Rule = p.lang.code + "/" + f.rule.name
		if !res.ok && (f.m.kind == pointKind || f.m.kind == shiftKind) {
			e.Rule += unresolvedMark
		}
		out = append(out, e)
	}
	return out
}

// unresolvedMark ends the Rule of a date or time that could not be placed.
const unresolvedMark = " unresolved"

// leadTokens is how many words may stand before a date at the head of a
// sentence: "In early 1941", "By the end of 1941".
const leadTokens = 3

// The years that an Interval can hold and an EDTF date of level 1 write with four
// digits. An expression beyond them keeps its value and has no When.
const firstYear, lastYear = 1, 9999

// expression is the result in the words of the vocabulary.
func (res *result) expression(f *found) news.TimeExpression {
	e := news.TimeExpression{Type: res.typ, Value: res.value, Mod: res.mod}
	if !res.ok || res.days.from.year() < firstYear || res.days.to.year() > lastYear {
		return e
	}
	e.Anchor, e.Deadline = res.anchor, res.deadline
	e.When = intervalOf(res.days, res.p)
	if res.unit == noUnit {
		e.When.Grain = news.GrainRange
	}
	if f.m.zone != nil {
		e.When.Zone = f.m.zone.iana
	}
	return e
}

// intervalOf is a run of days in the words of the vocabulary: of a point where they
// are all of it.
func intervalOf(s stretch, p point) news.Interval {
	w := news.Interval{From: s.from.time(), To: s.to.time(), Grain: news.GrainRange}
	if p.unit != noUnit {
		w.Grain = newsGrain[p.unit]
	}
	if p.unit != noUnit && s == (stretch{p.first, p.end()}) {
		w.EDTF = p.edtf()
	} else {
		w.EDTF = edtfRange(s.from, s.to-1)
	}
	return w
}
