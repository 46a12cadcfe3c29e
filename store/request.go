package store

import (
	"context"
	"iter"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// restsWithin is how far back a request can still bind: no host is given a
// longer rest.
const restsWithin = 8 * 24 * time.Hour

const selectRequest = `SELECT id, source, host, url, started_us, took_us, sent, verdict, rule, robots_id, delay_us, status, bytes,
	retry_after_us, problem FROM request`

func scanRequest(row scanner) (r news.Request, err error) {
	var started, took, delay, retryAfter int64
	err = row.Scan(&r.ID, &r.Source, &r.Host, &r.URL, &started, &took, &r.Sent, &r.Verdict, &r.Rule, &r.RobotsID, &delay,
		&r.Status, &r.Bytes, &retryAfter, &r.Problem)
	r.Started = time.UnixMicro(started).UTC()
	r.Took, r.Delay, r.RetryAfter = micros(took), micros(delay), micros(retryAfter)
	return r, err
}

func micros(us int64) time.Duration { return time.Duration(us) * time.Microsecond }

// SaveRequests adds lines to the ledger.
func (db *DB) SaveRequests(ctx context.Context, requests []news.Request) error {
	if len(requests) == 0 {
		return nil
	}
	return db.tx(ctx, func(tx *writeTx) error { return insertRequests(ctx, tx, requests) })
}

func insertRequests(ctx context.Context, tx *writeTx, requests []news.Request) error {
	for _, r := range requests {
		sent := 0
		if r.Sent {
			sent = 1
		}
		_, err := tx.ExecContext(ctx, `
			INSERT INTO request (source, host, url, started_us, took_us, sent, verdict, rule, robots_id, delay_us, status, bytes,
				retry_after_us, problem)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
			r.Source, r.Host, r.URL, r.Started.UnixMicro(), r.Took.Microseconds(), sent, r.Verdict, r.Rule, r.RobotsID,
			r.Delay.Microseconds(), r.Status, r.Bytes, r.RetryAfter.Microseconds(), r.Problem)
		if err != nil {
			return err
		}
	}
	return nil
}

// Requests returns up to limit lines of the ledger after the line with ID
// after, in order of ID.
func (db *DB) Requests(ctx context.Context, after int64, limit int) ([]news.Request, error) {
	rows, err := db.read.QueryContext(ctx, selectRequest+` WHERE id > $1 ORDER BY id LIMIT $2`, after, limit)
	return collect(rows, err, scanRequest)
}

// Ledger walks over the lines of the ledger that were begun at an instant of
// the real clock or later, in order of time, with flat memory.
func (db *DB) Ledger(ctx context.Context, since time.Time) iter.Seq2[news.Request, error] {
	return func(yield func(news.Request, error) bool) {
		started, id := max(since.UnixMicro(), 0), int64(0)
		for {
			rows, err := db.read.QueryContext(ctx, selectRequest+`
				WHERE started_us > $1 OR started_us = $1 AND id > $2 ORDER BY started_us, id LIMIT 1000`, started, id)
			lines, err := collect(rows, err, scanRequest)
			if err != nil {
				yield(news.Request{}, err)
				return
			}
			for _, r := range lines {
				if !yield(r, nil) {
					return
				}
				started, id = r.Started.UnixMicro(), r.ID
			}
			if len(lines) == 0 {
				return
			}
		}
	}
}

// Rests says until when hosts must be left alone because of requests that were
// sent before wall: their delay, or the rest that an answer asked for. Hosts
// that are free are not in the map.
func (db *DB) Rests(ctx context.Context, wall time.Time) (map[string]time.Time, error) {
	rows, err := db.read.QueryContext(ctx, `
		SELECT host, until_us FROM (
			SELECT host, max(started_us + took_us + CASE WHEN delay_us > retry_after_us THEN delay_us ELSE retry_after_us END) AS until_us
			FROM request WHERE started_us > $1 AND sent = 1 GROUP BY host) AS rest
		WHERE until_us > $2`,
		wall.Add(-restsWithin).UnixMicro(), wall.UnixMicro())
	if err != nil {
		return nil, explain(err)
	}
	defer rows.Close()
	rests := map[string]time.Time{}
	for rows.Next() {
		var host string
		var until int64
		if err := rows.Scan(&host, &until); err != nil {
			return nil, err
		}
		rests[host] = time.UnixMicro(until)
	}
	return rests, explain(rows.Err())
}
