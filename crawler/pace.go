package crawler

import (
	"context"
	"sync"
	"time"
)

// countEvery is how often a lane asks the frontier how much is left to do.
const countEvery = 2 * time.Second

// A pace tells how long a crawl will take at the speed that it has had.
type pace struct {
	mu    sync.Mutex
	lanes map[string]time.Duration // time left, by source
}

// set says what one source needs yet and returns what the crawl needs: that of
// the slowest source, or of all through the slots there are.
func (p *pace) set(source string, left time.Duration, slots int) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.lanes[source] = left
	var longest, sum time.Duration
	for _, d := range p.lanes {
		longest, sum = max(longest, d), sum+d
	}
	return max(longest, sum/time.Duration(slots))
}

// timed adds to an event how much is left.
func (l *lane) timed(ctx context.Context, e Event) (Event, error) {
	if l.config.Progress == nil {
		return e, nil
	}
	l.visits++
	l.left = max(l.left-1, 0)
	if time.Since(l.counted) >= countEvery || l.visits == 1 {
		n, err := l.frontier.CountDue(ctx, l.source.Host, l.config.Now(), maxLeft)
		if err != nil {
			return e, err
		}
		l.left, l.counted = n, time.Now()
	}
	each := time.Since(l.began) / time.Duration(l.visits)
	e.Visits, e.Left = l.visits, l.left
	e.TimeLeft = l.pace.set(l.source.Host, each*time.Duration(l.left), l.config.Workers)
	return e, nil
}
