package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-7461731f/dateline/cmd/dateline/stage"
	"github.com/seed-7461731f/dateline/cmd/dateline/terminal"
	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/crawler/extract"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

func newImportCommand(s *settings) *cobra.Command {
	im := importer{}
	cmd := &cobra.Command{
		Use:   "import PATH...",
		Short: "Take in pages that are on disk",
		Long: `Take in pages that are on disk: .html, .pdf, .txt, .warc and article .jsonl
files, also gzipped (.gz), or whole folders of them. No network is used. What is
taken in is kept like a crawled page and read at once; "dateline build" then
makes the timeline. Of a PDF the text layer is read; a scan has none.

An article's date comes from its page. Where the page has none, give it with
--published; without it the article is kept with an unknown date, and words
such as "on Friday" stay unresolved.`,
		Example: `  dateline import page.html --url https://news.example/dam
  dateline import order.pdf --url https://agency.example/order.pdf
  dateline import article.txt --published 2020-08-31 --source golem.de
  dateline import archive/ more.jsonl.gz`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return im.run(cmd.Context(), s, args, cmd.ErrOrStderr())
		},
	}
	f := cmd.Flags()
	f.StringVar(&im.url, "url", "", "address the page came from; for one file")
	f.StringVar(&im.published, "published", "", "publication day or instant, for pages that do not say")
	f.StringVar(&im.source, "source", "", "host of the publisher, such as golem.de")
	return cmd
}

// An importer takes files into a store.
type importer struct {
	url, published, source string
	given                  news.DCT
	failed, pages, added   int
	stderr                 io.Writer
	log                    *slog.Logger
}

func (im *importer) run(ctx context.Context, s *settings, paths []string, stderr io.Writer) error {
	im.stderr, im.log = stderr, s.log
	files, err := im.prepare(paths)
	if err != nil {
		return err
	}
	return s.withRun(ctx, "import", func(db *store.DB, story news.Story) (string, error) {
		for _, f := range files {
			if err := im.file(ctx, db, f); err != nil {
				return "", err
			}
		}
		p := stage.New(db, story)
		t, err := p.Through(ctx, store.StageExtract)
		if err != nil {
			return "", err
		}
		report := im.report(t)
		s.say(stderr, "%s", report)
		return report, im.verdict()
	})
}

// prepare checks the flags and lists the files, before anything is written.
func (im *importer) prepare(paths []string) ([]string, error) {
	if im.url != "" {
		if len(paths) > 1 {
			return nil, usageErrorf("--url names the address of one file, not of %d", len(paths))
		}
		var err error
		if im.url, err = canon.URL(im.url, ""); err != nil {
			return nil, usageErrorf("--url: %w", err)
		}
	}
	if im.published != "" {
		var err error
		if im.given, err = news.ParseDCT(im.published); err != nil {
			return nil, usageErrorf("--published: %w", err)
		}
	}
	var files []string
	for _, p := range paths {
		list, err := filesBelow(p)
		if err != nil {
			return nil, err
		}
		files = append(files, list...)
	}
	return files, nil
}

// filesBelow lists the files that can be imported: the path itself, or those
// below a folder that have a known ending, sorted.
func filesBelow(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, withoutPath(err))
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	var out []string
	err = filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && known(p) {
			out = append(out, p)
		}
		return err
	})
	slices.Sort(out)
	if err == nil && len(out) == 0 {
		err = fmt.Errorf("%s: no .html, .pdf, .txt, .jsonl or .warc file in this folder", path)
	}
	return out, err
}

// ending is a file's lower-case ending, ".gz" aside.
func ending(name string) string {
	return filepath.Ext(strings.TrimSuffix(strings.ToLower(name), ".gz"))
}

func known(name string) bool {
	return slices.Contains([]string{".html", ".htm", ".xhtml", ".pdf", ".txt", ".jsonl", ".ndjson", ".warc"}, ending(name))
}

// file takes in one file. What is wrong with it is reported and counted; only
// a failing store is an error.
func (im *importer) file(ctx context.Context, db *store.DB, name string) error {
	var err error
	switch ending(name) {
	case ".jsonl", ".ndjson":
		err = im.records(ctx, db, name)
	case ".warc":
		err = im.warc(ctx, db, name)
	default:
		err = im.page(ctx, db, name)
	}
	var bad badFile
	if errors.As(err, &bad) {
		im.failed++
		fmt.Fprintf(im.stderr, "dateline: %s: %v\n", name, bad.error)
		return nil
	}
	return err
}

// A badFile is a fault of the file, not of the store.
type badFile struct{ error }

func (im *importer) page(ctx context.Context, db *store.DB, name string) error {
	p, err := readPage(readRequest{File: name, URL: im.url})
	switch {
	case err != nil:
	case len(p.Body) == 0:
		err = errors.New("empty file")
	case len(p.Body) > extract.MaxBytes:
		err = fmt.Errorf("larger than %d MB, which no article is", extract.MaxBytes>>20)
	}
	if err != nil {
		return badFile{withoutPath(err)}
	}
	if p.URL == "" {
		p.URL = "file:" + filepath.ToSlash(filepath.Clean(name))
	}
	p.FinalURL, p.Source = p.URL, im.source
	p.Link = news.Link{URL: p.URL, Kind: news.ArticleLink, Published: im.given}
	return im.save(ctx, db, []news.Page{p})
}

// withoutPath drops the path from an error that will be printed behind it.
func withoutPath(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

func (im *importer) save(ctx context.Context, db *store.DB, pages []news.Page) error {
	_, added, err := db.SavePages(ctx, pages)
	im.pages, im.added = im.pages+len(pages), im.added+added
	return err
}

func (im *importer) report(t stage.Tally) string {
	var b strings.Builder
	fmt.Fprintf(&b, "imported %s, %d new: %s", terminal.Plural(im.pages, "page"), im.added, terminal.Plural(t.Articles+t.Changed, "article"))
	if t.Problems > 0 {
		fmt.Fprintf(&b, ", %d not an article (see 'dateline status')", t.Problems)
	}
	if t.Undated > 0 {
		fmt.Fprintf(&b, ", %d of unknown publication date (relative dates in them stay unresolved; give --published)", t.Undated)
	}
	if im.failed > 0 {
		fmt.Fprintf(&b, "; %s could not be read", terminal.Plural(im.failed, "file or line"))
	}
	return b.String()
}

func (im *importer) verdict() error {
	switch {
	case im.failed > 0 && im.pages == 0:
		return exitError{exitFailed, nil} // each was reported where it happened
	case im.failed > 0:
		return exitError{exitSomeFailed, nil}
	}
	return nil
}
