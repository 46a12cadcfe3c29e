package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-7461731f/dateline/store/news"
)

var night = time.Date(2024, 3, 12, 2, 0, 0, 0, time.UTC)

func openFrontier(t testing.TB) *DB {
	db, err := Open(t.Context(), filepath.Join(t.TempDir(), "frontier.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func queued(kind news.LinkKind, path string, change ...func(*news.Task)) news.Task {
	t := news.Task{
		Link:   news.Link{URL: "https://river.example" + path, Host: "river.example", Kind: kind},
		Source: "river.example", State: news.Queued, Due: night, FirstSeen: night,
	}
	for _, f := range change {
		f(&t)
	}
	return t
}

// find adds tasks as a page that names them does.
func find(t testing.TB, db *DB, tasks ...news.Task) {
	t.Helper()
	if err := db.Finish(t.Context(), news.Visit{Found: tasks}); err != nil {
		t.Fatal(err)
	}
}

func lease(t testing.TB, db *DB, now, wall time.Time, limit int) (paths []string, tasks []news.Task) {
	t.Helper()
	tasks, err := db.Lease(t.Context(), "river.example", now, wall, wall.Add(time.Minute), limit)
	if err != nil {
		t.Fatal(err)
	}
	for _, task := range tasks {
		paths = append(paths, task.Link.URL[len("https://river.example"):])
	}
	return paths, tasks
}

func TestLeaseGoesByKindThenByDue(t *testing.T) {
	db := openFrontier(t)
	find(t, db,
		queued(news.ArticleLink, "/a2"),
		queued(news.ArticleLink, "/a1", func(t *news.Task) { t.Due = night.Add(-time.Hour) }),
		queued(news.ArticleLink, "/later", func(t *news.Task) { t.Due = night.Add(time.Hour) }),
		queued(news.SectionLink, "/section"), queued(news.FeedLink, "/feed"), queued(news.SitemapLink, "/map"),
		queued(news.ArticleLink, "/other", func(t *news.Task) { t.Source = "lake.example" }),
	)
	var got [][]string
	for range 5 {
		paths, _ := lease(t, db, night, night, 10)
		got = append(got, paths)
	}
	want := [][]string{{"/feed"}, {"/map"}, {"/section"}, {"/a1", "/a2"}, nil}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Lease -want +got:\n%s", diff)
	}
}

func TestLeasesEndByTimeByReleaseAndByBegin(t *testing.T) {
	db := openFrontier(t)
	find(t, db, queued(news.ArticleLink, "/a"))
	_, held := lease(t, db, night, night, 1)
	if again, _ := lease(t, db, night, night.Add(time.Second), 1); again != nil {
		t.Errorf("Lease of a held task = %v, want none", again)
	}
	if after, _ := lease(t, db, night, night.Add(2*time.Minute), 1); len(after) != 1 {
		t.Errorf("Lease after the lease ended = %v, want the task", after)
	}
	if err := db.Release(t.Context(), held); err != nil {
		t.Fatal(err)
	}
	if after, _ := lease(t, db, night, night, 1); len(after) != 1 {
		t.Errorf("Lease after Release = %v, want the task", after)
	}
	if err := db.Begin(t.Context(), nil, night); err != nil {
		t.Fatal(err)
	}
	if after, _ := lease(t, db, night, night, 1); len(after) != 1 {
		t.Errorf("Lease after Begin = %v, want the task", after)
	}
}

// What a page says of an address that is known already, and what the frontier
// makes of it.
func TestKnownAddressesTakeOnlyWhatIsNews(t *testing.T) {
	later := night.Add(24 * time.Hour)
	dated := func(t *news.Task) { t.Link.Published = news.DCT{Time: night, Grain: news.GrainDay, Method: "feed"} }
	for _, tt := range []struct {
		name   string
		known  news.Task
		visit  func(*news.Task) // what the first visit made of it; nil: none
		says   news.Task
		due    time.Time
		state  news.FrontierState
		method string
	}{
		{"nothing new", queued(news.ArticleLink, "/a"), nil, queued(news.ArticleLink, "/a", func(t *news.Task) { t.Due = later }), night, news.Queued, ""},
		{"a date, before the first visit", queued(news.ArticleLink, "/a"), nil, queued(news.ArticleLink, "/a", dated), night, news.Queued, "feed"},
		{"a date, after the first visit", queued(news.ArticleLink, "/a"),
			func(t *news.Task) {
				t.State, t.Visits, t.FetchedAt, t.Due = news.Fetched, 1, night, later.Add(time.Hour)
			},
			queued(news.ArticleLink, "/a", dated), later.Add(time.Hour), news.Fetched, ""},
		{"changed since the last visit", queued(news.ArticleLink, "/a"),
			func(t *news.Task) {
				t.State, t.Visits, t.FetchedAt, t.Due = news.Fetched, 1, night, later.Add(time.Hour)
			},
			queued(news.ArticleLink, "/a", func(t *news.Task) {
				t.Due, t.FirstSeen, t.Link.Modified = later, later, night.Add(time.Hour)
			}), later, news.Fetched, ""},
		{"changed in the future", queued(news.ArticleLink, "/a"),
			func(t *news.Task) {
				t.State, t.Visits, t.FetchedAt, t.Due = news.Fetched, 1, night, later.Add(time.Hour)
			},
			queued(news.ArticleLink, "/a", func(t *news.Task) {
				t.Due, t.FirstSeen, t.Link.Modified = later, later, later.Add(time.Hour)
			}), later.Add(time.Hour), news.Fetched, ""},
		{"wanted after all", queued(news.ArticleLink, "/a", func(t *news.Task) { t.State, t.Problem, t.Due = news.Dropped, "no", time.Time{} }),
			nil, queued(news.ArticleLink, "/a"), night, news.Queued, ""},
		{"still not wanted", queued(news.ArticleLink, "/a"), nil,
			queued(news.ArticleLink, "/a", func(t *news.Task) { t.State, t.Due = news.Dropped, time.Time{} }), night, news.Queued, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			db := openFrontier(t)
			find(t, db, tt.known)
			if tt.visit != nil {
				task, err := db.Task(t.Context(), tt.known.Link.URL)
				if err != nil {
					t.Fatal(err)
				}
				tt.visit(&task)
				if err := db.Finish(t.Context(), news.Visit{Task: task}); err != nil {
					t.Fatal(err)
				}
			}
			find(t, db, tt.says)
			got, err := db.Task(t.Context(), tt.known.Link.URL)
			if err != nil || !got.Due.Equal(tt.due) || got.State != tt.state || got.Link.Published.Method != tt.method {
				t.Errorf("Task = %+v, %v; want due %v, %s, date by %q", got, err, tt.due, tt.state, tt.method)
			}
		})
	}
}

func TestFinishIsWholeOrNot(t *testing.T) {
	db := openFrontier(t)
	find(t, db, queued(news.ArticleLink, "/a"))
	_, tasks := lease(t, db, night, night, 1)
	v := news.Visit{Task: tasks[0], Page: &news.Page{URL: tasks[0].Link.URL, FetchedAt: night, Status: 200, Body: []byte("x")}}
	v.Task.State = news.Fetched
	v.Requests = []news.Request{{Host: "river.example", URL: v.Task.Link.URL, Started: night, Sent: true}}
	// A year that JSON cannot write makes the second step fail, after the page.
	v.Found = []news.Task{queued(news.ArticleLink, "/b", func(t *news.Task) { t.Link.Modified = time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC) })}
	if err := db.Finish(t.Context(), v); err == nil {
		t.Fatal("Finish with a link that cannot be kept error nil")
	}
	if pages, err := db.PagesToDo(t.Context(), 1, 0, 10); err != nil || len(pages) != 0 {
		t.Errorf("pages after a Finish that failed = %v, %v, want none", pages, err)
	}
	task, err := db.Task(t.Context(), v.Task.Link.URL)
	if err != nil || task.State != news.Queued {
		t.Errorf("Task after a Finish that failed = %+v, %v, want it as it was", task, err)
	}
	if lines, err := db.Requests(t.Context(), 0, 10); err != nil || len(lines) != 0 {
		t.Errorf("ledger = %v, %v, want it empty", lines, err)
	}
}

func TestRequestsComeBackAsTheyWere(t *testing.T) {
	db := openFrontier(t)
	want := news.Request{
		Source: "river.example", Host: "river.example:8080", URL: "https://river.example:8080/a", Started: night.Add(123456 * time.Microsecond),
		Took: 1234 * time.Microsecond, Sent: true, Verdict: "allowed", Rule: "Allow: /", RobotsID: 7, Delay: 2 * time.Second,
		Status: 429, Bytes: 12, RetryAfter: time.Minute, Problem: "p",
	}
	if err := db.SaveRequests(t.Context(), []news.Request{want, {URL: "forbidden", Started: night}}); err != nil {
		t.Fatal(err)
	}
	got, err := db.Requests(t.Context(), 0, 10)
	if err != nil || len(got) != 2 {
		t.Fatalf("Requests = %v, %v", got, err)
	}
	want.ID = got[0].ID
	if diff := cmp.Diff(want, got[0]); diff != "" {
		t.Errorf("Requests -want +got:\n%s", diff)
	}
	var order []string
	for r, err := range db.Ledger(t.Context(), time.Time{}) {
		if err != nil {
			t.Fatal(err)
		}
		order = append(order, r.URL)
	}
	if diff := cmp.Diff([]string{"forbidden", want.URL}, order); diff != "" {
		t.Errorf("Ledger is not in order of time -want +got:\n%s", diff)
	}
	rests, err := db.Rests(t.Context(), night.Add(2*time.Second))
	if end := want.Started.Add(want.Took + want.RetryAfter); err != nil || len(rests) != 1 || !rests[want.Host].Equal(end) {
		t.Errorf("Rests = %v, %v; want %s until %v", rests, err, want.Host, end)
	}
	if rests, _ := db.Rests(t.Context(), night.Add(time.Hour)); len(rests) != 0 {
		t.Errorf("Rests an hour later = %v, want none", rests)
	}
}

func TestRobotsOfTheSameTextAreOneRow(t *testing.T) {
	db := openFrontier(t)
	save := func(hours int, body string) news.Robots {
		at := night.Add(time.Duration(hours) * time.Hour)
		r, err := db.SaveRobots(t.Context(), news.Robots{Origin: "https://river.example", Status: 200, Body: []byte(body), FetchedAt: at, CheckedAt: at})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	a, b, c := save(0, "x"), save(1, "x"), save(2, "y")
	if a.ID != b.ID || b.ID == c.ID {
		t.Errorf("IDs %d, %d, %d; want the first two the same", a.ID, b.ID, c.ID)
	}
	old, err := db.RobotsByID(t.Context(), a.ID)
	if err != nil || string(old.Body) != "x" || !old.FetchedAt.Equal(night) || !old.CheckedAt.Equal(night.Add(time.Hour)) {
		t.Errorf("RobotsByID(%d) = %+v, %v; want the first text, checked an hour later", a.ID, old, err)
	}
	if newest, err := db.Robots(t.Context(), "https://river.example"); err != nil || newest.ID != c.ID {
		t.Errorf("Robots = %+v, %v; want the newest", newest, err)
	}
	if none, err := db.Robots(t.Context(), "https://lake.example"); err != nil || none.ID != 0 {
		t.Errorf("Robots of an unknown origin = %+v, %v; want none", none, err)
	}
	if _, err := db.RobotsByID(t.Context(), 99); !errors.Is(err, ErrNotFound) {
		t.Errorf("RobotsByID(99) error %v, want ErrNotFound", err)
	}
}

// BenchmarkLease shows that the next task is found in the same time however
// many are waiting.
func BenchmarkLease(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			db := openFrontier(b)
			for from := 0; from < n; from += 10_000 {
				var tasks []news.Task
				for i := from; i < min(from+10_000, n); i++ {
					tasks = append(tasks, queued(news.ArticleLink, fmt.Sprintf("/%d", i)))
				}
				find(b, db, tasks...)
			}
			for b.Loop() {
				tasks, err := db.Lease(b.Context(), "river.example", night, night, night.Add(time.Minute), 8)
				if err != nil || len(tasks) != 8 {
					b.Fatal(len(tasks), err)
				}
				if err := db.Release(b.Context(), tasks); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
