package main

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/stage"
	"github.com/seed-7461731f/dateline/cmd/dateline/terminal"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/statement"
)

// An unusedForm is the JSON of a dated sentence that became no event.
type unusedForm struct {
	Date       string   `json:"date"` // EDTF
	Why        string   `json:"why"`
	Likelihood float64  `json:"likelihood"` // that it is an event of the story; 0 where that was not asked
	Quote      string   `json:"quote"`
	Act        string   `json:"act"`
	Actors     []string `json:"actors"`
	Publisher  string   `json:"publisher"`
	Published  string   `json:"published"`
	URL        string   `json:"url"`
}

func newUnusedCommand(s *settings) *cobra.Command {
	var limit int
	var actor, search, fields string
	cmd := &cobra.Command{
		Use:   "unused",
		Short: "List dated sentences of the story's articles that became no event, and why",
		Long: `List the dated sentences of the story's articles that became no event, each with
what spoke most against it; the most likely ones come first. What is missed again
and again wants a term, an actor or a topic in the story file.`,
		Example: "  dateline unused --limit 50\n  dateline unused --search deadline --format ndjson",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			write, err := lister(s, fields, listing[statement.Candidate, unusedForm]{form: newUnusedForm, table: writeUnused})
			if err != nil {
				return err
			}
			if limit < 0 {
				return usageErrorf("--limit %d: want 0 or more", limit)
			}
			return s.withStore(cmd.Context(), func(db *store.DB, story news.Story) error {
				list, err := stage.New(db, story).Unused(cmd.Context(), limit, func(k statement.Candidate) bool {
					return (actor == "" || slices.Contains(k.Actors, actor)) && strings.Contains(strings.ToLower(k.Quote), strings.ToLower(search))
				})
				if err != nil {
					return err
				}
				if err := write(cmd.OutOrStdout(), list); err != nil {
					return err
				}
				if len(list) == 0 {
					return exitError{exitNothing, errors.New("no dated sentence of the story is left over")}
				}
				return nil
			})
		},
	}
	cmd.Flags().IntVar(&limit, "limit", 20, "at most so many; 0 is all")
	cmd.Flags().StringVar(&actor, "actor", "", "only sentences that name this actor, by key")
	cmd.Flags().StringVar(&search, "search", "", "only sentences that hold these words")
	addFields(cmd, &fields)
	return cmd
}

func newUnusedForm(k statement.Candidate) unusedForm {
	actors := k.Actors
	if actors == nil {
		actors = []string{}
	}
	return unusedForm{Date: k.When.EDTF, Why: k.Why, Likelihood: math.Round(k.Likelihood*100) / 100, Quote: k.Quote, Act: k.Act, Actors: actors,
		Publisher: k.Source.Publisher, Published: k.Source.Printed, URL: k.Source.Address}
}

// writeUnused writes a sentence in three lines: its time and why it was left out,
// its words, and where it stands.
func writeUnused(w io.Writer, list []statement.Candidate, width int) error {
	for _, k := range list {
		fmt.Fprintln(w, terminal.Cut(fmt.Sprintf("%-22s  %s", k.When.EDTF, k.Why), width))
		fmt.Fprintln(w, "  "+terminal.Cut(terminal.Visible(k.Quote), width-2))
		if _, err := fmt.Fprintln(w, "  "+terminal.Visible(k.Source.Address)); err != nil {
			return err
		}
	}
	return nil
}
