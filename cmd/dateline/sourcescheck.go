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
)

func newSourcesCheckCommand(s *settings) *cobra.Command {
	var c crawlFlags
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Ask each source's own addresses, once, and tell what they give",
		Long: `Ask each source's own addresses, once and with all politeness, and tell what
they give: how many links, how many of them dated, the newest. With it, from the
database, the share of the source's articles that stop at a paywall, and what
its last healthy crawl found.`,
		Args: cobra.NoArgs,
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
				past, err := pastOf(cmd.Context(), db)
				if err != nil {
					return "", err
				}
				return fmt.Sprintf("%d addresses checked", len(checks)), s.writeChecks(cmd.OutOrStdout(), checks, past)
			})
		},
	}
	c.add(cmd)
	return cmd
}

// A sourcePast is what the database knows of a source.
type sourcePast struct {
	Articles    int    `json:"articles"`     // read
	Stubs       int    `json:"stubs"`        // of them, those that stop at a paywall
	LastHealthy string `json:"last_healthy"` // day of the last crawl without a problem; "" none
	LastFound   int    `json:"last_found"`   // addresses that one found
}

func pastOf(ctx context.Context, db *store.DB) (map[string]sourcePast, error) {
	past := map[string]sourcePast{}
	runs, err := db.SourceRuns(ctx, healthRuns)
	if err != nil {
		return nil, err
	}
	for _, r := range runs { // newest first
		p := past[r.Source]
		if p.LastHealthy == "" && r.Problem == "" && r.Fetched+r.Unchanged > 0 {
			p.LastHealthy, p.LastFound = day(r.Started), r.Found
		}
		past[r.Source] = p
	}
	shares, err := db.StubShares(ctx)
	for _, x := range shares {
		p := past[x.Publisher]
		p.Articles, p.Stubs = x.Articles, x.Stubs
		past[x.Publisher] = p
	}
	return past, err
}

// checkForm is the JSON of a checked address. Fields may be added, never renamed.
type checkForm struct {
	crawler.AddressCheck
	Past sourcePast `json:"past"` // of its source
}

// writeChecks prints what each address gives; the error says how many failed.
func (s *settings) writeChecks(w io.Writer, checks []crawler.AddressCheck, past map[string]sourcePast) error {
	forms := make([]checkForm, 0, len(checks))
	bad := 0
	for _, c := range checks {
		forms = append(forms, checkForm{c, past[c.Source]})
		if c.Problem != "" {
			bad++
		}
	}
	var err error
	if s.format == "json" {
		err = encode(w, forms)
	} else {
		err = writeCheckTable(w, forms)
	}
	switch {
	case err != nil || bad == 0:
		return err
	case bad == len(checks):
		return exitError{exitFailed, errNoNetwork}
	}
	return exitError{exitSomeFailed, fmt.Errorf("%d of %s gave nothing, or not all", bad, fmt.Sprintf("%d addresses", len(checks)))}
}

func writeCheckTable(w io.Writer, forms []checkForm) error {
	for i, c := range forms {
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
		if _, err := fmt.Fprintf(w, "%-24s %-8s %3d  %s\n    %s\n", c.Source, c.Kind, c.Status, terminal.Visible(said), c.URL); err != nil {
			return err
		}
		if i == len(forms)-1 || forms[i+1].Source != c.Source {
			fmt.Fprint(w, pastLine(c.Past))
		}
	}
	return nil
}

// pastLine is the line below a source's addresses; "" when nothing is known.
func pastLine(p sourcePast) string {
	var parts []string
	if p.Articles > 0 {
		parts = append(parts, fmt.Sprintf("%s read, %d %% stop at a paywall", terminal.Plural(p.Articles, "article"), 100*p.Stubs/p.Articles))
	}
	if p.LastHealthy != "" {
		parts = append(parts, fmt.Sprintf("last healthy night %s: %d links", p.LastHealthy, p.LastFound))
	}
	if len(parts) == 0 {
		return ""
	}
	return "    " + strings.Join(parts, "; ") + "\n"
}
