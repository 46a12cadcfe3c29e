package extract

import (
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// The terms of a site have a date of their own.
func TestTheDateOfTermsIsNotThatOfTheArticle(t *testing.T) {
	const story = `<h1>Der Damm</h1><p>Am 10. November 2017 begann der Bau des Dammes oberhalb der kleinen Stadt, und viele sahen zu.</p>
		<p>Am 27. September 2020 brach er in der Nacht, ohne dass jemand verletzt wurde; die Stadt hat den Schaden inzwischen aufgenommen.</p>`
	for name, line := range map[string]string{
		"cookie layer":   `<div><p>Diese Seite verwendet Cookies. Stand der Erklärung: 25. Mai 2018.</p></div>`,
		"privacy policy": `<p>Privacy policy, last updated 25 May 2018</p>`,
	} {
		p := news.Page{URL: "https://a.example/damm", Header: map[string][]string{"Content-Type": {"text/html; charset=utf-8"}},
			FetchedAt: time.Date(2020, 12, 1, 0, 0, 0, 0, time.UTC), Status: 200, Body: []byte(`<html lang="de"><body>` + line + story + `</body></html>`)}
		a, err := Page(p, Hints{})
		if err != nil {
			t.Fatal(err)
		}
		if a.Published.Known() || a.Published.Earliest.Format(time.DateOnly) != "2020-09-27" {
			t.Errorf("%s: published %+v, want no day, but not before 27 September 2020", name, a.Published)
		}
	}
}
