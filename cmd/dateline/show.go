package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/suggest"
	"github.com/seed-7461731f/dateline/cmd/dateline/terminal"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

func newShowCommand(s *settings) *cobra.Command {
	var why bool
	var cite, fields string
	cmd := &cobra.Command{
		Use:   "show ID",
		Short: "Show one event with all its evidence in context",
		Example: `  dateline show eafa036a0bf47 --why
  dateline show eafa036a0bf47 --cite wikipedia
  dateline show eafa036a0bf47 --cite ris > event.ris`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if cite != "" && !slices.Contains(export.CitationForms, cite) {
				return usageErrorf("--cite %q: %s", cite, suggest.For(cite, export.CitationForms))
			}
			write, err := showWriter(s, fields, why)
			if err != nil {
				return err
			}
			return s.withStore(cmd.Context(), func(db *store.DB, st news.Story) error {
				e, err := db.Event(cmd.Context(), st.ID, args[0])
				if errors.Is(err, store.ErrNotFound) {
					return exitError{exitNothing, fmt.Errorf("%w; 'dateline timeline' prints the IDs", err)}
				}
				if err != nil {
					return err
				}
				if cite != "" {
					return export.Cite(cmd.OutOrStdout(), cite, e.Evidence)
				}
				one := []news.Event{e}
				s.reword(one, st)
				if s.format == "table" && fields == "" {
					return writeEvent(cmd, db, one[0], why)
				}
				return write(cmd.OutOrStdout(), one)
			})
		},
	}
	cmd.Flags().StringVar(&cite, "cite", "", "cite its sources instead: "+strings.Join(export.CitationForms, ", "))
	cmd.Flags().BoolVar(&why, "why", false, "tell why its statements were merged")
	addFields(cmd, &fields)
	return cmd
}

// showForm is the JSON of show --why: an event, and why it was merged.
type showForm struct {
	export.Event
	Why []string `json:"why"`
}

func showWriter(s *settings, fields string, why bool) (func(io.Writer, []news.Event) error, error) {
	own := map[string]func(io.Writer, []news.Event) error{"csv": export.CSV, "md": export.MarkdownQuotes}
	if !why {
		return lister(s, fields, listing[news.Event, export.Event]{form: export.NewEvent, own: own, single: true})
	}
	form := func(e news.Event) showForm { return showForm{export.NewEvent(e), append([]string{}, e.Why...)} }
	return lister(s, fields, listing[news.Event, showForm]{form: form, own: own, single: true})
}

func writeEvent(cmd *cobra.Command, db *store.DB, e news.Event, why bool) error {
	w := cmd.OutOrStdout()
	if err := writeTable(w, []news.Event{e}, terminal.Width(w)); err != nil {
		return err
	}
	fmt.Fprintf(w, "  actors: %s\n", strings.Join(e.Actors, ", "))
	if e.By != "" {
		fmt.Fprintf(w, "  by: %s\n", e.By)
	}
	for _, a := range e.Amounts {
		fmt.Fprintf(w, "  %s: %s\n", cmp.Or(a.Of, "amount"), terminal.Visible(a.Text))
	}
	for _, v := range e.Evidence {
		if err := writeEvidence(cmd, w, db, v); err != nil {
			return err
		}
	}
	for _, d := range e.DeadlineHistory {
		fmt.Fprintf(w, "\ndeadline %s: told %s by %s\n", d.Date, cmp.Or(d.Told, "on an unknown day"), terminal.Visible(d.By))
	}
	for _, c := range e.Conflicts {
		fmt.Fprintf(w, "\nother %s: %s, by %s\n", c.Field, terminal.Visible(c.Value), terminal.Visible(strings.Join(c.Sources, ", ")))
	}
	if why {
		fmt.Fprintln(w, "\nmerged or kept apart because:")
		for _, x := range e.Why {
			fmt.Fprintln(w, "  "+terminal.Visible(x))
		}
		if len(e.Why) == 0 {
			fmt.Fprintln(w, "  it rests on one statement")
		}
	}
	return nil
}

// writeEvidence shows a sentence between its neighbours.
func writeEvidence(cmd *cobra.Command, w io.Writer, db *store.DB, v news.Evidence) error {
	before, after, err := neighbours(cmd, db, v)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\n%s, %s [%s]\n%s\n", terminal.Visible(v.Publisher), cmp.Or(terminal.Visible(v.Published), "date unknown"), terminal.Visible(v.Language), terminal.Visible(v.URL))
	if err := writeHistory(cmd, w, db, v); err != nil {
		return err
	}
	if before != "" {
		fmt.Fprintln(w, "    "+terminal.Visible(before))
	}
	fmt.Fprintln(w, "  > "+terminal.Visible(v.Quote))
	if after != "" {
		fmt.Fprintln(w, "    "+terminal.Visible(after))
	}
	fmt.Fprintf(w, "  dated by: %s", v.Rule)
	if v.AttributedTo != "" {
		fmt.Fprintf(w, "; credits %s", terminal.Visible(v.AttributedTo))
	}
	_, err = fmt.Fprintln(w)
	return err
}

// neighbours returns the sentences around a piece of evidence, "" where there
// are none or the article has changed since.
func neighbours(cmd *cobra.Command, db *store.DB, v news.Evidence) (before, after string, err error) {
	a, err := db.Article(cmd.Context(), v.Article)
	if errors.Is(err, store.ErrNotFound) {
		return "", "", nil
	}
	if err != nil {
		return "", "", err
	}
	sentences, err := db.Sentences(cmd.Context(), a.ID)
	for _, s := range sentences {
		if s.Index == 0 || s.End > len(a.Text) {
			continue
		}
		switch s.Index {
		case v.Sentence - 1:
			before = a.Text[s.Start:s.End]
		case v.Sentence + 1:
			after = a.Text[s.Start:s.End]
		}
	}
	return before, after, err
}

// writeHistory tells what became of an article since it was first read: a quote
// may stand there no more.
func writeHistory(cmd *cobra.Command, w io.Writer, db *store.DB, v news.Evidence) error {
	changes, err := db.History(cmd.Context(), v.Article)
	for _, c := range changes {
		switch {
		case c.Kind != news.PageGone:
			fmt.Fprintf(w, "  %s changed, seen %s\n", c.Kind, day(c.At))
		case strings.HasPrefix(v.URL, "http"):
			fmt.Fprintf(w, "  gone since %s; copies, if anybody made one: https://web.archive.org/web/%s/%s\n", day(c.At), c.At.Format("20060102"), terminal.Visible(v.URL))
		}
	}
	return err
}
