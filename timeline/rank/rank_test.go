package rank_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline"
	"github.com/seed-7461731f/dateline/timeline/rank"
)

// A text is an article of the test: its day and what it says.
type text struct{ published, text string }

func collection(lang string, texts ...text) *rank.Collection {
	c := rank.NewCollection()
	for i, x := range texts {
		add(c, fmt.Sprintf("article-%d", i), lang, x)
	}
	return c
}

func add(c *rank.Collection, url, lang string, x text) {
	a := news.Article{URL: url, Text: x.text, Language: lang}
	if t, err := time.Parse(time.DateOnly, x.published); err == nil {
		a.Published = news.DCT{Time: t, Grain: news.GrainDay, Method: "given"}
	}
	sentences, times := timeline.Annotate(a)
	c.Add(a, sentences, times)
}

func date(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err) // a day written in this file
	}
	return t
}

// dam is a small story: the dam at Orlen breaks on 4 May, the mayor resigns on 20 May.
var dam = []text{
	{"2020-05-04", "The dam above Orlen broke on Monday and flooded the lower town within an hour.\n\nRescue teams from three districts searched the houses along the river for survivors."},
	{"2020-05-05", "Engineers in Orlen said the dam broke on Monday after a week of rain in the hills.\n\nNobody had warned the people of Orlen who live along the river below the dam."},
	{"2020-05-09", "A commission will ask why the dam above Orlen broke on 4 May and flooded the lower town.\n\nThe council of Orlen met on Friday and spoke about tents, water and blankets for the homeless."},
	{"2020-05-20", "The mayor of Orlen, Ada Brunn, resigned on Wednesday over the dam that broke on 4 May.\n\nShe had known about cracks in the dam above Orlen for two years, a report says."},
	{"2020-06-15", "Since Ada Brunn resigned on 20 May, Orlen has had no mayor and no plan for a new dam.\n\nThe dam above Orlen broke on 4 May and killed eleven people in the lower town."},
}

func TestDaysThatAreNamedLaterComeFirst(t *testing.T) {
	days := collection("en", dam...).Days(rank.Options{})
	if len(days) < 3 || !days[0].Day.Equal(date("2020-05-04")) || !days[1].Day.Equal(date("2020-05-20")) {
		t.Fatalf("Days = %v, want 4 May and then 20 May first", days)
	}
	if days[0].Documents != 5 || days[0].Published != 1 {
		t.Errorf("4 May has %d documents and %d published, want 5 and 1", days[0].Documents, days[0].Published)
	}
}

func TestTimelineQuotesWhatArticlesSay(t *testing.T) {
	got := collection("en", dam...).Timeline(rank.Options{Dates: 2})
	if len(got) != 2 || !got[0].Day.Equal(date("2020-05-04")) || !got[1].Day.Equal(date("2020-05-20")) {
		t.Fatalf("Timeline = %v, want 4 May and 20 May, in order", got)
	}
	for _, e := range got {
		if len(e.Quotes) != 1 {
			t.Fatalf("%s has %d quotes, want the 1 that is the default", e.Day.Format(time.DateOnly), len(e.Quotes))
		}
		var i int
		if _, err := fmt.Sscanf(e.Quotes[0].Article, "article-%d", &i); err != nil || !strings.Contains(dam[i].text, e.Quotes[0].Text) {
			t.Errorf("quote %q is not in %s", e.Quotes[0].Text, e.Quotes[0].Article)
		}
	}
	if q := got[1].Quotes[0].Text; !strings.Contains(q, "resigned") {
		t.Errorf("20 May is told by %q, want the resignation", q)
	}
}

func TestTheSameArticlesGiveTheSameTimeline(t *testing.T) {
	o := rank.Options{Sentences: 2}
	c := collection("en", dam...)
	a, b, again := c.Timeline(o), collection("en", dam...).Timeline(o), c.Timeline(o)
	if !reflect.DeepEqual(a, b) || !reflect.DeepEqual(a, again) {
		t.Errorf("Timeline differs: %v, %v and %v", a, b, again)
	}
}

func TestCopiesCountOnce(t *testing.T) {
	wire := "The bridge at Halm was closed on 7 May because a pillar had moved by two metres, the railway said in the evening. " +
		"Trains between Halm and the coast now stop at the old station, where buses wait for passengers until further notice is given."
	var texts []text
	for range 6 {
		texts = append(texts, text{"2020-05-08", wire})
	}
	texts = append(texts, text{"2020-05-12", "The court at Halm sentenced the two smugglers on 11 May to four years in prison each, which the defence called harsh."},
		text{"2020-05-20", "Both smugglers appealed yesterday against the sentence that the court at Halm had passed on 11 May, their lawyers told reporters."})
	days := collection("en", texts...).Days(rank.Options{})
	if !days[0].Day.Equal(date("2020-05-11")) {
		t.Errorf("Days = %v, want 11 May first: six copies of one text are one document", days)
	}
	for _, d := range days {
		if d.Day.Equal(date("2020-05-07")) && d.Documents != 1 {
			t.Errorf("7 May has %d documents, want 1", d.Documents)
		}
	}
}

func TestALineUnderEveryArticleIsNoNews(t *testing.T) {
	texts := append([]text(nil), dam...)
	for i := range 12 {
		texts = append(texts, text{fmt.Sprintf("2020-05-%02d", 6+i), fmt.Sprintf("Volunteer number %d carried %d sacks of sand to the river bank of Orlen, street by street.", i, i*7) +
			"\n\nThe terms of use of this site were last changed on 3 March 2019 by the publisher."})
	}
	if days := collection("en", texts...).Days(rank.Options{}); !days[0].Day.Equal(date("2020-05-04")) {
		t.Errorf("Days begin with %v, want 4 May", days[0])
	}
}

func TestOptionsBoundDaysAndArticles(t *testing.T) {
	c := collection("en", dam...)
	in := news.Interval{From: date("2020-05-10"), To: date("2020-06-01")}
	for _, d := range c.Days(rank.Options{Days: in}) {
		if d.Day.Before(in.From) || !d.Day.Before(in.To) {
			t.Errorf("Days within 10 to 31 May has %s", d.Day.Format(time.DateOnly))
		}
	}
	early := c.Days(rank.Options{Published: news.Interval{From: date("2020-05-01"), To: date("2020-05-06")}})
	for _, d := range early {
		if d.Day.Equal(date("2020-05-20")) {
			t.Errorf("Days of the articles up to 5 May has 20 May")
		}
	}
	if early[0].Documents != 2 {
		t.Errorf("4 May has %d documents up to 5 May, want 2", early[0].Documents)
	}
}

func TestKeywordsTellWhatTheStoryIs(t *testing.T) {
	texts := []text{
		{"2020-03-10", "The museum of lace in Halm reopened on 2 March with new rooms and a garden.\n\nThe lighthouse keeper was honoured on 3 March for forty years of service on the rock."},
		{"2020-03-12", "Since the museum of lace in Halm reopened on 2 March, three thousand visitors have come.\n\nIn a speech the lighthouse keeper honoured on 3 March thanked his late wife and his dog."},
	}
	for _, test := range []struct{ keyword, want string }{{"museum", "2020-03-02"}, {"Lighthouse", "2020-03-03"}} {
		days := collection("en", texts...).Days(rank.Options{Keywords: []string{test.keyword}})
		if !days[0].Day.Equal(date(test.want)) {
			t.Errorf("Days with keyword %s = %v, want %s first", test.keyword, days, test.want)
		}
	}
}

func TestUndatedArticlesCountByWhatTheyName(t *testing.T) {
	c := collection("en", text{"", "The tunnel under the strait was opened on 9 June 1994 by two ministers in the rain."})
	days := c.Days(rank.Options{})
	if len(days) != 1 || !days[0].Day.Equal(date("1994-06-09")) || days[0].Published != 0 {
		t.Errorf("Days = %v, want 9 June 1994 alone", days)
	}
	if got := c.Timeline(rank.Options{}); len(got) != 1 || len(got[0].Quotes) != 1 {
		t.Errorf("Timeline = %v, want one entry with one quote", got)
	}
}

func TestChineseAndGermanAreQuoted(t *testing.T) {
	for _, test := range []struct {
		lang string
		text text
		want string
	}{
		{"zh", text{"2020-08-30", "商务部8月28日公布了新的技术目录，企业今后转让这些技术必须先申请许可证。"}, "2020-08-28"},
		{"de", text{"2020-08-30", "Das Ministerium hat am 28. August eine neue Liste veröffentlicht, nach der Firmen eine Erlaubnis brauchen."}, "2020-08-28"},
	} {
		got := collection(test.lang, test.text).Timeline(rank.Options{Dates: 1})
		if len(got) != 1 || !got[0].Day.Equal(date(test.want)) || got[0].Quotes[0].Text != test.text.text {
			t.Errorf("Timeline of %q = %v, want it quoted on %s", test.text.text, got, test.want)
		}
	}
}

func TestNothingGivesNothing(t *testing.T) {
	if got := rank.NewCollection().Timeline(rank.Options{Dates: 5}); len(got) != 0 {
		t.Errorf("Timeline of no articles = %v", got)
	}
	if got := collection("en", text{"2020-05-04", "Short.\n\nNo."}).Timeline(rank.Options{}); len(got) != 0 {
		t.Errorf("Timeline of an article that tells nothing = %v", got)
	}
}

func TestLevelStopsWhereScoresLevelOff(t *testing.T) {
	for _, test := range []struct {
		scores []float64
		want   int
	}{
		{[]float64{10, 9, 8, 1, 0.9, 0.8, 0.7}, 3},
		{[]float64{5}, 1},
		{[]float64{3, 3, 3, 3}, 4},
		{nil, 0},
	} {
		var days []rank.Day
		for _, s := range test.scores {
			days = append(days, rank.Day{Score: s})
		}
		if got := rank.Level(days); got != test.want {
			t.Errorf("Level(%v) = %d, want %d", test.scores, got, test.want)
		}
	}
}

// FuzzTimelineQuotesVerbatim: whatever an article says, a timeline quotes it
// word for word and no more than was asked.
func FuzzTimelineQuotesVerbatim(f *testing.F) {
	for _, x := range dam {
		f.Add("en", x.text, "dam")
	}
	f.Add("zh", "8月28日，商务部公布了目录。\x00\xff", "商")
	f.Add("", "2020-05-04 -LRB- `` ? | « 4 May 2020", "")
	f.Fuzz(func(t *testing.T, lang, body, keyword string) {
		c := collection(lang, append([]text{{"2020-05-06", body}}, dam...)...)
		got := c.Timeline(rank.Options{Dates: 3, Sentences: 2, Keywords: []string{keyword}})
		if len(got) > 3 {
			t.Fatalf("%d entries, want at most 3", len(got))
		}
		for _, e := range got {
			if len(e.Quotes) == 0 || len(e.Quotes) > 2 {
				t.Fatalf("%d quotes, want 1 or 2", len(e.Quotes))
			}
			for _, q := range e.Quotes {
				if q.Article == "article-0" && !strings.Contains(body, q.Text) {
					t.Fatalf("quote %q is not in %q", q.Text, body)
				}
			}
		}
	})
}

func ExampleCollection_Timeline() {
	c := rank.NewCollection()
	for i, x := range dam {
		add(c, fmt.Sprintf("https://news.example/%d", i), "en", x)
	}
	for _, e := range c.Timeline(rank.Options{Dates: 1}) {
		fmt.Println(e.Day.Format(time.DateOnly), e.Quotes[0].Text, e.Quotes[0].Article)
	}
	// Output:
	// 2020-05-04 The dam above Orlen broke on 4 May and killed eleven people in the lower town. https://news.example/4
}
