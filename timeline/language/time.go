package language

// Time holds the words of times and what the engine asks of the words around
// them.
type Time struct {
	Lexicon

	// What the lexicon is completed by.
	Ending    []string `list:"ending,optional"`     // of adjectives: behind words that end in "~"
	Ones      []string `list:"ones,optional"`       // the numbers from 0, a word each
	Tens      []string `list:"tens,optional"`       // 20, 30, ... 90
	Joint     []string `list:"joint,optional"`      // between the ones and the tens in one word: einundzwanzig
	Ordinals  []string `list:"ordinals,optional"`   // the ordinals from 1, a word each
	NthEnding []string `list:"nth-ending,optional"` // makes an ordinal of a number under 20, and of one above
	Digit     []Group  `list:"digit,optional"`      // numerals of a text without spaces: their value
	Piece     []Group  `list:"piece,optional"`      // pieces of compounds: "[piece NAME VALUE]", "[piece NAME]"
	Variant   []string `list:"variant,optional"`    // pairs of characters: the second is another form of the first
	Compounds []Line   `list:"compounds,optional"`  // "CLASS: KIND=NAME NAME": a word of each piece, one behind the other

	NthSuffix    []string `list:"nth-suffix,optional"`    // behind digits: 3rd
	DecadeSuffix []string `list:"decade-suffix,optional"` // behind digits: 1990s

	// Verbs.
	Tense             []Group  `list:"tense"`                       // past, present, future: finite verbs and their kind
	VerbEnding        []Group  `list:"verb-ending,optional"`        // endings of verbs in a tense
	ParticipleEnding  []string `list:"participle-ending,optional"`  // how participles end that have one of the following as well
	ParticipleMark    []string `list:"participle-mark,optional"`    // inside of a participle: ge
	ParticiplePrefix  []string `list:"participle-prefix,optional"`  // before one
	ParticipleAlone   []string `list:"participle-alone,optional"`   // ending of one by itself
	AppointmentEnding []string `list:"appointment-ending,optional"` // how compounds end that name an appointment
	AttributeEnding   []string `list:"attribute-ending,optional"`   // of a participle before a noun
	GerundiveEnding   []string `list:"gerundive-ending,optional"`   // of one that is to be
	PresentEnding     []string `list:"present-ending,optional"`     // of a verb in the present

	AdjectiveEnding []string `list:"adjective-ending,optional"` // of adjectives that may stand between a count and its unit
	CountOnly       []string `list:"count-only,optional"`       // numerals that name no month
	DecadeAlone     []string `list:"decade-alone,optional"`     // endings of a decade in digits that needs no noun

	Plural []string `list:"plural,optional"` // plurals of units, days and parts of the day

	Cue []Group `list:"cue,optional"` // words that conditions of rules look for, by the name of the cue

	// Phrases that are looked for in a text as they are.
	Term         []string `list:"term"`                   // near a day on which a term ends
	Lengthened   []string `list:"lengthened"`             // a term was made longer
	LengthenedBy []string `list:"lengthened-by,optional"` // right before the length
	Act          []string `list:"act"`                    // what is done on a day and named by it: the order of August 14
	ActLink      []string `list:"act-link,optional"`      // between a day and such a noun behind it
	DayFirst     []string `list:"day-first,optional"`     // signs of a country that writes the day before the month
	MonthFirst   []string `list:"month-first,optional"`   // and of one that does not
	Self         []string `list:"self,optional"`          // a text speaks of itself: this order
	Titles       []string `list:"titles,optional"`        // opens and closes names of laws and works
	Dateline     []string `list:"dateline,optional"`      // right behind the day of a dateline

	Traits []string `list:"traits,optional"` // see timeline/timex
}

// Grammar holds the rules that make times of words.
type Grammar struct {
	Shorthands []Line `list:"shorthands,optional"` // "NAME = PATTERN": used as {NAME}
	Rules      []Line `list:"rules"`               // "KIND NAME: PATTERN => SETTINGS", see timeline/timex
}
