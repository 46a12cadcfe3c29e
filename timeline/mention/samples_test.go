package mention_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-7461731f/dateline/timeline/mention"
)

func TestSamplesOfEachLanguageHaveTheirSums(t *testing.T) {
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
				Want           []string
			}
			if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			if s.Room != "money" {
				continue
			}
			var got []string
			for _, x := range mention.Amounts(s.Text, lang) {
				got = append(got, strings.TrimRight(fmt.Sprintf("%s %.0f %s", x.Currency, x.Value, x.Of), " "))
			}
			if !slices.Equal(got, s.Want) {
				t.Errorf("%s %s: %q has the sums %q, want %q", lang, s.ID, s.Text, got, s.Want)
			}
		}
	}
}
