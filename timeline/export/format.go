package export

import (
	"io"
	"slices"

	"github.com/seed-7461731f/dateline/store/news"
)

// A Format is one in which a timeline leaves. The command's --format, its help
// and completion, the addresses of the pages, their links and media types are
// made of Formats: a new one is a line there, and the function that writes it.
type Format struct {
	Name  string // as --format takes it, and at the end of an address: "jsonfeed"
	Title string // in the menu of a page: "JSON Feed"
	Help  string // what it is, in a line
	Media string // media type
	Kind  Kind

	// Write writes events in their order. A format that has no use for the feed's
	// addresses leaves them.
	Write func(w io.Writer, f Feed, events []news.Event) error
}

// A Kind says what a format is for, and so where it is offered.
type Kind string

// The kinds of format.
const (
	Listing   Kind = "listing"   // a row an event, of which --fields picks columns
	Polled    Kind = "polled"    // read again and again: what changed last comes first
	Timetable Kind = "timetable" // of events, in a shape of its own
	Show      Kind = "show"      // a whole story at once
	Citations Kind = "citations" // of the articles quoted
)

// Formats are the formats of a timeline, in the order of their help.
var Formats = []Format{
	{"jsonfeed", "JSON Feed", `JSON Feed 1.1, with dates and evidence under "_dateline"`, "application/feed+json", Polled, JSONFeed},
	{"atom", "Atom", "Atom (RFC 4287)", "application/atom+xml; charset=utf-8", Polled, Atom},
	{"rss", "RSS", "RSS 2.0, for programs that read no other feed", "application/rss+xml; charset=utf-8", Polled, RSS},
	{"ics", "iCalendar", "iCalendar (RFC 5545): deadlines and plans", "text/calendar; charset=utf-8", Timetable, Calendar},
	{"timelinejs", "TimelineJS", "a TimelineJS3 slide show; pick its events with --spread --limit 40", "application/json", Show, TimelineJS},
	{"jsonld", "JSON-LD", "schema.org, for a script element of a web page", "application/ld+json", Timetable, JSONLD},
	{"json", "JSON", "every event with its evidence, as one array", "application/json", Listing, plainly(JSON)},
	{"ndjson", "NDJSON", "the same, one object a line", "application/x-ndjson", Listing, plainly(NDJSON)},
	{"csv", "CSV", "one row an event, safe to open in a spreadsheet", "text/csv; charset=utf-8", Listing, plainly(CSV)},
	{"md", "Markdown", "a Markdown list", "text/markdown; charset=utf-8", Listing, plainly(Markdown)},
	{"text", "Text", "citations of every article quoted, as footnotes", "text/plain; charset=utf-8", Citations, citing("text")},
	{"wikipedia", "Wikipedia", "the same as {{cite news}} of the English Wikipedia", "text/plain; charset=utf-8", Citations, citing("wikipedia")},
	{"csl", "CSL-JSON", "the same as CSL-JSON, for a program that keeps references", "application/vnd.citationstyles.csl+json", Citations, citing("csl")},
	{"ris", "RIS", "the same as RIS", "application/x-research-info-systems", Citations, citing("ris")},
}

// FormatNamed returns the format of a name; ok is false when there is none.
func FormatNamed(name string) (f Format, ok bool) {
	i := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return f, false
	}
	return Formats[i], true
}

// FormatNames returns the names of the formats of some kinds, in their order;
// without a kind of all.
func FormatNames(kinds ...Kind) (names []string) {
	for _, f := range Formats {
		if len(kinds) == 0 || slices.Contains(kinds, f.Kind) {
			names = append(names, f.Name)
		}
	}
	return names
}

func plainly(write func(io.Writer, []news.Event) error) func(io.Writer, Feed, []news.Event) error {
	return func(w io.Writer, _ Feed, events []news.Event) error { return write(w, events) }
}

func citing(form string) func(io.Writer, Feed, []news.Event) error {
	return func(w io.Writer, _ Feed, events []news.Event) error { return CiteEvents(w, form, events) }
}
