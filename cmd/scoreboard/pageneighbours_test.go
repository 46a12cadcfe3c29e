package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNeighboursAreMeasuredOnPagesOfOneSite(t *testing.T) {
	dir := t.TempDir()
	if rows, err := measureNeighbours(dir); err != nil || len(rows) != 0 {
		t.Errorf("without corpora: %v, %v; want nothing", rows, err)
	}
	var lines strings.Builder
	for i := range 8 {
		fmt.Fprintf(&lines, `{"url": "https://a.example/dam-%d.html", "published": "2020-08-%02dT09:00:00+02:00"}`+"\n", 10_000+i, 1+2*i)
		fmt.Fprintf(&lines, `{"url": "https://b.example/dam-%d.html", "published": "2020-08-%02d"}`+"\n", 10_000+i, 1+5*i%8) // not counted by time
	}
	lines.WriteString(`{"url": "https://a.example/dam", "published": ""}` + "\n")
	if err := os.MkdirAll(filepath.Join(dir, "story"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "story", "dev.jsonl"), []byte(lines.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	rows, err := measureNeighbours(dir)
	const want = "6 pages (sites: 1), each hidden in turn; bounds of 5 to 5 days, median 5"
	if err != nil || len(rows) != 1 || rows[0].Value != 1 || rows[0].Note != want {
		t.Errorf("measureNeighbours = %+v, %v; want all within, %s", rows, err, want)
	}
}
