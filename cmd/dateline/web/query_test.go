package web

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

func parser(t testing.TB) *server {
	s, err := newServer(Config{Story: testStory})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var filterTests = []struct {
	name, query string
	want        filter
}{
	{"nothing is all", "", filter{Query: news.Query{Order: "date", Limit: pageSize}}},
	{"empty fields of a form count for nothing", "from=&to=&actor=&topic=&status=&limit=&after=&contradicted=&since=", filter{Query: news.Query{Order: "date", Limit: pageSize}}},
	{"a month is its days", "from=2024-02&to=2024-02", filter{Query: news.Query{From: date(2024, 2, 1), To: date(2024, 2, 29), Order: "date", Limit: pageSize}}},
	{"days as seen from now", "from=7d&to=today", filter{Query: news.Query{From: date(2024, 3, 27), To: date(2024, 4, 3), Order: "date", Limit: pageSize}}},
	{"keys of the story", "actor=mayor&topic=breach&status=deadline&outcome=moved&order=score&limit=3&min_independent=2&contradicted=1",
		filter{Query: news.Query{Actor: "mayor", Topic: "breach", Status: "deadline", Outcome: "moved", Order: "score", Limit: 3, MinIndependent: 2, Contradicted: true}}},
	{"an actor by its name", "actor=the+mayor", filter{Query: news.Query{Actor: "mayor", Order: "date", Limit: pageSize}}},
	{"words keep their signs", "search=+Gr%C3%B6%C3%9Fe+covid-19+", filter{Query: news.Query{Words: "Größe covid-19", Order: "date", Limit: pageSize}}},
	{"a language is its main one", "source_lang=DE-at", filter{Query: news.Query{SourceLanguage: "de", Order: "date", Limit: pageSize}}},
	{"a look back", "since=7d&spread=1", filter{Query: news.Query{Since: news.LookBack{At: testNow.Add(-7 * 24 * time.Hour)}, Order: "spread", Limit: pageSize}}},
	{"a cursor", "after=2.5_e1", filter{Query: news.Query{Order: "date", Limit: pageSize}, After: cursor{"e1", 2.5}}},
}

func date(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

func TestFilterIsReadFromTheAddress(t *testing.T) {
	s := parser(t)
	for _, test := range filterTests {
		q, err := url.ParseQuery(test.query)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := s.parseFilter(q, testNow); err != nil || got != test.want {
			t.Errorf("%s: parseFilter(%q) = %+v, %v; want %+v", test.name, test.query, got, err, test.want)
		}
	}
}

var wrongQueries = []struct{ query, param string }{
	{"from=2024-02-30", "from"}, {"to=soon", "to"}, {"from=2024-03&to=2024-02", "to"}, {"actor=nobody", "actor"}, {"topic=BREACH", "topic"},
	{"status=done", "status"}, {"outcome=lost", "outcome"}, {"order=random", "order"}, {"limit=0", "limit"}, {"limit=501", "limit"},
	{"limit=1e9", "limit"}, {"min_independent=-1", "min_independent"}, {"contradicted=maybe", "contradicted"}, {"since=soon", "since"}, {"spread=2", "spread"}, {"after=e1", "after"},
	{"after=x_e1", "after"}, {"after=NaN_e1", "after"}, {"after=1_", "after"},
	{"search=" + strings.Repeat("a", 201), "search"}, {"search=%ff", "search"}, {"source_lang=" + strings.Repeat("a", 36), "source_lang"},
}

func TestWrongQueryNamesItsParameter(t *testing.T) {
	s := parser(t)
	for _, test := range wrongQueries {
		q, err := url.ParseQuery(test.query)
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.parseFilter(q, testNow)
		if p, ok := errors.AsType[*problem](err); !ok || p.Param != test.param || p.Status != http.StatusBadRequest {
			t.Errorf("parseFilter(%q) = %+v; want a problem with %s", test.query, err, test.param)
		}
	}
}

// Whatever is asked gives a filter within its bounds, or a problem of the
// reader's; and what was written as a cursor is read as one.
func FuzzFilterIsBoundedOrWrong(f *testing.F) {
	for _, test := range filterTests {
		f.Add(test.query)
	}
	for _, test := range wrongQueries {
		f.Add(test.query)
	}
	f.Add("after=-Inf_e&from=9999&to=24h")
	s := parser(f)
	f.Fuzz(func(t *testing.T, query string) {
		q, err := url.ParseQuery(query)
		if err != nil {
			return
		}
		got, err := s.parseFilter(q, testNow)
		if p, ok := errors.AsType[*problem](err); err != nil && (!ok || p.Status != http.StatusBadRequest || p.Param == "") {
			t.Fatalf("parseFilter(%q): %v", query, err)
		}
		if err == nil && (got.Limit < 1 || got.Limit > maxSize || got.MinIndependent < 0 || len([]rune(got.Words)) > maxWords) {
			t.Fatalf("parseFilter(%q) = %+v", query, got)
		}
		if err == nil && !got.From.IsZero() && !got.To.IsZero() && got.To.Before(got.From) {
			t.Fatalf("parseFilter(%q): %v after %v", query, got.From, got.To)
		}
	})
}
