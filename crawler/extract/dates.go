package extract

import (
	"cmp"
	"time"

	"golang.org/x/net/html"

	"github.com/seed-7461731f/dateline/store/news"
)

// The names under which publishers give the day of publication and of the last
// change, most trusted first. Those in weakNames carry the day of the last
// change, or of the last visit, often enough that the text of the page is asked
// before them.
var (
	publishedNames = []string{
		"article:published_time", "og:article:published_time", "og:published_time", "itemprop:datepublished",
		"datepublished", "article:published", "article.published", "parsely-pub-date", "sailthru.date",
		"cxenseparse:recs:publishtime", "dcterms.created", "dc.date.issued", "dcterms.issued", "dc.date.created",
		"publish-date", "publish_date", "publishdate", "publication_date", "publicationdate", "pubdate", "article.created",
		"article_date_original", "originalpublicationdate", "citation_publication_date", "rnews:datepublished", "ptime",
		"itemprop:datecreated", "og:pubdate",
	}
	modifiedNames = []string{
		"article:modified_time", "og:article:modified_time", "itemprop:datemodified", "datemodified", "article.updated",
		"dcterms.modified", "dc.date.modified", "og:updated_time", "last-modified", "lastmod", "revision_date",
	}
	weakNames = []string{"date", "dc.date", "dcterms.date", "dcterms.date.issued", "created", "date.created", "timestamp"}
)

// earliestArticle is older than any article of the web.
var earliestArticle = time.Date(1990, 1, 1, 0, 0, 0, 0, time.UTC)

// A dater reads the dates of one page.
type dater struct {
	facts      *facts
	ld         linked
	url        string
	loc        *time.Location // of naive times; nil unknown
	monthFirst bool
	fetched    time.Time // zero unknown
	page       *layout   // nil: not HTML

	holds map[*html.Node]int // how many times an element holds; nil until asked
	days  map[string]bool    // that time elements show in words; nil until asked
}

// A found is one date and what said so.
type found struct {
	stamp
	method string
}

func (d *dater) plausible(t time.Time) bool {
	if t.Before(earliestArticle) {
		return false
	}
	// Two days of grace for zones and for clocks that go wrong.
	return d.fetched.IsZero() || t.Before(d.fetched.Add(48*time.Hour))
}

func (d *dater) read(method string, values ...string) []found {
	var out []found
	for _, v := range values {
		if s, ok := parseStamp(v, d.loc, d.monthFirst); ok && d.plausible(s.t) {
			out = append(out, found{d.local(s), method})
		}
	}
	return out
}

// local moves a time that the page's system wrote in UTC into the zone of the
// newsroom, whose civil day is the "today" of the article: 22:30 UTC is the
// next day in Berlin. Midnight UTC stays, since it is a day without a clock.
func (s stamp) local(loc *time.Location) stamp {
	if loc == nil || s.zone != "+00:00" && s.zone != "Z" || s.grain == news.GrainDay || s.t.Format(time.TimeOnly) == "00:00:00" {
		return s
	}
	s.t, s.zone = s.t.In(loc), loc.String()
	return s
}

// local moves a time into the zone of the newsroom, unless the page itself
// prints the day in UTC: then its system calls local time UTC.
func (d *dater) local(s stamp) stamp {
	moved := s.local(d.loc)
	raw, day := s.t.Format(time.DateOnly), moved.t.Format(time.DateOnly)
	if raw != day && d.printed(raw) && !d.printed(day) {
		return s
	}
	return moved
}

// printed reports whether a time element of the article shows a day in words.
func (d *dater) printed(day string) bool {
	if d.days == nil {
		d.days = map[string]bool{}
		for _, t := range d.facts.times {
			shown, _, ok := findDate(head(text(t.node), longestStamp), d.monthFirst)
			if ok && !isComment(t.node) && !inside(t.node, chromeTags) {
				d.days[time.Date(shown.y, time.Month(shown.m), shown.d, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)] = true
			}
		}
	}
	return d.days[day]
}

func (d *dater) metas(names []string) []found {
	var out []found
	for _, n := range names {
		out = append(out, d.read("meta", d.facts.all(n)...)...)
	}
	return out
}

// stated returns what page and finder say of the publication, most trusted
// first.
func (d *dater) stated(link news.Link) []found {
	all := d.read("json-ld", d.ld.published)
	all = append(all, d.metas(publishedNames)...)
	all = append(all, d.timeTags()...)
	if l := link.Published; l.Known() && d.plausible(l.Time) {
		method := l.Method
		if method == "" {
			method = string(link.Kind)
		}
		all = append(all, found{stamp{l.Time, l.Grain, l.Zone}.local(d.loc), method})
	}
	if day, ok := urlDay(d.url); ok {
		if s, ok := newStamp(day, clockTime{}, "", d.loc); ok && d.plausible(s.t) {
			all = append(all, found{s, "url"})
		}
	}
	return all
}

// published walks the chain down to the first that knows. What a
// reader sees is searched only when nothing states the day.
func (d *dater) published(l *layout, p news.Page, link news.Link, text string) news.DCT {
	all := d.stated(link)
	if len(all) == 0 {
		all = d.visible(l)
		// A day that the article tells of may be the day of what it tells: the
		// address, where it bounds the month, is better evidence.
		if len(all) > 0 && tellsOf(text, all[0].t) {
			if dct, ok := monthOf(p, d.url, text, d.loc); ok {
				return dct
			}
			dct := all[0].dct()
			dct.Earliest, dct.Latest = dct.Time, p.FetchedAt
			return dct
		}
	}
	all = append(all, d.metas(weakNames)...)
	if len(all) == 0 {
		all = append(d.read("json", d.facts.states...), d.read("meta", d.facts.all("og:image")...)...)
	}
	if len(all) == 0 {
		all = d.read("text", d.facts.title)
	}
	if len(all) == 0 {
		return d.inferred(p, text)
	}
	all = d.notBeforeAddress(d.corroborated(all))
	return d.onDayOfAddress(all[0].refined(all[1:])).dct()
}

func (d *dater) modified() news.DCT {
	all := d.read("json-ld", d.ld.modified)
	all = append(all, d.metas(modifiedNames)...)
	for _, t := range d.facts.times {
		if t.modified && !inside(t.node, chromeTags) {
			all = append(all, d.read("time-tag", t.value)...)
		}
	}
	if len(all) == 0 {
		return news.DCT{}
	}
	return all[0].refined(all[1:]).dct()
}

// timeTags returns the times that stand for the article's publication: those
// marked as such, else the one nearest the headline. The first of the page is
// often a teaser's or the clock in the page head.
func (d *dater) timeTags() []found {
	var out []found
	nearest, distance := -1, 0
	for i, t := range d.facts.times {
		if !t.mayBeOfArticle() {
			continue
		}
		got := d.read("time-tag", t.value)
		if len(got) == 0 {
			continue
		}
		if t.marked && len(out) < 3 && !inside(t.node, anchors) {
			out = append(out, got[0])
		}
		far := fromHeadline(t.at - d.facts.headAt)
		if nearest < 0 || far < distance {
			nearest, distance = i, far
		}
	}
	if len(out) == 0 && nearest >= 0 && (d.facts.headAt == 0 || distance < 150) {
		out = d.read("time-tag", d.facts.times[nearest].value)
	}
	return out
}

// mayBeOfArticle reports whether a time belongs neither to a change, nor to a comment,
// nor to the frame of the page.
func (t timeTag) mayBeOfArticle() bool {
	return !t.modified && !inside(t.node, chromeTags) && !isComment(t.node)
}

// fromHeadline is how far a time counts as being from the headline: one above it
// is rarer than one below.
func fromHeadline(distance int) int {
	if distance < 0 {
		return -3 * distance
	}
	return distance
}

var anchors = wordSet("a")

// isComment reports whether an element is in the comments of readers.
func isComment(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if kindOfNames(attr(p, "class")) == commentKind || kindOfNames(attr(p, "id")) == commentKind {
			return p.Data != "body" && p.Data != "article" && p.Data != "main"
		}
	}
	return false
}

// refined gives f the clock time and the zone of another date of the same
// civil day, where f has none: "2024-05-03" in JSON-LD and the minute in a
// time element are one statement.
func (f found) refined(others []found) found {
	if f.midnight() {
		f.grain = news.GrainDay
	}
	if f.grain != news.GrainDay {
		return f
	}
	for _, o := range others {
		if o.grain != news.GrainDay && !o.midnight() && o.t.Format(time.DateOnly) == f.t.Format(time.DateOnly) {
			f.t, f.grain, f.zone = o.t, o.grain, o.zone
			return f
		}
	}
	return f
}

// midnight: a template that knows only the day fills in 00:00:00.
func (f found) midnight() bool {
	return f.t.Hour() == 0 && f.t.Minute() == 0 && f.t.Second() == 0
}

func (f found) dct() news.DCT {
	return news.DCT{Time: f.t, Grain: f.grain, Zone: f.zone, Method: f.method}
}

// monthFirst reports whether numbers with slashes are month, day, year on a page:
// by its language, and the country of its source or host.
func monthFirst(lang, country, host string) bool {
	return !news.DayFirst(lang, cmp.Or(country, news.CountryOf(host)))
}
