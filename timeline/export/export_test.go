package export

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func date(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err) // a typing error in a test
	}
	return t
}

func days(from, to string, grain news.Grain, edtf string) news.Interval {
	return news.Interval{From: date(from), To: date(to), Grain: grain, EDTF: edtf}
}

func quoted(lang, publisher, url, published, quote string) news.Evidence {
	return news.Evidence{Quote: quote, Language: lang, Publisher: publisher, URL: url, Article: url, Published: published, Sentence: 2, Rule: "explicit"}
}

// dam is a story with an event of each kind that a format treats apart.
var dam = news.Story{ID: "dam", Title: "The Elbe dam", Languages: []string{"en", "de"},
	Topics: []news.Topic{{Key: "repair", Title: "Repair & money"}}}

var damEvents = []news.Event{
	{ID: "e000000000001", StoryID: "dam", When: days("2024-03-12", "2024-03-13", news.GrainDay, "2024-03-12"), Status: news.Happened, Topic: "break",
		Actors: []string{"ministry", "break"}, Headline: "The dam broke in the night.", Summary: "The dam broke in the night.", Score: 2.5, Articles: 3, Independent: 2,
		FirstReport: news.FirstReport{Publisher: "kurier.example", URL: "https://kurier.example/dam?a=1&b=2", Published: "2024-03-12T05:10:00+01:00"},
		Evidence: []news.Evidence{
			quoted("en", "post.example", "https://post.example/dam", "2024-03-13", "The dam broke in the night."),
			quoted("de", "kurier.example", "https://kurier.example/dam?a=1&b=2", "2024-03-12T05:10:00+01:00", "Der Damm brach in der Nacht; „niemand“, heißt es, wurde verletzt."),
		}},
	{ID: "e000000000002", StoryID: "dam", When: days("2024-04-15", "2024-04-16", news.GrainDay, "2024-04-15"), Status: news.Deadline, Outcome: news.Moved, Topic: "repair",
		Headline: "修复工程必须在四月十五日之前完成，否则整个河谷的居民都要在雨季到来之前离开自己的家园，水利部在星期三的新闻发布会上这样表示。", Articles: 1, Independent: 1,
		FirstReport: news.FirstReport{Publisher: "水利报", URL: "https://shuili.example/a/1", Published: "2024-03-14"},
		Evidence: []news.Evidence{quoted("zh-CN", "水利报", "https://shuili.example/a/1", "2024-03-14",
			"修复工程必须在四月十五日之前完成，否则整个河谷的居民都要在雨季到来之前离开自己的家园，水利部在星期三的新闻发布会上这样表示。")}},
	{ID: "e000000000003", StoryID: "dam", When: days("2024-05-01", "2024-06-01", news.GrainMonth, "2024-05~"), Status: news.Planned, Topic: "repair",
		Headline: "Repairs, costing $2m; or more, are to begin in May.", Articles: 12, Independent: 3,
		FirstReport: news.FirstReport{Publisher: "post.example", URL: "file:dam.txt", Published: ""},
		Evidence:    []news.Evidence{quoted("en", "post.example", "file:dam.txt", "", "Repairs, costing $2m; or more, are to begin in May.")}},
}

var damFeed = Feed{Story: dam, Home: "https://news.example/dam", Self: "https://news.example/dam/feed", Next: "https://news.example/dam/feed?page=2",
	Events: "https://news.example/e/", Revisions: map[string]Revision{"e000000000002": {2, time.Date(2024, 3, 20, 4, 0, 0, 0, time.UTC)}}}

// A format is one of the writers under the file name of its golden.
type format struct {
	golden string
	write  func(io.Writer, Feed, []news.Event) error
}

func plain(write func(io.Writer, []news.Event) error) func(io.Writer, Feed, []news.Event) error {
	return func(w io.Writer, _ Feed, events []news.Event) error { return write(w, events) }
}

func damDatabase(write func(io.Writer, news.Story, string) error) func(io.Writer, Feed, []news.Event) error {
	return func(w io.Writer, f Feed, _ []news.Event) error { return write(w, f.Story, "/data/dam.db") }
}

var formats = []format{
	{"dam.jsonfeed.json", JSONFeed}, {"dam.atom", Atom}, {"dam.ics", Calendar}, {"dam.timelinejs.json", TimelineJS},
	{"dam.json", plain(JSON)}, {"dam.ndjson", plain(NDJSON)}, {"dam.csv", plain(CSV)}, {"dam.md", plain(Markdown)},
	{"dam.jsonld.json", JSONLD}, {"dam.quotes.md", plain(MarkdownQuotes)},
	{"datasette.yaml", damDatabase(DatasetteConfig)}, {"metadata.json", damDatabase(DatasetteMetadata)}, {"dam.rss", RSS},
}

func written(t *testing.T, f format, feed Feed, events []news.Event) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.write(&b, feed, events); err != nil {
		t.Fatalf("%s: %v", f.golden, err)
	}
	return b.Bytes()
}

func TestEveryFormatKeepsItsBytes(t *testing.T) {
	for _, f := range formats {
		got := written(t, f, damFeed, damEvents)
		if again := written(t, f, damFeed, damEvents); !bytes.Equal(got, again) {
			t.Errorf("%s: the same events gave other bytes", f.golden)
		}
		path := filepath.Join("testdata", f.golden)
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: got\n%s\nwant\n%s", f.golden, got, want)
		}
	}
}

// A full pipe or disk must not look like a whole export.
func TestEveryFormatTellsWhenItCannotWrite(t *testing.T) {
	for _, f := range formats {
		if err := f.write(fullDisk{}, damFeed, damEvents); !errors.Is(err, errFull) {
			t.Errorf("%s: error %v, want that of the writer", f.golden, err)
		}
	}
}

var errFull = errors.New("no space left")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestFeedRefusesAddressesThatNobodyCanOpen(t *testing.T) {
	for _, at := range []string{"news.example/dam", "javascript:alert(1)", "https://", "https://news.example/\nx"} {
		if err := (Feed{Self: at}).Check(); err == nil {
			t.Errorf("Feed{Self: %q}.Check() = nil, want an error", at)
		}
	}
	if err := damFeed.Check(); err != nil {
		t.Errorf("Check() = %v, want nil", err)
	}
}

func TestDisplayClaimsNoMoreThanIsKnown(t *testing.T) {
	for _, test := range []struct {
		when news.Interval
		want string
	}{
		{days("2024-03-12", "2024-03-13", news.GrainDay, "2024-03-12"), "12 March 2024"},
		{days("2024-03-01", "2024-04-01", news.GrainMonth, "2024-03"), "March 2024"},
		{days("2024-03-01", "2024-04-01", news.GrainMonth, "2024-03~"), "about March 2024"},
		{days("2024-03-01", "2024-04-01", news.GrainMonth, "2024-03?"), "possibly March 2024"},
		{days("2024-03-11", "2024-03-18", news.GrainWeek, "2024-03-11/2024-03-17"), "week of 11 March 2024"},
		{days("2024-07-01", "2024-10-01", news.GrainQuarter, "2024-07/2024-09"), "third quarter of 2024"},
		{days("2024-07-01", "2025-01-01", news.GrainHalf, "2024-07/2024-12"), "second half of 2024"},
		{days("2024-03-01", "2024-06-01", news.GrainRange, "2024-21"), "spring 2024"},
		{days("2024-01-01", "2025-01-01", news.GrainYear, "2024"), "2024"},
		{days("2020-01-01", "2030-01-01", news.GrainDecade, "202X"), "2020–2029"},
		{days("2024-03-12", "2024-03-15", news.GrainRange, "2024-03-12/2024-03-14"), "12 March 2024 – 14 March 2024"},
		{days("2024-03-12", "2024-03-12", news.GrainDay, "2024-03-12"), "12 March 2024"},
		{news.Interval{}, ""},
	} {
		if got := Display(test.when); got != test.want {
			t.Errorf("Display(%s, %s) = %q, want %q", test.when.EDTF, test.when.Grain, got, test.want)
		}
	}
}
