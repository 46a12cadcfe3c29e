package export

import (
	"encoding/json"
	"io"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// feed is a JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
type feed struct {
	Version  string     `json:"version"`
	Title    string     `json:"title"`
	Language string     `json:"language,omitempty"`
	Items    []feedItem `json:"items"`
}

type feedItem struct {
	ID            string   `json:"id"`
	ExternalURL   string   `json:"external_url,omitempty"`
	Title         string   `json:"title"`
	ContentText   string   `json:"content_text"`
	Summary       string   `json:"summary,omitempty"`
	DatePublished string   `json:"date_published,omitempty"` // RFC 3339
	Language      string   `json:"language,omitempty"`
	Tags          []string `json:"tags,omitempty"`
	Dateline      Event    `json:"_dateline"`
}

// JSONFeed writes the events as a JSON Feed 1.1, one item an event, in the
// given order. The event itself, with its own date and its evidence, is under
// "_dateline".
func JSONFeed(w io.Writer, story news.Story, events []news.Event) error {
	f := feed{Version: "https://jsonfeed.org/version/1.1", Title: story.Title, Items: []feedItem{}}
	if len(story.Languages) > 0 {
		f.Language = story.Languages[0]
	}
	for _, e := range events {
		f.Items = append(f.Items, item(e))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(f)
}

func item(e news.Event) feedItem {
	it := feedItem{ID: "urn:dateline:" + e.StoryID + ":" + e.ID, Title: e.Headline, ContentText: text(e), Summary: e.Summary,
		DatePublished: instant(e.FirstReport.Published), Tags: tags(e), Dateline: NewEvent(e)}
	if strings.HasPrefix(e.FirstReport.URL, "https://") || strings.HasPrefix(e.FirstReport.URL, "http://") {
		it.ExternalURL = e.FirstReport.URL
	}
	if len(e.Evidence) > 0 {
		it.Language = e.Evidence[0].Language
	}
	return it
}

// text is the event in plain words: its date, then each quote and who printed it.
func text(e news.Event) string {
	var b strings.Builder
	b.WriteString(e.When.EDTF + " (" + string(e.Status) + ")\n")
	for _, v := range e.Evidence {
		b.WriteString("\n“" + v.Quote + "”\n" + v.Publisher + ", " + v.Published + ", " + v.URL + "\n")
	}
	return b.String()
}

// instant makes an RFC 3339 time of a printed date; a bare day is its midnight
// UTC, an unknown one "".
func instant(printed string) string {
	if t, err := time.Parse(time.RFC3339, printed); err == nil {
		return t.UTC().Format(time.RFC3339)
	}
	if t, err := time.Parse(time.DateOnly, printed); err == nil {
		return t.Format(time.RFC3339)
	}
	return ""
}

// tags are topic, status and actors, each once: the format wants unique tags.
func tags(e news.Event) []string {
	var out []string
	seen := map[string]bool{}
	for _, t := range append([]string{e.Topic, string(e.Status)}, e.Actors...) {
		if t != "" && !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	return out
}
