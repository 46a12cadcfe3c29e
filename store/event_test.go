package store

import (
	"slices"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// followed is a store with one event on one article of a crawled page that is
// gone by now, built by the second of three runs, and another event of the third.
func followed(t *testing.T) *DB {
	t.Helper()
	db, ctx := open(t), t.Context()
	story := news.Story{ID: "dam", Title: "The dam", Sources: []news.Source{{Host: "kurier.example", Name: "Der Kurier"}}}
	if err := db.SaveStory(ctx, story); err != nil {
		t.Fatal(err)
	}
	page := pageAt("https://kurier.example/a", "x")
	page.Status, page.FetchedAt = 200, time.Date(2024, 3, 14, 4, 0, 0, 0, time.UTC)
	keep(t, db, page, news.Article{URL: page.URL, Publisher: "kurier.example", Title: "The dam", Text: "It broke.", Authors: []string{"Jana Roe"}, Agency: "dpa"})
	goneFrom(t, db, page.URL, time.Date(2024, 5, 2, 3, 0, 0, 0, time.UTC))
	e1 := logged("e1", "2020-08-01", news.Happened, "", page.URL)
	e1.Evidence[0].ArticleID, e1.Evidence[0].Publisher, e1.FirstReport.Publisher = 1, "kurier.example", "kurier.example"
	for run, events := range [][]news.Event{nil, {e1}, {e1, logged("e2", "2020-08-02", news.Planned, "")}} {
		if _, err := db.StartRun(ctx, "run", story, time.Date(2024, 5, run+1, 4, 0, 0, 0, time.UTC)); err != nil {
			t.Fatal(err)
		}
		if err := db.SaveEvents(ctx, "dam", int64(run), events, nil); err != nil {
			t.Fatal(err)
		}
	}
	return db
}

// goneFrom has a fetch find an address gone.
func goneFrom(t *testing.T, db *DB, url string, at time.Time) {
	t.Helper()
	find(t, db, news.Task{Link: news.Link{URL: url, Kind: news.ArticleLink}, Source: "kurier.example", State: news.Queued, Due: at, FirstSeen: at})
	task, err := db.Task(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	task.State, task.GoneSince = news.Gone, at
	if err := db.Finish(t.Context(), news.Visit{Task: task}); err != nil {
		t.Fatal(err)
	}
}

func TestEvidenceKnowsItsArticle(t *testing.T) {
	e, err := followed(t).Event(t.Context(), "dam", "e1")
	if err != nil || len(e.Evidence) != 1 {
		t.Fatalf("%+v, %v; want one piece of evidence", e, err)
	}
	v := e.Evidence[0]
	if v.Title != "The dam" || !slices.Equal(v.Authors, []string{"Jana Roe"}) || v.Agency != "dpa" || v.Name != "Der Kurier" || v.Gone != "2024-05-02" {
		t.Errorf("title %q, authors %q, agency %q, name %q, gone %q", v.Title, v.Authors, v.Agency, v.Name, v.Gone)
	}
	if want := time.Date(2024, 3, 14, 4, 0, 0, 0, time.UTC); !v.Accessed.Equal(want) {
		t.Errorf("accessed %v, want %v", v.Accessed, want)
	}
}

func TestEventsFirstSeenAfterARun(t *testing.T) {
	db := followed(t)
	for after, want := range map[int64][]string{0: {"e1", "e2"}, 1: {"e1", "e2"}, 2: {"e2"}, 3: nil} {
		events, err := db.Events(t.Context(), "dam", news.Query{NewAfter: after})
		var got []string
		for _, e := range events {
			got = append(got, e.ID)
		}
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("events new after run %d = %v, %v; want %v", after, got, err, want)
		}
	}
}

// The views are what somebody sees who opens the file with SQLite or Datasette.
func TestViewsReadLikeTheTimeline(t *testing.T) {
	db := followed(t)
	for query, want := range map[string]string{
		`SELECT id || ' ' || date || ' ' || first_day || ' ' || last_day || ' ' || first_seen FROM timeline WHERE id = 'e1'`: "e1 2020-08-01 2020-08-01 2020-08-01 2024-05-02T04:00:00Z",
		`SELECT event || ' ' || publisher_name || ' ' || title || ' ' || gone FROM quotes`:                                   "e1 Der Kurier The dam 2024-05-02",
		`SELECT name || ' ' || articles || ' ' || first_reports FROM sources`:                                                "Der Kurier 1 1",
		`SELECT run || ' ' || at || ' ' || change || ' ' || after || ' ' || headline FROM changes WHERE event = 'e2'`:        "3 2024-05-03T04:00:00Z new 2020-08-02 Of e2",
		`SELECT group_concat(date, ' ') FROM timeline`:                                                                       "2020-08-01 2020-08-02",
	} {
		var got string
		if err := db.read.QueryRowContext(t.Context(), query).Scan(&got); err != nil || got != want {
			t.Errorf("%s\n= %q, %v; want %q", query, got, err, want)
		}
	}
}
