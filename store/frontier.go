package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

const frontierColumns = `id, url, source, kind, state, problem, due_ms, attempts, visits, first_ms, fetched_ms,
	changed_ms, gone_ms, moved_to, etag, last_modified, sha256, opt_out, link`

func scanTask(row scanner) (t news.Task, err error) {
	var due, first, fetched, changed, gone int64
	var url, kind, state, link string
	err = row.Scan(&t.ID, &url, &t.Source, &kind, &state, &t.Problem, &due, &t.Attempts, &t.Visits, &first, &fetched,
		&changed, &gone, &t.MovedTo, &t.ETag, &t.LastModified, &t.SHA256, &t.OptOut, &link)
	if err != nil {
		return t, err
	}
	if err = json.Unmarshal([]byte(link), &t.Link); err != nil {
		return t, fmt.Errorf("frontier %s: link: %w", url, err)
	}
	t.Link.URL, t.Link.Kind, t.State = url, news.LinkKind(kind), news.FrontierState(state)
	t.Due, t.FirstSeen, t.FetchedAt = fromMillis(due), fromMillis(first), fromMillis(fetched)
	t.ChangedAt, t.GoneSince = fromMillis(changed), fromMillis(gone)
	return t, nil
}

// priorities says in which order the kinds are fetched: what finds news first.
var priorities = map[news.LinkKind]int{
	news.FeedLink: 0, news.SitemapLink: 1, news.RegisterLink: 1, news.SectionLink: 2, news.ArticleLink: 3,
	news.ArchiveLink: 4, news.WaybackLink: 4,
}

// priorityCount is how many priorities there are.
const priorityCount = 5

// Begin adds the sources' own addresses, makes them due now, and takes back
// all leases: the caller holds the lock of the run, so that nobody else can
// hold one.
func (db *DB) Begin(ctx context.Context, seeds []news.Task, now time.Time) error {
	return db.tx(ctx, func(tx *writeTx) error {
		if _, err := tx.ExecContext(ctx, `UPDATE frontier SET lease_ms = 0 WHERE lease_ms > 0`); err != nil {
			return err
		}
		if err := insertTasks(ctx, tx, seeds); err != nil {
			return err
		}
		for _, t := range seeds {
			// An address that was found before it became a source's own is its own
			// from now on.
			_, err := tx.ExecContext(ctx, `UPDATE frontier SET due_ms = $1, source = $2, kind = $3, priority = $4 WHERE url = $5`,
				millis(now), t.Source, string(t.Link.Kind), priorities[t.Link.Kind], t.Link.URL)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Add adds addresses that are not known.
func (db *DB) Add(ctx context.Context, tasks []news.Task) error {
	return db.tx(ctx, func(tx *writeTx) error { return insertTasks(ctx, tx, tasks) })
}

// Unknown returns those tasks whose address the frontier does not have.
func (db *DB) Unknown(ctx context.Context, tasks []news.Task) (out []news.Task, err error) {
	for _, t := range tasks {
		var n int
		if err := db.read.QueryRowContext(ctx, `SELECT count(*) FROM frontier WHERE url = $1`, t.Link.URL).Scan(&n); err != nil {
			return nil, explain(err)
		}
		if n == 0 {
			out = append(out, t)
		}
	}
	return out, nil
}

// Lease hands out up to limit tasks of a source that are due now and free at
// wall, all of the first kind in priority that has any, longest due first (of an
// archive the newest day), and holds them until the given instant.
func (db *DB) Lease(ctx context.Context, source string, now, wall, until time.Time, limit int) (tasks []news.Task, err error) {
	err = db.tx(ctx, func(tx *writeTx) error {
		tasks = nil
		for priority := range priorityCount {
			order := `due_ms`
			if priority == priorities[news.ArchiveLink] {
				order = `published_ms DESC, due_ms` // newest day first; there are few enough to sort
			}
			rows, err := tx.QueryContext(ctx, `SELECT `+frontierColumns+` FROM frontier
				WHERE source = $1 AND priority = $2 AND due_ms > 0 AND due_ms <= $3 AND lease_ms <= $4
				ORDER BY `+order+`, id LIMIT $5`, source, priority, millis(now), millis(wall), limit)
			if tasks, err = collect(rows, err, scanTask); err != nil {
				return err
			}
			if len(tasks) > 0 {
				break
			}
		}
		return setLease(ctx, tx, tasks, millis(until))
	})
	return tasks, err
}

// Release gives back tasks that were not visited.
func (db *DB) Release(ctx context.Context, tasks []news.Task) error {
	if len(tasks) == 0 {
		return nil
	}
	return db.tx(ctx, func(tx *writeTx) error { return setLease(ctx, tx, tasks, 0) })
}

func setLease(ctx context.Context, tx *writeTx, tasks []news.Task, until int64) error {
	for _, t := range tasks {
		if _, err := tx.ExecContext(ctx, `UPDATE frontier SET lease_ms = $1 WHERE id = $2`, until, t.ID); err != nil {
			return err
		}
	}
	return nil
}

// Finish takes a visit, whole or not at all: the page, the addresses found in
// it, what the task has become, and the lines of the ledger.
func (db *DB) Finish(ctx context.Context, v news.Visit) error {
	if v.Page != nil {
		pages, err := db.keepBodies(ctx, []news.Page{*v.Page})
		if err != nil {
			return fmt.Errorf("page: %w", err)
		}
		v.Page = &pages[0]
	}
	return db.tx(ctx, func(tx *writeTx) error {
		if v.Page != nil {
			if _, _, err := savePage(ctx, tx, *v.Page); err != nil {
				return fmt.Errorf("page: %w", err)
			}
		}
		if err := insertTasks(ctx, tx, v.Found); err != nil {
			return fmt.Errorf("found: %w", err)
		}
		if v.Final != nil {
			if err := takePlace(ctx, tx, *v.Final); err != nil {
				return fmt.Errorf("moved: %w", err)
			}
		}
		if err := updateTask(ctx, tx, v.Task, v.Pending); err != nil {
			return fmt.Errorf("task: %w", err)
		}
		return insertRequests(ctx, tx, v.Requests)
	})
}

// insertTasks adds addresses that are not known. Of a known one it takes what
// is news: that it changed since it was fetched, that it is wanted after all,
// or its date, while it was never fetched.
func insertTasks(ctx context.Context, tx *writeTx, tasks []news.Task) error {
	if len(tasks) == 0 {
		return nil
	}
	stmt, err := tx.statement(ctx, `
		INSERT INTO frontier (url, source, kind, priority, state, problem, due_ms, lease_ms, attempts, visits, first_ms,
			fetched_ms, changed_ms, gone_ms, moved_to, etag, last_modified, sha256, published_ms, modified_ms, link)
		VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0, 0, $8, 0, 0, 0, '', '', '', '', $9, $10, $11)
		ON CONFLICT (url) DO UPDATE SET
			state = CASE WHEN frontier.state = 'dropped' THEN excluded.state ELSE frontier.state END,
			problem = CASE WHEN frontier.state = 'dropped' THEN excluded.problem ELSE frontier.problem END,
			due_ms = excluded.due_ms,
			published_ms = excluded.published_ms,
			modified_ms = excluded.modified_ms,
			link = CASE WHEN frontier.visits = 0 THEN excluded.link ELSE frontier.link END
		WHERE frontier.state = 'dropped' AND excluded.state = 'queued'
			OR frontier.fetched_ms > 0 AND frontier.due_ms > excluded.due_ms AND excluded.due_ms > 0
				AND excluded.modified_ms > frontier.fetched_ms AND excluded.modified_ms > frontier.modified_ms
				AND excluded.modified_ms <= excluded.first_ms
			OR frontier.state = 'queued' AND excluded.state = 'queued' AND frontier.published_ms = 0 AND excluded.published_ms > 0`)
	if err != nil {
		return err
	}
	for _, t := range tasks {
		link, err := json.Marshal(t.Link)
		if err != nil {
			return err
		}
		_, err = stmt.ExecContext(ctx, t.Link.URL, t.Source, string(t.Link.Kind), priorities[t.Link.Kind], string(t.State), t.Problem,
			millis(t.Due), millis(t.FirstSeen), millis(t.Link.Published.Time), millis(t.Link.Modified), string(link))
		if err != nil {
			return fmt.Errorf("%s: %w", t.Link.URL, err)
		}
	}
	return nil
}

const updateFrontier = `UPDATE frontier SET state = $1, problem = $2, due_ms = $3, lease_ms = 0, attempts = $4, visits = $5,
	fetched_ms = $6, changed_ms = $7, gone_ms = $8, moved_to = $9, etag = $10, last_modified = $11, sha256 = $12, opt_out = $13`

func updateTask(ctx context.Context, tx *writeTx, t news.Task, pending bool) error {
	if pending {
		_, err := tx.ExecContext(ctx, `UPDATE frontier SET attempts = $1, problem = $2 WHERE id = $3`, t.Attempts, t.Problem, t.ID)
		return err
	}
	_, err := tx.ExecContext(ctx, updateFrontier+` WHERE id = $14`, append(taskValues(t), t.ID)...)
	return err
}

// takePlace makes an address that was redirected to what its predecessor was.
func takePlace(ctx context.Context, tx *writeTx, t news.Task) error {
	if err := insertTasks(ctx, tx, []news.Task{t}); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, updateFrontier+` WHERE url = $14`, append(taskValues(t), t.Link.URL)...)
	return err
}

func taskValues(t news.Task) []any {
	return []any{string(t.State), t.Problem, millis(t.Due), t.Attempts, t.Visits, millis(t.FetchedAt), millis(t.ChangedAt),
		millis(t.GoneSince), t.MovedTo, t.ETag, t.LastModified, t.SHA256, t.OptOut}
}

// Requeue makes tasks that were dropped wanted, and due at the given instant.
func (db *DB) Requeue(ctx context.Context, tasks []news.Task, due time.Time) error {
	if len(tasks) == 0 {
		return nil
	}
	return db.tx(ctx, func(tx *writeTx) error {
		for _, t := range tasks {
			_, err := tx.ExecContext(ctx, `UPDATE frontier SET state = 'queued', problem = '', due_ms = $1 WHERE id = $2 AND state = 'dropped'`,
				millis(due), t.ID)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Due returns up to limit tasks of a source that a crawl at now would fetch,
// after the row with ID after, in order of ID. It takes no lease.
func (db *DB) Due(ctx context.Context, source string, now time.Time, after int64, limit int) ([]news.Task, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT `+frontierColumns+` FROM frontier
		WHERE source = $1 AND due_ms > 0 AND due_ms <= $2 AND id > $3 ORDER BY id LIMIT $4`, source, millis(now), after, limit)
	return collect(rows, err, scanTask)
}

// CountDue counts the tasks of a source that are due, to a limit.
func (db *DB) CountDue(ctx context.Context, source string, now time.Time, limit int) (n int, err error) {
	err = db.read.QueryRowContext(ctx, `
		SELECT count(*) FROM (SELECT 1 FROM frontier WHERE source = $1 AND due_ms > 0 AND due_ms <= $2 LIMIT $3) AS due`,
		source, millis(now), limit).Scan(&n)
	return n, explain(err)
}

// Task returns the frontier's row of a canonical URL, or ErrNotFound.
func (db *DB) Task(ctx context.Context, url string) (news.Task, error) {
	t, err := scanTask(db.read.QueryRowContext(ctx, `SELECT `+frontierColumns+` FROM frontier WHERE url = $1`, url))
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNotFound
	}
	if err != nil {
		return t, fmt.Errorf("frontier %s: %w", url, err)
	}
	return t, nil
}

// Tasks returns up to limit rows of the frontier in a state, after the row with
// ID after, in order of ID: what was dropped or is gone, and why.
func (db *DB) Tasks(ctx context.Context, state news.FrontierState, after int64, limit int) ([]news.Task, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT `+frontierColumns+` FROM frontier WHERE state = $1 AND id > $2 ORDER BY id LIMIT $3`,
		string(state), after, limit)
	return collect(rows, err, scanTask)
}
