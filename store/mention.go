package store

import (
	"context"

	"github.com/seed-7461731f/dateline/store/news"
)

// Mentions is what the mention stage made of one article for one story.
type Mentions struct {
	ArticleID int64
	Mentions  []news.Mention
	Problem   string // why the article does not belong to the story; "" when it does
}

// SaveMentions replaces what a story found in articles, in one transaction,
// and marks the articles as done.
func (db *DB) SaveMentions(ctx context.Context, story string, version int64, all []Mentions) error {
	return db.tx(ctx, func(tx *writeTx) error {
		for _, m := range all {
			if _, err := tx.ExecContext(ctx, `DELETE FROM mention WHERE story = $1 AND article_id = $2`, story, m.ArticleID); err != nil {
				return err
			}
			for _, x := range m.Mentions {
				if _, err := tx.ExecContext(ctx, `
					INSERT INTO mention (story, article_id, sentence, start_byte, end_byte, kind, key, weight, class) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
					story, m.ArticleID, x.Sentence, x.Start, x.End, string(x.Kind), x.Key, x.Weight, string(x.Class)); err != nil {
					return err
				}
			}
			if err := markStale(ctx, tx, m.ArticleID); err != nil {
				return err
			}
			if err := markDone(ctx, tx, StageMention, story, m.ArticleID, version, m.Problem); err != nil {
				return err
			}
		}
		return nil
	})
}

// Mentions returns what a story found in an article, in text order.
func (db *DB) Mentions(ctx context.Context, story string, article int64) ([]news.Mention, error) {
	rows, err := db.read.QueryContext(ctx, `
		SELECT article_id, sentence, start_byte, end_byte, kind, key, weight, class FROM mention
		WHERE story = $1 AND article_id = $2 ORDER BY sentence, start_byte, kind, key`, story, article)
	return collect(rows, err, func(row scanner) (m news.Mention, err error) {
		return m, row.Scan(&m.ArticleID, &m.Sentence, &m.Start, &m.End, &m.Kind, &m.Key, &m.Weight, &m.Class)
	})
}

// storyArticles asks of each article in turn: joined, SQLite begins with all that
// belong to the story, and sorts them with their texts for every batch.
const storyArticles = selectArticle + `
	WHERE article.url > $2
	AND (SELECT done.problem FROM done WHERE done.stage = 'mention' AND done.story = $1 AND done.item = article.id) = ''
	ORDER BY article.url LIMIT $3`

// StoryArticles returns up to limit articles that belong to a story, after the
// canonical URL after, in order of URL: an order that does not depend on which
// page came first.
func (db *DB) StoryArticles(ctx context.Context, story, after string, limit int) ([]news.Article, error) {
	rows, err := db.read.QueryContext(ctx, storyArticles, story, after, limit)
	return collect(rows, err, scanArticle)
}
