package crawler

import (
	"slices"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// A SourceHealth says how a source has been doing.
type SourceHealth struct {
	Source      string
	LastSuccess time.Time // start of the last crawl that got anything; zero: none known
	FailedRuns  int       // crawls since then
	Yield       int       // new or changed articles of the last crawl
	UsualYield  int       // median of the crawls before it
	Problem     string    // of the last crawl
	Warning     string    // "failing", "silent", "" when it is well
}

// silentRuns is for how many crawls a source that usually has news must have
// none before that is worth a warning: over a weekend many have none.
const silentRuns = 3

// Health judges each source by its crawls, newest first, as a store keeps
// them; the result is in the order of the input.
func Health(runs []news.SourceRun) (out []SourceHealth) {
	for len(runs) > 0 {
		n := slices.IndexFunc(runs, func(r news.SourceRun) bool { return r.Source != runs[0].Source })
		if n < 0 {
			n = len(runs)
		}
		out = append(out, health(runs[:n]))
		runs = runs[n:]
	}
	return out
}

// health judges one source, which has at least one crawl.
func health(runs []news.SourceRun) SourceHealth {
	h := SourceHealth{Source: runs[0].Source, Yield: runs[0].Articles, Problem: runs[0].Problem}
	for _, r := range runs {
		if r.Fetched+r.Unchanged > 0 {
			h.LastSuccess = r.Started
			break
		}
		h.FailedRuns++
	}
	h.UsualYield = median(runs[min(1, len(runs)-1):])
	switch {
	case h.FailedRuns > 0:
		h.Warning = "failing"
	case isSilent(runs):
		h.Warning = "silent"
	}
	return h
}

// isSilent reports whether a source whose crawls usually gave articles has given
// none in the last few.
func isSilent(runs []news.SourceRun) bool {
	if len(runs) < 2*silentRuns {
		return false
	}
	for _, r := range runs[:silentRuns] {
		if r.Articles > 0 {
			return false
		}
	}
	return median(runs[silentRuns:]) > 0
}

func median(runs []news.SourceRun) int {
	var yields []int
	for _, r := range runs {
		yields = append(yields, r.Articles)
	}
	slices.Sort(yields)
	return yields[len(yields)/2]
}
