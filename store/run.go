package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/gofrs/flock"

	"github.com/seed-7461731f/dateline/store/news"
)

// ErrLocked tells that another run works on the file.
var ErrLocked = errors.New("another run is at work on this database; wait for it or stop it")

// Lock takes the one lock that a run holds beside the file. It is the
// operating system's, so that a killed run leaves none behind.
func (db *DB) Lock() (unlock func(), err error) {
	l := flock.New(db.path + ".lock")
	ok, err := l.TryLock()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", l.Path(), err)
	}
	if !ok {
		return nil, fmt.Errorf("%s: %w", db.path, ErrLocked)
	}
	return func() { l.Unlock() }, nil
}

// A Run is one execution of a command that writes.
type Run struct {
	ID                int64
	Command, StoryID  string
	Started, Finished time.Time // Finished is zero for a run that was cut off
	Report            string
}

// StartRun notes that a command begins.
func (db *DB) StartRun(ctx context.Context, command string, story news.Story, now time.Time) (id int64, err error) {
	err = db.tx(ctx, func(tx *writeTx) error {
		return tx.QueryRowContext(ctx, `INSERT INTO run (command, story, started_ms) VALUES ($1, $2, $3) RETURNING id`,
			command, story.ID, millis(now)).Scan(&id)
	})
	return id, err
}

// FinishRun notes that a run came to its end.
func (db *DB) FinishRun(ctx context.Context, id int64, report string, now time.Time) error {
	return db.tx(ctx, func(tx *writeTx) error {
		_, err := tx.ExecContext(ctx, `UPDATE run SET finished_ms = $2, report = $3 WHERE id = $1`, id, millis(now), report)
		return err
	})
}

// Runs returns the runs of a command that came to their end, oldest first;
// command "" is any.
func (db *DB) Runs(ctx context.Context, command string) ([]Run, error) {
	rows, err := db.read.QueryContext(ctx, `
		SELECT id, command, story, started_ms, finished_ms, report FROM run
		WHERE ($1 = '' OR command = $1) AND finished_ms > 0 ORDER BY id`, command)
	return collect(rows, err, func(row scanner) (r Run, err error) {
		var started, finished int64
		err = row.Scan(&r.ID, &r.Command, &r.StoryID, &started, &finished, &r.Report)
		r.Started, r.Finished = fromMillis(started), fromMillis(finished)
		return r, err
	})
}

// Counts tells how many rows each table holds, by table name.
func (db *DB) Counts(ctx context.Context) (map[string]int64, error) {
	out := map[string]int64{}
	for _, table := range []string{"page", "article", "article_version", "sentence", "time_expression", "mention", "near_group", "event", "evidence", "event_id", "run"} {
		var n int64
		if err := db.read.QueryRowContext(ctx, `SELECT count(*) FROM `+table).Scan(&n); err != nil {
			return nil, explain(err)
		}
		out[table] = n
	}
	return out, nil
}

// Check runs SQLite's own integrity check on both files.
func (db *DB) Check(ctx context.Context) error {
	return errors.Join(checkIntegrity(ctx, db.read, db.path), db.bodies.check(ctx))
}

func checkIntegrity(ctx context.Context, db *sql.DB, path string) error {
	var verdict string
	if err := db.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&verdict); err != nil {
		return fmt.Errorf("%s: %w", path, explain(err))
	}
	if verdict != "ok" {
		return fmt.Errorf("%s: integrity check: %s", path, verdict)
	}
	return nil
}
