package store

import (
	"context"
	"database/sql"
)

// A writeTx is a write transaction that prepares each statement once: a batch
// runs the same few a hundred times, and SQLite spends as long on reading one
// as on running it.
type writeTx struct {
	*sql.Tx
	prepared map[string]*sql.Stmt
}

// tx runs f in one write transaction.
func (db *DB) tx(ctx context.Context, f func(*writeTx) error) error {
	t, err := db.write.BeginTx(ctx, nil)
	if err != nil {
		return explain(err)
	}
	defer t.Rollback() // a no-op after Commit
	if err := f(&writeTx{t, map[string]*sql.Stmt{}}); err != nil {
		return explain(err)
	}
	return explain(t.Commit())
}

// statement is closed with the transaction.
func (t *writeTx) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	if s, ok := t.prepared[query]; ok {
		return s, nil
	}
	s, err := t.PrepareContext(ctx, query)
	if err == nil {
		t.prepared[query] = s
	}
	return s, err
}

// ExecContext is sql.Tx.ExecContext through a prepared statement.
func (t *writeTx) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := t.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

// QueryRowContext is sql.Tx.QueryRowContext through a prepared statement.
func (t *writeTx) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	s, err := t.statement(ctx, query)
	if err != nil {
		return t.Tx.QueryRowContext(ctx, query, args...) // which fails in the same way
	}
	return s.QueryRowContext(ctx, args...)
}
