package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// listFormats are the formats of every command that answers a question.
var listFormats = []string{"table", "json", "ndjson", "csv", "md"}

// A listing says how a list of T is printed. Its JSON is that of F; where it has
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

// checkFormat refuses a --format that is none of those known.
func (s *settings) checkFormat(known []string) error {
	if slices.Contains(known, s.format) {
		return nil
	}
	return usageErrorf("--format %q: %swant one of %s", s.format, meant(s.format, known), strings.Join(known, ", "))
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
		return func(w io.Writer, list []T) error { return l.table(w, list, terminalWidth(w)) }, nil
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
	return writeColumns(w, t.Fields, t.Cells(), terminalWidth(w))
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
			return nil, usageErrorf("--fields %q: %swant some of %s", f, meant(f, known), strings.Join(known, ", "))
		case !slices.Contains(out, f):
			out = append(out, f)
		}
	}
	return out, nil
}

// columnGap stands between two columns. A column keeps its day as long as others
// can give, and in any case a few signs.
const columnGap, dayWidth, narrowest = 2, len("2020-08-31"), 4

// writeColumns writes a header and rows in columns that together fit the width:
// the widest are cut first.
func writeColumns(w io.Writer, header []string, rows [][]string, width int) error {
	all := append([][]string{header}, rows...)
	widths := columnWidths(all, width)
	for _, row := range all {
		var b strings.Builder
		for i, c := range row {
			b.WriteString(padded(cutWidth(visible(c), widths[i]), widths[i]+columnGap))
		}
		if _, err := fmt.Fprintln(w, cutWidth(strings.TrimRight(b.String(), " "), width)); err != nil {
			return err
		}
	}
	return nil
}

// columnWidths takes columns off the widest column until all fit.
func columnWidths(rows [][]string, width int) []int {
	widths := make([]int, len(rows[0]))
	total := columnGap * (len(widths) - 1)
	for _, row := range rows {
		for i, c := range row {
			widths[i] = max(widths[i], min(runewidth.StringWidth(visible(c)), width))
		}
	}
	for _, n := range widths {
		total += n
	}
	for _, floor := range []int{dayWidth, narrowest} {
		for total > width && slices.Max(widths) > floor {
			widths[slices.Index(widths, slices.Max(widths))]--
			total--
		}
	}
	return widths // where they are still too many, the line itself is cut
}

// eventListing is that of events.
var eventListing = listing[news.Event, export.Event]{form: export.NewEvent, table: writeTable, own: map[string]func(io.Writer, []news.Event) error{
	"json": export.JSON, "ndjson": export.NDJSON, "csv": export.CSV, "md": export.Markdown,
}}

// eventWriter gives the function that writes events as --format and --fields ask.
func (s *settings) eventWriter(fields string) (func(io.Writer, []news.Event) error, error) {
	return lister(s, fields, eventListing)
}
