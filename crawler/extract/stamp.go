package extract

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// A stamp is a time as a page writes it.
type stamp struct {
	t     time.Time // in its zone; in UTC when naive
	grain news.Grain
	zone  string // offset, abbreviation or IANA name as read; "" when naive
}

// longestStamp bounds what is looked at; a machine date is shorter, and what
// is longer is a sentence.
const longestStamp = 160

var (
	isoDate   = regexp.MustCompile(`(?:^|[^\d])((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]|[^\d]|$)`)
	plainDate = regexp.MustCompile(`^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z?)$`)
	dayFirst  = regexp.MustCompile(`(?:^|[^\d])(\d{1,2})([./-])\s?(\d{1,2})[./-]\s?((?:19|20)\d\d|\d\d)(?:[^\d]|$)`)
	cjkDate   = regexp.MustCompile(`((?:19|20)\d\d)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号]`)
	wordDate  = regexp.MustCompile(`(?i)(?:^|[^\pL\d])(?:(\d{1,2})(?:\.|st|nd|rd|th|er|º|ª)?\s*(?:de\s+|of\s+|-)?)?(\pL{3,12})\.?,?[\s-]*(?:(?:de|del)\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?:\d{1,2}:\d\d(?::\d\d)?\s+(?:[A-Z]{2,5}|[+-]\d{4})?\s*)?((?:19|20)\d\d)(?:[^\d]|$)`)
	clock     = regexp.MustCompile(`(?i)(?:^|[^\d.:])(\d{1,2})[:h.](\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(?:\s?([ap])\.?\s?m\b\.?)?`)
	cjkClock  = regexp.MustCompile(`(午前|午後|오전|오후|上午|下午)?\s*(\d{1,2})\s*[時时시点]\s*(?:(\d{1,2})\s*[分분])?`)
)

// parseStamp reads a date, with or without a clock time, out of s, which is a
// date and little else: ISO 8601 and its relatives, RFC 1123, epoch seconds,
// numeric dates, dates with month names in nine languages, Chinese, Japanese
// and Korean dates. A naive time is read in loc (nil: unknown, kept as UTC with
// zone ""). monthFirst says how to read 03/04/2020.
func parseStamp(s string, loc *time.Location, monthFirst bool) (stamp, bool) {
	s = squash(s)
	if s == "" || len(s) > longestStamp {
		return stamp{}, false
	}
	if st, ok := epoch(s); ok {
		return st, true
	}
	if m := plainDate.FindStringSubmatch(s); m != nil {
		c := clockTime{known: m[4] != "", h: number(m[4]), m: number(m[5]), s: number(m[6]), withSeconds: m[6] != ""}
		zone := ""
		if m[7] != "" {
			zone = "Z"
		}
		return newStamp(date{number(m[1]), number(m[2]), number(m[3])}, c, zone, loc)
	}
	d, rest, ok := findDate(s, monthFirst)
	if !ok {
		return stamp{}, false
	}
	c := findClock(rest)
	zone := ""
	if c.known {
		zone = findZone(rest)
	}
	return newStamp(d, c, zone, loc)
}

func epoch(s string) (stamp, bool) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || len(s) != 10 && len(s) != 13 {
		return stamp{}, false
	}
	if len(s) == 13 {
		n /= 1000
	}
	return stamp{time.Unix(n, 0).UTC(), news.GrainSecond, "Z"}, true
}

type date struct{ y, m, d int }

func (d date) valid() bool {
	if d.m < 1 || d.m > 12 || d.d < 1 || d.y < 1900 || d.y > 2100 {
		return false
	}
	return d.d <= time.Date(d.y, time.Month(d.m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// findDate returns the first date in s and s without it.
func findDate(s string, monthFirst bool) (date, string, bool) {
	if m := isoDate.FindStringSubmatchIndex(s); m != nil {
		d := date{at(s, m, 1), at(s, m, 2), at(s, m, 3)}
		return d, s[:m[2]] + " " + s[m[7]:], d.valid()
	}
	if m := cjkDate.FindStringSubmatchIndex(s); m != nil {
		d := date{at(s, m, 1), at(s, m, 2), at(s, m, 3)}
		return d, s[:m[0]] + " " + s[m[1]:], d.valid()
	}
	if m := dayFirst.FindStringSubmatchIndex(s); m != nil {
		a, b, y := at(s, m, 1), at(s, m, 3), at(s, m, 4)
		if y < 100 {
			y += 2000
		}
		if b > 12 || monthFirst && s[m[4]:m[5]] == "/" && a <= 12 {
			a, b = b, a
		}
		d := date{y, b, a}
		return d, s[:m[2]] + " " + s[m[9]:], d.valid()
	}
	return findWordDate(s)
}

// findWordDate reads "31 August 2020", "August 31, 2020", "31. August 2020",
// "Mon Aug 31 10:00:00 CEST 2020".
func findWordDate(s string) (date, string, bool) {
	for from := 0; from < len(s); {
		m := wordDate.FindStringSubmatchIndex(s[from:])
		if m == nil {
			break
		}
		part := s[from:]
		month := months[strings.ToLower(part[m[4]:m[5]])]
		day := at(part, m, 1)
		if m[6] >= 0 {
			day = at(part, m, 3)
		}
		d := date{at(part, m, 4), month, day}
		if d.valid() {
			// What stood between day and year (a clock and a zone) stays.
			middle := ""
			if m[6] >= 0 {
				middle = part[m[7]:m[8]]
			}
			return d, s[:from+m[0]] + " " + middle + " " + part[m[9]:], true
		}
		from += m[5]
	}
	return date{}, s, false
}

func at(s string, m []int, group int) int {
	if m[2*group] < 0 {
		return 0
	}
	return number(s[m[2*group]:m[2*group+1]])
}

func number(s string) int {
	n, _ := strconv.Atoi(s) // the patterns give digits or nothing
	return n
}

type clockTime struct {
	known       bool
	h, m, s     int
	withSeconds bool
}

func findClock(s string) clockTime {
	if m := cjkClock.FindStringSubmatch(s); m != nil {
		c := clockTime{known: true, h: number(m[2]), m: number(m[3])}
		if c.h < 12 && strings.ContainsAny(m[1], "後후下") {
			c.h += 12
		}
		return c.checked()
	}
	m := clock.FindStringSubmatch(s)
	if m == nil {
		return clockTime{}
	}
	c := clockTime{known: true, h: number(m[1]), m: number(m[2]), s: number(m[3]), withSeconds: m[3] != ""}
	switch strings.ToLower(m[4]) {
	case "p":
		if c.h < 12 {
			c.h += 12
		}
	case "a":
		if c.h == 12 {
			c.h = 0
		}
	}
	return c.checked()
}

func (c clockTime) checked() clockTime {
	if c.h > 23 || c.m > 59 || c.s > 60 {
		return clockTime{}
	}
	return c
}

// newStamp places a civil date and clock in a zone.
func newStamp(d date, c clockTime, zone string, loc *time.Location) (stamp, bool) {
	if !d.valid() {
		return stamp{}, false
	}
	place, name := place(zone, loc)
	st := stamp{grain: news.GrainDay, zone: name}
	st.t = time.Date(d.y, time.Month(d.m), d.d, c.h, c.m, c.s, 0, place)
	switch {
	case c.withSeconds:
		st.grain = news.GrainSecond
	case c.known:
		st.grain = news.GrainMinute
	}
	return st, true
}
