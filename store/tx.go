package store

import (
	"context"
	"database/sql"
	"sync"
)

// statements are prepared once on the write connection and kept for its life: the
// same few run with every visit, and SQLite spends as long on parsing one as on
// running it.
type statements struct {
	mu       sync.Mutex
	prepared map[string]*sql.Stmt
	wanted   []string // to be prepared before the next transaction, which holds the one connection
}

func (s *statements) get(query string) *sql.Stmt {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.prepared[query]
}

// maxStatements bounds what is kept; the store has fewer.
const maxStatements = 200

func (s *statements) want(query string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.prepared)+len(s.wanted) < maxStatements {
		s.wanted = append(s.wanted, query)
	}
}

// prepare makes the statements that the transactions before asked for.
func (s *statements) prepare(ctx context.Context, db *sql.DB) error {
	for _, query := range s.take() {
		if s.get(query) != nil {
			continue
		}
		stmt, err := db.PrepareContext(ctx, query)
		if err != nil {
			return err
		}
		s.mu.Lock()
		s.prepared[query] = stmt
		s.mu.Unlock()
	}
	return nil
}

func (s *statements) take() (wanted []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	wanted, s.wanted = s.wanted, nil
	return wanted
}

// A writeTx is a write transaction.
type writeTx struct {
	*sql.Tx
	shared *statements          // of the connection
	own    map[string]*sql.Stmt // closed with the transaction
}

// tx runs f in one write transaction.
func (db *DB) tx(ctx context.Context, f func(*writeTx) error) error {
	if err := db.prepared.prepare(ctx, db.write); err != nil {
		return explain(err)
	}
	t, err := db.write.BeginTx(ctx, nil)
	if err != nil {
		return explain(err)
	}
	defer t.Rollback() // a no-op after Commit
	if err := f(&writeTx{t, &db.prepared, map[string]*sql.Stmt{}}); err != nil {
		return explain(err)
	}
	return explain(t.Commit())
}

func (t *writeTx) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	if s, ok := t.own[query]; ok {
		return s, nil
	}
	if s := t.shared.get(query); s != nil {
		t.own[query] = t.StmtContext(ctx, s)
		return t.own[query], nil
	}
	s, err := t.PrepareContext(ctx, query)
	if err == nil {
		t.own[query] = s
		t.shared.want(query)
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

// QueryContext is sql.Tx.QueryContext through a prepared statement.
func (t *writeTx) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := t.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}
