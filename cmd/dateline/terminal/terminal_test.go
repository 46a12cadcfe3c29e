package terminal

import (
	"bytes"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"
)

func TestOutputIsInert(t *testing.T) {
	if got := Visible("a\x1b[31m\u202eb\nc"); strings.ContainsAny(got, "\x1b\u202e\n") {
		t.Errorf("visible lets %q through", got)
	}
}

func TestColumnsFitAnyWidth(t *testing.T) {
	header := []string{"date", "status", "headline"}
	rows := [][]string{
		{"2020-09-07", "deadline", strings.Repeat("a long headline ", 10)},
		{"2020-09-08", "planned", strings.Repeat("美國總統特朗普", 20)},
		{"2020-09-09", "happened", "short \u202eand\x1b[31m hostile"},
	}
	for _, width := range []int{20, 33, 40, 80, 200} {
		var b bytes.Buffer
		if err := Columns(&b, header, rows, width); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
		if len(lines) != 4 {
			t.Fatalf("width %d: %d lines, want 4", width, len(lines))
		}
		for _, l := range lines {
			if n := runewidth.StringWidth(l); n > width || strings.ContainsAny(l, "\x1b\u202e") {
				t.Errorf("width %d: a line of %d columns: %q", width, n, l)
			}
		}
		if width >= 40 && !strings.HasPrefix(lines[1], "2020-09-07  deadline  a long") {
			t.Errorf("width %d: %q, want its day and status whole", width, lines[1])
		}
	}
}
