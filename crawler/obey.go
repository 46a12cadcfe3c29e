package crawler

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/seed-7461731f/dateline/crawler/robots"
	"github.com/seed-7461731f/dateline/store/news"
)

const (
	// robotsAge is how long a robots.txt is believed: RFC 9309, section 2.4.
	robotsAge = 24 * time.Hour
	// robotsHops is how many redirects to a robots.txt are followed: at least
	// five, says section 2.3.1.2.
	robotsHops = 5
	robotsSize = 512 << 10 // bytes kept; more is not read
)

// The verdicts of the ledger.
const (
	allowed     = "allowed"
	disallowed  = "disallowed"
	unreachable = "unreachable" // no robots.txt to be had: nothing may be fetched
	exempt      = "exempt"      // robots.txt itself
)

// A RobotsError is an address that robots.txt keeps us from.
type RobotsError struct {
	URL         string
	Rule        string // the line that forbids; "" when Unreachable
	Unreachable bool   // the file could not be had: the whole host waits
	Problem     string // why not
}

func (e *RobotsError) Error() string {
	if e.Unreachable {
		return "robots.txt cannot be had: " + e.Problem
	}
	return "robots.txt: " + e.Rule
}

// An obeyer is the layer that asks robots.txt, and the outermost but for the
// client: a redirect passes it hop by hop.
type obeyer struct {
	config   Config
	frontier Frontier
	gate     *gate
	next     roundTrip
	bases    []*http.Transport

	mu    sync.Mutex
	known map[string]*origin
}

// close drops the connections that are kept open.
func (o *obeyer) close() {
	for _, b := range o.bases {
		b.CloseIdleConnections()
	}
}

// An origin is what this crawl knows of one robots.txt.
type origin struct {
	mu    sync.Mutex // held while it is fetched
	ready bool
	file  *robots.File
	row   news.Robots
}

// RoundTrip sends a request if robots.txt and the scope of the visit allow it.
func (o *obeyer) RoundTrip(r *http.Request) (*http.Response, error) {
	t := tripOf(r)
	if t.scope != nil && !t.scope(r.URL.String()) {
		return nil, fmt.Errorf("%w: %s", ErrOutOfScope, r.URL.Host)
	}
	known, err := o.origin(r)
	if err != nil {
		return nil, err
	}
	verdict := news.Request{Verdict: allowed, RobotsID: known.row.ID}
	if known.file == nil {
		verdict.Verdict, verdict.Problem = unreachable, known.row.Problem
		return nil, o.forbid(t, r, verdict)
	}
	v := known.file.Test(product, r.URL.RequestURI())
	verdict.Rule = v.Rule
	if !v.Allowed {
		verdict.Verdict = disallowed
		return nil, o.forbid(t, r, verdict)
	}
	t.verdict = verdict
	return o.next(r)
}

// ErrOutOfScope is wrapped by the error for a redirect that leaves the sites
// of its source.
var ErrOutOfScope = errors.New("redirect leaves the source's sites")

// forbid notes in the ledger what was not sent.
func (o *obeyer) forbid(t *trip, r *http.Request, verdict news.Request) error {
	t.verdict = verdict
	line := t.line(r)
	line.Started = time.Now()
	line.Delay = o.gate.host(line.Host).delay()
	t.requests = append(t.requests, line)
	return &RobotsError{r.URL.String(), verdict.Rule, verdict.Verdict == unreachable, verdict.Problem}
}

// origin returns the robots.txt that speaks for a request. The error is of the
// store, of the context, or a rest that the host asked for.
func (o *obeyer) origin(r *http.Request) (*origin, error) {
	key := r.URL.Scheme + "://" + r.URL.Host
	o.mu.Lock()
	known := o.known[key]
	if known == nil {
		known = &origin{}
		o.known[key] = known
	}
	o.mu.Unlock()
	known.mu.Lock()
	defer known.mu.Unlock()
	if known.ready {
		return known, nil
	}
	row, err := o.row(r, key)
	if err != nil {
		return nil, err
	}
	known.row, known.file, known.ready = row, parseRobots(row), true
	if known.file != nil {
		o.gate.host(hostKey(r.URL.Host)).slower(known.file.Delay(product))
	}
	return known, nil
}

// parseRobots gives nil for a file that could not be had. Any 4xx means that
// there is no such file and everything is allowed (section 2.3.1.3).
func parseRobots(row news.Robots) *robots.File {
	switch {
	case row.Status >= 200 && row.Status < 300:
		return robots.Parse(row.Body)
	case row.Status >= 400 && row.Status < 500 && row.Status != http.StatusTooManyRequests:
		return robots.Parse(nil)
	}
	return nil
}

// isYoung reports whether a robots.txt need not be fetched again. One that could
// not be had is asked for by every crawl.
func isYoung(row news.Robots, now time.Time) bool {
	age := now.Sub(row.CheckedAt)
	return row.ID != 0 && age >= 0 && age < robotsAge && parseRobots(row) != nil
}

// row takes the robots.txt from the store while it is young, else fetches it.
func (o *obeyer) row(r *http.Request, key string) (news.Robots, error) {
	now := o.config.Now()
	have, err := o.frontier.Robots(r.Context(), key)
	if err != nil {
		return have, fmt.Errorf("%w: robots.txt of %s: %w", errStore, key, err)
	}
	if isYoung(have, now) {
		return have, nil
	}
	got, err := o.fetch(r, key)
	if err != nil {
		return got, err
	}
	got.FetchedAt, got.CheckedAt = now, now
	saved, err := o.frontier.SaveRobots(r.Context(), got)
	if err != nil {
		return saved, fmt.Errorf("%w: robots.txt of %s: %w", errStore, key, err)
	}
	return saved, nil
}

// fetch asks for a robots.txt. No answer is an answer: a row without status.
func (o *obeyer) fetch(r *http.Request, key string) (news.Robots, error) {
	t := &trip{source: tripOf(r).source, verdict: news.Request{Verdict: exempt}}
	req, err := http.NewRequestWithContext(withTrip(r.Context(), t), http.MethodGet, key+"/robots.txt", nil)
	if err != nil {
		return news.Robots{}, err
	}
	client := http.Client{Transport: o.next, CheckRedirect: func(_ *http.Request, via []*http.Request) error {
		if len(via) > robotsHops {
			return http.ErrUseLastResponse
		}
		return nil
	}}
	row := news.Robots{Origin: key}
	resp, err := client.Do(req)
	outer := tripOf(r)
	outer.requests = append(outer.requests, t.requests...)
	var rest *RestError
	switch {
	case r.Context().Err() != nil:
		return row, context.Cause(r.Context())
	case errors.As(err, &rest):
		return row, rest
	case err != nil:
		row.Problem = bare(err)
		return row, nil
	}
	defer resp.Body.Close()
	row.Status, row.Body = resp.StatusCode, t.body[:min(len(t.body), robotsSize)]
	if parseRobots(row) == nil {
		row.Problem = statusText(resp.StatusCode)
	}
	return row, nil
}
