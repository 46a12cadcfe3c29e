package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/seed-7461731f/dateline/store/news"
)

// A Reading is what the extract stage made of one page.
type Reading struct {
	PageID  int64
	Article news.Article // Article.PageID and ID are ignored
	Serial  news.Serial  // of the article's address; zero when its site does not count
	Problem string       // why the page is no article; "" when it is one
}

const articleColumns = `article.id, article.url, article.page_id, article.publisher, article.language, article.title, article.text, article.version, article.sha256, article.meta`

const selectArticle = `SELECT ` + articleColumns + ` FROM article`

func scanArticle(row scanner) (a news.Article, err error) {
	var meta string
	if err = row.Scan(&a.ID, &a.URL, &a.PageID, &a.Publisher, &a.Language, &a.Title, &a.Text, &a.Version, &a.SHA256, &meta); err != nil {
		return a, err
	}
	var m articleMeta
	if err = json.Unmarshal([]byte(meta), &m); err != nil {
		return a, fmt.Errorf("article %s: meta: %w", a.URL, err)
	}
	a.Address, a.Authors, a.Byline, a.Agency, a.Section, a.Stub = m.Address, m.Authors, m.Byline, m.Agency, m.Section, m.Stub
	a.Published, a.Modified = m.Published, m.Modified
	a.Headlines, a.Live, a.Parts = m.Headlines, m.Live, m.Parts
	return a, nil
}

// SaveReadings keeps what was read out of pages, in one transaction, and marks
// the pages as done. added counts new articles, changed new versions of known ones.
func (db *DB) SaveReadings(ctx context.Context, version int64, readings []Reading) (added, changed int, err error) {
	err = db.tx(ctx, func(tx *writeTx) error {
		added, changed = 0, 0
		terms := db.indexer.start(readings) // beside what is written here
		defer terms.wait()
		fresh := map[int64]entry{} // those whose index row is out of date
		for i, r := range readings {
			if r.Problem == "" {
				k, err := saveArticle(ctx, tx, r)
				if err != nil {
					return fmt.Errorf("article %s: %w", r.Article.URL, err)
				}
				r.Problem = k.problem
				if k.added {
					added++
				}
				if k.changed {
					changed++
				}
				if k.article.ID != 0 {
					fresh[k.article.ID] = entry{k.article, k.added, i}
				}
			}
			if err := markDone(ctx, tx, StageExtract, "", r.PageID, version, r.Problem); err != nil {
				return err
			}
		}
		terms.wait()
		return index(ctx, tx, slices.Collect(maps.Values(fresh)), terms)
	})
	return added, changed, err
}

// kept is what became of a reading.
type kept struct {
	added, changed bool
	problem        string
	article        news.Article // as it is now; its ID is 0 when nothing was written
}

// saveArticle keeps one reading. Every page of an article that gave a new text
// is a version; a text read again by better rules replaces the version of its
// own page.
func saveArticle(ctx context.Context, tx *writeTx, r Reading) (kept, error) {
	a := r.Article
	a.PageID = r.PageID
	old, err := scanArticle(tx.QueryRowContext(ctx, selectArticle+` WHERE url = $1`, a.URL))
	if errors.Is(err, sql.ErrNoRows) {
		old, err = movedArticle(ctx, tx, a.URL)
		a.URL = old.URL
	}
	if errors.Is(err, sql.ErrNoRows) {
		a.URL, a.Version = r.Article.URL, 1
		if err := insertArticle(ctx, tx, &a); err != nil {
			return kept{}, err
		}
		_, err = place(ctx, tx, a, r.Serial)
		return kept{added: true, article: a}, err
	}
	if err != nil {
		return kept{}, err
	}
	a.ID = old.ID
	if other, err := foreignCopy(ctx, tx, a, old); err != nil || other {
		return kept{problem: "another address of " + a.URL}, err
	}
	return saveVersion(ctx, tx, a, old, r.Serial)
}

// saveVersion keeps a text read at the address of a known article.
func saveVersion(ctx context.Context, tx *writeTx, a, old news.Article, serial news.Serial) (kept, error) {
	err := tx.QueryRowContext(ctx, `SELECT version FROM article_version WHERE article_id = $1 AND page_id = $2`, a.ID, a.PageID).Scan(&a.Version)
	switch {
	case err == nil: // read again
		return replaceVersion(ctx, tx, a, old, serial)
	case !errors.Is(err, sql.ErrNoRows):
		return kept{}, err
	case a.SHA256 == old.SHA256 || a.PageID < old.PageID:
		return kept{}, nil // the same text around other furniture, or an older page
	}
	a.Version = old.Version + 1
	if err := keepVersion(ctx, tx, a); err != nil {
		return kept{}, err
	}
	if err := keepInferredDate(ctx, tx, &a, old, serial); err != nil {
		return kept{}, err
	}
	return kept{changed: true, article: a}, updateArticle(ctx, tx, a)
}

// keepInferredDate gives the newest version of an article its place among its neighbours,
// and the date that these had given it, as long as its page says the same of it
// as before: versions hold what the page says, the article what is known.
func keepInferredDate(ctx context.Context, tx *writeTx, a *news.Article, old news.Article, serial news.Serial) error {
	same, err := place(ctx, tx, *a, serial)
	if same {
		a.Published = old.Published
	}
	return err
}

// movedArticle returns the article whose address now leads to url. It keeps the
// address it was first read at: permalinks and identities hang on it.
func movedArticle(ctx context.Context, tx *writeTx, url string) (news.Article, error) {
	return scanArticle(tx.QueryRowContext(ctx, selectArticle+`
		JOIN frontier ON frontier.url = article.url WHERE frontier.moved_to = $1 ORDER BY frontier.id LIMIT 1`, url))
}

// foreignCopy reports whether a was read at another address than the article's
// own (a print or AMP page naming it as canonical) while the article's own
// page is known: then the own page speaks.
func foreignCopy(ctx context.Context, tx *writeTx, a, old news.Article) (bool, error) {
	own := func(pageID int64) (bool, error) {
		var n int
		err := tx.QueryRowContext(ctx, `
			SELECT count(*) FROM page LEFT JOIN frontier ON frontier.url = $2
			WHERE page.id = $1 AND (page.url = $2 OR final_url = $2 OR final_url = frontier.moved_to)`, pageID, a.URL).Scan(&n)
		return n > 0, err
	}
	mine, err := own(a.PageID)
	if err != nil || mine {
		return false, err
	}
	return own(old.PageID)
}

func insertArticle(ctx context.Context, tx *writeTx, a *news.Article) error {
	meta, err := marshalMeta(*a)
	if err != nil {
		return err
	}
	err = tx.QueryRowContext(ctx, `
		INSERT INTO article (url, page_id, publisher, language, published_ms, title, text, version, sha256, meta)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
		a.URL, a.PageID, a.Publisher, a.Language, millis(a.Published.Time), a.Title, a.Text, a.Version, a.SHA256, meta).Scan(&a.ID)
	if err != nil {
		return err
	}
	if err := insertVersion(ctx, tx, *a); err != nil {
		return err
	}
	return markStale(ctx, tx, a.ID)
}

func insertVersion(ctx context.Context, tx *writeTx, a news.Article) error {
	meta, err := marshalMeta(a)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `
		INSERT INTO article_version (article_id, version, page_id, title, text, sha256, meta) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (article_id, version) DO UPDATE SET title = excluded.title, text = excluded.text, sha256 = excluded.sha256, meta = excluded.meta`,
		a.ID, a.Version, a.PageID, a.Title, a.Text, a.SHA256, meta)
	return err
}

// keepVersion writes a version and logs what it changed.
func keepVersion(ctx context.Context, tx *writeTx, a news.Article) error {
	if err := insertVersion(ctx, tx, a); err != nil {
		return err
	}
	return logVersions(ctx, tx, a.ID, a.Version)
}

func replaceVersion(ctx context.Context, tx *writeTx, a, old news.Article, serial news.Serial) (kept, error) {
	err := keepVersion(ctx, tx, a)
	if err != nil || a.Version < old.Version {
		return kept{}, err
	}
	if err := keepInferredDate(ctx, tx, &a, old, serial); err != nil {
		return kept{}, err
	}
	same, err := sameArticle(a, old)
	if err != nil || same {
		return kept{}, err
	}
	return kept{article: a}, updateArticle(ctx, tx, a)
}

func sameArticle(a, b news.Article) (bool, error) {
	ma, err := marshalMeta(a)
	if err != nil {
		return false, err
	}
	mb, err := marshalMeta(b)
	return ma == mb && a.Title == b.Title && a.Text == b.Text && a.Publisher == b.Publisher && a.Language == b.Language, err
}

// updateArticle makes a the newest version and forgets what later stages made
// of the former one.
func updateArticle(ctx context.Context, tx *writeTx, a news.Article) error {
	meta, err := marshalMeta(a)
	if err != nil {
		return err
	}
	if _, err = tx.ExecContext(ctx, `
		UPDATE article SET page_id = $2, publisher = $3, language = $4, published_ms = $5, title = $6, text = $7, version = $8, sha256 = $9, meta = $10 WHERE id = $1`,
		a.ID, a.PageID, a.Publisher, a.Language, millis(a.Published.Time), a.Title, a.Text, a.Version, a.SHA256, meta); err != nil {
		return err
	}
	return markStale(ctx, tx, a.ID, StageGroup, StageAnnotate, StageMention)
}

// Article returns the newest version of the article at a canonical URL, or
// ErrNotFound.
func (db *DB) Article(ctx context.Context, url string) (news.Article, error) {
	a, err := scanArticle(db.read.QueryRowContext(ctx, selectArticle+` WHERE url = $1`, url))
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNotFound
	}
	if err != nil {
		return a, fmt.Errorf("article %s: %w", url, err)
	}
	return a, nil
}

// ArticlesToDo returns up to limit articles after the one with ID after that
// a stage has not finished at this version, in order of ID. story is "" for
// stages that serve every story.
func (db *DB) ArticlesToDo(ctx context.Context, stage, story string, version, after int64, limit int) ([]news.Article, error) {
	rows, err := db.read.QueryContext(ctx, selectArticle+`
		LEFT JOIN done ON done.stage = $1 AND done.story = $2 AND done.item = article.id AND done.version = $3
		WHERE done.item IS NULL AND article.id > $4 ORDER BY article.id LIMIT $5`, stage, story, version, after, limit)
	return collect(rows, err, scanArticle)
}

// Versions counts the texts kept for the article at a URL.
func (db *DB) Versions(ctx context.Context, url string) (n int, err error) {
	err = db.read.QueryRowContext(ctx, `
		SELECT count(*) FROM article_version JOIN article ON article.id = article_id WHERE url = $1`, url).Scan(&n)
	return n, explain(err)
}
