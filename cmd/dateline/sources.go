package main

import (
	"context"
	"fmt"
	"io"
	"strings"
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
	cmd.AddCommand(newSourcesCheckCommand(s), newSourcesDroppedCommand(s))
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
		if _, err := fmt.Fprintf(w, "%-24s %-8s %3d  %s\n    %s\n", c.Source, c.Kind, c.Status, visible(said), c.URL); err != nil {
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
		parts = append(parts, fmt.Sprintf("%s read, %d %% stop at a paywall", plural(p.Articles, "article"), 100*p.Stubs/p.Articles))
	}
	if p.LastHealthy != "" {
		parts = append(parts, fmt.Sprintf("last healthy night %s: %d links", p.LastHealthy, p.LastFound))
	}
	if len(parts) == 0 {
		return ""
	}
	return "    " + strings.Join(parts, "; ") + "\n"
}

// droppedForm is the JSON of an address that was found and not fetched.
type droppedForm struct {
	URL     string `json:"url"`
	Source  string `json:"source"`
	Title   string `json:"title"`
	FoundOn string `json:"found_on"`
	Why     string `json:"why"`
}

func newSourcesDroppedCommand(s *settings) *cobra.Command {
	var source string
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
			if limit < 0 {
				return usageErrorf("--limit %d: want 0 or more", limit)
			}
			return s.withStore(cmd.Context(), func(db *store.DB, _ news.Story) error {
				list, err := dropped(cmd.Context(), db, source, limit)
				if err != nil {
					return err
				}
				return s.writeDropped(cmd.OutOrStdout(), list)
			})
		},
	}
	cmd.Flags().StringVar(&source, "source", "", "only of this source, by host")
	cmd.Flags().IntVar(&limit, "limit", 100, "at most so many; 0 is all")
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

func (s *settings) writeDropped(w io.Writer, list []droppedForm) error {
	switch s.format {
	case "json":
		return encode(w, list)
	case "table":
	default:
		return usageErrorf("sources dropped: --format %q: want table or json", s.format)
	}
	for _, d := range list {
		line := cutWidth(visible(firstNonEmpty(d.Title, "(no title)"))+": "+d.Why, terminalWidth(w))
		if _, err := fmt.Fprintf(w, "%s\n    %s\n", line, visible(d.URL)); err != nil {
			return err
		}
	}
	return nil
}
