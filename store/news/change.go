package news

import (
	"cmp"
	"slices"
	"time"
)

// The changes that a build can make to an event.
const (
	ChangeNew          = "new"          // After is its date
	ChangeMoved        = "moved"        // from one date to another, both EDTF
	ChangeStatus       = "status"       // from one status and outcome to another
	ChangeSources      = "sources"      // Before are the articles it lost, After those it gained, one a line
	ChangeContradicted = "contradicted" // what other sources give for it, one a line
	ChangeGone         = "gone"         // Before was its date; After is the event that it was merged into
)

// The changes that a publisher can make to an article. Of a text, Before and
// After are the paragraphs lost and gained, with a blank line between two.
const (
	ChangedHeadline = "headline"
	ChangedText     = "text"
	ChangedDate     = "date" // of publication
	PageGone        = "page gone"
)

// A Change is one line of the log of a story: what a run changed of an event, or
// found changed of an article.
type Change struct {
	Run           int64
	At            time.Time // when the run began; of an article when it was fetched, or since when its page is gone
	Kind          string    // one of the constants above
	Event         string    // its ID; "" for an article
	Article       string    // its canonical URL; "" for an event
	Publisher     string    // of the article
	Version       int       // of the article that brought it; 0: its page is gone, or an event
	Before, After string
	Headline      string // as it is now; of an event that is gone, its founding sentence
}

// MergeChanges joins the changes of events and of articles run by run, events
// first. Both are in order of their runs.
func MergeChanges(events, articles []Change) []Change {
	out := slices.Concat(events, articles)
	slices.SortStableFunc(out, func(a, b Change) int { return cmp.Compare(a.Run, b.Run) })
	return out
}
