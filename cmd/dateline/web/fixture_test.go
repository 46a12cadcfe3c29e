package web

import (
	"context"
	"crypto/sha256"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

var testStory = news.Story{ID: "dam", Title: "The dam", Languages: []string{"en"},
	Topics: []news.Topic{{Key: "breach", Title: "The breach"}, {Key: "inquiry", Title: "The inquiry"}},
	Actors: []news.Actor{{Key: "mayor", Title: "The mayor"}, {Key: "operator", Title: "The operator"}}}

// testNow is when the tests look at the pages: a Wednesday.
var testNow = time.Date(2024, 4, 3, 12, 0, 0, 0, time.UTC)

// A fixture is a store with articles and events, and the pages over it.
type fixture struct {
	t       *testing.T
	path    string
	db      *store.DB
	server  *server
	handler http.Handler
}

// newFixture makes a store of n days of events, each told by one article that
// says text, and shows it as the configuration says.
func newFixture(t *testing.T, n int, text string, configure func(*Config)) *fixture {
	t.Helper()
	path := filepath.Join(t.TempDir(), "web.db")
	db, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	f := &fixture{t: t, path: path, db: db}
	must(t, db.SaveStory(t.Context(), testStory))
	f.build(n, text)
	cfg := Config{Reader: db, Story: testStory, Now: func() time.Time { return testNow }, ShowArchive: true}
	if configure != nil {
		configure(&cfg)
	}
	if f.server, err = newServer(cfg); err != nil {
		t.Fatal(err)
	}
	if f.handler, err = New(t.Context(), cfg); err != nil {
		t.Fatal(err)
	}
	return f
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// build replaces the events as a run does.
func (f *fixture) build(n int, text string) {
	f.t.Helper()
	ctx := context.Background()
	run, err := f.db.StartRun(ctx, "build", testStory, testNow)
	must(f.t, err)
	var events []news.Event
	var ids []news.EventID
	for i := range n {
		e := f.event(i, text)
		events = append(events, e)
		ids = append(ids, news.EventID{ID: e.ID, StoryID: testStory.ID, URL: e.Evidence[0].Article, Quote: e.Evidence[0].Quote})
	}
	must(f.t, f.db.SaveEvents(ctx, testStory.ID, 1, events, ids))
	must(f.t, f.db.FinishRun(ctx, run, text, testNow))
}

// event makes one event and the article that tells it.
func (f *fixture) event(i int, text string) news.Event {
	day := time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i)
	url := fmt.Sprintf("https://news.example/%d", i)
	quote := text + fmt.Sprintf(" It was day %d.", i)
	body := "Before it came rain. " + quote + " After it came mud.\n\nA second paragraph."
	id := f.article(url, text, body)
	start := len("Before it came rain. ")
	must(f.t, f.db.SaveAnnotations(context.Background(), 1, []store.Annotation{{ArticleID: id, Sentences: []news.Sentence{
		{ArticleID: id, Index: 1, Paragraph: 1, Span: news.Span{Start: 0, End: start - 1}},
		{ArticleID: id, Index: 2, Paragraph: 1, Span: news.Span{Start: start, End: start + len(quote)}},
		{ArticleID: id, Index: 3, Paragraph: 1, Span: news.Span{Start: start + len(quote) + 1, End: start + len(quote) + len(" After it came mud.")}}}}}))
	e := news.Event{ID: fmt.Sprintf("e%012x", i), StoryID: testStory.ID, Status: news.Happened, Topic: "breach", Actors: []string{"mayor"},
		When:     news.Interval{From: day, To: day.AddDate(0, 0, 1), Grain: news.GrainDay, EDTF: day.Format(time.DateOnly)},
		Headline: quote, Summary: quote, Score: float64(i % 7), Articles: 1, Independent: 1,
		FirstReport: news.FirstReport{Publisher: "news.example", URL: url, Published: day.Format(time.DateOnly)},
		Evidence: []news.Evidence{{ArticleID: id, Article: url, URL: url, Quote: quote, Language: "en", Publisher: "news.example",
			Published: day.Format(time.RFC3339), Sentence: 2, Rule: "en/date (dct)", AttributedTo: text}}}
	if i%5 == 1 {
		e.Status, e.Outcome = news.Deadline, news.Moved
		e.DeadlineHistory = []news.DeadlineStep{{Date: e.When.EDTF, Told: "2024-02-01", By: "news.example", URL: url, Quote: quote}}
	}
	if i%5 == 2 {
		e.Conflicts = []news.Conflict{{Field: "date", Value: text, Sources: []string{"news.example", text}}}
		e.Why = []string{text}
		e.Amounts = []news.Amount{{Value: 1, Currency: "USD", Text: text}}
	}
	return e
}

// article keeps an article and returns its number.
func (f *fixture) article(url, title, text string) int64 {
	f.t.Helper()
	ctx := context.Background()
	hash := fmt.Sprintf("%x", sha256.Sum256([]byte(url+text)))
	pages, _, err := f.db.SavePages(ctx, []news.Page{{URL: url, FinalURL: url, FetchedAt: testNow, Status: 200, Body: []byte(text), SHA256: hash, Source: "news.example"}})
	must(f.t, err)
	_, _, err = f.db.SaveReadings(ctx, 1, []store.Reading{{PageID: pages[0], Article: news.Article{URL: url, Publisher: "news.example", Title: title,
		Byline: title, Language: "en", Text: text, SHA256: hash, Published: news.DCT{Time: testNow, Grain: news.GrainMinute, Method: "given"}}}})
	must(f.t, err)
	a, err := f.db.Article(ctx, url)
	must(f.t, err)
	return a.ID
}

// get asks for an address; headers are pairs of name and value.
func (f *fixture) get(path string, headers ...string) *httptest.ResponseRecorder {
	f.t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Host = "localhost:8642"
	for i := 0; i+1 < len(headers); i += 2 {
		if r.Header.Set(headers[i], headers[i+1]); headers[i] == "Host" {
			r.Host = headers[i+1]
		}
	}
	return f.serve(r)
}

func (f *fixture) serve(r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	f.handler.ServeHTTP(w, r)
	return w
}

// body asks for an address that is there.
func (f *fixture) body(path string) string {
	f.t.Helper()
	w := f.get(path)
	if w.Code != http.StatusOK {
		f.t.Fatalf("%s: status %d: %s", path, w.Code, strings.TrimSpace(w.Body.String()))
	}
	return w.Body.String()
}
