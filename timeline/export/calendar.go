package export

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/store/news"
)

// Calendar writes the deadlines and plans among the events as iCalendar (RFC
// 5545, RFC 7986), an all-day entry each that leaves its reader's days free. What
// is known only to the month covers the month and is tentative; what was moved,
// lifted, cancelled or denied is cancelled.
func Calendar(w io.Writer, f Feed, events []news.Event) error {
	c := &calendar{w: bufio.NewWriter(w)}
	c.raw("BEGIN", "VCALENDAR")
	c.raw("VERSION", "2.0")
	c.raw("PRODID", "-//Dateline//Dateline//EN")
	c.raw("CALSCALE", "GREGORIAN")
	c.text("NAME", f.Story.Title)
	c.text("X-WR-CALNAME", f.Story.Title) // read where NAME is not
	c.address("URL", f.Home)
	c.address("SOURCE;VALUE=URI", f.Self)
	c.raw("REFRESH-INTERVAL;VALUE=DURATION", "P1D")
	for _, e := range events {
		if (e.Status == news.Deadline || e.Status == news.Planned) && !e.When.From.IsZero() {
			c.event(f, e)
		}
	}
	c.raw("END", "VCALENDAR")
	return c.w.Flush() // the error of any write before, too
}

// calendar writes content lines.
type calendar struct{ w *bufio.Writer }

func (c *calendar) event(f Feed, e news.Event) {
	changed := f.updated(e).Format("20060102T150405Z")
	c.raw("BEGIN", "VEVENT")
	c.raw("UID", e.ID+"@"+f.Story.ID+".dateline")
	c.raw("DTSTAMP", changed) // without a METHOD it is the last revision
	c.raw("LAST-MODIFIED", changed)
	c.raw("SEQUENCE", strconv.Itoa(f.Revisions[e.ID].N))
	c.raw("DTSTART;VALUE=DATE", e.When.From.Format("20060102"))
	c.raw("DTEND;VALUE=DATE", lastDay(e.When).AddDate(0, 0, 1).Format("20060102"))
	c.text("SUMMARY"+languageParameter(e), calendarTitle(e))
	c.text("DESCRIPTION", text(e))
	if at := f.page(e); at != "" {
		c.address("URL", at)
	} else {
		c.address("URL", e.FirstReport.URL)
	}
	c.raw("STATUS", calendarStatus(e))
	c.raw("TRANSP", "TRANSPARENT")
	c.list("CATEGORIES", tags(e))
	c.raw("END", "VEVENT")
}

// lastDay is the last day of an interval; one without an end has one day.
func lastDay(i news.Interval) time.Time {
	if !i.To.After(i.From) {
		return i.From
	}
	return i.To.AddDate(0, 0, -1)
}

func languageParameter(e news.Event) string {
	if tag := language(e); tag != "" {
		return ";LANGUAGE=" + tag
	}
	return ""
}

// calendarTitle says in a calendar's one line what became of the term, and that
// its day is not known when it is not.
func calendarTitle(e news.Event) string {
	t := title(e)
	if e.Outcome != "" {
		t = string(e.Outcome) + ": " + t
	}
	if vague(e.When) {
		t += " (" + Display(e.When) + ")"
	}
	return t
}

func calendarStatus(e news.Event) string {
	switch e.Outcome {
	case news.Moved, news.Lifted, news.Cancelled, news.Denied:
		return "CANCELLED"
	}
	if vague(e.When) {
		return "TENTATIVE"
	}
	return "CONFIRMED"
}

// vague tells whether the day itself is not known.
func vague(i news.Interval) bool {
	return !lastDay(i).Equal(i.From) || strings.ContainsAny(i.EDTF, "?~%")
}

func (c *calendar) text(name, value string) { c.raw(name, calendarText(value)) }

func (c *calendar) address(name, value string) {
	if at := webAddress(value); at != "" {
		c.raw(name, at)
	}
}

func (c *calendar) list(name string, values []string) {
	var escaped []string
	for _, v := range values {
		escaped = append(escaped, calendarText(v))
	}
	if len(escaped) > 0 {
		c.raw(name, strings.Join(escaped, ","))
	}
}

var calendarEscapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// calendarText is a TEXT value: RFC 5545, 3.3.11.
func calendarText(s string) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	for i, l := range lines {
		lines[i] = line(l)
	}
	return calendarEscapes.Replace(strings.Join(lines, "\n"))
}

// maxOctets is the length of a content line without its CRLF: RFC 5545, 3.1.
const maxOctets = 75

// raw writes a content line, folded. No fold goes through a character or an
// escape: there are readers that unfold by bytes, and some that unescape before
// they unfold.
func (c *calendar) raw(name, value string) {
	rest, room := name+":"+value, maxOctets
	for len(rest) > room {
		n := foldAt(rest, room)
		c.w.WriteString(rest[:n] + "\r\n ")
		rest, room = rest[n:], maxOctets-1 // the space counts
	}
	c.w.WriteString(rest + "\r\n")
}

// foldAt is the last place to cut s at or before room bytes.
func foldAt(s string, room int) (n int) {
	for n < len(s) {
		_, size := utf8.DecodeRuneInString(s[n:])
		if s[n] == '\\' {
			size = 2 // an escape is a backslash and one ASCII character
		}
		if n+size > room {
			break
		}
		n += size
	}
	return n
}
