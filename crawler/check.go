package crawler

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/seed-7461731f/dateline/store/news"
)

// An AddressCheck is what one of a source's own addresses gives today.
type AddressCheck struct {
	Source  string        `json:"source"`
	URL     string        `json:"url"`
	Kind    news.LinkKind `json:"kind"`
	Status  int           `json:"status"`  // 0: no answer
	Links   int           `json:"links"`   // addresses on it, in scope
	Dated   int           `json:"dated"`   // of them, with a date of publication
	Newest  time.Time     `json:"newest"`  // of those dates; zero: none
	Final   string        `json:"final"`   // where it redirects to; "" when it does not
	Problem string        `json:"problem"` // why it gives nothing, or not all
}

// Check asks for every source's own addresses, once and with all politeness,
// and says what they give. It keeps the ledger and robots.txt, and leaves the
// frontier as it is. The result is in the order of the config.
func Check(ctx context.Context, f Frontier, c Config) ([]AddressCheck, error) {
	c, err := c.withDefaults()
	if err != nil {
		return nil, err
	}
	rests, err := f.Rests(ctx, time.Now())
	if err != nil {
		return nil, fmt.Errorf("check: %w", err)
	}
	w := newCrawl(c, f, rests)
	defer w.transport.close()
	results := make([][]AddressCheck, len(c.Sources))
	group, groupCtx := errgroup.WithContext(ctx)
	for i, source := range c.Sources {
		l, err := newLane(w, source, c.Now())
		if err != nil {
			return nil, fmt.Errorf("check: %w", err)
		}
		group.Go(func() (err error) {
			results[i], err = l.check(groupCtx)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, fmt.Errorf("check: %w", err)
	}
	var out []AddressCheck
	for _, r := range results {
		out = append(out, r...)
	}
	return out, nil
}

// check asks for each of the source's own addresses.
func (l *lane) check(ctx context.Context) (out []AddressCheck, err error) {
	for _, task := range append(seeds([]news.Source{l.source}, l.config.Now()), l.newestBack()...) {
		release, err := l.slot(ctx)
		if err != nil {
			return out, err
		}
		t := &trip{source: l.source.Host, scope: l.scopeOf(task)}
		a := l.fetch(ctx, task, t)
		release()
		if ctx.Err() != nil || errors.Is(a.err, errStore) {
			return out, errors.Join(ctx.Err(), a.err)
		}
		if err := l.frontier.SaveRequests(ctx, t.requests); err != nil {
			return out, fmt.Errorf("ledger: %w", err)
		}
		out = append(out, l.checkAnswer(task, a))
	}
	return out, nil
}

// newestBack are the questions to web archives and registers, and of each
// source's own archives the page of the day before, which is complete.
func (l *lane) newestBack() (tasks []news.Task) {
	yesterday := l.config.Now().AddDate(0, 0, -1)
	archives := 0
	for _, t := range backwards(l.source, l.config.Within, yesterday) {
		if t.Link.Kind == news.ArchiveLink {
			if archives++; archives > len(l.source.Archives) {
				continue
			}
		}
		tasks = append(tasks, t)
	}
	return tasks
}

// checkAnswer reads an answer as a crawl would.
func (l *lane) checkAnswer(task news.Task, a answer) AddressCheck {
	c := AddressCheck{Source: l.source.Host, URL: task.Link.URL, Kind: task.Link.Kind, Status: a.status}
	if a.final != task.Link.URL {
		c.Final = a.final
	}
	v, _ := judge(task, a, l.config.Now())
	if c.Problem = v.Task.Problem; v.Page == nil {
		return c
	}
	links, err := l.scope.Links(*v.Page, c.Kind, l.source)
	if err != nil {
		c.Problem = err.Error()
	}
	c.Links = len(links)
	for _, link := range links {
		if at := link.Published.Time; !at.IsZero() {
			c.Dated++
			if at.After(c.Newest) {
				c.Newest = at
			}
		}
	}
	if c.Links == 0 && c.Problem == "" {
		c.Problem = "no address on it belongs to the source"
	}
	return c
}
