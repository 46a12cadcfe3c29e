package crawler

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// A delay is lengthened by up to one in jitterPart at random, so that requests
// to many hosts do not fall into step.
const jitterPart = 4

// A gate lets one request at a time through to a host, and keeps the delay
// between two. It goes by the real clock.
type gate struct {
	patience time.Duration
	delay    time.Duration            // for hosts without their own
	delays   map[string]time.Duration // by host key, from the sources

	mu    sync.Mutex
	hosts map[string]*turnstile
}

// A turnstile is the state of one host; its token is held for the length of a
// request.
type turnstile struct {
	token chan struct{}

	mu      sync.Mutex
	crawl   time.Duration // Crawl-delay
	own     time.Duration // of the config
	last    time.Time     // end of the request before
	next    time.Time     // no request before
	strikes int           // answers in a row that asked for rest
}

// A RestError says that a host wants no request for longer than the crawl
// waits.
type RestError struct {
	Host  string
	Until time.Time // real clock
}

func (e *RestError) Error() string {
	return fmt.Sprintf("%s asked to be left alone until %s", e.Host, e.Until.UTC().Format(time.RFC3339))
}

func newGate(c Config, rests map[string]time.Time) *gate {
	g := &gate{patience: c.Patience, delay: c.Delay, delays: map[string]time.Duration{}, hosts: map[string]*turnstile{}}
	for _, s := range c.Sources {
		for _, host := range hostsOf(s) {
			g.delays[host] = max(g.delays[host], s.Delay, c.Delay)
		}
	}
	for host, until := range rests {
		g.host(host).next = until
	}
	return g
}

// hostsOf lists the hosts of a source's own addresses.
func hostsOf(s news.Source) []string {
	hosts := []string{hostKey(s.Host)}
	for _, list := range [][]string{{s.Home}, s.Feeds, s.Sitemaps, s.Sections, s.Archives} {
		for _, address := range list {
			address, _, _ = strings.Cut(address, "{") // an archive's is a template
			if u, err := url.Parse(address); err == nil && u.Host != "" {
				hosts = append(hosts, hostKey(u.Host))
			}
		}
	}
	return hosts
}

// host returns the turnstile of a host key.
func (g *gate) host(key string) *turnstile {
	g.mu.Lock()
	defer g.mu.Unlock()
	t := g.hosts[key]
	if t == nil {
		own, ok := g.delays[key]
		if !ok {
			own = g.delay
		}
		t = &turnstile{token: make(chan struct{}, 1), own: own}
		g.hosts[key] = t
	}
	return t
}

// wait sleeps until the host may be asked, without holding its token, so that
// the caller need not hold a worker meanwhile.
func (g *gate) wait(ctx context.Context, key string) error {
	t := g.host(key)
	for {
		d := time.Until(t.after())
		if d <= 0 {
			return ctx.Err()
		}
		if d > g.patience+t.delay()+t.delay()/jitterPart {
			return &RestError{key, t.after()}
		}
		if err := sleep(ctx, d); err != nil {
			return err
		}
	}
}

// enter takes the host's token once its delay is over.
func (g *gate) enter(ctx context.Context, key string) (leave func(), err error) {
	t := g.host(key)
	select {
	case t.token <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if err := g.wait(ctx, key); err != nil {
		<-t.token
		return nil, err
	}
	return func() {
		t.pass()
		<-t.token
	}, nil
}

// pass starts the delay anew; it counts from the end of a request.
func (t *turnstile) pass() {
	now, d := time.Now(), t.delay()
	if d > 0 {
		d += rand.N(d/jitterPart + 1)
	}
	t.notBefore(now.Add(d))
	t.mu.Lock()
	defer t.mu.Unlock()
	t.last = now
}

func (t *turnstile) notBefore(until time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.next.Before(until) {
		t.next = until
	}
}

func (t *turnstile) after() time.Time {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.next
}

func (t *turnstile) delay() time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	return max(t.own, t.crawl)
}

// slower sets the Crawl-delay, which counts from the request that told it.
func (t *turnstile) slower(d time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.crawl = d
	if until := t.last.Add(d); !t.last.IsZero() && t.next.Before(until) {
		t.next = until
	}
}

// strike counts an answer that asked for rest, and the end of a row of them.
func (t *turnstile) strike(yes bool) (inARow int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.strikes++; !yes {
		t.strikes = 0
	}
	return t.strikes
}

// hold is the layer that passes a request through the gate.
func hold(g *gate) layer {
	return func(next roundTrip) roundTrip {
		return func(r *http.Request) (*http.Response, error) {
			leave, err := g.enter(r.Context(), hostKey(r.URL.Host))
			if err != nil {
				return nil, err
			}
			defer leave()
			return next(r)
		}
	}
}

// sleep waits, or returns why not.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
