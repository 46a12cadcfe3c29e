package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// maxBody bounds what one stored body may unpack to.
const maxBody = 256 << 20

const selectPage = `SELECT page.id, page.url, final_url, source, kind, fetched_ms, status, header, page.sha256, page.problem, link FROM page`

func scanPage(row scanner) (p news.Page, err error) {
	var fetched int64
	var kind, header, link string
	if err = row.Scan(&p.ID, &p.URL, &p.FinalURL, &p.Source, &kind, &fetched, &p.Status, &header, &p.SHA256, &p.Problem, &link); err != nil {
		return p, err
	}
	p.FetchedAt = fromMillis(fetched)
	if err = json.Unmarshal([]byte(header), &p.Header); err != nil {
		return p, fmt.Errorf("page %s: header: %w", p.URL, err)
	}
	if err = json.Unmarshal([]byte(link), &p.Link); err != nil {
		return p, fmt.Errorf("page %s: link: %w", p.URL, err)
	}
	return p, nil
}

// LostBody is the problem of a page whose bytes are not in the second file.
const LostBody = "its bytes are lost"

// withBodies adds the bytes to pages. A page whose bytes are lost has none, and
// says so in Problem.
func (db *DB) withBodies(ctx context.Context, pages []news.Page, err error) ([]news.Page, error) {
	if err != nil {
		return nil, err
	}
	for i := range pages {
		p := &pages[i]
		p.Body, err = db.bodies.body(ctx, p.SHA256)
		if errors.Is(err, ErrNotFound) {
			p.Problem, err = LostBody, nil
		}
		if err != nil {
			return nil, fmt.Errorf("page %s: %w", p.URL, err)
		}
	}
	return pages, nil
}

// SavePages keeps pages, in one transaction. It returns their IDs and how many
// of them are new: bytes equal to the newest page at the URL add no row.
func (db *DB) SavePages(ctx context.Context, pages []news.Page) (ids []int64, added int, err error) {
	pages, err = db.keepBodies(ctx, pages)
	if err != nil {
		return nil, 0, err
	}
	err = db.tx(ctx, func(tx *writeTx) error {
		ids, added = ids[:0], 0
		for _, p := range pages {
			id, isNew, err := savePage(ctx, tx, p)
			if err != nil {
				return fmt.Errorf("page %s: %w", p.URL, err)
			}
			ids = append(ids, id)
			if isNew {
				added++
			}
		}
		return nil
	})
	return ids, added, err
}

// keepBodies writes the bytes of pages into the second file, where they are safe
// before the first says that they are there. It returns the pages with their hash.
func (db *DB) keepBodies(ctx context.Context, pages []news.Page) ([]news.Page, error) {
	hashed := slices.Clone(pages)
	for i := range hashed {
		if p := &hashed[i]; p.SHA256 == "" {
			sum := sha256.Sum256(p.Body)
			p.SHA256 = hex.EncodeToString(sum[:])
		}
	}
	return hashed, db.bodies.keep(ctx, hashed)
}

// savePage keeps one page inside tx and reports whether it is a new row. Its body
// is kept already.
func savePage(ctx context.Context, tx *writeTx, p news.Page) (id int64, isNew bool, err error) {
	var last string
	err = tx.QueryRowContext(ctx, `SELECT id, sha256 FROM page WHERE url = $1 ORDER BY id DESC LIMIT 1`, p.URL).Scan(&id, &last)
	switch {
	case err == nil && last == p.SHA256:
		return id, false, nil
	case err != nil && !errors.Is(err, sql.ErrNoRows):
		return 0, false, err
	}
	header, err := json.Marshal(p.Header)
	if err != nil {
		return 0, false, err
	}
	link, err := json.Marshal(p.Link)
	if err != nil {
		return 0, false, err
	}
	err = tx.QueryRowContext(ctx, `
		INSERT INTO page (url, final_url, source, kind, fetched_ms, status, header, sha256, problem, link)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
		p.URL, p.FinalURL, p.Source, string(kindOf(p)), millis(p.FetchedAt), p.Status, string(header), p.SHA256, p.Problem, string(link)).Scan(&id)
	return id, true, err
}

// PagesToDo returns up to limit article pages after the page with ID after
// that the extract stage has not finished at this version, in order of ID.
func (db *DB) PagesToDo(ctx context.Context, version, after int64, limit int) ([]news.Page, error) {
	rows, err := db.read.QueryContext(ctx, selectPage+`
		LEFT JOIN done ON done.stage = 'extract' AND done.story = '' AND done.item = page.id AND done.version = $1
		WHERE done.item IS NULL AND kind = 'article' AND page.id > $2 ORDER BY page.id LIMIT $3`, version, after, limit)
	pages, err := collect(rows, err, scanPage)
	return db.withBodies(ctx, pages, err)
}

// Pages returns up to limit pages of every kind after the page with ID after,
// in order of ID.
func (db *DB) Pages(ctx context.Context, after int64, limit int) ([]news.Page, error) {
	rows, err := db.read.QueryContext(ctx, selectPage+` WHERE page.id > $1 ORDER BY page.id LIMIT $2`, after, limit)
	pages, err := collect(rows, err, scanPage)
	return db.withBodies(ctx, pages, err)
}

// LastFetch is when the newest page was fetched; zero when there is none.
func (db *DB) LastFetch(ctx context.Context) (time.Time, error) {
	var ms int64
	err := db.read.QueryRowContext(ctx, `SELECT coalesce(max(fetched_ms), 0) FROM page`).Scan(&ms)
	return fromMillis(ms), explain(err)
}

// Page returns the page with the given ID, or ErrNotFound.
func (db *DB) Page(ctx context.Context, id int64) (news.Page, error) {
	p, err := scanPage(db.read.QueryRowContext(ctx, selectPage+` WHERE page.id = $1`, id))
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNotFound
	}
	pages, err := db.withBodies(ctx, []news.Page{p}, err)
	if err != nil {
		return p, fmt.Errorf("page %d: %w", id, err)
	}
	return pages[0], nil
}

// A scanner is a row of a result, as *sql.Row and *sql.Rows are.
type scanner interface{ Scan(...any) error }

// collect scans all rows and closes them.
func collect[T any](rows *sql.Rows, err error, scan func(scanner) (T, error)) ([]T, error) {
	if err != nil {
		return nil, explain(err)
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return out, err
		}
		out = append(out, v)
	}
	return out, explain(rows.Err())
}

// millis is the column form of an instant; 0 is the zero time.
func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func fromMillis(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}
