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
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/cmd/dateline/stage"
	"github.com/seed-7461731f/dateline/crawler/extract"
	"github.com/seed-7461731f/dateline/crawler/warc"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// maxRecord bounds one line of an article file.
const maxRecord = 16 << 20

// records takes in an article file, a line an article.
func (im *importer) records(ctx context.Context, db *store.DB, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return badFile{withoutPath(err)}
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(strings.ToLower(name), ".gz") {
		if r, err = gzip.NewReader(bufio.NewReader(f)); err != nil {
			return badFile{err}
		}
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, maxRecord)
	var batch []news.Page
	line, bad := 0, error(nil)
	for sc.Scan() {
		line++
		if len(strings.TrimSpace(sc.Text())) == 0 {
			continue
		}
		p, err := im.record(sc.Bytes())
		if err != nil {
			im.failed++
			fmt.Fprintf(im.stderr, "dateline: %s:%d: %v\n", name, line, err)
			continue
		}
		if batch = append(batch, p); len(batch) == stage.BatchSize {
			if err := im.save(ctx, db, batch); err != nil {
				return err
			}
			batch = batch[:0]
		}
	}
	if err := sc.Err(); err != nil {
		bad = badFile{fmt.Errorf("line %d: %w", line+1, err)}
	} else if line == 0 {
		bad = badFile{errors.New("empty file")}
	}
	if err := im.save(ctx, db, batch); err != nil {
		return err
	}
	return bad
}

// warc takes in the pages of a WARC file; one that cannot be read is reported
// and counted. Interrupted, it goes on at the record that it had come to.
func (im *importer) warc(ctx context.Context, db *store.DB, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return badFile{withoutPath(err)}
	}
	defer f.Close()
	mark, err := markOf(f)
	if err != nil {
		return badFile{withoutPath(err)}
	}
	from, err := db.Mark(ctx, mark)
	if err != nil {
		return err
	}
	if _, err := f.Seek(from, io.SeekStart); err != nil {
		return badFile{withoutPath(err)}
	}
	var batch []news.Page
	bad, found := error(nil), 0
	for e, err := range warc.Pages(bufio.NewReaderSize(f, 1<<20), from, extract.MaxBytes) {
		if err != nil {
			bad = badFile{fmt.Errorf("record at byte %d: %w", e.Offset, err)}
			break
		}
		found++
		p := e.Page
		p.Source = im.source
		p.Link = news.Link{URL: p.URL, Kind: news.ArticleLink, Published: im.given}
		if batch = append(batch, p); len(batch) == stage.BatchSize {
			// The mark comes after the pages, and names the last of them again.
			if err := errors.Join(im.save(ctx, db, batch), db.SetMark(ctx, mark, e.Offset)); err != nil {
				return err
			}
			batch = batch[:0]
		}
	}
	if bad == nil && found == 0 {
		bad = badFile{errors.New("no page in this WARC file")}
	}
	if err := errors.Join(im.save(ctx, db, batch), db.SetMark(ctx, mark, 0)); err != nil {
		return err
	}
	return bad
}

// markOf names a file so that another one in its place is not taken for it.
func markOf(f *os.File) (string, error) {
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	path, err := filepath.Abs(f.Name())
	return fmt.Sprintf("warc %s %d %d", path, info.Size(), info.ModTime().UnixNano()), err
}

// record makes a page of one line; the line itself is what is kept.
func (im *importer) record(line []byte) (p news.Page, err error) {
	var r stage.Record
	if err := json.Unmarshal(line, &r); err != nil {
		return p, fmt.Errorf("not an article record: %w", err)
	}
	id, err := r.Identity()
	if err != nil {
		return p, err
	}
	if r.Date() != "" {
		if _, err := news.ParseDCT(r.Date()); err != nil {
			return p, err
		}
	}
	return news.Page{URL: id, FinalURL: id, Source: im.source, Body: slices.Clone(line),
		Header: map[string][]string{"Content-Type": {stage.RecordType}},
		Link:   news.Link{URL: id, Kind: news.ArticleLink, Published: im.given}}, nil
}
