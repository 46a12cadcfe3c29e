package crawler

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

// ErrTooLarge is wrapped by the error for a body over the limit, as received
// or as unpacked. A page is whole or it is not kept.
var ErrTooLarge = errors.New("body over the limit")

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
				return nil, &bodyError{resp.StatusCode, 0, tooLarge(c.MaxBody)}
			}
			body, err := readAll(&alive{resp.Body, idle, c.Idle}, resp.ContentLength, c.MaxBody)
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

// readAll reads to the end, or to one byte over the limit. hint is the
// expected size; -1 for none.
func readAll(r io.Reader, hint, limit int64) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(int(min(max(hint, 0), 1<<20)) + bytes.MinRead)
	_, err := b.ReadFrom(io.LimitReader(r, limit+1))
	if int64(b.Len()) > limit {
		err = tooLarge(limit)
	}
	return b.Bytes(), err
}

func tooLarge(limit int64) error { return fmt.Errorf("%w of %d bytes", ErrTooLarge, limit) }
