package news

import "testing"

var dayFirstTests = []struct {
	language, country string
	want              bool
}{
	{"en", "", false},        // of no known country
	{"en", "US", false},      //
	{"en", "us", false},      //
	{"en-US", "", false},     //
	{"en_us", "", false},     // as some pages write it
	{"en-US", "GB", false},   // the tag of the page counts first
	{"en-GB", "US", true},    //
	{"en", "GB", true},       //
	{"en", "AU", true},       //
	{"en-AU", "", true},      //
	{"en-Latn-GB", "", true}, //
	{"en-CA", "", false},     //
	{"en", "CA", false},      //
	{"en-PH", "", false},     //
	{"en-PR", "", false},     //
	{"en-u-hc-h12", "", false},
	{"EN", "", false},
	{"de", "", true},
	{"de", "US", true}, // German of a paper in Pennsylvania
	{"de-AT", "", true},
	{"fr-CA", "", true},
	{"es", "US", true},
	{"zh-CN", "", true},
	{"", "", true}, // digits alone: most of the world
	{"", "US", false},
	{"", "CA", false},
	{"", "FR", true},
}

func TestDayFirst(t *testing.T) {
	for _, test := range dayFirstTests {
		if got := DayFirst(test.language, test.country); got != test.want {
			t.Errorf("DayFirst(%q, %q) = %v, want %v", test.language, test.country, got, test.want)
		}
	}
}

func TestCountryOfAHost(t *testing.T) {
	for address, want := range map[string]string{
		"news.example.com.au": "AU", "https://news.example.com.au/2020/a.html": "AU", "paper.co.uk": "GB", "PAPER.CA": "CA", "https://paper.de:8443/a": "DE",
		"news.example": "", "paper.com": "", "start-up.io": "", "localhost": "", "de": "", "127.0.0.12": "", "": "", "feed.jsonl:12": "", "https://[::1]/a": "",
	} {
		if got := CountryOf(address); got != want {
			t.Errorf("CountryOf(%q) = %q, want %q", address, got, want)
		}
	}
}
