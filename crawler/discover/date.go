package discover

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// A layout is one way in which feeds and sitemaps write a date, after the name
// of the weekday and the zone have been cut off.
type layout struct {
	form  string
	grain news.Grain
}

var layouts = []layout{
	{"2006-01-02T15:04:05", news.GrainSecond}, // RFC 3339, W3C; fractions are accepted
	{"2006-01-02T15:04", news.GrainMinute},
	{"2006-01-02 15:04:05", news.GrainSecond},
	{"2006-01-02 15:04", news.GrainMinute},
	{"2006-01-02", news.GrainDay},
	{"2006-01", news.GrainMonth},
	{"2006", news.GrainYear},
	{"2 Jan 2006 15:04:05", news.GrainSecond}, // RFC 822 with four digits
	{"2 Jan 2006 15:04", news.GrainMinute},
	{"2 Jan 06 15:04:05", news.GrainSecond}, // RFC 822 as it was
	{"2 Jan 06 15:04", news.GrainMinute},
	{"2 Jan 2006", news.GrainDay},
	{"2 January 2006 15:04:05", news.GrainSecond},
	{"2 January 2006 15:04", news.GrainMinute},
	{"January 2 2006 15:04:05", news.GrainSecond},
	{"January 2 2006 15:04", news.GrainMinute},
	{"January 2 2006", news.GrainDay},
	{"Jan 2 15:04:05 2006", news.GrainSecond}, // ctime
	{"2006/01/02 15:04:05", news.GrainSecond},
	{"2006/01/02 15:04", news.GrainMinute},
	{"2006/01/02", news.GrainDay},
	{"02.01.2006 15:04:05", news.GrainSecond},
	{"02.01.2006 15:04", news.GrainMinute},
	{"02.01.2006", news.GrainDay},
}

var (
	weekday    = regexp.MustCompile(`^\p{L}+\.?,\s*|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\s+`)
	zoneOffset = regexp.MustCompile(`\s*(?:GMT|UTC)?([+-])(\d{2}):?(\d{2})$`)
	zoneName   = regexp.MustCompile(`\s*([A-Z]{1,5})$`)
)

// oldest is when the web began; a date before it is a default, not a date.
var oldest = time.Date(1991, 8, 6, 0, 0, 0, 0, time.UTC)

// published reads a date as a DCT. What is not a date, older than the web, or
// more than a day after the page was fetched is not known.
func (l *list) published(s, method string) news.DCT {
	d := parseDate(s, l.src.Zone)
	if !d.Known() || d.Time.Before(oldest) {
		return news.DCT{}
	}
	if at := l.page.FetchedAt; !at.IsZero() && d.Time.After(at.Add(24*time.Hour)) {
		return news.DCT{}
	}
	d.Method = method
	return d
}

// parseDate reads a date as feeds and sitemaps write it. A date without a zone
// is taken in the zone of the newsroom, and in UTC when that is unknown.
func parseDate(s, newsroom string) news.DCT {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > 60 {
		return news.DCT{}
	}
	s = weekday.ReplaceAllString(s, "")
	s = strings.ReplaceAll(s, " - ", " ")
	if !strings.Contains(s, "T") {
		s = strings.ReplaceAll(s, ",", "")
	}
	offset, zone := "", ""
	if m := zoneOffset.FindStringSubmatchIndex(s); m != nil && strings.Contains(s, ":") && m[0] > 9 {
		offset, s = s[m[2]:m[3]]+s[m[4]:m[5]]+":"+s[m[6]:m[7]], s[:m[0]]
	} else if m := zoneName.FindStringSubmatchIndex(s); m != nil {
		zone, s = s[m[2]:m[3]], s[:m[0]]
	}
	for _, f := range layouts {
		if t, err := time.Parse(f.form, s); err == nil {
			return place(t, f.grain, offset, zone, newsroom)
		}
	}
	return news.DCT{}
}

// place puts a clock reading into its zone.
func place(t time.Time, g news.Grain, offset, zone, newsroom string) news.DCT {
	home, err := time.LoadLocation(newsroom)
	if err != nil || newsroom == "" {
		home, newsroom = time.UTC, ""
	}
	if offset == "" && zone != "" {
		offset = zoneNames[zone]
		if there := inZone(t, home); there.Format("MST") == zone {
			offset = "" // "CST" in a newsroom of Shanghai is China's
		} else if offset == "" {
			return news.DCT{} // a zone nobody knows: the clock means nothing
		}
	}
	if offset == "" {
		return news.DCT{Time: inZone(t, home), Grain: g, Zone: newsroom}
	}
	var h, m int
	if _, err := fmt.Sscanf(offset[1:], "%d:%d", &h, &m); err != nil || h > 15 || m > 59 {
		return news.DCT{}
	}
	seconds := h*3600 + m*60
	if offset[0] == '-' {
		seconds = -seconds
	}
	if seconds == 0 {
		return news.DCT{Time: t, Grain: g, Zone: "UTC"}
	}
	return news.DCT{Time: inZone(t, time.FixedZone(offset, seconds)), Grain: g, Zone: offset}
}

// inZone is the same clock reading elsewhere.
func inZone(t time.Time, loc *time.Location) time.Time {
	y, mo, d := t.Date()
	h, mi, s := t.Clock()
	return time.Date(y, mo, d, h, mi, s, t.Nanosecond(), loc)
}

// zoneNames are the abbreviations of RFC 822 and of newsrooms that still
// write them. Go's own parser reads a name it does not know as UTC.
var zoneNames = map[string]string{
	"Z": "+00:00", "UT": "+00:00", "UTC": "+00:00", "GMT": "+00:00", "WET": "+00:00",
	"EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00",
	"MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
	"ET": "-05:00", "PT": "-08:00",
	"BST": "+01:00", "WEST": "+01:00", "CET": "+01:00", "MEZ": "+01:00",
	"CEST": "+02:00", "MESZ": "+02:00", "EET": "+02:00", "SAST": "+02:00",
	"EEST": "+03:00", "MSK": "+03:00", "IST": "+05:30", "HKT": "+08:00",
	"SGT": "+08:00", "JST": "+09:00", "KST": "+09:00", "AEST": "+10:00", "AEDT": "+11:00",
}
