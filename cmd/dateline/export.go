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

// exporter is an export as its flags ask for it.
type exporter struct {
	*settings
	flags        queryFlags
	feed         export.Feed
	path, fields string
	pageSize     int
	ordered      bool // --order was given
	write        func(io.Writer, export.Feed, []news.Event) error
}

func newExportCommand(s *settings) *cobra.Command {
	x := exporter{settings: s}
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the timeline in a format that other programs read",
		Long: `Write the timeline in a format that other programs read; --format is one of

  jsonfeed    JSON Feed 1.1, with dates and evidence under "_dateline"
  atom        Atom (RFC 4287)
  ics         iCalendar (RFC 5545): deadlines and plans
  timelinejs  the JSON of a TimelineJS3 slide show; pick its events with
              --order score --limit 40
  jsonld      schema.org, for a script element of a web page
  json ndjson every event with its evidence: one array, or one object a line
  csv         one row an event, safe to open in a spreadsheet
  md          a Markdown list
  csl ris wikipedia text
              citations of every article quoted: CSL-JSON, RIS, {{cite news}},
              footnotes
  datasette metadata
              datasette.yaml and metadata.json, with which Datasette shows --db
  warc        every page that was fetched, gzipped record by record

The filters are those of "dateline timeline". The same database gives the same
bytes. Where a feed is published, --home-url, --feed-url and --event-url put its
addresses into it. A feed begins with what changed last, unless --order says
otherwise; --page-size cuts it into files that lead from one to the next.`,
		Example: `  dateline export --format jsonfeed -o feed.json
  dateline export --format jsonfeed --page-size 50 -o feed.json --feed-url https://news.example/feed.json
  dateline export --format ics -o deadlines.ics
  dateline export --format timelinejs --spread --limit 40
  dateline export --format csl --topic lawsuit -o sources.json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			x.ordered = cmd.Flags().Changed("order") || cmd.Flags().Changed("spread")
			if err := x.check(); err != nil {
				return err
			}
			return s.withStore(cmd.Context(), func(db *store.DB, st news.Story) error {
				return x.run(cmd.Context(), db, st, cmd.OutOrStdout())
			})
		},
	}
	x.flags.add(s, cmd)
	addFields(cmd, &x.fields)
	f := cmd.Flags()
	f.StringVarP(&x.path, "output", "o", "", "the file to write; stdout otherwise")
	f.IntVar(&x.pageSize, "page-size", 0, "events a file: FILE, FILE-2, ... (jsonfeed, atom); 0 is all in one")
	f.StringVar(&x.feed.Home, "home-url", "", "address of the story's page (jsonfeed, atom, ics, jsonld)")
	f.StringVar(&x.feed.Self, "feed-url", "", "address at which this export is published (jsonfeed, atom, ics)")
	f.StringVar(&x.feed.Events, "event-url", "", "address to which an event's ID is appended (jsonfeed, atom, ics, jsonld)")
	return cmd
}

// isFeed tells of the formats that a reader polls.
func (x *exporter) isFeed() bool { return x.format == "jsonfeed" || x.format == "atom" }

// check reads the flags before anything is opened.
func (x *exporter) check() (err error) {
	if err := x.feed.Check(); err != nil {
		return usageErrorf("export: %w", err)
	}
	switch {
	case x.pageSize < 0:
		return usageErrorf("--page-size %d: want 0 or more", x.pageSize)
	case x.pageSize > 0 && (!x.isFeed() || x.path == "" || x.feed.Self == ""):
		return usageErrorf("--page-size goes with --format jsonfeed or atom, -o and --feed-url, from which the pages get their names")
	case x.pageSize > 0 && numberedURL(x.feed.Self, 2) == "":
		return usageErrorf("--feed-url %q: want the address of a file, such as https://news.example/feed.json, for its pages to have names", x.feed.Self)
	}
	x.write, err = x.writer()
	return err
}

func (x *exporter) run(ctx context.Context, db *store.DB, st news.Story, stdout io.Writer) error {
	switch x.format {
	case "warc":
		return writeTo(x.path, stdout, func(w io.Writer) error { return writePages(ctx, w, db) })
	case "datasette":
		return writeTo(x.path, stdout, func(w io.Writer) error { return export.DatasetteConfig(w, st, db.Path()) })
	case "metadata":
		return writeTo(x.path, stdout, func(w io.Writer) error { return export.DatasetteMetadata(w, st, db.Path()) })
	}
	events, err := x.events(ctx, db, st)
	if err != nil {
		return err
	}
	for _, p := range x.pages(events) {
		if err := writeTo(p.path, stdout, func(w io.Writer) error { return x.write(w, p.feed, p.events) }); err != nil {
			return err
		}
	}
	return nil
}

// events reads what is to be written, in its order.
func (x *exporter) events(ctx context.Context, db *store.DB, st news.Story) ([]news.Event, error) {
	q, err := x.flags.parse(st)
	if err != nil {
		return nil, err
	}
	limit, newest := q.Limit, x.isFeed() && !x.ordered
	if newest {
		q.Limit = 0 // the newest of all
	}
	events, err := eventsOf(ctx, db, st, q)
	if err != nil {
		return nil, err
	}
	x.reword(events, st)
	if x.feed, err = feedOf(ctx, db, st, x.feed); err != nil {
		return nil, err
	}
	if newest {
		x.feed.Newest(events)
		if limit > 0 {
			events = events[:min(limit, len(events))]
		}
	}
	return events, nil
}

// exportFormats are the formats of export, in the order of its help.
var exportFormats = []string{"jsonfeed", "atom", "ics", "timelinejs", "jsonld", "json", "ndjson", "csv", "md", "csl", "ris", "wikipedia", "text", "datasette", "metadata", "warc"}

// writer gives the function that writes events as --format and --fields ask;
// nil stands for what is not made of events.
func (x *exporter) writer() (func(io.Writer, export.Feed, []news.Event) error, error) {
	if err := x.checkFormat(exportFormats); err != nil {
		return nil, err
	}
	if slices.Contains(listFormats, x.format) {
		write, err := x.eventWriter(x.fields)
		return func(w io.Writer, _ export.Feed, events []news.Event) error { return write(w, events) }, err
	}
	if x.fields != "" {
		return nil, usageErrorf("--fields goes with --format json, ndjson, csv or md; %s has fields of its own", x.format)
	}
	return x.feedWriter(), nil
}

// feedWriter gives the writer of a format that has a shape of its own.
func (x *exporter) feedWriter() func(io.Writer, export.Feed, []news.Event) error {
	switch x.format {
	case "jsonfeed":
		return export.JSONFeed
	case "atom":
		return export.Atom
	case "ics":
		return export.Calendar
	case "timelinejs":
		return export.TimelineJS
	case "jsonld":
		return export.JSONLD
	case "warc", "datasette", "metadata":
		return nil
	}
	return func(w io.Writer, _ export.Feed, events []news.Event) error {
		return export.CiteEvents(w, x.format, events)
	}
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
			if !strings.HasPrefix(p.FinalURL, "http") || isLost(p) {
				continue // of a page from a file WARC has no address
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
