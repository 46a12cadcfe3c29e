// Package crawler fetches what publishers have on a story: feeds, sitemaps and
// section pages to find the articles, then the articles.
//
// In: the sources. Out: pages, through a Frontier that keeps them and says
// what is due next; colly fetches, over a transport of our own. The transport
// is a row of layers, one file each, outermost first: identify, obey
// (robots.txt), hold (one request per host, its delay), rest (Retry-After and
// back-off), unpack (content encodings), record (the ledger), receive (time
// and size limits), dial (no private addresses). Every hop of a redirect passes all of them.
//
// A visit ends in one transaction of the Frontier, so that a crawl can be
// killed at any moment and continued.
package crawler

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"time"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/crawler/discover"
	"github.com/seed-7461731f/dateline/store/news"
)

// product is our name in robots.txt and the first word of the user agent.
const product = "Dateline"

// A Config says what to crawl and how. The zero value of every field but
// Sources is usable.
type Config struct {
	Sources []news.Source

	UserAgent string // default "Dateline/1.0"; should begin with "Dateline", the name in robots.txt
	Contact   string // address or URL that a publisher can complain to

	Workers int           // sources fetched from at the same time; default 16
	Delay   time.Duration // between two requests to one host; a source's own and Crawl-delay can only lengthen it

	MaxBody  int64         // bytes of one response, received and unpacked; default 32 MiB; over it is an error
	MaxDepth int           // steps from a source's own address to the feeds, sitemaps and listings read; default 3
	MaxPages int           // pages fetched per source and crawl; 0: no limit
	MaxBack  int           // archive pages read per source and crawl, newest first; the next crawl goes on; default 60
	MaxTime  time.Duration // for one source in one crawl, after which the rest is left to the next; 0: no limit
	Tries    int           // of one address in one crawl; default 3

	Connect  time.Duration // to a connection, TLS included; default 15 s
	Headers  time.Duration // from request to response headers; default 30 s
	Idle     time.Duration // without a byte of the body; default 15 s
	Whole    time.Duration // for one request; default 2 min
	Backoff  time.Duration // after the first failure, doubled after each; default 5 s
	Patience time.Duration // longest rest that a host asks for and is waited out; default 2 min

	// Within bounds the days that archives are asked for; without a first day it
	// is the last thirty.
	Within news.Interval

	// Now is the crawl's clock: what is due, and when a page was fetched. Delays
	// and limits go by the real clock. Default time.Now.
	Now func() time.Time
	// Dial replaces the dialer, to reach servers that DNS does not know.
	Dial func(ctx context.Context, network, addr string) (net.Conn, error)
	// Proxy names the proxy of a request; no proxy when it gives nil. Behind one,
	// host names are resolved by the proxy, and of private addresses only those
	// that stand in a URL can be refused.
	Proxy func(*http.Request) (*url.URL, error)
	// AllowPrivate allows loopback, private and link-local addresses.
	AllowPrivate bool
	// ObeyOptOut leaves out the articles whose publisher opts out of indexing,
	// archiving or text and data mining. The signals are recorded in any case.
	ObeyOptOut bool
	// Relevant decides, before it is fetched, whether an article is wanted. The
	// title is "" when nothing says it. nil: all are.
	Relevant func(title, url string) bool

	// Progress is called after every visit, from one goroutine at a time.
	Progress func(Event)
	// Log gets a line for every visit, at level debug. Default: none.
	Log *slog.Logger
}

// withDefaults fills in what was left out.
func (c Config) withDefaults() (Config, error) {
	if err := c.check(); err != nil {
		return c, fmt.Errorf("crawl: %w", err)
	}
	setDefault(&c.UserAgent, product+"/1.0")
	setDefault(&c.Workers, 16)
	setDefault(&c.MaxBody, 32<<20)
	setDefault(&c.MaxDepth, 3)
	setDefault(&c.MaxBack, 60)
	setDefault(&c.Tries, 3)
	setDefault(&c.Connect, 15*time.Second)
	setDefault(&c.Headers, 30*time.Second)
	setDefault(&c.Idle, 15*time.Second)
	setDefault(&c.Whole, 2*time.Minute)
	setDefault(&c.Backoff, 5*time.Second)
	setDefault(&c.Patience, 2*time.Minute)
	if c.Contact != "" {
		c.UserAgent += " (+" + c.Contact + ")"
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Log == nil {
		c.Log = slog.New(slog.NewTextHandler(io.Discard, nil))
	}
	return c, nil
}

// check refuses what no default can mend.
func (c Config) check() error {
	if len(c.Sources) == 0 {
		return errors.New("no sources")
	}
	if min(c.Workers, c.MaxDepth, c.MaxPages, c.MaxBack, c.Tries) < 0 || c.MaxBody < 0 || c.Delay < 0 {
		return errors.New("a limit is negative")
	}
	seen := map[string]bool{}
	for _, s := range c.Sources {
		if s.Host == "" || seen[s.Host] {
			return fmt.Errorf("source %q: no host, or twice", s.Host)
		}
		seen[s.Host] = true
		if err := checkAddresses(s); err != nil {
			return fmt.Errorf("source %s: %w", s.Host, err)
		}
	}
	return nil
}

func checkAddresses(s news.Source) error {
	for _, list := range [][]string{s.Feeds, s.Sitemaps, s.Sections} {
		for _, address := range list {
			if _, err := canon.URL(address, ""); err != nil {
				return err
			}
		}
	}
	for _, template := range s.Archives {
		if err := discover.CheckArchive(template); err != nil {
			return err
		}
	}
	return nil
}

func setDefault[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}
