package news

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

// The errors are worded to follow the name of a flag and what was typed.
var (
	ErrDays  = errors.New("want a day that exists, such as 2020-08-31, a month, 2020-08, or a year; or today, yesterday, tomorrow, 7d, 2w")
	ErrSince = errors.New("want last-run, a run such as 12, a day, 2026-11-01, or how long ago, 24h, 7d or 2w")
)

// longestAgo bounds a look back, in days: a century.
const longestAgo = 36525

// ParseDays reads a day, a month, a year, a word for a day, or how long ago, as
// the first and the last civil day it stands for, both midnight UTC. What is
// relative counts from the day that now has in its own zone.
func ParseDays(s string, now time.Time) (first, last time.Time, err error) {
	for _, f := range []struct {
		layout              string
		years, months, days int
	}{{time.DateOnly, 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(f.layout, s); err == nil {
			return t, t.AddDate(f.years, f.months, f.days).AddDate(0, 0, -1), nil
		}
	}
	if shift, named := dayNames[s]; named {
		day := civil(now).AddDate(0, 0, shift)
		return day, day, nil
	}
	back, err := parseAgo(s)
	if err != nil {
		return first, last, ErrDays
	}
	day := civil(now.Add(-back))
	return day, day, nil
}

var dayNames = map[string]int{"yesterday": -1, "today": 0, "tomorrow": 1}

// civil is the day that t has in its own zone, as midnight UTC.
func civil(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// A LookBack says from where on changes count: from the newest run, after a
// numbered one, or from an instant. Zero: all of them.
type LookBack struct {
	LastRun bool      // everything that the newest run changed
	Run     int64     // everything after this run, when At is zero and LastRun false
	At      time.Time // everything that began at this instant or later
}

// ParseLookBack reads "last-run", the number of a run, a day, a month with its
// dash,
// "today", "yesterday", or how long ago. A day begins at its midnight in the
// zone of now.
func ParseLookBack(s string, now time.Time) (LookBack, error) {
	if s == "last-run" {
		return LookBack{LastRun: true}, nil
	}
	if run, err := strconv.ParseInt(s, 10, 64); err == nil && run >= 0 && s[0] != '+' {
		return LookBack{Run: run}, nil
	}
	if back, err := parseAgo(s); err == nil {
		return LookBack{At: now.Add(-back)}, nil
	}
	first, _, err := ParseDays(s, now)
	if err != nil || s == "tomorrow" {
		return LookBack{}, ErrSince
	}
	y, m, d := first.Date()
	return LookBack{At: time.Date(y, m, d, 0, 0, 0, 0, now.Location())}, nil
}

// parseAgo reads a duration as Go writes it, or in days or weeks; it is not negative
// and at most a century.
func parseAgo(s string) (time.Duration, error) {
	for unit, days := range map[string]int{"d": 1, "w": 7} {
		if number, ok := strings.CutSuffix(s, unit); ok {
			n, err := strconv.ParseUint(number, 10, 32)
			if err != nil || int(n) > longestAgo/days {
				return 0, ErrSince
			}
			return time.Duration(n) * time.Duration(days) * 24 * time.Hour, nil
		}
	}
	back, err := time.ParseDuration(s)
	if err != nil || back < 0 || back > longestAgo*24*time.Hour {
		return 0, ErrSince
	}
	return back, nil
}
