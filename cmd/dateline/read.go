package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/stage"
	"github.com/seed-7461731f/dateline/crawler/extract"
	"github.com/seed-7461731f/dateline/store/news"
)

// A readRequest names one page on disk.
type readRequest struct {
	File string `json:"file"`
	URL  string `json:"url"` // where it came from; "" unknown
}

// A readArticle is one line of output.
type readArticle struct {
	File            string   `json:"file"`
	URL             string   `json:"url"`
	Title           string   `json:"title"`
	Authors         []string `json:"authors"`
	Byline          string   `json:"byline"`
	Agency          string   `json:"agency"`
	Published       string   `json:"published"`
	PublishedMethod string   `json:"published_method"`
	Modified        string   `json:"modified"`
	Language        string   `json:"language"`
	Text            string   `json:"text"`

	Headlines []string   `json:"headlines,omitempty"` // other forms of the title
	Section   string     `json:"section,omitempty"`
	Stub      bool       `json:"stub,omitempty"`
	Live      bool       `json:"live,omitempty"`
	Parts     []readPart `json:"parts,omitempty"`
}

// A readPart is an entry of a live blog: bytes [start, end) of the text.
type readPart struct {
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Published string `json:"published"`
}

func newReadCommand(s *settings) *cobra.Command {
	var jsonl bool
	var url, published, source string
	cmd := &cobra.Command{
		Use:   "read FILE...",
		Short: "Read articles out of pages on disk, one JSON line each",
		Long: `Read articles out of pages on disk: HTML, plain text (.txt) or PDF with a text
layer, also gzipped. One JSON line an article goes to stdout. A page that is no
article gives a line on stderr and no other; the exit code is then 1, after the
others are done.
With --jsonl, standard input names the pages, one a line: a file name, or
{"file": ..., "url": ...}.`,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case jsonl && len(args) > 0:
				return usageErrorf("read: --jsonl takes the file names from standard input")
			case !jsonl && len(args) == 0:
				return usageErrorf("read: name at least one file")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			r := reader{out: json.NewEncoder(cmd.OutOrStdout()), errs: cmd.ErrOrStderr(), now: time.Now()}
			r.out.SetEscapeHTML(false)
			var err error
			if r.hints, err = s.readHints(published, source); err != nil {
				return err
			}
			if jsonl {
				return r.lines(cmd.Context(), cmd.InOrStdin(), url)
			}
			return r.files(cmd.Context(), args, url)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&jsonl, "jsonl", false, "take the file names from standard input")
	f.StringVar(&url, "url", "", "address the pages came from")
	f.StringVar(&published, "published", "", "publication day or time (RFC 3339), when the page does not say")
	f.StringVar(&source, "source", "", "host of the publisher; one of the story's brings its time zone")
	return cmd
}

// readHints are what the caller knows of the pages. A source of the story brings
// its zone and language with it.
func (s *settings) readHints(published, source string) (extract.Hints, error) {
	var h extract.Hints
	if source != "" {
		st, err := s.loadStory()
		if err != nil {
			return h, err
		}
		h.Source = stage.NewPageReader(st).Source(news.Page{URL: "https://" + source, Source: source})
	}
	if published == "" {
		return h, nil
	}
	d, err := news.ParseDCT(published)
	if err == nil && !d.Known() {
		err = fmt.Errorf("date %q: want a day at least", published)
	}
	if err != nil {
		return h, usageErrorf("--published: %w", err)
	}
	h.Published = d.Time
	return h, nil
}

// A reader reads pages and counts those that were no article.
type reader struct {
	out    *json.Encoder
	errs   io.Writer
	hints  extract.Hints
	now    time.Time
	failed int
}

func (r *reader) files(ctx context.Context, names []string, url string) error {
	for _, name := range names {
		if err := r.one(ctx, readRequest{name, url}); err != nil {
			return err
		}
	}
	return r.done()
}

func (r *reader) lines(ctx context.Context, in io.Reader, url string) error {
	sc := bufio.NewScanner(in)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		line := strings.TrimSpace(sc.Text())
		if line == "" {
			continue
		}
		q := readRequest{File: line, URL: url}
		if strings.HasPrefix(line, "{") {
			if err := json.Unmarshal([]byte(line), &q); err != nil {
				r.fail(line, err)
				continue
			}
		}
		if err := r.one(ctx, q); err != nil {
			return err
		}
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("standard input: %w", err)
	}
	return r.done()
}

// one reads one page. What is wrong with the page is reported and counted;
// only a failing output is an error.
func (r *reader) one(ctx context.Context, q readRequest) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	p, err := readPage(q)
	if err != nil {
		r.fail(q.File, err)
		return nil
	}
	p.FetchedAt = r.now
	a, err := extract.Page(p, r.hints)
	if err != nil {
		r.fail(q.File, err)
		return nil
	}
	if a.Authors == nil {
		a.Authors = []string{}
	}
	return r.out.Encode(readArticle{
		File: q.File, URL: a.URL, Title: a.Title, Authors: a.Authors, Byline: a.Byline, Agency: a.Agency,
		Published: a.Published.Text(), PublishedMethod: a.Published.Method, Modified: a.Modified.Text(),
		Language: a.Language, Text: a.Text, Headlines: a.Headlines, Section: a.Section, Stub: a.Stub, Live: a.Live, Parts: readParts(a.Parts),
	})
}

func readParts(parts []news.Part) (out []readPart) {
	for _, p := range parts {
		out = append(out, readPart{p.Start, p.End, p.Published.Text()})
	}
	return out
}

func (r *reader) fail(name string, err error) {
	// The name is often in the error already, as the operating system put it.
	var path *os.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	r.failed++
	fmt.Fprintf(r.errs, "dateline: %s: %v\n", oneLine(name), err)
}

func oneLine(s string) string {
	if len(s) > 200 {
		s = s[:200]
	}
	return strings.Join(strings.Fields(s), " ")
}

func (r *reader) done() error {
	if r.failed > 0 {
		return exitError{exitFailed, nil} // each was reported where it happened
	}
	return nil
}

// readPage reads one file, decompressed if it is gzip whatever its name. No
// more is read than a page may have.
func readPage(q readRequest) (news.Page, error) {
	p := news.Page{URL: q.URL, FinalURL: q.URL}
	f, err := os.Open(q.File)
	if err != nil {
		return p, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return p, errors.New("is a folder")
	}
	name, gz := strings.CutSuffix(strings.ToLower(q.File), ".gz")
	p.Body, err = readBounded(bufio.NewReader(f), gz)
	if err != nil {
		return p, err
	}
	if filepath.Ext(name) == ".txt" {
		p.Header = map[string][]string{"Content-Type": {"text/plain"}}
	}
	return p, nil
}

// readBounded reads what a page may have at most and one byte more. gz says
// that it must be gzip; it may be anyway.
func readBounded(in *bufio.Reader, gz bool) ([]byte, error) {
	var r io.Reader = in
	if magic, err := in.Peek(2); gz || err == nil && magic[0] == 0x1f && magic[1] == 0x8b {
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, err
		}
		r = z
	}
	return io.ReadAll(io.LimitReader(r, extract.MaxBytes+1))
}
