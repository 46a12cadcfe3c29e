package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

func newDiffCommand(s *settings) *cobra.Command {
	var since string
	cmd := &cobra.Command{
		Use:   "diff",
		Short: "What changed on the timeline and in the articles it quotes",
		Long: `List what changed on the timeline, run by run: events that are new, that moved
to another date, whose status changed, that gained or lost sources, that other
sources contradict, and those that are gone; then the story's articles whose
headline, text or date their publishers changed, and those whose page is gone.
No change is no error.`,
		Example: `  dateline diff --since 24h
  dateline diff --since 2026-11-01 --format json
  dateline diff --since 12`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			write, err := s.changeWriter()
			if err != nil {
				return err
			}
			return s.withStore(cmd.Context(), func(db *store.DB, st news.Story) error {
				after, err := lastRunBefore(cmd.Context(), db, since, time.Now())
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
				return write(cmd.OutOrStdout(), joinChanges(changes, articles))
			})
		},
	}
	cmd.Flags().StringVar(&since, "since", "24h", "a run's number (it is not shown itself), a UTC day such as 2026-11-01, or how long ago: 24h, 7d")
	return cmd
}

// lastRunBefore is the newest run whose changes --since leaves out.
func lastRunBefore(ctx context.Context, db *store.DB, since string, now time.Time) (int64, error) {
	if run, err := strconv.ParseInt(since, 10, 64); err == nil && run >= 0 {
		return run, nil
	}
	if day, err := time.Parse(time.DateOnly, since); err == nil {
		return db.RunBefore(ctx, day)
	}
	ago, err := parseAgo(since)
	if err != nil {
		return 0, usageErrorf("--since %q: want a run such as 12, a day, 2026-11-01, or how long ago, 24h or 7d", since)
	}
	return db.RunBefore(ctx, now.Add(-ago))
}

// longestAgo bounds --since, in days: a century.
const longestAgo = 36525

// parseAgo reads a duration; unlike Go's it may be in days or weeks.
func parseAgo(s string) (time.Duration, error) {
	for unit, days := range map[string]int{"d": 1, "w": 7} {
		if number, ok := strings.CutSuffix(s, unit); ok {
			n, err := strconv.Atoi(number)
			if err != nil || n < 0 || n > longestAgo/days {
				return 0, fmt.Errorf("%q is no number of days or weeks", s)
			}
			return time.Duration(n*days) * 24 * time.Hour, nil
		}
	}
	ago, err := time.ParseDuration(s)
	if err == nil && ago < 0 {
		err = fmt.Errorf("%s lies ahead", s)
	}
	return ago, err
}

func (s *settings) changeWriter() (func(io.Writer, []change) error, error) {
	switch s.format {
	case "table":
		return writeChanges, nil
	case "json":
		return func(w io.Writer, list []change) error { return encode(w, changeForms(list)) }, nil
	case "ndjson":
		return func(w io.Writer, list []change) error {
			enc := json.NewEncoder(w)
			enc.SetEscapeHTML(false)
			for _, c := range changeForms(list) {
				if err := enc.Encode(c); err != nil {
					return err
				}
			}
			return nil
		}, nil
	}
	return nil, usageErrorf("diff: --format %q: want table, json or ndjson", s.format)
}

// A change is one of an event, or one of an article; then Event is "".
type change struct {
	store.Change
	article string // canonical URL
}

// joinChanges puts the changes of articles behind those of events, run by run.
func joinChanges(events []store.Change, articles []store.ArticleChange) (out []change) {
	for _, c := range events {
		out = append(out, change{c, ""})
	}
	for _, c := range articles {
		out = append(out, change{store.Change{Run: c.Run, At: c.At, Kind: c.Field, Before: c.Before, After: c.After,
			Headline: c.Publisher + ": " + c.Title}, c.URL})
	}
	slices.SortStableFunc(out, func(a, b change) int { return cmp.Compare(a.Run, b.Run) })
	return out
}

// changeForm is the JSON of a change. Fields may be added, never renamed.
type changeForm struct {
	Run      int64  `json:"run"`
	At       string `json:"at"` // when the run began, or the article was fetched; RFC 3339
	ID       string `json:"id"` // of the event; "" for a change of an article
	Change   string `json:"change"`
	Before   string `json:"before"`
	After    string `json:"after"`
	Headline string `json:"headline"`
	Article  string `json:"article,omitempty"` // canonical URL
}

func changeForms(list []change) []changeForm {
	out := make([]changeForm, 0, len(list))
	for _, c := range list {
		out = append(out, changeForm{c.Run, c.At.UTC().Format(time.RFC3339), c.Event, c.Kind, c.Before, c.After, c.Headline, c.article})
	}
	return out
}

// writeChanges writes a heading a run, then a change: its headline, cut to the
// width, and whole lines of what was and is, so that an address can be opened.
func writeChanges(w io.Writer, list []change) error {
	width, run := terminalWidth(w), int64(-1)
	for _, c := range list {
		var lines []string
		if c.Run != run {
			run = c.Run
			lines = append(lines, fmt.Sprintf("run %d, %s", run, c.At.UTC().Format("2006-01-02 15:04 UTC")))
		}
		if c.article != "" {
			lines = append(lines, cutWidth(fmt.Sprintf("  %-12s %s", c.Kind, visible(c.Headline)), width), "               "+visible(c.article))
		} else {
			lines = append(lines, cutWidth(fmt.Sprintf("  %-12s %s  %s", c.Kind, c.Event, visible(c.Headline)), width))
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
func changeLines(c change) (out []string) {
	const indent = "               "
	switch c.Kind {
	case store.ChangeMoved, store.ChangeStatus:
		return []string{indent + visible(c.Before) + " -> " + visible(c.After)}
	case store.ChangeGone:
		if c.After != "" {
			return []string{indent + "merged into " + visible(c.After)}
		}
		return nil
	}
	for _, side := range []struct{ sign, list string }{{"- ", c.Before}, {"+ ", c.After}} {
		for _, l := range strings.Split(side.list, "\n") {
			if l != "" {
				out = append(out, indent+side.sign+visible(l))
			}
		}
	}
	return out
}
