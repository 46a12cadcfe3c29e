package web

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
)

// freshFor is how long a reader may be behind the file.
const freshFor = 5 * time.Second

// A live state is the file at one version of its data: the snapshot, and the
// answers that show articles and crawls rather than events.
type live struct {
	version int64
	snap    *snapshot
	answers *cache
	before  *cache // the answers of the state before, when it was good until just now; else nil
}

// A view keeps the newest state. Readers go on with the one before while one of
// them looks for changes, so that a crawl that writes all the time costs one of
// them a look now and then, and a build costs one the reading of its events.
type view struct {
	mu      sync.Mutex
	current atomic.Pointer[live]
	looked  atomic.Int64 // when, in ms
}

func (v *view) stale() bool  { return v.age() >= freshFor }
func (v *view) recent() bool { return v.age() < 2*freshFor }

func (v *view) age() time.Duration {
	return time.Duration(time.Now().UnixMilli()-v.looked.Load()) * time.Millisecond
}

// now returns a state that is at most some seconds old.
func (s *server) now(ctx context.Context) (*live, error) {
	l := s.view.current.Load()
	if l != nil && (!s.view.stale() || !s.view.mu.TryLock()) {
		return l, nil
	}
	if l == nil {
		s.view.mu.Lock()
	}
	defer s.view.mu.Unlock()
	if l = s.view.current.Load(); l != nil && !s.view.stale() {
		return l, nil
	}
	next, err := s.look(context.WithoutCancel(ctx), l) // for all readers, not for this one alone
	if err != nil {
		return nil, err
	}
	s.view.current.Store(next)
	s.view.looked.Store(time.Now().UnixMilli())
	return next, nil
}

// look reads what has changed since the state before, which may be nil.
func (s *server) look(ctx context.Context, before *live) (*live, error) {
	version, err := s.Reader.DataVersion(ctx)
	if err != nil || before != nil && before.version == version {
		return before, err
	}
	stamp, err := s.Reader.Stamp(ctx, s.Story.ID)
	if err != nil {
		return nil, err
	}
	next := &live{version: version, answers: &cache{most: maxLive}}
	if before != nil && s.view.recent() {
		next.before = before.answers
	}
	if before != nil && before.snap.stamp == stamp {
		next.snap = before.snap
		return next, nil
	}
	next.snap, err = s.load(ctx, stamp)
	return next, err
}
