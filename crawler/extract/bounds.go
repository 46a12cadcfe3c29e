package extract

import (
	"net/http"
	"regexp"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// inferred dates an article that nobody dated: by the month in its address,
// else by when the page or the server says that it last changed (in words, only
// when its text tells of nothing later), else only by
// what its own text can already tell. Earliest and Latest bound it, the fetch at
// the latest; Time is zero where only a month or the text speaks, since a wrong
// day would shift every "yesterday" in it.
func (d *dater) inferred(p news.Page, text string) news.DCT {
	if dct, ok := monthOf(p, d.url, text, d.loc); ok {
		return dct
	}
	told := newestTold(text, d.loc, p.FetchedAt)
	if m := d.changed(); m.Known() && !(m.Method == "text" && m.Time.Before(told)) {
		if m.Time.Before(told) {
			told = time.Time{} // it tells of what is to come
		}
		m.Grain, m.Earliest, m.Latest = news.GrainDay, told, m.Time
		return m
	}
	if t, ok := lastModified(p); ok && !t.Before(told) {
		return news.DCT{Time: t, Grain: news.GrainDay, Zone: "+00:00", Earliest: told, Latest: t, Method: "header"}
	}
	if !told.IsZero() {
		return news.DCT{Zone: zoneLabel(d.loc), Earliest: told, Latest: p.FetchedAt, Method: "text"}
	}
	return news.DCT{Zone: zoneLabel(d.loc), Latest: p.FetchedAt}
}

// monthOf bounds an article by the month in its address, which the newest day
// that the text tells as past may narrow.
func monthOf(p news.Page, url, text string, loc *time.Location) (news.DCT, bool) {
	from, to, ok := urlBounds(url, loc)
	if !ok || !p.FetchedAt.IsZero() && from.After(p.FetchedAt) {
		return news.DCT{}, false
	}
	if told := newestTold(text, loc, p.FetchedAt); told.After(from) && told.Before(to) {
		from = told
	}
	return news.DCT{Zone: zoneLabel(loc), Earliest: from, Latest: to, Method: "url"}, true
}

// changed is when the page says that it was last changed: in its data, else in
// words.
func (d *dater) changed() news.DCT {
	if m := d.modified(); m.Known() || d.page == nil {
		return m
	}
	for _, b := range d.page.blocks {
		line := head(b.text, longestDateBlock)
		if !saysUpdate.MatchString(line) || rights.MatchString(line) || terms.MatchString(b.text) {
			continue
		}
		if day, _, ok := findDate(line, d.monthFirst); ok {
			if s, ok := newStamp(day, clockTime{}, "", d.loc); ok && d.plausible(s.t) {
				return found{s, "text"}.dct()
			}
		}
	}
	return news.DCT{}
}

// terms tells the terms of a site, which have a date of their own.
var terms = regexp.MustCompile(`(?i)cookie|datenschutz|erklärung|privacy|policy|terms of|nutzungsbedingungen|隐私|隱私|条款`)

func zoneLabel(loc *time.Location) string {
	if loc == nil {
		return ""
	}
	return loc.String()
}

// lastModified reads the header of that name. A page that is made at the
// moment of the answer has the time of the fetch there, which says nothing.
func lastModified(p news.Page) (time.Time, bool) {
	t, err := http.ParseTime(header(p, "Last-Modified"))
	if err != nil || t.Before(earliestArticle) {
		return time.Time{}, false
	}
	now := p.FetchedAt
	if sent, err := http.ParseTime(header(p, "Date")); err == nil {
		now = sent
	}
	return t, !now.IsZero() && t.Before(now.Add(-24*time.Hour))
}

func header(p news.Page, name string) string {
	for k, v := range p.Header {
		if strings.EqualFold(k, name) && len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

// ahead are words that make a date one to come: until, by, from, deadline, due.
var ahead = regexp.MustCompile(`(?i)(?:^|[^\pL])(bis|ab|zum|until|till|by|before|from|due|expires?|deadline|frist|will|wird|werden|soll|sollen|would|plans?|planned|scheduled|jusqu|hasta|entro|до)(?:[^\pL]|$)`)

// newestTold returns the newest full date that the text tells as past: an
// article cannot be older than that. Dates after a word that looks ahead, and
// those after the fetch, do not count.
func newestTold(text string, loc *time.Location, fetched time.Time) time.Time {
	var newest time.Time
	for line := range strings.SplitSeq(head(text, 200_000), "\n") {
		for _, m := range wordDate.FindAllStringSubmatchIndex(line, 100) {
			d, _, ok := findWordDate(line[m[0]:m[1]])
			if !ok || ahead.MatchString(line[max(0, m[0]-40):m[0]]+" ") {
				continue
			}
			s, _ := newStamp(d, clockTime{}, "", loc)
			if s.t.After(newest) && (fetched.IsZero() || s.t.Before(fetched)) {
				newest = s.t
			}
		}
	}
	return newest
}

// tellsOf reports whether a text names the day of t in the middle of a paragraph,
// as something that it tells. A day at the start of a paragraph ("Berlin, 13
// October 2021 -") or in a line of its own is when the text was written.
func tellsOf(text string, t time.Time) bool {
	want := date{t.Year(), int(t.Month()), t.Day()}
	for line := range strings.SplitSeq(head(text, 200_000), "\n") {
		if words(line) < 20 {
			continue
		}
		rest := line[len(head(line, 60)):]
		for range 50 {
			d, next, ok := findDate(rest, false)
			if ok && d == want {
				return true
			}
			if next == rest || !ok {
				break
			}
			rest = next
		}
	}
	return false
}
