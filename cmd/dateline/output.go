package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode"

	"github.com/mattn/go-runewidth"
	"golang.org/x/term"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// eventWriter gives the function that writes events in the --format asked for.
func (s *settings) eventWriter() (func(io.Writer, []news.Event) error, error) {
	switch s.format {
	case "table":
		return writeTable, nil
	case "json":
		return writeJSON, nil
	case "ndjson":
		return writeNDJSON, nil
	case "csv":
		return writeCSV, nil
	case "md":
		return writeMarkdown, nil
	}
	return nil, usageErrorf("--format %q: want table, json, ndjson, csv or md", s.format)
}

func writeJSON(w io.Writer, events []news.Event) error {
	out := make([]export.Event, 0, len(events))
	for _, e := range events {
		out = append(out, export.NewEvent(e))
	}
	return encode(w, out)
}

// encode writes v as indented JSON with its text left readable.
func encode(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

func writeNDJSON(w io.Writer, events []news.Event) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, e := range events {
		if err := enc.Encode(export.NewEvent(e)); err != nil {
			return err
		}
	}
	return nil
}

// writeCSV writes RFC 4180 with a header row. A cell that a spreadsheet would
// run as a formula gets an apostrophe in front (CWE-1236): headlines come from
// strangers.
func writeCSV(w io.Writer, events []news.Event) error {
	c := csv.NewWriter(w)
	c.Write([]string{"id", "date", "from", "to", "status", "outcome", "topic", "actors", "headline", "summary", "articles", "independent",
		"first_publisher", "first_url", "first_published"})
	for _, x := range events {
		e := export.NewEvent(x)
		c.Write([]string{e.ID, e.Date, e.From, e.To, string(e.Status), string(e.Outcome), e.Topic, strings.Join(e.Actors, " | "),
			inert(e.Headline), inert(e.Summary), strconv.Itoa(e.Articles), strconv.Itoa(e.Independent),
			inert(e.FirstReport.Publisher), inert(e.FirstReport.URL), e.FirstReport.Published})
	}
	c.Flush()
	return c.Error() // the error of any Write above, too
}

func inert(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

func writeMarkdown(w io.Writer, events []news.Event) error {
	for _, e := range events {
		_, err := fmt.Fprintf(w, "- **%s** (%s) %s  \n  %s, %s\n", e.When.EDTF, describe(e), escapeMarkdown(e.Headline), escapeMarkdown(e.FirstReport.Publisher), sources(e))
		if err != nil {
			return err
		}
	}
	return nil
}

var markdownSpecial = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "|", `\|`)

func escapeMarkdown(s string) string { return markdownSpecial.Replace(visible(s)) }

// describe is what kind of statement an event is and what became of it.
func describe(e news.Event) string {
	if e.Outcome != "" {
		return string(e.Status) + ", " + string(e.Outcome)
	}
	return string(e.Status)
}

func sources(e news.Event) string {
	if e.Independent == e.Articles {
		return plural(e.Articles, "source")
	}
	return fmt.Sprintf("%s, %d independent", plural(e.Articles, "article"), e.Independent)
}

// writeTable writes three lines an event: what and when, the quote, whose word
// it is. It fits the terminal.
func writeTable(w io.Writer, events []news.Event) error {
	width := terminalWidth(w)
	for i, e := range events {
		if i > 0 {
			fmt.Fprintln(w)
		}
		first := firstNonEmpty(e.FirstReport.Publisher, "unknown")
		if e.FirstReport.Published != "" {
			first += ", " + e.FirstReport.Published
		}
		lines := []string{
			fmt.Sprintf("%-23s %-18s %s", e.When.EDTF, describe(e), e.Topic),
			"  " + visible(e.Headline),
			fmt.Sprintf("  %s  %s; first: %s", e.ID, sources(e), visible(first)),
		}
		for _, l := range lines {
			if _, err := fmt.Fprintln(w, cutWidth(strings.TrimRight(l, " "), width)); err != nil {
				return err
			}
		}
	}
	return nil
}

// terminalWidth is the number of columns to write for: those of the terminal, 80
// elsewhere.
func terminalWidth(w io.Writer) int {
	if isTerminal(w) {
		if n, _, err := term.GetSize(int(w.(*os.File).Fd())); err == nil && n >= 40 {
			return n
		}
	}
	return 80
}

// cutWidth cuts a line to so many columns; Han signs take two.
func cutWidth(line string, columns int) string {
	return runewidth.Truncate(line, columns, "…")
}

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
