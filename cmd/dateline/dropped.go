package main

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/terminal"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// droppedForm is the JSON of an address that was found and not fetched.
type droppedForm struct {
	URL     string `json:"url"`
	Source  string `json:"source"`
	Title   string `json:"title"`
	FoundOn string `json:"found_on"`
	Why     string `json:"why"`
}

func newSourcesDroppedCommand(s *settings) *cobra.Command {
	var source, fields string
	var limit int
	cmd := &cobra.Command{
		Use:   "dropped",
		Short: "List addresses that were found and not fetched, and why",
		Long: `List the addresses that a crawl found and did not fetch: not about the story by
their title and address, too deep, or looking like a trap. When the story gets a
term that fits, the next crawl fetches them.`,
		Example: "  dateline sources dropped --source golem.de --limit 50",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			write, err := lister(s, fields, listing[droppedForm, droppedForm]{form: func(d droppedForm) droppedForm { return d }, table: writeDropped})
			if err != nil {
				return err
			}
			if limit < 0 {
				return usageErrorf("--limit %d: want 0 or more", limit)
			}
			return s.withStore(cmd.Context(), func(db *store.DB, _ news.Story) error {
				list, err := dropped(cmd.Context(), db, source, limit)
				if err != nil {
					return err
				}
				return write(cmd.OutOrStdout(), list)
			})
		},
	}
	cmd.Flags().StringVar(&source, "source", "", "only of this source, by host")
	cmd.Flags().IntVar(&limit, "limit", 100, "at most so many; 0 is all")
	addFields(cmd, &fields)
	return cmd
}

// dropped reads the oldest first.
func dropped(ctx context.Context, db *store.DB, source string, limit int) ([]droppedForm, error) {
	list := []droppedForm{}
	for after := int64(0); ; {
		tasks, err := db.Tasks(ctx, news.Dropped, after, 1000)
		if err != nil || len(tasks) == 0 {
			return list, err
		}
		for _, t := range tasks {
			after = t.ID
			if source != "" && t.Source != source {
				continue
			}
			if limit > 0 && len(list) == limit {
				return list, nil
			}
			list = append(list, droppedForm{t.Link.URL, t.Source, t.Link.Title, t.Link.FoundOn, t.Problem})
		}
	}
}

func writeDropped(w io.Writer, list []droppedForm, width int) error {
	for _, d := range list {
		line := terminal.Cut(terminal.Visible(cmp.Or(d.Title, "(no title)"))+": "+d.Why, width)
		if _, err := fmt.Fprintf(w, "%s\n    %s\n", line, terminal.Visible(d.URL)); err != nil {
			return err
		}
	}
	return nil
}
