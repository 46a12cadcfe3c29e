package language

// Narrative holds the words by which a sentence goes on from the one before it,
// says who does what, and how its clauses hang together. Patterns are RE2.
type Narrative struct {
	Traits []string `list:"traits,optional"` // "unspaced": no spaces between words; "capital-nouns": every noun has one; "verb-second": and the verb of others last

	// What the main verb does with the time told last. In a language that writes
	// no spaces State and Earlier are adverbs, and the verb lists are empty.
	State       []string `list:"state"`                // present verbs that tell no act; signs of a state
	Finite      []string `list:"finite,optional"`      // other finite forms that no ending tells, and modals
	PastEndings []string `list:"past-ending,optional"` // of the past forms left
	Earlier     []string `list:"earlier"`              // adverbs and auxiliaries of what was before
	Pluperfect  []string `list:"pluperfect,optional"`  // auxiliaries that tell what was before when a participle follows
	Participles []string `list:"participle,optional"`  // past participles without a past ending
	Determiners []string `list:"determiner,optional"`  // before these a participle is no verb
	Remarks     []string `list:"remark,optional"`      // open a remark on what was said
	Connectives []string `list:"connective,optional"`  // may stand before the clause that counts

	// Words that need what stood before.
	Leaning           []string `list:"leaning"`                      // at the start of a sentence
	LeaningAlone      []string `list:"leaning-alone,optional"`       // there, but not before a noun with a capital
	LeaningAfterComma []string `list:"leaning-after-comma,optional"` // behind an opening time: "On Tuesday, they"

	// Persons.
	Person    []string `list:"person,optional"`     // pronouns that stand for a person and nobody else
	NotPerson []string `list:"not-person,optional"` // words that hold such a pronoun and are none
	Self      []Line   `list:"self,optional"`       // patterns of the first person of who signs

	FirstPerson []string `list:"first-person,optional"` // its pronouns, and those of whom it addresses

	// Clauses.
	Subordinators      []string `list:"subordinator,optional"`      // begin a clause without a comma
	Asides             []Line   `list:"aside,optional"`             // patterns of relative clauses and appositions with their commas
	Passive            []string `list:"passive"`                    // right before who did it, behind a passive verb or a noun
	PassiveAuxiliaries []string `list:"passive-auxiliary,optional"` // before a verb that is done to who stands before it
	Directed           []string `list:"directed,optional"`          // right before whom an act is directed at
	PeopleOf           []string `list:"people-of,optional"`         // right behind a name: not it but people of it do something
	Of                 []string `list:"of,optional"`                // right before whose act it is
	TimePrepositions   []string `list:"time-preposition,optional"`  // right before a time that says when a clause happens
	AttributiveEnds    []string `list:"attributive-end,optional"`   // right behind a time that only tells which thing is meant
	Glosses            []string `list:"gloss"`                      // between a time and the date that says it again
	ReportDay          []string `list:"report-day,optional"`        // right behind the day of a report
	Sections           []string `list:"section,optional"`           // open a numbered part of a law
}
