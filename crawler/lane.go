package crawler

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"time"

	"github.com/gocolly/colly/v2"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/crawler/discover"
	"github.com/seed-7461731f/dateline/store/news"
)

const (
	leaseBatch = 8
	leaseTime  = time.Hour // longer than a batch takes at any delay that is waited out
	// maxBroken is how many visits in a row may break before the source is left
	// until the next crawl: it is down, and asking on would not help it.
	maxBroken = 10
	// maxHeld bounds the tasks that are passed over because their host is closed.
	maxHeld = 1000
)

// A lane crawls one source.
type lane struct {
	*crawl
	source    news.Source
	scope     discover.Scope
	collector *colly.Collector
	answer    *answer // of the visit under way
	run       news.SourceRun
	again     []retry
	broken    int // visits in a row
	articles  int // visited
	back      int // archive pages visited
	began     time.Time
	visits    int               // of any kind
	left      int               // due, when last counted, less the visits since
	counted   time.Time         // when
	stop      string            // why the source is left; "" while it is not
	closed    map[string]string // host key to why it is left alone in this crawl
	held      []retry           // tasks of closed hosts: leased to the end, lest they come again
}

// A retry is a task that broke and is tried again in this crawl.
type retry struct {
	task  news.Task
	tries int
	at    time.Time // real clock
}

func newLane(w *crawl, source news.Source, now time.Time) (*lane, error) {
	collector, err := newCollector(w.transport)
	if err != nil {
		return nil, err
	}
	l := &lane{crawl: w, source: source, scope: discover.NewScope(source), collector: collector, run: news.SourceRun{Source: source.Host, Started: now},
		began: time.Now(), closed: map[string]string{}}
	l.listen()
	return l, nil
}

// work visits what is due until nothing is, or the source has to be left. The
// error is of the frontier or of the context.
func (l *lane) work(ctx context.Context) error {
	var mine []retry
	for l.stop == "" {
		var err error
		if len(mine) == 0 {
			if mine, err = l.more(ctx); err != nil || len(mine) == 0 {
				return errors.Join(err, l.end(ctx, mine))
			}
		}
		next := mine[0]
		if l.isTooFarBack(next.task) { // what the batch before it found comes first, and may be the last
			if err := l.frontier.Release(ctx, tasksOf(mine)); err != nil {
				return errors.Join(err, l.end(ctx, mine))
			}
			mine = nil
			continue
		}
		if err := l.visit(ctx, next); err != nil {
			return errors.Join(err, l.end(ctx, mine))
		}
		if l.stop == "" {
			mine = mine[1:]
		}
	}
	return l.end(ctx, mine)
}

// more leases tasks, and turns to those that broke when there are none.
func (l *lane) more(ctx context.Context) ([]retry, error) {
	now, wall := l.config.Now(), time.Now()
	tasks, err := l.frontier.Lease(ctx, l.source.Host, now, wall, wall.Add(leaseTime), leaseBatch)
	if err != nil {
		return nil, fmt.Errorf("lease: %w", err)
	}
	if len(tasks) > 0 && l.isTooFarBack(tasks[0]) { // they come last: there is nothing else
		err, tasks = l.frontier.Release(ctx, tasks), nil
	}
	var out []retry
	for _, t := range tasks {
		out = append(out, retry{task: t})
	}
	if len(out) == 0 && len(l.again) > 0 {
		out, l.again = l.again, nil
	}
	return out, err
}

// isTooFarBack tells a task that leads back in time when the crawl has gone back
// far enough.
func (l *lane) isTooFarBack(t news.Task) bool { return isBack(t) && l.back >= l.config.MaxBack }

func tasksOf(list []retry) (out []news.Task) {
	for _, r := range list {
		out = append(out, r.task)
	}
	return out
}

// end gives back what was leased and not visited, and keeps the figures. It
// does so even when the crawl was cancelled.
func (l *lane) end(ctx context.Context, mine []retry) error {
	l.pace.set(l.source.Host, 0, l.config.Workers)
	ctx, cancel := outlive(ctx, grace)
	defer cancel()
	left := tasksOf(slices.Concat(mine, l.again, l.held))
	if l.stop != "" {
		l.blame(l.stop)
	}
	return errors.Join(l.frontier.Release(ctx, left), l.frontier.SaveSourceRun(ctx, l.run))
}

// grace is how long a lane may still write after the crawl was cancelled.
const grace = time.Second

// outlive returns a context that ends so long after its parent does, and not
// before: many lanes may end at once, and the frontier writes for one at a time.
func outlive(parent context.Context, grace time.Duration) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(context.WithoutCancel(parent))
	stop := context.AfterFunc(parent, func() { time.AfterFunc(grace, cancel) })
	return ctx, func() {
		stop()
		cancel()
	}
}

// blame keeps the first problem of the source.
func (l *lane) blame(problem string) {
	if l.run.Problem == "" {
		l.run.Problem = problem
	}
}

// visit fetches one address and keeps what came of it.
func (l *lane) visit(ctx context.Context, r retry) error {
	if l.stop = l.enough(r.task); l.stop != "" {
		return nil
	}
	u, err := url.Parse(r.task.Link.URL)
	if err != nil {
		return l.keep(ctx, r, answer{err: err}, &trip{})
	}
	if l.closed[hostKey(u.Host)] != "" {
		l.hold(r)
		return nil
	}
	if err := sleep(ctx, time.Until(r.at)); err != nil {
		return err
	}
	var rest *RestError
	if err := l.gate.wait(ctx, hostKey(u.Host)); errors.As(err, &rest) {
		l.close(r, rest.Host, rest.Error())
		return nil
	} else if err != nil {
		return err
	}
	release, err := l.slot(ctx)
	if err != nil {
		return err
	}
	t := &trip{source: l.source.Host, article: isArticle(r.task), scope: l.scopeOf(r.task)}
	a := l.fetch(ctx, r.task, t)
	release()
	return l.keep(ctx, r, a, t)
}

// scopeOf tells where a visit may go: a web archive is not the source's own site,
// and may lead nowhere else.
func (l *lane) scopeOf(t news.Task) func(address string) bool {
	if isQuestion(t.Link) {
		return func(address string) bool { return canon.Host(address) == t.Link.Host }
	}
	return l.scope.Has
}

// isQuestion tells an address that asks somebody else for the source's.
func isQuestion(link news.Link) bool {
	return link.Kind == news.WaybackLink || link.Kind == news.RegisterLink
}

// isBack tells the tasks that lead back in time.
func isBack(t news.Task) bool {
	return t.Link.Kind == news.ArchiveLink || t.Link.Kind == news.WaybackLink
}

// enough says why the source has had its share; "" while it has not.
func (l *lane) enough(next news.Task) string {
	c := l.config
	switch {
	case c.MaxPages > 0 && isArticle(next) && l.articles >= c.MaxPages:
		return fmt.Sprintf("stopped at the limit of %d pages", c.MaxPages)
	case c.MaxTime > 0 && time.Since(l.began) > c.MaxTime:
		return fmt.Sprintf("stopped after %v", c.MaxTime)
	}
	return ""
}

// close leaves a host alone for the rest of the crawl; the source's other
// hosts are not to suffer for it.
func (l *lane) close(r retry, host, why string) {
	if l.closed[host] == "" {
		l.closed[host] = why
		l.blame(why)
	}
	l.hold(r)
}

// hold puts a task aside that stays as it was.
func (l *lane) hold(r retry) {
	if l.held = append(l.held, r); len(l.held) >= maxHeld {
		l.stop = fmt.Sprintf("%d addresses are at hosts that cannot be asked", maxHeld)
	}
}

// keep judges an answer and has the frontier take it.
func (l *lane) keep(ctx context.Context, r retry, a answer, t *trip) error {
	if ctx.Err() != nil && a.err != nil {
		return ctx.Err() // the task goes back as it was
	}
	if errors.Is(a.err, errStore) {
		return a.err
	}
	now := l.config.Now()
	v, what := judge(r.task, a, now)
	v.Requests = t.requests
	if l.config.ObeyOptOut && v.Task.OptOut != "" && isArticle(r.task) {
		v, what = decline(v), refused
	}
	switch what {
	case aborted:
		l.close(r, blamed(a.err, r.task), bare(a.err))
		l.tell(l.event(r.task, a, what, bare(a.err)))
		return wrapStore(l.frontier.SaveRequests(context.WithoutCancel(ctx), t.requests))
	case broken:
		what = l.breaks(&v, r)
	default:
		l.broken = 0
	}
	if what == fresh && !isArticle(r.task) {
		l.listings <- struct{}{} // none is held for longer than a transaction
		defer func() { <-l.listings }()
		if !l.discover(&v, now) {
			what = failed
		}
	}
	if err := l.frontier.Finish(context.WithoutCancel(ctx), v); err != nil {
		return fmt.Errorf("%s: %w", r.task.Link.URL, err)
	}
	l.told.add(v.Found)
	l.count(r.task, v, what)
	e, err := l.timed(context.WithoutCancel(ctx), l.event(r.task, a, what, v.Task.Problem))
	if err != nil {
		return fmt.Errorf("count: %w", err)
	}
	l.tell(e)
	return nil
}

// decline leaves out a page that its publisher does not want kept. The address
// is asked again when it would have been: the wish may change.
func decline(v news.Visit) news.Visit {
	t := v.Task
	v.Page, v.Final = nil, nil
	t.State, t.Problem = news.Failed, "its publisher opts out: "+t.OptOut
	t.ETag, t.LastModified, t.SHA256, t.MovedTo = "", "", "", ""
	if t.Due.IsZero() {
		t.Due = t.FetchedAt.Add(7 * day)
	}
	v.Task = t
	return v
}

// blamed is the host for which a visit was aborted: after a redirect it may be
// another than the task's.
func blamed(err error, t news.Task) string {
	var rest *RestError
	if errors.As(err, &rest) {
		return rest.Host
	}
	address := t.Link.URL
	var robots *RobotsError
	if errors.As(err, &robots) {
		address = robots.URL
	}
	if u, err := url.Parse(address); err == nil {
		return hostKey(u.Host)
	}
	return ""
}

func wrapStore(err error) error {
	if err != nil {
		return fmt.Errorf("ledger: %w", err)
	}
	return nil
}

// breaks puts a task aside to be tried again, unless it was tried enough.
func (l *lane) breaks(v *news.Visit, r retry) result {
	if l.broken++; l.broken >= maxBroken {
		l.stop = fmt.Sprintf("%d visits in a row failed, the last: %s", l.broken, v.Task.Problem)
	}
	tries := r.tries + 1
	if tries >= l.config.Tries || l.stop != "" {
		return failed
	}
	again := r.task
	again.Attempts, again.Problem = v.Task.Attempts, v.Task.Problem
	v.Task, v.Pending = again, true
	l.again = append(l.again, retry{again, tries, time.Now().Add(backoff(l.config.Backoff, tries))})
	return broken
}
