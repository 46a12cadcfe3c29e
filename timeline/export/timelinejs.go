package export

import (
	"encoding/json"
	"errors"
	"io"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// ErrNoEvents tells that a format that needs an event got none with a date.
var ErrNoEvents = errors.New("no dated event to show")

// slideshow is the JSON of TimelineJS3
// (https://timeline.knightlab.com/docs/json-format.html).
type slideshow struct {
	Title  slide   `json:"title"`
	Events []slide `json:"events"`
}

type slide struct {
	ID      string     `json:"unique_id,omitempty"`
	Start   *slideDate `json:"start_date,omitempty"`
	End     *slideDate `json:"end_date,omitempty"`
	Display string     `json:"display_date,omitempty"`
	Group   string     `json:"group,omitempty"`
	Text    slideText  `json:"text"`
}

// slideText is HTML.
type slideText struct {
	Headline string `json:"headline"`
	Text     string `json:"text,omitempty"`
}

// slideDate names only the parts that are known: the viewer takes a month of 0
// without a word and puts it in the wrong place.
type slideDate struct {
	Year  int `json:"year"`
	Month int `json:"month,omitempty"`
	Day   int `json:"day,omitempty"`
}

// quotesASlide is how many quotes fit a slide; their count stands beside them.
const quotesASlide = 3

// TimelineJS writes the JSON that a TimelineJS3 viewer shows, a slide an event.
// The viewer is made for some dozens of slides: pick the best events. Its texts are
// HTML, so everything from a page is escaped, and the JSON itself can stand in
// a script element. Events without a date are left out; with none left the
// error is ErrNoEvents.
func TimelineJS(w io.Writer, f Feed, events []news.Event) error {
	topics := map[string]string{}
	for _, t := range f.Story.Topics {
		topics[t.Key] = t.Title
	}
	out := slideshow{Title: slide{Text: slideText{Headline: escape(f.Story.Title)}}}
	for _, e := range events {
		if !e.When.From.IsZero() {
			out.Events = append(out.Events, f.slide(e, topics[e.Topic]))
		}
	}
	if len(out.Events) == 0 {
		return ErrNoEvents
	}
	enc := json.NewEncoder(w) // escapes < > &
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func (f Feed) slide(e news.Event, topic string) slide {
	s := slide{ID: "evt-" + e.ID, Start: dateAt(e.When.From, e.When.Grain), Display: escape(Display(e.When)), Group: escape(topic),
		Text: slideText{escape(title(e)), slideBody(e)}}
	if last := lastDay(e.When); last.After(e.When.From) {
		s.End = dateAt(last, e.When.Grain)
		if *s.End == *s.Start {
			s.End = nil // the one month or year says it
		}
	}
	return s
}

// dateAt is a day in the parts that a grain knows.
func dateAt(t time.Time, g news.Grain) *slideDate {
	switch g {
	case news.GrainYear, news.GrainDecade, news.GrainCentury:
		return &slideDate{Year: t.Year()}
	case news.GrainMonth, news.GrainQuarter, news.GrainHalf:
		return &slideDate{Year: t.Year(), Month: int(t.Month())}
	}
	return &slideDate{t.Year(), int(t.Month()), t.Day()}
}

// slideBody is the event's standing and its best quotes, each with its source.
func slideBody(e news.Event) string {
	var b strings.Builder
	b.WriteString("<p>" + escape(Standing(e)) + "; " + escape(Sources(e)) + "</p>")
	for _, v := range e.Evidence[:min(len(e.Evidence), quotesASlide)] {
		b.WriteString(quoteOpen(v) + escape(v.Quote) + "</blockquote><p>" + slideCredit(v) + "</p>")
	}
	return b.String()
}

func quoteOpen(v news.Evidence) string {
	if tag := languageTag(v.Language); tag != "" {
		return `<blockquote lang="` + tag + `">`
	}
	return "<blockquote>"
}

func slideCredit(v news.Evidence) string {
	who := escape(v.Publisher)
	if at := webAddress(v.URL); at != "" {
		if who == "" {
			who = escape(at)
		}
		who = `<a href="` + htmlEscapes.Replace(at) + `">` + who + "</a>"
	}
	for _, more := range []string{escape(v.Published), escape(goneNote(v))} {
		if more != "" {
			who += ", " + more
		}
	}
	return who
}

// htmlEscapes make text of what would be markup, in an element or in a quoted
// attribute. Braces go too: a slide show may stand in a page made by a template.
var htmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "{", "&#123;", "}", "&#125;")

func escape(s string) string { return htmlEscapes.Replace(line(s)) }
