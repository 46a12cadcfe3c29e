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
	stories, err := labelledStories(filepath.Join(sharedDir, "corpora"))
	if err != nil {
		t.Fatal(err)
	}
	if len(stories) == 0 {
		t.Skip("the labelled stories are not here")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not here")
	}
	tools := filepath.Join(sharedDir, "tools")
	for _, l := range stories {
		events, err := storyEvents(l.story, l.docs)
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
		docs := filepath.Join(l.dir, "docs.jsonl")
		if l.name == "story" {
			docs = filepath.Join(l.dir, "dev.jsonl")
		}
		tool := func(args ...string) string {
			t.Helper()
			out, err := exec.Command(python, args...).CombinedOutput()
			if err != nil {
				t.Fatalf("%v: %v\n%s", args, err, out)
			}
			return string(out)
		}
		f, err := l.measure(events)
		if err != nil {
			t.Fatal(err)
		}
		said := tool(filepath.Join(tools, "statements.py"), timeline, filepath.Join(l.dir, "gold.jsonl"), docs)
		agrees := func(key string, value float64, format string) {
			t.Helper()
			figure := fmt.Sprintf(format, value)
			if _, after, ok := strings.Cut(said, key+" "); !ok || !strings.Contains(firstLine(after), figure) {
				t.Errorf("%s: %s: the board says %s, the tools say:\n%s", l.name, key, figure, said)
			}
		}
		for key, value := range map[string]float64{"recall explicit": f.explicit, "recall all": f.all, "precision": f.precision,
			"status": f.status, "topic": f.topic, "actor": f.actor, "F1": f.bCubed, "first 40:": f.first} {
			agrees(key, value, "%.3f")
		}
		agrees("copies", f.copies, "%.2f")
		if l.name != "story" {
			continue
		}
		rows, err := measureReference(l.dir, l.docs, events)
		if err != nil {
			t.Fatal(err)
		}
		said = tool(filepath.Join(tools, "storyscore.py"), timeline, filepath.Join(sharedDir, "reference", "tiktok-sale.jsonl"), filepath.Join(l.dir, "coverage.tsv"), docs)
		for _, r := range rows[:2] {
			agrees("recalled", r.Value, "%.3f")
			_, said, _ = strings.Cut(said, "recalled") // the second line of them is the next figure's
		}
	}
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
