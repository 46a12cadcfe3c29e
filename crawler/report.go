package crawler

import (
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// A Report is what a crawl made of its sources, in the order of the config.
type Report struct {
	Sources []news.SourceRun
}

// Failed lists the sources that gave nothing but an error.
func (r Report) Failed() (out []news.SourceRun) {
	for _, s := range r.Sources {
		if s.Fetched+s.Unchanged == 0 && s.Problem != "" {
			out = append(out, s)
		}
	}
	return out
}

// Total adds the sources up; its Source and Problem are empty.
func (r Report) Total() (sum news.SourceRun) {
	for _, s := range r.Sources {
		sum.Fetched += s.Fetched
		sum.Articles += s.Articles
		sum.Unchanged += s.Unchanged
		sum.Failed += s.Failed
		sum.Gone += s.Gone
		sum.Refused += s.Refused
		sum.Found += s.Found
		sum.Dropped += s.Dropped
		sum.Bytes += s.Bytes
	}
	return sum
}

// An Event is one visit, for those who watch.
type Event struct {
	URL     string
	Kind    news.LinkKind
	Status  int    // 0: no answer
	Result  string // "new", "unchanged", "failed", "broken" (tried again soon), "refused", "gone", "aborted"
	Problem string
	Run     news.SourceRun // the source so far, this visit included

	Visits   int           // at the source so far
	Left     int           // addresses known to be due at the source, about; maxLeft stands for more
	TimeLeft time.Duration // until the whole crawl is done with what it knows; 0: not known yet
}

// maxLeft is how far due addresses are counted.
const maxLeft = 10_000
