package help

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// A topic has a heading that says what it is about, and lines that a terminal
// shows whole; what it names in braces is filled in.
func TestTopicsCanBePrinted(t *testing.T) {
	for _, topic := range Topics() {
		if topic.Summary() == "" || !strings.HasPrefix(topic.Text, "# "+topic.Title+"\n\n") {
			t.Errorf("%s: heading %q, want \"# Name: what it is about\"", topic.Name, topic.Title)
		}
		if strings.Contains(topic.Text, "{{params}}") || strings.Contains(topic.Text, "{{formats}}") {
			t.Errorf("%s: a table is not filled in", topic.Name)
		}
		for _, line := range strings.Split(topic.Text, "\n") {
			if !strings.HasPrefix(line, "    ") && utf8.RuneCountInString(line) > 88 {
				t.Errorf("%s: a line of %d characters: %s", topic.Name, utf8.RuneCountInString(line), line)
			}
		}
	}
}

// Where a topic says "dateline help X", there is a topic X.
func TestTopicsLeadToTopics(t *testing.T) {
	for _, topic := range Topics() {
		for _, m := range regexp.MustCompile(`dateline help ([a-z-]+)`).FindAllStringSubmatch(topic.Text, -1) {
			if _, ok := Named(m[1]); !ok {
				t.Errorf("%s leads to %q, which is no topic", topic.Name, m[1])
			}
		}
	}
}

// The tables of the program are in its help.
func TestTopicsHoldTheTables(t *testing.T) {
	search, _ := Named("search")
	feeds, _ := Named("feeds")
	for _, p := range news.Params {
		if !strings.Contains(search.Text, p.Help) {
			t.Errorf("search does not explain %s", p.Name)
		}
	}
	for _, f := range export.Formats {
		if !strings.Contains(feeds.Text, f.Help) {
			t.Errorf("feeds does not explain %s", f.Name)
		}
	}
}

// An example that names its file stands there, letter for letter but for space. Of
// a list of words, which grows, its heading does.
func TestExamplesAreFromTheCode(t *testing.T) {
	examples := 0
	for _, topic := range Topics() {
		for _, m := range regexp.MustCompile(`(?m)^    (?://|#) (\S+/\S+\.\S+)\n((?:    .*\n)+)`).FindAllStringSubmatch(topic.Text, -1) {
			examples++
			file, err := os.ReadFile("../../../" + m[1])
			if err != nil {
				t.Errorf("%s: %v", topic.Name, err)
				continue
			}
			if strings.HasPrefix(m[1], "timeline/language/") && strings.HasSuffix(m[1], ".txt") {
				m[2], _, _ = strings.Cut(m[2], "\n")
			}
			squash := func(s string) string { return strings.Join(strings.Fields(s), "") }
			if !strings.Contains(squash(string(file)), squash(m[2])) {
				t.Errorf("%s: %s does not hold\n%s", topic.Name, m[1], m[2])
			}
		}
	}
	if examples < 4 {
		t.Errorf("only %d examples name their file", examples)
	}
}
