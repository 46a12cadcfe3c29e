package language

// Credit holds the words that say who is credited with a report or a picture.
type Credit struct {
	Reported   []string `list:"reported,optional"`   // verbs right behind the name of a medium
	MediaNouns []string `list:"media-noun,optional"` // right before it
	Nobody     []string `list:"nobody,optional"`     // stand where a name would
	Reports    []string `list:"reports,optional"`    // soon behind a name in book marks
	Photo      []Line   `list:"photo"`               // patterns of who took or sold a picture, of a whole paragraph, case aside
	PhotoHint  []string `list:"photo-hint"`          // one of these stands in every such paragraph, in lower case
}
