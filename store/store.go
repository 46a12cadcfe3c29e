// Package store keeps everything Dateline knows in SQLite: pages, articles, what
// was read in them, and the events built from them; the bytes of pages in a
// second file beside the first (evidence.go).
//
// In and out: the records of store/news. It knows no HTTP and no HTML. One
// writer connection and a pool of read-only ones work on the file in WAL mode,
// so that a crawl never blocks a reader. The SQL is kept to what PostgreSQL
// takes as well.
package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Errors that callers branch on.
var (
	ErrNotFound    = errors.New("not found")
	ErrNotDatabase = errors.New("not a Dateline database")
	ErrNewer       = errors.New("written by a newer version of dateline; update the program")
	ErrReadOnly    = errors.New("the file or its folder is read-only")
	ErrFull        = errors.New("the disk is full")
	ErrBusy        = errors.New("locked by another process")
)

// applicationID marks the file as ours (PRAGMA application_id): "DLNE".
const applicationID = 0x444c4e45

//go:embed migration/sqlite/*.sql
var migrations embed.FS

// A DB is an open store. It is safe for concurrent use.
type DB struct {
	write *sql.DB // one connection
	read  *sql.DB
	path  string

	prepared statements // on the write connection
	bodies   bodies     // the second file
	indexer  indexer    // used inside of write transactions only
	watch    watch
}

// Open opens the store at path, creates it when there is none, and brings an
// older one forward. A file that is not ours, or newer than the program, is
// refused and left as it was.
func Open(ctx context.Context, path string) (*DB, error) {
	exists, err := check(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	db := &DB{path: path, prepared: statements{prepared: map[string]*sql.Stmt{}}}
	db.bodies = bodies{path: evidencePath(path), expect: db.hasPages}
	// The writer comes by a page once; it is the readers that come again.
	if db.write, err = sql.Open("sqlite", dsn(path, "rwc", "_txlock=immediate", "_pragma=cache_size(-4096)")); err != nil {
		return nil, err
	}
	db.write.SetMaxOpenConns(1)
	if err := db.migrate(ctx, exists); err != nil {
		db.write.Close()
		return nil, fmt.Errorf("%s: %w", path, explain(err))
	}
	if err := db.reindex(ctx); err != nil {
		db.write.Close()
		return nil, fmt.Errorf("%s: full text index: %w", path, explain(err))
	}
	if db.read, err = sql.Open("sqlite", dsn(path, "rw", "_pragma=query_only(1)")); err != nil {
		db.write.Close()
		return nil, err
	}
	db.read.SetMaxOpenConns(8)
	return db, nil
}

// Close checkpoints and closes the files.
func (db *DB) Close() error {
	db.watch.close()
	return errors.Join(db.read.Close(), db.write.Close(), db.bodies.close())
}

// hasPages reports whether there is a page whose bytes must be somewhere.
func (db *DB) hasPages(ctx context.Context) (bool, error) {
	var n int
	err := db.write.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT 1 FROM page LIMIT 1) AS p`).Scan(&n)
	return n > 0, explain(err)
}

// Path is the file the store was opened at.
func (db *DB) Path() string { return db.path }

// dsn carries the pragmas, so that every pooled connection gets them.
func dsn(path, mode string, extra ...string) string {
	q := append([]string{
		"mode=" + mode,
		"_pragma=busy_timeout(10000)",
		"_pragma=foreign_keys(1)",
		"_pragma=synchronous(NORMAL)",
		"_pragma=cache_size(-16384)",
		"_pragma=temp_store(MEMORY)",
		"_pragma=wal_autocheckpoint(8000)",
		"_pragma=journal_size_limit(67108864)",
	}, extra...)
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()}
	return u.String() + "?" + strings.Join(q, "&")
}

// check looks at the file without changing it and reports whether it holds a
// store already.
func check(ctx context.Context, path string) (exists bool, err error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, checkFolder(filepath.Dir(path))
	}
	if err != nil {
		return false, err
	}
	if info.IsDir() {
		return false, errors.New("is a folder; --db names a file")
	}
	if info.Size() == 0 {
		return false, nil
	}
	if err := checkHeader(path); err != nil {
		return false, err
	}
	return true, checkVersion(ctx, path)
}

func checkFolder(dir string) error {
	info, err := os.Stat(dir)
	if err != nil {
		return fmt.Errorf("folder %s: %w", dir, errors.Unwrap(err))
	}
	if !info.IsDir() {
		return fmt.Errorf("%s is not a folder", dir)
	}
	return nil
}

func checkHeader(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return errors.Unwrap(err)
	}
	defer f.Close()
	head := make([]byte, 16)
	if _, err := io.ReadFull(f, head); err != nil || string(head) != "SQLite format 3\x00" {
		return ErrNotDatabase
	}
	return nil
}

// checkVersion reads the mark and the migration number through a read-only
// connection of its own.
func checkVersion(ctx context.Context, path string) error {
	mode := "ro"
	if _, err := os.Stat(path + "-journal"); err == nil {
		mode = "rw" // killed while it was made: only a writer can roll that back
	}
	db, err := sql.Open("sqlite", dsn(path, mode))
	if err != nil {
		return err
	}
	defer db.Close()
	var id, tables int64
	if err := db.QueryRowContext(ctx, `PRAGMA application_id`).Scan(&id); err != nil {
		return explain(err)
	}
	if err := db.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_master`).Scan(&tables); err != nil {
		return explain(err)
	}
	if tables == 0 {
		return nil
	}
	if id != applicationID {
		return fmt.Errorf("%w: it belongs to another program", ErrNotDatabase)
	}
	var version int64
	const newest = `SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied = 1`
	if err := db.QueryRowContext(ctx, newest).Scan(&version); err != nil {
		return explain(err)
	}
	if version > newestMigration() {
		return ErrNewer
	}
	return nil
}

// newestMigration is the number of the last embedded migration.
func newestMigration() int64 {
	files, err := fs.Glob(migrations, "migration/sqlite/*.sql")
	if err != nil || len(files) == 0 {
		panic("store: no migrations embedded") // only a broken build can do this
	}
	n, err := goose.NumericComponent(files[len(files)-1])
	if err != nil {
		panic(err) // a file name of ours
	}
	return n
}

func (db *DB) migrate(ctx context.Context, exists bool) error {
	if !exists {
		mark := fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA journal_mode = WAL;`, applicationID)
		if _, err := db.write.ExecContext(ctx, mark); err != nil {
			return err
		}
	}
	dir, err := fs.Sub(migrations, "migration/sqlite")
	if err != nil {
		return err
	}
	// Out of order: two lines of development may each have added a step.
	p, err := goose.NewProvider(goose.DialectSQLite3, db.write, dir, goose.WithLogger(goose.NopLogger()), goose.WithAllowOutofOrder(true))
	if err != nil {
		return err
	}
	pending, err := p.HasPending(ctx)
	if err != nil || !pending {
		return err
	}
	var inside int // whether the bytes of pages are in the file
	err = db.write.QueryRowContext(ctx, `SELECT count(*) FROM pragma_table_info('page') WHERE name = 'body'`).Scan(&inside)
	if err == nil && inside > 0 {
		return db.moveBodies(ctx, p)
	}
	if err == nil {
		_, err = p.Up(ctx)
	}
	return err
}

// moveBodies brings a file forward that has the bytes of its pages inside. They
// are copied first; killed meanwhile, it begins anew and skips what is there.
func (db *DB) moveBodies(ctx context.Context, p *goose.Provider) error {
	db.bodies.expect = func(context.Context) (bool, error) { return false, nil }
	defer func() { db.bodies.expect = db.hasPages }()
	for after := int64(0); ; {
		n, last, err := db.copyBodies(ctx, after)
		if err != nil {
			return err
		}
		if n == 0 {
			break
		}
		after = last
	}
	if _, err := p.Up(ctx); err != nil {
		return err
	}
	// The room that the bytes left; without it the file is right, only large.
	_, err := db.write.ExecContext(ctx, `VACUUM`)
	return err
}

// copyBodies copies one batch, packed as they are.
func (db *DB) copyBodies(ctx context.Context, after int64) (n int, last int64, err error) {
	rows, err := db.write.QueryContext(ctx, `SELECT id, sha256, body FROM page WHERE id > $1 ORDER BY id LIMIT 100`, after)
	list, err := collect(rows, err, func(row scanner) (b packedBody, err error) {
		err = row.Scan(&last, &b.sha256, &b.data)
		return b, err
	})
	if err != nil || len(list) == 0 {
		return 0, 0, err
	}
	return len(list), last, db.bodies.take(ctx, list)
}

// explain turns the driver's codes into errors that say what to do.
func explain(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("%w (%v)", ErrNotDatabase, e)
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		return fmt.Errorf("%w (%v)", ErrReadOnly, e)
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("%w (%v)", ErrFull, e)
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("%w (%v)", ErrBusy, e)
	}
	return err
}
