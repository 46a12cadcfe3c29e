package crawler_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/crawler"
	"github.com/seed-7461731f/dateline/store/news"
)

// pastSite serves pages by day, a list of copies in two parts and a register.
func pastSite(w *web) news.Source {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.sites["river.example"] = http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		switch day := strings.TrimPrefix(r.URL.Path, "/days/"); {
		case r.URL.Path == "/robots.txt":
		case day != r.URL.Path:
			fmt.Fprintf(rw, `<html><a href="/%s/the-river-on-this-day">The river on this day</a>`, day)
		default:
			fmt.Fprint(rw, "<p>"+r.URL.Path)
		}
	})
	w.sites["copies.example"] = http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/robots.txt":
		case r.URL.Path == "/away":
			http.Redirect(rw, r, "http://river.example/", http.StatusFound)
		case strings.HasPrefix(r.URL.Path, "/documents"):
			fmt.Fprint(rw, `{"count":1,"results":[{"title":"Dams","html_url":"http://river.example/2019/safety-of-old-dams","publication_date":"2019-05-01"}]}`)
		case r.URL.Query().Get("resumeKey") == "":
			fmt.Fprint(rw, `[["original"],["http://river.example/2019/a-first-old-story"],[],["more"]]`)
		default:
			fmt.Fprint(rw, `[["original"],["http://river.example/2019/a-second-old-story"]]`)
		}
	})
	return news.Source{Host: "river.example", Home: "http://river.example/", Archives: []string{"http://river.example/days/{yyyy}-{mm}-{dd}"},
		Wayback: []string{"http://copies.example/cdx?url=river.example/*"}, Register: []string{"http://copies.example/documents?conditions[term]=dam"}}
}

func TestArchivesAreWalkedNewestFirstANightAtATime(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	src := pastSite(w)
	src.Wayback, src.Register = nil, nil
	c := w.config(night, src)
	c.MaxBack, c.Within = 4, news.Interval{From: night.AddDate(0, 0, -9).Truncate(24 * time.Hour)}
	plans, _, err := crawler.Plan(t.Context(), db, c)
	if err != nil || len(plans[0].URLs) != 4 || plans[0].URLs[0] != "http://river.example/days/2024-03-12" {
		t.Errorf("Plan = %+v, %v; want the four newest days", plans, err)
	}
	for i, want := range []int{4, 8, 10} {
		w.crawl(db, c)
		days := 0
		for d := range 12 {
			days += w.hit("river.example/days/" + night.AddDate(0, 0, -d).Format(time.DateOnly))
		}
		if n := len(pages(t, db)); days != want || n != want {
			t.Errorf("after %d crawls: %d days asked for, %d articles; want %d of each", i+1, days, n, want)
		}
	}
	w.reset()
	c.Now = func() time.Time { return night.AddDate(0, 0, 3) }
	w.crawl(db, c)
	for d, want := range map[int]int{-3: 1, -2: 1, -1: 1, 0: 1, 5: 0, 9: 0} {
		path := "river.example/days/" + night.AddDate(0, 0, -d).Format(time.DateOnly)
		if got := w.hit(path); got != want {
			t.Errorf("three days later %s was asked for %d times, want %d: days to come are new, those long past stay", path, got, want)
		}
	}
}

func TestCopiesAndRegistersNameArticlesOfTheSource(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	src := pastSite(w)
	src.Archives = nil
	report := w.crawl(db, w.config(night, src))
	var got []string
	for _, p := range pages(t, db) {
		got = append(got, strings.TrimPrefix(p.URL, "http://river.example/2019/")+" "+p.Link.Published.Time.Format(time.DateOnly))
	}
	want := "safety-of-old-dams 2019-05-01, a-first-old-story 0001-01-01, a-second-old-story 0001-01-01"
	if strings.Join(got, ", ") != want || report.Sources[0].Problem != "" {
		t.Errorf("articles %q, problem %q; want %q", strings.Join(got, ", "), report.Sources[0].Problem, want)
	}
	checkLedger(t, ledger(t, db))
	w.reset()
	w.crawl(db, w.config(night.Add(21*time.Hour), src))
	for path := range w.hits {
		if strings.HasPrefix(path, "copies.example/cdx") {
			t.Errorf("the next night asked again for %s", path)
		}
	}
}

func TestSourcesCheckAsksArchives(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	src := pastSite(w)
	src.Wayback = append(src.Wayback, "http://copies.example/away")
	checks, err := crawler.Check(t.Context(), db, w.config(night, src))
	var got []string
	for _, c := range checks {
		got = append(got, fmt.Sprintf("%s %d %s", c.Kind, c.Links, c.Problem))
	}
	want := []string{"archive 1 ", "wayback 2 ", "wayback 0 redirect leaves the source's sites: river.example", "federal-register 1 "}
	if err != nil || strings.Join(got, ", ") != strings.Join(want, ", ") {
		t.Errorf("Check = %q, %v; want %q", got, err, want)
	}
	if w.hit("river.example/days/2024-03-11") != 1 {
		t.Error("the archive was not asked for the day before, which is complete")
	}
}
