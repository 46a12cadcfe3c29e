package extract

import (
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// corroborated moves a first date that stands alone behind one that others
// bear out: when it is the others' with day and month exchanged, or more than a
// month from all of them, while two agree to the day.
func (d *dater) corroborated(all []found) []found {
	backed := d.backed(all[1:])
	if backed == nil {
		return all
	}
	y, m, day := all[0].t.Date()
	by, bm, bday := backed.t.Date()
	swapped := y == by && int(m) == bday && day == int(bm) && m != bm
	alone := true
	for _, o := range all[1:] {
		alone = alone && all[0].t.Sub(o.t).Abs() > 31*24*time.Hour
	}
	if !alone || !swapped && all[0].method != "json-ld" {
		return all
	}
	return append([]found{*backed}, all...)
}

// sameDay reports whether two dates are written with the same civil day.
func (f found) sameDay(o found) bool {
	return f.t.Format(time.DateOnly) == o.t.Format(time.DateOnly)
}

// backed returns the first date that another source gives to the day.
func (d *dater) backed(all []found) *found {
	for i := range all {
		for j := range all {
			if i != j && all[i].method != all[j].method && all[i].sameDay(all[j]) {
				return &all[i]
			}
		}
	}
	return nil
}

// notBeforeAddress puts the day of the address first where data of the page names
// one more than a month later: an address is made once, and data are written
// anew with every edit.
func (d *dater) notBeforeAddress(all []found) []found {
	for _, f := range all[1:] {
		if f.method == "url" && all[0].t.Sub(f.t) > 31*24*time.Hour {
			return append([]found{f}, all...)
		}
	}
	return all
}

// onDayOfAddress moves a time whose zone the page does not tell into one where
// it falls on the day in the address: a system that writes UTC files a story of
// the evening in New York under the day of New York.
func (d *dater) onDayOfAddress(f found) found {
	day, ok := urlDay(d.url)
	if !ok || f.grain == news.GrainDay || f.zone != "Z" && f.zone != "+00:00" && !strings.Contains(f.zone, "/") {
		return f
	}
	want := time.Date(day.y, time.Month(day.m), day.d, 0, 0, 0, 0, time.UTC)
	for _, hours := range []int{-5, 1, 8} {
		t := f.t.In(time.FixedZone("", hours*hour))
		if (news.DCT{Time: f.t}).Day().Sub(want).Abs() == 24*time.Hour && (news.DCT{Time: t}).Day().Equal(want) {
			f.t, f.zone = t, offsetName(hours*hour)
			return f
		}
	}
	return f
}
