package timex

import "github.com/seed-7461731f/dateline/store/news"

// A scope is what a heading says of the dates of the entries below it: a year, or
// a month of a year.
type scope struct {
	year, month int
	paragraph   int // the only one it holds for; noItem: until the next heading
}

func (c *scope) covers(s *news.Sentence) bool {
	return c.year != 0 && (c.paragraph == noItem || c.paragraph == s.Paragraph)
}

// Bounds of headings and entries, in tokens: how long a line with a year and no
// verb is that heads others; how many words may stand before the date of an entry
// ("On August 6"), and how many make its label ("Annual meeting: May 19").
const headingTokens, entryLead, labelTokens = 8, 2, 6

// entry reports whether f begins an entry of a list or chronology, or stands
// behind its label.
func (p *parser) entry(f *found) bool {
	if f.start <= entryLead {
		return p.verbless(0, f.start)
	}
	return f.start <= labelTokens && p.colon(f.start-1) && p.verbless(0, f.start-1)
}

// marked reports whether a mark sets the date of an entry apart from its text:
// "Aug 14, 2020: ...", "17 January 2025 – ...".
func (p *parser) marked(f *found) bool {
	if f.start != 0 {
		return false
	}
	w := p.word(f.end)
	return p.colon(f.end) || (w == "–" || w == "—" || w == "-") && p.toks[f.end].space
}

func (p *parser) colon(i int) bool {
	w := p.word(i)
	return w == ":" || w == "："
}

func (p *parser) verbless(i, j int) bool {
	for k := i; k < j; k++ {
		if p.verb(k) != noTense {
			return false
		}
	}
	return true
}

// heads reports whether f is a heading, or the year in one, and whether it holds
// for its own paragraph alone: "2020", "Case history, 2014.", "2013年大事记：".
func (p *parser) heads(f *found) (yes, here bool) {
	n := len(p.toks)
	last := n
	for last > f.end && p.toks[last-1].kind == markToken {
		last--
	}
	if f.start == 0 && f.end == last {
		return true, false
	}
	if f.m.year == 0 || f.m.month != 0 || f.m.day != 0 {
		return false, false
	}
	if f.end == last && n <= headingTokens && p.verbless(0, n) {
		return true, true
	}
	for k := f.end; k < min(n, f.end+labelTokens) && f.start <= entryLead; k++ {
		if p.colon(k) {
			return p.verbless(0, k), true
		}
	}
	return false, false
}

// takeScope gives the date of an entry the year, and a day the month, of the
// heading above it.
func (r *resolver) takeScope(p *parser, i int, s *news.Sentence) {
	f := &p.out[i]
	m := &f.m
	if m.kind != pointKind || m.year != 0 || !r.scope.covers(s) {
		return
	}
	if !p.entry(f) && !(f.part > 0 && i > 0 && p.out[i-1].scoped) && !r.goesOn(m) {
		return
	}
	if m.month == 0 && m.day != 0 {
		m.month = r.scope.month
	}
	if m.month != 0 || m.season != 0 || m.quarter != 0 || m.half != 0 {
		m.year, f.scoped = r.scope.year, true
	}
}

// goesOn reports whether a date without a year is later in the year of a heading
// than the entry that it stands in: "2013: opened on March 5, closed on November
// 20".
func (r *resolver) goesOn(m *meaning) bool {
	return r.inEntry && m.month != 0 && civil(r.scope.year, m.month, max(m.day, 1)) >= r.dct && r.dct.year() == r.scope.year
}

// noteScope remembers headings, and the day of an entry as the one that its text
// counts from.
func (r *resolver) noteScope(p *parser, f *found, res *result, s *news.Sentence) {
	if !res.ok || f.m.kind != pointKind || res.anchor != byItself && !f.scoped {
		return
	}
	y, m, _ := res.p.first.date()
	if heads, here := p.heads(f); heads && (res.unit == year || res.unit == month && !here) {
		r.scope = scope{year: y, paragraph: noItem}
		if here {
			r.scope.paragraph = s.Paragraph
		}
		if res.unit == month {
			r.scope.month = m
		}
		return
	} else if heads && res.unit == dayUnit {
		r.headDay, r.hasHeadDay = res.p.first, true
		return
	}
	if res.unit == dayUnit && f.part == 0 && !r.narrative && s.Index > 0 && (f.scoped && p.entry(f) || p.marked(f)) {
		r.dct, r.known, r.item = res.p.first, true, s.Paragraph
		r.inEntry = true
	}
}
