package store

import (
	"context"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// An Annotation is the sentences and time expressions of one article.
type Annotation struct {
	ArticleID int64
	Sentences []news.Sentence
	Times     []news.TimeExpression
}

// SaveAnnotations replaces the sentences and time expressions of articles, in
// one transaction, and marks the articles as done.
func (db *DB) SaveAnnotations(ctx context.Context, version int64, all []Annotation) error {
	return db.tx(ctx, func(tx *writeTx) error {
		for _, a := range all {
			if err := saveAnnotation(ctx, tx, a); err != nil {
				return err
			}
			if err := markStale(ctx, tx, a.ArticleID, StageMention); err != nil {
				return err
			}
			if err := markDone(ctx, tx, StageAnnotate, "", a.ArticleID, version, ""); err != nil {
				return err
			}
		}
		return nil
	})
}

func saveAnnotation(ctx context.Context, tx *writeTx, a Annotation) error {
	for _, table := range []string{"sentence", "time_expression"} {
		if _, err := tx.ExecContext(ctx, `DELETE FROM `+table+` WHERE article_id = $1`, a.ArticleID); err != nil {
			return err
		}
	}
	for _, s := range a.Sentences {
		if _, err := tx.ExecContext(ctx, `INSERT INTO sentence (article_id, idx, paragraph, start_byte, end_byte) VALUES ($1, $2, $3, $4, $5)`,
			a.ArticleID, s.Index, s.Paragraph, s.Start, s.End); err != nil {
			return err
		}
	}
	for _, t := range a.Times {
		if err := saveTime(ctx, tx, a.ArticleID, t); err != nil {
			return err
		}
	}
	return nil
}

func saveTime(ctx context.Context, tx *writeTx, article int64, t news.TimeExpression) error {
	deadline := 0
	if t.Deadline {
		deadline = 1
	}
	_, err := tx.ExecContext(ctx, `
		INSERT INTO time_expression (article_id, sentence, start_byte, end_byte, type, value, mod, from_day, to_day, zone, grain, edtf, deadline, anchor, rule, sure, or_from, or_to, or_edtf)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
		article, t.Sentence, t.Start, t.End, t.Type, t.Value, t.Mod, day(t.When.From), day(t.When.To), t.When.Zone,
		string(t.When.Grain), t.When.EDTF, deadline, t.Anchor, t.Rule, t.Sure, day(t.Or.From), day(t.Or.To), t.Or.EDTF)
	return err
}

// Sentences returns the sentences of an article, the headline first.
func (db *DB) Sentences(ctx context.Context, article int64) ([]news.Sentence, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT article_id, idx, paragraph, start_byte, end_byte FROM sentence WHERE article_id = $1 ORDER BY idx`, article)
	return collect(rows, err, func(row scanner) (s news.Sentence, err error) {
		return s, row.Scan(&s.ArticleID, &s.Index, &s.Paragraph, &s.Start, &s.End)
	})
}

// Times returns the time expressions of an article in text order.
func (db *DB) Times(ctx context.Context, article int64) ([]news.TimeExpression, error) {
	rows, err := db.read.QueryContext(ctx, `
		SELECT article_id, sentence, start_byte, end_byte, type, value, mod, from_day, to_day, zone, grain, edtf, deadline, anchor, rule,
			sure, or_from, or_to, or_edtf
		FROM time_expression WHERE article_id = $1 ORDER BY sentence, start_byte`, article)
	return collect(rows, err, func(row scanner) (t news.TimeExpression, err error) {
		var from, to, grain, orFrom, orTo string
		var deadline int
		err = row.Scan(&t.ArticleID, &t.Sentence, &t.Start, &t.End, &t.Type, &t.Value, &t.Mod, &from, &to, &t.When.Zone, &grain, &t.When.EDTF, &deadline, &t.Anchor, &t.Rule,
			&t.Sure, &orFrom, &orTo, &t.Or.EDTF)
		t.When.From, t.When.To, t.When.Grain, t.Deadline = fromDay(from), fromDay(to), news.Grain(grain), deadline == 1
		if t.Or.From, t.Or.To = fromDay(orFrom), fromDay(orTo); t.Or.Known() {
			t.Or.Grain, t.Or.Zone = t.When.Grain, t.When.Zone
		}
		return t, err
	})
}

// day is the column form of a civil day; "" is the zero time.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func fromDay(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil { // only day wrote the column: it is ""
		return time.Time{}
	}
	return t
}
