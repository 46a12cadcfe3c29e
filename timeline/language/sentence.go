package language

// Sentence holds what tells the dot of an abbreviation from the end of a sentence.
type Sentence struct {
	Abbreviation []string `list:"abbreviation"`    // in small letters, without the last dot
	Final        []string `list:"final"`           // abbreviations that may also end a sentence
	Start        []string `list:"start"`           // words that begin sentences: a doubtful dot before them is an end
	Traits       []string `list:"traits,optional"` // dot-ordinal: "3." is the third
}
