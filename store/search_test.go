package store

import (
	"context"
	"testing"

	"github.com/seed-7461731f/dateline/store/news"
)

// What people type is no query language: whatever it is, it finds or does not.
func FuzzSearchTakesWhatIsTyped(f *testing.F) {
	for _, s := range []string{"", "dam", `"`, `dam" OR "x`, "NEAR(a b)", "a AND", "-dam", "title:dam", "*", "出口", "出", "covid-19", "U.S.", "Größe", "\x00", "\xff", "(((", "dam*", "{a}", "^dam"} {
		f.Add(s)
	}
	db, err := Open(f.Context(), f.TempDir()+"/search.db")
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { db.Close() })
	ids, _, err := db.SavePages(f.Context(), []news.Page{pageAt("a", "a")})
	if err != nil {
		f.Fatal(err)
	}
	a := news.Article{URL: "a", Title: "The dam", Text: "Es brach in U.S. der Damm, 出口 Größe covid-19.", SHA256: "x"}
	if _, _, err := db.SaveReadings(f.Context(), 1, []Reading{{PageID: ids[0], Article: a}}); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		if got, err := db.Search(context.Background(), typed, 10); err != nil || len(got) > 1 {
			t.Errorf("Search(%q) = %d articles, %v", typed, len(got), err)
		}
		if _, err := db.Events(context.Background(), "dam", news.Query{Words: typed, Actor: typed, Topic: typed, SourceLanguage: typed}); err != nil {
			t.Errorf("Events with the words %q: %v", typed, err)
		}
	})
}
