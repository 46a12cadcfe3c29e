// Package terminal writes for people who sit before a terminal: lines and columns
// that fit its width, nothing that could steer it, and how far a command is.
//
// Off a terminal the width is 80, and progress is a plain line now and then.
package terminal

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode"

	"github.com/mattn/go-runewidth"
	"golang.org/x/term"
)

// narrowestTerminal is what a terminal must have at least to be believed.
const narrowestTerminal = 20

// Width returns the number of columns to write for: as many as the terminal has,
// 80 elsewhere.
func Width(w io.Writer) int {
	if Is(w) {
		if n, _, err := term.GetSize(int(w.(*os.File).Fd())); err == nil && n >= narrowestTerminal {
			return n
		}
	}
	return 80
}

// Cut cuts a line to so many columns; a Han character takes two.
func Cut(line string, columns int) string {
	return runewidth.Truncate(line, columns, "…")
}

// Padded fills s up to so many columns.
func Padded(s string, columns int) string { return runewidth.FillRight(s, columns) }

// Visible replaces what could steer a terminal or hide its direction: control
// characters and bidirectional marks.
func Visible(s string) string {
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

// columnGap stands between two columns. A column keeps its day as long as others
// can give, and in any case a few characters.
const columnGap, dayWidth, narrowest = 2, len("2020-08-31"), 4

// Columns writes a header and rows in columns that together fit the width:
// the widest are cut first.
func Columns(w io.Writer, header []string, rows [][]string, width int) error {
	all := append([][]string{header}, rows...)
	widths := columnWidths(all, width)
	for _, row := range all {
		var b strings.Builder
		for i, c := range row {
			b.WriteString(Padded(Cut(Visible(c), widths[i]), widths[i]+columnGap))
		}
		if _, err := fmt.Fprintln(w, Cut(strings.TrimRight(b.String(), " "), width)); err != nil {
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
			widths[i] = max(widths[i], min(runewidth.StringWidth(Visible(c)), width))
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

// Plural returns a number and its noun: "1 page", "2 pages".
func Plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if noun == "file or line" {
		return fmt.Sprintf("%d files or lines", n)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
