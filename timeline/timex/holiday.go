package timex

import (
	"strconv"
	"strings"
)

// A holiday is a day with a name: on a fixed date, so many days from Easter,
// or the nth weekday of a month.
type holiday struct {
	month, day int
	easter     int // days from Easter Sunday, with month 0
	nth, wday  int // nth weekday of month, with day 0
	after      int // days after it
	lunar      bool
}

func (h *holiday) in(y int) (day, bool) {
	switch {
	case h.lunar:
		return lunarDay(y, h.month, h.day)
	case h.month == 0:
		return easter(y) + day(h.easter), true
	case h.day == 0:
		return nthWeekday(y, h.month, h.nth, h.wday) + day(h.after), true
	}
	return civil(y, h.month, h.day), true
}

// parseHoliday reads "12-25", "easter+1", "lunar 8-15", "11 thursday 4" and
// "11 thursday 4 +1": the fourth Thursday of November, and the day after it.
func parseHoliday(s string) (h holiday, ok bool) {
	if days, ok := strings.CutPrefix(s, "easter"); ok {
		n, err := strconv.Atoi(days)
		return holiday{easter: n}, err == nil
	}
	s, h.lunar = strings.CutPrefix(s, "lunar ")
	if m, d, ok := strings.Cut(s, "-"); ok && !strings.Contains(s, " ") {
		h.month, h.day = atoi(m), atoi(d)
		return h, h.month > 0 && h.day > 0
	}
	f := append(strings.Fields(s), "0")
	if len(f) < 4 {
		return h, false
	}
	h.month, h.nth, h.after = atoi(f[0]), atoi(f[2]), atoi(f[3])
	for i, name := range weekdayNames {
		if f[1] == name {
			h.wday = i
		}
	}
	return h, h.month > 0 && h.wday > 0 && h.nth != 0
}

var weekdayNames = [...]string{1: "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

// atoi returns 0 for what is no number.
func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// A zone is a time zone as a text names it.
type zone struct {
	iana string // "" for the zone of the place that the text is about
	utc  string // "Z", "-05"; "" when it changes over the year
}

// parseZone reads "America/New_York -05", "UTC Z", "local".
func parseZone(s string) (zone, bool) {
	iana, utc, _ := strings.Cut(s, " ")
	if iana == "local" {
		return zone{}, utc == ""
	}
	return zone{iana, utc}, iana != ""
}
