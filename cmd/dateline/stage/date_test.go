package stage

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// numberedPage is a page of a site that numbers its articles; published is "" when
// the page does not say.
func numberedPage(number int, published string) news.Page {
	meta := ""
	if published != "" {
		meta = `<meta property="article:published_time" content="` + published + `">`
	}
	url := fmt.Sprintf("https://magazin.example.de/news/meldung-2008-%d.html", number)
	body := fmt.Sprintf(`<html lang="de"><head><title>Meldung %[1]d vom Damm</title>%[2]s</head><body><article><h1>Meldung %[1]d vom Damm</h1>
		<p>Der Betreiber hat das Wehr Nummer %[1]d oberhalb der Stadt geschlossen, wie eine Sprecherin der Behörde mitteilte. Die Straße im Tal bleibt bis auf Weiteres gesperrt.</p>
		<p>Gestern hatte die Aufsicht die Unterlagen geprüft und verlangt, dass die Anlagen bald in Ordnung gebracht werden.</p></article></body></html>`, number, meta)
	return news.Page{URL: url, FinalURL: url, FetchedAt: time.Date(2021, 2, 1, 0, 0, 0, 0, time.UTC), Status: 200,
		Header: map[string][]string{"Content-Type": {"text/html; charset=utf-8"}}, Body: []byte(body)}
}

// Articles of a site that numbers them are dated by those of known date, in
// whatever order and between whatever stops of the program they come.
func TestNeighboursDateAnArticle(t *testing.T) {
	pages := []news.Page{
		numberedPage(150500, "2020-08-27T09:00:00+02:00"),
		numberedPage(150504, "2020-08-27T15:00:00+02:00"),
		numberedPage(150510, "2020-09-30T12:00:00+02:00"), // published anew
		numberedPage(150515, "2020-08-28T10:00:00+02:00"),
		numberedPage(150520, ""), // between two of the 28th
		numberedPage(150525, "2020-08-28T18:00:00+02:00"),
		numberedPage(150530, ""), // between the 28th and the 31st
		numberedPage(150535, "2020-08-31T08:00:00+02:00"),
		numberedPage(150540, ""), // after all: until the end of the month of its address
		numberedPage(150534, "2020-08-31T07:00:00+02:00"),
		numberedPage(150536, "2020-08-31T08:30:00+02:00"),
		numberedPage(150537, "2020-08-31T08:50:00+02:00"),
	}
	want := []string{
		"150520: 2020-08-28 in 2020-08-28/2020-08-28 by neighbours; 2020-08-27",
		"150530: unknown in 2020-08-28/2020-08-31 by neighbours; 2020-08-27/2020-08-30",
		"150540: 2020-08-31 in 2020-08-31/2020-08-31 by neighbours; 2020-08-30",
	}
	forwards := slices.Clone(pages)
	slices.Reverse(pages)
	for name, all := range map[string][]news.Page{"at once": forwards, "the last first": pages} {
		batch := len(all)
		if name != "at once" {
			batch = 1
		}
		db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "x.db"))
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		p := New(db, news.Story{ID: "dam"})
		for some := range slices.Chunk(all, batch) {
			if _, _, err := db.SavePages(t.Context(), some); err != nil {
				t.Fatal(err)
			}
			if _, err := p.Through(t.Context(), store.StageAnnotate); err != nil {
				t.Fatal(err)
			}
		}
		for _, w := range want {
			if got := datedAs(t, db, w[:6]); got != w {
				t.Errorf("%s: %s, want %s", name, got, w)
			}
		}
		if Tally, err := p.Through(t.Context(), store.StageAnnotate); err != nil || Tally.String() != "nothing to do" {
			t.Errorf("%s: once more: %s, %v", name, Tally, err)
		}
	}
}

// datedAs tells the date of an article and the day of its "Gestern".
func datedAs(t *testing.T, db *store.DB, number string) string {
	t.Helper()
	a, err := db.Article(t.Context(), "https://magazin.example.de/news/meldung-2008-"+number+".html")
	if err != nil {
		t.Fatal(err)
	}
	times, err := db.Times(t.Context(), a.ID)
	if err != nil {
		t.Fatal(err)
	}
	yesterday := ""
	for _, e := range times {
		if a.Text[e.Start:e.End] == "Gestern" {
			yesterday = e.When.EDTF
		}
	}
	day := "unknown"
	if a.Published.Known() {
		day = a.Published.Text()
	}
	return fmt.Sprintf("%s: %s in %s/%s by %s; %s", number, day, a.Published.Earliest.Format(time.DateOnly), a.Published.Latest.Format(time.DateOnly), a.Published.Method, yesterday)
}
