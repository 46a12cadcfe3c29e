package language

// Money holds the words of sums, prices and shares of a company. Case counts in
// scales, currencies and signs; the others are in lower case.
type Money struct {
	Scales        []Group  `list:"scale"`                   // [scale 1e9]: words behind a number that multiply it
	Currencies    []Group  `list:"currency"`                // [currency EUR]: words behind a sum
	Some          []string `list:"some,optional"`           // between a number and its unit: "and more"
	To            []string `list:"to"`                      // between the ends of a range
	Prices        []Group  `list:"price"`                   // [price bid]: what a sum is of, near to it
	Percent       []string `list:"percent"`                 // behind a number
	PercentBefore []string `list:"percent-before,optional"` // before one
	Holding       []string `list:"holding"`                 // make a percentage one of a company, as parts of words
	Whole         []string `list:"whole"`                   // all of a company; "*" matches any ending
}
