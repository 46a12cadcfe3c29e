package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/crawler/warc"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// dateline runs a command line and returns its exit code and output.
func dateline(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(""), &out, &errs)
	return code, out.String(), errs.String()
}

const goodArticle = `ByteDance and the order

On 6 August 2020 President Trump signed an executive order against ByteDance, the owner of TikTok. It takes effect in September, when American companies may no longer do business with the owner of the app.
`

func TestImportOfAFolderWithRubbishKeepsWhatIsGood(t *testing.T) {
	dir := t.TempDir()
	db := filepath.Join(dir, "x.db")
	pages := filepath.Join(dir, "pages")
	write := func(name string, data []byte) {
		t.Helper()
		if err := os.MkdirAll(pages, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(pages, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	binary := make([]byte, 50<<20)
	rand.NewChaCha8([32]byte{2}).Read(binary)
	write("big.html", binary)
	write("small.html", binary[:4000])
	write("good.txt", []byte(goodArticle))
	write("latin.txt", append([]byte(goodArticle), 0xff, 0xfe, 0xe4, '\n'))
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write([]byte(strings.Repeat(goodArticle, 50)))
	z.Close()
	write("cut.txt.gz", packed.Bytes()[:packed.Len()/2])

	code, _, stderr := dateline(t, "import", pages, "--db", db, "--published", "2020-08-31")
	if code != exitSomeFailed {
		t.Errorf("exit code %d, want %d", code, exitSomeFailed)
	}
	for _, want := range []string{"big.html: larger than 8 MB", "cut.txt.gz: unexpected EOF", "2 articles", "1 not an article"} {
		if !strings.Contains(stderr, want) {
			t.Errorf("stderr lacks %q:\n%s", want, stderr)
		}
	}
	if n := counts(t, db); n["article"] != 2 {
		t.Errorf("%d articles kept, want 2", n["article"])
	}
}

func TestImportOfCorpusPagesReadsThemAll(t *testing.T) {
	const pages = "../../../shared/corpora/pages/fundus/html"
	if _, err := os.Stat(pages); err != nil {
		t.Skipf("the corpus is not here: %v", err)
	}
	db := filepath.Join(t.TempDir(), "x.db")
	code, _, stderr := dateline(t, "import", pages, "--db", db)
	if code != exitDone {
		t.Fatalf("exit code %d, want 0:\n%s", code, stderr)
	}
	files, err := filepath.Glob(pages + "/*")
	if err != nil {
		t.Fatal(err)
	}
	if n := counts(t, db); n["page"] != int64(len(files)) || n["article"]*100 < n["page"]*98 {
		t.Errorf("%d pages and %d articles of %d files, want all and nearly all", n["page"], n["article"], len(files))
	}
}

func TestAnImportOfAWARCFileGoesOnWhereItStopped(t *testing.T) {
	dir := t.TempDir()
	file, path := filepath.Join(dir, "x.warc.gz"), filepath.Join(dir, "x.db")
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	w, err := warc.NewWriter(f, "test", time.Unix(0, 0))
	if err != nil {
		t.Fatal(err)
	}
	var offset int64
	for i := range 30 {
		if i == 20 {
			if offset, err = f.Seek(0, io.SeekCurrent); err != nil {
				t.Fatal(err)
			}
		}
		url := fmt.Sprintf("http://river.example/%d", i)
		if err := w.Write(news.Page{URL: url, FinalURL: url, Status: 200, Header: map[string][]string{"Content-Type": {"text/html"}}, Body: []byte("<p>" + url)}); err != nil {
			t.Fatal(err)
		}
	}
	mark, err := markOf(f)
	if err != nil || f.Close() != nil {
		t.Fatal(err)
	}
	db, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.SetMark(t.Context(), mark, offset); err != nil { // as an interrupted import leaves it
		t.Fatal(err)
	}
	db.Close()
	for _, want := range []string{"imported 10 pages, 10 new", "imported 30 pages, 20 new"} {
		if code, _, stderr := dateline(t, "import", "--db", path, file); code != exitDone || !strings.Contains(stderr, want) {
			t.Errorf("import: exit %d, %q; want %q", code, stderr, want)
		}
	}
}
