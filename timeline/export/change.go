package export

// Change is the JSON form of what a run changed of an event or an article.
// Fields may be added, never renamed.
type Change struct {
	Run      int64  `json:"run"`
	At       string `json:"at"` // when the run began, or the article was fetched; RFC 3339
	ID       string `json:"id"` // of the event; "" for a change of an article
	Change   string `json:"change"`
	Before   string `json:"before"`
	After    string `json:"after"`
	Headline string `json:"headline"`
	Article  string `json:"article"` // canonical URL; "" for a change of an event
}
