package crawler

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/seed-7461731f/dateline/crawler/unpack"
)

// ErrTooLarge is wrapped by the error for a body over the limit, as received
// or as unpacked. A page is whole or it is not kept.
var ErrTooLarge = unpack.ErrTooLarge

var errIdle = errors.New("body: no byte within the time limit")

// A bodyError is a response whose body could not be read whole.
type bodyError struct {
	status int
	bytes  int64 // received before it broke off
	err    error
}

func (e *bodyError) Error() string { return "body: " + e.err.Error() }
func (e *bodyError) Unwrap() error { return e.err }

// receive reads the body whole, within its limits of time and size, so that
// the layers above see a response that is complete.
func receive(c Config) layer {
	return func(next roundTrip) roundTrip {
		return func(r *http.Request) (*http.Response, error) {
			ctx, cancel := context.WithTimeoutCause(r.Context(), c.Whole, fmt.Errorf("not done within %v", c.Whole))
			defer cancel()
			ctx, stop := context.WithCancelCause(ctx)
			defer stop(nil)
			resp, err := next(r.WithContext(ctx))
			if err != nil {
				return nil, because(ctx, err)
			}
			defer resp.Body.Close()
			idle := time.AfterFunc(c.Idle, func() { stop(errIdle) })
			defer idle.Stop()
			if resp.ContentLength > c.MaxBody {
				return nil, &bodyError{resp.StatusCode, 0, unpack.TooLarge(c.MaxBody)}
			}
			body, err := unpack.ReadAll(&alive{resp.Body, idle, c.Idle}, resp.ContentLength, c.MaxBody)
			if err != nil {
				return nil, &bodyError{resp.StatusCode, int64(len(body)), because(ctx, err)}
			}
			resp.Request = r
			resp.Body = io.NopCloser(bytes.NewReader(body))
			resp.ContentLength = int64(len(body))
			tripOf(r).header, tripOf(r).body = resp.Header.Clone(), body
			return resp, nil
		}
	}
}

// because prefers the reason for which a request was cancelled.
func because(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	return err
}

// alive moves the idle limit on with every byte.
type alive struct {
	io.Reader
	timer *time.Timer
	limit time.Duration
}

func (a *alive) Read(p []byte) (int, error) {
	n, err := a.Reader.Read(p)
	if n > 0 {
		a.timer.Reset(a.limit)
	}
	return n, err
}
