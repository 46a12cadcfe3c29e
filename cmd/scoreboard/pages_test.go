package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

const shared = "../../../shared"

// The tool is what anyone can check our figures with, so the board must say
// the same on the same pages.
func TestPagesBoardAgreesWithThePublicTool(t *testing.T) {
	tool := buildTool(t)
	for set, judged := range map[string]string{"fundus": "body title day hour", "fundus-eval": "body", "aeb": "body", "htmldate": "day"} {
		t.Run(set, func(t *testing.T) {
			dir := filepath.Join(shared, "corpora", "pages", set)
			gold, err := loadPages(dir)
			if err != nil {
				t.Skip("the corpus is not here: ", err)
			}
			pages, err := readPages(filepath.Join(dir, "html"), everyNth(gold, 12))
			if err != nil {
				t.Fatal(err)
			}
			goldFile := filepath.Join(dir, "gold.jsonl")
			if _, err := os.Stat(goldFile); err != nil {
				goldFile = filepath.Join(dir, "ground-truth.json")
			}
			want := ask(t, tool, goldFile, pages)
			b, d := bodyOf(pages), datesOf(pages)
			for _, f := range []struct {
				part, label string
				got         float64
			}{
				{"body", ` F1 `, b.f1}, {"body", ` P `, b.precision}, {"body", ` R `, b.recall}, {"body", ` acc `, b.exact},
				{"title", `title \d\.\d+/`, titlesEqual(pages)},
				{"day", `day `, d.day}, {"day", ` prec `, d.precision}, {"day", `prec \S+ F `, d.f1}, {"hour", ` 1h `, d.hour},
			} {
				if strings.Contains(judged, f.part) {
					compare(t, want, f.label, f.got)
				}
			}
		})
	}
}

func everyNth(gold []goldPage, n int) []goldPage {
	var out []goldPage
	for i := 0; i < len(gold); i += n {
		out = append(out, gold[i])
	}
	return out
}

func buildTool(t *testing.T) string {
	t.Helper()
	source := filepath.Join(shared, "tools", "pagescore")
	if _, err := os.Stat(source); err != nil {
		t.Skip("the tool is not here: ", err)
	}
	tool := filepath.Join(t.TempDir(), "pagescore")
	cmd := exec.Command("go", "build", "-o", tool, ".")
	cmd.Dir = source
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go build pagescore: %v\n%s", err, out)
	}
	return tool
}

// ask writes our articles as predictions and returns what the tool prints.
func ask(t *testing.T, tool, goldFile string, pages []readPage) string {
	t.Helper()
	dir := t.TempDir()
	var pred, names bytes.Buffer
	for _, p := range pages {
		line, err := json.Marshal(map[string]string{
			"file": p.gold.File, "title": p.got.Title, "text": p.got.Text, "published": written(p.got.Published),
		})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&pred, "%s\n", line)
		fmt.Fprintln(&names, p.gold.File)
	}
	predFile, only := filepath.Join(dir, "pred.jsonl"), filepath.Join(dir, "only.txt")
	for name, data := range map[string][]byte{predFile: pred.Bytes(), only: names.Bytes()} {
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command(tool, "-gold", goldFile, "-pred", predFile, "-only", only, "-line", "x").CombinedOutput()
	if err != nil {
		t.Fatalf("pagescore: %v\n%s", err, out)
	}
	return string(out)
}

// written is a date as precisely as it is known.
func written(d news.DCT) string {
	switch {
	case !d.Known():
		return ""
	case d.Grain == news.GrainMonth:
		return d.Time.Format("2006-01")
	case d.Grain == news.GrainDay:
		return d.Time.Format(time.DateOnly)
	case d.Zone == "":
		return d.Time.Format("2006-01-02T15:04:05")
	}
	return d.Time.Format(time.RFC3339)
}

// compare looks for the figure after a label in the tool's line.
func compare(t *testing.T, line, label string, got float64) {
	t.Helper()
	m := regexp.MustCompile(label + `(\d\.\d+)`).FindStringSubmatch(line)
	if m == nil {
		t.Fatalf("the tool prints no %q: %s", label, line)
	}
	want, err := strconv.ParseFloat(m[1], 64)
	if err != nil || math.Abs(want-got) > 0.0006 {
		t.Errorf("%s: board %.4f, tool %.3f, %v", label, got, want, err)
	}
}
