// Package store keeps everything Dateline knows in one SQLite file: pages,
// articles, what was read in them, and the events built from them.
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

	"github.com/klauspost/compress/zstd"
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
	enc   *zstd.Encoder
	dec   *zstd.Decoder
	watch watch
}

// Open opens the store at path, creates it when there is none, and brings an
// older one forward. A file that is not ours, or newer than the program, is
// refused and left as it was.
func Open(ctx context.Context, path string) (*DB, error) {
	exists, err := check(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	db := &DB{path: path}
	if db.enc, err = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1)); err != nil {
		return nil, err
	}
	if db.dec, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxBody)); err != nil {
		return nil, err
	}
	if db.write, err = sql.Open("sqlite", dsn(path, "rwc", "_txlock=immediate")); err != nil {
		return nil, err
	}
	db.write.SetMaxOpenConns(1)
	if err := db.migrate(ctx, exists); err != nil {
		db.write.Close()
		return nil, fmt.Errorf("%s: %w", path, explain(err))
	}
	if db.read, err = sql.Open("sqlite", dsn(path, "rw", "_pragma=query_only(1)")); err != nil {
		db.write.Close()
		return nil, err
	}
	db.read.SetMaxOpenConns(8)
	return db, nil
}

// Close checkpoints and closes the file.
func (db *DB) Close() error {
	db.dec.Close()
	db.watch.close()
	return errors.Join(db.read.Close(), db.write.Close())
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
		"_pragma=journal_size_limit(67108864)",
	}, extra...)
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()}
	return u.String() + "?" + strings.Join(q, "&")
}

// check looks at the file without changing it and tells whether it holds a
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
	p, err := goose.NewProvider(goose.DialectSQLite3, db.write, dir, goose.WithLogger(goose.NopLogger()))
	if err != nil {
		return err
	}
	pending, err := p.HasPending(ctx)
	if err != nil || !pending {
		return err
	}
	_, err = p.Up(ctx)
	return err
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
