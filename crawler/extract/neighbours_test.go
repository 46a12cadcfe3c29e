package extract

import (
	"slices"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

var serialTests = []struct {
	name, address, series string
	number                int64
}{
	{"after words, year and month", "https://www.magazin.example/news/dam-closed-2008-150528.html", "magazin.example/-#.html", 150528},
	{"after words", "https://a.example/news/Der-Damm-4881234.html", "a.example/-#.html", 4881234},
	{"behind a letter", "https://a.example/news/dam-closed-b2651790.html", "a.example/-b#.html", 2651790},
	{"alone", "https://a.example/river/4711/", "a.example/#", 4711},
	{"alone, in another section", "https://a.example/town/4712", "a.example/#", 4712},
	{"with its word", "https://a.example/politics/article245055596/The-dam.html", "a.example/article#", 245055596},
	{"before words", "https://a.example/news/4881234-the-dam", "a.example/#-", 4881234},
	{"in the query", "https://a.example/story?sid=73658", "a.example/story?sid=#", 73658},
	{"in the query of one publisher of many", "https://a.example/s?paper=north&mid=73658", "a.example/s?mid=#&paper=north", 73658},
	{"two in the query", "https://a.example/s?id=12345&sid=73658", "", 0},
	{"none", "https://a.example/news/the-dam", "", 0},
	{"a day", "https://a.example/2020/08/31/the-dam", "", 0},
	{"a day without marks", "https://a.example/the-dam-20200831.html", "", 0},
	{"an instant without marks", "https://a.example/the-dam-20200831101500.html", "", 0},
	{"a year", "https://a.example/archive/2020/", "", 0},
	{"a hash", "https://a.example/the-dam-3cc842471fb9df42315d658d88c8403a", "", 0},
	{"too long for a number", "https://a.example/1234567890123456789", "", 0},
	{"no address", "4711", "", 0},
}

func TestSerialOf(t *testing.T) {
	for _, tt := range serialTests {
		if got, want := SerialOf(tt.address), (news.Serial{Series: tt.series, Number: tt.number}); got != want {
			t.Errorf("%s: SerialOf(%s) = %+v, want %+v", tt.name, tt.address, got, want)
		}
	}
}

func FuzzSerialOfIsNamedForItsHost(f *testing.F) {
	for _, tt := range serialTests {
		f.Add(tt.address)
	}
	f.Fuzz(func(t *testing.T, address string) {
		if s := SerialOf(address); (s.Series == "") != (s.Number == 0) || s.Number < 0 {
			t.Errorf("SerialOf(%q) = %+v, want both or none", address, s)
		}
	})
}

func aDay(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err) // a typing error of the table
	}
	return t
}

// numbered makes neighbours numbered 100, 200, ... of the given days of August 2020.
func numbered(days ...int) []news.Neighbour {
	var out []news.Neighbour
	for i, d := range days {
		out = append(out, news.Neighbour{Number: int64(100 * (i + 1)), Day: time.Date(2020, 8, d, 0, 0, 0, 0, time.UTC)})
	}
	return out
}

func TestDateBetween(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	august := news.DCT{Zone: "Europe/Berlin", Method: "url", Earliest: time.Date(2020, 8, 1, 0, 0, 0, 0, berlin), Latest: time.Date(2020, 8, 31, 23, 59, 59, 0, berlin)}
	september := news.DCT{Method: "url", Earliest: aDay("2020-09-01"), Latest: aDay("2020-09-30")}
	onThe := func(day int) news.DCT { // as a server's header infers it
		d := time.Date(2020, 8, day, 9, 0, 0, 0, time.UTC)
		return news.DCT{Time: d, Grain: news.GrainDay, Zone: "+00:00", Latest: d, Method: "header"}
	}
	exact := news.DCT{Time: time.Date(2020, 8, 30, 9, 0, 0, 0, time.UTC), Grain: news.GrainSecond, Method: "json-ld"}
	for _, tt := range []struct {
		name             string
		own              news.DCT
		number           int64
		known            []news.Neighbour
		day              string // of Time
		earliest, latest string
		method           string
	}{
		{"between two days", news.DCT{}, 350, numbered(1, 3, 5, 8, 9, 10), "", "2020-08-05", "2020-08-08", "neighbours"},
		{"of one day", news.DCT{}, 350, numbered(1, 3, 5, 5, 9, 10), "2020-08-05", "2020-08-05", "2020-08-05", "neighbours"},
		{"in any order of coming", news.DCT{}, 350, reversed(numbered(1, 3, 5, 8, 9, 10)), "", "2020-08-05", "2020-08-08", "neighbours"},
		{"an exact date stays", exact, 350, numbered(1, 3, 5, 5, 9, 10), "2020-08-30", "", "", "json-ld"},
		{"above all", news.DCT{Latest: aDay("2020-09-02")}, 900, numbered(1, 3, 5, 8, 9, 10), "", "2020-08-10", "2020-09-02", "neighbours"},
		{"below all", news.DCT{}, 50, numbered(1, 3, 5, 8, 9, 10), "", "", "2020-08-01", "neighbours"},
		{"in the month of the address", august, 900, numbered(1, 3, 5, 8, 9, 10), "", "2020-08-10", "2020-08-31", "neighbours"},
		{"a month that does not fit", september, 350, numbered(1, 3, 5, 8, 9, 10), "", "2020-09-01", "2020-09-30", "url"},
		{"a month that is narrower", august, 350, []news.Neighbour{{Number: 1, Day: aDay("2019-01-01")}, {Number: 2, Day: aDay("2019-01-02")}, {Number: 3, Day: aDay("2019-01-03")},
			{Number: 900, Day: aDay("2021-01-01")}, {Number: 901, Day: aDay("2021-01-02")}}, "", "2020-08-01", "2020-08-31", "url"},
		{"an inferred day within stays", onThe(7), 350, numbered(1, 3, 5, 8, 9, 10), "2020-08-07", "2020-08-05", "2020-08-07", "header"},
		{"an inferred day outside goes", onThe(20), 350, numbered(1, 3, 5, 8, 9, 10), "", "2020-08-05", "2020-08-08", "neighbours"},
		{"few neighbours tell nothing", news.DCT{}, 350, numbered(1, 3, 5, 8), "", "", "", ""},
		{"numbers that do not rise", news.DCT{}, 350, numbered(9, 3, 8, 1, 10, 5), "", "", "", ""},
		{"one below was published anew", news.DCT{}, 450, numbered(1, 2, 3, 30, 5, 6, 7, 8), "", "2020-08-03", "2020-08-05", "neighbours"},
		{"one above lay as a draft", news.DCT{}, 450, numbered(1, 2, 3, 4, 1, 6, 7, 8), "", "2020-08-04", "2020-08-06", "neighbours"},
		{"of two that contradict neither counts", news.DCT{}, 450, numbered(1, 2, 3, 4, 7, 6, 8, 9), "", "2020-08-04", "2020-08-08", "neighbours"},
		{"its own number in another place", news.DCT{}, 300, numbered(1, 3, 30, 8, 9, 10), "", "2020-08-03", "2020-08-08", "neighbours"},
	} {
		got := DateBetween(tt.own, tt.number, tt.known)
		if dayText(got.Time) != tt.day || dayText(got.Earliest) != tt.earliest || dayText(got.Latest) != tt.latest || got.Method != tt.method {
			t.Errorf("%s: DateBetween = %+v, want %s in %s/%s by %q", tt.name, got, tt.day, tt.earliest, tt.latest, tt.method)
		}
		if got.Known() && got.Grain != news.GrainDay && got != exact {
			t.Errorf("%s: grain %q of an inferred date", tt.name, got.Grain)
		}
	}
}

func dayText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func reversed(known []news.Neighbour) []news.Neighbour {
	slices.Reverse(known)
	return known
}
