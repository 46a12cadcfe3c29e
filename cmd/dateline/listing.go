package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/suggest"
	"github.com/seed-7461731f/dateline/cmd/dateline/terminal"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// listFormats are the formats of every command that answers a question.
var listFormats = []string{"table", "json", "ndjson", "csv", "md"}

// A listing says how a list of T is printed. Its JSON is the JSON of F; where it has
// no form of its own, it is printed field by field.
type listing[T, F any] struct {
	form   func(T) F
	table  func(w io.Writer, list []T, width int) error
	own    map[string]func(io.Writer, []T) error // by format
	single bool                                  // its one row is a JSON object, not an array
}

// addFields adds --fields to a command that prints a listing.
func addFields(cmd *cobra.Command, fields *string) {
	cmd.Flags().StringVar(fields, "fields", "", "only these fields, in this order, such as id,date,headline")
}

// checkFormat refuses a --format that is not known.
func (s *settings) checkFormat(known []string) error {
	if slices.Contains(known, s.format) {
		return nil
	}
	return usageErrorf("--format %q: %swant one of %s", s.format, suggest.Meant(s.format, known), strings.Join(known, ", "))
}

// lister gives the function that prints a listing as --format and --fields ask.
func lister[T, F any](s *settings, fields string, l listing[T, F]) (func(io.Writer, []T) error, error) {
	if err := s.checkFormat(listFormats); err != nil {
		return nil, err
	}
	var none F
	picked, err := pickFields(fields, export.Fields(none))
	if err != nil {
		return nil, err
	}
	if own := l.own[s.format]; own != nil && fields == "" {
		return own, nil
	}
	if s.format == "table" && l.table != nil && fields == "" {
		return func(w io.Writer, list []T) error { return l.table(w, list, terminal.Width(w)) }, nil
	}
	return func(w io.Writer, list []T) error {
		forms := make([]F, 0, len(list))
		for _, x := range list {
			forms = append(forms, l.form(x))
		}
		t, err := export.NewTable(picked, forms)
		if err != nil {
			return err
		}
		if l.single && s.format == "json" {
			return t.Object(w)
		}
		return writeFields(w, s.format, t)
	}, nil
}

func writeFields(w io.Writer, format string, t export.Table) error {
	switch format {
	case "json":
		return t.JSON(w)
	case "ndjson":
		return t.NDJSON(w)
	case "csv":
		return t.CSV(w)
	case "md":
		return t.Markdown(w)
	}
	return terminal.Columns(w, t.Fields, t.Cells(), terminal.Width(w))
}

// pickFields reads the value of --fields; "" is all.
func pickFields(asked string, known []string) ([]string, error) {
	if asked == "" {
		return known, nil
	}
	var out []string
	for _, f := range strings.Split(asked, ",") {
		f = strings.TrimSpace(f)
		switch {
		case !slices.Contains(known, f):
			return nil, usageErrorf("--fields %q: %swant some of %s", f, suggest.Meant(f, known), strings.Join(known, ", "))
		case !slices.Contains(out, f):
			out = append(out, f)
		}
	}
	return out, nil
}

// encode writes v as indented JSON with its text left readable.
func encode(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// writeTable writes three lines an event: what and when, the quote, whose word
// it is.
func writeTable(w io.Writer, events []news.Event, width int) error {
	for i, e := range events {
		if i > 0 {
			fmt.Fprintln(w)
		}
		first := cmp.Or(e.FirstReport.Publisher, "unknown")
		if e.FirstReport.Published != "" {
			first += ", " + e.FirstReport.Published
		}
		lines := []string{
			heading(e, width),
			"  " + terminal.Visible(e.Headline),
			fmt.Sprintf("  %s  %s; first: %s", e.ID, export.Sources(e), terminal.Visible(first)),
		}
		for _, l := range lines {
			if _, err := fmt.Fprintln(w, terminal.Cut(strings.TrimRight(l, " "), width)); err != nil {
				return err
			}
		}
	}
	return nil
}

// heading is the first line of an event, in columns where there is room.
func heading(e news.Event, width int) string {
	form := "%-23s %-18s %s"
	if width < 60 {
		form = "%s  %s  %s"
	}
	return fmt.Sprintf(form, e.When.EDTF, export.Standing(e), e.Topic)
}

// eventListing prints events.
var eventListing = listing[news.Event, export.Event]{form: export.NewEvent, table: writeTable, own: map[string]func(io.Writer, []news.Event) error{
	"json": export.JSON, "ndjson": export.NDJSON, "csv": export.CSV, "md": export.Markdown,
}}

// eventWriter gives the function that writes events as --format and --fields ask.
func (s *settings) eventWriter(fields string) (func(io.Writer, []news.Event) error, error) {
	return lister(s, fields, eventListing)
}
