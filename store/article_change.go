package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
)

// maxChange bounds what is kept of each side, in bytes.
const maxChange = 20_000

// logVersions notes anew what a version changed, and what the one after it did:
// a text that is read again by better rules changes both.
func logVersions(ctx context.Context, tx *writeTx, article int64, version int) error {
	for _, v := range []int{version, version + 1} {
		if err := logVersion(ctx, tx, article, v); err != nil {
			return fmt.Errorf("changes of version %d: %w", v, err)
		}
	}
	return nil
}

func logVersion(ctx context.Context, tx *writeTx, article int64, version int) error {
	was, err := articleVersion(ctx, tx, article, version-1)
	if err != nil {
		return ignoreNone(err)
	}
	is, err := articleVersion(ctx, tx, article, version)
	if err != nil {
		return ignoreNone(err)
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM article_change WHERE article_id = $1 AND version = $2`, article, version); err != nil {
		return err
	}
	lost, gained := paragraphsChanged(was.Text, is.Text)
	for _, c := range []news.Change{
		{Kind: news.ChangedHeadline, Before: was.Title, After: is.Title},
		{Kind: news.ChangedText, Before: lost, After: gained},
		{Kind: news.ChangedDate, Before: was.Published.Text(), After: is.Published.Text()},
	} {
		if c.Before == c.After {
			continue
		}
		_, err := tx.ExecContext(ctx, `
			INSERT INTO article_change (article_id, version, field, before, after, run)
			VALUES ($1, $2, $3, $4, $5, (SELECT coalesce(max(id), 0) FROM run))`, article, version, c.Kind, c.Before, c.After)
		if err != nil {
			return err
		}
	}
	return nil
}

func ignoreNone(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}

func articleVersion(ctx context.Context, tx *writeTx, article int64, version int) (a news.Article, err error) {
	var meta string
	err = tx.QueryRowContext(ctx, `SELECT title, text, meta FROM article_version WHERE article_id = $1 AND version = $2`,
		article, version).Scan(&a.Title, &a.Text, &meta)
	if err != nil {
		return a, err
	}
	var m articleMeta
	err = json.Unmarshal([]byte(meta), &m)
	a.Published = m.Published
	return a, err
}

// paragraphsChanged gives the paragraphs of a text that are not in the other,
// each way. Paragraphs that only moved are in neither.
func paragraphsChanged(was, is string) (lost, gained string) {
	before, after := strings.Split(was, "\n\n"), strings.Split(is, "\n\n")
	return without(before, after), without(after, before)
}

func without(list, others []string) string {
	count := map[string]int{}
	for _, p := range others {
		count[p]++
	}
	var out []string
	size := 0
	for _, p := range list {
		if count[p] > 0 {
			count[p]--
			continue
		}
		if size += len(p); size > maxChange {
			out = append(out, "…")
			break
		}
		out = append(out, p)
	}
	return strings.Join(out, "\n\n")
}

const selectArticleChange = `SELECT article_change.run, page.fetched_ms, article.url, article.publisher, article.title,
	article_change.version, article_change.field, article_change.before, article_change.after
	FROM article_change JOIN article ON article.id = article_change.article_id
	JOIN article_version ON article_version.article_id = article_change.article_id AND article_version.version = article_change.version
	JOIN page ON page.id = article_version.page_id`

// selectGone tells the pages of articles that are gone, each with the run in
// which it was noticed. An article that has moved is gone where it went.
const selectGone = `SELECT run, gone_ms, url, publisher, title, 0, '` + news.PageGone + `', '', '' FROM (
	SELECT coalesce((SELECT max(run.id) FROM run WHERE run.started_ms <= lost.gone_ms), 0) AS run, lost.gone_ms, article.id, article.url,
		article.publisher, article.title
	FROM frontier AS lost JOIN frontier AS known ON known.url = lost.url OR known.moved_to = lost.url AND known.moved_to <> ''
	JOIN article ON article.url = known.url
	WHERE lost.gone_ms > 0) AS gone`

func scanArticleChange(row scanner) (c news.Change, err error) {
	var at int64
	err = row.Scan(&c.Run, &at, &c.Article, &c.Publisher, &c.Headline, &c.Version, &c.Kind, &c.Before, &c.After)
	c.At = fromMillis(at)
	return c, err
}

// ArticleChanges returns what runs after the given one found changed in the
// articles of a story, oldest run first, then by address.
func (db *DB) ArticleChanges(ctx context.Context, story string, after int64) ([]news.Change, error) {
	const ofStory = `IN (SELECT item FROM done WHERE stage = 'mention' AND story = $1 AND problem = '')`
	rows, err := db.read.QueryContext(ctx, selectArticleChange+`
		WHERE article_change.run > $2 AND article.id `+ofStory+`
		UNION ALL `+selectGone+` WHERE run > $2 AND id `+ofStory+`
		ORDER BY 1, 3, 6, 7`, story, after)
	return collect(rows, err, scanArticleChange)
}

// History returns what became of the article at a URL, oldest first.
func (db *DB) History(ctx context.Context, url string) ([]news.Change, error) {
	rows, err := db.read.QueryContext(ctx, selectArticleChange+` WHERE article.url = $1
		UNION ALL `+selectGone+` WHERE url = $1 ORDER BY 2, 6, 7`, url)
	return collect(rows, err, scanArticleChange)
}
