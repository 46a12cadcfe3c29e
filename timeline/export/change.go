package export

import "github.com/seed-7461731f/dateline/store/news"

// Change is the JSON form of news.Change. Fields may be added, never renamed.
type Change struct {
	Run      int64  `json:"run"`
	At       string `json:"at"` // when the run began, or the article was fetched; RFC 3339, "" unknown
	ID       string `json:"id"` // of the event; "" for a change of an article
	Change   string `json:"change"`
	Before   string `json:"before"`
	After    string `json:"after"`
	Headline string `json:"headline"` // of an article its publisher, a colon and its title
	Article  string `json:"article"`  // canonical URL; "" for a change of an event
}

// NewChange returns the JSON form of a change.
func NewChange(c news.Change) Change {
	f := Change{Run: c.Run, ID: c.Event, Change: c.Kind, Before: c.Before, After: c.After, Headline: c.Headline, Article: c.Article}
	if !c.At.IsZero() {
		f.At = stamp(c.At)
	}
	if c.Article != "" {
		f.Headline = c.Publisher + ": " + c.Headline
	}
	return f
}
