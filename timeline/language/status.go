package language

// Status holds the cues of status: what a statement says about its own truth.
// "*" at the end of a word matches any ending.
type Status struct {
	Future      []string `list:"future"`      // it is to happen
	Modal       []string `list:"modal"`       // it may happen
	Hearsay     []string `list:"hearsay"`     // unnamed people, "reportedly"
	Report      []string `list:"report"`      // a verb of reporting
	Negation    []string `list:"negation"`    // it did not happen
	Conditional []string `list:"conditional"` // if
	Denied      []string `list:"denied"`      // somebody says it is not so
	Moved       []string `list:"moved"`       // a date was put off
	Cancelled   []string `list:"cancelled"`   // called off, revoked
	Missed      []string `list:"missed"`      // a date passed
	Deadline    []string `list:"deadline"`    // a term is spoken of
	Ongoing     []string `list:"ongoing"`     // a state that holds now

	Performative []string `list:"performative,optional"` // the sentence does what it says: "hereby order"
	Prescribing  []string `list:"prescribing,optional"`  // it states a rule
	Bill         []string `list:"bill"`                  // a law that is not one yet
	Enacted      []string `list:"enacted"`               // its becoming one
	Opening      []string `list:"opening"`               // right before a day from which a rule holds, in lower case as the three below
	Opened       []string `list:"opened,optional"`       // right behind it, in lower case
	Meant        []string `list:"meant"`                 // before a day that was only meant
	PlannedThen  []string `list:"planned-then,optional"` // before a past day on which something was only to happen, in lower case
	MovedTo      []string `list:"moved-to"`              // right before the day to which a term is moved
	MovedFrom    []string `list:"moved-from"`            // right before the day from which
}
