package store

import (
	"context"
	"iter"
	"maps"
	"slices"
)

// A Signature is what tells near-duplicates of an article.
type Signature struct {
	ArticleID int64
	MinHash   []byte // empty when the text is too short to have copies
}

// stageJoin is the end of the group stage: the groups were made of the
// signatures. Its row in done goes with every signature that comes or changes, so
// that a run that was stopped between the two is made good by the next.
const stageJoin = "join"

// SaveSignatures replaces the signatures of articles, in one transaction.
func (db *DB) SaveSignatures(ctx context.Context, version int64, all []Signature) error {
	return db.tx(ctx, func(tx *writeTx) error {
		for _, s := range all {
			if _, err := tx.ExecContext(ctx, `
				INSERT INTO signature (article_id, minhash) VALUES ($1, $2)
				ON CONFLICT (article_id) DO UPDATE SET minhash = excluded.minhash`, s.ArticleID, s.MinHash); err != nil {
				return err
			}
			if err := markStale(ctx, tx, s.ArticleID); err != nil {
				return err
			}
			if err := markDone(ctx, tx, StageGroup, "", s.ArticleID, version, ""); err != nil {
				return err
			}
		}
		_, err := tx.ExecContext(ctx, `DELETE FROM done WHERE stage = $1`, stageJoin)
		return err
	})
}

// Signatures walks over all signatures in order of article, with flat memory.
func (db *DB) Signatures(ctx context.Context) iter.Seq2[Signature, error] {
	return func(yield func(Signature, error) bool) {
		for after := int64(0); ; {
			rows, err := db.read.QueryContext(ctx, `SELECT article_id, minhash FROM signature WHERE article_id > $1 ORDER BY article_id LIMIT 1000`, after)
			part, err := collect(rows, err, func(row scanner) (s Signature, err error) {
				return s, row.Scan(&s.ArticleID, &s.MinHash)
			})
			if err != nil {
				yield(Signature{}, err)
				return
			}
			for _, s := range part {
				if !yield(s, nil) {
					return
				}
				after = s.ArticleID
			}
			if len(part) == 0 {
				return
			}
		}
	}
}

// Grouped reports whether the groups were made of the present signatures, at this
// version.
func (db *DB) Grouped(ctx context.Context, version int64) (bool, error) {
	var n int
	err := db.read.QueryRowContext(ctx, `SELECT count(*) FROM done WHERE stage = $1 AND version = $2`, stageJoin, version).Scan(&n)
	return n > 0, explain(err)
}

// SaveGroups replaces all near-duplicate groups: groups maps an article to the
// smallest ID of its group; an article that is not named stands alone. Stories
// are to be built anew.
func (db *DB) SaveGroups(ctx context.Context, version int64, groups map[int64]int64) error {
	return db.tx(ctx, func(tx *writeTx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM near_group`); err != nil {
			return err
		}
		for _, article := range slices.Sorted(maps.Keys(groups)) {
			if _, err := tx.ExecContext(ctx, `INSERT INTO near_group (article_id, group_id) VALUES ($1, $2)`, article, groups[article]); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM done WHERE stage = 'build'`); err != nil {
			return err
		}
		return markDone(ctx, tx, stageJoin, "", 0, version, "")
	})
}

// Groups returns the near-duplicate groups of more than one article.
func (db *DB) Groups(ctx context.Context) (map[int64]int64, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT article_id, group_id FROM near_group`)
	pairs, err := collect(rows, err, func(row scanner) (p [2]int64, err error) {
		return p, row.Scan(&p[0], &p[1])
	})
	out := make(map[int64]int64, len(pairs))
	for _, p := range pairs {
		out[p[0]] = p[1]
	}
	return out, err
}
