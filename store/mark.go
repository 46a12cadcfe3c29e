package store

import (
	"context"
	"database/sql"
	"errors"
)

// Mark returns how far reading something had come; 0 when nothing is known.
func (db *DB) Mark(ctx context.Context, name string) (at int64, err error) {
	err = db.read.QueryRowContext(ctx, `SELECT at FROM mark WHERE name = $1`, name).Scan(&at)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return at, explain(err)
}

// SetMark notes how far reading something has come; 0 forgets it.
func (db *DB) SetMark(ctx context.Context, name string, at int64) error {
	return db.tx(ctx, func(tx *writeTx) error {
		if at == 0 {
			_, err := tx.ExecContext(ctx, `DELETE FROM mark WHERE name = $1`, name)
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO mark (name, at) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET at = excluded.at`, name, at)
		return err
	})
}
