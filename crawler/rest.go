package crawler

import (
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// maxRest bounds what Retry-After may ask for; more is a mistake.
const maxRest = 7 * 24 * time.Hour

// rest leaves a host alone after it asked for it: 429 and 503, for as long as
// Retry-After says, else twice as long with each in a row (RFC 9110, section
// 10.2.3; RFC 6585, section 4).
func rest(c Config, g *gate) layer {
	return func(next roundTrip) roundTrip {
		return func(r *http.Request) (*http.Response, error) {
			resp, err := next(r)
			if err != nil {
				return nil, err
			}
			t := g.host(hostKey(r.URL.Host))
			asked := resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode == http.StatusServiceUnavailable
			inARow := t.strike(asked)
			if asked {
				d := max(retryAfter(resp.Header, time.Now()), backoff(c.Backoff, inARow))
				t.notBefore(time.Now().Add(d))
			}
			return resp, nil
		}
	}
}

// backoff doubles with every failure in a row, from the first.
func backoff(first time.Duration, inARow int) time.Duration {
	return min(first<<min(max(inARow-1, 0), 20), maxRest)
}

// retryAfter reads the header, seconds or a date. A date is taken against the
// server's own clock where it says it. 0 when it asks for nothing.
func retryAfter(h http.Header, now time.Time) time.Duration {
	v := strings.TrimSpace(h.Get("Retry-After"))
	if seconds, err := strconv.ParseUint(v, 10, 64); err == nil || errors.Is(err, strconv.ErrRange) {
		return time.Duration(min(seconds, uint64(maxRest/time.Second))) * time.Second
	}
	at, err := http.ParseTime(v)
	if err != nil {
		return 0
	}
	if theirs, err := http.ParseTime(h.Get("Date")); err == nil {
		now = theirs
	}
	return min(max(at.Sub(now), 0), maxRest)
}
