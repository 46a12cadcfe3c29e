package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/store/news"
)

// A dateline opens a report: "BERLIN, 3. Februar (dpa) -", "新华社北京2月3日电". What
// follows counts from its day, which may be that before the publication.

// Bounds of a dateline: in bytes, what may stand before its day and in the
// brackets behind it; in days, how much older than the publication it may be; in
// sentences, how far down it speaks for the whole text.
const (
	datelineHead   = 60
	datelineAgency = 40
	datelineAge    = 7
	datelineTop    = 3
)

// dateline reports whether the expression is the day of a dateline.
func (p *parser) dateline(f *found, s *news.Sentence) bool {
	if f.m.kind != pointKind || f.m.month == 0 || f.m.day == 0 || f.part > 0 {
		return false
	}
	head := p.text[s.Start:p.toks[f.start].start]
	rest := p.text[p.toks[f.end-1].end:s.End]
	if len(head) > datelineHead {
		return false
	}
	if behind := p.lang.data.Dateline; behind != nil {
		return !strings.ContainsAny(head, "，。、") && hasAnyPrefix(strings.TrimLeft(rest, " "), behind)
	}
	first, _ := utf8.DecodeRuneInString(head)
	return unicode.IsUpper(first) && strings.Contains(head, ",") && opensReport(rest)
}

// opensReport reports whether what stands behind a day ends a dateline: an agency
// in brackets or none, and a dash.
func opensReport(rest string) bool {
	rest = strings.TrimLeft(rest, "., ")
	if agency, ok := strings.CutPrefix(rest, "("); ok {
		end := strings.IndexByte(agency[:min(len(agency), datelineAgency)], ')')
		if end < 0 {
			return false
		}
		rest = strings.TrimLeft(agency[end+1:], " ")
	}
	return hasAnyPrefix(rest, []string{"- ", "-- ", "– ", "— ", "—"})
}

// open makes the day of a dateline the one that relative expressions count
// from: for the text below, or, further down, for its paragraph, an item of a
// digest.
func (r *resolver) open(d day, s *news.Sentence) {
	if r.narrative || r.knownHome && (d > r.home || r.home-d > datelineAge) {
		return
	}
	r.dct, r.known = d, true
	r.item = s.Paragraph
	if s.Index <= datelineTop {
		r.home, r.knownHome, r.item = d, true, noItem
	}
}

// noItem: the day is the whole article's.
const noItem = -1

// enter goes back to the day of the article behind the item of a digest.
func (r *resolver) enter(s *news.Sentence) {
	if r.item != noItem && s.Paragraph != r.item {
		r.dct, r.known, r.item, r.inEntry = r.home, r.knownHome, noItem, false
	}
}
