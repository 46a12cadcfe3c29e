package store

import (
	"context"
	"database/sql"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

func open(t *testing.T) *DB {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "test.db"))
}

func openAt(t *testing.T, path string) *DB {
	t.Helper()
	db, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func TestOpenRefusesWhatIsNotOurs(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "notes.txt")
	os.WriteFile(text, []byte(strings.Repeat("not a database ", 100)), 0o644)
	foreign := filepath.Join(dir, "foreign.db")
	exec(t, foreign, `CREATE TABLE cat (name TEXT)`)
	newer := filepath.Join(dir, "newer.db")
	db, err := Open(t.Context(), newer)
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
	exec(t, newer, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)`)

	for path, want := range map[string]error{text: ErrNotDatabase, foreign: ErrNotDatabase, newer: ErrNewer} {
		before, _ := os.ReadFile(path)
		_, err := Open(t.Context(), path)
		if !errors.Is(err, want) || !strings.Contains(err.Error(), path) {
			t.Errorf("Open(%s) = %v, want the path and %v", path, err, want)
		}
		if after, _ := os.ReadFile(path); string(after) != string(before) {
			t.Errorf("Open(%s) changed the file it refused", path)
		}
	}
	if _, err := Open(t.Context(), dir); err == nil || !strings.Contains(err.Error(), "folder") {
		t.Errorf("Open(a folder) = %v", err)
	}
	if _, err := Open(t.Context(), filepath.Join(dir, "no", "such.db")); err == nil {
		t.Error("Open in a folder that is not there gave no error")
	}
}

func TestOpenOnReadOnlyFileSaysSo(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write to read-only files")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), filepath.Join(dir, "x.db")); !errors.Is(err, ErrReadOnly) {
		t.Errorf("Open = %v, want %v", err, ErrReadOnly)
	}
}

func TestOpenWhereNothingCanBeWrittenSaysSo(t *testing.T) {
	if _, err := os.Stat("/proc/self"); err != nil {
		t.Skip("there is no file system here that is read-only for root")
	}
	if _, err := Open(t.Context(), "/proc/x.db"); !errors.Is(err, ErrReadOnly) || !strings.Contains(err.Error(), "/proc/x.db") {
		t.Errorf("Open = %v, want the path and %v", err, ErrReadOnly)
	}
}

// A full disk is simulated by SQLite's own page limit, which gives the same
// code as the file system does.
func TestFullDiskIsAClearErrorAndLosesNothing(t *testing.T) {
	db := open(t)
	ctx := t.Context()
	if _, _, err := db.SavePages(ctx, []news.Page{{URL: "https://a.example/1", Body: []byte("one")}}); err != nil {
		t.Fatal(err)
	}
	if _, err := db.bodies.db.ExecContext(ctx, `PRAGMA max_page_count = 1`); err != nil {
		t.Fatal(err)
	}
	big := make([]byte, 1<<20)
	rand.NewChaCha8([32]byte{1}).Read(big) // does not compress
	_, _, err := db.SavePages(ctx, []news.Page{{URL: "https://a.example/2", Body: big}, {URL: "https://a.example/3", Body: big[7:]}})
	if !errors.Is(err, ErrFull) {
		t.Fatalf("SavePages on a full disk = %v, want %v", err, ErrFull)
	}
	pages, err := db.PagesToDo(ctx, 1, 0, 10)
	if err != nil || len(pages) != 1 || string(pages[0].Body) != "one" {
		t.Errorf("after the failed write: %d pages, %v; want the first page as it was", len(pages), err)
	}
}

func TestUnchangedPageAddsNoRow(t *testing.T) {
	db := open(t)
	p := news.Page{URL: "https://a.example/1", Body: []byte("text"), FetchedAt: time.Unix(1, 0), Header: map[string][]string{"Etag": {"x"}}}
	_, first, err := db.SavePages(t.Context(), []news.Page{p})
	if err != nil {
		t.Fatal(err)
	}
	p.FetchedAt = time.Unix(2, 0)
	ids, second, err := db.SavePages(t.Context(), []news.Page{p})
	if err != nil || first != 1 || second != 0 {
		t.Fatalf("added %d then %d, %v; want 1 then 0", first, second, err)
	}
	got, err := db.Page(t.Context(), ids[0])
	if err != nil || string(got.Body) != "text" || !got.FetchedAt.Equal(time.Unix(1, 0)) || got.Header["Etag"][0] != "x" {
		t.Errorf("Page = %+v, %v", got, err)
	}
	p.Body = []byte("new text")
	if _, third, _ := db.SavePages(t.Context(), []news.Page{p}); third != 1 {
		t.Errorf("a changed page added %d rows, want 1", third)
	}
}

// exec runs SQL on a file behind the back of the store.
func exec(t *testing.T, path, query string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(context.Background(), query); err != nil {
		t.Fatal(err)
	}
}
