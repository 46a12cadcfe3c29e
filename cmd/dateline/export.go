package main

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/stage"
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
	as           exportFormat
	write        func(io.Writer, export.Feed, []news.Event) error
}

// An exportFormat is a format of events, or one of the whole store.
type exportFormat struct {
	export.Format
	whole func(ctx context.Context, w io.Writer, db *store.DB, st news.Story) error // nil: it is of events
}

// exportFormats are the formats of export, in the order of its help.
var exportFormats = append(eventFormats(),
	exportFormat{export.Format{Name: "datasette", Help: "datasette.yaml, with which Datasette shows --db"},
		func(_ context.Context, w io.Writer, db *store.DB, st news.Story) error {
			return export.DatasetteConfig(w, st, db.Path())
		}},
	exportFormat{export.Format{Name: "metadata", Help: "metadata.json, for the same"},
		func(_ context.Context, w io.Writer, db *store.DB, st news.Story) error {
			return export.DatasetteMetadata(w, st, db.Path())
		}},
	exportFormat{export.Format{Name: "warc", Help: "every page that was fetched, gzipped record by record"},
		func(ctx context.Context, w io.Writer, db *store.DB, _ news.Story) error {
			return writePages(ctx, w, db)
		}},
)

func eventFormats() (all []exportFormat) {
	for _, f := range export.Formats {
		all = append(all, exportFormat{Format: f})
	}
	return all
}

func exportNames() (names []string) {
	for _, f := range exportFormats {
		names = append(names, f.Name)
	}
	return names
}

// formatHelp lists the formats, a line each.
func formatHelp() string {
	var b strings.Builder
	for _, f := range exportFormats {
		fmt.Fprintf(&b, "  %-10s  %s\n", f.Name, f.Help)
	}
	return b.String()
}

func newExportCommand(s *settings) *cobra.Command {
	x := exporter{settings: s}
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the timeline in a format that other programs read",
		Long: "Write the timeline in a format that other programs read; --format is one of\n\n" + formatHelp() + `
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
	f.IntVar(&x.pageSize, "page-size", 0, "events a file: FILE, FILE-2, ... (feeds); 0 is all in one")
	f.StringVar(&x.feed.Home, "home-url", "", "address of the story's page (feeds, ics, jsonld)")
	f.StringVar(&x.feed.Self, "feed-url", "", "address at which this export is published (feeds, ics)")
	f.StringVar(&x.feed.Events, "event-url", "", "address to which an event's ID is appended (feeds, ics, jsonld)")
	return cmd
}

// check reads the flags before anything is opened.
func (x *exporter) check() error {
	if err := x.feed.Check(); err != nil {
		return usageErrorf("export: %w", err)
	}
	if err := x.choose(); err != nil {
		return err
	}
	switch {
	case x.pageSize < 0:
		return usageErrorf("--page-size %d: want 0 or more", x.pageSize)
	case x.pageSize > 0 && (x.as.Kind != export.Polled || x.path == "" || x.feed.Self == ""):
		return usageErrorf("--page-size goes with --format %s, -o and --feed-url, from which the pages get their names", strings.Join(export.FormatNames(export.Polled), ", "))
	case x.pageSize > 0 && numberedURL(x.feed.Self, 2) == "":
		return usageErrorf("--feed-url %q: want the address of a file, such as https://news.example/feed.json, for its pages to have names", x.feed.Self)
	}
	return nil
}

func (x *exporter) run(ctx context.Context, db *store.DB, st news.Story, stdout io.Writer) error {
	if x.as.whole != nil {
		return writeTo(x.path, stdout, func(w io.Writer) error { return x.as.whole(ctx, w, db, st) })
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
	limit, newest := q.Limit, x.as.Kind == export.Polled && !x.ordered
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

// choose finds the format, and the function that writes it as --fields asks.
func (x *exporter) choose() (err error) {
	if err := x.checkFormat(exportNames()); err != nil {
		return err
	}
	x.as = exportFormats[slices.IndexFunc(exportFormats, func(f exportFormat) bool { return f.Name == x.format })]
	x.write = x.as.Write
	switch {
	case x.fields != "" && x.as.Kind != export.Listing:
		return usageErrorf("--fields goes with --format %s; %s has fields of its own", strings.Join(export.FormatNames(export.Listing), ", "), x.format)
	case x.fields != "":
		write, err := x.eventWriter(x.fields)
		x.write = func(w io.Writer, _ export.Feed, events []news.Event) error { return write(w, events) }
		return err
	}
	return nil
}

// writePages writes every page of the store as a WARC file, in the order in
// which they were kept. Its date is the last fetch.
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
		pages, err := db.Pages(ctx, after, stage.BatchSize)
		if err != nil || len(pages) == 0 {
			return err
		}
		for _, p := range pages {
			if !strings.HasPrefix(p.FinalURL, "http") || stage.IsLost(p) {
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

// A feedPage is one file of a feed.
type feedPage struct {
	path   string
	feed   export.Feed
	events []news.Event
}

// pages cuts the events into files; there is at least one.
func (x *exporter) pages(events []news.Event) (out []feedPage) {
	if x.pageSize == 0 || len(events) == 0 {
		return []feedPage{{x.path, x.feed, events}}
	}
	n := 0
	for page := range slices.Chunk(events, x.pageSize) {
		n++
		p := feedPage{numbered(x.path, n), x.feed, page}
		p.feed.Self, p.feed.First = numberedURL(x.feed.Self, n), x.feed.Self
		if n*x.pageSize < len(events) {
			p.feed.Next = numberedURL(x.feed.Self, n+1)
		}
		out = append(out, p)
	}
	return out
}

// numbered is the name of a page: "feed.json", "feed-2.json".
func numbered(name string, n int) string {
	if n == 1 {
		return name
	}
	ext := filepath.Ext(name)
	return strings.TrimSuffix(name, ext) + "-" + strconv.Itoa(n) + ext
}

// numberedURL numbers the path of an address that was checked; "" when it has
// none that names a file.
func numberedURL(address string, n int) string {
	u, err := url.Parse(address)
	if err != nil || strings.HasSuffix("/"+u.Path, "/") {
		return ""
	}
	if n == 1 {
		return address
	}
	u.Path, u.RawPath = path.Join(path.Dir(u.Path), numbered(path.Base(u.Path), n)), ""
	return u.String()
}

// feedOf completes a feed by its story and what the log knows of its events.
func feedOf(ctx context.Context, db *store.DB, st news.Story, f export.Feed) (export.Feed, error) {
	f.Story = st
	changes, err := db.Changes(ctx, st.ID, 0)
	return f.WithLog(changes), err
}
