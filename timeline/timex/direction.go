package timex

// A heading is where a time without a year, or a weekday, is looked for, and the
// name of what in its clause says so.
type heading struct {
	tense tense
	by    string
}

// A frame is one named reason why an expression looks back or ahead. It returns
// noTense where it does not apply.
type frame struct {
	name string
	read func(p *parser, f *found) tense
}

// actFrame names the frame of days that name an act.
const actFrame = "act"

// frames are in order of what binds closer: what stands right around the
// expression before the verb of its clause. The first that applies counts.
var frames []frame

func init() {
	frames = []frame{
		{"entry", func(p *parser, f *found) tense { return when(p.marked(f) && f.m.month != 0, openTense) }},
		{actFrame, func(p *parser, f *found) tense { return when(p.namesAct(f), doneTense) }},
		{"since", func(p *parser, f *found) tense { return when(p.cue(p.leader(f), sinceCue), doneTense) }},
		{"ended", func(p *parser, f *found) tense { return when(p.cue(f.start-1, ended), doneTense) }},
		{"appointed", appointed},
		{"ahead-of", aheadOf},
		{"by", byTerm},
		{"starting", starting},
		{"attribute", attribute},
		{"modifier", modifier},
		{"copula", copula},
		{"appointment", appointment},
		{"verb", func(p *parser, f *found) tense {
			if p.lang.tenseOf == nil {
				return noTense
			}
			return p.lang.tenseOf(p, f)
		}},
	}
}

// when returns t where a frame applies.
func when(applies bool, t tense) tense {
	if applies {
		return t
	}
	return noTense
}

// heading returns where f looks, by the first frame that says.
func (p *parser) heading(f *found) heading {
	for i := range frames {
		if t := frames[i].read(p, f); t != noTense {
			return heading{t, frames[i].name}
		}
	}
	return heading{}
}

// tense returns where f looks.
func (p *parser) tense(f *found) tense { return p.heading(f).tense }

// leader is the token that leads to an expression: before it, but for articles
// and such words as "am" in "seit dem".
func (p *parser) leader(f *found) int {
	i := f.start - 1
	for n := 0; n < leadingTokens && (p.is(i, detC) || p.is(i, leadC)); n++ {
		i--
	}
	if p.is(i, byC) || p.cue(i, sinceCue) {
		return i
	}
	if i = f.start - 1; p.is(i, detC) {
		i--
	}
	return i
}

// leadingTokens is how many small words stand between "by" or "since" and a date:
// "jusqu'au 3 avril".
const leadingTokens = 3

// boundary reports whether a clause may end at token k.
func (p *parser) boundary(k int) bool {
	if k < 0 || k >= len(p.toks) {
		return true
	}
	if p.is(k, clauseC) {
		return true
	}
	if p.toks[k].kind != markToken {
		return false
	}
	switch p.word(k) {
	case ",", ";", ":", "–", "—", "(", ")", "“", "”", "„", "\"", "»", "«", "，", "；", "：", "。", "「", "」":
		return true
	}
	return false
}

// clause returns the tokens around f up to the next boundaries.
func (p *parser) clause(f *found) (from, to int) {
	for from = f.start; from > 0 && f.start-from < clauseTokens && !p.boundary(from-1); {
		from--
	}
	for to = f.end; to < len(p.toks) && to-f.end < clauseTokens && !p.boundary(to); {
		to++
	}
	return from, to
}

// inClause reports whether the clause of f has a word of a cue.
func (p *parser) inClause(f *found, c cue) bool {
	from, to := p.clause(f)
	for k := from; k < to; k++ {
		if p.cue(k, c) {
			return true
		}
	}
	return false
}

// appointed knows the day that something was set for, moved or put off to:
// "scheduled for Tuesday", "auf Dienstag verschoben", 定于周二. What had been set
// is past.
func appointed(p *parser, f *found) tense {
	i := p.leader(f)
	switch {
	case (p.cue(i, appointedFor) || p.cue(i, appointedTo)) && p.inClause(f, cancelled):
		return pastTense // "planned for Saturday was cancelled"
	case p.cue(i, appointedOn), p.cue(i, scheduledCue) && !p.inClause(f, hadCue): // 定于; scheduled Friday
		return dueTense
	case p.cue(f.start-1, appointedFor) && f.m.weekday != 0 && !p.inClause(f, hadCue) && !p.apostrophe(f.end):
		return dueTense
	case (p.cue(i, appointedFor) || p.cue(i, appointedTo)) && (f.m.weekday != 0 || f.m.day != 0) && p.arrangedBefore(f):
		if p.inClause(f, hadCue) {
			return pastTense
		}
		return dueTense
	}
	return noTense
}

// arrangedBefore reports whether something is arranged in the clause of f: before
// it, or behind it where participles stand at the end.
func (p *parser) arrangedBefore(f *found) bool {
	from, to := p.clause(f)
	if !p.lang.verbLast {
		to = f.start
	}
	for k := from; k < to; k++ {
		if p.cue(k, arranged) {
			return true
		}
	}
	return false
}

// aheadOfTokens is how far "ahead of" and its kind stand before an expression.
const aheadOfTokens = 5

// aheadOf knows "ahead of Tuesday's hearing", "preparing for Friday", "vor der
// Anhörung am Dienstag".
func aheadOf(p *parser, f *found) tense {
	for i := f.start - 1; i >= max(0, f.start-aheadOfTokens) && !p.boundary(i); i-- {
		if p.cue(i, awaiting) || p.cue(i, aheadCue) && p.cue(i+1, ofCue) || p.cue(i, beforeEvent) && i <= entryLead && p.byAppointment(f) { // at the head of the sentence: "before the hearing on Tuesday he filed"
			return dueTense
		}
		if p.verb(i) != noTense {
			break
		}
	}
	return noTense
}

// byAppointment reports whether a noun of appointment stands at the expression:
// "Tuesday's hearing", "hearing on Tuesday", 周五的听证会.
func (p *parser) byAppointment(f *found) bool {
	j := f.end
	if p.apostrophe(j) {
		j += 2 // Tuesday's
	} else if p.cue(j, genitive) {
		j++
	}
	if j < len(p.toks) && (p.isAppointment(j) || p.toks[j].kind == wordToken && p.isAppointment(j+1) && !p.boundary(j) && p.verb(j) == noTense) {
		return true
	}
	i := f.start - 1
	if p.is(i, detC) {
		i--
	}
	return p.cue(i, onDay) && p.isAppointment(i-1) || p.isAppointment(i)
}

// isAppointment reports whether token i is a noun of appointment, or a compound of
// one: Neuwahl.
func (p *parser) isAppointment(i int) bool {
	if p.cue(i, appointmentNoun) {
		return true
	}
	return i >= 0 && i < len(p.toks) && p.toks[i].upper && endsWithAny(p.word(i), p.lang.data.AppointmentEnding)
}

func (p *parser) apostrophe(i int) bool {
	w := p.word(i)
	return w == "'" || w == "’"
}

// appointment knows days of appointments in clauses that do not look back.
func appointment(p *parser, f *found) tense {
	if !p.byAppointment(f) || p.lang.tenseOf == nil {
		return noTense
	}
	switch t := p.lang.tenseOf(p, f); {
	case p.inClause(f, atEvent):
		return noTense
	case f.m.month != 0 && !t.ahead():
		return openTense // "they agreed on the vote on February 23"
	case t.past(), t == noTense && p.lang.verb != nil && !p.lang.unspaced && !p.inClause(f, isCue):
		return noTense
	}
	return dueTense
}

// byTerm knows the end of a term: "has until Jan. 19", "by Friday", "bis zum 19.
// Januar", 1月19日前. A clause that tells of the past has passed it, unless it
// gives the term: "gave the firm until Friday".
func byTerm(p *parser, f *found) tense {
	i := p.leader(f)
	behind := p.lang.byAfter && p.is(f.end, byC)
	if !p.is(i, byC) && !p.cue(i, through) && !behind || p.cue(i, until) && p.notBefore(i) {
		return noTense
	}
	if p.inClause(f, hadCue) {
		return pastTense // "had until Friday", "hätte bis Freitag liefern müssen"
	}
	if behind {
		return when(p.lang.tenseOf(p, f) != pastTense, dueTense)
	}
	v := p.verbAround(f.start, f.end)
	past := v >= 0 && p.tenseAt(v).past() && !p.possesses(v)
	switch {
	case p.cue(i, through) && !p.is(i, byC) && !p.inClause(f, infinitive) && !p.tenseAt(v).ahead():
		return noTense
	case f.m.weekday != 0 && f.m.day == 0:
		return when(i == f.start-1 && (i > 0 || !past), dueTense)
	case !past:
		return dueTense
	case i == 0 || v > f.end || !p.sameClause(v, i):
		return noTense
	case p.cue(v, giving) || p.inClause(f, infinitive):
		return dueTense
	}
	return noTense
}

// starting knows "from Monday", "ab Donnerstag" in clauses that do not look back.
func starting(p *parser, f *found) tense {
	if f.m.weekday == 0 || f.m.month != 0 || !p.cue(p.leader(f), fromCue) || p.lang.tenseOf == nil || p.lang.tenseOf(p, f).past() {
		return noTense
	}
	return dueTense
}

// possesses reports whether "has" at v is a verb of its own, without a participle:
// "has nine months".
func (p *parser) possesses(v int) bool {
	if !p.cue(v, haveCue) {
		return false
	}
	if p.is(v+1, byC) {
		return true
	}
	for k := v + 1; k < min(len(p.toks), v+1+auxiliaryTokens) && !p.boundary(k); k++ {
		if p.verb(k).past() || p.cue(k, been) {
			return false
		}
	}
	return true
}

// sameClause reports whether no boundary stands between two tokens.
func (p *parser) sameClause(i, j int) bool {
	for k := min(i, j) + 1; k < max(i, j); k++ {
		if p.boundary(k) {
			return false
		}
	}
	return true
}

// attribute knows participles before a noun, which govern the day before them:
// "die am Sonntag unterbrochene Suche", "die für Freitag geplante Sitzung".
func attribute(p *parser, f *found) tense {
	d := p.lang.data
	for k := f.end; k < min(len(p.toks), f.end+attributeTokens); k++ {
		t := &p.toks[k]
		if t.kind != wordToken || t.upper || p.boundary(k) {
			return noTense
		}
		w := p.text[t.start:t.end]
		if k+1 >= len(p.toks) || !p.toks[k+1].upper || !hasArticle(p, f) {
			continue
		}
		switch {
		case p.cue(k, arranged), endsWithAny(w, d.GerundiveEnding):
			return dueTense
		case endsWithAny(w, d.AttributeEnding) && len(w) > leastVerb:
			return doneTense
		}
	}
	return noTense
}

// attributeTokens is how many words a participle may have before it.
const attributeTokens = 3

// hasArticle reports whether an article stands before the preposition of f: "die
// am Sonntag".
func hasArticle(p *parser, f *found) bool {
	for i := f.start - 1; i >= max(0, f.start-3); i-- {
		if p.is(i, detC) && !p.is(i, leadC) {
			return true
		}
	}
	return false
}

// modifier knows dates that say which of several is meant, and are of no verb:
// "the July 3 accord".
func modifier(p *parser, f *found) tense {
	i, j := f.start-1, f.end
	if f.m.month == 0 || f.m.weekday != 0 || !p.is(i, detC) && !p.cue(i, owner) || j >= len(p.toks) {
		return noTense
	}
	t := &p.toks[j]
	if t.kind != wordToken || t.upper || p.boundary(j) || p.verb(j) != noTense || p.isAppointment(j) || t.entry.known() {
		return noTense
	}
	return openTense
}

// copula knows "the deadline is Tuesday", "the vote was Friday".
func copula(p *parser, f *found) tense {
	i := p.leader(f)
	if p.cue(i, onDay) {
		i--
	}
	switch {
	case p.cue(i, isCue) && p.verb(i).past(): // "ist am Freitag abgelaufen"
		return toldTense
	case p.cue(i, isCue):
		return dueTense
	case p.cue(i, wasCue):
		return doneTense
	}
	return noTense
}
