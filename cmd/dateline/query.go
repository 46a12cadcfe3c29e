package main

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/seed-7461731f/dateline/cmd/dateline/suggest"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/rank"
)

// queryFlags are the parameters of a query as the flags of a command.
type queryFlags struct{ flags *pflag.FlagSet }

// add gives the command a flag for each parameter, with what the shell may
// complete it by.
func (f *queryFlags) add(s *settings, cmd *cobra.Command) {
	f.flags = cmd.Flags()
	for i := range news.Params {
		switch p := &news.Params[i]; p.Kind {
		case news.SwitchParam:
			f.flags.Bool(p.Flag(), false, p.Help)
		case news.NumberParam:
			f.flags.Int(p.Flag(), 0, p.Help)
		default:
			f.flags.String(p.Flag(), "", p.Help)
		}
		if p := &news.Params[i]; p.Kind == news.ChoiceParam {
			complete(cmd, p.Flag(), func(*cobra.Command) []string { return s.valuesOf(p) })
		}
	}
}

// value returns what was typed for a parameter; "" when nothing was.
func (f *queryFlags) value(name string) string {
	p := news.ParamNamed(name)
	flag := f.flags.Lookup(p.Flag())
	if !flag.Changed || p.Kind == news.SwitchParam && flag.Value.String() == "false" {
		return ""
	}
	return flag.Value.String()
}

// parse reads the query, with the keys of a story.
func (f *queryFlags) parse(st news.Story) (news.Query, error) {
	q, err := news.ParseQuery(f.value, st, time.Now())
	if wrong, ok := errors.AsType[*news.ParamError](err); ok {
		want := wrong.Want
		if wrong.Known != nil {
			want = suggest.For(wrong.Value, wrong.Known)
		}
		return q, usageErrorf("--%s %q: %s", news.ParamNamed(wrong.Name).Flag(), wrong.Value, want)
	}
	return q, err
}

// eventsOf returns the events that a query picks, in its order.
func eventsOf(ctx context.Context, db *store.DB, st news.Story, q news.Query) ([]news.Event, error) {
	if q.Order != news.Spread {
		return db.Events(ctx, st.ID, q)
	}
	limit := q.Limit
	q.Limit = 0 // which events come first depends on all of them
	events, err := db.Events(ctx, st.ID, q)
	return rank.Spread(events, limit), err
}
