package main

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/seed-7461731f/dateline/crawler"
	"github.com/seed-7461731f/dateline/store/news"
)

var relevantTests = []struct {
	name, title, url string
	want             bool
}{
	{"a term in the title", "The dam breaks", "https://a.example/1", true},
	{"a term in the address", "", "https://a.example/the-old-dam-breaks", true},
	{"an actor in the title", "Waterworks deny it", "https://a.example/1", true},
	{"nothing of it", "Football results", "https://a.example/1", false},
	{"an address of words without a term", "", "https://a.example/all-football-results-today", false},
	{"an address that tells nothing", "", "https://a.example/n/4711", true},
	{"a place is no sign", "News from Valley", "https://a.example/1", false},
	{"an official source is read whole", "Notice 12", "https://ministry.example/notice-of-the-year-12", true},
}

func TestRelevantBeforeFetching(t *testing.T) {
	relevant := relevant(news.Story{
		Terms: []news.Term{{Text: "dam*", Weight: 1}},
		Actors: []news.Actor{
			{Key: "waterworks", Kind: "company", Names: map[string][]string{"en": {"Waterworks"}}},
			{Key: "valley", Kind: "place", Names: map[string][]string{"en": {"Valley"}}},
		},
		Sources: []news.Source{{Host: "ministry.example", Kind: "primary"}},
	})
	for _, test := range relevantTests {
		if got := relevant(test.title, test.url); got != test.want {
			t.Errorf("%s: relevant(%q, %q) = %v, want %v", test.name, test.title, test.url, got, test.want)
		}
	}
}

func TestVerdictOfACrawl(t *testing.T) {
	good, bad := news.SourceRun{Source: "a", Fetched: 1}, news.SourceRun{Source: "b", Problem: "no such host"}
	for _, test := range []struct {
		runs []news.SourceRun
		code int
	}{
		{[]news.SourceRun{good}, exitDone}, {[]news.SourceRun{good, bad}, exitSomeFailed}, {[]news.SourceRun{bad, bad}, exitFailed},
	} {
		err := sourcesVerdict(crawler.Report{Sources: test.runs})
		code := exitDone
		if e, ok := err.(exitError); ok {
			code = e.code
		}
		if code != test.code {
			t.Errorf("verdict of %+v = %v, want exit code %d", test.runs, err, test.code)
		}
	}
}

func TestPickSources(t *testing.T) {
	all := []news.Source{{Host: "a.example", Feeds: []string{"https://a.example/rss"}}, {Host: "b.example", Feeds: []string{"https://b.example/rss"}}, {Host: "bare.example"}}
	for _, test := range []struct {
		ask  []string
		want []string
		fail string
	}{
		{nil, []string{"a.example", "b.example"}, ""},
		{[]string{"b.example"}, []string{"b.example"}, ""},
		{[]string{"a.exampel"}, nil, `did you mean "a.example"?`},
	} {
		got, err := (&crawlFlags{sources: test.ask}).pick(all)
		var hosts []string
		for _, s := range got {
			hosts = append(hosts, s.Host)
		}
		if !slices.Equal(hosts, test.want) || test.fail != "" && (err == nil || !strings.Contains(err.Error(), test.fail)) {
			t.Errorf("pick(%v) = %v, %v; want %v %s", test.ask, hosts, err, test.want, test.fail)
		}
	}
}

func TestCheckTellsWhatTheSourceGaveBefore(t *testing.T) {
	var out strings.Builder
	past := map[string]sourcePast{"a.example": {Articles: 8, Stubs: 2, LastHealthy: "2024-03-11", LastFound: 40}}
	checks := []crawler.AddressCheck{{Source: "a.example", Kind: news.FeedLink, Status: 200, Links: 1, URL: "https://a.example/rss"},
		{Source: "a.example", Kind: news.SectionLink, Status: 404, Problem: "404 Not Found", URL: "https://a.example/news"}}
	err := (&settings{format: "table"}).writeChecks(&out, checks, past)
	var exit exitError
	if !errors.As(err, &exit) || exit.code != exitSomeFailed {
		t.Errorf("writeChecks = %v, want exit code %d", err, exitSomeFailed)
	}
	if got, want := out.String(), "    8 articles read, 25 % stop at a paywall; last healthy night 2024-03-11: 40 links\n"; strings.Count(got, want) != 1 || !strings.HasSuffix(got, want) {
		t.Errorf("table\n%s\nwant once, at the end of the source:\n%s", got, want)
	}
}
