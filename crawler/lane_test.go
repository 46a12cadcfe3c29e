package crawler

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

func TestLaneMayWriteUntilTheGraceIsOver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		parent, cancel := context.WithCancel(t.Context())
		ctx, done := outlive(parent, time.Second)
		defer done()
		time.Sleep(time.Hour)
		if err := ctx.Err(); err != nil {
			t.Errorf("in a crawl that goes on: %v after an hour, want no end", err)
		}
		cancel()
		time.Sleep(900 * time.Millisecond)
		if err := ctx.Err(); err != nil {
			t.Errorf("within the grace: %v, want no end", err)
		}
		time.Sleep(200 * time.Millisecond)
		if ctx.Err() == nil {
			t.Error("the grace does not end")
		}
	})
}
