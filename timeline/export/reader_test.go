package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/mmcdole/gofeed"

	"github.com/seed-7461731f/dateline/store/news"
)

var jsonFeedFormat, atomFormat, calendarFormat, slidesFormat = formats[0], formats[1], formats[2], formats[3]

func TestFeedsAreReadBackByAnotherReader(t *testing.T) {
	for _, f := range []format{jsonFeedFormat, atomFormat} {
		got, err := gofeed.NewParser().Parse(bytes.NewReader(written(t, f, damFeed, damEvents)))
		if err != nil {
			t.Fatalf("%s: %v", f.golden, err)
		}
		if got.Title != dam.Title || got.FeedLink != damFeed.Self || got.Link != damFeed.Home || len(got.Items) != len(damEvents) {
			t.Errorf("%s: title %q, self %q, home %q, %d items", f.golden, got.Title, got.FeedLink, got.Link, len(got.Items))
		}
		for i, e := range damEvents {
			it := got.Items[i]
			if it.Title != e.Headline || it.GUID != "urn:dateline:dam:"+e.ID || it.Link != damFeed.Events+e.ID || !strings.Contains(it.Content, e.Evidence[0].Quote) {
				t.Errorf("%s: item %d is %q, %s, %s:\n%s", f.golden, i, it.Title, it.GUID, it.Link, it.Content)
			}
		}
		if want := time.Date(2024, 3, 12, 4, 10, 0, 0, time.UTC); got.Items[0].PublishedParsed == nil || !got.Items[0].PublishedParsed.Equal(want) {
			t.Errorf("%s: published %v, want %v, the first report", f.golden, got.Items[0].PublishedParsed, want)
		}
	}
}

func TestRSSIsReadBackByAnotherReader(t *testing.T) {
	got, err := gofeed.NewParser().Parse(bytes.NewReader(written(t, format{"dam.rss", RSS}, damFeed, damEvents)))
	if err != nil {
		t.Fatal(err)
	}
	if got.FeedType != "rss" || got.Title != dam.Title || got.FeedLink != damFeed.Self || got.Link != damFeed.Home || len(got.Items) != len(damEvents) {
		t.Errorf("type %s, title %q, self %q, home %q, %d items", got.FeedType, got.Title, got.FeedLink, got.Link, len(got.Items))
	}
	for i, e := range damEvents {
		it := got.Items[i]
		if it.Title != e.Headline || it.GUID != "urn:dateline:dam:"+e.ID || it.Link != damFeed.Events+e.ID || it.PublishedParsed == nil || !it.PublishedParsed.Equal(damFeed.updated(e)) {
			t.Errorf("item %d is %q, %s, %s, %v", i, it.Title, it.GUID, it.Link, it.PublishedParsed)
		}
	}
}

// The rules of JSON Feed 1.1 and RFC 4287 on what may be left out.
func TestFeedsSayOnlyWhatIsKnown(t *testing.T) {
	bare := Feed{Story: news.Story{ID: "dam", Title: "The dam"}}
	var doc map[string]any
	if err := json.Unmarshal(written(t, jsonFeedFormat, bare, damEvents), &doc); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"home_page_url", "feed_url", "next_url", "expired", "language"} {
		if v, ok := doc[key]; ok {
			t.Errorf("%s is %v; want none, since none was given", key, v)
		}
	}
	for i, raw := range doc["items"].([]any) {
		item := raw.(map[string]any)
		for _, key := range []string{"url", "date_modified"} {
			if v, ok := item[key]; ok {
				t.Errorf("item %d: %s is %v; want none, since none is known", i, key, v)
			}
		}
	}
	if _, ok := doc["items"].([]any)[2].(map[string]any)["date_published"]; ok {
		t.Error("an event whose sources are undated got a date_published")
	}
	loop := Feed{Story: dam, Self: "https://news.example/f", Next: "https://news.example/f", Closed: true}
	if got := string(written(t, jsonFeedFormat, loop, nil)); strings.Contains(got, "next_url") || !strings.Contains(got, `"items":[]`) || !strings.Contains(got, `"expired":true`) {
		t.Errorf("empty closed feed that follows itself:\n%s", got)
	}
	empty, err := gofeed.NewParser().Parse(bytes.NewReader(written(t, atomFormat, bare, nil)))
	if err != nil || empty.UpdatedParsed == nil || len(empty.Items) != 0 {
		t.Errorf("empty Atom feed: %+v, %v; want one that has its required updated", empty, err)
	}
}

func TestAtomKeepsToItsGrammar(t *testing.T) {
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(written(t, atomFormat, Feed{Story: dam}, damEvents)))
	if err != nil {
		t.Fatal(err)
	}
	for i, it := range feed.Items {
		if it.UpdatedParsed == nil || it.GUID == "" || it.Title == "" {
			t.Errorf("entry %d: updated %q, id %q, title %q; RFC 4287 wants each", i, it.Updated, it.GUID, it.Title)
		}
	}
	if got, want := feed.Items[0].Link, "https://kurier.example/dam?a=1&b=2"; got != want {
		t.Errorf("link %q, want %q, the first report, where the event has no page", got, want)
	}
	if got := feed.Items[2].Link; got != "" {
		t.Errorf("link %q of an event read from a file, want none", got)
	}
}

// contentLine is RFC 5545, 3.1: a name, parameters, a value without controls.
var contentLine = regexp.MustCompile(`^([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^\x00-\x1f";:,]+)*):([^\x00-\x08\x0a-\x1f\x7f]*)$`)

// property is a content line, unfolded and taken apart.
type property struct{ name, params, value string }

// readCalendar is a strict reader of iCalendar that shares nothing with the writer.
func readCalendar(raw []byte) (out []property, err error) {
	s := string(raw)
	if !strings.HasSuffix(s, "\r\n") || strings.Count(s, "\n") != strings.Count(s, "\r\n") || strings.Count(s, "\r") != strings.Count(s, "\r\n") {
		return nil, fmt.Errorf("a line ends otherwise than in CRLF")
	}
	for _, l := range strings.Split(strings.TrimSuffix(s, "\r\n"), "\r\n") {
		switch {
		case len(l) > 75:
			return nil, fmt.Errorf("%d octets: %q", len(l), l)
		case !utf8.ValidString(l):
			return nil, fmt.Errorf("a fold goes through a character: %q", l)
		case (len(l)-len(strings.TrimRight(l, `\`)))%2 == 1:
			return nil, fmt.Errorf("a fold goes through an escape: %q", l)
		case strings.HasPrefix(l, " ") && len(out) > 0:
			out[len(out)-1].value += l[1:]
			continue
		}
		name, rest, _ := strings.Cut(l, ":")
		out = append(out, property{name: name, value: rest})
	}
	for i, p := range out {
		m := contentLine.FindStringSubmatch(p.name + ":" + p.value)
		if m == nil {
			return nil, fmt.Errorf("no content line: %q", p.name+":"+p.value)
		}
		out[i] = property{m[1], m[2], m[3]}
	}
	return out, nil
}

// unescape reads a TEXT value; it refuses what the grammar does not have.
func unescape(s string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == ';' || s[i] == ',':
			return "", fmt.Errorf("bare %q in %q", s[i], s)
		case s[i] != '\\':
			b.WriteByte(s[i])
		case i+1 < len(s) && strings.IndexByte(`\;,`, s[i+1]) >= 0:
			i++
			b.WriteByte(s[i])
		case i+1 < len(s) && (s[i+1] == 'n' || s[i+1] == 'N'):
			i++
			b.WriteByte('\n')
		default:
			return "", fmt.Errorf("unknown escape in %q", s)
		}
	}
	return b.String(), nil
}

// calendarEvents checks the frame of a calendar and gives its events.
func calendarEvents(raw []byte) (events []map[string]string, err error) {
	props, err := readCalendar(raw)
	if err != nil {
		return nil, err
	}
	if len(props) < 2 || props[0] != (property{"BEGIN", "", "VCALENDAR"}) || props[len(props)-1] != (property{"END", "", "VCALENDAR"}) {
		return nil, fmt.Errorf("no VCALENDAR around it")
	}
	var current map[string]string
	for _, p := range props[1 : len(props)-1] {
		switch {
		case p.name == "BEGIN" && p.value == "VEVENT" && current == nil:
			current = map[string]string{}
		case p.name == "END" && p.value == "VEVENT" && current != nil:
			events, current = append(events, current), nil
		case p.name == "BEGIN" || p.name == "END":
			return nil, fmt.Errorf("%s:%s out of place", p.name, p.value)
		case current != nil:
			if _, twice := current[p.name]; twice {
				return nil, fmt.Errorf("%s twice in an event", p.name)
			}
			if slices.Contains([]string{"SUMMARY", "DESCRIPTION"}, p.name) {
				if p.value, err = unescape(p.value); err != nil {
					return nil, err
				}
			}
			current[p.name] = p.value
		}
	}
	return events, nil
}

func TestCalendarIsReadBackByAStrictReader(t *testing.T) {
	got, err := calendarEvents(written(t, calendarFormat, damFeed, damEvents))
	if err != nil {
		t.Fatal(err)
	}
	want := []map[string]string{
		{"UID": "e000000000002@dam.dateline", "DTSTART": "20240415", "DTEND": "20240416", "STATUS": "CANCELLED", "SEQUENCE": "2", "DTSTAMP": "20240320T040000Z",
			"SUMMARY": "moved: " + damEvents[1].Headline, "TRANSP": "TRANSPARENT"},
		{"UID": "e000000000003@dam.dateline", "DTSTART": "20240501", "DTEND": "20240601", "STATUS": "TENTATIVE", "SEQUENCE": "0",
			"SUMMARY": damEvents[2].Headline + " (about May 2024)"},
	}
	if len(got) != len(want) {
		t.Fatalf("%d events, want the %d deadlines and plans", len(got), len(want))
	}
	for i := range want {
		for name, value := range want[i] {
			if got[i][name] != value {
				t.Errorf("event %d: %s is %q, want %q", i, name, got[i][name], value)
			}
		}
		if quote := damEvents[i+1].Evidence[0].Quote; !strings.Contains(got[i]["DESCRIPTION"], quote) {
			t.Errorf("event %d: DESCRIPTION lacks its quote:\n%s", i, got[i]["DESCRIPTION"])
		}
	}
}

func FuzzCalendarHoldsAnyHeadline(f *testing.F) {
	for _, h := range []string{"", "plain", strings.Repeat("é", 200), strings.Repeat(`\`, 300), strings.Repeat(",", 300), "a\r\nEND:VEVENT\r\nBEGIN:VALARM", "\xff\x00", strings.Repeat("堤", 80), strings.Repeat(" ", 160)} {
		f.Add(h)
	}
	f.Fuzz(func(t *testing.T, headline string) {
		e := damEvents[1]
		e.Outcome, e.Headline = "", headline
		var b bytes.Buffer
		if err := Calendar(&b, damFeed, []news.Event{e}); err != nil {
			t.Fatal(err)
		}
		got, err := calendarEvents(b.Bytes())
		if err != nil || len(got) != 1 {
			t.Fatalf("%d events, %v:\n%s", len(got), err, b.String())
		}
		if want := title(e); got[0]["SUMMARY"] != want {
			t.Errorf("SUMMARY %q, want %q", got[0]["SUMMARY"], want)
		}
	})
}

// slideRules are what the viewer takes without a word and shows in the wrong
// place, or not at all.
func slideRules(raw []byte) error {
	var doc struct {
		Events []struct {
			ID    string         `json:"unique_id"`
			Start map[string]int `json:"start_date"`
			End   map[string]int `json:"end_date"`
			Text  struct{ Headline string }
		}
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	if err := dec.Decode(&doc); err != nil {
		return err
	}
	if _, err := dec.Token(); err != io.EOF {
		return fmt.Errorf("more than one document")
	}
	seen := map[string]bool{}
	for i, e := range doc.Events {
		switch {
		case !regexp.MustCompile(`^[a-z][a-z0-9-]*$`).MatchString(e.ID) || seen[e.ID]:
			return fmt.Errorf("slide %d: unique_id %q", i, e.ID)
		case e.Start == nil || e.Text.Headline == "":
			return fmt.Errorf("slide %d: no start_date or no headline", i)
		}
		seen[e.ID] = true
		for _, d := range []map[string]int{e.Start, e.End} {
			month, hasMonth := d["month"]
			day, hasDay := d["day"]
			if d != nil && (d["year"] == 0 || hasMonth && (month < 1 || month > 12) || hasDay && (!hasMonth || day < 1 || day > 31)) {
				return fmt.Errorf("slide %d: date %v", i, d)
			}
		}
	}
	if len(doc.Events) == 0 {
		return fmt.Errorf("no slide")
	}
	return nil
}

func TestSlidesKeepTheRulesOfTheViewer(t *testing.T) {
	var events []news.Event
	for i, when := range []news.Interval{
		days("2024-01-01", "2025-01-01", news.GrainYear, "2024"), days("2020-01-01", "2030-01-01", news.GrainDecade, "202X"),
		days("2024-07-01", "2024-10-01", news.GrainQuarter, "2024-07/2024-09"), days("2024-12-30", "2025-01-06", news.GrainWeek, "2024-12-30/2025-01-05"),
		days("2024-12-31", "2025-01-01", news.GrainDay, "2024-12-31"), {EDTF: "unknown"},
	} {
		events = append(events, news.Event{ID: fmt.Sprint("e", i), When: when})
	}
	raw := written(t, slidesFormat, Feed{Story: dam}, events)
	if err := slideRules(raw); err != nil {
		t.Errorf("%v in\n%s", err, raw)
	}
	if n := bytes.Count(raw, []byte(`"unique_id"`)); n != len(events)-1 {
		t.Errorf("%d slides, want %d: all but the undated one", n, len(events)-1)
	}
	if err := TimelineJS(io.Discard, Feed{Story: dam}, events[5:]); err != ErrNoEvents {
		t.Errorf("TimelineJS of no dated event = %v, want ErrNoEvents", err)
	}
}

func TestTablesAreReadBack(t *testing.T) {
	rows, err := csv.NewReader(bytes.NewReader(written(t, formats[6], damFeed, damEvents))).ReadAll()
	if err != nil || len(rows) != len(damEvents)+1 {
		t.Fatalf("CSV: %d rows, %v; want a header and %d", len(rows), err, len(damEvents))
	}
	lines := strings.Split(strings.TrimSuffix(string(written(t, formats[5], damFeed, damEvents)), "\n"), "\n")
	for i, e := range damEvents {
		if rows[i+1][0] != e.ID || rows[i+1][8] != e.Headline {
			t.Errorf("CSV row %d: %q", i, rows[i+1])
		}
		var back Event
		dec := json.NewDecoder(strings.NewReader(lines[i]))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&back); err != nil || back.ID != e.ID || len(back.Evidence) != len(e.Evidence) {
			t.Errorf("NDJSON line %d: %+v, %v", i, back, err)
		}
	}
}
