package store

import (
	"context"
)

// The stages, in the order in which they depend on one another.
const (
	StageExtract  = "extract"
	StageGroup    = "group"
	StageAnnotate = "annotate"
	StageMention  = "mention"
	StageBuild    = "build"
)

// markDone notes that a stage has finished an item at a version; problem says
// why it gave nothing, if it did not.
func markDone(ctx context.Context, tx *writeTx, stage, story string, item, version int64, problem string) error {
	_, err := tx.ExecContext(ctx, `
		INSERT INTO done (stage, story, item, version, problem) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (stage, story, item) DO UPDATE SET version = excluded.version, problem = excluded.problem`,
		stage, story, item, version, problem)
	return err
}

// staleStage names the stories so that SQLite can use the primary key (stage, story,
// item); without them the DELETE would scan all that the stage has done.
const staleStage = `DELETE FROM done WHERE stage = $1 AND item = $2 AND story IN (SELECT '' UNION ALL SELECT id FROM story)`

// markStale forgets that the given stages have finished an article, and that any
// story has been built: its text, or what was read in it, has changed.
func markStale(ctx context.Context, tx *writeTx, article int64, stages ...string) error {
	for _, s := range stages {
		if _, err := tx.ExecContext(ctx, staleStage, s, article); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, `DELETE FROM done WHERE stage = 'build'`)
	return err
}

// A Problem is an item that a stage could make nothing of.
type Problem struct {
	Stage, URL, Reason string
}

// Problems lists the pages that gave no article, in order of URL.
func (db *DB) Problems(ctx context.Context) ([]Problem, error) {
	rows, err := db.read.QueryContext(ctx, `
		SELECT done.stage, page.url, done.problem FROM done JOIN page ON page.id = done.item
		WHERE done.stage = 'extract' AND done.problem <> '' ORDER BY page.url, page.id`)
	return collect(rows, err, func(row scanner) (p Problem, err error) {
		return p, row.Scan(&p.Stage, &p.URL, &p.Reason)
	})
}
