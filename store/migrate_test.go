package store

import (
	"database/sql"
	"fmt"
	"io/fs"
	"path/filepath"
	"testing"

	"github.com/pressly/goose/v3"
)

// older makes a database as the program of an earlier migration left it.
func older(t *testing.T, version int64) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "older.db")
	exec(t, path, fmt.Sprintf(`PRAGMA application_id = %d`, applicationID))
	raw, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	dir, err := fs.Sub(migrations, "migration/sqlite")
	if err != nil {
		t.Fatal(err)
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, raw, dir, goose.WithLogger(goose.NopLogger()))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.UpTo(t.Context(), version); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOlderDatabaseIsBroughtForward(t *testing.T) {
	for version := int64(1); version < newestMigration(); version++ {
		path := older(t, version)
		exec(t, path, `INSERT INTO story (id, title, hash) VALUES ('dam', 'The dam', 'x')`)
		db, err := Open(t.Context(), path)
		if err != nil {
			t.Fatalf("Open of a database of migration %d: %v", version, err)
		}
		var title string
		var applied int64
		if err := db.read.QueryRowContext(t.Context(), `SELECT title FROM story`).Scan(&title); err != nil || title != "The dam" {
			t.Errorf("migration %d: title %q, %v after it was brought forward", version, title, err)
		}
		if err := db.read.QueryRowContext(t.Context(), `SELECT max(version_id) FROM goose_db_version`).Scan(&applied); err != nil || applied != newestMigration() {
			t.Errorf("migration %d: brought to %d, %v; want %d", version, applied, err, newestMigration())
		}
		db.Close()
	}
}

func TestArticlesOfAnOlderDatabaseAreFound(t *testing.T) {
	path := older(t, 4)
	exec(t, path, `INSERT INTO page (id, url, final_url, source, kind, fetched_ms, status, header, sha256, problem, link)
		VALUES (1, 'https://river.example/1', '', '', 'article', 0, 200, '{}', 'x', '', '{}')`)
	exec(t, path, `INSERT INTO article (id, url, page_id, publisher, language, published_ms, title, text, version, sha256, meta)
		VALUES (1, 'https://river.example/1', 1, '', 'de', 0, 'Größe', 'Der Damm brach.', 1, 'x', '{}')`)
	for range 2 {
		db := openAt(t, path)
		if found, err := db.Search(t.Context(), "damm groesse", 9); err != nil || len(found) != 1 {
			t.Errorf("%d articles, %v; want the one that was there", len(found), err)
		}
		db.Close()
	}
}
