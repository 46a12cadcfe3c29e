package extract

import (
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

var stampTests = []struct {
	in    string
	want  string // RFC 3339
	grain news.Grain
	zone  string
}{
	{"2020-08-31", "2020-08-31T00:00:00+02:00", news.GrainDay, "Europe/Berlin"},
	{"2020-08-31T10:12:05Z", "2020-08-31T10:12:05Z", news.GrainSecond, "+00:00"},
	{"2020-08-31T10:12:05+0200", "2020-08-31T10:12:05+02:00", news.GrainSecond, "+02:00"},
	{"2020-08-31T10:12:05.123-04:00", "2020-08-31T10:12:05-04:00", news.GrainSecond, "-04:00"},
	{"2020-08-31 10:12:05.0", "2020-08-31T10:12:05+02:00", news.GrainSecond, "Europe/Berlin"},
	{"2020-08-31T10:12+05:30", "2020-08-31T10:12:00+05:30", news.GrainMinute, "+05:30"},
	{"2020-08-31T10:12:05+02:00[Europe/Berlin]", "2020-08-31T10:12:05+02:00", news.GrainSecond, "Europe/Berlin"},
	{"2020-08-31 10:12 CEST", "2020-08-31T10:12:00+02:00", news.GrainMinute, "+02:00"},
	{"Mon Aug 31 10:12:05 CEST 2020", "2020-08-31T10:12:05+02:00", news.GrainSecond, "+02:00"},
	{"Mon, 31 Aug 2020 10:12:05 GMT", "2020-08-31T10:12:05Z", news.GrainSecond, "+00:00"},
	{"Monday, August 31, 2020 10:05 PM ET", "2020-08-31T22:05:00-04:00", news.GrainMinute, "America/New_York"},
	{"Aug. 31, 2020, 12:30 a.m. EDT", "2020-08-31T00:30:00-04:00", news.GrainMinute, "-04:00"},
	{"31. August 2020, 10.12 Uhr", "2020-08-31T10:12:00+02:00", news.GrainMinute, "Europe/Berlin"},
	{"31.08.2020 - 10:12", "2020-08-31T10:12:00+02:00", news.GrainMinute, "Europe/Berlin"},
	{"31.08.20", "2020-08-31T00:00:00+02:00", news.GrainDay, "Europe/Berlin"},
	{"31/08/2020 10h12", "2020-08-31T10:12:00+02:00", news.GrainMinute, "Europe/Berlin"},
	{"le 31 août 2020 à 10:12", "2020-08-31T10:12:00+02:00", news.GrainMinute, "Europe/Berlin"},
	{"31 de agosto de 2020", "2020-08-31T00:00:00+02:00", news.GrainDay, "Europe/Berlin"},
	{"2020年8月31日 10:12", "2020-08-31T10:12:00+02:00", news.GrainMinute, "Europe/Berlin"},
	{"2020年8月31日 午後3時05分", "2020-08-31T15:05:00+02:00", news.GrainMinute, "Europe/Berlin"},
	{"2020년 8월 31일", "2020-08-31T00:00:00+02:00", news.GrainDay, "Europe/Berlin"},
	{"20200831T101205Z", "2020-08-31T10:12:05Z", news.GrainSecond, "+00:00"},
	{"1598861525", "2020-08-31T08:12:05Z", news.GrainSecond, "Z"},
	{"1598861525000", "2020-08-31T08:12:05Z", news.GrainSecond, "Z"},
}

func TestParseStampReadsTimeGrainAndZone(t *testing.T) {
	for _, tt := range stampTests {
		got, ok := parseStamp(tt.in, load("Europe/Berlin"), false)
		if !ok || got.t.Format(time.RFC3339) != tt.want || got.grain != tt.grain || got.zone != tt.zone {
			t.Errorf("parseStamp(%q) = %s %q %q, %v, want %s %q %q", tt.in, got.t.Format(time.RFC3339), got.grain, got.zone, ok, tt.want, tt.grain, tt.zone)
		}
	}
}

func TestParseStampRefusesWhatIsNoDate(t *testing.T) {
	for _, in := range []string{"", "yesterday", "2020-13-40", "31.02.2020", "10:12", "12345", "Version 1.2.3", "about 2020 people"} {
		if got, ok := parseStamp(in, nil, false); ok {
			t.Errorf("parseStamp(%q) = %s, want none", in, got.t)
		}
	}
}

func TestNaiveTimeWithoutKnownZoneIsMarked(t *testing.T) {
	got, ok := parseStamp("2020-08-31 10:12:05", nil, false)
	if !ok || got.zone != "" || got.t.Hour() != 10 {
		t.Errorf("parseStamp = %s %q %v, want 10:12:05 with no zone", got.t, got.zone, ok)
	}
}

func TestSlashedDateFollowsTheCountry(t *testing.T) {
	for _, tt := range []struct {
		in         string
		monthFirst bool
		want       string
	}{
		{"03/04/2020", true, "2020-03-04"}, {"03/04/2020", false, "2020-04-03"},
		{"31/08/2020", true, "2020-08-31"}, {"08/31/2020", false, "2020-08-31"}, {"03.04.2020", true, "2020-04-03"},
	} {
		got, ok := parseStamp(tt.in, nil, tt.monthFirst)
		if !ok || got.t.Format(time.DateOnly) != tt.want {
			t.Errorf("parseStamp(%q, monthFirst %v) = %s, want %s", tt.in, tt.monthFirst, got.t.Format(time.DateOnly), tt.want)
		}
	}
}

func TestZoneOfTakesTheNearestWitness(t *testing.T) {
	for _, tt := range []struct{ source, country, host, lang, want string }{
		{"Asia/Tokyo", "DE", "news.example.de", "de", "Asia/Tokyo"},
		{"", "AT", "news.example.de", "de", "Europe/Vienna"},
		{"", "", "news.example.ch", "de", "Europe/Zurich"},
		{"", "", "news.example.com", "en-GB", "Europe/London"},
		{"", "", "news.example.com", "zh-Hant-TW", "Asia/Taipei"},
		{"", "", "news.example.com", "de", "Europe/Berlin"},
		{"", "", "news.example.com", "en", ""},
		{"no/zone", "", "localhost", "", ""},
	} {
		got := zoneLabel(zoneOf(tt.source, tt.country, tt.host, tt.lang))
		if got != tt.want {
			t.Errorf("zoneOf(%q, %q, %q, %q) = %q, want %q", tt.source, tt.country, tt.host, tt.lang, got, tt.want)
		}
	}
}

func TestDayInAddress(t *testing.T) {
	for _, tt := range []struct{ url, want string }{
		{"https://news.example/2020/08/31/dam.html", "2020-08-31"},
		{"https://news.example/dam-2020-08-31", ""},
		{"https://news.example/a/2020-8-31-dam.html", "2020-08-31"},
		{"https://news.example/dam-20200831101500-nt.html", "2020-08-31"},
		{"https://news.example/dam-20201331.html", ""},
		{"https://news.example/2020/08/dam.html", ""},
		{"https://news.example/dam-2008-154321.html", ""},
	} {
		got := ""
		if d, ok := urlDay(tt.url); ok {
			got = time.Date(d.y, time.Month(d.m), d.d, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		}
		if got != tt.want {
			t.Errorf("urlDay(%s) = %q, want %q", tt.url, got, tt.want)
		}
	}
}

func TestMonthInAddressIsAnInterval(t *testing.T) {
	for _, url := range []string{"https://news.example/2020/08/dam.html", "https://news.example/dam-2008-154321.html"} {
		from, to, ok := urlBounds(url, nil)
		if !ok || from.Format(time.DateOnly) != "2020-08-01" || to.Format(time.DateOnly) != "2020-08-31" {
			t.Errorf("urlBounds(%s) = %s, %s, %v, want August 2020", url, from, to, ok)
		}
	}
}

func TestNewestToldDayLooksBackOnly(t *testing.T) {
	fetched := time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC)
	text := "Das Gesetz vom 3. Juli 2020 gilt.\n\nDie Klage vom 24. August 2020 läuft, die Frist endet bis zum 20. September 2020. Am 5. Mai 2024 ist Wahl."
	if got := newestTold(text, nil, fetched).Format(time.DateOnly); got != "2020-08-24" {
		t.Errorf("newestTold = %s, want 2020-08-24", got)
	}
}
