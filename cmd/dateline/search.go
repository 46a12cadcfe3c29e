package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

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
	var order string
	cmd := &cobra.Command{
		Use:     "search WORDS...",
		Short:   "Find articles by their words, newest first, in any of the languages",
		Example: "  dateline search Exportbeschränkungen\n  dateline search 出口 甲骨文\n  dateline search appeals court --order best --limit 5",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
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
				if err := s.writeHits(cmd.OutOrStdout(), articles); err != nil {
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
	return cmd
}

func (s *settings) writeHits(w io.Writer, articles []news.Article) error {
	hits := make([]searchHit, 0, len(articles))
	for _, a := range articles {
		hits = append(hits, searchHit{day(a.Published.Time), a.Publisher, a.Language, a.Title, a.URL})
	}
	switch s.format {
	case "json":
		return encode(w, hits)
	case "table":
	default:
		return usageErrorf("search: --format %q: want table or json", s.format)
	}
	width := terminalWidth(w)
	for _, h := range hits {
		fmt.Fprintln(w, cutWidth(fmt.Sprintf("%-10s  %-20s  %s", firstNonEmpty(h.Published, "-"), visible(h.Publisher), visible(h.Title)), width))
		if _, err := fmt.Fprintln(w, "            "+visible(h.Article)); err != nil {
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
