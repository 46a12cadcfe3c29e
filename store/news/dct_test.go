package news

import (
	"testing"
	"time"
)

var dctTests = []struct{ in, want, text string }{
	{"2020-08-31", "2020-08-31T00:00:00Z day", "2020-08-31"},
	{"20200831", "2020-08-31T00:00:00Z day", "2020-08-31"},
	{"2020-08-31T09:30:00+02:00", "2020-08-31T09:30:00+02:00 second", "2020-08-31T09:30:00+02:00"},
	{"2020-08-31T09:30Z", "2020-08-31T09:30:00Z minute", "2020-08-31T09:30:00Z"},
	{"2020-08-31 09:30", "2020-08-31T09:30:00Z minute", "2020-08-31T09:30:00"}, // of no known zone
	{"2020-08-31T09:30:05", "2020-08-31T09:30:05Z second", "2020-08-31T09:30:05"},
	{"2020-08", "2020-08-01 to 2020-08-31", "2020-08"},
	{"2020", "2020-01-01 to 2020-12-31", "2020"},
	{"", "0001-01-01 to 0001-01-01", ""},
	{"2020-02-30", "error", ""},
	{"yesterday", "error", ""},
}

func TestParseDCT(t *testing.T) {
	for _, test := range dctTests {
		d, err := ParseDCT(test.in)
		got := d.Time.Format(time.RFC3339) + " " + string(d.Grain)
		switch {
		case err != nil:
			got = "error"
		case !d.Known():
			got = d.Earliest.Format(time.DateOnly) + " to " + d.Latest.Format(time.DateOnly)
		}
		if got != test.want || d.Text() != test.text {
			t.Errorf("ParseDCT(%q) = %s with the text %q, want %s and %q", test.in, got, d.Text(), test.want, test.text)
		}
	}
}

// What a DCT prints is read as the same time, of the same grain of day or finer,
// so that a citation or a feed can go by what was stored.
func TestTextOfADCTIsReadAgain(t *testing.T) {
	at := time.Date(2020, 8, 14, 21, 5, 7, 0, time.FixedZone("", -4*3600))
	for _, d := range []DCT{
		{Time: at, Grain: GrainSecond, Zone: "-04:00"}, {Time: at, Grain: GrainMinute, Zone: "America/New_York"},
		{Time: at.UTC(), Grain: GrainSecond}, {Time: at, Grain: GrainDay},
		{Earliest: time.Date(2020, 8, 1, 0, 0, 0, 0, time.UTC), Latest: time.Date(2020, 8, 31, 0, 0, 0, 0, time.UTC)},
	} {
		again, err := ParseDCT(d.Text())
		if err != nil || again.Text() != d.Text() || again.Known() != d.Known() || again.Day() != d.Day() {
			t.Errorf("%q is read as %q, %v", d.Text(), again.Text(), err)
		}
	}
}

// A month and a year are printed as such, whatever day stands for them.
func TestTextKeepsTheGrain(t *testing.T) {
	at := time.Date(2020, 8, 1, 0, 0, 0, 0, time.UTC)
	for grain, want := range map[Grain]string{GrainYear: "2020", GrainMonth: "2020-08", GrainDay: "2020-08-01", GrainHour: "2020-08-01T00:00:00"} {
		if got := (DCT{Time: at, Grain: grain}).Text(); got != want {
			t.Errorf("grain %s: %q, want %q", grain, got, want)
		}
	}
}

// Title and text are a version; nothing else of an article is.
func TestSumIsOfTitleAndText(t *testing.T) {
	a := Article{URL: "https://a.example/1", Title: "T", Text: "Some text."}
	if a.Sum() != (Article{Title: "T", Text: "Some text.", Byline: "x", Version: 2}).Sum() {
		t.Error("the sum is not of title and text alone")
	}
	if want := "85a6b9f8fbeefe99c28a8a38988fd72817d337d50827581eb30b47d08b66806c"; a.Sum() != want { // stores hold it
		t.Errorf("Sum() = %s, want %s", a.Sum(), want)
	}
	if a.Sum() == (Article{Title: "T2", Text: "Some text."}).Sum() || a.Sum() == (Article{Title: "T", Text: "Another."}).Sum() {
		t.Error("another title or text has the same sum")
	}
}
