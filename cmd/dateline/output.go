package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"github.com/mattn/go-runewidth"
	"golang.org/x/term"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

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
		first := firstNonEmpty(e.FirstReport.Publisher, "unknown")
		if e.FirstReport.Published != "" {
			first += ", " + e.FirstReport.Published
		}
		lines := []string{
			heading(e, width),
			"  " + visible(e.Headline),
			fmt.Sprintf("  %s  %s; first: %s", e.ID, export.Sources(e), visible(first)),
		}
		for _, l := range lines {
			if _, err := fmt.Fprintln(w, cutWidth(strings.TrimRight(l, " "), width)); err != nil {
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

// narrowestTerminal is what a terminal must have at least to be believed.
const narrowestTerminal = 20

// terminalWidth is the number of columns to write for: those of the terminal, 80
// elsewhere.
func terminalWidth(w io.Writer) int {
	if isTerminal(w) {
		if n, _, err := term.GetSize(int(w.(*os.File).Fd())); err == nil && n >= narrowestTerminal {
			return n
		}
	}
	return 80
}

// cutWidth cuts a line to so many columns; Han signs take two.
func cutWidth(line string, columns int) string {
	return runewidth.Truncate(line, columns, "…")
}

// padded fills s up to so many columns.
func padded(s string, columns int) string { return runewidth.FillRight(s, columns) }

// visible replaces what could steer a terminal or hide its direction: control
// characters and bidirectional marks.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
