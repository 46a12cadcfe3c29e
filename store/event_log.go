package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
)

// A snapshot is what of an event is compared from one build to the next.
type snapshot struct {
	date, standing, conflicts string
	articles                  []string // sorted, each once
}

func snapshotOf(e news.Event) snapshot {
	s := snapshot{date: e.When.EDTF, standing: standing(e.Status, e.Outcome), conflicts: conflicts(e.Conflicts)}
	for _, v := range e.Evidence {
		s.articles = append(s.articles, v.Article)
	}
	slices.Sort(s.articles)
	s.articles = slices.Compact(s.articles)
	return s
}

func standing(status news.Status, outcome news.Outcome) string {
	if outcome == "" {
		return string(status)
	}
	return string(status) + ", " + string(outcome)
}

func conflicts(list []news.Conflict) string {
	var lines []string
	for _, c := range list {
		lines = append(lines, c.Field+" "+c.Value)
	}
	return strings.Join(lines, "\n")
}

// snapshots reads what a build is about to replace, but for the articles.
func snapshots(ctx context.Context, tx *writeTx, story string) (map[string]snapshot, error) {
	out := map[string]snapshot{}
	rows, err := tx.QueryContext(ctx, `SELECT id, edtf, status, outcome, conflicts FROM event WHERE story = $1`, story)
	events, err := collect(rows, err, func(row scanner) (e news.Event, err error) {
		var list string
		if err = row.Scan(&e.ID, &e.When.EDTF, &e.Status, &e.Outcome, &list); err == nil {
			err = json.Unmarshal([]byte(list), &e.Conflicts)
		}
		return e, err
	})
	for _, e := range events {
		out[e.ID] = snapshotOf(e)
	}
	return out, err
}

// articlesOf lists the articles that tell an event, sorted, each once.
func articlesOf(ctx context.Context, tx *writeTx, story, event string) ([]string, error) {
	rows, err := tx.QueryContext(ctx, `SELECT DISTINCT article FROM evidence WHERE story = $1 AND event = $2 ORDER BY article`, story, event)
	return collect(rows, err, func(row scanner) (url string, err error) { return url, row.Scan(&url) })
}

// changes tells what became of an event that was there before.
func changes(id string, was, now snapshot) (out []news.Change) {
	for _, c := range []news.Change{
		{Kind: news.ChangeMoved, Before: was.date, After: now.date},
		{Kind: news.ChangeStatus, Before: was.standing, After: now.standing},
		{Kind: news.ChangeSources, Before: missing(was.articles, now.articles), After: missing(now.articles, was.articles)},
		{Kind: news.ChangeContradicted, Before: was.conflicts, After: now.conflicts},
	} {
		if c.Before != c.After {
			c.Event = id
			out = append(out, c)
		}
	}
	return out
}

// missing lists what is in a and not in b, both sorted, one a line.
func missing(a, b []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(a), func(s string) bool {
		_, found := slices.BinarySearch(b, s)
		return found
	}), "\n")
}

func logChanges(ctx context.Context, tx *writeTx, story string, all []news.Change) error {
	for _, c := range all {
		if err := insertChange(ctx, tx, story, c); err != nil {
			return fmt.Errorf("event %s: %w", c.Event, err)
		}
	}
	return nil
}

// insertChange adds a line for the run that is at work: the newest one, since
// only one at a time can be.
func insertChange(ctx context.Context, tx *writeTx, story string, c news.Change) error {
	if c.Kind == news.ChangeGone {
		err := tx.QueryRowContext(ctx, `SELECT coalesce(max(merged_into), '') FROM event_id WHERE story = $1 AND id = $2`, story, c.Event).Scan(&c.After)
		if err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, `
		INSERT INTO event_log (story, run, event, change, before, after)
		VALUES ($1, (SELECT coalesce(max(id), 0) FROM run), $2, $3, $4, $5)
		ON CONFLICT (story, run, event, change) DO UPDATE SET after = excluded.after`,
		story, c.Event, c.Kind, c.Before, c.After)
	return err
}

// Changes returns what runs after the given one changed of a story's events,
// oldest run first, then by event.
func (db *DB) Changes(ctx context.Context, story string, after int64) ([]news.Change, error) {
	rows, err := db.read.QueryContext(ctx, `
		SELECT event_log.run, coalesce(run.started_ms, 0), event_log.event, event_log.change, event_log.before, event_log.after,
			coalesce(event.headline, event_id.quote, '')
		FROM event_log
		LEFT JOIN run ON run.id = event_log.run
		LEFT JOIN event ON event.story = event_log.story AND event.id = event_log.event
		LEFT JOIN event_id ON event_id.story = event_log.story AND event_id.id = event_log.event
		WHERE event_log.story = $1 AND event_log.run > $2
		ORDER BY event_log.run, event_log.event, event_log.change`, story, after)
	return collect(rows, err, func(row scanner) (c news.Change, err error) {
		var started int64
		err = row.Scan(&c.Run, &started, &c.Event, &c.Kind, &c.Before, &c.After, &c.Headline)
		c.At = fromMillis(started)
		return c, err
	})
}
