package stage

import (
	"context"

	"github.com/seed-7461731f/dateline/crawler/extract"
	"github.com/seed-7461731f/dateline/store"
)

// date bounds the articles whose own page does not tell their day by those that
// their site numbered before and after them. It comes after all pages are read,
// and takes only what pages tell as known, so that the order in which they came
// makes no difference.
func (p *Pipeline) date(ctx context.Context, t *Tally) error {
	return p.batches(ctx, "date", func(after int64) (int, int64, error) {
		undated, err := p.db.UndatedToDo(ctx, ExtractVersion, after, BatchSize)
		if err != nil || len(undated) == 0 {
			return 0, 0, err
		}
		var all []store.Dating
		for _, u := range undated {
			known, err := p.db.Neighbours(ctx, u.Serial)
			if err != nil {
				return 0, 0, err
			}
			all = append(all, store.Dating{ArticleID: u.ArticleID, Published: extract.DateBetween(u.Own, u.Number, known)})
		}
		changed, err := p.db.SaveDatings(ctx, ExtractVersion, all)
		t.Dated += changed
		return len(undated), undated[len(undated)-1].ArticleID, err
	})
}
