package crawler

import (
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// revisits says how often an article of an age is looked at again. Most
// corrections come within hours of publication; after a year, once more in
// half a year is enough to notice that it is gone.
var revisits = []struct{ younger, every time.Duration }{
	{6 * time.Hour, time.Hour},
	{2 * day, 6 * time.Hour},
	{7 * day, day},
	{30 * day, 7 * day},
	{365 * day, 30 * day},
}

const (
	rarely = 182 * day
	// firstLook is the longest time to the second visit: a nightly crawl sees
	// every new article twice, whatever its age, before the intervals grow.
	firstLook = 20 * time.Hour
	// listingEvery is the shortest time between two visits of a listing that is
	// not a source's own address (those are looked at by every crawl).
	listingEvery = 20 * time.Hour
)

// nextVisit is when a page that was just fetched is due again.
func nextVisit(t news.Task, now time.Time) time.Time {
	if !isArticle(t) {
		// The sitemap of a month long past stays as it is; should its index say
		// that it changed, it is due at once.
		at := t.ChangedAt
		if t.Link.Modified.After(at) {
			at = t.Link.Modified
		}
		switch t.Link.Kind {
		case news.ArchiveLink:
			return now.Add(archiveEvery(now.Sub(t.Link.Published.Time)))
		case news.WaybackLink:
			return now.Add(max(7*day, revisitEvery(now.Sub(at)))) // a long answer, and a slow one
		}
		return now.Add(max(listingEvery, revisitEvery(now.Sub(at))))
	}
	every := revisitEvery(now.Sub(newest(t)))
	if t.Visits <= 1 {
		every = min(every, firstLook)
	}
	return now.Add(every)
}

// archiveEvery is how often the page of a day is looked at again: until it is
// over everywhere on Earth by every nightly crawl, then as often as an old page.
func archiveEvery(age time.Duration) time.Duration {
	if age < 3*day {
		return listingEvery
	}
	return max(30*day, revisitEvery(age))
}

// newest is the last time at which the article is known to have been worked
// on, by its own word if it has one.
func newest(t news.Task) time.Time {
	at := t.Link.Published.Time
	if at.IsZero() {
		at = t.FirstSeen
	}
	if t.Visits > 1 && t.ChangedAt.After(at) {
		at = t.ChangedAt // changed since we first had it
	}
	return at
}

func revisitEvery(age time.Duration) time.Duration {
	for _, r := range revisits {
		if age < r.younger {
			return r.every
		}
	}
	return rarely
}

// afterFailure is how long to leave an address alone after so many failures in
// a row: an hour, then four times as long each, a month at the most.
func afterFailure(attempts int) time.Duration {
	d := time.Hour
	for range min(attempts-1, 6) {
		d *= 4
	}
	return min(d, 30*day)
}

// afterGone looks for a lost page after a day, a week and a month, and then no
// more (the zero time).
func afterGone(attempts int, now time.Time) time.Time {
	switch {
	case attempts <= 1:
		return now.Add(firstLook)
	case attempts == 2:
		return now.Add(7 * day)
	case attempts == 3:
		return now.Add(30 * day)
	}
	return time.Time{}
}
