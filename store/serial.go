package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// stageDate is the end of the extract stage: what neighbours tell of the date of
// articles whose own page does not tell their day. Its rows in done go when a
// neighbour comes, changes or goes, so that a date never depends on the order
// in which pages were read.
const stageDate = "date"

// neighboursEachSide is how many articles of known day on each side of a number
// bear on it.
const neighboursEachSide = 8

// An Undated is an article with a number whose own page does not tell its day.
type Undated struct {
	ArticleID int64
	news.Serial
	Own news.DCT // what the page tells
}

func scanUndated(row scanner) (u Undated, err error) {
	var own string
	if err = row.Scan(&u.ArticleID, &u.Series, &u.Number, &own); err != nil {
		return u, err
	}
	return u, json.Unmarshal([]byte(own), &u.Own)
}

// UndatedToDo returns up to limit articles after the one with ID after whose
// date has not been keepInferredDate by their neighbours at this version, in order of ID.
func (db *DB) UndatedToDo(ctx context.Context, version, after int64, limit int) ([]Undated, error) {
	rows, err := db.read.QueryContext(ctx, `
		SELECT article_id, series, number, own FROM serial
		LEFT JOIN done ON done.stage = $1 AND done.story = '' AND done.item = article_id AND done.version = $2
		WHERE day = '' AND done.item IS NULL AND article_id > $3 ORDER BY article_id LIMIT $4`, stageDate, version, after, limit)
	return collect(rows, err, scanUndated)
}

// Neighbours returns the articles of known day that are numbered next to an
// article, up to eight on each side, in order of number.
func (db *DB) Neighbours(ctx context.Context, s news.Serial) ([]news.Neighbour, error) {
	const selectDay = `SELECT number, day FROM serial WHERE series = $1 AND day <> '' AND number `
	var all []news.Neighbour
	for _, side := range []string{`< $2 ORDER BY number DESC, day`, `> $2 ORDER BY number, day`} {
		rows, err := db.read.QueryContext(ctx, selectDay+side+` LIMIT $3`, s.Series, s.Number, neighboursEachSide)
		found, err := collect(rows, err, scanNeighbour)
		if err != nil {
			return nil, fmt.Errorf("neighbours of %s %d: %w", s.Series, s.Number, err)
		}
		if len(all) == 0 {
			slices.Reverse(found)
		}
		all = append(all, found...)
	}
	return all, nil
}

func scanNeighbour(row scanner) (n news.Neighbour, err error) {
	var day string
	if err = row.Scan(&n.Number, &day); err != nil {
		return n, err
	}
	n.Day, err = time.Parse(time.DateOnly, day)
	return n, err
}

// A Dating is the date of publication that an article has among its neighbours.
type Dating struct {
	ArticleID int64
	Published news.DCT
}

// SaveDatings gives articles their dates, in one transaction, and counts those
// whose date was another.
func (db *DB) SaveDatings(ctx context.Context, version int64, all []Dating) (changed int, err error) {
	err = db.tx(ctx, func(tx *writeTx) error {
		var moved []news.Article
		for _, d := range all {
			a, err := scanArticle(tx.QueryRowContext(ctx, selectArticle+` WHERE article.id = $1`, d.ArticleID))
			if err != nil {
				return fmt.Errorf("article %d: %w", d.ArticleID, err)
			}
			old := a
			a.Published = d.Published
			same, err := sameArticle(a, old)
			if err != nil {
				return err
			}
			if !same {
				if err := updateArticle(ctx, tx, a); err != nil {
					return fmt.Errorf("article %s: %w", a.URL, err)
				}
				moved = append(moved, a)
			}
			if err := markDone(ctx, tx, stageDate, "", d.ArticleID, version, ""); err != nil {
				return err
			}
		}
		changed = len(moved)
		return db.indexAll(ctx, tx, moved, false)
	})
	return changed, err
}

// place files an article under its number, with what its page tells of its day,
// and has those that it may bound dated anew. It reports whether the article was
// there already with the same, and no day.
func place(ctx context.Context, tx *writeTx, a news.Article, s news.Serial) (same bool, err error) {
	if s == (news.Serial{}) {
		return false, nil
	}
	is, err := placed(a, s)
	if err != nil {
		return false, err
	}
	var was serialRow
	err = tx.QueryRowContext(ctx, `SELECT series, number, day, own FROM serial WHERE article_id = $1`, a.ID).Scan(&was.Series, &was.Number, &was.day, &was.own)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return false, err
	}
	if was == is {
		return is.day == "", nil
	}
	if _, err := tx.ExecContext(ctx, `
		INSERT INTO serial (article_id, series, number, day, own) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (article_id) DO UPDATE SET series = excluded.series, number = excluded.number, day = excluded.day, own = excluded.own`,
		a.ID, is.Series, is.Number, is.day, is.own); err != nil {
		return false, err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM done WHERE stage = $1 AND story = '' AND item = $2`, stageDate, a.ID); err != nil {
		return false, err
	}
	for _, row := range []serialRow{was, is} {
		if row.day != "" {
			if err := forgetDates(ctx, tx, row.Serial); err != nil {
				return false, err
			}
		}
	}
	return false, nil
}

// A serialRow is a row of the table without its key.
type serialRow struct {
	news.Serial
	day, own string
}

func placed(a news.Article, s news.Serial) (serialRow, error) {
	if a.Published.Exact() {
		return serialRow{Serial: s, day: a.Published.Day().Format(time.DateOnly)}, nil
	}
	own, err := json.Marshal(a.Published)
	return serialRow{Serial: s, own: string(own)}, err
}

// forgetDates drops the dates of the articles that an article of known day may
// bound: those with no more than neighboursEachSide-1 of known day between.
func forgetDates(ctx context.Context, tx *writeTx, s news.Serial) error {
	var any bool
	if err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM serial WHERE series = $1 AND day = '')`, s.Series).Scan(&any); err != nil || !any {
		return err
	}
	const number = `SELECT number FROM serial WHERE series = $1 AND day <> '' AND number `
	_, err := tx.ExecContext(ctx, `
		DELETE FROM done WHERE stage = $3 AND story = '' AND item IN (
			SELECT article_id FROM serial WHERE series = $1 AND day = ''
			AND number >= coalesce((`+number+`< $2 ORDER BY number DESC LIMIT 1 OFFSET $4), 0)
			AND number <= coalesce((`+number+`> $2 ORDER BY number LIMIT 1 OFFSET $4), $5))`,
		s.Series, s.Number, stageDate, neighboursEachSide-1, int64(1)<<62)
	return err
}
