package extract

import (
	"bytes"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/seed-7461731f/dateline/store/news"
)

// maxCost is how many times the work of cutting a page into tokens the reading of
// it may take: the dearest of those below takes 260 times, and a rule that reads
// a megabyte anew for every part of it many thousand times.
const maxCost = 1000

// checkCost compares the processor time that a page takes with that of its tokens,
// side by side, so that neither a slow nor a busy machine counts.
func checkCost(t *testing.T, p news.Page) {
	t.Helper()
	const rounds, tokenRounds = 3, 20
	page, tokens := time.Hour, time.Hour
	for range rounds {
		start := processorTime()
		Page(p, Hints{}) // what it gives was looked at before
		page = min(page, processorTime()-start)
		start = processorTime()
		for range tokenRounds {
			for z := html.NewTokenizer(bytes.NewReader(p.Body)); z.Next() != html.ErrorToken; {
			}
		}
		tokens = min(tokens, (processorTime()-start)/tokenRounds)
		if page <= maxCost*tokens {
			return
		}
	}
	t.Errorf("Page takes %s of the processor, %.0f times its tokens; want at most %d times", page, float64(page)/float64(tokens), maxCost)
}
