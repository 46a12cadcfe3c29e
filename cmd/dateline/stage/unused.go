package stage

import (
	"cmp"
	"context"
	"slices"

	"github.com/seed-7461731f/dateline/timeline/statement"
)

// Unused lists the dated sentences of the story's articles that became no event,
// each with the reason: the most likely ones first, at most limit of them, all
// when it is 0. keep says which count; nil keeps all. Near-copies of one text are
// listed once.
func (p *Pipeline) Unused(ctx context.Context, limit int, keep func(statement.Candidate) bool) ([]statement.Candidate, error) {
	var out []statement.Candidate
	seen := map[string]bool{}
	for a, err := range p.storyArticles(ctx) {
		if err != nil {
			return nil, err
		}
		for _, k := range statement.Candidates(p.story, a) {
			key := k.When.EDTF + " " + k.Quote
			if k.Kept || seen[key] || keep != nil && !keep(k) {
				continue
			}
			seen[key] = true
			k.Features = nil // nobody reads them, and a large story has many
			out = append(out, k)
		}
	}
	slices.SortStableFunc(out, func(a, b statement.Candidate) int {
		return cmp.Or(-cmp.Compare(a.Likelihood, b.Likelihood), a.When.From.Compare(b.When.From), cmp.Compare(a.Source.URL, b.Source.URL), cmp.Compare(a.Sentence, b.Sentence))
	})
	if limit > 0 && len(out) > limit {
		out = out[:limit]
	}
	return out, nil
}
