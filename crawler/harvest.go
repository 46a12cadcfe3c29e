package crawler

import (
	"fmt"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// discover reads the addresses of a feed, sitemap or listing into the visit,
// and reports whether it was one.
func (l *lane) discover(v *news.Visit, now time.Time) bool {
	kind := v.Task.Link.Kind
	links, err := l.scope.Links(*v.Page, kind, l.source)
	if err != nil {
		v.Task.Problem, v.Page.Problem = err.Error(), err.Error()
		if len(links) == 0 {
			v.Task = fail(v.Task, err.Error(), now, 0)
			v.Task.SHA256, v.Task.ETag, v.Task.LastModified = "", "", "" // read it again even if unchanged
			return false
		}
	}
	v.Found = make([]news.Task, 0, len(links))
	for _, link := range links {
		t := news.Task{Link: link, Source: l.source.Host, State: news.Queued, Due: now, FirstSeen: now}
		if why := l.unwanted(link); why != "" {
			t.State, t.Problem, t.Due = news.Dropped, why, time.Time{}
			l.run.Dropped++
		}
		if !l.told.has(t) {
			v.Found = append(v.Found, t)
		}
	}
	l.run.Found += len(links)
	return true
}

// irrelevant is why Config.Relevant drops a link.
const irrelevant = "not about the story"

// unwanted says why a link is not worth a request; "" when it is.
func (l *lane) unwanted(link news.Link) string {
	switch {
	case link.Kind != news.ArticleLink && link.Depth > l.config.MaxDepth:
		return fmt.Sprintf("more than %d steps from the source's own addresses", l.config.MaxDepth)
	case !isQuestion(link) && isTrap(link.URL):
		return "the address looks like a trap"
	case link.Kind == news.ArticleLink && l.config.Relevant != nil && !l.config.Relevant(link.Title, link.URL):
		return irrelevant
	}
	return ""
}

// count adds a visit to the figures of the source.
func (l *lane) count(before news.Task, v news.Visit, what result) {
	for _, r := range v.Requests {
		l.run.Bytes += r.Bytes
	}
	if isArticle(before) && what != broken {
		l.articles++
	}
	if isBack(before) {
		l.back++
	}
	switch what {
	case fresh:
		l.run.Fetched++
		if isArticle(before) {
			l.run.Articles++
		}
	case unchanged:
		l.run.Unchanged++
	case gone:
		if before.GoneSince.IsZero() {
			l.run.Gone++
		}
	case refused:
		l.run.Refused++
	case failed:
		l.run.Failed++
	}
	if what != gone && what != broken && v.Task.Problem != "" {
		l.blame(v.Task.Link.URL + ": " + v.Task.Problem)
	}
}

func (l *lane) event(t news.Task, a answer, what result, problem string) Event {
	return Event{URL: t.Link.URL, Kind: t.Link.Kind, Status: a.status, Result: string(what), Problem: problem, Run: l.run}
}
