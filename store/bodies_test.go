package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"github.com/seed-7461731f/dateline/store/news"
)

// framed makes pages of one host that share a frame, as those of a publisher do.
func framed(n int) (pages []news.Page) {
	r := rand.New(rand.NewPCG(5, 6))
	noise := func(n int) string {
		b := make([]byte, n)
		for i := range b {
			b[i] = byte(r.IntN(256))
		}
		return hex.EncodeToString(b)
	}
	frame := noise(10_000)
	for i := range n {
		pages = append(pages, news.Page{URL: fmt.Sprintf("https://river.example/%d", i), Body: []byte(frame + noise(100))})
	}
	return pages
}

func TestPagesOfAHostAreKeptByWhatTheyDifferIn(t *testing.T) {
	db := open(t)
	want := framed(maxUses + 3)
	if _, _, err := db.SavePages(t.Context(), want); err != nil {
		t.Fatal(err)
	}
	got, err := db.Pages(t.Context(), 0, len(want))
	if err != nil || len(got) != len(want) {
		t.Fatalf("%d pages, %v; want %d", len(got), err, len(want))
	}
	for i, p := range got {
		if !bytes.Equal(p.Body, want[i].Body) {
			t.Fatalf("%s came back with other bytes", p.URL)
		}
	}
	rows, err := db.bodies.db.QueryContext(t.Context(), `SELECT id, dict, length(data) FROM body ORDER BY id`)
	type stored struct{ id, dict, size int64 }
	list, err := collect(rows, err, func(row scanner) (s stored, err error) {
		return s, row.Scan(&s.id, &s.dict, &s.size)
	})
	if err != nil {
		t.Fatal(err)
	}
	last := list[len(list)-1]
	if list[1].dict != list[0].id || list[1].size > list[0].size/10 {
		t.Errorf("second body %+v, want it packed with the first, %+v", list[1], list[0])
	}
	if last.dict != maxUses+2 {
		t.Errorf("last body %+v, want it packed with the page that came after %d uses", last, maxUses)
	}
}

func TestADatabaseWithoutItsPagesSaysSo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	db := openAt(t, path)
	if _, _, err := db.SavePages(t.Context(), framed(2)); err != nil {
		t.Fatal(err)
	}
	db.Close()
	if err := os.Remove(path + ".pages"); err != nil {
		t.Fatal(err)
	}
	db = openAt(t, path)
	if _, err := db.Search(t.Context(), "dam", 1); err != nil {
		t.Errorf("Search without the pages: %v", err)
	}
	for _, err := range []error{second(db.Pages(t.Context(), 0, 1)), db.Finish(t.Context(), news.Visit{Page: &framed(1)[0]})} {
		if !errors.Is(err, ErrNoEvidence) || !strings.Contains(err.Error(), path+".pages") || strings.Contains(err.Error(), "\n") {
			t.Errorf("error %v, want one line with the file that is missing", err)
		}
	}
	if _, err := os.Stat(path + ".pages"); err == nil {
		t.Error("an empty file took the place of the missing one")
	}
}

func second[T any](_ T, err error) error { return err }

func TestAPageWhoseBytesAreLostSaysSoAndIsMended(t *testing.T) {
	db := open(t)
	pages := framed(3)
	if _, _, err := db.SavePages(t.Context(), pages); err != nil {
		t.Fatal(err)
	}
	if _, err := db.bodies.db.ExecContext(t.Context(), `DELETE FROM body WHERE id = 3`); err != nil {
		t.Fatal(err)
	}
	got, err := db.Pages(t.Context(), 0, 3)
	if err != nil || got[1].Problem != "" || got[2].Problem != LostBody {
		t.Errorf("problems %q and %q, %v; want the third page to say that its bytes are lost", got[1].Problem, got[2].Problem, err)
	}
	if lost, err := db.MendPages(t.Context()); err != nil || lost != 1 {
		t.Errorf("MendPages = %d, %v, want 1", lost, err)
	}
	if _, added, err := db.SavePages(t.Context(), pages[2:]); err != nil || added != 0 {
		t.Fatalf("fetched again: %d rows, %v; want none", added, err)
	}
	if got, err := db.Page(t.Context(), 3); err != nil || !bytes.Equal(got.Body, pages[2].Body) || got.Problem != "" {
		t.Errorf("after it was fetched again: %d bytes, problem %q, %v", len(got.Body), got.Problem, err)
	}
}

func TestAForeignOrNewerSecondFileIsRefused(t *testing.T) {
	for _, tt := range []struct {
		name, sql string
		want      error
	}{
		{"newer", fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA user_version = 99; CREATE TABLE x (y)`, evidenceID), ErrNewer},
		{"of another program", `PRAGMA application_id = 7; CREATE TABLE x (y)`, ErrNotDatabase},
	} {
		path := filepath.Join(t.TempDir(), "x.db")
		exec(t, path+".pages", tt.sql)
		_, _, err := openAt(t, path).SavePages(t.Context(), framed(1))
		if !errors.Is(err, tt.want) || !strings.Contains(err.Error(), path+".pages") {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
	path := filepath.Join(t.TempDir(), "x.db")
	if err := os.WriteFile(path+".pages", []byte("dear diary, this is text"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := openAt(t, path).SavePages(t.Context(), framed(1)); !errors.Is(err, ErrNotDatabase) {
		t.Errorf("text: %v, want %v", err, ErrNotDatabase)
	}
}

func TestBodiesInsideAnOlderDatabaseMove(t *testing.T) {
	path := older(t, 3)
	enc, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, body := range []string{"one", "two", ""} {
		sum := sha256.Sum256([]byte(body))
		exec(t, path, fmt.Sprintf(`INSERT INTO page (url, final_url, source, kind, fetched_ms, status, header, body, sha256, problem, link)
			VALUES ('https://river.example/%d', '', '', 'article', 0, 200, '{}', x'%x', '%x', '', '{}')`, i, enc.EncodeAll([]byte(body), nil), sum))
	}
	for range 2 { // the second time it is an ordinary one
		db := openAt(t, path)
		pages, err := db.Pages(t.Context(), 0, 9)
		if err != nil || len(pages) != 3 || string(pages[0].Body) != "one" || string(pages[1].Body) != "two" || len(pages[2].Body) != 0 || pages[2].Problem != "" {
			t.Errorf("pages %+v, %v; want the three with their bytes", pages, err)
		}
		db.Close()
	}
}
