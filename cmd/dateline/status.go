package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/terminal"
	"github.com/seed-7461731f/dateline/crawler"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
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
	var fields string
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Tell what the database holds, and which pages gave no article",
		Example: `  dateline status
  dateline status --format json --fields last_run,sources`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			write, err := lister(s, fields, statusListing)
			if err != nil {
				return err
			}
			return s.withStore(cmd.Context(), func(db *store.DB, st news.Story) error {
				f, err := readStatus(cmd.Context(), db, st)
				if err != nil {
					return err
				}
				return write(cmd.OutOrStdout(), []statusForm{f})
			})
		},
	}
	addFields(cmd, &fields)
	return cmd
}

var statusListing = listing[statusForm, statusForm]{
	form:   func(f statusForm) statusForm { return f },
	table:  writeStatus,
	own:    map[string]func(io.Writer, []statusForm) error{"csv": statusAs(export.Table.CSV), "md": statusAs(export.Table.Markdown)},
	single: true,
}

func readStatus(ctx context.Context, db *store.DB, st news.Story) (f statusForm, err error) {
	f = statusForm{Database: db.Path(), Story: st.ID}
	if f.Rows, err = db.Counts(ctx); err != nil {
		return f, err
	}
	if f.Problems, err = db.Problems(ctx); err != nil {
		return f, err
	}
	health, err := db.SourceRuns(ctx, healthRuns)
	if err != nil {
		return f, err
	}
	f.Sources = sourcesStatus(health)
	runs, err := db.Runs(ctx, "")
	if len(runs) > 0 {
		last := runs[len(runs)-1]
		f.LastRun, f.Report = last.Finished.Format(time.RFC3339), last.Command+": "+last.Report
	}
	return f, err
}

// statusLine is a line of what the status comes to in a table of two columns.
type statusLine struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// statusTable is the status as a table: what there is one of, the number of
// rows, then a line a source and a line a page that gave no article.
func statusTable(list []statusForm) (export.Table, error) {
	f := list[0]
	lines := []statusLine{{"database", f.Database}, {"story", f.Story}, {"last_run", f.LastRun}, {"report", f.Report}}
	for _, table := range slices.Sorted(maps.Keys(f.Rows)) {
		lines = append(lines, statusLine{"rows " + table, strconv.FormatInt(f.Rows[table], 10)})
	}
	for _, h := range f.Sources {
		lines = append(lines, statusLine{"source " + h.Source, h.said()})
	}
	for _, p := range f.Problems {
		lines = append(lines, statusLine{"problem " + p.URL, p.Reason})
	}
	return export.NewTable(export.Fields(statusLine{}), lines)
}

func statusAs(write func(export.Table, io.Writer) error) func(io.Writer, []statusForm) error {
	return func(w io.Writer, list []statusForm) error {
		t, err := statusTable(list)
		if err != nil {
			return err
		}
		return write(t, w)
	}
}

// said tells how a source has been doing, in one line.
func (h sourceStatus) said() string {
	s := fmt.Sprintf("last answer %-10s %3d articles, usually %d", cmp.Or(h.LastSuccess, "-"), h.Yield, h.UsualYield)
	if h.Warning != "" {
		s += "  " + h.Warning + ": " + h.Problem
	}
	return s
}

func writeStatus(w io.Writer, list []statusForm, width int) error {
	f := list[0]
	fmt.Fprintf(w, "%s, story %s\n", f.Database, f.Story)
	for _, x := range []struct{ table, noun string }{
		{"page", "pages"}, {"article", "articles"}, {"article_version", "versions of them"}, {"sentence", "sentences"},
		{"time_expression", "time expressions"}, {"event", "events"}, {"evidence", "sentences of evidence"},
	} {
		fmt.Fprintf(w, "%8d %s\n", f.Rows[x.table], x.noun)
	}
	if f.LastRun != "" {
		fmt.Fprintf(w, "last run %s\n", f.LastRun)
		for _, part := range strings.Split(f.Report, "; ") {
			fmt.Fprintln(w, terminal.Cut("  "+terminal.Visible(part), width))
		}
	}
	for _, h := range f.Sources {
		fmt.Fprintln(w, terminal.Cut("  "+terminal.Padded(terminal.Visible(h.Source), 24)+" "+terminal.Visible(h.said()), width))
	}
	if len(f.Problems) > 0 {
		fmt.Fprintln(w, "pages that gave no article:")
	}
	for _, p := range f.Problems {
		if _, err := fmt.Fprintf(w, "  %s\n    %s\n", terminal.Visible(p.URL), terminal.Visible(p.Reason)); err != nil {
			return err
		}
	}
	return nil
}
