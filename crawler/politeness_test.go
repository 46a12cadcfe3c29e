package crawler_test

import (
	"flag"
	"fmt"
	"iter"
	"net/http"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-7461731f/dateline/crawler"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

func each(lines ...news.Request) iter.Seq2[news.Request, error] {
	return func(yield func(news.Request, error) bool) {
		for _, l := range lines {
			if !yield(l, nil) {
				return
			}
		}
	}
}

func TestPolitenessFindsEachKindOfViolation(t *testing.T) {
	at := func(ms int) time.Time { return night.Add(time.Duration(ms) * time.Millisecond) }
	line := func(startMS int, path string, change func(*news.Request)) news.Request {
		r := news.Request{Host: "river.example", URL: "http://river.example" + path, Started: at(startMS), Took: 10 * time.Millisecond,
			Sent: true, Verdict: "allowed", RobotsID: 1, Delay: 100 * time.Millisecond}
		if change != nil {
			change(&r)
		}
		return r
	}
	text := func(id int64) (news.Robots, error) {
		if id == 2 {
			return news.Robots{ID: 2, Status: 503}, nil
		}
		return news.Robots{ID: 1, Status: 200, Body: []byte("User-agent: *\nDisallow: /private\nCrawl-delay: 0.1")}, nil
	}
	for _, tt := range []struct {
		name  string
		lines []news.Request
		want  []string
	}{
		{"all is well", []news.Request{line(0, "/a", nil), line(110, "/b", nil)}, nil},
		{"too early", []news.Request{line(0, "/a", nil), line(109, "/b", nil)}, []string{"delay"}},
		{"at the same time", []news.Request{line(0, "/a", nil), line(5, "/b", nil)}, []string{"concurrency"}},
		{"Retry-After", []news.Request{line(0, "/a", func(r *news.Request) { r.RetryAfter = time.Second }), line(500, "/b", nil)}, []string{"retry-after"}},
		{"forbidden", []news.Request{line(0, "/private/x", nil)}, []string{"robots"}},
		{"forbidden and not sent", []news.Request{line(0, "/private/x", func(r *news.Request) { r.Sent = false })}, nil},
		{"no robots.txt to be had", []news.Request{line(0, "/a", func(r *news.Request) { r.RobotsID = 2 })}, []string{"robots"}},
		{"shorter delay than Crawl-delay", []news.Request{line(0, "/a", func(r *news.Request) { r.Delay = 0 })}, []string{"delay"}},
		{"another host", []news.Request{line(0, "/a", nil), line(1, "/b", func(r *news.Request) { r.Host = "lake.example" })}, nil},
	} {
		_, broken, err := crawler.Politeness(each(tt.lines...), text)
		var got []string
		for _, v := range broken {
			got = append(got, v.Rule)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || err != nil {
			t.Errorf("%s: Politeness error %v, rules -want +got:\n%s", tt.name, err, diff)
		}
	}
}

// prove checks the ledger of a store and returns the number of requests.
func prove(t *testing.T, db *store.DB) int {
	t.Helper()
	checked, broken, err := crawler.Politeness(db.Ledger(t.Context(), time.Time{}), func(id int64) (news.Robots, error) {
		return db.RobotsByID(t.Context(), id)
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range broken {
		t.Errorf("%s: %s: %s", v.Request.URL, v.Rule, v.Detail)
	}
	return checked
}

var requests = flag.Int("requests", 600, "how many articles TestLedgerOfAHostileWebShowsNoViolation has")

// The rude answers come now and then, so that every rule is in force while
// other requests to the host are under way.
func TestLedgerOfAHostileWebShowsNoViolation(t *testing.T) {
	t.Parallel()
	w, db := newWeb(t), openStore(t)
	const hosts = 10
	articles := *requests / hosts
	var sources []news.Source
	for h := range hosts {
		host := fmt.Sprintf("paper%d.example", h)
		site := map[string]any{"/robots.txt": fmt.Sprintf("User-agent: *\nDisallow: /private/\nCrawl-delay: 0.00%d", h%5)}
		var links []string
		for i := range articles {
			path := fmt.Sprintf("/story-of-the-day-%d", i)
			switch {
			case i%20 == 7:
				site[path] = respond(500, nil, "")
			case i%20 == 9:
				site[path] = redirect("/private/x")
			case i%20 == 11:
				site[path] = http.RedirectHandler(fmt.Sprintf("http://paper%d.example%s", (h+1)%hosts, path), http.StatusMovedPermanently).ServeHTTP
			case i%20 == 13:
				path = "/private/story-of-the-day"
			case i == 15:
				site[path] = respond(429, map[string]string{"Retry-After": "1"}, "")
			default:
				site[path] = "<p>" + host + path
			}
			links = append(links, path)
		}
		site["/feed"] = rss(links...)
		w.site(host, site)
		sources = append(sources, news.Source{Host: host, Home: "http://" + host, Feeds: []string{"http://" + host + "/feed"}, Delay: time.Duration(h%3) * time.Millisecond})
	}
	c := w.config(night, sources...)
	c.Tries = 2
	w.crawl(db, c)
	n := prove(t, db)
	if n < hosts*articles*9/10 { // one in twenty is forbidden and never sent
		t.Errorf("%d requests checked, want at least %d", n, hosts*articles*9/10)
	}
	t.Logf("%d requests checked", n)
	for h := range hosts {
		if n := w.hit(fmt.Sprintf("paper%d.example/private/x", h)); n != 0 {
			t.Errorf("paper%d: %d requests into a forbidden path", h, n)
		}
	}
}
