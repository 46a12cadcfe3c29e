package crawler

import (
	"errors"
	"net/http"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// record writes a line of the ledger for each request that is sent. It goes by
// the real clock, as the delays do that it has to prove.
func record(g *gate) layer {
	return func(next roundTrip) roundTrip {
		return func(r *http.Request) (*http.Response, error) {
			t := tripOf(r)
			line := t.line(r)
			line.Sent = true
			line.Delay = g.host(line.Host).delay()
			line.Started = time.Now()
			resp, err := next(r)
			line.Took = time.Since(line.Started)
			var broken *bodyError
			switch {
			case err == nil:
				line.Status, line.Bytes = resp.StatusCode, resp.ContentLength
				line.RetryAfter = retryAfter(resp.Header, time.Now())
			case errors.As(err, &broken):
				line.Status, line.Bytes, line.Problem = broken.status, broken.bytes, err.Error()
			default:
				line.Problem = err.Error()
			}
			t.requests = append(t.requests, line)
			return resp, err
		}
	}
}

// line begins a line of the ledger with what the layers above decided.
func (t *trip) line(r *http.Request) news.Request {
	l := t.verdict
	l.Source, l.Host, l.URL = t.source, hostKey(r.URL.Host), r.URL.String()
	return l
}
