package crawler

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/store/news"
)

// A result is what a visit came to, in one word.
type result string

// The results of a visit.
const (
	fresh     result = "new"
	unchanged result = "unchanged"
	failed    result = "failed" // until it is due again
	broken    result = "broken" // may be better soon
	refused   result = "refused"
	gone      result = "gone"
	aborted   result = "aborted" // not the address's fault: it stays as it was
)

// judge decides what an answer means for its task. It reads no clock.
func judge(task news.Task, a answer, now time.Time) (news.Visit, result) {
	v := news.Visit{Task: task}
	if a.err != nil {
		r, wait := judgeError(a.err)
		v.Task = fail(task, bare(a.err), now, wait)
		return v, r
	}
	switch {
	case a.status == http.StatusNotModified && task.SHA256 != "":
		v.Task = seen(task, a, task.SHA256, now)
		return v, unchanged
	case isArticle(task) && (a.status == http.StatusNotFound || a.status == http.StatusGone):
		v.Task = lose(task, statusText(a.status), now)
		return v, gone
	case a.status >= 200 && a.status < 300 && len(a.body) > 0:
		return judgeBody(task, a, now)
	case a.status >= 500 || a.status == http.StatusTooManyRequests || a.status == http.StatusRequestTimeout:
		v.Task = fail(task, statusText(a.status), now, 0)
		return v, broken
	}
	problem := statusText(a.status)
	if a.status >= 200 && a.status < 300 {
		problem += ", empty"
	}
	v.Task = fail(task, problem, now, day)
	return v, failed
}

const day = 24 * time.Hour

// judgeError tells what a missing answer means, and how long it lasts at the
// least.
func judgeError(err error) (result, time.Duration) {
	var robots *RobotsError
	var rest *RestError
	switch {
	case errors.As(err, &robots) && robots.Unreachable, errors.As(err, &rest), errors.Is(err, errStore):
		return aborted, 0
	case errors.As(err, &robots):
		return refused, 7 * day
	case errors.Is(err, ErrOutOfScope), errors.Is(err, ErrPrivate), errors.Is(err, ErrTooLarge):
		return failed, 30 * day
	}
	return broken, 0
}

// judgeBody tells new bytes from those that are known.
func judgeBody(task news.Task, a answer, now time.Time) (news.Visit, result) {
	if kind := a.header.Get("Content-Type"); isMedia(kind) {
		return news.Visit{Task: fail(task, fmt.Sprintf("no page but %q", kind), now, 30*day)}, failed
	}
	sum := sha256.Sum256(a.body)
	sha := hex.EncodeToString(sum[:])
	v := news.Visit{Task: seen(task, a, sha, now)}
	identity := task.Link.URL
	if isArticle(task) {
		final, err := canon.URL(a.final, "")
		if err == nil && final != identity {
			if isHome(final) {
				v.Task = lose(task, "redirects to the home page", now)
				return v, gone
			}
			identity = final
			v.Final = moved(&v.Task, final)
		}
	}
	if sha == task.SHA256 && v.Final == nil {
		return v, unchanged
	}
	signals := optOut(a.header, a.body)
	v.Task.OptOut = signals
	if v.Final != nil {
		v.Final.OptOut = signals
	}
	v.Page = &news.Page{
		URL: identity, FinalURL: a.final, FetchedAt: now, Status: a.status,
		Header: a.header, Body: a.body, SHA256: sha, Source: task.Source, Link: task.Link,
	}
	return v, fresh
}

// isMedia tells what is certainly no text: a teaser may link to a picture or a
// film, and those are not ours to keep.
func isMedia(contentType string) bool {
	kind, _, _ := strings.Cut(strings.ToLower(contentType), "/")
	return kind == "image" || kind == "video" || kind == "audio" || kind == "font"
}

func isArticle(t news.Task) bool { return t.Link.Kind == news.ArticleLink }

// isHome: many sites send the reader of a deleted article to the front page.
func isHome(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Path == "" || u.Path == "/") && u.RawQuery == ""
}

// seen is the task after an answer with a body, or one that said unchanged.
func seen(t news.Task, a answer, sha string, now time.Time) news.Task {
	if sha != t.SHA256 {
		t.ChangedAt = now
	}
	if a.status != http.StatusNotModified || a.header.Get("ETag") != "" {
		t.ETag = a.header.Get("ETag")
	}
	if a.status != http.StatusNotModified || a.header.Get("Last-Modified") != "" {
		t.LastModified = a.header.Get("Last-Modified")
	}
	t.State, t.Problem, t.SHA256, t.FetchedAt = news.Fetched, "", sha, now
	t.Attempts, t.GoneSince = 0, time.Time{}
	t.Visits++
	t.Due = nextVisit(t, now)
	return t
}

// moved lets the address that was redirected to take the task's place: what is
// known passes to it, and the old one is never asked again.
func moved(t *news.Task, final string) *news.Task {
	to := *t
	to.ID = 0
	to.Link.URL, to.Link.Host = final, canon.Host(final)
	t.State, t.MovedTo, t.Due = news.MovedTo, final, time.Time{}
	t.ETag, t.LastModified, t.SHA256 = "", "", ""
	return &to
}

// fail is the task after a visit that gave nothing. wait is the least time
// until it is worth another.
func fail(t news.Task, problem string, now time.Time, wait time.Duration) news.Task {
	t.State, t.Problem = news.Failed, problem
	t.Attempts++
	t.Due = now.Add(max(wait, afterFailure(t.Attempts)))
	return t
}

// lose is the task after 404 or 410. It is looked for a few more times: sites
// lose pages by mistake, too.
func lose(t news.Task, problem string, now time.Time) news.Task {
	t.State, t.Problem = news.Gone, problem
	t.Attempts++
	if t.GoneSince.IsZero() {
		t.GoneSince = now
	}
	t.Due = afterGone(t.Attempts, now)
	return t
}
