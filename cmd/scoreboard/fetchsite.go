package main

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"strings"

	"github.com/klauspost/compress/gzip"
)

const (
	siteHosts    = 20
	sitePages    = 50 // different ones a host; addresses beyond repeat their bytes
	pageLinks    = 200
	pageSize     = 90_000 // bytes of HTML, about
	siteParallel = 40     // requests under way at once, for those clients that need to be told
)

// A site is the made web of the fetch board: hosts on loopback, each with
// news pages that were gzipped beforehand, so that serving costs little.
type site struct{ bodies [siteHosts][sitePages][]byte }

// siteHost is the address of a host; each is a server of its own to a crawler.
func siteHost(h, port int) string { return fmt.Sprintf("127.0.7.%d:%d", h+1, port) }

// pagePath is the address of page n on its host.
func pagePath(n int) string {
	return fmt.Sprintf("/2024/%02d/%02d/what-the-river-did-on-day-%d.html", n%12+1, n%28+1, n)
}

// siteURLs lists the addresses of n pages, spread over the hosts.
func siteURLs(n, port int) []string {
	urls := make([]string, n)
	for i := range urls {
		urls[i] = "http://" + siteHost(i%siteHosts, port) + pagePath(i/siteHosts)
	}
	return urls
}

// newSite makes pages of which each host's share a frame, as real ones do.
func newSite(pages int) *site {
	s := &site{}
	r := rand.New(rand.NewPCG(3, 4))
	words := madeWords(r)
	for h := range siteHosts {
		frame := madeFrame(r, words)
		for p := range sitePages {
			s.bodies[h][p] = gzipped(madePage(r, words, frame, max(pages/siteHosts, 1)))
		}
	}
	return s
}

// madeFeed lists the first n pages of a host.
func madeFeed(n int) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><rss version="2.0"><channel><title>All</title>`)
	for i := range n {
		fmt.Fprintf(&b, "<item><title>What the river did on day %d</title><link>%s</link></item>", i, pagePath(i))
	}
	return gzipped([]byte(b.String() + "</channel></rss>"))
}

func gzipped(data []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(data) // into memory: it cannot fail
	z.Close()
	return b.Bytes()
}

// madeWords makes a vocabulary; a text draws from it by Zipf's law.
func madeWords(r *rand.Rand) func() string {
	const syllables = "ba be bi bo da de di do fa fe ga go ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti to va ve wa we"
	parts := strings.Fields(syllables)
	list := make([]string, 20_000)
	for i := range list {
		for range 1 + r.IntN(4) {
			list[i] += parts[r.IntN(len(parts))]
		}
	}
	z := rand.NewZipf(r, 1.1, 4, uint64(len(list)-1))
	return func() string { return list[z.Uint64()] }
}

func phrase(word func() string, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = word()
	}
	return strings.Join(words, " ")
}

// A frame is what all pages of a host have in common.
type frame struct{ head, foot string }

func madeFrame(r *rand.Rand, word func() string) frame {
	var head, foot strings.Builder
	head.WriteString(`<meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/main.css"><style>`)
	for range 120 {
		fmt.Fprintf(&head, ".%s-%s{margin:0 %dpx;color:#%06x}", word(), word(), r.IntN(40), r.IntN(1<<24))
	}
	fmt.Fprintf(&head, "</style><script>var config={%q:%q,%q:%d};</script></head><body><header><nav><ul>", word(), phrase(word, 200), word(), r.IntN(1000))
	for range 40 {
		w := word()
		fmt.Fprintf(&head, `<li class="nav-item"><a class="nav-link" href="/%s/" title="%s"><span>%s</span></a></li>`, w, w, w)
	}
	head.WriteString("</ul></nav></header><main>")
	foot.WriteString("</main><footer>")
	for range 20 {
		w := word()
		fmt.Fprintf(&foot, `<p><a href="/service/%s">%s</a></p>`, w, phrase(word, 3))
	}
	foot.WriteString("</footer></body></html>")
	return frame{head.String(), foot.String()}
}

// madePage makes one page; its links lead to pages of the same host.
func madePage(r *rand.Rand, word func() string, f frame, pages int) []byte {
	var b bytes.Buffer
	title := phrase(word, 8)
	fmt.Fprintf(&b, `<!DOCTYPE html><html lang="en"><head><title>%s</title><meta name="description" content="%s">%s`, title, phrase(word, 20), f.head)
	fmt.Fprintf(&b, `<article><h1>%s</h1><p class="byline">By <a rel="author" href="/staff/%s">%s</a></p>`, title, word(), phrase(word, 2))
	teasers := pageLinks - 61
	text := (pageSize - b.Len() - len(f.foot) - teasers*310) / 25
	for i := range 25 {
		b.WriteString("<p>")
		for end := b.Len() + text; b.Len() < end; {
			b.WriteString(phrase(word, 12))
			b.WriteString(". ")
		}
		b.WriteString("</p>")
		if i%8 == 3 {
			fmt.Fprintf(&b, `<figure><img src="/img/%d.jpg" alt="%s" width="640" height="360"><figcaption>%s</figcaption></figure>`, r.IntN(1e6), phrase(word, 6), phrase(word, 9))
		}
	}
	b.WriteString(`</article><aside><ul class="teasers">`)
	for range teasers {
		n := r.IntN(pages)
		fmt.Fprintf(&b, `<li class="teaser"><div class="teaser__body"><a class="teaser__link" href="%s?utm_source=home" data-id="%d"><h3>%s</h3></a><p>%s</p><time datetime="2024-03-%02d">%d March</time></div></li>`,
			pagePath(n), n, phrase(word, 8), phrase(word, 7), n%28+1, n%28+1)
	}
	b.WriteString("</ul></aside>" + f.foot)
	return b.Bytes()
}

func (s *site) serve(host int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		n := 0
		var body []byte
		kind := "text/html; charset=utf-8"
		switch {
		case r.URL.Path == "/robots.txt":
			io.WriteString(w, "User-agent: *\nDisallow: /search/\nDisallow: /*?print=\n")
			return
		case r.URL.Path == "/feed":
			fmt.Sscan(r.URL.Query().Get("n"), &n)
			body, kind = madeFeed(n), "application/rss+xml"
		default:
			fmt.Sscanf(r.URL.Path[strings.LastIndexByte(r.URL.Path, '-')+1:], "%d", &n)
			body = s.bodies[host][n%sitePages]
		}
		h := w.Header()
		h.Set("Content-Type", kind)
		h.Set("Content-Encoding", "gzip")
		h.Set("Content-Length", fmt.Sprint(len(body)))
		w.Write(body)
	}
}

// serveSite serves until standard input ends, and says its port on stdout.
func serveSite(pages int) error {
	first, err := net.Listen("tcp", "127.0.7.1:0")
	if err != nil {
		return err
	}
	port := first.Addr().(*net.TCPAddr).Port
	s := newSite(pages)
	for h := range siteHosts {
		ln := first
		if h > 0 {
			if ln, err = net.Listen("tcp", siteHost(h, port)); err != nil {
				return err
			}
		}
		go http.Serve(ln, s.serve(h))
	}
	if _, err := fmt.Println(port); err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, os.Stdin)
	return err
}
