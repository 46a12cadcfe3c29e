package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/when"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/event"
	"github.com/seed-7461731f/dateline/timeline/rank"
)

// eventFlags are the filters of a query over events.
type eventFlags struct {
	from, to, since, actor, topic, status, sourceLang, search, order string
	minIndependent, limit                                            int
	spread                                                           bool
}

func (q *eventFlags) add(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&q.from, "from", "", "first day: 2020-08-01, a month, 2020-08, yesterday, 7d")
	f.StringVar(&q.to, "to", "", "last day (inclusive), said in the same ways")
	f.StringVar(&q.since, "since", "", "only events first seen since last-run, a run such as 12, a day, 24h, 7d")
	f.StringVar(&q.actor, "actor", "", "an actor of the story, by its key or a name: trump, 特朗普")
	f.StringVar(&q.topic, "topic", "", "a topic of the story, such as lawsuit")
	f.StringVar(&q.status, "status", "", "happened, planned, deadline or reported")
	f.StringVar(&q.sourceLang, "source-lang", "", "some source is in this language")
	f.StringVar(&q.search, "search", "", "some source holds all these words")
	f.IntVar(&q.minIndependent, "min-independent", 0, "at least so many independent sources")
	f.IntVar(&q.limit, "limit", 0, "at most so many events; 0 is all")
	f.StringVar(&q.order, "order", "date", "date or score")
	f.BoolVar(&q.spread, "spread", false, "best first, as --order score, but neighbouring days take turns")
}

// events are those that the flags ask for; limit bounds them, 0 does not.
func (q *eventFlags) events(ctx context.Context, db *store.DB, st news.Story, limit int) ([]news.Event, error) {
	f, err := q.filter(ctx, db, st)
	if err != nil {
		return nil, err
	}
	f.Limit = limit
	if !q.spread {
		return db.Events(ctx, st.ID, f)
	}
	f.Limit, f.ByScore = 0, true
	events, err := db.Events(ctx, st.ID, f)
	return rank.Spread(events, limit), err
}

// What --status and --order take.
var (
	statuses = []string{"happened", "planned", "deadline", "reported"}
	orders   = []string{"date", "score"}
)

// filter checks the flags against the story, and asks the store for the run
// that --since names.
func (q *eventFlags) filter(ctx context.Context, db *store.DB, st news.Story) (f store.Filter, err error) {
	if f.From, _, err = parseDay("--from", q.from); err != nil {
		return f, err
	}
	if _, f.To, err = parseDay("--to", q.to); err != nil {
		return f, err
	}
	if q.since != "" {
		if f.NewAfter, err = lastRunBefore(ctx, db, st.ID, q.since); err != nil {
			return f, err
		}
	}
	if q.limit < 0 || q.minIndependent < 0 {
		return f, usageErrorf("--limit and --min-independent: want 0 or more")
	}
	f.Actor = actorKey(st, q.actor)
	var actors, topics []string
	for _, a := range st.Actors {
		actors = append(actors, a.Key)
	}
	for _, t := range st.Topics {
		topics = append(topics, t.Key)
	}
	for _, c := range []struct {
		flag, value string
		known       []string
	}{
		{"--actor", f.Actor, actors}, {"--topic", q.topic, topics},
		{"--status", q.status, statuses},
		{"--order", q.order, orders},
	} {
		if c.value != "" && !slices.Contains(c.known, c.value) {
			return f, usageErrorf("%s %q: %s", c.flag, c.value, suggest(c.value, c.known))
		}
	}
	f.Topic, f.Status, f.SourceLanguage, f.Words = q.topic, q.status, q.sourceLang, q.search
	f.MinIndependent, f.ByScore = q.minIndependent, q.order == "score"
	return f, nil
}

// actorKey is the key of the actor that a key, title or name names; what names
// none is given back.
func actorKey(st news.Story, named string) string {
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

// parseDay reads what a flag says of a day as its first and last day.
func parseDay(flag, s string) (first, last time.Time, err error) {
	if s == "" {
		return first, last, nil
	}
	if first, last, err = when.Days(s, time.Now()); err != nil {
		err = usageErrorf("%s %q: %w", flag, s, err)
	}
	return first, last, err
}

func newTimelineCommand(s *settings) *cobra.Command {
	var q eventFlags
	var fields string
	cmd := &cobra.Command{
		Use:   "timeline",
		Short: "Query the timeline: what happened or is due, when, who says so",
		Example: `  dateline timeline --from 2020-08 --to 2020-09 --topic executive-order
  dateline timeline --actor oracle --min-independent 2
  dateline timeline --since last-run
  dateline timeline --spread --limit 40 --format md
  dateline timeline --format csv --fields date,headline,independent`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			write, err := s.eventWriter(fields)
			if err != nil {
				return err
			}
			return s.withStore(cmd.Context(), func(db *store.DB, st news.Story) error {
				events, err := q.events(cmd.Context(), db, st, q.limit)
				if err != nil {
					return err
				}
				if len(events) == 0 && (s.format == "table" || s.format == "md") {
					return exitError{exitNothing, fmt.Errorf("no event matches; 'dateline status' tells what %s holds", s.db)}
				}
				s.reword(events, st)
				if err := write(cmd.OutOrStdout(), events); err != nil {
					return err
				}
				if len(events) == 0 {
					return exitError{exitNothing, nil}
				}
				return nil
			})
		},
	}
	q.add(cmd)
	addFields(cmd, &fields)
	return cmd
}

// reword picks headlines and summaries in the language that --lang asks for.
func (s *settings) reword(events []news.Event, st news.Story) {
	if s.lang == "" {
		return
	}
	for i := range events {
		events[i].Headline, events[i].Summary = event.Wording(events[i], st.Languages)
	}
}
