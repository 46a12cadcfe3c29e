package store

import (
	"context"

	"github.com/seed-7461731f/dateline/store/news"
)

// SaveStory notes a story and its sources, so that a reader of the file finds
// their names.
func (db *DB) SaveStory(ctx context.Context, s news.Story) error {
	return db.tx(ctx, func(tx *writeTx) error {
		if _, err := tx.ExecContext(ctx, `
			INSERT INTO story (id, title, hash) VALUES ($1, $2, $3)
			ON CONFLICT (id) DO UPDATE SET title = excluded.title, hash = excluded.hash`, s.ID, s.Title, s.Hash); err != nil {
			return err
		}
		for _, x := range s.Sources {
			if _, err := tx.ExecContext(ctx, `
				INSERT INTO source (host, name, home, language, country, zone, kind) VALUES ($1, $2, $3, $4, $5, $6, $7)
				ON CONFLICT (host) DO UPDATE SET name = excluded.name, home = excluded.home, language = excluded.language,
					country = excluded.country, zone = excluded.zone, kind = excluded.kind`,
				x.Host, x.Name, x.Home, x.Language, x.Country, x.Zone, x.Kind); err != nil {
				return err
			}
		}
		return nil
	})
}
