package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"
)

// EventWords finds the events of a story by words, as often as is asked, for as
// long as the story is not built anew: it keeps in memory which article tells
// which event, and asks the full text index alone.
type EventWords struct {
	db     *DB
	events map[int64][]string // key in the full text index -> IDs of events
}

// EventWords reads which articles tell the events of a story.
func (db *DB) EventWords(ctx context.Context, story string) (*EventWords, error) {
	w := &EventWords{db, map[int64][]string{}}
	rows, err := db.read.QueryContext(ctx, `
		SELECT DISTINCT fts_key, event FROM evidence JOIN article_key ON article_key.article_id = evidence.article_id WHERE story = $1`, story)
	_, err = collect(rows, err, func(row scanner) (none struct{}, err error) {
		var key int64
		var event string
		err = row.Scan(&key, &event)
		w.events[key] = append(w.events[key], event)
		return none, err
	})
	return w, err
}

// With returns the IDs of the events of which some evidence article holds every
// word. It fetches the hits as one value: as rows, the hits of a common word would
// take longer to hand over than to find.
func (w *EventWords) With(ctx context.Context, words string) (map[string]bool, error) {
	out := map[string]bool{}
	q := ftsQuery(words)
	if q == "" {
		return out, nil
	}
	var hits string
	err := w.db.read.QueryRowContext(ctx, `SELECT coalesce(string_agg(rowid, ','), '') FROM article_fts WHERE article_fts MATCH $1`, q).Scan(&hits)
	if err != nil {
		return nil, explain(err)
	}
	for hit := range strings.SplitSeq(hits, ",") {
		if hit == "" {
			break
		}
		key, err := strconv.ParseInt(hit, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("full text index: key %q: %w", hit, err)
		}
		for _, id := range w.events[key] {
			out[id] = true
		}
	}
	return out, nil
}
