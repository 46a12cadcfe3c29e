package web

import (
	"strings"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/store/news"
)

// A field is a parameter of the query as the form has it.
type field struct {
	news.Param
	Value   string   // as typed
	Options []option // of a choice
	Any     string   // the choice of none; "" there is always one
	Hint    string   // of what is typed
	Wide    bool
}

// A chip is a filter that is set, and the query without it.
type chip struct{ Name, Value, Without string }

// hints show how a value is typed.
var hints = map[news.ParamKind]string{news.DayParam: "2020-08", news.SinceParam: "7d"}

// form makes the fields of the form, and the chips of those that are set.
func (s *server) form(r request, f filter) (fields []field, chips []chip) {
	for _, p := range news.Params {
		if p.Hidden {
			continue
		}
		x := field{Param: p, Value: r.query.Get(p.Name), Hint: hints[p.Kind], Any: "any", Wide: p.Kind == news.TextParam || p.Kind == news.SwitchParam}
		text := s.textOf(p.Name)
		switch {
		case p.Name == "order":
			x.Options, x.Any = options(p.Values(s.Story), string(f.Order), text), ""
		case p.Name == "actor":
			x.Options, x.Any = sortedOptions(options(p.Values(s.Story), p.Key(s.Story, x.Value), text)), "anybody"
		case p.Name == "source_lang":
			x.Kind, x.Wide, x.Options = news.ChoiceParam, false, options(r.snap.languages, p.Key(s.Story, x.Value), text)
		case p.Kind == news.ChoiceParam:
			x.Options = options(p.Values(s.Story), x.Value, text)
		}
		for _, o := range x.Options {
			x.Wide = x.Wide || utf8.RuneCountInString(o.Text) > halfWidth
		}
		fields = append(fields, x)
		if x.Value != "" && p.Name != "order" {
			chips = append(chips, chip{strings.ToLower(p.Label), plain(text(p.Key(s.Story, x.Value))), "/timeline" + with(r.query, p.Name, "", "after", "")})
		}
	}
	return fields, chips
}

// halfWidth is how many characters a choice in half the width of the form shows.
const halfWidth = 12

// orderNames are the orders as a reader knows them.
var orderNames = map[string]string{
	string(news.ByDate): "oldest first", string(news.Newest): "newest first", string(news.Changed): "last changed first",
	string(news.ByScore): "most told first", string(news.Spread): "most told first, spread over days",
}

// textOf returns what a reader is shown for the values of a parameter.
func (s *server) textOf(param string) func(value string) string {
	switch param {
	case "topic":
		return s.topicTitle
	case "actor":
		return s.actorTitle
	case "source_lang":
		return languageName
	case "order":
		return func(v string) string { return orderNames[v] }
	case "contradicted":
		return func(string) string { return "yes" }
	}
	return itself
}
