package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"sync"

	"github.com/seed-7461731f/dateline/store/news"
)

// The bytes of pages are kept in a second file beside the first, so that the
// one that is queried stays small. A body is filed under its hash, and written
// and committed before the page row that names it: killed between the two, it
// leaves a body that no row names, which the next fetch of the same bytes finds
// in its place. A row without a body can only come of files that were not copied
// together, or of a power cut, and then the page says so.

// evidenceID marks the file as ours (PRAGMA application_id): "DLNP".
const evidenceID = 0x444c4e50

// evidenceVersion is the newest layout of the file (PRAGMA user_version).
const evidenceVersion = 1

const evidenceSchema = `
CREATE TABLE body (
	id     INTEGER PRIMARY KEY,
	sha256 TEXT    NOT NULL UNIQUE, -- of the bytes, hex
	dict   INTEGER NOT NULL,        -- body.id whose first bytes are the dictionary; 0 none
	data   BLOB    NOT NULL         -- zstd
) STRICT;

-- The body that serves as dictionary for the next ones of a host and kind. It is
-- never deleted: those packed with it cannot be read without it.
CREATE TABLE dictionary (
	host TEXT    NOT NULL,
	kind TEXT    NOT NULL,
	body INTEGER NOT NULL REFERENCES body (id),
	uses INTEGER NOT NULL,
	PRIMARY KEY (host, kind)
) STRICT, WITHOUT ROWID;
`

// ErrNoEvidence tells that the file with the bytes of the pages is not there.
var ErrNoEvidence = errors.New("not there, though the database names pages kept in it; put it back beside the database")

// bodies is the second file. It is opened when it is first needed: questions
// about the timeline are answered without it.
type bodies struct {
	path   string
	expect func(context.Context) (bool, error) // whether there are pages whose bytes it should hold

	mu   sync.Mutex // around all below
	db   *sql.DB
	pack packer
}

func evidencePath(path string) string { return path + ".pages" }

// open opens the file, or makes it when nothing can be missing.
func (b *bodies) open(ctx context.Context) (err error) {
	if b.db != nil {
		return nil
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("%s: %w", b.path, explain(err))
		}
	}()
	info, err := os.Stat(b.path)
	switch fresh := errors.Is(err, fs.ErrNotExist); {
	case fresh || err == nil && info.Size() == 0:
		if full, err := b.expect(ctx); err != nil || full && fresh {
			return errors.Join(err, ErrNoEvidence)
		}
	case err != nil:
		return err
	default:
		if err := checkHeader(b.path); err != nil {
			return err
		}
	}
	db, err := sql.Open("sqlite", dsn(b.path, "rwc", "_txlock=immediate", "_pragma=cache_size(-2048)"))
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1) // what is read is unpacked under the same lock
	if err := prepareEvidence(ctx, db); err != nil {
		db.Close()
		return err
	}
	b.db = db
	return b.pack.init()
}

// prepareEvidence checks the marks of the file, or gives them to a new one.
func prepareEvidence(ctx context.Context, db *sql.DB) error {
	var id, version int64
	if err := db.QueryRowContext(ctx, `PRAGMA application_id`).Scan(&id); err != nil {
		return err
	}
	if err := db.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version); err != nil {
		return err
	}
	switch {
	case id == 0 && version == 0:
		return makeEvidence(ctx, db)
	case id != evidenceID:
		return fmt.Errorf("%w: it belongs to another program", ErrNotDatabase)
	case version > evidenceVersion:
		return ErrNewer
	}
	return nil
}

func makeEvidence(ctx context.Context, db *sql.DB) error {
	if _, err := db.ExecContext(ctx, `PRAGMA journal_mode = WAL`); err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // a no-op after Commit
	marks := fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA user_version = %d;`, evidenceID, evidenceVersion)
	if _, err := tx.ExecContext(ctx, evidenceSchema+marks); err != nil {
		return err
	}
	return tx.Commit()
}

func (b *bodies) close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.db == nil {
		return nil
	}
	b.pack.close()
	return b.db.Close()
}

// keep files the bodies of pages, in one transaction. Their SHA256 is set.
func (b *bodies) keep(ctx context.Context, pages []news.Page) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := b.open(ctx); err != nil {
		return err
	}
	err := b.tx(ctx, func(tx *sql.Tx) error {
		for _, p := range pages {
			if err := b.keepOne(ctx, tx, p); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.pack.forget() // it may know of dictionaries that were not committed
		return fmt.Errorf("%s: %w", b.path, explain(err))
	}
	return nil
}

// A packedBody is one that an older version of the program packed.
type packedBody struct {
	sha256 string
	data   []byte
}

// take files bodies that are packed without a dictionary.
func (b *bodies) take(ctx context.Context, list []packedBody) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := b.open(ctx); err != nil {
		return err
	}
	err := b.tx(ctx, func(tx *sql.Tx) error {
		for _, packed := range list {
			_, err := tx.ExecContext(ctx, `INSERT INTO body (sha256, dict, data) VALUES ($1, 0, $2) ON CONFLICT (sha256) DO NOTHING`,
				packed.sha256, append([]byte{}, packed.data...))
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("%s: %w", b.path, explain(err))
	}
	return nil
}

func (b *bodies) tx(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := b.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // a no-op after Commit
	if err := f(tx); err != nil {
		return err
	}
	return tx.Commit()
}

func (b *bodies) keepOne(ctx context.Context, tx *sql.Tx, p news.Page) error {
	var n int
	if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM body WHERE sha256 = $1`, p.SHA256).Scan(&n); err != nil || n > 0 {
		return err
	}
	host, kind := hostOf(p), string(kindOf(p))
	dict, err := b.dictionaryFor(ctx, tx, host, kind)
	if err != nil {
		return err
	}
	data, err := b.pack.encode(p.Body, dict)
	if err != nil {
		return err
	}
	var id int64
	err = tx.QueryRowContext(ctx, `INSERT INTO body (sha256, dict, data) VALUES ($1, $2, $3) RETURNING id`, p.SHA256, dict.id, data).Scan(&id)
	if err != nil || dict.id != 0 || len(p.Body) < minDictionary {
		return err
	}
	b.pack.remember(dictionary{id, p.Body})
	_, err = tx.ExecContext(ctx, `
		INSERT INTO dictionary (host, kind, body, uses) VALUES ($1, $2, $3, 0)
		ON CONFLICT (host, kind) DO UPDATE SET body = excluded.body, uses = 0`, host, kind, id)
	return err
}

// dictionaryFor gives the dictionary to pack the next body of a host with; its
// id is 0 when there is none, or when it has served long enough: publishers
// change their pages' frame.
func (b *bodies) dictionaryFor(ctx context.Context, tx *sql.Tx, host, kind string) (d dictionary, err error) {
	var id int64
	err = tx.QueryRowContext(ctx, `
		UPDATE dictionary SET uses = uses + 1 WHERE host = $1 AND kind = $2 AND uses < $3 RETURNING body`,
		host, kind, maxUses).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return d, nil
	}
	if err != nil {
		return d, err
	}
	return b.dictionary(ctx, tx, id)
}

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func (b *bodies) dictionary(ctx context.Context, q querier, id int64) (dictionary, error) {
	if d, ok := b.pack.known(id); ok {
		return d, nil
	}
	var data []byte
	if err := q.QueryRowContext(ctx, `SELECT data FROM body WHERE id = $1 AND dict = 0`, id).Scan(&data); err != nil {
		return dictionary{}, fmt.Errorf("dictionary %d: %w", id, err)
	}
	content, err := b.pack.decode(data, dictionary{})
	if err != nil {
		return dictionary{}, fmt.Errorf("dictionary %d: %w", id, err)
	}
	return b.pack.remember(dictionary{id, content}), nil
}

// body returns the bytes with a hash, or ErrNotFound.
func (b *bodies) body(ctx context.Context, sha256 string) (body []byte, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := b.open(ctx); err != nil {
		return nil, err
	}
	var data []byte
	var id int64
	err = b.db.QueryRowContext(ctx, `SELECT dict, data FROM body WHERE sha256 = $1`, sha256).Scan(&id, &data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrNotFound
	}
	var dict dictionary
	if err == nil && id != 0 {
		dict, err = b.dictionary(ctx, b.db, id)
	}
	if err == nil {
		body, err = b.pack.decode(data, dict)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", b.path, explain(err))
	}
	return body, nil
}

// hostOf is the host of a page as it was asked for; "" for a file.
func hostOf(p news.Page) string {
	u, err := url.Parse(p.URL)
	if err != nil {
		return ""
	}
	return u.Host
}

func kindOf(p news.Page) news.LinkKind {
	if p.Link.Kind == "" {
		return news.ArticleLink
	}
	return p.Link.Kind
}

// MendPages looks for pages whose bytes are not in the second file and has
// their addresses fetched again, whole. It returns how many there are.
func (db *DB) MendPages(ctx context.Context) (lost int, err error) {
	if full, err := db.hasPages(ctx); err != nil || !full {
		return 0, err
	}
	for after := int64(0); ; {
		rows, err := db.read.QueryContext(ctx, selectPage+` WHERE page.id > $1 ORDER BY page.id LIMIT 1000`, after)
		pages, err := collect(rows, err, scanPage)
		if err != nil || len(pages) == 0 {
			return lost, err
		}
		n, err := db.mend(ctx, pages)
		if err != nil {
			return lost, err
		}
		lost, after = lost+n, pages[len(pages)-1].ID
	}
}

func (db *DB) mend(ctx context.Context, pages []news.Page) (lost int, err error) {
	for _, p := range pages {
		has, err := db.bodies.has(ctx, p.SHA256)
		if err != nil {
			return lost, err
		}
		if has {
			continue
		}
		lost++
		err = db.tx(ctx, func(tx *writeTx) error {
			_, err := tx.ExecContext(ctx, `UPDATE frontier SET sha256 = '', etag = '', last_modified = '', due_ms = 1 WHERE sha256 = $1`, p.SHA256)
			return err
		})
		if err != nil {
			return lost, err
		}
	}
	return lost, nil
}

func (b *bodies) has(ctx context.Context, sha256 string) (bool, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := b.open(ctx); err != nil {
		return false, err
	}
	var n int
	err := b.db.QueryRowContext(ctx, `SELECT count(*) FROM body WHERE sha256 = $1`, sha256).Scan(&n)
	return n > 0, explain(err)
}

// check runs SQLite's own integrity check on the second file, if it is needed.
func (b *bodies) check(ctx context.Context) error {
	if full, err := b.expect(ctx); err != nil || !full {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := b.open(ctx); err != nil {
		return err
	}
	return checkIntegrity(ctx, b.db, b.path)
}
