package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/crawler/warc"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

func newExportCommand(s *settings) *cobra.Command {
	var q eventFlags
	var path string
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the timeline in a format that other programs read",
		Long: `Write the timeline in a format that other programs read: jsonfeed (JSON Feed
1.1), json, ndjson, csv or md; or, as warc, every page that was fetched, gzipped
record by record. The filters are those of "dateline timeline". The
same database gives the same bytes.`,
		Example: "  dateline export --format jsonfeed -o feed.json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return s.withStore(cmd.Context(), func(db *store.DB, st news.Story) error {
				if s.format == "warc" {
					return writeTo(path, cmd.OutOrStdout(), func(w io.Writer) error { return writePages(cmd.Context(), w, db) })
				}
				write, err := s.exporter(st)
				if err != nil {
					return err
				}
				filter, err := q.filter(st)
				if err != nil {
					return err
				}
				events, err := db.Events(cmd.Context(), st.ID, filter)
				if err != nil {
					return err
				}
				s.reword(events, st)
				return writeTo(path, cmd.OutOrStdout(), func(w io.Writer) error { return write(w, events) })
			})
		},
	}
	q.add(cmd)
	cmd.Flags().StringVarP(&path, "output", "o", "", "the file to write; stdout otherwise")
	return cmd
}

func (s *settings) exporter(st news.Story) (func(io.Writer, []news.Event) error, error) {
	switch s.format {
	case "jsonfeed":
		return func(w io.Writer, events []news.Event) error { return export.JSONFeed(w, st, events) }, nil
	case "json", "ndjson", "csv", "md":
		return s.eventWriter()
	}
	return nil, usageErrorf("export: --format %q: want jsonfeed, json, ndjson, csv, md or warc", s.format)
}

// writePages writes every page of the store as a WARC file, in the order in
// which they were kept. Its date is that of the last fetch.
func writePages(ctx context.Context, w io.Writer, db *store.DB) error {
	last, err := db.LastFetch(ctx)
	if err != nil {
		return err
	}
	out, err := warc.NewWriter(w, "dateline", last)
	if err != nil {
		return err
	}
	for after := int64(0); ; {
		pages, err := db.Pages(ctx, after, batchSize)
		if err != nil || len(pages) == 0 {
			return err
		}
		for _, p := range pages {
			if !strings.HasPrefix(p.FinalURL, "http") {
				continue // came from a file: WARC has no address for it
			}
			if err := out.Write(p); err != nil {
				return err
			}
		}
		after = pages[len(pages)-1].ID
	}
}

// writeTo writes to stdout, or to a file that appears whole or not at all.
func writeTo(path string, stdout io.Writer, write func(io.Writer) error) error {
	if path == "" {
		return write(stdout)
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // gone already when all went well
	if err = write(f); err == nil {
		err = f.Sync()
	}
	if err == nil {
		err = f.Chmod(0o644)
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
