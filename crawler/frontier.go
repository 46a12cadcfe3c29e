package crawler

import (
	"context"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// A Frontier keeps the addresses and what was fetched from them. All of its
// methods are safe for concurrent use; an error of any of them ends the crawl.
// Times named wall are of the real clock, the others of the crawl's.
type Frontier interface {
	// Begin adds the sources' own addresses, makes them due, and takes back the
	// leases of crawls that were killed: nobody else may be crawling.
	Begin(ctx context.Context, seeds []news.Task, now time.Time) error
	// Add adds addresses that are not known.
	Add(ctx context.Context, tasks []news.Task) error
	// Lease hands out up to limit tasks of a source that are due, all of the
	// most urgent kind that has any, longest due first.
	Lease(ctx context.Context, source string, now, wall, until time.Time, limit int) ([]news.Task, error)
	// CountDue counts the tasks of a source that are due, to a limit.
	CountDue(ctx context.Context, source string, now time.Time, limit int) (int, error)
	// Release gives back tasks that were not visited.
	Release(ctx context.Context, tasks []news.Task) error
	// Finish takes a visit, in one transaction.
	Finish(ctx context.Context, v news.Visit) error
	// Tasks returns up to limit tasks in a state, after the one with ID after, in
	// order of ID.
	Tasks(ctx context.Context, state news.FrontierState, after int64, limit int) ([]news.Task, error)
	// Requeue makes dropped tasks wanted, and due at the given instant.
	Requeue(ctx context.Context, tasks []news.Task, due time.Time) error
	// Rests says until when hosts asked to be left alone, from the ledger.
	Rests(ctx context.Context, wall time.Time) (map[string]time.Time, error)

	// Robots returns the newest robots.txt of an origin; its ID is 0 when there
	// is none.
	Robots(ctx context.Context, origin string) (news.Robots, error)
	// SaveRobots keeps a robots.txt, or notes that it is still the same, and
	// returns it with its ID.
	SaveRobots(ctx context.Context, r news.Robots) (news.Robots, error)
	// SaveRequests adds lines to the ledger.
	SaveRequests(ctx context.Context, requests []news.Request) error
	// SaveSourceRun keeps what a crawl made of one source.
	SaveSourceRun(ctx context.Context, r news.SourceRun) error
}
