package export

import (
	"encoding/json"
	"io"

	"github.com/seed-7461731f/dateline/store/news"
)

// JSON writes the events as an indented array.
func JSON(w io.Writer, events []news.Event) error {
	out := make([]Event, 0, len(events))
	for _, e := range events {
		out = append(out, NewEvent(e))
	}
	return indented(w, out)
}

// NDJSON writes one event a line.
func NDJSON(w io.Writer, events []news.Event) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, e := range events {
		if err := enc.Encode(NewEvent(e)); err != nil {
			return err
		}
	}
	return nil
}

// indented writes v as indented JSON with its text left readable.
func indented(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
