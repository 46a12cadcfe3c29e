package main

import (
	"context"
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// A feedPage is one file of a feed.
type feedPage struct {
	path   string
	feed   export.Feed
	events []news.Event
}

// pages cuts the events into files; there is at least one.
func (x *exporter) pages(events []news.Event) (out []feedPage) {
	if x.pageSize == 0 || len(events) == 0 {
		return []feedPage{{x.path, x.feed, events}}
	}
	n := 0
	for page := range slices.Chunk(events, x.pageSize) {
		n++
		p := feedPage{numbered(x.path, n), x.feed, page}
		p.feed.Self, p.feed.First = numberedURL(x.feed.Self, n), x.feed.Self
		if n*x.pageSize < len(events) {
			p.feed.Next = numberedURL(x.feed.Self, n+1)
		}
		out = append(out, p)
	}
	return out
}

// numbered is the name of a page: "feed.json", "feed-2.json".
func numbered(name string, n int) string {
	if n == 1 {
		return name
	}
	ext := filepath.Ext(name)
	return strings.TrimSuffix(name, ext) + "-" + strconv.Itoa(n) + ext
}

// numberedURL numbers the path of an address that was checked; "" when it has
// none that names a file.
func numberedURL(address string, n int) string {
	u, err := url.Parse(address)
	if err != nil || strings.HasSuffix("/"+u.Path, "/") {
		return ""
	}
	if n == 1 {
		return address
	}
	u.Path, u.RawPath = path.Join(path.Dir(u.Path), numbered(path.Base(u.Path), n)), ""
	return u.String()
}

// feedOf completes a feed by its story and what the log knows of its events.
func feedOf(ctx context.Context, db *store.DB, st news.Story, f export.Feed) (export.Feed, error) {
	f.Story = st
	changes, err := db.Changes(ctx, st.ID, 0)
	return f.WithLog(changes), err
}
