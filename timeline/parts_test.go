package timeline

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/story"
)

// liveBlog is an article with a headline, a first paragraph of its own day and
// an entry of each day given.
func liveBlog(day string, entries ...[2]string) news.Article {
	at := func(s string) news.DCT {
		t, err := time.Parse(time.RFC3339, s)
		if err != nil {
			panic(err) // the test's own constants
		}
		return news.DCT{Time: t, Grain: news.GrainSecond, Zone: t.Format("-07:00")}
	}
	a := news.Article{ID: 1, URL: "https://news.example/live", Publisher: "news.example", Language: "en", Title: "The sale of TikTok: live", Live: true,
		Text: "The talks about TikTok go on today.", Published: at(day)}
	for _, e := range entries {
		start := len(a.Text) + 2
		a.Text += "\n\n" + e[1]
		a.Parts = append(a.Parts, news.Part{Span: news.Span{Start: start, End: len(a.Text)}, Published: at(e[0])})
	}
	return a
}

// eventsOf builds the timeline of one article.
func eventsOf(t *testing.T, a news.Article) []news.Event {
	t.Helper()
	st, err := story.Load("tiktok-sale")
	if err != nil {
		t.Fatal(err)
	}
	events, _, err := Build(st, Read(st, []news.Article{a}), nil)
	if err != nil {
		t.Fatal(err)
	}
	return events
}

func TestEachEntryOfALiveBlogHasItsOwnToday(t *testing.T) {
	a := liveBlog("2020-09-01T08:00:00Z",
		[2]string{"2020-09-03T00:20:00Z", "The talks ended today."},
		[2]string{"2020-09-02T12:00:00Z", "The talks began yesterday. An offer comes tomorrow."})
	sentences, times := Annotate(a)
	var got []string
	for _, x := range times {
		got = append(got, a.Text[x.Start:x.End]+" "+x.When.EDTF)
	}
	if want := []string{"today 2020-09-01", "today 2020-09-03", "yesterday 2020-09-01", "tomorrow 2020-09-03"}; !slices.Equal(got, want) {
		t.Errorf("times = %q, want %q", got, want)
	}
	for i, s := range sentences {
		if s.Index != i {
			t.Errorf("sentence %d has index %d: they must be in order", i, s.Index)
		}
	}
}

func TestAStatementOfAnEntryIsPublishedWithTheEntry(t *testing.T) {
	a := liveBlog("2020-09-01T08:00:00Z", [2]string{"2020-09-14T15:00:00Z", "Oracle was named as the partner of TikTok in the United States on Monday, ByteDance confirmed."})
	events := eventsOf(t, a)
	if len(events) != 2 {
		t.Fatalf("events = %+v, want the talks and the partner", events)
	}
	if e := events[1]; e.When.EDTF != "2020-09-14" || !strings.HasPrefix(e.FirstReport.Published, "2020-09-14T15:00") || e.Status != news.Happened {
		t.Errorf("event = %+v, want what happened on 14 September, first told that day", e)
	}
}

func TestASentenceThatComesAgainIsAnotherEvent(t *testing.T) {
	const again = "Oracle was named as the partner of TikTok in the United States today, ByteDance confirmed."
	a := liveBlog("2020-09-01T08:00:00Z", [2]string{"2020-09-14T15:00:00Z", again}, [2]string{"2020-11-20T15:00:00Z", again})
	events := eventsOf(t, a)
	day := map[string]string{}
	for _, e := range events {
		if was, ok := day[e.ID]; ok {
			t.Errorf("the events of %s and %s are both %s", was, e.When.EDTF, e.ID)
		}
		day[e.ID] = e.When.EDTF
	}
	if len(events) < 2 {
		t.Errorf("events = %+v, want one of September and one of November", events)
	}
}
