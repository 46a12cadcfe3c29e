package export

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-7461731f/dateline/store/news"
)

var needOracle = flag.Bool("oracle", false, "fail where node or the readers of oracle/ are missing, instead of skipping")

// oracle has the readers of oracle/ read the files of a folder; what they say
// has a line a file.
func oracle(t *testing.T, dir string) (said string, ok bool) {
	t.Helper()
	missing := t.Skipf
	if *needOracle {
		missing = t.Fatalf
	}
	if _, err := exec.LookPath("node"); err != nil {
		missing("no node: %v", err)
	}
	if _, err := os.Stat("oracle/node_modules"); err != nil {
		missing("the readers are not installed; 'npm ci' in timeline/export/oracle does it")
	}
	out, err := exec.Command("node", "oracle/check.mjs", dir).CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return string(out), err == nil
}

// oracleFormats are the formats that a reader of oracle/ takes, by the end of the
// name by which it knows them.
var oracleFormats = map[string]func(*testing.T, Feed, []news.Event) []byte{
	"jsonfeed.json": writtenBy(JSONFeed), "atom": writtenBy(Atom), "ics": writtenBy(Calendar), "timelinejs.json": writtenBy(TimelineJS),
	"jsonld.json": writtenBy(JSONLD), "json": writtenBy(plain(JSON)), "ndjson": writtenBy(plain(NDJSON)),
	"csl.json": citedAs("csl"), "ris": citedAs("ris"), "wikipedia": citedAs("wikipedia"),
}

func writtenBy(write func(w io.Writer, f Feed, events []news.Event) error) func(*testing.T, Feed, []news.Event) []byte {
	return func(t *testing.T, f Feed, events []news.Event) []byte {
		return written(t, format{"", write}, f, events)
	}
}

func citedAs(form string) func(*testing.T, Feed, []news.Event) []byte {
	return func(t *testing.T, _ Feed, events []news.Event) []byte {
		list := append([]news.Evidence{}, damEvidence...)
		for _, e := range events {
			for i, v := range e.Evidence {
				v.Article, v.Title, v.Authors = fmt.Sprint(e.ID, i), e.Headline, []string{e.Headline}
				list = append(list, v)
			}
		}
		return cited(t, form, list)
	}
}

// hostileEvents has an event of each text and address that a page may carry.
func hostileEvents() (out []news.Event) {
	for _, h := range hostile {
		out = append(out, hostileEvent(h.text, "https://kurier.example/dam"))
	}
	for _, at := range hostileAddresses {
		out = append(out, hostileEvent("The dam broke.", at))
	}
	for i := range out {
		out[i].ID = fmt.Sprintf("e%012d", i)
	}
	return out
}

func put(t *testing.T, dir, name string, raw []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), raw, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestOthersReadWhatWeWrite(t *testing.T) {
	dir := t.TempDir()
	for ext, write := range oracleFormats {
		put(t, dir, "dam."+ext, write(t, damFeed, damEvents))
		put(t, dir, "bare."+ext, write(t, Feed{Story: dam}, damEvents))
		put(t, dir, "hostile."+ext, write(t, damFeed, hostileEvents()))
	}
	if said, ok := oracle(t, dir); !ok {
		t.Errorf("a reader refuses an export:\n%s", said)
	}
}

// A reader that takes everything proves nothing.
func TestOthersRefuseWhatIsBroken(t *testing.T) {
	dir := t.TempDir()
	broken := []struct{ ext, old, new string }{
		{"jsonfeed.json", `"content_text"`, `"content"`},
		{"jsonfeed.json", `"_dateline":{"about"`, `"_dateline":{"a.bout"`},
		{"jsonfeed.json", "e000000000002\",", "e000000000001\","},
		{"jsonfeed.json", `"from":"2024-03-12"`, `"from":"2024-03-11"`},
		{"jsonfeed.json", `"date":"2024-04-15"`, `"date":"mid April"`},
		{"atom", "<updated>2024-03-20", "<updated>20 March"},
		{"atom", "</entry>", ""},
		{"ics", "\r\n", "\n"},
		{"ics", "BEGIN:VEVENT\r\n", "BEGIN:VEVENT\r\nBEGIN:VALARM\r\n"},
		{"ics", "DTSTART;VALUE=DATE:20240415", "DTSTART;VALUE=DATE:20240416"},
		{"timelinejs.json", `"month": 3`, `"month": 13`},
		{"timelinejs.json", `"headline": "The dam`, `"headline": "<b>The dam`},
		{"jsonld.json", `"subjectOf"`, `"subjectof"`},
		{"csl.json", `"container-title"`, `"containertitle"`},
		{"ris", "ER  - \r\n", ""},
		{"wikipedia", " |title=", " |tittle="},
	}
	for i, b := range broken {
		raw := oracleFormats[b.ext](t, damFeed, damEvents)
		bad := bytes.ReplaceAll(raw, []byte(b.old), []byte(b.new))
		if bytes.Equal(raw, bad) {
			t.Fatalf("%s has no %q to break", b.ext, b.old)
		}
		put(t, dir, fmt.Sprintf("broken%02d.%s", i, b.ext), bad)
	}
	said, _ := oracle(t, dir)
	for _, l := range strings.Split(said, "\n") {
		if strings.HasPrefix(l, "ok") {
			t.Errorf("%s: taken, though it is broken", l)
		}
	}
	if n := strings.Count(said, "FAIL"); n != len(broken) {
		t.Errorf("%d refused, want %d:\n%s", n, len(broken), said)
	}
}
