package news

// A Story is what a reader follows: names, topics and sources, read from a
// story file.
type Story struct {
	ID        string
	Title     string
	Languages []string // preferred languages of quotes, first is best
	Terms     []Term   // an article belongs to the story when it matches
	Topics    []Topic
	Actors    []Actor
	Sources   []Source
	Within    Interval // events outside are dropped; zero: no bounds
	Hash      string   // of the story file, hex: part of the stage versions
}

// A Term is a word or phrase that marks an article as belonging to a story.
type Term struct {
	Text   string
	Weight float64 // an article belongs when the weights it matches reach 1
}

// A Topic is a kind of happening that the story asks about.
type Topic struct {
	Key   string
	Title string
	// Cues are words and phrases by language ("en", "de", "zh") that tell the
	// topic; a trailing "*" matches any ending.
	Cues map[string][]string
	// Acts are cues that tell what was done rather than what it was about: "sued"
	// in "sued to stop the sale". They count half as much again.
	Acts map[string][]string
	// Weak cues count half: they tell the topic only together.
	Weak map[string][]string
	// Weight scales what the cues count; 0 is 1. Below 1 for a topic that is the
	// matter of the whole story and so in almost every sentence.
	Weight float64
	// Actors whose presence counts a quarter.
	Actors []string
	Kinds  []string // of acts, and acts, that are its cues in every language
}

// An Actor is a person, company, body or place, with its names by language.
type Actor struct {
	Key   string
	Kind  string // "person", "company", "product", "body", "place", "media"
	Title string
	Names map[string][]string
	// PartOf is the actor that this one belongs to or speaks for: a ministry its
	// capital, a manager the company. What one did, sentences may say of the other.
	PartOf string
	// Ambiguous names count only near a word that settles them.
	Ambiguous []AmbiguousName
}

// An AmbiguousName belongs to an actor only when one of the Near words stands in
// the same paragraph or the headline: "Handelsministerium" near "chinesische".
// When several actors claim it, the nearest word decides.
type AmbiguousName struct {
	Name     string
	Language string
	Near     []string // a trailing "*" matches any ending
}
