package timex

import "strings"

// near is how many bytes around an expression its words are looked for.
const near = 48

// about reports whether one of the phrases, in small letters, stands near an
// expression, in its own clause.
func (p *parser) about(f *found, phrases []string) bool {
	start, end := p.toks[f.start].start, p.toks[f.end-1].end
	first, last := p.toks[0].start, p.toks[len(p.toks)-1].end
	before := p.text[max(first, start-near):start]
	behind := p.text[end:min(last, end+near)]
	if i := strings.LastIndexAny(before, ",;，；"); i >= 0 {
		before = before[i+1:]
	}
	if i := strings.IndexAny(behind, ",;，；"); i >= 0 {
		behind = behind[:i]
	}
	clause := strings.ToLower(before + " " + behind)
	for _, w := range phrases {
		if strings.Contains(clause, w) {
			return true
		}
	}
	return false
}

// extend places "extended by another 90 days": behind the term last named. With
// none named it stays a length.
func (p *parser) extend(f *found, res *result, r *resolver) {
	m := &f.m
	if m.kind != durationKind || m.term || res.ok || m.num <= 0 || m.unit < dayUnit || m.unit > month {
		return
	}
	if !r.hasTerm || r.sentence-r.termIn > 1 || p.cue(f.start-1, spanBefore) || !p.about(f, p.lang.data.Lengthened) && !p.more(f) {
		return
	}
	to := moveBy(r.term, m, 1)
	res.days = stretch{to, to + 1}
	res.ok, res.deadline, res.anchor = true, true, byPrevious
}

// more reports whether an expression says that it comes on top: "30 more days".
func (p *parser) more(f *found) bool {
	return p.has(f, moreCue) || p.cue(f.start-1, moreCue)
}

// has reports whether an expression holds a word of a cue.
func (p *parser) has(f *found, c cue) bool {
	for k := f.start; k < f.end; k++ {
		if p.cue(k, c) {
			return true
		}
	}
	return false
}

// noteTerm remembers the day on which a term ends.
func (p *parser) noteTerm(f *found, res *result, r *resolver) {
	if res.ok && res.typ != "DURATION" && res.unit <= dayUnit && (res.deadline || p.about(f, p.lang.data.Term)) {
		r.term, r.hasTerm, r.termIn = res.p.first, true, r.sentence
	}
}

// termFrom gives a term the day that it says it counts from, "within 45 days of
// 6 August". What is to happen first, "of the law taking effect", has no day yet:
// then ok is false. What was told last is the base of all others.
func (p *parser) termFrom(i int, r *resolver) (ok bool) {
	f := &p.out[i]
	if f.m.term && f.m.kind == durationKind && r.hasOwn && p.about(f, p.lang.data.Self) {
		r.event, r.hasEvent, r.eventIn = stretch{r.own, r.own + 1}, true, r.sentence
		return true
	}
	if !f.m.term || f.m.kind != durationKind || !p.cue(f.end, countedFrom) {
		return true
	}
	if p.cue(f.end+1, pointing) && p.cue(f.end+2, dayOrDate) {
		return true
	}
	if i+1 < len(p.out) {
		g := &p.out[i+1]
		if at, ok := r.dayOf(g, p.tense(g)); ok && g.start-f.end <= termReach {
			r.event, r.hasEvent, r.eventIn = stretch{at, at + 1}, true, r.sentence
			return true
		}
	}
	for k := f.end + 1; k < len(p.toks) && k <= f.end+termReach; k++ {
		if p.cue(k, told) {
			return true
		}
	}
	return false
}

// termReach is how many words behind a term its base may stand.
const termReach = 6
