package store

import (
	"context"

	"github.com/seed-7461731f/dateline/store/news"
)

const selectSourceRun = `SELECT source, started_ms, fetched, articles, unchanged, failed, gone, refused, found, dropped, bytes, problem FROM source_run`

func scanSourceRun(row scanner) (r news.SourceRun, err error) {
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
