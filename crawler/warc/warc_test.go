package warc

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-7461731f/dateline/store/news"
)

func record(kind, url, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-03-12T08:30:00Z\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, url, len(block), block)
}

func zip(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.String()
}

// brief reads a file and writes its pages the way the table does.
func brief(file string, offset int64) (out []string) {
	for e, err := range Pages(strings.NewReader(file), offset, 1000) {
		if err != nil {
			return append(out, "error "+err.Error())
		}
		p := e.Page
		s := fmt.Sprintf("%s %d %q", p.URL, p.Status, p.Body)
		if p.Problem != "" {
			s += " problem " + p.Problem
		}
		out = append(out, s)
	}
	return out
}

const ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

var pagesTests = []struct {
	name, file string
	want       []string
}{
	{"plain", record("warcinfo", "", "x") + record("response", "https://river.example/a", ok+"\r\n<p>a"),
		[]string{`https://river.example/a 200 "<p>a"`}},
	{"a member a record", zip(record("response", "https://river.example/a", ok+"\r\na")) + zip(record("response", "https://river.example/b", ok+"\r\nb")),
		[]string{`https://river.example/a 200 "a"`, `https://river.example/b 200 "b"`}},
	{"one member for all", zip(record("response", "https://river.example/a", ok+"\r\na") + record("response", "https://river.example/b", ok+"\r\nb")),
		[]string{`https://river.example/a 200 "a"`, `https://river.example/b 200 "b"`}},
	{"packed body", record("response", "https://river.example/a", ok+"Content-Encoding: gzip\r\n\r\n"+zip("<p>a")),
		[]string{`https://river.example/a 200 "<p>a"`}},
	{"headers of the wire, body unpacked", record("response", "https://river.example/a", ok+"Content-Encoding: br\r\nTransfer-Encoding: chunked\r\n\r\n<p>a"),
		[]string{`https://river.example/a 200 "<p>a"`}},
	{"chunked body", record("response", "https://river.example/a", ok+"Transfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n1\r\na\r\n0\r\n\r\n"),
		[]string{`https://river.example/a 200 "<p>a"`}},
	{"resource", record("resource", "<https://river.example/a>", "plain text"), []string{`https://river.example/a 200 "plain text"`}},
	{"other records and other schemes", record("request", "https://river.example/a", "GET / HTTP/1.1") + record("response", "dns:river.example", "x"), nil},
	{"a bomb", record("response", "https://river.example/a", ok+"Content-Encoding: gzip\r\n\r\n"+zip(strings.Repeat("\x00", 5000))) + record("resource", "https://river.example/b", "b"),
		[]string{`https://river.example/a 200 "" problem gzip: body over the limit of 1000 bytes`, `https://river.example/b 200 "b"`}},
	{"a record over the limit is passed over", record("response", "https://river.example/a", strings.Repeat("x", 2000)) + record("resource", "https://river.example/b", "b"),
		[]string{`https://river.example/a 0 "" problem body over the limit of 1000 bytes`, `https://river.example/b 200 "b"`}},
	{"no HTTP inside", record("response", "https://river.example/a", "hello\r\n"), []string{`https://river.example/a 0 "" problem no HTTP response but "hello\r\n"`}},
	{"broken off in the block", record("resource", "https://river.example/a", "abcdef")[:155], []string{"error warc: at byte 0: unexpected EOF"}},
	{"broken off in a member", zip(record("resource", "https://river.example/a", "abcdef"))[:60], []string{"error warc: at byte 0: unexpected EOF"}},
	{"no WARC", "<html>hello</html>\n\n\n", []string{`error warc: at byte 0: no WARC record but "<html>hello</html>"`}},
	{"a length that lies", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: -5\r\n\r\n", []string{`error warc: at byte 0: Content-Length "-5"`}},
	{"empty", "", nil},
}

func TestPages(t *testing.T) {
	for _, tt := range pagesTests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, brief(tt.file, 0)); diff != "" {
				t.Errorf("Pages -want +got:\n%s", diff)
			}
		})
	}
}

func TestReadingIsTakenUpAtAnyPage(t *testing.T) {
	var members, plain string
	for i := range 5 {
		r := record("resource", fmt.Sprintf("https://river.example/%d", i), strings.Repeat("x", 100*i))
		members, plain = members+zip(r), plain+r
	}
	for _, file := range []string{members, plain} {
		all := brief(file, 0)
		i := 0
		for e, err := range Pages(strings.NewReader(file), 0, 1000) {
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(all[i:], brief(file[e.Offset:], e.Offset)); diff != "" {
				t.Errorf("from page %d at byte %d -want +got:\n%s", i, e.Offset, diff)
			}
			i++
		}
		if i != 5 {
			t.Errorf("%d pages, want 5", i)
		}
	}
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	at := time.Date(2024, 3, 12, 8, 30, 0, 0, time.UTC)
	page := news.Page{
		URL: "https://river.example/a", FinalURL: "https://river.example/a?utm_source=x", FetchedAt: at, Status: 200, Body: []byte("<p>a\r\n\r\n"),
		Header: map[string][]string{"Content-Type": {"text/html"}, "Content-Encoding": {"gzip"}, "X-Evil": {"a\r\nWARC/1.1"}},
	}
	write := func() string {
		var b bytes.Buffer
		w, err := NewWriter(&b, "dateline", at)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(page); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	file := write()
	if file != write() {
		t.Error("the same pages gave another file")
	}
	for e, err := range Pages(strings.NewReader(file), 0, DefaultLimit) {
		if err != nil {
			t.Fatal(err)
		}
		got := e.Page
		if got.URL != page.URL || got.FinalURL != page.FinalURL || !got.FetchedAt.Equal(at) || got.Status != 200 || string(got.Body) != string(page.Body) {
			t.Errorf("read %+v, want %+v", got, page)
		}
		if v := got.Header["X-Archive-Orig-Content-Encoding"]; len(v) != 1 || v[0] != "gzip" {
			t.Errorf("headers %v, want the original encoding kept", got.Header)
		}
		return
	}
	t.Error("no page read")
}

func FuzzPages(f *testing.F) {
	for _, tt := range pagesTests {
		f.Add([]byte(tt.file))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		for e, err := range Pages(bytes.NewReader(file), 0, 1<<16) {
			if err == nil && (len(e.Page.Body) > 1<<16 || e.Offset < 0 || e.Offset > int64(len(file))) {
				t.Errorf("page out of bounds: %d bytes at %d", len(e.Page.Body), e.Offset)
			}
		}
	})
}
