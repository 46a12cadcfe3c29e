// Package demo is a small web of news sites about the story that ships: the
// pages, the server that shows them on loopback, and the sources that a crawl
// of them starts from. The sites and their texts are invented; what they tell
// are the facts of the story, and the faults of their pages are those of the
// real web.
//
// The web has nights: what a crawl of the first finds, a crawl of the second
// finds changed (new, edited, moved and removed pages); after that it stays.
//
// gold.jsonl tells what each page is and what is hard about it, events.jsonl
// which events a careful reader takes from the pages. Tests hold the web, and
// the timeline built from it, against both.
package demo

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/htmlindex"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/story"
)

// Nights is how many states the web has.
const Nights = 2

// site holds one archive a host and night. A file in it is a response, named
// by its path and query; it may begin with lines of headerNames such as
//
//	Status: 301
//	Location: /new
//	Charset: gbk
//
// and a blank line. Charset is that of the bytes sent, and is not told in the
// Content-Type unless Content-Type says so. Compress: gzip sends the file as a
// gzip file. A file of a later night replaces that of an earlier one.
//
//go:embed site sources.yaml
var files embed.FS

// Now is the crawl's clock on a night: the same on every run.
func Now(night int) time.Time {
	return time.Date(2020, 12, 7+7*night, 3, 0, 0, 0, time.UTC)
}

// Story returns the story that ships with the sites of this web as its sources.
func Story() (news.Story, error) {
	data, err := files.ReadFile("sources.yaml")
	if err != nil {
		return news.Story{}, err
	}
	return story.WithSources("tiktok-sale", data, "demo sources")
}

// A response is one page as it is sent.
type response struct {
	status int
	header http.Header
	body   []byte
}

// A Web is the state of all sites on one night.
type Web struct {
	pages map[string]map[string]response // host -> path and query
}

// New reads the sites as they are on a night, from 1 to Nights.
func New(night int) (*Web, error) {
	w := &Web{map[string]map[string]response{}}
	for n := 1; n <= night; n++ {
		names, err := fs.Glob(files, fmt.Sprintf("site/night%d/*.txtar", n))
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			if err := w.read(name); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	return w, nil
}

func (w *Web) read(name string) error {
	data, err := files.ReadFile(name)
	if err != nil {
		return err
	}
	host := strings.TrimSuffix(path.Base(name), ".txtar")
	if w.pages[host] == nil {
		w.pages[host] = map[string]response{}
	}
	for _, f := range txtar.Parse(data).Files {
		r, err := parse(f.Name, f.Data)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		w.pages[host][f.Name] = r
	}
	return nil
}

// parse reads a file of an archive into a response.
func parse(name string, data []byte) (r response, err error) {
	r = response{status: http.StatusOK, header: http.Header{}, body: data}
	head, body, ok := bytes.Cut(data, []byte("\n\n"))
	if ok && headers(head) {
		r.body = body
		for line := range strings.Lines(string(head)) {
			k, v, _ := strings.Cut(strings.TrimSpace(line), ": ")
			r.header.Add(k, v)
		}
	}
	if s := r.header.Get("Status"); s != "" {
		if r.status, err = strconv.Atoi(s); err != nil {
			return r, err
		}
	}
	if c := r.header.Get("Charset"); c != "" {
		enc, err := htmlindex.Get(c)
		if err != nil {
			return r, err
		}
		if r.body, err = enc.NewEncoder().Bytes(r.body); err != nil {
			return r, err
		}
	}
	if r.header.Get("Compress") == "gzip" {
		r.body = zipped(r.body)
	}
	for _, own := range []string{"Status", "Charset", "Compress"} {
		r.header.Del(own)
	}
	if r.header.Get("Content-Type") == "" {
		r.header.Set("Content-Type", contentType(name))
	}
	return r, nil
}

// headerNames are what a file may begin with. Any "name: value" will not do: a
// robots.txt begins like that too.
var headerNames = []string{"Status", "Location", "Charset", "Compress", "Content-Type", "Last-Modified", "ETag"}

// headers reports whether every line of head is a header line.
func headers(head []byte) bool {
	for line := range strings.Lines(string(head)) {
		k, _, ok := strings.Cut(line, ": ")
		if !ok || !slices.Contains(headerNames, k) {
			return false
		}
	}
	return len(head) > 0
}

// zipped packs a body with nothing of the clock in it.
func zipped(body []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	z.Write(body) // a bytes.Buffer takes everything
	z.Close()
	return out.Bytes()
}

func contentType(name string) string {
	name, _, _ = strings.Cut(name, "?")
	switch path.Ext(name) {
	case ".xml", ".rss":
		return "application/xml"
	case ".json":
		return "application/feed+json"
	case ".txt":
		return "text/plain; charset=utf-8"
	case ".gz":
		return "application/gzip"
	}
	return "text/html"
}

// Hosts lists the hosts of the web.
func (w *Web) Hosts() int { return len(w.pages) }

// ServeHTTP shows the page of the host that the request names.
func (w *Web) ServeHTTP(out http.ResponseWriter, q *http.Request) {
	host, _, _ := strings.Cut(q.Host, ":")
	p, ok := w.pages[strings.TrimPrefix(host, "www.")][q.URL.RequestURI()]
	if !ok {
		http.NotFound(out, q)
		return
	}
	for k, v := range p.header {
		out.Header()[k] = v
	}
	if p.status == http.StatusOK {
		// The validators a real server gives; ServeContent answers 304.
		http.ServeContent(out, q, "", lastModified(p.header), bytes.NewReader(p.body))
		return
	}
	out.WriteHeader(p.status)
	out.Write(p.body)
}

func lastModified(h http.Header) time.Time {
	t, err := http.ParseTime(h.Get("Last-Modified"))
	if err != nil {
		return time.Time{}
	}
	return t
}
