package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
)

// selectEvent reads events of the story $1 with what the log knows of them.
const selectEvent = `SELECT id, from_day, to_day, zone, grain, edtf, status, outcome, topic, actors, agent, amounts, headline, summary, score,
	articles, independent, first_publisher, first_url, first_published, deadline, conflicts, why, coalesce(log.new_in, 0), coalesce(log.changed_ms, 0)
	FROM event LEFT JOIN (
		SELECT event_log.event, max(CASE WHEN event_log.change = 'new' THEN event_log.run ELSE 0 END) AS new_in, max(coalesce(run.started_ms, 0)) AS changed_ms
		FROM event_log LEFT JOIN run ON run.id = event_log.run
		WHERE event_log.story = $1 GROUP BY event_log.event
	) AS log ON log.event = event.id`

func scanEvent(row scanner) (e news.Event, err error) {
	var from, to string
	var actors, amounts, deadline, conflicts, why string
	var changed int64
	err = row.Scan(&e.ID, &from, &to, &e.When.Zone, &e.When.Grain, &e.When.EDTF, &e.Status, &e.Outcome, &e.Topic, &actors, &e.By, &amounts,
		&e.Headline, &e.Summary, &e.Score, &e.Articles, &e.Independent, &e.FirstReport.Publisher, &e.FirstReport.URL, &e.FirstReport.Published,
		&deadline, &conflicts, &why, &e.NewIn, &changed)
	if err != nil {
		return e, err
	}
	e.ChangedAt = fromMillis(changed)
	e.When.From, e.When.To = fromDay(from), fromDay(to)
	for _, c := range []struct {
		json string
		into any
	}{{actors, &e.Actors}, {amounts, &e.Amounts}, {deadline, &e.DeadlineHistory}, {conflicts, &e.Conflicts}, {why, &e.Why}} {
		if err := json.Unmarshal([]byte(c.json), c.into); err != nil {
			return e, fmt.Errorf("event %s: %w", e.ID, err)
		}
	}
	return e, nil
}

// SaveEvents is SaveTimeline of events that are all at hand.
func (db *DB) SaveEvents(ctx context.Context, story string, version int64, events []news.Event, ids []news.EventID) error {
	return db.SaveTimeline(ctx, story, version, func(yield func(news.Event, error) bool) {
		for _, e := range events {
			if !yield(e, nil) {
				return
			}
		}
	}, ids)
}

// SaveTimeline replaces the events of a story, adds the identities that were
// minted for them, logs what changed, and marks the story as built, in one
// transaction. It holds one event at a time: all evidence of a large story would
// take more memory than the rest of a build. An error of the events undoes
// everything.
func (db *DB) SaveTimeline(ctx context.Context, story string, version int64, events iter.Seq2[news.Event, error], ids []news.EventID) error {
	return db.tx(ctx, func(tx *writeTx) error {
		changes, err := replaceEvents(ctx, tx, story, events)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if _, err := tx.ExecContext(ctx, `
				INSERT INTO event_id (story, id, url, quote, ordinal, merged_into) VALUES ($1, $2, $3, $4, $5, $6)
				ON CONFLICT (story, id) DO UPDATE SET merged_into = excluded.merged_into`,
				story, id.ID, id.URL, id.Quote, id.Ordinal, id.MergedInto); err != nil {
				return err
			}
		}
		// After the identities: an event that is gone may have been merged.
		if err := logChanges(ctx, tx, story, changes); err != nil {
			return err
		}
		return markDone(ctx, tx, StageBuild, story, 0, version, "")
	})
}

// replaceEvents replaces the events of the build before and returns what changed.
func replaceEvents(ctx context.Context, tx *writeTx, story string, events iter.Seq2[news.Event, error]) (all []news.Change, err error) {
	before, err := snapshots(ctx, tx, story)
	if err != nil {
		return nil, err
	}
	for e, err := range events {
		if err != nil {
			return nil, err
		}
		now := snapshotOf(e)
		if was, known := before[e.ID]; known {
			if was.articles, err = articlesOf(ctx, tx, story, e.ID); err != nil {
				return nil, err
			}
			if err := deleteEvent(ctx, tx, story, e.ID); err != nil {
				return nil, err
			}
			delete(before, e.ID)
			all = append(all, changes(e.ID, was, now)...)
		} else {
			all = append(all, news.Change{Event: e.ID, Kind: news.ChangeNew, After: now.date})
		}
		if err := insertEvent(ctx, tx, story, e); err != nil {
			return nil, fmt.Errorf("event %s: %w", e.ID, err)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(before)) {
		if err := deleteEvent(ctx, tx, story, id); err != nil {
			return nil, err
		}
		all = append(all, news.Change{Event: id, Kind: news.ChangeGone, Before: before[id].date})
	}
	return all, nil
}

func deleteEvent(ctx context.Context, tx *writeTx, story, id string) error {
	_, err := tx.ExecContext(ctx, `DELETE FROM event WHERE story = $1 AND id = $2`, story, id)
	return err
}

func insertEvent(ctx context.Context, tx *writeTx, story string, e news.Event) error {
	var cols [5]string
	for i, v := range []any{orEmpty(e.Actors), orEmpty(e.Amounts), orEmpty(e.DeadlineHistory), orEmpty(e.Conflicts), orEmpty(e.Why)} {
		b, err := json.Marshal(v)
		if err != nil {
			return err
		}
		cols[i] = string(b)
	}
	_, err := tx.ExecContext(ctx, `
		INSERT INTO event (story, id, from_day, to_day, zone, grain, edtf, status, outcome, topic, actors, agent, amounts, headline, summary, score,
			articles, independent, first_publisher, first_url, first_published, deadline, conflicts, why)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)`,
		story, e.ID, day(e.When.From), day(e.When.To), e.When.Zone, string(e.When.Grain), e.When.EDTF, string(e.Status), string(e.Outcome), e.Topic,
		cols[0], e.By, cols[1], e.Headline, e.Summary, e.Score, e.Articles, e.Independent,
		e.FirstReport.Publisher, e.FirstReport.URL, e.FirstReport.Published, cols[2], cols[3], cols[4])
	if err != nil {
		return err
	}
	for i, v := range e.Evidence {
		if _, err := tx.ExecContext(ctx, `
			INSERT INTO evidence (story, event, position, article_id, article, url, sentence, quote, language, publisher, published, attributed_to, edtf, rule)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
			story, e.ID, i, v.ArticleID, v.Article, v.URL, v.Sentence, v.Quote, v.Language, v.Publisher, v.Published, v.AttributedTo, v.Date, v.Rule); err != nil {
			return err
		}
	}
	return nil
}

// orEmpty makes an absent list an empty JSON array rather than null.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// Built reports whether the story's events were built at this version and no
// article has changed since.
func (db *DB) Built(ctx context.Context, story string, version int64) (bool, error) {
	var n int
	err := db.read.QueryRowContext(ctx, `SELECT count(*) FROM done WHERE stage = 'build' AND story = $1 AND version = $2`, story, version).Scan(&n)
	return n > 0, explain(err)
}

// EventIDs returns every identity minted for a story, in order of ID.
func (db *DB) EventIDs(ctx context.Context, story string) ([]news.EventID, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT story, id, url, quote, ordinal, merged_into FROM event_id WHERE story = $1 ORDER BY id`, story)
	return collect(rows, err, func(row scanner) (e news.EventID, err error) {
		return e, row.Scan(&e.StoryID, &e.ID, &e.URL, &e.Quote, &e.Ordinal, &e.MergedInto)
	})
}

// Event returns one event by its ID, following merges, or ErrNotFound.
func (db *DB) Event(ctx context.Context, story, id string) (news.Event, error) {
	for range 100 { // merges cannot form a ring, but a file can be damaged
		e, err := scanEvent(db.read.QueryRowContext(ctx, selectEvent+` WHERE story = $1 AND id = $2`, story, id))
		if err == nil {
			one := []news.Event{e}
			err = db.addEvidence(ctx, story, one)
			return one[0], err
		}
		if !errors.Is(err, sql.ErrNoRows) {
			return e, explain(err)
		}
		var into string
		err = db.read.QueryRowContext(ctx, `SELECT merged_into FROM event_id WHERE story = $1 AND id = $2`, story, id).Scan(&into)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return e, explain(err)
		}
		if into == "" {
			break
		}
		id = into
	}
	return news.Event{}, fmt.Errorf("event %s: %w", id, ErrNotFound)
}

// evidenceBatch is how many events one query reads the evidence of.
const evidenceBatch = 200

// addEvidence gives events of a story their evidence, best first.
func (db *DB) addEvidence(ctx context.Context, story string, events []news.Event) error {
	at := map[string]*news.Event{}
	args, holders := []any{story}, make([]string, 0, len(events))
	for i := range events {
		events[i].StoryID = story
		at[events[i].ID] = &events[i]
		args = append(args, events[i].ID)
		holders = append(holders, fmt.Sprintf("$%d", len(args)))
	}
	rows, err := db.read.QueryContext(ctx, `
		SELECT evidence.event, evidence.article_id, evidence.article, evidence.url, evidence.sentence, evidence.quote, evidence.language,
			evidence.publisher, evidence.published, evidence.attributed_to, evidence.edtf, evidence.rule,
			article.title, article.meta, coalesce(source.name, ''), page.status, page.fetched_ms, coalesce(lost.gone_ms, frontier.gone_ms, 0)
		FROM evidence
		JOIN article ON article.id = evidence.article_id
		JOIN page ON page.id = article.page_id
		LEFT JOIN source ON source.host = evidence.publisher
		LEFT JOIN frontier ON frontier.url = evidence.article
		LEFT JOIN frontier AS lost ON lost.url = frontier.moved_to
		WHERE evidence.story = $1 AND evidence.event IN (`+strings.Join(holders, ", ")+`)
		ORDER BY evidence.event, evidence.position`, args...)
	_, err = collect(rows, err, func(row scanner) (v news.Evidence, err error) {
		var event string
		if event, v, err = scanEvidence(row); err == nil {
			at[event].Evidence = append(at[event].Evidence, v)
		}
		return v, err
	})
	return err
}

func scanEvidence(row scanner) (event string, v news.Evidence, err error) {
	var meta string
	var status, fetched, gone int64
	if err = row.Scan(&event, &v.ArticleID, &v.Article, &v.URL, &v.Sentence, &v.Quote, &v.Language, &v.Publisher, &v.Published, &v.AttributedTo, &v.Date, &v.Rule,
		&v.Title, &meta, &v.Name, &status, &fetched, &gone); err != nil {
		return event, v, err
	}
	var m citationMeta
	if err = json.Unmarshal([]byte(meta), &m); err != nil {
		return event, v, fmt.Errorf("article %s: meta: %w", v.Article, err)
	}
	v.Authors, v.Agency = m.Authors, m.Agency
	if status != 0 { // a file was not fetched
		v.Accessed = fromMillis(fetched)
	}
	v.Gone = day(fromMillis(gone))
	return event, v, nil
}
