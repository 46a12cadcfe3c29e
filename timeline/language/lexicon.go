package language

import (
	"iter"
	"reflect"
)

// A Lexicon holds the words that patterns of grammar.txt name by their class, as in
// "det? month .? <day>". A field's section has the class's name, and what stands
// behind it is the value: "[month 8]", "[relunit -1 year]". A word that begins with a
// capital counts only when it is written so. A word that ends in "~" stands for the
// word with each of the endings of [ending].
type Lexicon struct {
	Month      []Group  `list:"month"`             // 1 to 12
	Weekday    []Group  `list:"weekday"`           // 1 Monday to 7; and the part of the day: "5 night"
	Season     []Group  `list:"season"`            // 1 spring to 4 winter
	Part       []Group  `list:"part"`              // of a day: morning, midday, afternoon, evening, night, daytime
	PartRef    []Group  `list:"partref,optional"`  // of a day so many days on: "0 evening" is tonight
	Holiday    []Group  `list:"holiday"`           // "12-25", "easter+1", "lunar 8-15", "11 thursday 4", "11 thursday 4 +1"
	Clock      []Group  `list:"clock,optional"`    // noon 1200, midnight 0
	AmPm       []Group  `list:"ampm,optional"`     // 1, 2
	Zone       []Group  `list:"zone"`              // IANA name, "local" or "UTC", and its offset where it has one: "America/New_York -05"
	Decade     []Group  `list:"decade,optional"`   // nineties: 90
	Quarter    []Group  `list:"quarter,optional"`  // Q1
	HalfYear   []Group  `list:"halfyear,optional"` // 1, 2
	Reign      []Group  `list:"reign,optional"`    // first year
	Era        []string `list:"era,optional"`      // before Christ
	AD         []string `list:"ad,optional"`
	Lunar      []string `list:"lunar,optional"`      // the date is of the Chinese calendar
	LunarMonth []Group  `list:"lunarmonth,optional"` // months of that calendar with a name of their own

	// Units, and how they lie to the day of publication.
	Unit    []Group  `list:"unit"`             // second to millennium
	Rel     []Group  `list:"rel,optional"`     // -1 last, 0 this, 1 next
	RelUnit []Group  `list:"relunit,optional"` // last year in one word: "-1 year"
	RelDay  []Group  `list:"relday,optional"`  // Monday of last week in one word: "-1 1"
	Offset  []Group  `list:"offset"`           // days: -1 yesterday
	Window  []Group  `list:"window,optional"`  // the last (-1) or the next (1) so many
	Ago     []string `list:"ago,optional"`
	Hence   []string `list:"hence,optional"`   // from now
	Later   []string `list:"later,optional"`   // after what was told
	Earlier []string `list:"earlier,optional"` // before what was told
	That    []string `list:"that"`             // that day, the same
	Ref     []Group  `list:"ref"`              // present, past, future: now, recently, soon
	Mod     []Group  `list:"mod,optional"`     // start, mid, end: early May
	Edge    []Group  `list:"edge,optional"`    // the beginning of
	PartOf  []Group  `list:"partof,optional"`  // a part with its unit: "end year"; "end narrow" hugs the end
	Approx  []Group  `list:"approx"`           // approx, more, less, at-least, at-most
	Each    []string `list:"each"`
	Freq    []Group  `list:"freq"`            // daily: day
	Within  []string `list:"within,optional"` // a term begins

	// Numbers.
	Num     []Group  `list:"num"`
	Ord     []Group  `list:"ord,optional"`     // -1 last
	Scale   []Group  `list:"scale,optional"`   // hundred 100
	Half    []Group  `list:"half"`             // 0.5; 1.5 for words that hold one
	Vague   []Group  `list:"vague"`            // X: several
	Couple  []Group  `list:"couple,optional"`  // a couple of: 2, or X
	NumUnit []Group  `list:"numunit,optional"` // five-year in one word: "5 year"
	Age     []string `list:"age,optional"`     // behind years, of a person: old
	Adj     []string `list:"adj,optional"`     // may stand between a count and its unit

	// Small words.
	Det    []string `list:"det,optional"`
	Of     []string `list:"of,optional"`
	And    []string `list:"and"`
	Range  []string `list:"range"`           // between the ends of a range
	By     []string `list:"by"`              // a deadline follows
	Lead   []string `list:"lead,optional"`   // may stand between such a word and its date
	Clause []string `list:"clause,optional"` // a clause begins
	Ahead  []string `list:"ahead,optional"`  // before an infinitive that looks ahead
	Block  []string `list:"block,optional"`  // hold a word of time and are none
	Mark   []string `list:"mark,optional"`   // words that rules name, listed so that a text without spaces is cut at them
}

// Groups returns each group of words with the name of its section, in the order
// of the fields; the words of a section without keys are one group.
func (l *Lexicon) Groups() iter.Seq2[string, Group] {
	v := reflect.ValueOf(l).Elem()
	return func(yield func(string, Group) bool) {
		for i := range v.NumField() {
			name := listName(v.Type().Field(i))
			groups, ok := v.Field(i).Interface().([]Group)
			if !ok {
				groups = []Group{{Words: v.Field(i).Interface().([]string)}}
			}
			for _, g := range groups {
				if !yield(name, g) {
					return
				}
			}
		}
	}
}
