package store

import (
	"context"

	"github.com/seed-7461731f/dateline/store/news"
)

const selectSourceRun = `SELECT source, started_ms, fetched, articles, unchanged, failed, gone, refused, found, dropped, bytes, problem FROM source_run`

func scanSourceRun(row interface{ Scan(...any) error }) (r news.SourceRun, err error) {
	var started int64
	err = row.Scan(&r.Source, &started, &r.Fetched, &r.Articles, &r.Unchanged, &r.Failed, &r.Gone, &r.Refused, &r.Found,
		&r.Dropped, &r.Bytes, &r.Problem)
	r.Started = fromMillis(started)
	return r, err
}

// SaveSourceRun keeps what a crawl made of one source. A crawl that continues
// one of the same instant replaces its figures.
func (db *DB) SaveSourceRun(ctx context.Context, r news.SourceRun) error {
	return db.tx(ctx, func(tx *writeTx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO source_run (source, started_ms, fetched, articles, unchanged, failed, gone, refused, found, dropped, bytes, problem)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
			ON CONFLICT (source, started_ms) DO UPDATE SET fetched = excluded.fetched, articles = excluded.articles,
				unchanged = excluded.unchanged, failed = excluded.failed, gone = excluded.gone, refused = excluded.refused,
				found = excluded.found, dropped = excluded.dropped, bytes = excluded.bytes, problem = excluded.problem`,
			r.Source, millis(r.Started), r.Fetched, r.Articles, r.Unchanged, r.Failed, r.Gone, r.Refused, r.Found,
			r.Dropped, r.Bytes, r.Problem)
		return err
	})
}

// SourceRuns returns the last n crawls of every source, by source, newest
// first.
func (db *DB) SourceRuns(ctx context.Context, n int) ([]news.SourceRun, error) {
	rows, err := db.read.QueryContext(ctx, selectSourceRun+` AS r
		WHERE (SELECT count(*) FROM source_run AS later WHERE later.source = r.source AND later.started_ms > r.started_ms) < $1
		ORDER BY source, started_ms DESC`, n)
	return collect(rows, err, scanSourceRun)
}

// A StubShare tells how many articles of a publisher were read, and how many
// of them stop before their end.
type StubShare struct {
	Publisher       string
	Articles, Stubs int
}

// StubShares returns the shares of all publishers, by name.
func (db *DB) StubShares(ctx context.Context) ([]StubShare, error) {
	rows, err := db.read.QueryContext(ctx, `
		SELECT publisher, count(*), coalesce(sum(CASE WHEN json_extract(meta, '$.stub') THEN 1 ELSE 0 END), 0)
		FROM article GROUP BY publisher ORDER BY publisher`)
	return collect(rows, err, func(row interface{ Scan(...any) error }) (s StubShare, err error) {
		return s, row.Scan(&s.Publisher, &s.Articles, &s.Stubs)
	})
}
