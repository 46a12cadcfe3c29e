package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/sentence"
	"github.com/seed-7461731f/dateline/timeline/timex"
)

// A tagIn is one line that dateline tag reads.
type tagIn struct {
	ID   string     `json:"id"`
	Lang string     `json:"lang"`
	DCT  string     `json:"dct"`
	Text string     `json:"text"`
	Mode timex.Mode `json:"mode"`
}

// A tagOut is one line that it writes. Offsets count bytes of the text.
type tagOut struct {
	ID      string    `json:"id"`
	Timexes []tagSpan `json:"timexes"`
}

type tagSpan struct {
	Start    int     `json:"start"`
	End      int     `json:"end"`
	Type     string  `json:"type"`
	Value    string  `json:"value"`
	Mod      string  `json:"mod,omitempty"`
	Text     string  `json:"text"`
	From     string  `json:"from,omitempty"` // first day
	To       string  `json:"to,omitempty"`   // first day after
	EDTF     string  `json:"edtf,omitempty"`
	Deadline bool    `json:"deadline,omitempty"`
	Anchor   string  `json:"anchor,omitempty"`
	Rule     string  `json:"rule"`
	Sure     float64 `json:"sure,omitempty"` // how likely the days are right
	Or       string  `json:"or,omitempty"`   // a second reading that is near, EDTF
	Why      *tagWhy `json:"why,omitempty"`
}

// A tagWhy is what --explain adds.
type tagWhy struct {
	Frame    string       `json:"frame,omitempty"`
	Tense    string       `json:"tense,omitempty"`
	Placed   string       `json:"placed,omitempty"`
	Readings []tagReading `json:"readings,omitempty"`
}

type tagReading struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	Cost  int    `json:"cost"` // in days; the lowest counts
}

func newTagCommand(*settings) *cobra.Command {
	var explain bool
	cmd := &cobra.Command{
		Use:   "tag",
		Short: "Find the time expressions in texts: JSON lines in, JSON lines out",
		Long: `Reads one JSON object a line from standard input,

  {"id", "lang", "dct", "text"} and perhaps "mode": "news" or "narrative"

and writes {"id", "timexes": [{"start", "end", "type", "value", "mod", "text", ...}]}
for each, with TIMEX3 types and values and byte offsets. dct is a date, a
month, a year or an RFC 3339 time; without it relative expressions stay
unresolved. "sure" is the share of days that were right of those placed so in
tagged news, and "or" a second reading that is near.

With --explain each expression has "why": the frame in the clause that says where
it looks and the tense it gives, how it was placed, and the readings with what
each costs, in days.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return tag(cmd.Context(), cmd.InOrStdin(), cmd.OutOrStdout(), explain)
		},
	}
	cmd.Flags().BoolVar(&explain, "explain", false, "say why each time was placed where it is")
	return cmd
}

// tag reads, tags and writes one line at a time.
func tag(ctx context.Context, in io.Reader, out io.Writer, explain bool) error {
	r := bufio.NewReaderSize(in, 1<<16)
	w := bufio.NewWriter(out)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for n := 1; ctx.Err() == nil; n++ {
		line, err := r.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("line %d: %w", n, err)
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			doc, perr := tagLine(line, explain)
			if perr != nil {
				return errors.Join(fmt.Errorf("line %d: %w", n, perr), w.Flush())
			}
			if werr := enc.Encode(doc); werr != nil {
				return werr
			}
		}
		if err != nil {
			break
		}
		if r.Buffered() == 0 { // whoever feeds us line by line gets its answer
			if err := w.Flush(); err != nil {
				return err
			}
		}
	}
	return errors.Join(ctx.Err(), w.Flush())
}

func tagLine(line []byte, explain bool) (tagOut, error) {
	var d tagIn
	if err := json.Unmarshal(line, &d); err != nil {
		return tagOut{}, err
	}
	if d.Mode != "" && d.Mode != timex.News && d.Mode != timex.Narrative {
		return tagOut{}, fmt.Errorf("mode %q: want news or narrative", d.Mode)
	}
	dct, err := news.ParseDCT(d.DCT)
	if err != nil {
		return tagOut{}, err
	}
	opt := timex.Options{Lang: d.Lang, DCT: dct, Mode: d.Mode, DayFirst: news.DayFirst(d.Lang, "")}
	found, why := timex.Explain("", d.Text, sentence.Split(d.Text, d.Lang), opt)
	out := tagOut{ID: d.ID, Timexes: make([]tagSpan, 0, len(found))}
	for i, e := range found {
		t := tagSpan{Start: e.Start, End: e.End, Type: e.Type, Value: e.Value, Mod: e.Mod, Text: d.Text[e.Start:e.End],
			EDTF: e.When.EDTF, Deadline: e.Deadline, Anchor: e.Anchor, Rule: e.Rule, Sure: e.Sure, Or: e.Or.EDTF}
		if explain && i < len(why) {
			t.Why = explained(&why[i])
		}
		if e.When.Known() {
			t.From, t.To = e.When.From.Format(time.DateOnly), e.When.To.Format(time.DateOnly)
		}
		out.Timexes = append(out.Timexes, t)
	}
	return out, nil
}

func explained(x *timex.Explanation) *tagWhy {
	w := &tagWhy{Frame: x.Frame, Tense: x.Tense, Placed: x.Placed}
	for _, r := range x.Readings {
		w.Readings = append(w.Readings, tagReading(r))
	}
	return w
}
