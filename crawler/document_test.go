package crawler_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/seed-7461731f/dateline/crawler/extract"
	"github.com/seed-7461731f/dateline/crawler/extract/pdf/pdftest"
	"github.com/seed-7461731f/dateline/store/news"
)

// An order that a section page names is fetched, kept as it came and read.
func TestADocumentIsCrawledAndRead(t *testing.T) {
	w, db := newWeb(t), openStore(t)
	body := pdftest.Make("", pdftest.Lines("Order on the Sale of the Old Dam", "",
		"By the authority of the river council it is ordered that the old dam be sold", "before the end of the year, and that the buyer mend it within five years.", "",
		"The River House, August 14, 2020."))
	w.site("town.example", map[string]any{
		"/news": `<html><a href="/orders/7.pdf">Order on the sale of the old dam</a>`,
		"/orders/7.pdf": func(rw http.ResponseWriter, _ *http.Request) {
			rw.Header().Set("Content-Type", "application/pdf")
			rw.Write(body)
		},
	})
	w.crawl(db, w.config(night, news.Source{Host: "town.example", Home: "http://town.example/", Sections: []string{"http://town.example/news"}}))
	got := pages(t, db)
	if len(got) != 1 || string(got[0].Body) != string(body) {
		t.Fatalf("crawled %q, want the order", urls(got))
	}
	a, err := extract.Page(got[0], extract.Hints{})
	if err != nil || !strings.HasPrefix(a.Title, "Order on the Sale") || a.Published.Time.Format("2006-01-02") != "2020-08-14" {
		t.Errorf("Page = %q of %v, %v", a.Title, a.Published.Time, err)
	}
}
