package main

import (
	"bytes"
	"compress/gzip"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// writeTLS makes a set of one topic below a folder: two references, the files
// as the corpora have them.
func writeTLS(t *testing.T, dir, set, name, lines, references string) {
	t.Helper()
	topic := filepath.Join(dir, "tls", set, "dam")
	if err := os.MkdirAll(topic, 0o755); err != nil {
		t.Fatal(err)
	}
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	w.Write([]byte(lines)) // into memory
	w.Close()
	for file, data := range map[string][]byte{name: z.Bytes(), "timelines.jsonl": []byte(references)} {
		if err := os.WriteFile(filepath.Join(topic, file), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTLSBoardScoresArticlesAndPools(t *testing.T) {
	dir := t.TempDir()
	writeTLS(t, dir, "t17", "articles.jsonl.gz", `{"id":"a","pubdate":"2020-05-04","lang":"en","text":"The dam above Orlen broke on Monday and flooded the lower town within an hour ."}
{"id":"b","pubdate":"2020-05-20","lang":"en","text":"The mayor of Orlen resigned on Wednesday over the dam that broke on 4 May ."}
{"id":"late","pubdate":"2020-07-01","lang":"en","text":"On 12 May nothing at all had happened in Orlen , says an article outside the span ."}
`, `{"ref":"x","timeline":[{"date":"2020-05-04","sentences":["The dam broke ."]},{"date":"2020-05-20","sentences":["The mayor resigned ."]}]}
{"ref":"y","timeline":[{"date":"2020-05-04","sentences":["The dam broke ."]}]}
`)
	writeTLS(t, dir, "crisis-en-mentions", "mentions.jsonl.gz", `{"date":"2020-05-04","sentences":["The dam above Orlen broke and flooded the lower town within an hour .","Since the dam above Orlen broke , the lower town has been empty ."]}
{"date":"2020-05-06","sentences":["Tents and blankets were brought to the people of the valley ."]}
`, `{"ref":"x","timeline":[{"date":"2020-05-04","sentences":["The dam broke ."]},{"date":"2020-05-09","sentences":["Nothing ."]}]}
`)
	rows, err := measureTLS(dir)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{}
	for _, r := range rows {
		got[r.Corpus+" "+r.Measure] = r.Value
	}
	for measure, want := range map[string]float64{
		"t17 dates":                        1,
		"t17 dates, documents counted":     1,
		"crisis-en-mentions dates":         0.5, // one of two days, in both directions
		"crisis-en-mentions dates, chance": 0.5,
	} {
		if math.Abs(got[measure]-want) > 1e-9 {
			t.Errorf("%s = %v, want %v; all: %v", measure, got[measure], want, got)
		}
	}
	if got["t17 AR-1"] <= 0 || got["t17 AR-1"] >= 1 {
		t.Errorf("t17 AR-1 = %v, want between 0 and 1", got["t17 AR-1"])
	}
}

func TestTLSBoardNamesTheBrokenLine(t *testing.T) {
	dir := t.TempDir()
	writeTLS(t, dir, "t17", "articles.jsonl.gz", "{\"id\":\"a\",\"pubdate\":\"2020-05-04\",\"text\":\"x\"}\n{\"pubdate\":\"May\"}\n", "")
	_, err := measureTLS(dir)
	if err == nil || !strings.Contains(err.Error(), "articles.jsonl.gz:2: ") {
		t.Errorf("measureTLS = %v, want an error that names line 2 of the file", err)
	}
}

// The floor lies under what is reached, so that a change that harms is seen.
func TestTLSStaysAboveWhatCountingReaches(t *testing.T) {
	const corpora = "../../../shared/corpora"
	if _, err := os.Stat(filepath.Join(corpora, "tls")); err != nil {
		t.Skip("the timeline corpora are not here")
	}
	if testing.Short() {
		t.Skip("takes ten seconds")
	}
	rows, err := measureTLS(corpora)
	if err != nil {
		t.Fatal(err)
	}
	floor := map[string]float64{
		"t17 dates": .66, "ml-crisis dates": .33, "entities dates": .28, "crisis-en-mentions dates": .395,
		"t17 AR-1": .15, "t17 AR-2": .055, "ml-crisis AR-1": .105, "ml-crisis AR-2": .03,
	}
	seen := 0
	for _, r := range rows {
		if least, ok := floor[r.Corpus+" "+r.Measure]; ok {
			seen++
			if r.Value < least {
				t.Errorf("%s %s = %.3f, want %.3f or more", r.Corpus, r.Measure, r.Value, least)
			}
		}
	}
	if seen != len(floor) {
		t.Errorf("%d of %d figures measured", seen, len(floor))
	}
}
