package sentence_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/seed-7461731f/dateline/timeline/sentence"
)

func TestSamplesOfEachLanguageHaveTheirSentences(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("..", "language", "*", "samples.jsonl"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no samples of any language: %v", err)
	}
	for _, path := range paths {
		lang := filepath.Base(filepath.Dir(path))
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(bytes.NewReader(data))
		for lines.Scan() {
			var s struct {
				Room, ID, Text string
				Count          int
			}
			if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			if s.Room != "sentence" {
				continue
			}
			if got := sentence.Split(s.Text, lang); len(got) != s.Count {
				t.Errorf("%s %s: %q has %d sentences, want %d", lang, s.ID, s.Text, len(got), s.Count)
			}
		}
	}
}
