package main

import (
	"testing"
	"time"
)

func TestAgoReadsDaysAndWeeks(t *testing.T) {
	for _, test := range []struct {
		in   string
		want time.Duration
	}{{"24h", 24 * time.Hour}, {"7d", 168 * time.Hour}, {"2w", 336 * time.Hour}, {"1h30m", 90 * time.Minute}, {"0d", 0}} {
		if got, err := parseAgo(test.in); err != nil || got != test.want {
			t.Errorf("parseAgo(%q) = %v, %v; want %v", test.in, got, err, test.want)
		}
	}
	for _, in := range []string{"", "d", "-1d", "1.5d", "36526d", "9223372036854775807w", "-3h", "soon"} {
		if got, err := parseAgo(in); err == nil {
			t.Errorf("parseAgo(%q) = %v, want an error", in, got)
		}
	}
}
