package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/seed-7461731f/dateline/"

// A wall says what the packages below a folder may import of ours, and what
// else they stay away from. The first wall that fits a package counts.
type wall struct {
	room    string
	ours    []string // folders below which everything may be imported
	only    bool     // nothing but the standard library otherwise
	without []string // import paths, and everything below them
}

var htmlPackages = []string{"golang.org/x/net/html", "html", "github.com/PuerkitoBio/goquery", "github.com/gocolly/colly/v2",
	"codeberg.org/readeck/go-readability/v2"}

var walls = []wall{
	{room: "store/news", only: true},
	{room: "store", ours: []string{"store/news"}, without: append([]string{"net/http"}, htmlPackages...)},
	{room: "timeline/language", only: true},
	{room: "crawler", ours: []string{"store/news", "timeline/language", "crawler"}, without: []string{"database/sql", "modernc.org/sqlite"}},
	{room: "timeline", ours: []string{"store/news", "timeline"}, without: append([]string{"database/sql", "modernc.org/sqlite", "net/http"}, htmlPackages...)},
	{room: "cmd", ours: []string{"store", "crawler", "timeline", "cmd"}},
}

// testsMayUse lists what the tests of a room may import beyond its wall: the
// real parts that stand on the other side.
var testsMayUse = map[string][]string{
	"crawler": {"store", "database/sql", "modernc.org/sqlite"},
}

func TestRoomsImportOnlyWhatTheirWallAllows(t *testing.T) {
	files := 0
	err := filepath.WalkDir("../..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" {
			return err
		}
		files++
		rel := filepath.ToSlash(strings.TrimPrefix(name, "../../"))
		parsed, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, im := range parsed.Imports {
			imported, err := strconv.Unquote(im.Path.Value)
			if err != nil {
				return err
			}
			if reason := breaks(rel, imported); reason != "" {
				t.Errorf("%s imports %s: %s", rel, imported, reason)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 20 {
		t.Fatalf("only %d Go files looked at", files)
	}
}

// breaks tells why a file may not import a package; "" when it may.
func breaks(file, imported string) string {
	i := slices.IndexFunc(walls, func(w wall) bool { return below(path.Dir(file), w.room) })
	if i < 0 {
		return "it lies in no room of the house"
	}
	w := walls[i]
	allowed := slices.Clone(w.ours)
	banned := w.without
	if strings.HasSuffix(file, "_test.go") {
		room, _, _ := strings.Cut(file, "/")
		allowed = append(allowed, testsMayUse[room]...)
		banned = slices.DeleteFunc(slices.Clone(banned), func(b string) bool { return slices.Contains(testsMayUse[room], b) })
	}
	if ours, ok := strings.CutPrefix(imported, module); ok {
		own := below(ours, path.Dir(file)) // its own package, in an external test
		if !own && !slices.ContainsFunc(allowed, func(dir string) bool { return below(ours, dir) }) {
			return w.room + " may not import it"
		}
		return ""
	}
	if w.only && strings.Contains(imported, ".") {
		return w.room + " imports the standard library alone"
	}
	if slices.ContainsFunc(banned, func(b string) bool { return below(imported, b) }) {
		return w.room + " stays away from it"
	}
	return ""
}

func below(dir, root string) bool { return dir == root || strings.HasPrefix(dir, root+"/") }

var wallTests = []struct {
	file, imported string
	broken         bool
}{
	{"store/store.go", "net/http", true},
	{"store/store.go", module + "timeline/event", true},
	{"store/news/news.go", "golang.org/x/text/language", true},
	{"store/news/news.go", module + "store", true},
	{"timeline/event/event.go", "database/sql", true},
	{"timeline/event/event.go", module + "crawler/canon", true},
	{"timeline/event/event.go", module + "timeline/mention", false},
	{"timeline/language/language.go", module + "store/news", true},
	{"timeline/language/language.go", "github.com/goccy/go-yaml", true},
	{"crawler/extract/dates.go", module + "timeline/language", false},
	{"crawler/extract/dates.go", module + "timeline/timex", true},
	{"crawler/crawl.go", module + "store", true},
	{"crawler/crawl_test.go", module + "store", false},
	{"crawler/extract/extract.go", "golang.org/x/net/html", false},
	{"cmd/dateline/run.go", module + "store", false},
	{"stray/x.go", "fmt", true},
}

func TestWallsHold(t *testing.T) {
	for _, test := range wallTests {
		if got := breaks(test.file, test.imported); (got != "") != test.broken {
			t.Errorf("breaks(%s, %s) = %q, want broken %v", test.file, test.imported, got, test.broken)
		}
	}
}
