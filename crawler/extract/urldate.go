package extract

import (
	"regexp"
	"time"
)

var (
	urlSlashed = regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/._-]|$)`)
	urlPacked  = regexp.MustCompile(`[/._-]((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?:\d{4}|\d{6})?(?:[/._-]|$)`)
	urlDayLast = regexp.MustCompile(`[/._-]([0-3]\d)[._-](0[1-9]|1[0-2])[._-]((?:19|20)\d\d)(?:[/._-]|$)`)
	urlArchive = regexp.MustCompile(`^https?://web\.archive\.org/web/\d{4,14}[a-z_]*/`)
	urlMonth   = regexp.MustCompile(`/((?:19|20)\d\d)/(0[1-9]|1[0-2])/`)
	urlShort   = regexp.MustCompile(`-(\d\d)(0[1-9]|1[0-2])-\d{5,7}\.html$`)
)

// urlDay reads the day out of an address: /2020/08/31/, /2020-08-31-,
// -20200831101500-, /31-08-2020-. The day on which an archive saved a page is
// none.
func urlDay(url string) (date, bool) {
	url = urlArchive.ReplaceAllString(url, "/")
	for _, re := range []*regexp.Regexp{urlSlashed, urlPacked} {
		if m := re.FindStringSubmatch(url); m != nil {
			d := date{number(m[1]), number(m[2]), number(m[3])}
			return d, d.valid()
		}
	}
	if m := urlDayLast.FindStringSubmatch(url); m != nil {
		d := date{number(m[3]), number(m[2]), number(m[1])}
		return d, d.valid()
	}
	return date{}, false
}

// urlBounds reads the month out of an address, as an interval: /2020/08/ or
// the ending -2008-154321.html (year, month, number).
func urlBounds(url string, loc *time.Location) (from, to time.Time, ok bool) {
	if loc == nil {
		loc = time.UTC
	}
	year, month := 0, 0
	if m := urlMonth.FindStringSubmatch(url); m != nil {
		year, month = number(m[1]), number(m[2])
	} else if m := urlShort.FindStringSubmatch(url); m != nil {
		year, month = 2000+number(m[1]), number(m[2])
		if year > 2090 {
			year -= 100
		}
	} else {
		return from, to, false
	}
	from = time.Date(year, time.Month(month), 1, 0, 0, 0, 0, loc)
	return from, from.AddDate(0, 1, 0).Add(-time.Second), true
}
