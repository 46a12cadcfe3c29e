// Package sample reads the sentences of our own that stand beside the lists of a
// language, for the tests of the rooms that read them.
package sample

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// Each calls f with every line of samples.jsonl that is of a room, and with the
// language that it is in. languages is the folder of the languages, as the test
// sees it. A line that is no JSON, or no line at all, fails the test.
func Each[T any](t *testing.T, languages, room string, f func(lang string, s T)) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(languages, "*", "samples.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(bytes.NewReader(data))
		for n := 1; lines.Scan(); n++ {
			var of struct{ Room string }
			var s T
			if err := json.Unmarshal(lines.Bytes(), &of); err != nil {
				t.Fatalf("%s:%d: %v", path, n, err)
			}
			if of.Room != room {
				continue
			}
			if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
				t.Fatalf("%s:%d: %v", path, n, err)
			}
			seen++
			f(filepath.Base(filepath.Dir(path)), s)
		}
		if err := lines.Err(); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
	}
	if seen == 0 {
		t.Fatalf("no samples of %s below %s", room, languages)
	}
}
