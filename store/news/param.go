package news

import (
	"slices"
	"strings"
)

// A Param is one question that a query can ask: a flag of the command, a
// parameter of pages, API and feeds, a field of the form, a line of the API's
// document. All of these are made of this table, so that a new one is added here
// and nowhere else; a store may then learn to answer it in SQL.
type Param struct {
	Name   string // in an address: "min_independent"; see Flag
	Kind   ParamKind
	Help   string                     // one line, as after a flag
	Label  string                     // over its field in a form
	Values func(Story) []string       // what a choice may be
	Max    int                        // of a number; of a text its characters
	Hidden bool                       // it has no field in a form
	named  func(Story, string) string // the value that a name stands for

	set   func(*Query, paramValue)
	match func(*Query, *Event) bool // reports whether the event is picked; nil: not a question to one event alone
}

// A ParamKind says how the value of a parameter is typed.
type ParamKind string

// The kinds of parameter.
const (
	DayParam    ParamKind = "day" // a day, month or year, or as seen from today
	SinceParam  ParamKind = "since"
	ChoiceParam ParamKind = "choice"
	TextParam   ParamKind = "text"
	NumberParam ParamKind = "number" // from 0
	SwitchParam ParamKind = "switch"
)

// Key returns the value that is meant by what was typed: the key of an actor that
// was named.
func (p *Param) Key(st Story, typed string) string {
	if p.named == nil {
		return typed
	}
	return p.named(st, typed)
}

// Flag returns the name of the parameter as a flag: "min-independent".
func (p *Param) Flag() string { return strings.ReplaceAll(p.Name, "_", "-") }

// The bounds of what is typed.
const (
	maxNumber = 1_000_000
	maxWords  = 200 // characters
	maxHost   = 253 // characters of a host (RFC 1035)
	maxTag    = 35  // characters: the longest language tag that RFC 5646 wants a program to take
)

// Statuses and Outcomes are all there are, in the order in which they are listed.
var (
	Statuses = []Status{Happened, Planned, Deadline, Reported}
	Outcomes = []Outcome{Met, Missed, Moved, Lifted, Cancelled, Denied}
	Orders   = []Order{ByDate, Newest, Changed, ByScore, Spread}
)

// Params are the parameters of a query, in the order in which they are listed.
var Params = []Param{
	{
		Name: "search", Kind: TextParam, Label: "Words in a source", Max: maxWords,
		Help: "some source holds all these words",
		set:  func(q *Query, v paramValue) { q.Words = v.text },
	},
	{
		Name: "from", Kind: DayParam, Label: "From",
		Help:  "first day: 2020-08-01, a month, 2020-08, yesterday, 7d",
		set:   func(q *Query, v paramValue) { q.From = v.first },
		match: func(q *Query, e *Event) bool { return q.From.IsZero() || e.When.To.After(q.From) },
	},
	{
		Name: "to", Kind: DayParam, Label: "To, inclusive",
		Help:  "last day (inclusive), said in the same ways",
		set:   func(q *Query, v paramValue) { q.To = v.last },
		match: func(q *Query, e *Event) bool { return q.To.IsZero() || !e.When.From.After(q.To) },
	},
	{
		Name: "since", Kind: SinceParam, Label: "New since",
		Help:  "only events first seen since last-run, a run such as 12, a day, 24h, 7d",
		set:   func(q *Query, v paramValue) { q.Since = v.since },
		match: func(q *Query, e *Event) bool { return q.NewAfter == 0 || e.NewIn > q.NewAfter },
	},
	{
		Name: "topic", Kind: ChoiceParam, Label: "Topic", Values: topicKeys,
		Help:  "a topic of the story, such as lawsuit",
		set:   func(q *Query, v paramValue) { q.Topic = v.text },
		match: func(q *Query, e *Event) bool { return q.Topic == "" || e.Topic == q.Topic },
	},
	{
		Name: "actor", Kind: ChoiceParam, Label: "Who", Values: actorKeys, named: actorKey,
		Help:  "an actor of the story, by its key or a name: trump, 特朗普",
		set:   func(q *Query, v paramValue) { q.Actor = v.text },
		match: func(q *Query, e *Event) bool { return q.Actor == "" || slices.Contains(e.Actors, q.Actor) },
	},
	{
		Name: "status", Kind: ChoiceParam, Label: "Status", Values: fixed(Statuses),
		Help:  "happened, planned, deadline or reported",
		set:   func(q *Query, v paramValue) { q.Status = Status(v.text) },
		match: func(q *Query, e *Event) bool { return q.Status == "" || e.Status == q.Status },
	},
	{
		Name: "outcome", Kind: ChoiceParam, Label: "Outcome", Values: fixed(Outcomes),
		Help:  "what became of a plan or deadline: met, missed, moved, lifted, cancelled or denied",
		set:   func(q *Query, v paramValue) { q.Outcome = Outcome(v.text) },
		match: func(q *Query, e *Event) bool { return q.Outcome == "" || e.Outcome == q.Outcome },
	},
	{
		Name: "source_lang", Kind: TextParam, Label: "Told in", Max: maxTag, named: func(_ Story, tag string) string { return MainLanguage(tag) },
		Help:  "some source is in this language: de; regions do not count",
		set:   func(q *Query, v paramValue) { q.SourceLanguage = v.text },
		match: func(q *Query, e *Event) bool { return q.SourceLanguage == "" || toldIn(e, q.SourceLanguage) },
	},
	{
		Name: "publisher", Kind: TextParam, Label: "Told by", Max: maxHost,
		Help:  "some source is of this publisher, by its host: northwire.example",
		set:   func(q *Query, v paramValue) { q.Publisher = strings.ToLower(v.text) },
		match: func(q *Query, e *Event) bool { return q.Publisher == "" || toldBy(e, q.Publisher) },
	},
	{
		Name: "min_independent", Kind: NumberParam, Label: "Independent, at least", Max: maxNumber,
		Help:  "at least so many independent sources",
		set:   func(q *Query, v paramValue) { q.MinIndependent = v.number },
		match: func(q *Query, e *Event) bool { return e.Independent >= q.MinIndependent },
	},
	{
		Name: "contradicted", Kind: SwitchParam, Label: "contradicted by other sources", Values: switched,
		Help:  "only events of which other sources give another date or amount",
		set:   func(q *Query, v paramValue) { q.Contradicted = v.on },
		match: func(q *Query, e *Event) bool { return !q.Contradicted || len(e.Conflicts) > 0 },
	},
	{
		Name: "order", Kind: ChoiceParam, Label: "Order", Values: fixed(Orders),
		Help: "date, newest, changed (last changed first), score (best first) or spread (best first, neighbouring days in turn)",
		set:  func(q *Query, v paramValue) { q.Order = Order(v.text) },
	},
	{
		Name: "spread", Kind: SwitchParam, Hidden: true, Values: switched,
		Help: "the same as --order spread",
		set: func(q *Query, v paramValue) {
			if v.on {
				q.Order = Spread
			}
		},
	},
	{
		Name: "limit", Kind: NumberParam, Label: "At most", Max: maxNumber, Hidden: true,
		Help: "at most so many events; 0 is all",
		set:  func(q *Query, v paramValue) { q.Limit = v.number },
	},
}

// ParamNames returns the names of all parameters, in their order.
func ParamNames() (names []string) {
	for i := range Params {
		names = append(names, Params[i].Name)
	}
	return names
}

// ParamNamed returns the parameter of a name, which must be one of the table.
func ParamNamed(name string) *Param {
	return &Params[slices.IndexFunc(Params, func(p Param) bool { return p.Name == name })]
}

func topicKeys(st Story) (keys []string) {
	for _, t := range st.Topics {
		keys = append(keys, t.Key)
	}
	return keys
}

func actorKeys(st Story) (keys []string) {
	for _, a := range st.Actors {
		keys = append(keys, a.Key)
	}
	return keys
}

func fixed[T ~string](list []T) func(Story) []string {
	values := make([]string, len(list))
	for i, v := range list {
		values[i] = string(v)
	}
	return func(Story) []string { return values }
}

func switched(Story) []string { return []string{"1", "true"} }

// actorKey returns the key of the actor that a key, title or name names; what
// names none is given back.
func actorKey(st Story, named string) string {
	for _, a := range st.Actors {
		names := []string{a.Key, a.Title}
		for _, list := range a.Names {
			names = append(names, list...)
		}
		if slices.ContainsFunc(names, func(n string) bool { return n != "" && strings.EqualFold(strings.TrimSuffix(n, "*"), named) }) {
			return a.Key
		}
	}
	return named
}

func toldIn(e *Event, language string) bool {
	return slices.ContainsFunc(e.Evidence, func(v Evidence) bool { return MainLanguage(v.Language) == language })
}

// toldBy reports whether some evidence is of a publisher, named by its host in
// lower case, as its canonical form is without "www.".
func toldBy(e *Event, publisher string) bool {
	publisher = strings.TrimPrefix(publisher, "www.")
	return slices.ContainsFunc(e.Evidence, func(v Evidence) bool { return strings.EqualFold(v.Publisher, publisher) })
}
