package extract

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-7461731f/dateline/store/news"
)

var update = flag.Bool("update", false, "rewrite the wanted half of the golden files")

// A wanted is what a golden file says of an article.
type wanted struct {
	URL       string     `json:"url"`
	Title     string     `json:"title"`
	Authors   []string   `json:"authors"`
	Byline    string     `json:"byline,omitempty"`
	Agency    string     `json:"agency,omitempty"`
	Section   string     `json:"section,omitempty"`
	Language  string     `json:"language"`
	Published wantedDate `json:"published"`
	Modified  wantedDate `json:"modified"`
	Headlines []string   `json:"headlines,omitempty"`
	Live      bool       `json:"live,omitempty"`
	Text      []string   `json:"text"`
	Parts     []string   `json:"parts,omitempty"` // time and first words
}

type wantedDate struct {
	Time     string     `json:"time,omitempty"`
	Grain    news.Grain `json:"grain,omitempty"`
	Zone     string     `json:"zone,omitempty"`
	Method   string     `json:"method,omitempty"`
	Earliest string     `json:"earliest,omitempty"`
	Latest   string     `json:"latest,omitempty"`
}

func want(a news.Article) wanted {
	return wanted{
		URL: a.URL, Title: a.Title, Authors: a.Authors, Byline: a.Byline, Agency: a.Agency, Section: a.Section, Language: a.Language,
		Published: wantDate(a.Published), Modified: wantDate(a.Modified), Headlines: a.Headlines, Live: a.Live,
		Text: strings.Split(a.Text, "\n\n"), Parts: wantParts(a),
	}
}

func wantParts(a news.Article) (out []string) {
	for _, p := range a.Parts {
		out = append(out, wantTime(p.Published.Time)+" "+head(a.Text[p.Start:p.End], 40))
	}
	return out
}

func wantDate(d news.DCT) wantedDate {
	return wantedDate{wantTime(d.Time), d.Grain, d.Zone, d.Method, wantTime(d.Earliest), wantTime(d.Latest)}
}

func wantTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// Each golden file holds a page, named by its address, and the article that is
// read out of it.
func TestGoldenPages(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { golden(t, file) })
	}
}

func golden(t *testing.T, file string) {
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	page := ar.Files[0]
	a, err := Page(news.Page{URL: page.Name, Body: page.Data, FetchedAt: time.Date(2022, 1, 25, 0, 0, 0, 0, time.UTC)}, Hints{})
	if err != nil {
		t.Fatalf("Page(%s): %v", page.Name, err)
	}
	var got bytes.Buffer
	enc := json.NewEncoder(&got)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(want(a)); err != nil {
		t.Fatal(err)
	}
	if *update {
		ar.Files = append(ar.Files[:1], txtar.File{Name: "want.json", Data: got.Bytes()})
		if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if len(ar.Files) != 2 || got.String() != string(ar.Files[1].Data) {
		t.Errorf("Page(%s):\n%swant the second half of %s", page.Name, got.String(), file)
	}
}
