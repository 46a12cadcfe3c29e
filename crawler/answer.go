package crawler

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strconv"

	"github.com/gocolly/colly/v2"
	"golang.org/x/net/publicsuffix"

	"github.com/seed-7461731f/dateline/store/news"
)

// maxHops is how many redirects one visit follows, as browsers and net/http do
// at the least.
const maxHops = 10

// errStore marks an error of the frontier, which ends the crawl.
var errStore = errors.New("frontier")

// An answer is what came of asking for one address.
type answer struct {
	status int
	final  string // address after redirects
	header http.Header
	body   []byte // unpacked, charset untouched
	err    error  // no whole answer
}

// newCollector sets colly up as a fetcher and nothing else: what is visited,
// when, and how fast is decided by the frontier and the transport. Its own
// robots check, URL memory, limits and silent cut at MaxBodySize stay off.
func newCollector(transport http.RoundTripper) (*colly.Collector, error) {
	c := colly.NewCollector()
	c.IgnoreRobotsTxt = true // the transport obeys, on redirects too
	c.AllowURLRevisit = true // the frontier remembers
	c.ParseHTTPErrorResponse = true
	c.MaxBodySize = 0 // the transport has a limit that is an error
	c.MaxDepth, c.MaxRequests = 0, 0
	c.Async, c.DetectCharset, c.CacheDir = false, false, ""
	c.AllowedDomains, c.DisallowedDomains = nil, nil
	jar, err := cookiejar.New(&cookiejar.Options{PublicSuffixList: publicsuffix.List})
	if err != nil {
		return nil, err
	}
	c.SetCookieJar(jar)
	c.WithTransport(transport)
	c.SetRequestTimeout(0) // waiting for the gate must not count
	c.SetRedirectHandler(func(r *http.Request, via []*http.Request) error {
		if len(via) >= maxHops {
			return fmt.Errorf("more than %d redirects", maxHops)
		}
		if tripOf(r).article {
			// Validators are of one address (RFC 9110, section 8.8): the one an
			// article has moved to has to show its text once.
			r.Header.Del("If-None-Match")
			r.Header.Del("If-Modified-Since")
		}
		return nil
	})
	return c, nil
}

// fetch asks for the address of a task, with its validators.
func (l *lane) fetch(ctx context.Context, task news.Task, t *trip) answer {
	var a answer
	l.answer = &a
	l.collector.Context = withTrip(ctx, t) // colly keeps it in a field; a lane visits one address at a time
	err := l.collector.Request(http.MethodGet, task.Link.URL, nil, nil, conditional(task))
	if a.err = err; err != nil {
		return a
	}
	a.header, a.body = t.header, t.body
	return a
}

// listen has colly tell the answer.
func (l *lane) listen() {
	l.collector.OnResponse(func(r *colly.Response) {
		l.answer.status, l.answer.final = r.StatusCode, r.Request.URL.String()
	})
}

// conditional asks for the body only if it changed (RFC 9110, section 13.1).
func conditional(task news.Task) http.Header {
	h := http.Header{}
	if task.SHA256 == "" {
		return h
	}
	if task.ETag != "" {
		h.Set("If-None-Match", task.ETag)
	}
	if task.LastModified != "" {
		h.Set("If-Modified-Since", task.LastModified)
	}
	return h
}

// bare is the error without the method and address that the client puts
// before it: the ledger has them in columns of their own.
func bare(err error) string {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err.Error()
	}
	return err.Error()
}

func statusText(code int) string {
	if text := http.StatusText(code); text != "" {
		return strconv.Itoa(code) + " " + text
	}
	return "status " + strconv.Itoa(code)
}
