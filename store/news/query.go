package news

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// A Query picks events of a story and puts them in order; the zero Query is all
// of them by date. The command, the pages, the API and the feeds read theirs with
// ParseQuery, so that each takes what the others take.
//
// Match answers it for one event. What the SQL of a store picks is the same, but
// for Words, which are asked of whole texts: an event does not hold those.
type Query struct {
	From, To       time.Time // both days inclusive; zero: open
	Actor, Topic   string    // keys of the story
	Status         Status
	Outcome        Outcome
	SourceLanguage string // main language of some evidence, lower case: "de"
	Publisher      string // of some evidence, in lower case
	Words          string // some source holds all of them
	MinIndependent int
	Contradicted   bool
	Since          LookBack // came onto the timeline since; zero: any
	NewAfter       int64    // Since as the run that is its last not to count; a store fills it in
	Order          Order
	Limit          int // 0: all
}

// An Order is one in which events are listed.
type Order string

// The orders; "" is ByDate.
const (
	ByDate  Order = "date"    // oldest first
	Newest  Order = "newest"  // by date, newest first
	Changed Order = "changed" // last changed first
	ByScore Order = "score"   // best first
	Spread  Order = "spread"  // best first, but neighbouring days take turns
)

// Match reports whether the query picks an event, its Words aside.
func (q *Query) Match(e *Event) bool {
	for i := range Params {
		if match := Params[i].match; match != nil && !match(q, e) {
			return false
		}
	}
	return true
}

// Compare orders two events, as slices.SortFunc wants it. It is total, so that
// pages by key neither repeat nor lose an event. Spread depends on all events
// that are listed; until they are known it orders by score.
func (o Order) Compare(a, b *Event) int {
	byDate := cmp.Or(a.When.From.Compare(b.When.From), a.When.To.Compare(b.When.To), cmp.Compare(a.Headline, b.Headline), cmp.Compare(a.ID, b.ID))
	switch o {
	case Newest:
		return -byDate
	case Changed:
		return cmp.Or(b.ChangedAt.Compare(a.ChangedAt), byDate)
	case ByScore, Spread:
		return cmp.Or(cmp.Compare(b.Score, a.Score), byDate)
	}
	return byDate
}

// A ParamError says which parameter of a query is wrong, and what it may be.
type ParamError struct {
	Name, Value string
	Want        string   // "want a day that exists, ..."
	Known       []string // all that it may be, where that is a list
}

func (e *ParamError) Error() string { return fmt.Sprintf("%s %q: %s", e.Name, e.Value, e.Want) }

// ParseQuery reads a query from the values of its parameters by their names; ""
// is one that was not given. What is relative counts from now. The error is a
// *ParamError.
func ParseQuery(value func(name string) string, st Story, now time.Time) (q Query, err error) {
	q.Order = ByDate
	for i := range Params {
		p := &Params[i]
		typed := value(p.Name)
		if typed == "" {
			continue
		}
		v, err := p.parse(typed, st, now)
		if err != nil {
			return Query{}, err
		}
		p.set(&q, v)
	}
	if !q.From.IsZero() && !q.To.IsZero() && q.To.Before(q.From) {
		return Query{}, &ParamError{Name: "to", Value: value("to"), Want: "the last day lies before the first one, " + q.From.Format(time.DateOnly)}
	}
	return q, nil
}

// A paramValue is what was typed for a parameter, and what it means as its kind.
type paramValue struct {
	text        string
	first, last time.Time // of a day, month or year
	number      int
	on          bool
	since       LookBack
}

func (p *Param) parse(typed string, st Story, now time.Time) (v paramValue, err error) {
	v.text = typed
	switch p.Kind {
	case DayParam:
		v.first, v.last, err = ParseDays(typed, now)
	case SinceParam:
		v.since, err = ParseLookBack(typed, now)
	case NumberParam:
		v.number, err = p.parseNumber(typed)
	case TextParam:
		v.text, err = p.parseText(p.Key(st, typed))
	case ChoiceParam, SwitchParam:
		known := p.Values(st)
		v.text = p.Key(st, typed)
		v.on = typed == "1" || typed == "true"
		if !slices.Contains(known, v.text) {
			return v, &ParamError{p.Name, typed, "want one of " + strings.Join(known, ", "), known}
		}
	}
	if err != nil {
		err = &ParamError{Name: p.Name, Value: typed, Want: err.Error()}
	}
	return v, err
}

func (p *Param) parseNumber(typed string) (int, error) {
	n, err := strconv.Atoi(typed)
	if err != nil || n < 0 || n > p.Max {
		return 0, fmt.Errorf("want a number from 0 to %d", p.Max)
	}
	return n, nil
}

func (p *Param) parseText(typed string) (string, error) {
	text := strings.TrimSpace(typed)
	switch {
	case !utf8.ValidString(text):
		return "", fmt.Errorf("want words in UTF-8")
	case utf8.RuneCountInString(text) > p.Max:
		return "", fmt.Errorf("want at most %d characters", p.Max)
	}
	return text, nil
}
