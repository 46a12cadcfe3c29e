package sentence_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/timeline/sentence"
)

func FuzzSplitCoversTheText(f *testing.F) {
	for _, tt := range splitTests {
		f.Add(strings.ReplaceAll(tt.text, "|", ""), tt.lang)
	}
	f.Fuzz(func(t *testing.T, text, lang string) {
		end, paragraph := 0, 0
		for i, s := range sentence.Split(text, lang) {
			if s.Start < end || s.End <= s.Start || s.End > len(text) || s.Index != i+1 || s.Paragraph < paragraph {
				t.Fatalf("Split(%q) has sentence %+v after byte %d", text, s, end)
			}
			if gap := text[end:s.Start]; strings.TrimSpace(gap) != "" {
				t.Fatalf("Split(%q) leaves out %q", text, gap)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[s.Start:s.End]) {
				t.Fatalf("Split(%q) cuts a rune at %d:%d", text, s.Start, s.End)
			}
			end, paragraph = s.End, s.Paragraph
		}
		if rest := text[end:]; strings.TrimSpace(rest) != "" {
			t.Fatalf("Split(%q) leaves out %q", text, rest)
		}
	})
}
