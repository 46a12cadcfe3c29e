package crawler_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-7461731f/dateline/crawler"
	"github.com/seed-7461731f/dateline/store/news"
)

// townSite is a site with all three ways to its articles.
func townSite(w *web, articles map[string]any) news.Source {
	site := map[string]any{
		"/robots.txt":       "User-agent: *\nDisallow: /private/\n",
		"/feed":             rss("/a-dam-breaks", "/b-dam-mended", "/private/c"),
		"/sitemap.xml":      `<sitemapindex><sitemap><loc>http://town.example/sitemap-1.xml.gz</loc></sitemap></sitemapindex>`,
		"/sitemap-1.xml.gz": zip(`<urlset><url><loc>http://town.example/d-old-dam-story</loc></url></urlset>`),
		"/news":             `<html><a href="/e-river-rises-fast-now">The river rises</a><a href="/a-dam-breaks?utm_source=front">Dam</a><a rel="next" href="/news?page=2">more</a>`,
		"/news?page=2":      `<html><a href="/f-river-falls-again-now">The river falls</a>`,
	}
	for path, p := range articles {
		site[path] = p
	}
	w.site("town.example", site)
	return news.Source{
		Host: "town.example", Home: "http://town.example/",
		Feeds: []string{"http://town.example/feed"}, Sitemaps: []string{"http://town.example/sitemap.xml"}, Sections: []string{"http://town.example/news"},
	}
}

func townArticles() map[string]any {
	out := map[string]any{}
	for _, path := range []string{"/a-dam-breaks", "/b-dam-mended", "/private/c", "/d-old-dam-story", "/e-river-rises-fast-now", "/f-river-falls-again-now"} {
		out[path] = "<html><p>Text of " + path
	}
	return out
}

func urls(pages []news.Page) (out []string) {
	for _, p := range pages {
		out = append(out, strings.TrimPrefix(p.URL, "http://town.example"))
	}
	slices.Sort(out)
	return out
}

func TestCrawlFindsWhatFeedSitemapAndSectionsName(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	src := townSite(w, townArticles())
	report := w.crawl(db, w.config(night, src))
	want := []string{"/a-dam-breaks", "/b-dam-mended", "/d-old-dam-story", "/e-river-rises-fast-now", "/f-river-falls-again-now"}
	if diff := cmp.Diff(want, urls(pages(t, db))); diff != "" {
		t.Errorf("articles -want +got:\n%s", diff)
	}
	run := report.Sources[0]
	if run.Fetched != 10 || run.Articles != 5 || run.Refused != 1 || run.Failed != 0 {
		t.Errorf("report = %+v, want 10 fetched, 5 of them articles, 1 refused, none failed", run)
	}
	if n := w.hit("town.example/private/c"); n != 0 {
		t.Errorf("a forbidden page was asked for %d times", n)
	}
	p := pages(t, db)[0]
	if p.Link.Published.Method != "feed" || p.Link.Title != "About /a-dam-breaks" || !p.FetchedAt.Equal(night) || p.Source != "town.example" {
		t.Errorf("page %s: link %+v, fetched %v; want the feed's date and title, fetched at %v", p.URL, p.Link, p.FetchedAt, night)
	}
}

func TestSecondCrawlOfTheSameNightFetchesNothingNew(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	src := townSite(w, townArticles())
	w.crawl(db, w.config(night, src))
	before := len(pages(t, db))
	w.reset()
	report := w.crawl(db, w.config(night, src))
	if run := report.Sources[0]; run.Fetched != 0 || run.Unchanged != 3 {
		t.Errorf("report = %+v, want the feed, the sitemap and the section unchanged and nothing fetched", run)
	}
	if n := len(pages(t, db)); n != before {
		t.Errorf("%d pages, want %d as before", n, before)
	}
	if n := w.total(); n != 3 {
		t.Errorf("%d requests, want 3", n)
	}
}

func TestNextNightSeesEditsRemovalsAndMoves(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	articles := townArticles()
	src := townSite(w, articles)
	w.crawl(db, w.config(night, src))
	articles["/a-dam-breaks"] = "<html><p>Corrected text"
	delete(articles, "/b-dam-mended")
	articles["/d-old-dam-story"] = http.RedirectHandler("/archive/d-old-dam-story", http.StatusMovedPermanently).ServeHTTP
	articles["/archive/d-old-dam-story"] = "<html><p>Text of /d-old-dam-story"
	src = townSite(w, articles)
	report := w.crawl(db, w.config(night.Add(24*time.Hour), src))
	if run := report.Sources[0]; run.Articles != 2 || run.Gone != 1 {
		t.Errorf("report = %+v, want 2 articles (edited, moved) and 1 gone", run)
	}
	if n := len(pages(t, db)); n != 7 {
		t.Errorf("%d article pages, want the first 5, the edited and the moved one: 7", n)
	}
	lost, err := db.Task(t.Context(), "http://town.example/b-dam-mended")
	if err != nil || lost.State != news.Gone || !lost.GoneSince.Equal(night.Add(24*time.Hour)) {
		t.Errorf("removed article: %+v, %v; want gone since the second night", lost, err)
	}
	old, err := db.Task(t.Context(), "http://town.example/d-old-dam-story")
	if err != nil || old.State != news.MovedTo || old.MovedTo != "http://town.example/archive/d-old-dam-story" {
		t.Errorf("moved article: %+v, %v", old, err)
	}
	w.reset()
	w.crawl(db, w.config(night.Add(10*24*time.Hour), src))
	if n := w.hit("town.example/d-old-dam-story"); n != 0 {
		t.Errorf("the old address of a moved article was asked for %d times", n)
	}
	if n := len(pages(t, db)); n != 7 {
		t.Errorf("%d article pages after a night without changes, want 7", n)
	}
}

func TestANightWithoutNewsMovesFewBytes(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	src := townSite(w, townArticles())
	first := w.crawl(db, w.config(night, src)).Total()
	second := w.crawl(db, w.config(night.Add(24*time.Hour), src)).Total()
	if second.Fetched != 0 || second.Unchanged != 10 || second.Bytes*20 > first.Bytes {
		t.Errorf("second night %+v after %d bytes in the first; want 10 unchanged and a twentieth of the bytes", second, first.Bytes)
	}
}

func TestCheckSaysWhatEachAddressGives(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	src := townSite(w, townArticles())
	src.Feeds = append(src.Feeds, "http://town.example/gone-feed", "http://town.example/private/feed")
	got, err := crawler.Check(t.Context(), db, w.config(night, src))
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2024, 3, 11, 8, 30, 0, 0, time.UTC)
	want := []crawler.AddressCheck{
		{Source: "town.example", URL: "http://town.example/feed", Kind: news.FeedLink, Status: 200, Links: 3, Dated: 3, Newest: at},
		{Source: "town.example", URL: "http://town.example/gone-feed", Kind: news.FeedLink, Status: 404, Problem: "404 Not Found"},
		{Source: "town.example", URL: "http://town.example/private/feed", Kind: news.FeedLink, Problem: "robots.txt: Disallow: /private/"},
		{Source: "town.example", URL: "http://town.example/sitemap.xml", Kind: news.SitemapLink, Status: 200, Links: 1},
		{Source: "town.example", URL: "http://town.example/news", Kind: news.SectionLink, Status: 200, Links: 2},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Check -want +got:\n%s", diff)
	}
	if n := len(pages(t, db)); n != 0 {
		t.Errorf("a check kept %d pages", n)
	}
	if n := prove(t, db); n != 5 {
		t.Errorf("%d requests in the ledger, want robots.txt and four addresses", n)
	}
}

func TestKilledCrawlIsContinuedWithoutLossOrDouble(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	var links []string
	site := map[string]any{}
	for i := range 60 {
		path := fmt.Sprintf("/story-number-of-day-%d", i)
		links = append(links, path)
		site[path] = "<html><p>Story " + path
	}
	site["/feed"] = rss(links...)
	w.site("river.example", site)
	for done := 0; ; done++ {
		ctx, cancel := context.WithCancel(t.Context())
		c := w.config(night, river())
		visits := 0
		c.Progress = func(crawler.Event) {
			if visits++; visits == 7 {
				cancel()
			}
		}
		_, err := crawler.Crawl(ctx, db, c)
		cancel()
		if err == nil {
			break
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("Crawl error %v, want canceled", err)
		}
		if done > 60 {
			t.Fatal("the crawl makes no progress")
		}
	}
	if n := len(pages(t, db)); n != 60 {
		t.Errorf("%d pages, want 60", n)
	}
	fetched := map[string]int{}
	for _, r := range ledger(t, db) {
		if r.Status == http.StatusOK {
			fetched[r.URL]++
		}
	}
	for _, path := range links {
		if n := fetched["http://river.example"+path]; n != 1 {
			t.Errorf("%s fetched %d times, want once", path, n)
		}
	}
}

func TestCancelReturnsAtOnce(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	hang := make(chan struct{})
	defer close(hang)
	w.site("river.example", map[string]any{
		"/feed": func(rw http.ResponseWriter, r *http.Request) {
			select {
			case <-hang:
			case <-r.Context().Done():
			}
		},
	})
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	c := w.config(night, river())
	c.Whole, c.Headers = 24*time.Hour, 24*time.Hour // who waits for these waits beyond the test's own timeout
	if _, err := crawler.Crawl(ctx, db, c); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Crawl returned %v, want the context's error", err)
	}
}

func TestIrrelevantLinksAreKeptWithTheReason(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	src := townSite(w, townArticles())
	c := w.config(night, src)
	c.Relevant = func(title, url string) bool { return strings.Contains(url, "dam") }
	report := w.crawl(db, c)
	if n := w.hit("town.example/e-river-rises-fast-now"); n != 0 {
		t.Errorf("an irrelevant page was asked for %d times", n)
	}
	dropped, err := db.Tasks(t.Context(), news.Dropped, 0, 10)
	if err != nil || len(dropped) != 3 || dropped[0].Problem != "not about the story" || report.Sources[0].Dropped != 3 {
		t.Errorf("dropped = %+v, %v, report %+v; want 3 with their reason", dropped, err, report.Sources[0])
	}
}

func TestWhatWasDroppedIsReconsideredWhenTheStoryChanges(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	src := townSite(w, townArticles())
	c := w.config(night, src)
	c.Relevant = func(_, url string) bool { return strings.Contains(url, "dam") }
	w.crawl(db, c)
	c.Relevant = func(_, url string) bool { return strings.Contains(url, "river") }
	w.crawl(db, c)
	if got := urls(pages(t, db)); !slices.Contains(got, "/e-river-rises-fast-now") {
		t.Errorf("pages %v, want the one that was dropped for the first story", got)
	}
}

func TestSourcesFailAlone(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	good := townSite(w, townArticles())
	html := river(func(s *news.Source) { s.Host, s.Feeds = "html.example", []string{"http://html.example/feed"} })
	w.site("html.example", map[string]any{"/feed": "<!DOCTYPE html><html>Sorry"})
	down := river(func(s *news.Source) { s.Host, s.Feeds = "down.test", []string{"http://down.test/feed"} })
	report := w.crawl(db, w.config(night, good, html, down))
	var failed []string
	for _, s := range report.Failed() {
		failed = append(failed, s.Source+" "+s.Problem)
	}
	want := []string{
		"html.example http://html.example/feed: no feed: the answer is a html",
		"down.test robots.txt cannot be had: dial down.test:80: no packet leaves the test",
	}
	if diff := cmp.Diff(want, failed); diff != "" {
		t.Errorf("failed sources -want +got:\n%s", diff)
	}
	if report.Sources[0].Articles != 5 {
		t.Errorf("the good source has %d articles, want 5", report.Sources[0].Articles)
	}
	again := w.crawl(db, w.config(night.Add(time.Hour), html))
	if len(again.Failed()) != 1 {
		t.Errorf("a feed that is still HTML: report %+v, want it failed again", again.Sources)
	}
}

func TestConfigIsChecked(t *testing.T) {
	for _, c := range []crawler.Config{
		{},
		{Sources: []news.Source{{}}},
		{Sources: []news.Source{river(), river()}},
		{Sources: []news.Source{river()}, Delay: -1},
		{Sources: []news.Source{river(func(s *news.Source) { s.Feeds = []string{"gopher://river.example"} })}},
	} {
		if _, err := crawler.Crawl(t.Context(), openStore(t), c); err == nil {
			t.Errorf("Crawl(%+v) error nil, want one", c)
		}
	}
}
