package store

import (
	"context"
	"database/sql"
	"sync"
)

// A watch keeps one connection: SQLite's data_version tells of the commits of
// others, and only compared with what the same connection was told before.
type watch struct {
	mu   sync.Mutex
	conn *sql.Conn
}

func (w *watch) close() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn != nil {
		w.conn.Close()
		w.conn = nil
	}
}

// DataVersion is a number that is another one after anybody, in this process
// or in another, has written to the file. It costs no read of a page.
func (db *DB) DataVersion(ctx context.Context) (n int64, err error) {
	db.watch.mu.Lock()
	defer db.watch.mu.Unlock()
	if db.watch.conn == nil {
		if db.watch.conn, err = db.read.Conn(ctx); err != nil {
			return 0, explain(err)
		}
	}
	err = db.watch.conn.QueryRowContext(ctx, `PRAGMA data_version`).Scan(&n)
	return n, explain(err)
}

// A Stamp tells one state of a story's events from another.
type Stamp struct {
	Run, Finished          int64 // the newest run, and when it came to its end
	Events, Articles, Told int64
	Days, Words            int64 // sums of the days' numbers, and of the lengths of the texts
	Score                  float64
}

// Stamp sums up the events of a story and the newest run, for it is equal while
// neither has changed. Every build has a run of its own; the sums tell of what
// was written without one.
func (db *DB) Stamp(ctx context.Context, story string) (s Stamp, err error) {
	err = db.read.QueryRowContext(ctx, `
		SELECT (SELECT coalesce(max(id), 0) FROM run), (SELECT coalesce(max(finished_ms), 0) FROM run),
			count(*), coalesce(sum(articles), 0), coalesce(sum(independent), 0),
			coalesce(sum(CAST(replace(from_day || to_day, '-', '') AS BIGINT) % 1000000007), 0),
			coalesce(sum(length(status || outcome || topic || actors || amounts || headline || summary || deadline || conflicts || why)), 0),
			coalesce(sum(score), 0)
		FROM event WHERE story = $1`, story).
		Scan(&s.Run, &s.Finished, &s.Events, &s.Articles, &s.Told, &s.Days, &s.Words, &s.Score)
	return s, explain(err)
}
