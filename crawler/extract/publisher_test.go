package extract

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-7461731f/dateline/store/news"
)

// A rule is only for what the general rules get wrong: the recorded page of
// each one, under another host, is read otherwise.
func TestEveryRuleIsNeeded(t *testing.T) {
	files, err := filepath.Glob("rule/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no rules: %v", err)
	}
	for _, file := range files {
		host := strings.TrimSuffix(filepath.Base(file), ".yaml")
		page := ruledPage(t, host)
		with, err := Page(news.Page{URL: page.Name, Body: page.Data}, Hints{})
		if err != nil {
			t.Errorf("%s: %v", host, err)
			continue
		}
		without, err := Page(news.Page{URL: strings.Replace(page.Name, host, "other.example", 1), Body: page.Data}, Hints{})
		if err == nil && without.Text == with.Text && without.Title == with.Title && without.Published.Time.Equal(with.Published.Time) {
			t.Errorf("%s: the general rules read %s as well", host, page.Name)
		}
	}
}

// ruledPage returns the recorded page of a host's rule.
func ruledPage(t *testing.T, host string) txtar.File {
	t.Helper()
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(a.Files[0].Name, host) {
			return a.Files[0]
		}
	}
	t.Fatalf("no recorded page of %s", host)
	return txtar.File{}
}

// A site that was built anew is read by the general rules.
func TestARuleThatFindsNothingChangesNothing(t *testing.T) {
	p := paged(`<meta property="article:published_time" content="2020-08-30T09:00:00+02:00">`, "")
	p.URL = "https://gemeindebote.example/neu"
	a, err := Page(p, Hints{})
	if err != nil || a.Title != "Harbour stays public" || a.Published.Method != "meta" {
		t.Errorf("Page = %q by %q, %v", a.Title, a.Published.Method, err)
	}
}
