package main

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/stage"
	"github.com/seed-7461731f/dateline/cmd/dateline/terminal"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline"
	"github.com/seed-7461731f/dateline/timeline/rank"
)

func newDigestCommand(s *settings) *cobra.Command {
	var d digester
	cmd := &cobra.Command{
		Use:   "digest FILE...",
		Short: "Make a timeline of articles at once, without a store: JSON lines in, JSON lines out",
		Long: `Reads articles, one JSON object a line (.jsonl, also gzipped; - is standard
input):

  {"id" or "url", "published" or "pubdate", "title", "text", "lang"}

and writes the days that matter most, in order, each with the sentences that
tell it best and the article each stands in:

  {"date", "sentences": [...], "articles": [...], "score"}

A day matters when many independent articles name it, the more so when they
do long after it. How many days are shown is chosen where the scores level
off, unless --dates says.`,
		Example: `  dateline digest articles.jsonl.gz --dates 20 --keywords dam,flood
  dateline digest 2020/*.jsonl --from 2020-08 --to 2020-09 --sentences 2`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := d.check(); err != nil {
				return err
			}
			d.stdin, d.stderr, d.progress = cmd.InOrStdin(), cmd.ErrOrStderr(), terminal.NewProgress(cmd.ErrOrStderr(), s.quiet)
			if err := d.read(cmd.Context(), args); err != nil {
				return err
			}
			return d.write(s, cmd.OutOrStdout())
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&d.options.Keywords, "keywords", nil, "words of the story, after commas: a quoted sentence holds one of them")
	f.IntVar(&d.options.Dates, "dates", 0, "at most so many days; 0: as many as matter")
	f.IntVar(&d.options.Sentences, "sentences", 1, "at most so many sentences a day")
	f.StringVar(&d.from, "from", "", "first day, such as 2020-08-01, or a month, 2020-08")
	f.StringVar(&d.to, "to", "", "last day (inclusive)")
	return cmd
}

// A digester reads articles into a collection and counts what it could not read.
type digester struct {
	from, to string
	options  rank.Options

	stdin    io.Reader
	stderr   io.Writer
	progress *terminal.Progress

	articles *rank.Collection
	added    int
	undated  int
	empty    int // records without text, which archives have: nothing is wrong with the file
	failed   int
}

// check reads the flags.
func (d *digester) check() error {
	if d.options.Dates < 0 || d.options.Sentences < 1 {
		return usageErrorf("--dates and --sentences: want 0 or more days, 1 or more sentences")
	}
	from, _, err := parseDay("--from", d.from)
	if err != nil {
		return err
	}
	_, last, err := parseDay("--to", d.to)
	if err != nil {
		return err
	}
	if d.from == "" {
		from = time.Date(2, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	if d.to == "" {
		last = time.Date(9999, 12, 30, 0, 0, 0, 0, time.UTC)
	}
	if last.Before(from) {
		return usageErrorf("--from %s lies after --to %s", d.from, d.to)
	}
	if d.from != "" || d.to != "" {
		d.options.Days = news.Interval{From: from, To: last.AddDate(0, 0, 1)}
	}
	return nil
}

// gcPercent has garbage collected before it is as much as half of what is kept:
// what is kept is all that grows.
const gcPercent = 50

// read takes in all files; one that cannot be read is reported and counted.
func (d *digester) read(ctx context.Context, names []string) error {
	d.articles = rank.NewCollection()
	defer debug.SetGCPercent(debug.SetGCPercent(gcPercent))
	defer d.progress.Done()
	for _, name := range names {
		if err := d.file(ctx, name); err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			d.fail("%s: %v", name, err)
		}
	}
	if d.added == 0 {
		return exitError{exitFailed, errors.New("no article to read")}
	}
	return nil
}

// fail reports what could not be read.
func (d *digester) fail(format string, args ...any) {
	d.progress.Done()
	d.failed++
	fmt.Fprintf(d.stderr, "dateline: "+format+"\n", args...)
}

func (d *digester) file(ctx context.Context, name string) error {
	in := d.stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return withoutPath(err)
		}
		defer f.Close()
		in = f
	}
	r := bufio.NewReaderSize(in, 1<<16)
	if magic, _ := r.Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(r)
		if err != nil {
			return err
		}
		return d.lines(ctx, z, name)
	}
	return d.lines(ctx, r, name)
}

func (d *digester) lines(ctx context.Context, r io.Reader, name string) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, maxRecord)
	n := 0
	for sc.Scan() {
		if err := ctx.Err(); err != nil {
			return err
		}
		n++
		if len(bytes.TrimSpace(sc.Bytes())) == 0 {
			continue
		}
		if err := d.article(sc.Bytes(), fmt.Sprintf("%s:%d", name, n)); err != nil {
			d.fail("%s:%d: %v", name, n, err)
		}
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("line %d: %w", n+1, withoutPath(err))
	}
	if n == 0 {
		return errors.New("empty file")
	}
	return nil
}

// article takes in one line. An article without an id is known by where it stands.
func (d *digester) article(line []byte, place string) error {
	var r stage.Record
	if err := json.Unmarshal(line, &r); err != nil {
		return fmt.Errorf("not an article record: %w", err)
	}
	if strings.TrimSpace(r.Title+r.Text) == "" {
		d.empty++
		return nil
	}
	a := news.Article{URL: cmp.Or(r.URL, r.ID, place), Title: r.Title, Text: r.Text, Language: r.Lang}
	if r.Date() == "" {
		d.undated++
	} else {
		var err error
		if a.Published, err = news.ParseDCT(r.Date()); err != nil {
			return err
		}
	}
	sentences, times := timeline.Annotate(a)
	d.articles.Add(a, sentences, times)
	d.added++
	d.progress.Stage("digest: articles read", d.added)
	return nil
}

// A digestEntry is one line that dateline digest writes.
type digestEntry struct {
	Date      string   `json:"date"`
	Sentences []string `json:"sentences"`
	Articles  []string `json:"articles"` // the article of each sentence
	Score     float64  `json:"score"`
}

func (d *digester) write(s *settings, out io.Writer) error {
	entries := d.articles.Timeline(d.options)
	w := bufio.NewWriter(out)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, e := range entries {
		x := digestEntry{Date: e.Day.Format(time.DateOnly), Score: e.Score}
		for _, q := range e.Quotes {
			x.Sentences, x.Articles = append(x.Sentences, q.Text), append(x.Articles, q.Article)
		}
		if err := enc.Encode(x); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	s.say(d.stderr, "%s", d.report(len(entries)))
	if d.failed > 0 {
		return exitError{exitSomeFailed, nil} // each was reported where it happened
	}
	return nil
}

// report says what was made of what.
func (d *digester) report(entries int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s of %s", terminal.Plural(entries, "day"), terminal.Plural(d.added, "article"))
	if d.options.Dates == 0 {
		b.WriteString(", as far as the scores fall steeply (--dates N for more or fewer)")
	}
	if d.undated > 0 {
		fmt.Fprintf(&b, "; %d of unknown publication date, in which only whole dates count", d.undated)
	}
	if d.empty > 0 {
		fmt.Fprintf(&b, "; %d without text", d.empty)
	}
	return b.String()
}
