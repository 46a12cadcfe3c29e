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
	"testing"

	"github.com/seed-7461731f/dateline/timeline/timex"
)

const (
	sharedCorpora = "../../../shared/corpora"
	sharedScorer  = "../../../shared/tools/timexscore"
)

// buildScorer builds the independent scorer, or skips.
func buildScorer(t *testing.T) string {
	t.Helper()
	if _, err := os.Stat(sharedScorer); err != nil {
		t.Skip("the independent scorer is not beside this repository")
	}
	bin := filepath.Join(t.TempDir(), "timexscore")
	build := exec.Command("go", "build", "-o", bin, ".")
	build.Dir = sharedScorer
	if out, err := build.CombinedOutput(); err != nil {
		t.Skipf("the independent scorer does not build: %v: %s", err, out)
	}
	return bin
}

var f1Line = regexp.MustCompile(`(?m)^(extraction strict|extraction relaxed|value) (?:\(relaxed\))? *[\d.]+ +[\d.]+ +([\d.]+)$`)

func TestTimexBoardAgreesWithTheIndependentScorer(t *testing.T) {
	scorer := buildScorer(t)
	for _, c := range timexCorpora {
		path := filepath.Join(sharedCorpora, "timex", c.name, "dev.jsonl")
		rows, err := c.measure(path, &timexSpeed{}, &timexCounts{})
		if err != nil || rows == nil {
			t.Skipf("%s: not here (%v)", path, err)
		}
		out, err := exec.Command(scorer, "score", path, predictions(t, path, c.mode)).Output()
		if err != nil {
			t.Fatalf("score %s: %v", path, err)
		}
		want := map[string]float64{}
		for _, m := range f1Line.FindAllStringSubmatch(string(out), -1) {
			want[m[1]], _ = strconv.ParseFloat(m[2], 64)
		}
		if len(want) != 3 {
			t.Fatalf("score %s printed %s: want three F1 lines", path, out)
		}
		for _, r := range rows {
			if w, ok := want[r.Measure]; ok && math.Abs(w-r.Value) > 0.006 {
				t.Errorf("%s %s = %.3f, the independent scorer says %.2f", c.name, r.Measure, r.Value, w)
			}
		}
	}
}

// predictions tags a corpus into a file of the scorer's form.
func predictions(t *testing.T, path string, mode timex.Mode) string {
	t.Helper()
	docs, err := readTimexDocs(path)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	for _, d := range docs {
		pred, err := d.tag(mode, &timexSpeed{})
		if err != nil {
			t.Fatal(err)
		}
		if err := enc.Encode(timexDoc{ID: d.ID, Timexes: pred}); err != nil {
			t.Fatal(err)
		}
	}
	name := filepath.Join(t.TempDir(), "pred.jsonl")
	if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestTimexCounts(t *testing.T) {
	gold := []timexGold{
		{Start: 0, End: 6, Type: "DATE", Value: "2020-08-14"},
		{Start: 10, End: 20, Type: "DATE", Value: "2020-08"},
		{Start: 30, End: 40, Type: "DURATION", Value: "P3D", Accept: []string{"PT72H"}},
	}
	pred := []timexGold{
		{Start: 0, End: 6, Type: "TIME", Value: "2020-08-14TEV"},
		{Start: 12, End: 20, Type: "DATE", Value: "2020-08"},
		{Start: 30, End: 40, Type: "DURATION", Value: "PT72H"},
		{Start: 50, End: 60, Type: "DATE", Value: "2020"},
	}
	var n timexCounts
	n.add(gold, pred)
	want := timexCounts{gold: 3, pred: 4, strict: 2, relaxed: 3, value: 2, days: 1, daysRight: 1}
	if n != want {
		t.Errorf("counts = %+v, want %+v", n, want)
	}
	if got := fmt.Sprintf("%.2f", f1(n.value, n.pred, n.gold)); got != "57.14" {
		t.Errorf("value F1 = %s, want 57.14", got)
	}
}
