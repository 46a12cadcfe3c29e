package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const dump = `Harbour stays public

The council decided on Friday to keep the harbour in public hands for two more years, after the bidders had failed to show that they had the money.

Published on August 31, 2020, 10:12 CEST / Reuters
`

func writeFile(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func zipped(t *testing.T, s string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadSkipsWhatIsNoArticleAndReadsTheRest(t *testing.T) {
	good := writeFile(t, "dump.txt.gz", zipped(t, dump))
	bad := []string{
		"/nonexistent",
		writeFile(t, "empty.html", nil),
		writeFile(t, "cut.html.gz", zipped(t, dump)[:60]),
		writeFile(t, "binary.html", bytes.Repeat([]byte{0, 1, 2, 3}, 1<<20)),
		writeFile(t, "bomb.html.gz", zipped(t, strings.Repeat("a", 64<<20))),
		t.TempDir(),
	}
	var out, errs bytes.Buffer
	code := run(context.Background(), append(append([]string{"read"}, bad...), good), nil, &out, &errs)
	if code != exitFailed {
		t.Errorf("read: exit %d, want %d", code, exitFailed)
	}
	if got := strings.Count(errs.String(), "\n"); got != len(bad) {
		t.Errorf("read: %d lines on stderr, want %d:\n%s", got, len(bad), &errs)
	}
	var a readArticle
	if err := json.Unmarshal(out.Bytes(), &a); err != nil {
		t.Fatalf("read: %v in %q", err, out.String())
	}
	if a.File != good || a.Title != "Harbour stays public" || a.Agency != "Reuters" || a.Published != "2020-08-31T10:12:00+02:00" || a.PublishedMethod != "text" {
		t.Errorf("read = %+v", a)
	}
}

func TestReadTakesNamesAndAddressesFromStandardInput(t *testing.T) {
	file := writeFile(t, "dump.txt", []byte(dump))
	in := file + "\n\n" + `{"file": "` + file + `", "url": "https://News.Example/harbour?utm_source=x"}` + "\n"
	var out, errs bytes.Buffer
	if code := run(context.Background(), []string{"read", "--jsonl"}, strings.NewReader(in), &out, &errs); code != exitDone {
		t.Fatalf("read --jsonl: exit %d, %s", code, &errs)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 2 || !strings.Contains(lines[1], `"url":"https://news.example/harbour"`) {
		t.Errorf("read --jsonl = %s, want two lines, the second with its canonical address", out.String())
	}
}

func TestReadRefusesWrongUse(t *testing.T) {
	for _, args := range [][]string{{"read"}, {"read", "--jsonl", "x"}, {"read", "--published", "soon", "x"}, {"canon"}} {
		var out, errs bytes.Buffer
		if code := run(context.Background(), args, strings.NewReader(""), &out, &errs); code != exitUsage {
			t.Errorf("%q: exit %d, want %d", args, code, exitUsage)
		}
	}
}

func TestCanonPrintsOneAddressALine(t *testing.T) {
	var out, errs bytes.Buffer
	code := run(context.Background(), []string{"canon", "https://News.Example/dam?utm_source=feed", "mailto:x", "https://news.example/b#c"}, nil, &out, &errs)
	if want := "https://news.example/dam\nhttps://news.example/b\n"; out.String() != want || code != exitFailed {
		t.Errorf("canon = %q, exit %d, want %q, exit %d", out.String(), code, want, exitFailed)
	}
}

func TestReadTakesTheZoneOfAStorysSource(t *testing.T) {
	page := writeFile(t, "page.html", []byte(`<html><head><title>Harbour stays public</title><meta property="article:published_time" content="2020-08-31T10:12:00"></head>
		<body><article><h1>Harbour stays public</h1><p>The council decided on Friday to keep the harbour in public hands for two more years, after the bidders had failed to show that they had the money.</p></article></body></html>`))
	for source, want := range map[string]string{"www.golem.de": "2020-08-31T10:12:00+02:00", "kurier.example": "2020-08-31T10:12:00"} {
		var out, errs bytes.Buffer
		if code := run(context.Background(), []string{"read", "--source", source, page}, nil, &out, &errs); code != exitDone {
			t.Fatalf("read: exit %d: %s", code, &errs)
		}
		var a readArticle
		if err := json.Unmarshal(out.Bytes(), &a); err != nil || a.Published != want {
			t.Errorf("--source %s: published %q, %v; want %q", source, a.Published, err, want)
		}
	}
}
