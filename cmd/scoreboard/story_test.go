package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const sharedDir = "../../../shared"

// The board and the public tools must say the same of one timeline.
func TestStoryBoardAgreesWithTheTools(t *testing.T) {
	corpus := filepath.Join(sharedDir, "corpora", "story")
	docs, err := readLines[storyDoc](filepath.Join(corpus, "dev.jsonl"))
	if err != nil {
		t.Skipf("the corpus is not here: %v", err)
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not here")
	}
	events, err := storyEvents(docs)
	if err != nil {
		t.Fatal(err)
	}
	timeline := filepath.Join(t.TempDir(), "timeline.json")
	data, err := json.Marshal(events)
	if err == nil {
		err = os.WriteFile(timeline, data, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	rows, err := measureStory(filepath.Join(sharedDir, "corpora"))
	if err != nil {
		t.Fatal(err)
	}
	tool := func(args ...string) string {
		t.Helper()
		out, err := exec.Command(python, args...).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	tools := filepath.Join(sharedDir, "tools")
	said := tool(filepath.Join(tools, "statements.py"), timeline, filepath.Join(corpus, "gold.jsonl"), filepath.Join(corpus, "dev.jsonl")) +
		tool(filepath.Join(tools, "storyscore.py"), timeline, filepath.Join(sharedDir, "reference", "tiktok-sale.jsonl"), filepath.Join(corpus, "coverage.tsv"), filepath.Join(corpus, "dev.jsonl"))
	for i, want := range []string{"recall explicit %s", "recall all %s", "precision %s", "status %s", "topic %s", "actor %s", "F1 %s", "recalled %s", "recalled %s"} {
		figure := fmt.Sprintf("%.3f", rows[i].Value)
		if _, after, ok := strings.Cut(said, strings.TrimSuffix(want, "%s")); !ok || !strings.Contains(firstLine(after), figure) {
			t.Errorf("%s: the board says %s, the tools say:\n%s", rows[i].Measure, figure, said)
		}
		if want == "recalled %s" { // the second line of them is the next figure's
			_, said, _ = strings.Cut(said, "recalled")
		}
	}
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
