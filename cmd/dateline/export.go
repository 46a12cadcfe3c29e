package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

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
1.1), json, ndjson, csv or md. The filters are those of "dateline timeline". The
same database gives the same bytes.`,
		Example: "  dateline export --format jsonfeed -o feed.json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return s.withStore(cmd.Context(), func(db *store.DB, st news.Story) error {
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
	return nil, usageErrorf("export: --format %q: want jsonfeed, json, ndjson, csv or md", s.format)
}

// writeTo writes to stdout, or to a file that appears whole or not at all.
func writeTo(path string, stdout io.Writer, write func(io.Writer) error) error {
	if path == "" {
		return write(stdout)
	}
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // gone already when all went well
	if _, err = f.Write(b.Bytes()); err == nil {
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
