package statement_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline"
	"github.com/seed-7461731f/dateline/timeline/language/sample"
	"github.com/seed-7461731f/dateline/timeline/statement"
	"github.com/seed-7461731f/dateline/timeline/story"
)

// A told is a line of samples.jsonl of a language, for this room: a text of the
// story of the harbour, and what it states: "2024-05-03 happened sue board>marel",
// the act and its roles where they are asked for.
type told struct {
	ID, DCT, Text string
	Want          []string
}

func TestSamplesOfEachLanguageAreReadRight(t *testing.T) {
	st, err := story.Parse([]byte(harbour), "harbour")
	if err != nil {
		t.Fatal(err)
	}
	sample.Each(t, "../language", "statement", func(lang string, s told) {
		if got := s.read(t, st, lang); !s.right(got) {
			t.Errorf("%s %s: %q states %q, want %q", lang, s.ID, s.Text, got, s.Want)
		}
	})
}

// read lists what a sample states.
func (s told) read(t *testing.T, st news.Story, lang string) (out []string) {
	t.Helper()
	published, err := time.Parse(time.DateOnly, s.DCT)
	if err != nil {
		t.Fatalf("%s: %v", s.ID, err)
	}
	a := news.Article{ID: 1, URL: "https://a.example/1", Publisher: "a.example", Language: lang, Text: s.Text,
		Published: news.DCT{Time: published, Grain: news.GrainDay}}
	read, _ := timeline.NewReader(st).Article(a, 0)
	for _, x := range statement.Read(st, read) {
		line := x.When.EDTF + " " + string(x.Status) + " " + x.Act + " " + x.By
		if x.Whom != "" {
			line += ">" + x.Whom
		}
		out = append(out, strings.TrimSpace(line))
	}
	return out
}

// right reports whether what was read begins as what is wanted, one for one.
func (s told) right(got []string) bool {
	return slices.EqualFunc(got, s.Want, func(g, w string) bool { return g == w || strings.HasPrefix(g, w+" ") || strings.HasPrefix(g, w+">") })
}
