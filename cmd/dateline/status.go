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

// statusForm is the JSON of status.
type statusForm struct {
	Database string           `json:"database"`
	Story    string           `json:"story"`
	Rows     map[string]int64 `json:"rows"`
	LastRun  string           `json:"last_run"` // RFC 3339; "" none came to its end
	Report   string           `json:"report"`
	Problems []store.Problem  `json:"problems"`
	Sources  []sourceStatus   `json:"sources"`
}

// sourceStatus is how a source has been doing.
type sourceStatus struct {
	Source      string `json:"source"`
	LastSuccess string `json:"last_success"` // day; "" none known
	Yield       int    `json:"yield"`        // articles of the last crawl
	UsualYield  int    `json:"usual_yield"`
	Warning     string `json:"warning"` // "failing", "silent"
	Problem     string `json:"problem"`
}

// healthRuns is how many crawls of a source its health is judged by.
const healthRuns = 14

func sourcesStatus(runs []news.SourceRun) (out []sourceStatus) {
	for _, h := range crawler.Health(runs) {
		out = append(out, sourceStatus{h.Source, day(h.LastSuccess), h.Yield, h.UsualYield, h.Warning, h.Problem})
	}
	return out
}

func newStatusCommand(s *settings) *cobra.Command {
	return &cobra.Command{
		Use:   "status",
		Short: "Tell what the database holds, and which pages gave no article",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return s.withStore(cmd.Context(), func(db *store.DB, st news.Story) error {
				rows, err := db.Counts(cmd.Context())
				if err != nil {
					return err
				}
				problems, err := db.Problems(cmd.Context())
				if err != nil {
					return err
				}
				runs, err := db.Runs(cmd.Context(), "")
				if err != nil {
					return err
				}
				health, err := db.SourceRuns(cmd.Context(), healthRuns)
				if err != nil {
					return err
				}
				f := statusForm{Sources: sourcesStatus(health), Database: s.db, Story: st.ID, Rows: rows, Problems: problems}
				if len(runs) > 0 {
					last := runs[len(runs)-1]
					f.LastRun, f.Report = last.Finished.Format(time.RFC3339), last.Command+": "+last.Report
				}
				return s.writeStatus(cmd.OutOrStdout(), f)
			})
		},
	}
}

func (s *settings) writeStatus(w io.Writer, f statusForm) error {
	switch s.format {
	case "json":
		return encode(w, f)
	case "table":
	default:
		return usageErrorf("status: --format %q: want table or json", s.format)
	}
	fmt.Fprintf(w, "%s, story %s\n", f.Database, f.Story)
	for _, x := range []struct{ table, noun string }{
		{"page", "pages"}, {"article", "articles"}, {"article_version", "versions of them"}, {"sentence", "sentences"},
		{"time_expression", "time expressions"}, {"event", "events"}, {"evidence", "sentences of evidence"},
	} {
		fmt.Fprintf(w, "%8d %s\n", f.Rows[x.table], x.noun)
	}
	if f.LastRun != "" {
		fmt.Fprintf(w, "last run %s: %s\n", f.LastRun, f.Report)
	}
	for _, h := range f.Sources {
		line := fmt.Sprintf("  %-24s last answer %-10s %3d articles, usually %d", h.Source, firstNonEmpty(h.LastSuccess, "-"), h.Yield, h.UsualYield)
		if h.Warning != "" {
			line += "  " + h.Warning + ": " + visible(h.Problem)
		}
		fmt.Fprintln(w, cutWidth(line, terminalWidth(w)))
	}
	if len(f.Problems) > 0 {
		fmt.Fprintln(w, "pages that gave no article:")
	}
	for _, p := range f.Problems {
		if _, err := fmt.Fprintf(w, "  %s: %s\n", visible(p.URL), visible(p.Reason)); err != nil {
			return err
		}
	}
	return nil
}
