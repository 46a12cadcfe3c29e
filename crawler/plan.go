package crawler

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"time"

	"github.com/seed-7461731f/dateline/crawler/robots"
	"github.com/seed-7461731f/dateline/store/news"
)

// usualAnswer is what a request is taken to last in a plan, beside the delay:
// the order of magnitude of a news page over a home connection.
const usualAnswer = 500 * time.Millisecond

// A Planner is the part of a Frontier that a plan reads.
type Planner interface {
	// Due returns up to limit tasks of a source that are due, after the one with
	// ID after, in order of ID.
	Due(ctx context.Context, source string, now time.Time, after int64, limit int) ([]news.Task, error)
	// Unknown returns those tasks whose address the frontier does not have.
	Unknown(ctx context.Context, tasks []news.Task) ([]news.Task, error)
	Robots(ctx context.Context, origin string) (news.Robots, error)
	Rests(ctx context.Context, wall time.Time) (map[string]time.Time, error)
}

// A SourcePlan is what a crawl would fetch of one source, as far as is known
// before: what its feeds will name is not.
type SourcePlan struct {
	Source    string
	URLs      []string // the source's own addresses, then what else is due
	Forbidden []string // of those due: kept back by the robots.txt that is known
	Hosts     []string // sorted
	Robots    int      // robots.txt files that have to be fetched
	Delay     time.Duration
	RestUntil time.Time     // real clock; zero: no host asked for rest
	Expected  time.Duration // for the URLs, delays included
}

// Plan says what Crawl would do, without a request and without a change. The
// second value is the time it would take.
func Plan(ctx context.Context, p Planner, c Config) ([]SourcePlan, time.Duration, error) {
	c, err := c.withDefaults()
	if err != nil {
		return nil, 0, err
	}
	now := c.Now()
	rests, err := p.Rests(ctx, time.Now())
	if err != nil {
		return nil, 0, fmt.Errorf("plan: %w", err)
	}
	var plans []SourcePlan
	var longest, sum time.Duration
	for _, s := range c.Sources {
		plan, err := planSource(ctx, p, c, s, now, rests)
		if err != nil {
			return nil, 0, fmt.Errorf("plan: %s: %w", s.Host, err)
		}
		plans = append(plans, plan)
		longest, sum = max(longest, plan.Expected), sum+plan.Expected
	}
	return plans, max(longest, sum/time.Duration(c.Workers)), nil
}

func planSource(ctx context.Context, p Planner, c Config, s news.Source, now time.Time, rests map[string]time.Time) (SourcePlan, error) {
	plan := SourcePlan{Source: s.Host, Delay: max(c.Delay, s.Delay)}
	urls, err := dueURLs(ctx, p, c, s, now)
	if err != nil {
		return plan, err
	}
	files := map[string]*robots.File{} // by origin; nil: to be fetched
	for _, address := range urls {
		u, err := url.Parse(address)
		if err != nil {
			continue // it will fail when its turn comes
		}
		origin := u.Scheme + "://" + u.Host
		file, known := files[origin]
		if !known {
			if file, err = knownRobots(ctx, p, origin, now); err != nil {
				return plan, err
			}
			files[origin] = file
			plan.addHost(hostKey(u.Host), file, rests)
		}
		if file != nil && !file.Test(product, u.RequestURI()).Allowed {
			plan.Forbidden = append(plan.Forbidden, address)
			continue
		}
		plan.URLs = append(plan.URLs, address)
	}
	slices.Sort(plan.Hosts)
	plan.Hosts = slices.Compact(plan.Hosts)
	plan.Expected = time.Duration(len(plan.URLs)+plan.Robots) * (plan.Delay + usualAnswer)
	return plan, nil
}

func (plan *SourcePlan) addHost(host string, file *robots.File, rests map[string]time.Time) {
	plan.Hosts = append(plan.Hosts, host)
	if rests[host].After(plan.RestUntil) {
		plan.RestUntil = rests[host]
	}
	if file == nil {
		plan.Robots++
		return
	}
	plan.Delay = max(plan.Delay, file.Delay(product))
}

// knownRobots is the robots.txt of an origin if a crawl would not fetch it
// anew, else nil.
func knownRobots(ctx context.Context, p Planner, origin string, now time.Time) (*robots.File, error) {
	row, err := p.Robots(ctx, origin)
	if err != nil || !isYoung(row, now) {
		return nil, err
	}
	return parseRobots(row), nil
}

// dueURLs lists the source's own addresses and what else is due, each once, and
// those that lead back in time at the end, no more than one crawl takes.
func dueURLs(ctx context.Context, p Planner, c Config, s news.Source, now time.Time) (urls []string, err error) {
	seen := map[string]bool{}
	add := func(list *[]string, address string) {
		if !seen[address] {
			seen[address] = true
			*list = append(*list, address)
		}
	}
	var back []string
	for _, t := range seeds([]news.Source{s}, now) {
		add(&urls, t.Link.URL)
	}
	for after := int64(0); c.MaxPages == 0 || len(urls) <= c.MaxPages; {
		tasks, err := p.Due(ctx, s.Host, now, after, 1000)
		if err != nil {
			return nil, err
		}
		if len(tasks) == 0 {
			break
		}
		for _, t := range tasks {
			if isBack(t) {
				add(&back, t.Link.URL)
			} else {
				add(&urls, t.Link.URL)
			}
			after = t.ID
		}
	}
	if c.MaxPages > 0 && len(urls) > c.MaxPages {
		urls = urls[:c.MaxPages]
	}
	fresh, err := p.Unknown(ctx, backwards(s, c.Within, now))
	for _, t := range fresh {
		add(&back, t.Link.URL)
	}
	return append(urls, back[:min(len(back), c.MaxBack)]...), err
}
