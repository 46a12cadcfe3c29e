package store

import (
	"context"
)

// A Signature is what tells near-duplicates of an article: its minhash and the
// hashes of its bands, of which two near-duplicates share at least one.
type Signature struct {
	ArticleID int64
	MinHash   []byte
	Bands     []int64
}

// SaveSignatures replaces the signatures of articles, in one transaction.
func (db *DB) SaveSignatures(ctx context.Context, version int64, all []Signature) error {
	return db.tx(ctx, func(tx *writeTx) error {
		for _, s := range all {
			if _, err := tx.ExecContext(ctx, `
				INSERT INTO signature (article_id, minhash) VALUES ($1, $2)
				ON CONFLICT (article_id) DO UPDATE SET minhash = excluded.minhash`, s.ArticleID, s.MinHash); err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, `DELETE FROM band WHERE article_id = $1`, s.ArticleID); err != nil {
				return err
			}
			for _, b := range s.Bands {
				if _, err := tx.ExecContext(ctx, `INSERT INTO band (hash, article_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`, b, s.ArticleID); err != nil {
					return err
				}
			}
			if err := undo(ctx, tx, s.ArticleID); err != nil {
				return err
			}
			if err := markDone(ctx, tx, StageGroup, "", s.ArticleID, version, ""); err != nil {
				return err
			}
		}
		return nil
	})
}

// A Pair is two articles whose signatures share a band, with their minhashes.
type Pair struct {
	A, B         int64
	HashA, HashB []byte
}

// Candidates returns the pairs of articles that share a band, A before B.
func (db *DB) Candidates(ctx context.Context) ([]Pair, error) {
	rows, err := db.read.QueryContext(ctx, `
		SELECT p.a, p.b, sa.minhash, sb.minhash FROM (
			SELECT DISTINCT x.article_id AS a, y.article_id AS b FROM band AS x JOIN band AS y ON x.hash = y.hash AND x.article_id < y.article_id
		) AS p JOIN signature AS sa ON sa.article_id = p.a JOIN signature AS sb ON sb.article_id = p.b ORDER BY p.a, p.b`)
	return collect(rows, err, func(row interface{ Scan(...any) error }) (p Pair, err error) {
		return p, row.Scan(&p.A, &p.B, &p.HashA, &p.HashB)
	})
}

// SaveGroups replaces all near-duplicate groups: groups maps an article to the
// smallest ID of its group; an article that is not named stands alone.
func (db *DB) SaveGroups(ctx context.Context, groups map[int64]int64) error {
	return db.tx(ctx, func(tx *writeTx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM near_group`); err != nil {
			return err
		}
		for article, group := range groups {
			if _, err := tx.ExecContext(ctx, `INSERT INTO near_group (article_id, group_id) VALUES ($1, $2)`, article, group); err != nil {
				return err
			}
		}
		return nil
	})
}

// Groups returns the near-duplicate groups of more than one article.
func (db *DB) Groups(ctx context.Context) (map[int64]int64, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT article_id, group_id FROM near_group`)
	pairs, err := collect(rows, err, func(row interface{ Scan(...any) error }) (p [2]int64, err error) {
		return p, row.Scan(&p[0], &p[1])
	})
	out := make(map[int64]int64, len(pairs))
	for _, p := range pairs {
		out[p[0]] = p[1]
	}
	return out, err
}
