package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/terminal"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

func newDiffCommand(s *settings) *cobra.Command {
	var since, fields string
	var exitCode bool
	cmd := &cobra.Command{
		Use:   "diff",
		Short: "What changed on the timeline and in the articles it quotes",
		Long: `List what changed on the timeline, run by run: events that are new, that moved
to another date, whose status changed, that gained or lost sources, that other
sources contradict, and those that are gone; then the story's articles whose
headline, text or date their publishers changed, and those whose page is gone.
No change is no error; with --exit-code the code is 10 when something changed, so
that a script can tell.`,
		Example: `  dateline diff --since last-run
  dateline diff --since 7d
  dateline diff --since 2026-11-01 --format csv --fields change,id,headline
  dateline diff --since 12 --exit-code > changes.txt || mail -s Timeline me < changes.txt`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			write, err := lister(s, fields, listing[news.Change, export.Change]{form: export.NewChange, table: writeChanges})
			if err != nil {
				return err
			}
			return s.withStore(cmd.Context(), func(db *store.DB, st news.Story) error {
				after, err := runBefore(cmd.Context(), db, st.ID, since)
				if err != nil {
					return err
				}
				changes, err := db.Changes(cmd.Context(), st.ID, after)
				if err != nil {
					return err
				}
				articles, err := db.ArticleChanges(cmd.Context(), st.ID, after)
				if err != nil {
					return err
				}
				all := news.MergeChanges(changes, articles)
				if err := write(cmd.OutOrStdout(), all); err != nil {
					return err
				}
				if exitCode && len(all) > 0 {
					return exitError{exitChanged, nil}
				}
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&since, "since", "24h", "last-run, a run's number (it is not shown itself), a day such as 2026-11-01, or how long ago: 24h, 7d, 2w")
	cmd.Flags().BoolVar(&exitCode, "exit-code", false, "exit with 10 when something changed")
	addFields(cmd, &fields)
	return cmd
}

// runBefore returns the newest run whose changes --since leaves out.
func runBefore(ctx context.Context, db *store.DB, story, since string) (int64, error) {
	b, err := news.ParseLookBack(since, time.Now())
	if err != nil {
		return 0, usageErrorf("--since %q: %w", since, err)
	}
	return db.RunBefore(ctx, story, b)
}

// writeChanges writes a heading a run, then a change: its headline, cut to the
// width, and whole lines of what was and is, so that an address can be opened.
func writeChanges(w io.Writer, list []news.Change, width int) error {
	run := int64(-1)
	for _, c := range list {
		var lines []string
		if c.Run != run {
			run = c.Run
			lines = append(lines, fmt.Sprintf("run %d, %s", run, c.At.UTC().Format("2006-01-02 15:04 UTC")))
		}
		if c.Article != "" {
			lines = append(lines, terminal.Cut(fmt.Sprintf("  %-12s %s", c.Kind, terminal.Visible(c.Publisher+": "+c.Headline)), width), "               "+terminal.Visible(c.Article))
		} else {
			lines = append(lines, terminal.Cut(fmt.Sprintf("  %-12s %s  %s", c.Kind, c.Event, terminal.Visible(c.Headline)), width))
		}
		for _, l := range append(lines, changeLines(c)...) {
			if _, err := fmt.Fprintln(w, l); err != nil {
				return err
			}
		}
	}
	return nil
}

// changeLines say what was before and what is now.
func changeLines(c news.Change) (out []string) {
	const indent = "               "
	switch c.Kind {
	case news.ChangeMoved, news.ChangeStatus:
		return []string{indent + terminal.Visible(c.Before) + " -> " + terminal.Visible(c.After)}
	case news.ChangeGone:
		if c.After != "" {
			return []string{indent + "merged into " + terminal.Visible(c.After)}
		}
		return nil
	}
	for _, side := range []struct{ sign, list string }{{"- ", c.Before}, {"+ ", c.After}} {
		for _, l := range strings.Split(side.list, "\n") {
			if l != "" {
				out = append(out, indent+side.sign+terminal.Visible(l))
			}
		}
	}
	return out
}
