package timex

import (
	"strings"
)

func atHead(p *parser, i, _ int) bool { return p.toks[i].upper }

// countable keeps the year in "1988 second-quarter" from being a count.
func countable(p *parser, i, j int) bool {
	for k := i; k < j; k++ {
		if t := &p.toks[k]; t.kind == numberToken && t.digits == 4 && t.num >= 1900 && t.num < 2100 && !pluralWord(p, j-1, j) {
			return false
		}
	}
	return true
}

// noQuote tells the apostrophe of '98 from a quotation mark.
func noQuote(p *parser, i, j int) bool {
	return p.word(i-1) != "'" && p.word(i-1) != "‘" && (j >= len(p.toks) || p.toks[j].kind == markToken || !p.toks[j].upper)
}

func inNarrative(p *parser, _, _ int) bool { return p.opt.Mode == Narrative }

// notPlural refuses "last years"; a length of time is another rule's.
func notPlural(p *parser, i, j int) bool { return !pluralWord(p, j-1, j) }

func isWord(w string, words ...string) bool {
	for _, x := range words {
		if strings.EqualFold(w, x) {
			return true
		}
	}
	return false
}

func pluralWord(p *parser, i, j int) bool {
	w := p.word(j - 1)
	return strings.HasSuffix(w, "s") && len(w) > 3 || w == "centuries"
}

// aYear tells whether four digits alone are a year.
func aYear(p *parser, i, j int) bool {
	t := &p.toks[i]
	if t.kind != numberToken {
		return j-i > 1
	}
	if i > 0 {
		switch w := strings.ToLower(p.word(i - 1)); w {
		case "$", "€", "£", "¥", "#", "no", "nr", "number", "page", "room", "channel", "flight", "route", "some", "about", "nearly", "over", "than", "boeing", "+", "=", "model", "/", "windows", "office", "agenda", "vision", "rs", "area", "formula", "expo", "usd", "eur":
			return false
		case "in", "since", "until", "by", "of", "from", "during", "after", "before", "the", "early", "late", "for", "through", "and", "to", "between", "fiscal", "year":
			return p.yearRange(i) && !p.counts(j)
		case "-", "–", ".", ",":
			if !t.space && p.toks[i-1].start > 0 && i > 1 && !p.toks[i-1].space {
				return false
			}
		}
	}
	return t.num >= 1400 && t.num <= 2100 && !p.counts(j)
}

func (p *parser) yearRange(i int) bool { return p.toks[i].num >= 1000 && p.toks[i].num <= 2199 }

// counts tells whether token j makes a count of the number before it.
func (p *parser) counts(j int) bool {
	if j >= len(p.toks) {
		return false
	}
	switch strings.ToLower(p.word(j)) {
	case "%", "percent", "people", "points", "miles", "feet", "meters", "metres", "km", "tons", "dollars", "men", "women", "soldiers", "troops",
		"employees", "workers", "copies", "units", "shares", "votes", "jobs", "acres", "pounds", "barrels", "members", "million", "billion":
		return true
	}
	return p.is(j, unitC)
}

// singularAt refuses a plural unit at the nth token of the match.
func singularAt(n int) func(*parser, int, int) bool {
	return func(p *parser, i, _ int) bool { return !pluralWord(p, i+n, i+n+1) }
}
