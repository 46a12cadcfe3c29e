package crawler_test

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"

	"github.com/seed-7461731f/dateline/crawler"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// benchWeb serves packed articles of 90 KB at 20 hosts, as many as asked.
func benchWeb(b *testing.B, articles int) (dial string, sources []news.Source) {
	var text strings.Builder
	text.WriteString("<html><body>")
	for i := range 200 {
		fmt.Fprintf(&text, `<div><a href="/story-of-the-day-%d">Story number %d of the day</a><p>%s</p></div>`, i, i, strings.Repeat("water level ", 30+i%7))
	}
	page := zip(text.String())
	var feed strings.Builder
	for i := range articles {
		fmt.Fprintf(&feed, "<item><link>/story-of-the-day-%d</link></item>", i)
	}
	feeds := `<rss version="2.0"><channel>` + feed.String() + `</channel></rss>`
	srv := &http.Server{Handler: http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
		case "/feed":
			io.WriteString(rw, feeds)
		default:
			rw.Header().Set("Content-Encoding", "gzip")
			io.WriteString(rw, page)
		}
	})}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	go srv.Serve(ln)
	b.Cleanup(func() { srv.Close() })
	for h := range 20 {
		host := fmt.Sprintf("paper%d.example", h)
		sources = append(sources, news.Source{Host: host, Home: "http://" + host, Feeds: []string{"http://" + host + "/feed"}})
	}
	return ln.Addr().String(), sources
}

// BenchmarkCrawl counts everything: robots.txt, gate, ledger, frontier, every
// page kept. The server runs in the same process.
func BenchmarkCrawl(b *testing.B) {
	const articles = 50
	addr, sources := benchWeb(b, articles)
	for b.Loop() {
		db, err := store.Open(b.Context(), b.TempDir()+"/bench.db")
		if err != nil {
			b.Fatal(err)
		}
		c := crawler.Config{Sources: sources, Dial: func(ctx context.Context, network, _ string) (net.Conn, error) {
			var d net.Dialer
			return d.DialContext(ctx, network, addr)
		}}
		r, err := crawler.Crawl(b.Context(), db, c)
		if err != nil || r.Total().Articles != len(sources)*articles {
			b.Fatal(r.Total(), err)
		}
		db.Close()
	}
	b.ReportMetric(float64(b.N*len(sources)*articles)/b.Elapsed().Seconds(), "pages/s")
}

// BenchmarkBareFetch is net/http and gunzip on the same pages, and nothing
// else: what the crawl is measured against.
func BenchmarkBareFetch(b *testing.B) {
	const articles = 50
	addr, sources := benchWeb(b, articles)
	client := http.Client{Transport: &http.Transport{DisableCompression: true, DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
		var d net.Dialer
		return d.DialContext(ctx, network, addr)
	}}}
	for b.Loop() {
		for _, s := range sources {
			for i := range articles {
				resp, err := client.Get(fmt.Sprintf("http://%s/story-of-the-day-%d", s.Host, i))
				if err != nil {
					b.Fatal(err)
				}
				z, err := gzip.NewReader(resp.Body)
				if err != nil {
					b.Fatal(err)
				}
				io.Copy(io.Discard, z)
				resp.Body.Close()
			}
		}
	}
	b.ReportMetric(float64(b.N*len(sources)*articles)/b.Elapsed().Seconds(), "pages/s")
}
