package timeline

import (
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// The text of an article has the calendar of its language and region, or where
// the tag names no region that of its host.
func TestAnnotateReadsDaysInTheOrderOfTheCountry(t *testing.T) {
	for _, test := range []struct{ language, url, want string }{
		{"en-US", "https://news.example/1", "2020-03-04"}, {"en-CA", "https://news.example/1", "2020-03-04"},
		{"en-GB", "https://news.example/1", "2020-04-03"}, {"en", "https://news.example/1", "2020-03-04"},
		{"en", "https://news.example.com.au/1", "2020-04-03"}, {"en", "https://news.example.co.uk/1", "2020-04-03"},
	} {
		_, times := Annotate(news.Article{URL: test.url, Language: test.language, Text: "The dam was closed on 3/4/2020.",
			Published: news.DCT{Time: time.Date(2020, 6, 1, 0, 0, 0, 0, time.UTC), Grain: news.GrainDay}})
		if len(times) != 1 || times[0].When.EDTF != test.want {
			t.Errorf("%s on %s: %+v, want one date, %s", test.language, test.url, times, test.want)
		}
	}
}
