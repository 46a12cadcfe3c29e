package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/seed-7461731f/dateline/store/news"
)

const selectRobots = `SELECT id, origin, fetched_ms, checked_ms, status, body, problem FROM robots`

func scanRobots(row scanner) (r news.Robots, err error) {
	var fetched, checked int64
	err = row.Scan(&r.ID, &r.Origin, &fetched, &checked, &r.Status, &r.Body, &r.Problem)
	r.FetchedAt, r.CheckedAt = fromMillis(fetched), fromMillis(checked)
	return r, err
}

// Robots returns the newest robots.txt of an origin; its ID is 0 when there is
// none.
func (db *DB) Robots(ctx context.Context, origin string) (news.Robots, error) {
	r, err := scanRobots(db.read.QueryRowContext(ctx, selectRobots+` WHERE origin = $1 ORDER BY id DESC LIMIT 1`, origin))
	if errors.Is(err, sql.ErrNoRows) {
		return news.Robots{}, nil
	}
	return r, explain(err)
}

// RobotsByID returns a robots.txt that the ledger points to, or ErrNotFound.
func (db *DB) RobotsByID(ctx context.Context, id int64) (news.Robots, error) {
	r, err := scanRobots(db.read.QueryRowContext(ctx, selectRobots+` WHERE id = $1`, id))
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNotFound
	}
	if err != nil {
		return r, fmt.Errorf("robots %d: %w", id, err)
	}
	return r, nil
}

// SaveRobots keeps a robots.txt and returns it with its ID. One that is the
// same as the newest of its origin moves only that row's CheckedAt.
func (db *DB) SaveRobots(ctx context.Context, r news.Robots) (news.Robots, error) {
	err := db.tx(ctx, func(tx *writeTx) error {
		have, err := scanRobots(tx.QueryRowContext(ctx, selectRobots+` WHERE origin = $1 ORDER BY id DESC LIMIT 1`, r.Origin))
		if err == nil && have.Status == r.Status && bytes.Equal(have.Body, r.Body) {
			r.ID, r.FetchedAt = have.ID, have.FetchedAt
			_, err = tx.ExecContext(ctx, `UPDATE robots SET checked_ms = $1, problem = $2 WHERE id = $3`, millis(r.CheckedAt), r.Problem, r.ID)
			return err
		}
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		body := r.Body
		if body == nil {
			body = []byte{}
		}
		return tx.QueryRowContext(ctx, `
			INSERT INTO robots (origin, fetched_ms, checked_ms, status, body, problem)
			VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
			r.Origin, millis(r.FetchedAt), millis(r.CheckedAt), r.Status, body, r.Problem).Scan(&r.ID)
	})
	return r, err
}
