package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"
)

// An answer is a whole response. Its body is shared: nobody may change it.
type answer struct {
	status int
	kind   string // Content-Type
	header http.Header
	body   []byte
	zipped []byte // body in gzip; nil when it is not worth it
	etag   string
}

func (a *answer) finish() {
	sum := sha256.Sum256(a.body)
	a.etag = `W/"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
	if a.status == 0 {
		a.status = http.StatusOK
	}
	a.zipped = zip(a.body)
}

// send writes an answer, or says that the reader has it already.
func send(w http.ResponseWriter, r *http.Request, a answer) {
	h := w.Header()
	for k, v := range a.header {
		h[k] = v
	}
	h.Set("ETag", a.etag)
	h.Set("Cache-Control", "no-cache") // keep it, but ask whether it is still so
	h.Set("Vary", "Accept-Encoding")
	if a.status == http.StatusOK && holds(r.Header.Get("If-None-Match"), a.etag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	body := a.body
	if a.zipped != nil && strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		body = a.zipped
		h.Set("Content-Encoding", "gzip")
	}
	h.Set("Content-Type", a.kind)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		w.Write(body) // who has gone needs no answer
	}
}

// holds reports whether an If-None-Match header names the ETag (RFC 9110, 13.1.2:
// weak comparison).
func holds(header, etag string) bool {
	for _, one := range strings.Split(header, ",") {
		if one = strings.TrimSpace(one); one == "*" || "W/"+strings.TrimPrefix(one, "W/") == etag {
			return true
		}
	}
	return false
}

// render fills a template into an answer.
func (s *server) render(name string, data any) (answer, error) {
	var b bytes.Buffer
	if err := s.templates[name].ExecuteTemplate(&b, "layout", data); err != nil {
		return answer{}, err
	}
	return answer{kind: "text/html; charset=utf-8", body: b.Bytes()}, nil
}

// zip is a body in gzip; nil when that saves little.
func zip(body []byte) []byte {
	if len(body) < 2048 {
		return nil
	}
	var b bytes.Buffer
	w := zippers.Get().(*gzip.Writer)
	defer zippers.Put(w)
	w.Reset(&b)
	w.Write(body) // a buffer takes it
	w.Close()
	return bytes.Clone(b.Bytes())
}

// zippers are kept: each has some hundred kilobytes of tables.
var zippers = sync.Pool{New: func() any {
	w, err := gzip.NewWriterLevel(nil, gzip.BestSpeed)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}
