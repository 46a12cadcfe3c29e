package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// Events returns the events of a story that a query picks, with their evidence,
// in its order. What SQL cannot ask is left to Query.Match, so that the answer is
// the same; it only takes longer.
func (db *DB) Events(ctx context.Context, story string, q news.Query) ([]news.Event, error) {
	q, err := db.Resolve(ctx, story, q)
	if err != nil {
		return nil, err
	}
	c := conditionsOf(story, q)
	if c.none {
		return nil, nil
	}
	query := selectEvent + ` WHERE ` + strings.Join(c.where, ` AND `) + ` ORDER BY ` + orders[q.Order]
	whole := c.rest == news.Query{}
	if whole && q.Limit > 0 {
		query += ` LIMIT ` + c.arg(q.Limit)
	}
	rows, err := db.read.QueryContext(ctx, query, c.args...)
	events, err := collect(rows, err, scanEvent)
	if err != nil {
		return nil, err
	}
	for part := range slices.Chunk(events, evidenceBatch) {
		if err := db.addEvidence(ctx, story, part); err != nil {
			return nil, err
		}
	}
	if !whole {
		events = slices.DeleteFunc(events, func(e news.Event) bool { return !c.rest.Match(&e) })
		if q.Limit > 0 {
			events = events[:min(q.Limit, len(events))]
		}
	}
	return events, nil
}

// orders are the orders of a query in SQL, as Order.Compare has them.
var orders = map[news.Order]string{
	"":           `from_day, to_day, headline, id`,
	news.ByDate:  `from_day, to_day, headline, id`,
	news.Newest:  `from_day DESC, to_day DESC, headline DESC, id DESC`,
	news.Changed: `coalesce(log.changed_ms, 0) DESC, from_day, to_day, headline, id`,
	news.ByScore: `score DESC, from_day, to_day, headline, id`,
	news.Spread:  `score DESC, from_day, to_day, headline, id`,
}

// conditions are a query as far as SQL asks it.
type conditions struct {
	where []string
	args  []any
	rest  news.Query // what is left to ask
	none  bool       // nothing can match
}

// arg adds an argument and returns its placeholder.
func (c *conditions) arg(v any) string {
	c.args = append(c.args, v)
	return fmt.Sprintf("$%d", len(c.args))
}

// add asks a condition, in which $? stands for the argument; "" is none.
func (c *conditions) add(asked bool, cond string, arg any) {
	if asked {
		c.where = append(c.where, strings.ReplaceAll(cond, "$?", c.arg(arg)))
	}
}

// conditionsOf takes out of a query what SQL can ask.
func conditionsOf(story string, q news.Query) conditions {
	c := conditions{rest: q}
	c.add(true, `story = $?`, story) // $1, which selectEvent needs
	c.add(!q.From.IsZero(), `to_day > $?`, day(q.From))
	c.add(!q.To.IsZero(), `from_day <= $?`, day(q.To))
	key, _ := json.Marshal(q.Actor) // a string cannot fail
	c.add(q.Actor != "", `instr(actors, $?) > 0`, string(key))
	c.add(q.Topic != "", `topic = $?`, q.Topic)
	c.add(q.Status != "", `status = $?`, string(q.Status))
	c.add(q.Outcome != "", `outcome = $?`, string(q.Outcome))
	c.add(q.MinIndependent > 0, `independent >= $?`, q.MinIndependent)
	c.add(q.Contradicted, `conflicts <> $?`, "[]")
	c.add(q.NewAfter > 0, `coalesce(log.new_in, 0) > $?`, q.NewAfter)
	c.add(q.SourceLanguage != "", `EXISTS (SELECT 1 FROM evidence WHERE evidence.story = event.story AND evidence.event = event.id
		AND substr(replace(lower(evidence.language), '_', '-') || '-', 1, length($?) + 1) = $? || '-')`, q.SourceLanguage)
	if q.Words != "" {
		words := ftsQuery(q.Words)
		c.none = words == ""
		c.add(!c.none, `EXISTS (SELECT 1 FROM evidence JOIN article_key ON article_key.article_id = evidence.article_id
			WHERE evidence.story = event.story AND evidence.event = event.id
			AND fts_key IN (SELECT rowid FROM article_fts WHERE article_fts MATCH $?))`, words)
	}
	r := &c.rest
	r.From, r.To, r.Actor, r.Topic, r.Status, r.Outcome, r.MinIndependent = time.Time{}, time.Time{}, "", "", "", "", 0
	r.Contradicted, r.Since, r.NewAfter, r.SourceLanguage, r.Words, r.Order, r.Limit = false, news.LookBack{}, 0, "", "", "", 0
	return c
}

// Resolve fills in the run that a query's look back means, if it has one.
func (db *DB) Resolve(ctx context.Context, story string, q news.Query) (news.Query, error) {
	if q.Since == (news.LookBack{}) {
		return q, nil
	}
	var err error
	q.NewAfter, err = db.RunBefore(ctx, story, q.Since)
	return q, err
}

// building are the commands whose runs build a timeline.
var building = []string{"run", "demo", "build"}

// RunBefore returns the newest run whose changes a look back leaves out; 0 when
// it leaves out none. The last run is the newest that came to its end and built
// the story.
func (db *DB) RunBefore(ctx context.Context, story string, since news.LookBack) (id int64, err error) {
	switch {
	case since.LastRun:
		runs, err := db.Runs(ctx, "")
		for _, r := range slices.Backward(runs) {
			if r.StoryID == story && slices.Contains(building, r.Command) {
				return r.ID - 1, err
			}
		}
		return 0, err
	case since.At.IsZero():
		return since.Run, nil
	}
	err = db.read.QueryRowContext(ctx, `SELECT coalesce(max(id), 0) FROM run WHERE started_ms < $1`, millis(since.At)).Scan(&id)
	return id, explain(err)
}
