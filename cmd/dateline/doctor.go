package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/terminal"
	"github.com/seed-7461731f/dateline/crawler"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/language"
)

func newDoctorCommand(s *settings) *cobra.Command {
	var politeness, languages bool
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Check the database; with --politeness, prove that no rule of a publisher was broken",
		Long: `Check that the database is whole. With --politeness, hold every request that was
ever made against the rules that were in force. With --languages, list for each
language which lists of words it lacks, and so what is not read in it; this needs
no database.`,
		Example: "  dateline doctor\n  dateline doctor --politeness\n  dateline doctor --languages",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if languages {
				return writeLanguages(cmd.OutOrStdout())
			}
			return s.withStore(cmd.Context(), func(db *store.DB, _ news.Story) error {
				out := cmd.OutOrStdout()
				if err := db.Check(cmd.Context()); err != nil {
					return err
				}
				fmt.Fprintf(out, "%s: integrity ok\n", s.db)
				lost, err := db.MendPages(cmd.Context())
				if err != nil {
					return err
				}
				if lost > 0 {
					fmt.Fprintf(out, "%s have lost their bytes; the next crawl fetches them again\n", terminal.Plural(lost, "page"))
				}
				if !politeness {
					return nil
				}
				return provePoliteness(cmd.Context(), out, db)
			})
		},
	}
	cmd.Flags().BoolVar(&politeness, "politeness", false, "hold every request of the ledger against the rules in force")
	cmd.Flags().BoolVar(&languages, "languages", false, "list what the program lacks of each language it knows; needs no database")
	return cmd
}

// writeLanguages writes, for each language, the lists that it lacks.
func writeLanguages(w io.Writer) error {
	for _, l := range language.All() {
		missing := l.Missing()
		line := "complete"
		if len(missing) > 0 {
			line = "lacks " + strings.Join(missing, ", ")
		}
		if _, err := fmt.Fprintf(w, "%s  %s\n", l.Code, line); err != nil {
			return err
		}
	}
	return nil
}

func provePoliteness(ctx context.Context, out io.Writer, db *store.DB) error {
	text := func(id int64) (news.Robots, error) { return db.RobotsByID(ctx, id) }
	checked, broken, err := crawler.Politeness(db.Ledger(ctx, time.Time{}), text)
	if err != nil {
		return err
	}
	for _, v := range broken {
		fmt.Fprintf(out, "%s %s: %s: %s\n", v.Request.Started.UTC().Format(time.RFC3339), v.Request.URL, v.Rule, v.Detail)
	}
	fmt.Fprintf(out, "%s checked, %d rules broken\n", terminal.Plural(checked, "request"), len(broken))
	if len(broken) > 0 {
		return exitError{exitFailed, nil} // each was told above
	}
	return nil
}
