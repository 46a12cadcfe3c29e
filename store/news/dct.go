package news

import (
	"fmt"
	"time"
)

// A DCT is a document creation time and the evidence for it.
type DCT struct {
	Time             time.Time // zero when unknown; in the zone the page gave, else UTC
	Grain            Grain     // GrainDay when the page gave no clock time
	Zone             string    // IANA name or "+02:00" offset; "" unknown
	Earliest, Latest time.Time // bounds, when Time itself is only inferred or unknown
	Method           string    // "json-ld", "json" (data of a script), "meta", "feed", "sitemap", "time-tag", "url", "header", "text", "rule" (of the publisher), "neighbours" (of known date), "given", ""
}

// Known reports whether the DCT names a time at all.
func (d DCT) Known() bool { return !d.Time.IsZero() }

// Exact reports whether the DCT names a day, or a time of one, that is not inferred.
func (d DCT) Exact() bool {
	return d.Known() && d.Earliest.IsZero() && d.Latest.IsZero() && d.Grain != GrainMonth && d.Grain != GrainYear
}

// Text returns the DCT as exactly as it is known: a year, a month, a day, a
// local time (of no known zone), or an instant (RFC 3339); the month or year that
// both bounds lie in; "" when unknown. It is the one form in which a time of
// publication is stored, shown and exported.
func (d DCT) Text() string {
	switch {
	case !d.Known():
		return d.within()
	case d.Grain == GrainYear:
		return d.Time.Format("2006")
	case d.Grain == GrainMonth:
		return d.Time.Format("2006-01")
	case d.Grain == GrainDay:
		return d.Time.Format(time.DateOnly)
	case d.Zone == "":
		return d.Time.Format(localTime)
	}
	return d.Time.Format(time.RFC3339)
}

// within writes the month or year that both bounds lie in, "" for none.
func (d DCT) within() string {
	switch from, to := d.Earliest, d.Latest; {
	case from.IsZero() || to.IsZero() || from.Year() != to.Year():
		return ""
	case from.Month() == to.Month():
		return from.Format("2006-01")
	default:
		return from.Format("2006")
	}
}

// Day returns the civil day of the DCT, in the zone it was written in, as
// midnight UTC; the zero time when unknown.
func (d DCT) Day() time.Time {
	if !d.Known() {
		return time.Time{}
	}
	y, m, day := d.Time.Date()
	return time.Date(y, m, day, 0, 0, 0, 0, time.UTC)
}

// localTime is RFC 3339 without a zone.
const localTime = "2006-01-02T15:04:05"

// dctLayouts are the forms in which a DCT is read, with the grain of each.
var dctLayouts = []struct {
	layout string
	grain  Grain
}{
	{time.RFC3339, GrainSecond}, {"2006-01-02T15:04Z07:00", GrainMinute},
	{localTime, GrainSecond}, {"2006-01-02 15:04:05", GrainSecond}, {"2006-01-02T15:04", GrainMinute}, {"2006-01-02 15:04", GrainMinute},
	{time.DateOnly, GrainDay}, {"20060102", GrainDay},
}

// ParseDCT reads a date of publication that a person or a record gives, or that
// Text returned: an instant, a local time, a day; a month or a year as the bounds
// of an unknown day; "" as the unknown DCT. Its method is "given".
func ParseDCT(s string) (DCT, error) {
	if s == "" {
		return DCT{}, nil
	}
	for _, l := range dctLayouts {
		if t, err := time.Parse(l.layout, s); err == nil {
			d := DCT{Time: t, Grain: l.grain, Method: "given"}
			if l.layout == time.RFC3339 || l.layout == "2006-01-02T15:04Z07:00" {
				d.Zone = t.Format("-07:00")
			}
			return d, nil
		}
	}
	for _, l := range []struct {
		layout        string
		years, months int
	}{{"2006-01", 0, 1}, {"2006", 1, 0}} {
		if t, err := time.Parse(l.layout, s); err == nil {
			return DCT{Earliest: t, Latest: t.AddDate(l.years, l.months, -1), Method: "given"}, nil
		}
	}
	return DCT{}, fmt.Errorf("date %q: want a day that exists, such as 2020-08-31, an instant such as 2020-08-31T09:30:00+02:00, a month or a year", s)
}
