package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/crawler/warc"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

func newExportCommand(s *settings) *cobra.Command {
	var q eventFlags
	var path, fields string
	var feed export.Feed
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the timeline in a format that other programs read",
		Long: `Write the timeline in a format that other programs read; --format is one of

  jsonfeed    JSON Feed 1.1, with dates and evidence under "_dateline"
  atom        Atom (RFC 4287)
  ics         iCalendar (RFC 5545): deadlines and plans
  timelinejs  the JSON of a TimelineJS3 slide show; pick its events with
              --order score --limit 40
  json ndjson every event with its evidence: one array, or one object a line
  csv         one row an event, safe to open in a spreadsheet
  md          a Markdown list
  csl ris wikipedia text
              citations of every article quoted: CSL-JSON, RIS, {{cite news}},
              footnotes
  warc        every page that was fetched, gzipped record by record

The filters are those of "dateline timeline". The same database gives the same
bytes. Where a feed is published, --home-url, --feed-url and --event-url put its
addresses into it.`,
		Example: `  dateline export --format jsonfeed -o feed.json
  dateline export --format ics -o deadlines.ics
  dateline export --format timelinejs --order score --limit 40`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := feed.Check(); err != nil {
				return usageErrorf("export: %w", err)
			}
			write, err := s.exporter(fields)
			if err != nil {
				return err
			}
			return s.withStore(cmd.Context(), func(db *store.DB, st news.Story) error {
				if write == nil {
					return writeTo(path, cmd.OutOrStdout(), func(w io.Writer) error { return writePages(cmd.Context(), w, db) })
				}
				filter, err := q.filter(cmd.Context(), db, st)
				if err != nil {
					return err
				}
				events, err := db.Events(cmd.Context(), st.ID, filter)
				if err != nil {
					return err
				}
				s.reword(events, st)
				feed.Story = st
				if feed.Revisions, err = revisions(cmd.Context(), db, st.ID); err != nil {
					return err
				}
				return writeTo(path, cmd.OutOrStdout(), func(w io.Writer) error { return write(w, feed, events) })
			})
		},
	}
	q.add(cmd)
	addFields(cmd, &fields)
	cmd.Flags().StringVarP(&path, "output", "o", "", "the file to write; stdout otherwise")
	cmd.Flags().StringVar(&feed.Home, "home-url", "", "address of the story's page (jsonfeed, atom, ics)")
	cmd.Flags().StringVar(&feed.Self, "feed-url", "", "address at which this export is published (jsonfeed, atom, ics)")
	cmd.Flags().StringVar(&feed.Events, "event-url", "", "address to which an event's ID is appended (jsonfeed, atom, ics)")
	return cmd
}

// exportFormats are the formats of export, in the order of its help.
var exportFormats = []string{"jsonfeed", "atom", "ics", "timelinejs", "json", "ndjson", "csv", "md", "csl", "ris", "wikipedia", "text", "warc"}

// exporter gives the function that writes events as --format and --fields ask;
// nil stands for the pages.
func (s *settings) exporter(fields string) (func(io.Writer, export.Feed, []news.Event) error, error) {
	if err := s.checkFormat(exportFormats); err != nil {
		return nil, err
	}
	if slices.Contains(listFormats, s.format) {
		write, err := s.eventWriter(fields)
		return func(w io.Writer, _ export.Feed, events []news.Event) error { return write(w, events) }, err
	}
	if fields != "" {
		return nil, usageErrorf("--fields goes with --format json, ndjson, csv or md; %s has fields of its own", s.format)
	}
	return s.feedWriter(), nil
}

// feedWriter gives the writer of a format that has a shape of its own.
func (s *settings) feedWriter() func(io.Writer, export.Feed, []news.Event) error {
	switch s.format {
	case "jsonfeed":
		return export.JSONFeed
	case "atom":
		return export.Atom
	case "ics":
		return export.Calendar
	case "timelinejs":
		return export.TimelineJS
	case "warc":
		return nil
	}
	return func(w io.Writer, _ export.Feed, events []news.Event) error {
		return export.CiteEvents(w, s.format, events)
	}
}

// revisions reads from the log when each event last changed.
func revisions(ctx context.Context, db *store.DB, story string) (map[string]export.Revision, error) {
	changes, err := db.Changes(ctx, story, 0)
	out := map[string]export.Revision{}
	for _, c := range changes {
		if r := out[c.Event]; c.Kind != store.ChangeNew && !c.At.Equal(r.At) { // several changes of one run are one revision
			out[c.Event] = export.Revision{N: r.N + 1, At: c.At}
		}
	}
	return out, err
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
