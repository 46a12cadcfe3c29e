package crawler_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/seed-7461731f/dateline/crawler"
	"github.com/seed-7461731f/dateline/store/news"
)

func respond(status int, header map[string]string, body string) func(http.ResponseWriter, *http.Request) {
	return func(rw http.ResponseWriter, _ *http.Request) {
		for k, v := range header {
			rw.Header().Set(k, v)
		}
		rw.WriteHeader(status)
		io.WriteString(rw, body)
	}
}

func redirect(to string) func(http.ResponseWriter, *http.Request) {
	return http.RedirectHandler(to, http.StatusFound).ServeHTTP
}

// pack compresses n zero bytes.
func pack(n int, writer func(io.Writer) io.WriteCloser) string {
	var b bytes.Buffer
	w := writer(&b)
	w.Write(make([]byte, n))
	w.Close()
	return b.String()
}

var bombs = map[string]string{
	"gzip": zip(strings.Repeat("\x00", 8<<20)),
	"br":   pack(8<<20, func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) }),
	"zstd": pack(8<<20, func(w io.Writer) io.WriteCloser { z, _ := zstd.NewWriter(w); return z }),
}

// One address of a hostile site, and what the frontier must say of it after
// the crawl: state, the problem's beginning, and how often it was asked for.
var hostileTests = []struct {
	name    string
	page    func(http.ResponseWriter, *http.Request)
	state   news.FrontierState
	problem string
	hits    int
}{
	{"server error", respond(500, nil, "oops"), news.Failed, "500 Internal Server Error", 3},
	{"forbidden", respond(403, nil, "no"), news.Failed, "403 Forbidden", 1},
	{"paywalled by status", respond(402, nil, "pay"), news.Failed, "402 Payment Required", 1},
	{"not found", respond(404, nil, "no"), news.Gone, "404 Not Found", 1},
	{"a picture", respond(200, map[string]string{"Content-Type": "image/jpeg"}, "\xff\xd8"), news.Failed, `no page but "image/jpeg"`, 1},
	{"empty", respond(200, nil, ""), news.Failed, "200 OK, empty", 1},
	{"endless redirect", redirect("/trap-number-0"), news.Failed, "more than 10 redirects", 0},
	{"redirect into a disallowed path", redirect("/private/x"), news.Failed, "robots.txt: Disallow: /private/", 1},
	{"redirect to the cloud's metadata", redirect("http://169.254.169.254/latest/meta-data/"), news.Failed, "redirect leaves the source's sites", 1},
	{"redirect to loopback", redirect("http://127.0.0.1:8080/"), news.Failed, "redirect leaves the source's sites", 1},
	{"redirect to a file", redirect("file:///etc/passwd"), news.Failed, "redirect leaves the source's sites", 1},
	{"redirect to the front page", redirect("/"), news.Gone, "redirects to the home page", 1},
	{"gzip bomb", respond(200, map[string]string{"Content-Encoding": "gzip"}, bombs["gzip"]), news.Failed, "body: gzip: body over the limit of 1048576 bytes", 1},
	{"brotli bomb", respond(200, map[string]string{"Content-Encoding": "br"}, bombs["br"]), news.Failed, "body: br: body over the limit of 1048576 bytes", 1},
	{"zstd bomb", respond(200, map[string]string{"Content-Encoding": "zstd"}, bombs["zstd"]), news.Failed, "body: zstd: body over the limit of 1048576 bytes", 1},
	{"gzip in gzip bomb", respond(200, map[string]string{"Content-Encoding": "gzip, gzip"}, zip(bombs["gzip"])), news.Failed, "body: gzip: body over the limit of 1048576 bytes", 1},
	{"packed without end", respond(200, map[string]string{"Content-Encoding": "gzip, gzip, gzip, gzip"}, "x"), news.Failed, "body: packed 4 times", 3},
	{"truncated gzip", respond(200, map[string]string{"Content-Encoding": "gzip"}, bombs["gzip"][:200]), news.Failed, "body: gzip: unexpected EOF", 3},
	{"oversize", respond(200, nil, strings.Repeat("x", 2<<20)), news.Failed, "body: body over the limit of 1048576 bytes", 1},
	{"wrong Content-Length", hijack("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort"), news.Failed, "body: unexpected EOF", 3},
	{"no HTTP at all", hijack("220 smtp.example ESMTP\r\n"), news.Failed, "net/http: HTTP/1.x transport connection broken: malformed HTTP status code", 3},
	{"connection dropped", hijack(""), news.Failed, "EOF", 0}, // net/http asks again by itself on a connection it kept
	{"slow loris", drip(50*time.Millisecond, 1<<10), news.Failed, "body: not done within 2s", 1},
	{"stalled body", drip(time.Minute, 2), news.Failed, "body: body: no byte within the time limit", 1},
	{"a cookie wall that lets in with the cookie", cookieWall, news.Fetched, "", 1},
}

// hijack writes raw bytes and drops the connection.
func hijack(raw string) func(http.ResponseWriter, *http.Request) {
	return func(rw http.ResponseWriter, _ *http.Request) {
		conn, _, err := rw.(http.Hijacker).Hijack()
		if err == nil {
			io.WriteString(conn, raw)
			conn.Close()
		}
	}
}

func drip(every time.Duration, n int) func(http.ResponseWriter, *http.Request) {
	return func(rw http.ResponseWriter, r *http.Request) {
		for range n {
			io.WriteString(rw, "x")
			rw.(http.Flusher).Flush()
			select {
			case <-time.After(every):
			case <-r.Context().Done():
				return
			}
		}
	}
}

func cookieWall(rw http.ResponseWriter, r *http.Request) {
	if _, err := r.Cookie("seen"); err != nil {
		http.SetCookie(rw, &http.Cookie{Name: "seen", Value: "1", Path: "/"})
		http.Redirect(rw, r, r.URL.Path+"?again", http.StatusFound)
		return
	}
	io.WriteString(rw, "<p>welcome")
}

func TestHostilePagesEachEndWithTheirReason(t *testing.T) {
	for i, tt := range hostileTests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w, db := newWeb(t), openStore(t)
			path := fmt.Sprintf("/trap-number-%d", i)
			site := map[string]any{
				"/robots.txt": "User-agent: *\nDisallow: /private/", "/private/x": "secret",
				"/feed": rss(path, "/honest-story-of-day"), "/honest-story-of-day": "<p>honest", path: tt.page,
				"/trap-number-0": redirect("/trap-number-1"), "/trap-number-1": redirect("/trap-number-0"),
				path + "?again": cookieWall, "/": "<p>front page",
			}
			site[path] = tt.page
			w.site("river.example", site)
			c := w.config(night, river())
			if tt.hits == 1 && strings.Contains(tt.problem, "not done") || strings.HasPrefix(tt.name, "stalled") {
				c.Tries = 1
			}
			w.crawl(db, c)
			task, err := db.Task(t.Context(), "http://river.example"+path)
			if tt.state == news.Fetched && err == nil && task.State == news.MovedTo {
				task, err = db.Task(t.Context(), task.MovedTo)
			}
			if err != nil || task.State != tt.state || !strings.HasPrefix(task.Problem, tt.problem) {
				t.Errorf("%s: state %s, problem %q, %v; want %s, %q", path, task.State, task.Problem, err, tt.state, tt.problem)
			}
			if n := w.hit("river.example" + path); tt.hits > 0 && n != tt.hits {
				t.Errorf("%s asked for %d times, want %d", path, n, tt.hits)
			}
			if n := w.hit("river.example/private/x"); n != 0 {
				t.Errorf("the forbidden page was asked for %d times", n)
			}
			if len(w.dials) > 0 {
				t.Errorf("dialled %v", w.dials)
			}
			if n := w.hit("river.example/honest-story-of-day"); n != 1 {
				t.Errorf("the page beside it was fetched %d times, want once", n)
			}
		})
	}
}

func TestRetryAfterIsObeyed(t *testing.T) {
	for _, tt := range []struct {
		name  string
		value func() string
	}{
		{"seconds", func() string { return "1" }},
		{"date", func() string { return time.Now().Add(2 * time.Second).UTC().Format(http.TimeFormat) }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w, db := newWeb(t), openStore(t)
			asked := false
			w.site("river.example", map[string]any{
				"/feed": rss("/first-story-of-day", "/second-story-of-day"), "/second-story-of-day": "<p>two",
				"/first-story-of-day": func(rw http.ResponseWriter, r *http.Request) {
					if !asked {
						asked = true
						respond(429, map[string]string{"Retry-After": tt.value()}, "")(rw, r)
						return
					}
					io.WriteString(rw, "<p>one")
				},
			})
			w.crawl(db, w.config(night, river()))
			if n := len(pages(t, db)); n != 2 {
				t.Errorf("%d pages, want both", n)
			}
			checkLedger(t, ledger(t, db))
		})
	}
}

// checkLedger: no request before the one before it allowed the next.
func checkLedger(t *testing.T, lines []news.Request) {
	t.Helper()
	before := map[string]news.Request{}
	for _, r := range lines {
		if !r.Sent {
			continue
		}
		if b, ok := before[r.Host]; ok {
			if gap := r.Started.Sub(b.Started.Add(b.Took)); gap < max(r.Delay, b.RetryAfter)-time.Millisecond {
				t.Errorf("%s: %v after the request before, which asked for %v, delay %v", r.URL, gap, b.RetryAfter, r.Delay)
			}
		}
		before[r.Host] = r
	}
}

func TestALongRestEndsTheSourceAndBindsTheNextCrawl(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	w.site("river.example", map[string]any{
		"/feed":               rss("/first-story-of-day", "/second-story-of-day"),
		"/first-story-of-day": respond(503, map[string]string{"Retry-After": "3600"}, ""), "/second-story-of-day": "<p>two",
	})
	c := w.config(night, river())
	c.Patience = time.Second
	for range 2 {
		report := w.crawl(db, c)
		if p := report.Sources[0].Problem; !strings.HasPrefix(p, "river.example asked to be left alone until ") {
			t.Errorf("problem %q, want the rest it asked for", p)
		}
	}
	if n := w.hit("river.example/first-story-of-day") + w.hit("river.example/second-story-of-day"); n != 1 {
		t.Errorf("%d article requests, want the first one only", n)
	}
	task, err := db.Task(t.Context(), "http://river.example/second-story-of-day")
	if err != nil || task.State != news.Queued {
		t.Errorf("second story: %+v, %v, want it still queued", task, err)
	}
}

func TestRobotsThatCannotBeHadMeansNoCrawl(t *testing.T) {
	for _, tt := range []struct {
		name   string
		robots func(http.ResponseWriter, *http.Request)
		pages  int
	}{
		{"server error", respond(503, nil, ""), 0},
		{"dropped", hijack(""), 0},
		{"redirect without end", redirect("/robots.txt"), 0},
		{"not found", respond(404, nil, ""), 1},
		{"forbidden", respond(403, nil, ""), 1},
		{"redirect to the text", redirect("/r.txt"), 0},
		{"HTML", respond(200, nil, "<html>hello"), 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w, db := newWeb(t), openStore(t)
			w.site("river.example", map[string]any{
				"/robots.txt": tt.robots, "/r.txt": "User-agent: *\nDisallow: /",
				"/feed": rss("/first-story-of-day"), "/first-story-of-day": "<p>one",
			})
			c := w.config(night, river())
			c.Patience = time.Millisecond
			report := w.crawl(db, c)
			if n := len(pages(t, db)); n != tt.pages {
				t.Errorf("%d pages, want %d", n, tt.pages)
			}
			if tt.pages == 0 && (w.hit("river.example/feed") != 0 || report.Sources[0].Problem == "") {
				t.Errorf("feed asked for %d times, problem %q; want neither a request nor silence", w.hit("river.example/feed"), report.Sources[0].Problem)
			}
		})
	}
}

func TestOneDeadHostDoesNotTakeTheSourceDown(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	w.site("feeds.river.example", map[string]any{"/robots.txt": respond(500, nil, "")})
	w.site("river.example", map[string]any{"/feed": rss("/first-story-of-day", "http://feeds.river.example/some-story-of-day"), "/first-story-of-day": "<p>one"})
	src := river(func(s *news.Source) {
		s.Feeds = []string{"http://feeds.river.example/all", "http://river.example/feed"}
	})
	report := w.crawl(db, w.config(night, src))
	if n := len(pages(t, db)); n != 1 || report.Sources[0].Problem != "robots.txt cannot be had: 500 Internal Server Error" {
		t.Errorf("%d pages, report %+v; want the page of the host that answers, and the other's problem", n, report.Sources[0])
	}
	for _, path := range []string{"/all", "/some-story-of-day"} {
		task, err := db.Task(t.Context(), "http://feeds.river.example"+path)
		if err != nil || task.State != news.Queued || task.Attempts != 0 {
			t.Errorf("%s: %+v, %v; want it queued as it was", path, task, err)
		}
	}
	w.site("feeds.river.example", map[string]any{"/some-story-of-day": "<p>two"})
	w.crawl(db, w.config(night, src))
	if n := len(pages(t, db)); n != 2 {
		t.Errorf("%d pages once the host is back, want 2", n)
	}
}

func TestASourceIsLeftAfterItsTime(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	site := map[string]any{"/robots.txt": "User-agent: *\nCrawl-delay: 0.05"}
	var links []string
	for i := range 50 {
		path := fmt.Sprintf("/story-of-the-day-%d", i)
		links, site[path] = append(links, path), "<p>"+path
	}
	site["/feed"] = rss(links...)
	w.site("river.example", site)
	c := w.config(night, river())
	c.MaxTime = 300 * time.Millisecond
	report := w.crawl(db, c)
	if run := report.Sources[0]; run.Articles == 0 || run.Articles > 6 || run.Problem != "stopped after 300ms" {
		t.Errorf("report %+v, want a few articles and the limit", run)
	}
}

func TestRobotsThatFlapAreKeptAsTheyWere(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	site := func(robots any) {
		w.site("river.example", map[string]any{"/robots.txt": robots, "/feed": rss("/first-story-of-day"), "/first-story-of-day": "<p>one"})
	}
	c := w.config(night, river())
	c.Patience = time.Millisecond
	site(respond(500, nil, ""))
	w.crawl(db, c)
	site("User-agent: *\nDisallow: /first")
	w.crawl(db, c)
	c.Now = func() time.Time { return night.Add(25 * time.Hour) }
	site("User-agent: *\nDisallow: /second")
	w.crawl(db, c)
	if n := w.hit("river.example/first-story-of-day"); n != 0 {
		t.Errorf("a page that was forbidden a day ago was asked for before its time")
	}
	c.Now = func() time.Time { return night.Add(9 * 24 * time.Hour) }
	w.crawl(db, c)
	if n := w.hit("river.example/first-story-of-day"); n != 1 {
		t.Errorf("a page that is allowed by now was asked for %d times, want once", n)
	}
	var texts []string
	for _, r := range ledger(t, db) {
		if r.Verdict == "exempt" {
			continue
		}
		row, err := db.RobotsByID(t.Context(), r.RobotsID)
		if err != nil {
			t.Fatalf("ledger line %s: %v", r.URL, err)
		}
		texts = append(texts, fmt.Sprint(row.Status))
	}
	if got := strings.Join(texts, " "); got != "500 200 200 200 200 200" {
		t.Errorf("statuses of the robots.txt behind each line: %s", got)
	}
}

func TestCalendarTrapIsBounded(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	w.mu.Lock()
	w.sites["river.example"] = http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		n := 1
		fmt.Sscanf(r.URL.Query().Get("page"), "%d", &n)
		if r.URL.Path == "/robots.txt" {
			return
		}
		fmt.Fprintf(rw, `<html><a rel="next" href="/days?page=%d">next</a><a href="/d/%d/d/d/d/a-story-of-the-day">x</a>`, n+1, n)
	})
	w.mu.Unlock()
	src := river(func(s *news.Source) { s.Feeds, s.Sections = nil, []string{"http://river.example/days"} })
	report := w.crawl(db, w.config(night, src))
	if n := w.total(); n > 6 {
		t.Errorf("%d requests into an endless listing, want robots.txt and 4 pages", n)
	}
	if run := report.Sources[0]; run.Dropped != 5 {
		t.Errorf("report %+v, want the fifth page and the four piled-up addresses dropped", run)
	}
}

func TestOptOutIsRecordedAndObeyedWhenAsked(t *testing.T) {
	for _, obey := range []bool{false, true} {
		w, db := newWeb(t), openStore(t)
		w.site("river.example", map[string]any{
			"/feed":               rss("/first-story-of-day", "/second-story-of-day"),
			"/first-story-of-day": respond(200, map[string]string{"TDM-Reservation": "1"}, "<p>one"), "/second-story-of-day": "<p>two",
		})
		c := w.config(night, river())
		c.ObeyOptOut = obey
		report := w.crawl(db, c)
		want := 2
		if obey {
			want = 1
		}
		task, err := db.Task(t.Context(), "http://river.example/first-story-of-day")
		if n := len(pages(t, db)); n != want || err != nil || task.OptOut != "tdm-reservation: 1" {
			t.Errorf("obey %t: %d pages, task %+v, %v, report %+v; want %d and the signal recorded", obey, n, task, err, report.Sources[0], want)
		}
	}
}

func TestBombInASitemapFile(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	w.site("river.example", map[string]any{"/sitemap.xml.gz": bombs["gzip"]})
	src := river(func(s *news.Source) { s.Feeds, s.Sitemaps = nil, []string{"http://river.example/sitemap.xml.gz"} })
	report := w.crawl(db, w.config(night, src))
	if len(report.Failed()) != 1 || !strings.Contains(report.Sources[0].Problem, "over the limit") {
		t.Errorf("report %+v, want the limit as the reason", report.Sources[0])
	}
}

func TestGBKFeedGivesItsTitles(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	body, err := simplifiedchinese.GBK.NewEncoder().String(`<?xml version="1.0" encoding="gb2312"?><rss version="2.0"><channel>
		<item><title>大坝决堤</title><link>/first-story-of-day</link></item></channel></rss>`)
	if err != nil {
		t.Fatal(err)
	}
	raw, _ := simplifiedchinese.GBK.NewEncoder().String("<html><meta charset=gbk><p>正文")
	w.site("river.example", map[string]any{
		"/feed":               respond(200, map[string]string{"Content-Type": "text/xml"}, body),
		"/first-story-of-day": respond(200, map[string]string{"Content-Type": "text/html; charset=utf-8"}, raw),
	})
	w.crawl(db, w.config(night, river()))
	got := pages(t, db)
	if len(got) != 1 || got[0].Link.Title != "大坝决堤" || string(got[0].Body) != raw {
		t.Errorf("pages %+v, want the title decoded and the body as it came", got)
	}
}

func TestCrawlDelayAndOneRequestAtATime(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	busy := make(chan struct{}, 1)
	article := func(rw http.ResponseWriter, r *http.Request) {
		select {
		case busy <- struct{}{}:
		default:
			t.Error("two requests to one host at the same time")
			return
		}
		time.Sleep(5 * time.Millisecond)
		io.WriteString(rw, "<p>"+r.URL.Path)
		<-busy
	}
	site := map[string]any{"/robots.txt": "User-agent: Dateline\nCrawl-delay: 0.05"}
	var links [2][]string
	for i := range 6 {
		path := fmt.Sprintf("/story-of-the-day-%d", i)
		site[path] = article
		links[i%2] = append(links[i%2], "http://river.example"+path)
	}
	site["/feed"], site["/feed2"] = rss(links[0]...), rss(links[1]...)
	w.site("river.example", site)
	also := river(func(s *news.Source) { s.Host, s.Feeds = "also.example", []string{"http://river.example/feed2"} })
	w.crawl(db, w.config(night, river(), also))
	if n := len(pages(t, db)); n != 6 {
		t.Errorf("%d pages, want 6", n)
	}
	lines := ledger(t, db)
	checkLedger(t, lines)
	slow := 0
	for _, r := range lines {
		if r.Delay >= 50*time.Millisecond {
			slow++
		}
	}
	if slow < 8 {
		t.Errorf("%d of %d requests at the Crawl-delay, want all but robots.txt", slow, len(lines))
	}
}

func TestBrokenTLSIsAReason(t *testing.T) {
	srv := httptest.NewTLSServer(http.NotFoundHandler())
	defer srv.Close()
	w, db := newWeb(t), openStore(t)
	w.srv = srv
	src := river(func(s *news.Source) { s.Feeds = []string{"https://river.example/feed"} })
	report := w.crawl(db, w.config(night, src))
	if p := report.Sources[0].Problem; !strings.Contains(p, "certificate") {
		t.Errorf("problem %q, want the certificate", p)
	}
}

func TestProgressTellsEveryVisit(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	w.site("river.example", map[string]any{"/feed": rss("/first-story-of-day", "/second-story-of-day"), "/first-story-of-day": "<p>one"})
	c := w.config(night, river())
	var got []string
	var left []int
	c.Progress = func(e crawler.Event) {
		got = append(got, e.Result+" "+strings.TrimPrefix(e.URL, "http://river.example"))
		left = append(left, e.Left)
		if e.Visits != len(got) || e.TimeLeft > 0 != (e.Left > 0) {
			t.Errorf("event %+v, want visit %d, and time left while there are addresses left", e, len(got))
		}
	}
	w.crawl(db, c)
	if fmt.Sprint(left) != "[2 1 0]" {
		t.Errorf("addresses left after each visit: %v, want 2, 1, 0", left)
	}
	if want := "new /feed, new /first-story-of-day, gone /second-story-of-day"; strings.Join(got, ", ") != want {
		t.Errorf("progress %q, want %q", strings.Join(got, ", "), want)
	}
}

func TestASitemapOfAHundredThousandIsBounded(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	var b strings.Builder
	b.WriteString("<urlset>")
	for i := range 100_000 {
		fmt.Fprintf(&b, "<url><loc>http://river.example/story-of-the-day-%d</loc></url>", i)
	}
	w.site("river.example", map[string]any{"/sitemap.xml.gz": zip(b.String() + "</urlset>")})
	c := w.config(night, river(func(s *news.Source) { s.Feeds, s.Sitemaps = nil, []string{"http://river.example/sitemap.xml.gz"} }))
	c.MaxBody = 32 << 20
	c.Relevant = func(string, string) bool { return false }
	run := w.crawl(db, c).Sources[0]
	if run.Found != 50_000 || run.Fetched != 1 || !strings.Contains(run.Problem, "more addresses than are read from one page (50000)") {
		t.Errorf("report %+v, want the 50,000 that the protocol allows a file, and that there were more", run)
	}
}

func TestAHostInAnotherScriptIsAskedForInASCII(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	w.site("xn--mller-kva.example", map[string]any{"/feed": rss("http://Müller.example/first-story-of-day"), "/first-story-of-day": "<p>one"})
	w.crawl(db, w.config(night, news.Source{Host: "xn--mller-kva.example", Home: "http://müller.example/", Feeds: []string{"http://müller.example/feed"}}))
	if got := pages(t, db); len(got) != 1 || got[0].URL != "http://xn--mller-kva.example/first-story-of-day" {
		t.Errorf("pages %+v, want the one article", got)
	}
}

func TestTheProxyIsAskedForEverything(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	w.site("river.example", map[string]any{"/feed": rss("/first-story-of-day"), "/first-story-of-day": "<p>one"})
	proxy, err := url.Parse(w.srv.URL)
	if err != nil {
		t.Fatal(err)
	}
	c := w.config(night, river())
	c.Proxy = http.ProxyURL(proxy)
	c.Dial = func(context.Context, string, string) (net.Conn, error) {
		return nil, errors.New("dialled past the proxy")
	}
	if report := w.crawl(db, c); report.Sources[0].Articles != 1 {
		t.Errorf("report %+v, want the article by way of the proxy", report.Sources[0])
	}
}

func TestSourcesDoNotShareCookies(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	var mu sync.Mutex
	cookies := map[string]string{} // by path
	note := func(body string) func(http.ResponseWriter, *http.Request) {
		return func(rw http.ResponseWriter, r *http.Request) {
			mu.Lock()
			defer mu.Unlock()
			cookies[r.URL.Path] += r.Header.Get("Cookie")
			http.SetCookie(rw, &http.Cookie{Name: strings.TrimPrefix(r.URL.Path, "/"), Value: "7", Path: "/"})
			io.WriteString(rw, body)
		}
	}
	w.site("river.example", map[string]any{"/feed": note(rss("/first-story-of-day")), "/first-story-of-day": note("<p>one"),
		"/other": note(rss("/second-story-of-day")), "/second-story-of-day": note("<p>two")})
	other := news.Source{Host: "other.example", Home: "http://other.example/", Feeds: []string{"http://river.example/other"}}
	w.crawl(db, w.config(night, river(), other))
	want := map[string]string{"/feed": "", "/first-story-of-day": "feed=7", "/other": "", "/second-story-of-day": "other=7"}
	if !maps.Equal(cookies, want) {
		t.Errorf("cookies by path %q, want %q", cookies, want)
	}
}
