package warc

import (
	"bytes"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"

	"github.com/seed-7461731f/dateline/store/news"
)

// A Writer writes pages as response records, each a gzip member of its own, so
// that readers can begin at any.
type Writer struct{ w io.Writer }

// NewWriter begins a file with a warcinfo record. software says who wrote it;
// at is its date.
func NewWriter(w io.Writer, software string, at time.Time) (*Writer, error) {
	out := &Writer{w}
	info := "software: " + clean(software) + "\r\nformat: WARC File Format 1.1\r\n"
	return out, out.record([][2]string{
		{"WARC-Type", "warcinfo"},
		{"WARC-Date", at.UTC().Format(time.RFC3339)},
		{"Content-Type", "application/warc-fields"},
	}, []byte(info))
}

// Write adds a page. Its body is written as it is kept, unpacked; the headers
// that would deny that are kept under the prefix X-Archive-Orig-.
func (w *Writer) Write(p news.Page) error {
	target := p.FinalURL
	if target == "" {
		target = p.URL
	}
	sum := sha1.Sum(p.Body)
	return w.record([][2]string{
		{"WARC-Type", "response"},
		{"WARC-Target-URI", target},
		{"WARC-Date", p.FetchedAt.UTC().Format(time.RFC3339)},
		{"WARC-Payload-Digest", "sha1:" + base32.StdEncoding.EncodeToString(sum[:])}, // what readers of WARC expect
		{"Content-Type", "application/http;msgtype=response"},
	}, response(p))
}

// response is the page as an HTTP/1.1 message.
func response(p news.Page) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "HTTP/1.1 %d %s\r\n", p.Status, http.StatusText(p.Status))
	var names []string
	for name := range p.Header {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		out := clean(name)
		switch http.CanonicalHeaderKey(name) {
		case "Content-Encoding", "Transfer-Encoding", "Content-Length":
			out = "X-Archive-Orig-" + out
		}
		for _, v := range p.Header[name] {
			fmt.Fprintf(&b, "%s: %s\r\n", out, clean(v))
		}
	}
	fmt.Fprintf(&b, "Content-Length: %d\r\n\r\n", len(p.Body))
	b.Write(p.Body)
	return b.Bytes()
}

// record writes one record. Its ID is made from what it says, so that the same
// pages give the same file.
func (w *Writer) record(fields [][2]string, block []byte) error {
	var head bytes.Buffer
	for _, f := range fields {
		fmt.Fprintf(&head, "%s: %s\r\n", f[0], clean(f[1]))
	}
	sum := sha256.Sum256(append(bytes.Clone(head.Bytes()), block...))
	id := sum[:16]
	id[6], id[8] = id[6]&0x0f|0x80, id[8]&0x3f|0x80 // a UUID of version 8: custom
	z := gzip.NewWriter(w.w)
	_, err := fmt.Fprintf(z, "WARC/1.1\r\nWARC-Record-ID: <urn:uuid:%x-%x-%x-%x-%x>\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n",
		id[:4], id[4:6], id[6:8], id[8:10], id[10:], head.Bytes(), len(block), block)
	if err != nil {
		return err
	}
	return z.Close()
}

// clean keeps a value from ending its line.
func clean(s string) string {
	return strings.NewReplacer("\r", " ", "\n", " ").Replace(s)
}
