package news

import (
	"testing"
	"time"
)

// now is a Thursday evening in New York, when it is Friday in UTC.
var now = time.Date(2020, 9, 3, 21, 30, 0, 0, time.FixedZone("EDT", -4*3600))

var daysTests = []struct{ in, first, last string }{
	{"2020-08-31", "2020-08-31", "2020-08-31"},
	{"2020-08", "2020-08-01", "2020-08-31"},
	{"2020-02", "2020-02-01", "2020-02-29"},
	{"2020", "2020-01-01", "2020-12-31"},
	{"today", "2020-09-03", "2020-09-03"},
	{"yesterday", "2020-09-02", "2020-09-02"},
	{"tomorrow", "2020-09-04", "2020-09-04"},
	{"0d", "2020-09-03", "2020-09-03"},
	{"7d", "2020-08-27", "2020-08-27"},
	{"2w", "2020-08-20", "2020-08-20"},
	{"24h", "2020-09-02", "2020-09-02"},
	{"22h", "2020-09-02", "2020-09-02"},
	{"21h", "2020-09-03", "2020-09-03"},
}

func TestDaysReadsWhatPeopleType(t *testing.T) {
	for _, test := range daysTests {
		first, last, err := ParseDays(test.in, now)
		if err != nil || first.Format(time.DateOnly) != test.first || last.Format(time.DateOnly) != test.last {
			t.Errorf("ParseDays(%q) = %v, %v, %v; want %s to %s", test.in, first, last, err, test.first, test.last)
		}
	}
	for _, in := range []string{"", "2020-13", "2020-02-30", "20-08-01", "last-run", "12", "soon", "-1d", "2020-8", "Today"} {
		if first, last, err := ParseDays(in, now); err != ErrDays {
			t.Errorf("ParseDays(%q) = %v, %v, %v; want ErrDays", in, first, last, err)
		}
	}
}

func TestSinceReadsRunsDaysAndSpans(t *testing.T) {
	midnight := func(day int) time.Time { return time.Date(2020, 9, day, 0, 0, 0, 0, now.Location()) }
	for _, test := range []struct {
		in   string
		want LookBack
	}{
		{"last-run", LookBack{LastRun: true}},
		{"0", LookBack{}},
		{"12", LookBack{Run: 12}},
		{"2020", LookBack{Run: 2020}},
		{"24h", LookBack{At: now.Add(-24 * time.Hour)}},
		{"7d", LookBack{At: now.Add(-7 * 24 * time.Hour)}},
		{"2020-09-02", LookBack{At: midnight(2)}},
		{"2020-09", LookBack{At: midnight(1)}},
		{"today", LookBack{At: midnight(3)}},
		{"yesterday", LookBack{At: midnight(2)}},
	} {
		if got, err := ParseLookBack(test.in, now); err != nil || got.LastRun != test.want.LastRun || got.Run != test.want.Run || !got.At.Equal(test.want.At) {
			t.Errorf("ParseLookBack(%q) = %+v, %v; want %+v", test.in, got, err, test.want)
		}
	}
	for _, in := range []string{"", "-3", "+3", "-3h", "tomorrow", "lastrun", "99999999999999999999", "36526d"} {
		if got, err := ParseLookBack(in, now); err != ErrSince {
			t.Errorf("ParseLookBack(%q) = %+v, %v; want ErrSince", in, got, err)
		}
	}
}

func TestAgoReadsDaysAndWeeks(t *testing.T) {
	for _, test := range []struct {
		in   string
		want time.Duration
	}{{"24h", 24 * time.Hour}, {"7d", 168 * time.Hour}, {"2w", 336 * time.Hour}, {"1h30m", 90 * time.Minute}, {"0d", 0}, {"36525d", 36525 * 24 * time.Hour}} {
		if got, err := parseAgo(test.in); err != nil || got != test.want {
			t.Errorf("parseAgo(%q) = %v, %v; want %v", test.in, got, err, test.want)
		}
	}
	for _, in := range []string{"", "d", "-1d", "+1d", "1.5d", "36526d", "9223372036854775807w", "-3h", "900000h", "soon"} {
		if got, err := parseAgo(in); err == nil {
			t.Errorf("parseAgo(%q) = %v, want an error", in, got)
		}
	}
}

func FuzzWhatIsTypedIsADayOrAnError(f *testing.F) {
	for _, test := range daysTests {
		f.Add(test.in)
	}
	f.Add("last-run")
	f.Add("9999-12-31")
	f.Fuzz(func(t *testing.T, s string) {
		first, last, err := ParseDays(s, now)
		if err == nil && (last.Before(first) || last.Sub(first) > 366*24*time.Hour || first.Hour() != 0 || first.Location() != time.UTC) {
			t.Errorf("ParseDays(%q) = %v, %v", s, first, last)
		}
		p, err := ParseLookBack(s, now)
		if err == nil && (p.Run < 0 || p.LastRun && (p.Run != 0 || !p.At.IsZero())) {
			t.Errorf("ParseLookBack(%q) = %+v", s, p)
		}
	})
}
