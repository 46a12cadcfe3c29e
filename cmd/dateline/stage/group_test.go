package stage

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline"
)

// A run that was stopped after the signatures and before the groups leaves no
// article to sign: the next one must group nevertheless.
func TestGroupGoesOnWhereItWasStopped(t *testing.T) {
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "x.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	text := strings.Repeat("The dam above the town broke on Friday and the valley is under water. ", 5)
	var signed []store.Signature
	for i, url := range []string{"https://a.example/1", "https://b.example/1"} {
		ids, _, err := db.SavePages(t.Context(), []news.Page{{URL: url, FinalURL: url, SHA256: url, Body: []byte(url)}})
		if err != nil {
			t.Fatal(err)
		}
		a := news.Article{URL: url, Title: fmt.Sprint("Dam ", i), Language: "en", Text: text, SHA256: url}
		if _, _, err := db.SaveReadings(t.Context(), ExtractVersion, []store.Reading{{PageID: ids[0], Article: a}}); err != nil {
			t.Fatal(err)
		}
		kept, err := db.Article(t.Context(), url)
		if err != nil {
			t.Fatal(err)
		}
		signed = append(signed, sign(kept))
	}
	if err := db.SaveSignatures(t.Context(), timeline.GroupVersion, signed); err != nil {
		t.Fatal(err)
	}
	if _, err := New(db, news.Story{ID: "dam"}).Through(t.Context(), store.StageGroup); err != nil {
		t.Fatal(err)
	}
	groups, err := db.Groups(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	first := signed[0].ArticleID
	if len(groups) != 2 || groups[first] != first || groups[signed[1].ArticleID] != first {
		t.Errorf("groups = %v, want the two copies as one", groups)
	}
}
