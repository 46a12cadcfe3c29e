package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/event"
)

// parseDay reads what a flag says of a day as its first and last day.
func parseDay(flag, s string) (first, last time.Time, err error) {
	if s == "" {
		return first, last, nil
	}
	if first, last, err = news.ParseDays(s, time.Now()); err != nil {
		err = usageErrorf("%s %q: %w", flag, s, err)
	}
	return first, last, err
}

func newTimelineCommand(s *settings) *cobra.Command {
	var flags queryFlags
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
				q, err := flags.parse(st)
				if err != nil {
					return err
				}
				events, err := eventsOf(cmd.Context(), db, st, q)
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
	flags.add(s, cmd)
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
