package discover

import (
	"errors"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-7461731f/dateline/store/news"
)

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err) // a constant of a test
	}
	return t
}

func TestArchivesAreWalkedBackWithinTheStory(t *testing.T) {
	now := time.Date(2024, 3, 1, 23, 30, 0, 0, time.UTC)
	for _, tt := range []struct {
		name, template, zone string
		within               news.Interval
		count                int
		first, last          string
	}{
		{"newest day first", "https://river.example/{yyyy}/{mm}/{dd}/", "", news.Interval{From: day("2024-02-27")}, 4,
			"https://river.example/2024/03/01/", "https://river.example/2024/02/27/"},
		{"today is the newsroom's", "https://river.example/{yyyy}/{m}/{d}", "Asia/Shanghai", news.Interval{From: day("2024-03-01")}, 2,
			"https://river.example/2024/3/2", "https://river.example/2024/3/1"},
		{"a story that is over", "https://river.example/{yyyy}-{mm}-{dd}", "", news.Interval{From: day("2020-08-01"), To: day("2020-08-04")}, 3,
			"https://river.example/2020-08-03", "https://river.example/2020-08-01"},
		{"by months, by name", "https://river.example/{yyyy}/{month}/", "", news.Interval{From: day("2023-12-15")}, 4,
			"https://river.example/2024/march/", "https://river.example/2023/december/"},
		{"no first day", "https://river.example/?d={yyyy}{mm}{dd}", "", news.Interval{}, usualDays + 1,
			"https://river.example/?d=20240301", "https://river.example/?d=20240131"},
		{"a first day long ago", "https://river.example/{yyyy}/{mm}/{dd}/", "", news.Interval{From: day("0001-01-02")}, maxDays,
			"https://river.example/2024/03/01/", "https://river.example/2014/02/23/"},
	} {
		src := news.Source{Host: "river.example", Zone: tt.zone, Archives: []string{tt.template}}
		links := Archives(src, tt.within, now)
		if len(links) != tt.count || links[0].URL != tt.first || links[len(links)-1].URL != tt.last {
			t.Errorf("%s: %d pages from %s to %s; want %d from %s to %s", tt.name, len(links), links[0].URL, links[len(links)-1].URL, tt.count, tt.first, tt.last)
		}
	}
}

func TestCheckArchiveRefusesWhatIsNoDay(t *testing.T) {
	for template, ok := range map[string]bool{
		"https://river.example/{yyyy}/{mm}/{dd}/": true, "https://river.example/{yy}{mon}": true,
		"https://river.example/{year}/": false, "https://river.example/{mm}/": false, "{yyyy}": false, "https://river.example/": false,
	} {
		if err := CheckArchive(template); (err == nil) != ok {
			t.Errorf("CheckArchive(%q) = %v", template, err)
		}
	}
}

func TestQuestionsHoldTheStorysDays(t *testing.T) {
	src := news.Source{Wayback: []string{"river.example/news/", "https://copies.example/cdx?url=river.example/*"}, Register: []string{"dam safety"}}
	within := news.Interval{From: day("2020-08-01"), To: day("2020-09-01")}
	links := append(Wayback(src, within), Register(src, within)...)
	if len(links) != 3 {
		t.Fatalf("%d questions, want 3", len(links))
	}
	for i, want := range []struct {
		start string
		q     map[string]string
	}{
		{"https://web.archive.org/cdx/search/cdx?", map[string]string{"url": "river.example/news/*", "from": "20200801", "to": "20200831", "output": "json"}},
		{"https://copies.example/cdx?", map[string]string{"url": "river.example/*", "collapse": "urlkey"}},
		{"https://www.federalregister.gov/api/v1/documents.json?", map[string]string{"conditions[term]": "dam safety", "order": "newest",
			"conditions[publication_date][gte]": "2020-08-01", "conditions[publication_date][lte]": "2020-08-31"}},
	} {
		u, err := url.Parse(links[i].URL)
		if err != nil || !strings.HasPrefix(links[i].URL, want.start) {
			t.Errorf("question %s, want %s", links[i].URL, want.start)
			continue
		}
		for k, v := range want.q {
			if got := u.Query().Get(k); got != v {
				t.Errorf("%s: %s = %q, want %q", want.start, k, got, v)
			}
		}
	}
}

// Answers in the shape that the servers give, with rows of our own.
var answerTests = []struct {
	name string
	kind news.LinkKind
	in   string
	want []string
	err  string
}{
	{"copies, each address once, what is no article left out", news.WaybackLink, `[["urlkey","timestamp","original"],
		["example,river)/news/dam-breaks-at-last-night","20240312083000","http://www.river.example:80/news/dam-breaks-at-last-night"],
		["example,river)/news/dam-breaks-at-last-night","20240313083000","http://www.river.example/news/dam-breaks-at-last-night?utm_source=x"],
		["example,river)/about","20240312083000","https://www.river.example/about"],
		["com,other)/a-story-of-the-day","20240312083000","https://other.example.com/a-story-of-the-day"]]`,
		[]string{"article http://www.river.example/news/dam-breaks-at-last-night"}, ""},
	{"copies, and more of them", news.WaybackLink, `[["original"],["https://www.river.example/2024/03/12/dam.html"],[],["example,river)/2024/03/13 20240313"]]`,
		[]string{"article https://www.river.example/2024/03/12/dam.html", "wayback https://copies.example/cdx?resumeKey=example%2Criver%29%2F2024%2F03%2F13+20240313&url=river.example%2F%2A"}, ""},
	{"no copy", news.WaybackLink, `[]`, nil, ""},
	{"rows without addresses", news.WaybackLink, `[["urlkey"],["x"]]`, nil, "no column"},
	{"a short row", news.WaybackLink, `[["urlkey","original"],["x"]]`, nil, "row 1 is short"},
	{"an error page", news.WaybackLink, `<html>busy`, nil, "is a html"},
	{"documents, and more of them", news.RegisterLink, `{"count":2,"description":"Documents matching 'dam'","total_pages":2,
		"next_page_url":"https://copies.example/api/v1/documents.json?page=2",
		"results":[{"title":"Safety of  Dams","html_url":"https://www.river.example/documents/2024/03/12/2024-05123/safety-of-dams","publication_date":"2024-03-12"},
		{"title":"Elsewhere","html_url":"https://other.example.com/documents/1","publication_date":"2024-03-12"}]}`,
		[]string{"article https://www.river.example/documents/2024/03/12/2024-05123/safety-of-dams | Safety of Dams | 2024-03-12T00:00:00+01:00 day feed",
			"federal-register https://copies.example/api/v1/documents.json?page=2"}, ""},
	{"no document", news.RegisterLink, `{"count":0}`, nil, ""},
	{"the next page somewhere else", news.RegisterLink, `{"count":1,"next_page_url":"https://evil.example/x","results":[]}`, nil, "somewhere else"},
	{"another object", news.RegisterLink, `{"errors":{"x":"y"}}`, nil, "no answer of the Federal Register"},
}

func TestAnswersGiveAddressesOfTheSource(t *testing.T) {
	for _, tt := range answerTests {
		p := page(tt.in)
		p.URL = "https://copies.example/cdx?url=river.example/*"
		p.FinalURL = p.URL
		links, err := Links(p, tt.kind, river)
		if diff := cmp.Diff(tt.want, brief(links)); diff != "" {
			t.Errorf("%s: -want +got:\n%s", tt.name, diff)
		}
		if (err == nil) != (tt.err == "") || err != nil && !strings.Contains(err.Error(), tt.err) {
			t.Errorf("%s: error %v, want %q", tt.name, err, tt.err)
		}
	}
}

func FuzzAnswersStayInScope(f *testing.F) {
	for _, tt := range answerTests {
		f.Add(tt.in, tt.kind == news.WaybackLink)
	}
	f.Fuzz(func(t *testing.T, in string, wayback bool) {
		kind := news.RegisterLink
		if wayback {
			kind = news.WaybackLink
		}
		p := page(in)
		p.URL = "https://copies.example/cdx?url=x"
		links, err := Links(p, kind, river)
		if err != nil && !errors.Is(err, ErrTooMany) && strings.Contains(err.Error(), "\n") {
			t.Errorf("error of several lines: %q", err)
		}
		hosts := []string{"copies.example", "www.river.example", "river.example", "feeds.river.example"}
		for _, l := range links {
			if l.Kind == kind && !slices.Contains(hosts[:1], hostOf(l.URL)) || l.Kind == news.ArticleLink && !strings.HasSuffix(hostOf(l.URL), "river.example") && !strings.Contains(hostOf(l.URL), "river.example:") {
				t.Errorf("link %+v leads out of scope", l)
			}
		}
	})
}
