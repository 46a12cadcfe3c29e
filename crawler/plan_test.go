package crawler_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-7461731f/dateline/crawler"
	"github.com/seed-7461731f/dateline/store/news"
)

func TestPlanMakesNoRequestAndSaysWhatACrawlWouldFetch(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	src := townSite(w, townArticles())
	c := w.config(night, src)
	c.Delay = 2 * time.Second
	plans, total, err := crawler.Plan(t.Context(), db, c)
	if err != nil {
		t.Fatal(err)
	}
	want := crawler.SourcePlan{
		Source: "town.example", Hosts: []string{"town.example"}, Robots: 1, Delay: 2 * time.Second, Expected: 10 * time.Second,
		URLs: []string{"http://town.example/feed", "http://town.example/sitemap.xml", "http://town.example/news"},
	}
	if diff := cmp.Diff([]crawler.SourcePlan{want}, plans); diff != "" || total != want.Expected {
		t.Errorf("Plan total %v, -want +got:\n%s", total, diff)
	}
	if n := w.total(); n != 0 {
		t.Errorf("a plan made %d requests", n)
	}
	c.Delay = 0
	w.crawl(db, c)
	w.reset()
	c.Now = func() time.Time { return night.Add(22 * time.Hour) }
	plans, _, err = crawler.Plan(t.Context(), db, c)
	if err != nil || len(plans[0].URLs) != 10 || plans[0].Robots != 0 || len(plans[0].Forbidden) != 0 {
		t.Errorf("Plan = %+v, %v; want the ten pages known, robots.txt known", plans, err)
	}
	c.Now = func() time.Time { return night.Add(23 * 24 * time.Hour) }
	if plans, _, err = crawler.Plan(t.Context(), db, c); err != nil || plans[0].Robots != 1 {
		t.Errorf("Plan = %+v, %v; want robots.txt fetched again", plans, err)
	}
	if n := w.total(); n != 0 {
		t.Errorf("plans made %d requests", n)
	}
}

func TestHealthTellsFailingFromSilent(t *testing.T) {
	run := func(source string, daysAgo, articles, unchanged int, problem string) news.SourceRun {
		return news.SourceRun{Source: source, Started: night.AddDate(0, 0, -daysAgo), Fetched: articles, Articles: articles, Unchanged: unchanged, Problem: problem}
	}
	var runs []news.SourceRun
	for i := range 8 {
		runs = append(runs, run("a-well", i, 4+i%3, 1, ""))
	}
	for i := range 8 {
		n := 5
		if i < 3 {
			n = 0
		}
		runs = append(runs, run("b-silent", i, n, 1, ""))
	}
	runs = append(runs, run("c-failing", 0, 0, 0, "500"), run("c-failing", 1, 0, 0, "500"), run("c-failing", 2, 3, 0, ""))
	runs = append(runs, run("d-quiet", 0, 0, 1, ""), run("d-quiet", 1, 0, 1, ""))
	var got []string
	for _, h := range crawler.Health(runs) {
		got = append(got, h.Source+" "+h.Warning)
	}
	if diff := cmp.Diff([]string{"a-well ", "b-silent silent", "c-failing failing", "d-quiet "}, got); diff != "" {
		t.Errorf("Health -want +got:\n%s", diff)
	}
	h := crawler.Health(runs)[2]
	if h.FailedRuns != 2 || !h.LastSuccess.Equal(night.AddDate(0, 0, -2)) || h.Problem != "500" {
		t.Errorf("Health of the failing source = %+v", h)
	}
}

func TestSourceRunsOfTheStoreAreHealthInput(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	src := townSite(w, townArticles())
	for i := range 4 {
		w.crawl(db, w.config(night.AddDate(0, 0, i), src))
	}
	runs, err := db.SourceRuns(t.Context(), 3)
	if err != nil || len(runs) != 3 {
		t.Fatalf("SourceRuns = %+v, %v, want the last three", runs, err)
	}
	h := crawler.Health(runs)
	if len(h) != 1 || !h[0].LastSuccess.Equal(night.AddDate(0, 0, 3)) || h[0].Warning != "" {
		t.Errorf("Health = %+v, want one source that is well", h)
	}
}
