package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode"

	"github.com/seed-7461731f/dateline/store/news"
)

// hostile is what a page may say where a headline, a quote or a publisher's name is
// expected.
var hostile = []struct{ name, text string }{
	{"script", `<script>alert(1)</script>`},
	{"image handler", `"><img src=x onerror=alert(1)>`},
	{"end of CDATA", `a ]]> b <![CDATA[ c`},
	{"entity", `&lt;b&gt; &#x202e; &nbsp;`},
	{"template braces", `{{ .Secret }} {% include x %} ${x}`},
	{"formula", `=HYPERLINK("https://evil.example";"x")`},
	{"formula behind a blank", " \t=1+1"},
	{"formula behind a mark", "\u202e@SUM(A1)"},
	{"wide formula", `＝１＋１`},
	{"bidi marks", "safe\u202egnp.exe\u2066\u200f"},
	{"line ends", "a\r\nEND:VEVENT\r\nBEGIN:VALARM\nx\u2028y\u0085z"},
	{"controls", "a\x00b\x1b[31mc\x07\x7f\u009b"},
	{"broken UTF-8", "a\xffb\xc3"},
	{"no character", "a\uFFFE\uFFFFb"},
	{"markdown", "](javascript:alert(1)) ![x](https://evil.example/p.png) `a` **b** | c"},
	{"markdown link end", "x](<https://evil.example>"},
	{"backslash", `\`},
}

var hostileAddresses = []string{"javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "https://evil.example/\r\nX:1", "https://evil.example/?q=\"><script>", "https://evil.example/>)[x](y", "//evil.example/", "file:///etc/passwd", "https:evil"}

func hostileEvent(text, address string) news.Event {
	e := damEvents[1]
	e.Headline, e.Summary = text, text
	e.FirstReport = news.FirstReport{Publisher: text, URL: address, Published: text}
	e.Evidence = []news.Evidence{quoted(text, text, address, text, text)}
	return e
}

func eachHostile(t *testing.T, check func(t *testing.T, e news.Event)) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) { check(t, hostileEvent(h.text, "https://kurier.example/dam")) })
	}
	for _, at := range hostileAddresses {
		t.Run(at, func(t *testing.T) { check(t, hostileEvent("The dam broke.", at)) })
	}
}

func TestNoPageWritesIntoAtom(t *testing.T) {
	want := shape(t, written(t, atomFormat, damFeed, []news.Event{hostileEvent("The dam broke.", "https://kurier.example/dam")}))
	eachHostile(t, func(t *testing.T, e news.Event) {
		raw := written(t, atomFormat, damFeed, []news.Event{e})
		checkText(t, raw)
		if got := strings.ReplaceAll(shape(t, raw), "link ", ""); got != strings.ReplaceAll(want, "link ", "") {
			t.Errorf("elements %s, want %s", got, want)
		}
		for _, bad := range []string{`href="javascript:`, `href="data:`, `href="file:`} {
			if bytes.Contains(raw, []byte(bad)) {
				t.Errorf("a link to %s", bad)
			}
		}
	})
}

func TestNoPageWritesIntoRSS(t *testing.T) {
	f := format{"dam.rss", RSS}
	want := shape(t, written(t, f, damFeed, []news.Event{hostileEvent("The dam broke.", "https://kurier.example/dam")}))
	eachHostile(t, func(t *testing.T, e news.Event) {
		raw := written(t, f, damFeed, []news.Event{e})
		checkText(t, raw)
		if got := shape(t, raw); got != want {
			t.Errorf("elements %s, want %s", got, want)
		}
		var doc rss
		if err := xml.Unmarshal(raw, &doc); err != nil {
			t.Fatal(err)
		}
		if d := strings.ReplaceAll(doc.Channel.Items[0].Description, "<br>", ""); strings.ContainsAny(d, "<>") {
			t.Errorf("markup in %s", d)
		}
	})
}

// shape lists the elements of a document in order; it fails when it is not well formed.
func shape(t *testing.T, raw []byte) string {
	t.Helper()
	var b strings.Builder
	for dec := xml.NewDecoder(bytes.NewReader(raw)); ; {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, raw)
		}
		if start, ok := tok.(xml.StartElement); ok {
			b.WriteString(start.Name.Local + " ")
		}
	}
}

// checkText tells of what could steer a terminal or turn the direction of a text.
func checkText(t *testing.T, raw []byte) {
	t.Helper()
	for _, r := range strings.ReplaceAll(string(raw), "\r\n", "\n") {
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			t.Errorf("%U in\n%q", r, raw)
		}
	}
}

func TestNoPageWritesIntoACalendar(t *testing.T) {
	eachHostile(t, func(t *testing.T, e news.Event) {
		raw := written(t, calendarFormat, Feed{Story: dam}, []news.Event{e})
		checkText(t, raw)
		got, err := calendarEvents(raw)
		if err != nil || len(got) != 1 {
			t.Fatalf("%d events, %v:\n%s", len(got), err, raw)
		}
		if at := got[0]["URL"]; at != "" && !strings.HasPrefix(at, "https://") {
			t.Errorf("URL %q", at)
		}
	})
}

func TestNoPageRunsInASlide(t *testing.T) {
	eachHostile(t, func(t *testing.T, e news.Event) {
		raw := written(t, slidesFormat, damFeed, []news.Event{e})
		if err := slideRules(raw); err != nil {
			t.Fatal(err)
		}
		if bytes.ContainsAny(raw, "<>&") {
			t.Errorf("the JSON cannot stand in a script element:\n%s", raw)
		}
		var doc slideshow
		if err := json.Unmarshal(raw, &doc); err != nil {
			t.Fatal(err)
		}
		html := doc.Events[0].Text.Headline + doc.Events[0].Text.Text
		for _, ours := range []string{"<p>", "</p>", "<blockquote>", "</blockquote>", `<a href="https://`, `">`, "</a>"} {
			html = strings.ReplaceAll(html, ours, "")
		}
		if strings.ContainsAny(html, `<>`) {
			t.Errorf("markup that is not ours: %s", html)
		}
	})
}

func TestNoPageRunsInASpreadsheet(t *testing.T) {
	eachHostile(t, func(t *testing.T, e news.Event) {
		raw := written(t, formats[6], damFeed, []news.Event{e})
		checkText(t, raw)
		rows, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
		if err != nil || len(rows) != 2 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		for i, cell := range rows[1] {
			if r := []rune(strings.TrimSpace(cell) + "."); strings.ContainsRune("=+-@＝＋－＠", r[0]) {
				t.Errorf("cell %d, %q, is a formula", i, cell)
			}
		}
	})
}

var markdownWant = map[string]string{
	`<script>alert(1)</script>`:  `\<script>alert(1)\</script>`,
	"{{ .Secret }} {% x %} ${x}": `\{\{ .Secret \}\} \{% x %\} \$\{x\}`,
	"![x](y) `a` | **b**":        "\\!\\[x\\](y) \\`a\\` \\| \\*\\*b\\*\\*",
	"a\r\n\r\n# b":               `a    \# b`,
	"&lt;":                       `\&lt;`,
}

func TestNoPageWritesIntoMarkdown(t *testing.T) {
	for in, want := range markdownWant {
		if got := markdownText(in); got != want {
			t.Errorf("markdownText(%q) = %q, want %q", in, got, want)
		}
	}
	eachHostile(t, func(t *testing.T, e news.Event) {
		raw := written(t, formats[7], damFeed, []news.Event{e})
		checkText(t, raw)
		if n := bytes.Count(raw, []byte("\n")); n != 2 {
			t.Errorf("%d lines, want 2:\n%s", n, raw)
		}
		// Every bracket that the renderer sees as one is ours: that of the one link.
		unescaped := strings.NewReplacer(`\\`, "", `\[`, "", `\]`, "", `\<`, "").Replace(string(raw))
		if n := strings.Count(unescaped, "["); n > 1 || strings.Count(unescaped, "](<https://") != n || strings.Count(unescaped, "<") != n {
			t.Errorf("markup that is not ours:\n%s", raw)
		}
	})
}

func TestNoQuoteWritesIntoMarkdown(t *testing.T) {
	eachHostile(t, func(t *testing.T, e news.Event) {
		raw := written(t, format{"", plain(MarkdownQuotes)}, damFeed, []news.Event{e})
		checkText(t, raw)
		lines := strings.Split(string(raw), "\n")
		if len(lines) != 7 || !strings.HasPrefix(lines[3], "  > “") || !strings.HasPrefix(lines[5], "  > — ") {
			t.Errorf("%d lines, want 6 and a quote among them:\n%s", len(lines)-1, raw)
		}
		unescaped := strings.NewReplacer(`\\`, "", `\[`, "", `\]`, "", `\<`, "").Replace(string(raw))
		if n := strings.Count(unescaped, "["); strings.Count(unescaped, "](<https://") != n || strings.Count(unescaped, "<") != n {
			t.Errorf("markup that is not ours:\n%s", raw)
		}
	})
}

func TestWhatIsUnderDatelineIsWordForWord(t *testing.T) {
	e := hostileEvent("safe\u202egnp.exe", "https://kurier.example/dam")
	var doc struct {
		Items []struct {
			Title    string
			Dateline Event `json:"_dateline"`
		}
	}
	if err := json.Unmarshal(written(t, jsonFeedFormat, damFeed, []news.Event{e}), &doc); err != nil {
		t.Fatal(err)
	}
	if got := doc.Items[0].Title; got != "safegnp.exe" {
		t.Errorf("title %q, want it without its mark", got)
	}
	if got := doc.Items[0].Dateline.Evidence[0].Quote; got != e.Evidence[0].Quote {
		t.Errorf("quote %q, want %q: evidence is not touched", got, e.Evidence[0].Quote)
	}
}
