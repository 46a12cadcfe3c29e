package crawler

import (
	"context"
	"fmt"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/crawler/discover"
	"github.com/seed-7461731f/dateline/store/news"
)

// A crawl is one call of Crawl.
type crawl struct {
	config    Config
	frontier  Frontier
	gate      *gate
	transport *obeyer
	told      *told
	pace      *pace
	slots     chan struct{} // a token for each request that may be under way
	listings  chan struct{} // a token for each listing that may be held in memory, read
	watching  sync.Mutex    // around Config.Progress
}

// Crawl fetches everything that is due for the sources: their feeds, sitemaps
// and section pages, then the articles found in them and those known from
// before whose time has come. It ends when nothing is due that can be had.
//
// A source that fails is told in the report and is no error; an error is of
// the frontier, of the config, or of the context, and what was visited until
// then is kept. Cancelled, it returns within the time of one transaction.
func Crawl(ctx context.Context, f Frontier, c Config) (Report, error) {
	c, err := c.withDefaults()
	if err != nil {
		return Report{}, err
	}
	now := c.Now()
	if err := f.Begin(ctx, seeds(c.Sources, now), now); err != nil {
		return Report{}, fmt.Errorf("crawl: %w", err)
	}
	for _, s := range c.Sources {
		if err := f.Add(ctx, backwards(s, c.Within, now)); err != nil {
			return Report{}, fmt.Errorf("crawl: %s: %w", s.Host, err)
		}
	}
	if err := reconsider(ctx, f, c, now); err != nil {
		return Report{}, fmt.Errorf("crawl: %w", err)
	}
	rests, err := f.Rests(ctx, time.Now())
	if err != nil {
		return Report{}, fmt.Errorf("crawl: %w", err)
	}
	w := newCrawl(c, f, rests)
	defer w.transport.close()
	return w.run(ctx, now)
}

// maxListings bounds the listings that are read and written at the same time: one
// may name 50,000 addresses, and the frontier writes for one at a time anyway.
const maxListings = 2

func newCrawl(c Config, f Frontier, rests map[string]time.Time) *crawl {
	g := newGate(c, rests)
	return &crawl{config: c, frontier: f, gate: g, transport: newTransport(c, f, g), told: newTold(), pace: &pace{lanes: map[string]time.Duration{}}, slots: make(chan struct{}, c.Workers),
		listings: make(chan struct{}, maxListings)}
}

// run works on every source in a lane of its own; a lane visits one address
// after the other, so that what a source comes to does not depend on the rest.
func (w *crawl) run(ctx context.Context, now time.Time) (Report, error) {
	report := Report{Sources: make([]news.SourceRun, len(w.config.Sources))}
	group, groupCtx := errgroup.WithContext(ctx)
	for i, source := range w.config.Sources {
		l, err := newLane(w, source, now)
		if err != nil {
			return report, fmt.Errorf("crawl: %w", err)
		}
		group.Go(func() error {
			err := l.work(groupCtx)
			report.Sources[i] = l.run
			return err
		})
	}
	err := group.Wait()
	if ctx.Err() != nil {
		return report, fmt.Errorf("crawl: %w", context.Cause(ctx))
	}
	if err != nil {
		return report, fmt.Errorf("crawl: %w", err)
	}
	return report, nil
}

// seeds are the sources' own addresses. A source that names none is entered
// through its home page.
func seeds(sources []news.Source, now time.Time) (tasks []news.Task) {
	seen := map[string]bool{}
	for _, s := range sources {
		sections := s.Sections
		if len(s.Feeds)+len(s.Sitemaps)+len(sections)+len(s.Archives)+len(s.Wayback)+len(s.Register) == 0 {
			sections = []string{s.Home}
		}
		for _, list := range []struct {
			kind      news.LinkKind
			addresses []string
		}{{news.FeedLink, s.Feeds}, {news.SitemapLink, s.Sitemaps}, {news.SectionLink, sections}} {
			for _, raw := range list.addresses {
				address, err := canon.URL(raw, "")
				if err != nil || seen[address] {
					continue
				}
				seen[address] = true
				tasks = append(tasks, news.Task{
					Link:   news.Link{URL: address, Host: canon.Host(address), Kind: list.kind},
					Source: s.Host, State: news.Queued, Due: now, FirstSeen: now,
				})
			}
		}
	}
	return tasks
}

// backwards are the addresses by which a source is read back in time. They are
// not made due by every crawl: what is past changes seldom.
func backwards(s news.Source, within news.Interval, now time.Time) (tasks []news.Task) {
	for _, list := range [][]news.Link{discover.Archives(s, within, now), discover.Wayback(s, within), discover.Register(s, within)} {
		for _, link := range list {
			tasks = append(tasks, news.Task{Link: link, Source: s.Host, State: news.Queued, Due: now, FirstSeen: now})
		}
	}
	return tasks
}

// reconsider asks Relevant again about what it once refused: the story may
// have new terms, or be another one in the same store.
func reconsider(ctx context.Context, f Frontier, c Config, now time.Time) error {
	ours := map[string]bool{}
	for _, s := range c.Sources {
		ours[s.Host] = true
	}
	for after := int64(0); ; {
		tasks, err := f.Tasks(ctx, news.Dropped, after, 1000)
		if err != nil || len(tasks) == 0 {
			return err
		}
		var wanted []news.Task
		for _, t := range tasks {
			after = t.ID
			if t.Problem == irrelevant && ours[t.Source] && (c.Relevant == nil || c.Relevant(t.Link.Title, t.Link.URL)) {
				wanted = append(wanted, t)
			}
		}
		if err := f.Requeue(ctx, wanted, now); err != nil {
			return err
		}
	}
}

// slot takes the right to send a request.
func (w *crawl) slot(ctx context.Context) (release func(), err error) {
	select {
	case w.slots <- struct{}{}:
		return func() { <-w.slots }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// tell passes a visit on to those who watch.
func (w *crawl) tell(e Event) {
	w.config.Log.Debug("visit", "url", e.URL, "result", e.Result, "status", e.Status, "problem", e.Problem)
	if w.config.Progress == nil {
		return
	}
	w.watching.Lock()
	defer w.watching.Unlock()
	w.config.Progress(e)
}
