package export

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// A Feed says what a feed is of and where it can be had. What is empty is left
// out of the bytes; only Story is needed.
type Feed struct {
	Story  news.Story
	Home   string // address of the story's page
	Self   string // address of this feed, or of this page of it
	First  string // address of its first page; "" this is the only one, or the first
	Next   string // address of the next page of it
	Events string // address to which an event's ID is appended: its page
	Closed bool   // nothing will be added any more
	// Revisions tells of the events, by ID, that changed since they were first
	// seen.
	Revisions map[string]Revision
	// Seen tells when the events, by ID, came onto the timeline: the order of
	// Newest, and the date of those whose sources are all undated.
	Seen map[string]time.Time
}

// A Revision counts the changes of an event.
type Revision struct {
	N  int       // from 1
	At time.Time // of the last one
}

// Check tells which of the addresses is none that a reader can open.
func (f Feed) Check() error {
	for _, at := range []string{f.Home, f.Self, f.First, f.Next, f.Events} {
		if at != "" && webAddress(at) == "" {
			return fmt.Errorf("%q: want an http or https address", at)
		}
	}
	return nil
}

// WithLog returns the feed with what the log of its story, oldest change first,
// knows of the events: when each came onto the timeline, and its revisions.
// Several changes of one run are one revision.
func (f Feed) WithLog(changes []news.Change) Feed {
	f.Revisions, f.Seen = map[string]Revision{}, map[string]time.Time{}
	for _, c := range changes {
		switch r := f.Revisions[c.Event]; {
		case c.Kind == news.ChangeNew && f.Seen[c.Event].IsZero():
			f.Seen[c.Event] = c.At
		case c.Kind != news.ChangeNew && !c.At.Equal(r.At):
			f.Revisions[c.Event] = Revision{N: r.N + 1, At: c.At}
		}
	}
	return f
}

// about is where the extension of the JSON Feed is described.
const about = "https://github.com/seed-7461731f/dateline"

// language is that of the story's readers; "" when it names none.
func (f Feed) language() string {
	if len(f.Story.Languages) == 0 {
		return ""
	}
	return languageTag(f.Story.Languages[0])
}

// id names the feed for good, wherever it is served.
func (f Feed) id() string { return "urn:dateline:" + f.Story.ID }

func (f Feed) itemID(e news.Event) string { return f.id() + ":" + e.ID }

// page is the address of an event's own page; "" unknown.
func (f Feed) page(e news.Event) string {
	if f.Events == "" {
		return ""
	}
	return webAddress(f.Events + e.ID)
}

// updated is when an event last changed. While it has not, it is the
// publication of its newest source: what a reader takes for news. RFC 4287 and
// RFC 5545 want an instant of every entry; an event whose sources are all of
// unknown date has that at which it came onto the timeline, or failing that the
// first second of 1970. Its own day would not do: a plan's lies ahead, and a
// reader sorts the feed by this.
func (f Feed) updated(e news.Event) time.Time {
	if r, ok := f.Revisions[e.ID]; ok {
		return r.At.UTC()
	}
	newest, _ := instant(e.FirstReport.Published)
	for _, v := range e.Evidence {
		if t, ok := instant(v.Published); ok && t.After(newest) {
			newest = t
		}
	}
	if newest.IsZero() {
		newest = f.Seen[e.ID]
	}
	if newest.IsZero() {
		newest = time.Unix(0, 0)
	}
	return newest.UTC()
}

// Newest sorts events by when they came onto the timeline or last changed there,
// then by their newest source, newest first. It is the order of a feed that is
// read page by page: what is new must be on the first, also when it was found in
// an article of last year.
func (f Feed) Newest(events []news.Event) {
	slices.SortFunc(events, func(a, b news.Event) int {
		return cmp.Or(f.changed(b).Compare(f.changed(a)), f.updated(b).Compare(f.updated(a)), cmp.Compare(a.ID, b.ID))
	})
}

// changed is when the timeline last changed in an event; zero when no log tells.
func (f Feed) changed(e news.Event) time.Time {
	if r, ok := f.Revisions[e.ID]; ok {
		return r.At
	}
	return f.Seen[e.ID]
}

// lastUpdated is the newest change of all; of no events it is the first second
// of 1970, since there is no clock here.
func (f Feed) lastUpdated(events []news.Event) time.Time {
	if len(events) == 0 {
		return time.Unix(0, 0).UTC()
	}
	return f.updated(slices.MaxFunc(events, func(a, b news.Event) int { return f.updated(a).Compare(f.updated(b)) }))
}

// instant reads a printed date as an instant; a bare day is its midnight UTC.
func instant(printed string) (time.Time, bool) {
	d, err := news.ParseDCT(printed)
	return d.Time.UTC(), err == nil && d.Known()
}

// stamp is an instant in RFC 3339, UTC, to the second.
func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// tags are topic, status and actors, each once: the formats want unique tags.
func tags(e news.Event) []string {
	var out []string
	for _, t := range append([]string{e.Topic, string(e.Status)}, e.Actors...) {
		if t = line(t); t != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// language is that of the event's headline: the language of the evidence that
// the headline was taken from.
func language(e news.Event) string {
	head := strings.TrimRight(e.Headline, "… ")
	for _, v := range e.Evidence {
		if head != "" && strings.Contains(v.Quote, head) {
			return languageTag(v.Language)
		}
	}
	if len(e.Evidence) > 0 {
		return languageTag(e.Evidence[0].Language)
	}
	return ""
}

var tagForm = regexp.MustCompile(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`)

// languageTag is s when it has the form of a BCP 47 tag, else "".
func languageTag(s string) string {
	if !tagForm.MatchString(s) {
		return ""
	}
	return s
}

// title is what a list shows of an event: its headline, or failing that its date.
func title(e news.Event) string {
	return cmp.Or(line(e.Headline), "Event of "+cmp.Or(e.When.EDTF, "unknown date"))
}

// text is the event in plain words: its date, then each quote and who printed it.
func text(e news.Event) string {
	var b strings.Builder
	b.WriteString(e.When.EDTF + " (" + Standing(e) + "); " + Sources(e) + "\n")
	for _, v := range e.Evidence {
		b.WriteString("\n“" + line(v.Quote) + "”\n" + credit(v) + "\n")
	}
	return b.String()
}

// credit says who printed a quote, when and where, as far as is known, and that
// the page is there no more.
func credit(v news.Evidence) string {
	known := slices.DeleteFunc([]string{line(v.Publisher), line(v.Published), line(v.URL), goneNote(v)}, func(s string) bool { return s == "" })
	return strings.Join(known, ", ")
}

// goneNote marks evidence whose page answered 404 or 410 when it was last asked.
func goneNote(v news.Evidence) string {
	if v.Gone == "" {
		return ""
	}
	return "page gone since " + line(v.Gone)
}
