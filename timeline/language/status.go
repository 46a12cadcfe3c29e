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
}
