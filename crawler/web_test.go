package crawler_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"hash/fnv"
	"net"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/crawler"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// A web is a set of sites behind one loopback server; the dialer of its
// crawls knows them by name, and no other name.
type web struct {
	t     *testing.T
	srv   *httptest.Server
	mu    sync.Mutex
	sites map[string]http.Handler // by host
	hits  map[string]int          // by host and path
	dials []string                // that went past the names
}

func newWeb(t *testing.T) *web {
	w := &web{t: t, sites: map[string]http.Handler{}, hits: map[string]int{}}
	w.srv = httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		w.mu.Lock()
		w.hits[r.Host+r.URL.RequestURI()]++
		site := w.sites[r.Host]
		w.mu.Unlock()
		if site == nil {
			http.NotFound(rw, r)
			return
		}
		site.ServeHTTP(rw, r)
	}))
	t.Cleanup(w.srv.Close)
	return w
}

// site adds pages under a host: a string is a body, a handler itself.
func (w *web) site(host string, pages map[string]any) {
	mux := map[string]http.HandlerFunc{}
	for path, p := range pages {
		switch p := p.(type) {
		case string:
			mux[path] = serve(p)
		case func(http.ResponseWriter, *http.Request):
			mux[path] = p
		default:
			w.t.Fatalf("site %s%s: %T", host, path, p)
		}
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.sites[host] = http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		h := mux[r.URL.RequestURI()]
		if h == nil {
			http.NotFound(rw, r)
			return
		}
		h(rw, r)
	})
}

// serve answers with a body and honours the validator it gave.
func serve(body string) http.HandlerFunc {
	h := fnv.New64a()
	h.Write([]byte(body))
	etag := fmt.Sprintf(`"%x"`, h.Sum64())
	return func(rw http.ResponseWriter, r *http.Request) {
		rw.Header().Set("ETag", etag)
		if r.Header.Get("If-None-Match") == etag {
			rw.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(rw, body)
	}
}

func (w *web) dial(ctx context.Context, network, addr string) (net.Conn, error) {
	host, _, _ := net.SplitHostPort(addr)
	if !strings.HasSuffix(host, ".example") {
		w.mu.Lock()
		w.dials = append(w.dials, addr)
		w.mu.Unlock()
		return nil, fmt.Errorf("dial %s: no packet leaves the test", addr)
	}
	var d net.Dialer
	return d.DialContext(ctx, network, w.srv.Listener.Addr().String())
}

func (w *web) hit(url string) int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.hits[strings.TrimPrefix(url, "http://")]
}

func (w *web) reset() {
	w.mu.Lock()
	defer w.mu.Unlock()
	clear(w.hits)
}

func (w *web) total() (n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, h := range w.hits {
		n += h
	}
	return n
}

func openStore(t *testing.T) *store.DB {
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// night is the clock of the first crawl in the tests.
var night = time.Date(2024, 3, 12, 2, 0, 0, 0, time.UTC)

// config is for tests: real waits are short.
func (w *web) config(now time.Time, sources ...news.Source) crawler.Config {
	return crawler.Config{
		Sources: sources, Contact: "desk@reader.example", Dial: w.dial,
		Backoff: time.Millisecond, Idle: 300 * time.Millisecond, Whole: 2 * time.Second,
		MaxBody: 1 << 20, Now: func() time.Time { return now },
	}
}

func (w *web) crawl(db *store.DB, c crawler.Config) crawler.Report {
	w.t.Helper()
	r, err := crawler.Crawl(w.t.Context(), db, c)
	if err != nil {
		w.t.Fatalf("Crawl error %v", err)
	}
	return r
}

// pages returns the article pages in the store.
func pages(t *testing.T, db *store.DB) []news.Page {
	t.Helper()
	out, err := db.PagesToDo(t.Context(), 1, 0, 10_000)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// ledger returns every request.
func ledger(t *testing.T, db *store.DB) []news.Request {
	t.Helper()
	out, err := db.Requests(t.Context(), 0, 100_000)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func rss(links ...string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><rss version="2.0"><channel><title>All</title>`)
	for _, l := range links {
		fmt.Fprintf(&b, `<item><title>About %s</title><link>%s</link><pubDate>Mon, 11 Mar 2024 08:30:00 GMT</pubDate></item>`, l, l)
	}
	return b.String() + `</channel></rss>`
}

func zip(body string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(body))
	z.Close()
	return b.String()
}

func river(extra ...func(*news.Source)) news.Source {
	s := news.Source{Host: "river.example", Home: "http://river.example/", Feeds: []string{"http://river.example/feed"}}
	for _, f := range extra {
		f(&s)
	}
	return s
}
