package main

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/crawler"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

func newSourcesCommand(s *settings) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "sources",
		Short: "List the story's sources; 'sources check' asks each what it gives",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			st, err := s.loadStory()
			if err != nil {
				return err
			}
			return s.writeSources(cmd.OutOrStdout(), st.Sources)
		},
	}
	cmd.AddCommand(newSourcesCheckCommand(s))
	return cmd
}

func (s *settings) writeSources(w io.Writer, sources []news.Source) error {
	switch s.format {
	case "json":
		return encode(w, sources)
	case "table":
	default:
		return usageErrorf("sources: --format %q: want table or json", s.format)
	}
	width := terminalWidth(w)
	for _, x := range sources {
		note := fmt.Sprintf("%d feeds, %d sitemaps, %d sections", len(x.Feeds), len(x.Sitemaps), len(x.Sections))
		if n := len(x.Archives) + len(x.Wayback) + len(x.Register); n > 0 {
			note += fmt.Sprintf(", %d archives", n)
		}
		if len(x.Unverified) > 0 {
			note += fmt.Sprintf(", %d unverified", len(x.Unverified))
		}
		if _, err := fmt.Fprintln(w, cutWidth(fmt.Sprintf("%-24s %-2s %-2s %-10s %s", x.Host, x.Language, x.Country, x.Kind, note), width)); err != nil {
			return err
		}
	}
	return nil
}

func newSourcesCheckCommand(s *settings) *cobra.Command {
	var c crawlFlags
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Ask each source's own addresses, once, and tell what they give",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return s.withRun(cmd.Context(), "sources check", func(db *store.DB, st news.Story) (string, error) {
				cfg, err := c.config(s, st)
				if err != nil {
					return "", err
				}
				cfg.Log = s.log
				checks, err := crawler.Check(cmd.Context(), db, cfg)
				if err != nil {
					return "", err
				}
				return fmt.Sprintf("%d addresses checked", len(checks)), s.writeChecks(cmd.OutOrStdout(), checks)
			})
		},
	}
	c.add(cmd)
	return cmd
}

// writeChecks prints what each address gives; the error says how many failed.
func (s *settings) writeChecks(w io.Writer, checks []crawler.AddressCheck) error {
	if s.format == "json" {
		if err := encode(w, checks); err != nil {
			return err
		}
	}
	bad := 0
	for _, c := range checks {
		if c.Problem != "" {
			bad++
		}
		if s.format == "json" {
			continue
		}
		said := fmt.Sprintf("%d links, %d dated", c.Links, c.Dated)
		if !c.Newest.IsZero() {
			said += ", newest " + c.Newest.Format(time.DateOnly)
		}
		if c.Final != "" {
			said += ", now at " + c.Final
		}
		if c.Problem != "" {
			said = c.Problem
		}
		if _, err := fmt.Fprintf(w, "%-24s %-8s %3d  %s\n    %s\n", c.Source, c.Kind, c.Status, visible(said), c.URL); err != nil {
			return err
		}
	}
	switch {
	case bad == 0:
		return nil
	case bad == len(checks):
		return exitError{exitFailed, errNoNetwork}
	}
	return exitError{exitSomeFailed, fmt.Errorf("%d of %s gave nothing, or not all", bad, fmt.Sprintf("%d addresses", len(checks)))}
}
