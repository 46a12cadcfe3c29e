package main

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

func newDeadlinesCommand(s *settings) *cobra.Command {
	var asOf, fields string
	cmd := &cobra.Command{
		Use:   "deadlines",
		Short: "Deadlines and plans: what is next, what was moved, met or missed",
		Example: `  dateline deadlines
  dateline deadlines --as-of 2020-09-15`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			write, err := s.eventWriter(fields)
			if err != nil {
				return err
			}
			today := time.Now()
			if asOf != "" {
				if today, _, err = parseDay("--as-of", asOf); err != nil {
					return err
				}
			}
			return s.withStore(cmd.Context(), func(db *store.DB, st news.Story) error {
				events, err := db.Events(cmd.Context(), st.ID, news.Query{})
				if err != nil {
					return err
				}
				terms := termsAsOf(events, today)
				s.reword(terms, st)
				if err := write(cmd.OutOrStdout(), terms); err != nil {
					return err
				}
				if len(terms) == 0 {
					return exitError{exitNothing, fmt.Errorf("%s holds no deadline and no plan", s.db)}
				}
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&asOf, "as-of", "", "the day from which to look ahead, such as 2020-09-15 or 30d; today otherwise")
	addFields(cmd, &fields)
	return cmd
}

// termsAsOf picks the deadlines and plans: those still open first, the next one
// on top, then the past ones, the latest on top.
func termsAsOf(events []news.Event, today time.Time) []news.Event {
	terms := slices.DeleteFunc(slices.Clone(events), func(e news.Event) bool {
		return e.Status != news.Deadline && e.Status != news.Planned
	})
	slices.SortStableFunc(terms, func(a, b news.Event) int {
		pastA, pastB := !a.When.To.After(today), !b.When.To.After(today)
		switch {
		case pastA != pastB && pastB:
			return -1
		case pastA != pastB:
			return 1
		case pastA:
			return cmp.Or(b.When.From.Compare(a.When.From), cmp.Compare(a.Headline, b.Headline))
		}
		return cmp.Or(a.When.From.Compare(b.When.From), cmp.Compare(a.Headline, b.Headline))
	})
	return terms
}
