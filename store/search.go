package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
)

// An entry is an article that the full text index has to hold.
type entry struct {
	article news.Article
	isNew   bool // the index has no row of it
	n       int  // of its terms
}

// index writes the rows of articles in the full text index anew. It comes last
// in a transaction, and in order of key: between other statements FTS5 would
// write out its buffers before each of them, as it does before a key that is
// lower than the last.
func index(ctx context.Context, tx *writeTx, list []entry, terms *termJob) error {
	slices.SortFunc(list, func(a, b entry) int { return cmp.Compare(ftsKey(a.article), ftsKey(b.article)) })
	for _, e := range list {
		if !e.isNew {
			if err := unindex(ctx, tx, e.article.ID); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO article_key (article_id, fts_key) VALUES ($1, $2)`, e.article.ID, ftsKey(e.article)); err != nil {
			return err
		}
	}
	for _, e := range list {
		row := terms.rows[e.n]
		if _, err := tx.ExecContext(ctx, `INSERT INTO article_fts (rowid, title, text, extra) VALUES ($1, $2, $3, $4)`,
			ftsKey(e.article), row.title, row.text, row.extra); err != nil {
			return err
		}
	}
	return nil
}

func unindex(ctx context.Context, tx *writeTx, article int64) error {
	var old int64
	err := tx.QueryRowContext(ctx, `DELETE FROM article_key WHERE article_id = $1 RETURNING fts_key`, article).Scan(&old)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM article_fts WHERE rowid = $1`, old)
	return err
}

// reindex brings those articles into the full text index that are not in it: all
// of them, after a migration has made it anew.
func (db *DB) reindex(ctx context.Context) error {
	for {
		rows, err := db.write.QueryContext(ctx, selectArticle+`
			LEFT JOIN article_key ON article_id = article.id WHERE article_id IS NULL ORDER BY published_ms, article.id LIMIT 500`)
		articles, err := collect(rows, err, scanArticle)
		if err != nil || len(articles) == 0 {
			return err
		}
		if err := db.tx(ctx, func(tx *writeTx) error { return db.indexAll(ctx, tx, articles, true) }); err != nil {
			return err
		}
	}
}

func (db *DB) indexAll(ctx context.Context, tx *writeTx, articles []news.Article, areNew bool) error {
	readings, list := make([]Reading, len(articles)), make([]entry, len(articles))
	for i, a := range articles {
		readings[i], list[i] = Reading{Article: a}, entry{a, areNew, i}
	}
	terms := db.indexer.start(readings)
	terms.wait()
	return index(ctx, tx, list, terms)
}

// MergeIndexSegments joins the segments that inserting has left in the full text index, as
// far as that is worth it: a search looks into each of them.
func (db *DB) MergeIndexSegments(ctx context.Context) error {
	const pages = 20_000 // of 4 KB, written at most
	return db.tx(ctx, func(tx *writeTx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO article_fts (article_fts, rank) VALUES ('merge', $1)`, pages)
		return err
	})
}

// ftsKey runs in publication order and is unique for 16 million articles a second.
func ftsKey(a news.Article) int64 {
	const idBits = 24
	return max(a.Published.Time.Unix(), 0)<<idBits | a.ID&(1<<idBits-1)
}

// ftsQuery turns what a user typed into an FTS5 query in which every word must
// occur, as itself or as its stem; "" when there is no word in it.
func ftsQuery(typed string) string {
	var all []string
	for _, field := range strings.Fields(typed) {
		ts := terms(field)
		switch {
		case len(ts) == 0:
			continue
		case len(ts) == 1 && len([]rune(ts[0])) == 1 && isHan([]rune(ts[0])[0]):
			all = append(all, quote(ts[0])+"*") // one character: the first of any pair
		case len(ts) == 1 && isInitials(field):
			all = append(all, "("+quote(ts[0])+" OR "+quote(strings.Join(strings.Split(ts[0], ""), " "))+")")
		case len(ts) == 1:
			all = append(all, anyForm(ts[0]))
		default: // "covid-19", "U.S.", longer Chinese words
			all = append(all, quote(strings.Join(ts, " ")))
		}
	}
	return strings.Join(all, " AND ")
}

// isInitials tells of "US", which texts print as "U.S." too. What is typed with
// its points is looked for with them: "us" is also a word.
func isInitials(typed string) bool {
	const longest = 5
	return len(typed) >= 2 && len(typed) <= longest && strings.Trim(typed, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func anyForm(term string) string {
	forms := []string{quote(term)}
	for _, lang := range []string{"en", "de"} {
		if s := quote(stem(term, lang)); s != forms[len(forms)-1] {
			forms = append(forms, s)
		}
	}
	return "(" + strings.Join(forms, " OR ") + ")"
}

func quote(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

// Search returns up to limit articles that hold every word typed, newest first.
func (db *DB) Search(ctx context.Context, typed string, limit int) ([]news.Article, error) {
	return db.SearchAfter(ctx, typed, "", limit)
}

// SearchAfter goes on with a search after the article with a canonical URL; ""
// begins it, and an article that is not there ends it.
func (db *DB) SearchAfter(ctx context.Context, typed, url string, limit int) ([]news.Article, error) {
	q := ftsQuery(typed)
	if q == "" {
		return nil, nil
	}
	rows, err := db.read.QueryContext(ctx, `
		SELECT `+articleColumns+`
		FROM (SELECT rowid AS hit FROM article_fts WHERE article_fts MATCH $1
			AND ($3 = '' OR rowid < (SELECT fts_key FROM article JOIN article_key ON article_key.article_id = article.id WHERE article.url = $3))
			ORDER BY rowid DESC LIMIT $2)
		JOIN article_key ON fts_key = hit JOIN article ON article.id = article_id ORDER BY hit DESC`, q, limit, url)
	return collect(rows, err, scanArticle)
}

// candidates is how many of the newest hits compete for the best: ranking reads
// the positions of every word in each, and a common word has as many hits as
// there are articles.
const candidates = 400

// SearchBest returns up to limit articles that hold every word typed, the best
// match first: by BM25, a word in the title counting four, among the newest hits.
func (db *DB) SearchBest(ctx context.Context, typed string, limit int) ([]news.Article, error) {
	q := ftsQuery(typed)
	if q == "" {
		return nil, nil
	}
	rows, err := db.read.QueryContext(ctx, `
		SELECT `+articleColumns+`
		FROM (SELECT hit, score FROM (
				SELECT rowid AS hit, bm25(article_fts, 4.0, 1.0, 0.5) AS score FROM article_fts WHERE article_fts MATCH $1 ORDER BY rowid DESC LIMIT $2)
			ORDER BY score, hit DESC LIMIT $3)
		JOIN article_key ON fts_key = hit JOIN article ON article.id = article_id ORDER BY score, hit DESC`, q, max(candidates, limit), limit)
	return collect(rows, err, scanArticle)
}
