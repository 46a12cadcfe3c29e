package crawler

import (
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

func TestRevisitsGrowWithAge(t *testing.T) {
	now := time.Date(2024, 3, 12, 8, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		name   string
		age    time.Duration
		visits int
		want   time.Duration
	}{
		{"an hour old", time.Hour, 2, time.Hour},
		{"a day old", day, 2, 6 * time.Hour},
		{"five days old", 5 * day, 2, day},
		{"a fortnight old", 14 * day, 2, 7 * day},
		{"a season old", 90 * day, 2, 30 * day},
		{"four years old", 4 * 365 * day, 2, rarely},
		{"four years old, seen once", 4 * 365 * day, 1, firstLook},
		{"an hour old, seen once", time.Hour, 1, time.Hour},
	} {
		task := news.Task{Link: news.Link{Kind: news.ArticleLink}, Visits: tt.visits, FirstSeen: now.Add(-tt.age)}
		if got := nextVisit(task, now).Sub(now); got != tt.want {
			t.Errorf("%s: nextVisit in %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestAChangedArticleIsYoungAgain(t *testing.T) {
	now := time.Date(2024, 3, 12, 8, 0, 0, 0, time.UTC)
	task := news.Task{Link: news.Link{Kind: news.ArticleLink}, Visits: 5, FirstSeen: now.Add(-400 * day), ChangedAt: now}
	if got := nextVisit(task, now).Sub(now); got != time.Hour {
		t.Errorf("nextVisit in %v, want an hour", got)
	}
}

func TestListingsThatStayTheSameAreVisitedLess(t *testing.T) {
	now := time.Date(2024, 3, 12, 8, 0, 0, 0, time.UTC)
	for _, tt := range []struct{ unchangedFor, want time.Duration }{
		{0, listingEvery}, {day, listingEvery}, {5 * day, day}, {20 * day, 7 * day}, {100 * day, 30 * day},
	} {
		task := news.Task{Link: news.Link{Kind: news.SitemapLink, Depth: 1}, Visits: 3, ChangedAt: now.Add(-tt.unchangedFor)}
		if got := nextVisit(task, now).Sub(now); got != tt.want {
			t.Errorf("unchanged for %v: nextVisit in %v, want %v", tt.unchangedFor, got, tt.want)
		}
	}
}

func TestFailuresWaitLongerEachTime(t *testing.T) {
	last := time.Duration(0)
	for attempts := 1; attempts < 50; attempts++ {
		d := afterFailure(attempts)
		if d < last || d > 30*day {
			t.Fatalf("afterFailure(%d) = %v after %v", attempts, d, last)
		}
		last = d
	}
	if last != 30*day {
		t.Errorf("afterFailure(49) = %v, want a month", last)
	}
}
