package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// A floor is the least that a figure of the open board may be.
type floor struct{ corpus, measure string }

func floors(t *testing.T) map[floor]float64 {
	t.Helper()
	data, err := os.ReadFile("testdata/floors.tsv")
	if err != nil {
		t.Fatal(err)
	}
	out := map[floor]float64{}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		least, err := strconv.ParseFloat(f[len(f)-1], 64)
		if len(f) != 3 || err != nil {
			t.Fatalf("floors.tsv: %q: want corpus, measure, floor", line)
		}
		out[floor{f[0], f[1]}] = least
	}
	return out
}

// No figure that a stranger can measure falls below its floor, and each has one.
func TestOpenFiguresStayAboveTheirFloors(t *testing.T) {
	rows, err := measureOpen("")
	if err != nil {
		t.Fatal(err)
	}
	least := floors(t)
	for _, r := range rows {
		f, ok := least[floor{r.Corpus, r.Measure}]
		if !ok {
			t.Errorf("%s, %s: %.4g has no floor in testdata/floors.tsv", r.Corpus, r.Measure, r.Value)
		}
		if r.Value < f {
			t.Errorf("%s, %s: %.4g, want at least %.4g (%s)", r.Corpus, r.Measure, r.Value, f, r.Note)
		}
		delete(least, floor{r.Corpus, r.Measure})
	}
	for f := range least {
		t.Errorf("%s, %s has a floor and is not measured", f.corpus, f.measure)
	}
}

// Without corpora the scoreboard says so in a line, and measures what is open.
func TestScoreboardRunsWithoutCorpora(t *testing.T) {
	var stdout, stderr bytes.Buffer
	missing := filepath.Join(t.TempDir(), "corpora")
	if err := run([]string{"-corpora", missing, "open", "pages", "timex", "story"}, &stdout, &stderr); err != nil {
		t.Fatal(err)
	}
	if got := stderr.String(); strings.Count(got, "\n") != 1 || !strings.HasPrefix(got, "no corpora in "+missing+": ") {
		t.Errorf("stderr %q, want one line that says that there are none", got)
	}
	if !strings.Contains(stdout.String(), "events told on their day") {
		t.Errorf("stdout %q, want the open board", stdout.String())
	}
}
