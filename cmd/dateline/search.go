package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/terminal"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// A searchHit is one article found.
type searchHit struct {
	Published string `json:"published"`
	Publisher string `json:"publisher"`
	Language  string `json:"language"`
	Title     string `json:"title"`
	Article   string `json:"article"`
}

func newSearchCommand(s *settings) *cobra.Command {
	var limit int
	var order, fields string
	cmd := &cobra.Command{
		Use:     "search WORDS...",
		Short:   "Find articles by their words, newest first, in any of the languages",
		Example: "  dateline search Exportbeschränkungen\n  dateline search 出口 甲骨文\n  dateline search appeals court --order best --limit 5",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, err := lister(s, fields, listing[news.Article, searchHit]{form: newSearchHit, table: writeHits})
			if err != nil {
				return err
			}
			if limit < 0 {
				return usageErrorf("--limit %d: want 0 or more", limit)
			}
			if order != "newest" && order != "best" {
				return usageErrorf("--order %q: want newest or best", order)
			}
			return s.withStore(cmd.Context(), func(db *store.DB, _ news.Story) error {
				n := limit
				if n == 0 {
					n = 1 << 30
				}
				find := db.Search
				if order == "best" {
					find = db.SearchBest
				}
				articles, err := find(cmd.Context(), strings.Join(args, " "), n)
				if err != nil {
					return err
				}
				if err := write(cmd.OutOrStdout(), articles); err != nil {
					return err
				}
				if len(articles) == 0 {
					return exitError{exitNothing, fmt.Errorf("no article holds %q", strings.Join(args, " "))}
				}
				return nil
			})
		},
	}
	cmd.Flags().IntVar(&limit, "limit", 20, "at most so many articles; 0 is all")
	cmd.Flags().StringVar(&order, "order", "newest", "newest, or best: where the words stand densest among the newest hits")
	addFields(cmd, &fields)
	complete(cmd, "order", always("newest", "best"))
	return cmd
}

func newSearchHit(a news.Article) searchHit {
	published := a.Published.Text() // of an instant its day
	return searchHit{published[:min(len(published), len(time.DateOnly))], a.Publisher, a.Language, a.Title, a.URL}
}

// writeHits writes an article in two lines; its address is whole, so that it can
// be opened.
func writeHits(w io.Writer, articles []news.Article, width int) error {
	for _, a := range articles {
		h := newSearchHit(a)
		fmt.Fprintln(w, terminal.Cut(cmp.Or(h.Published, "-         ")+"  "+terminal.Padded(terminal.Visible(h.Publisher), 20)+"  "+terminal.Visible(h.Title), width))
		if _, err := fmt.Fprintln(w, "            "+terminal.Visible(h.Article)); err != nil {
			return err
		}
	}
	return nil
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
