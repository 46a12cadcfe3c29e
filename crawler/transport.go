package crawler

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// roundTrip makes a function a layer of the transport.
type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// A layer wraps the layers below it.
type layer func(next roundTrip) roundTrip

// A trip gathers what one visit sends and receives. One goroutine uses it: the
// hops of a redirect come one after the other.
type trip struct {
	source   string
	article  bool
	scope    func(address string) bool // nil: everywhere
	requests []news.Request
	verdict  news.Request // Verdict, Rule and RobotsID for the next request
	header   http.Header  // of the last response, as received
	body     []byte       // of the last response, unpacked, charset untouched
}

type tripKey struct{}

func withTrip(ctx context.Context, t *trip) context.Context {
	return context.WithValue(ctx, tripKey{}, t)
}

// tripOf returns the trip that a request belongs to.
func tripOf(r *http.Request) *trip {
	t, ok := r.Context().Value(tripKey{}).(*trip)
	if !ok {
		panic("crawler: request without a trip") // every request of ours gets one
	}
	return t
}

// newTransport builds the layers.
func newTransport(c Config, f Frontier, g *gate) *obeyer {
	direct, proxied := newBase(c), newBase(c)
	proxied.Proxy, proxied.DialContext = c.Proxy, nil // it may well have a private address
	next := route(c, direct, proxied)
	for _, l := range []layer{receive(c), record(g), unpacking(c), rest(c, g), hold(g)} {
		next = l(next)
	}
	return &obeyer{config: c, frontier: f, gate: g, next: identify(c)(next), bases: []*http.Transport{direct, proxied}, known: map[string]*origin{}}
}

func newBase(c Config) *http.Transport {
	return &http.Transport{
		DialContext:            dialer(c),
		TLSHandshakeTimeout:    c.Connect,
		ResponseHeaderTimeout:  c.Headers,
		MaxResponseHeaderBytes: 1 << 20,
		DisableCompression:     true, // unpacking does it, with a cap
		ForceAttemptHTTP2:      true,
		MaxIdleConns:           256,
		MaxIdleConnsPerHost:    2,
		IdleConnTimeout:        90 * time.Second,
	}
}

// identify says who we are and what we read.
func identify(c Config) layer {
	return func(next roundTrip) roundTrip {
		return func(r *http.Request) (*http.Response, error) {
			if r.URL.Scheme != "http" && r.URL.Scheme != "https" {
				return nil, errors.New("neither http nor https")
			}
			r.Header.Set("User-Agent", c.UserAgent)
			r.Header.Set("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5")
			r.Header.Set("Accept-Encoding", "gzip, br, zstd")
			r.Header.Del("Referer")
			if c.Contact != "" && strings.Contains(c.Contact, "@") {
				r.Header.Set("From", c.Contact)
			}
			return next(r)
		}
	}
}

// hostKey is the host that politeness counts by: with its port, without
// "www.", since that is the same server nearly always.
func hostKey(host string) string {
	return strings.TrimPrefix(strings.ToLower(host), "www.")
}
