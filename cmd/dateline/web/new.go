package web

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// A changeView is one line of the log as a page shows it.
type changeView struct {
	Kind, Word    string
	At            string
	Before, After []string
	Lost, Gained  []linkView // articles
	Event         string     // its ID; "" it is gone, or it is an article that changed
	Link          string     // of an article that changed
	Headline      string
	Lang          string
}

type linkView struct{ URL, Text string }

// changeOrder is from what matters most to what matters least.
var changeOrder = []string{news.ChangeNew, news.ChangeMoved, news.ChangeStatus, news.ChangeContradicted, news.ChangeGone,
	news.PageGone, news.ChangedHeadline, news.ChangedDate, news.ChangedText, news.ChangeSources}

// changeWords say what a change is.
var changeWords = map[string]string{
	news.ChangeNew: "new", news.ChangeMoved: "date changed", news.ChangeStatus: "status changed", news.ChangeSources: "sources changed",
	news.ChangeContradicted: "contradicted", news.ChangeGone: "gone",
	news.PageGone: "page gone", news.ChangedHeadline: "headline edited", news.ChangedDate: "date edited", news.ChangedText: "text edited",
}

func (n *snapshot) change(c news.Change) changeView {
	v := changeView{Kind: c.Kind, Word: cmp.Or(changeWords[c.Kind], plain(c.Kind)), At: clock(c.At), Event: c.Event, Headline: plain(c.Headline)}
	switch c.Kind {
	case news.ChangeSources:
		v.Lost, v.Gained = n.articles(c.Before), n.articles(c.After)
	case news.ChangeGone:
		v.Before, v.Event = linesOf(c.Before), c.After
	default:
		v.Before, v.After = linesOf(c.Before), linesOf(c.After)
	}
	return v
}

// articleChange shows what a publisher changed of an article.
func (s *server) articleChange(n *snapshot, c news.Change) changeView {
	v := n.change(c)
	v.Headline, v.Link = n.name(c.Publisher)+": "+plain(c.Headline), link(c.Article)
	if s.ShowArchive {
		v.Link = "/article?url=" + url.QueryEscape(c.Article)
	}
	for _, side := range [][]string{v.Before, v.After} {
		for i := range side {
			side[i] = cut(side[i], maxShown)
		}
	}
	return v
}

// maxShown is how many characters of a changed paragraph a page shows.
const maxShown = 600

// began is when the run of a change began; of one that is not known, when the
// change was seen.
func (n *snapshot) began(c news.Change) time.Time {
	if i, ok := slices.BinarySearchFunc(n.runs, c.Run, func(r store.Run, id int64) int { return cmp.Compare(r.ID, id) }); ok {
		return n.runs[i].Started
	}
	return c.At
}

func linesOf(s string) (out []string) {
	for _, l := range strings.Split(s, "\n") {
		if l = plain(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// articles are the lines of a change as links with the names of the publishers.
func (n *snapshot) articles(s string) (out []linkView) {
	for _, l := range linesOf(s) {
		v := linkView{link(l), l}
		if u, err := url.Parse(v.URL); err == nil && v.URL != "" {
			v.Text = n.name(strings.TrimPrefix(u.Hostname(), "www."))
		}
		out = append(out, v)
	}
	return out
}

// A runView is what one run changed.
type runView struct {
	ID      int64
	At      string
	Changes []changeView
	More    int // that are not shown
}

type newView struct {
	frame
	Since   string // as asked
	From    string // the instant, or run, that it means
	Runs    []runView
	Total   int
	Tally   []option // kind of change and how many
	Quick   []option // links
	HasRuns bool
}

// maxChanges is how many changes of a run a page shows.
const maxChanges = 500

// whatIsNew answers what changed on the timeline since a run or a day.
func (s *server) whatIsNew(ctx context.Context, r request) (answer, error) {
	asked := cmp.Or(r.query.Get("since"), "7d")
	since, err := news.ParseLookBack(asked, r.now)
	if err != nil {
		return answer{}, badParam("since", fmt.Sprintf("%q: %v", cut(plain(asked), 40), err))
	}
	after, err := s.Reader.RunBefore(ctx, s.Story.ID, since)
	if err != nil {
		return answer{}, err
	}
	changes, err := s.changesSince(ctx, r.snap, after)
	if err != nil {
		return answer{}, err
	}
	if r.format == "json" {
		return s.changesJSON(r, asked, changes)
	}
	if r.format == "html" {
		return s.render("new", s.newView(r, asked, changes))
	}
	return s.feed(r, "", changedEvents(r.snap, changes))
}

// changedEvents are the events that changed and are still there, the last
// changed first.
func changedEvents(n *snapshot, changes []news.Change) (out []*news.Event) {
	seen := map[string]bool{}
	for _, c := range slices.Backward(changes) {
		if i, ok := n.byID[c.Event]; ok && !seen[c.Event] && len(out) < maxSize {
			seen[c.Event] = true
			out = append(out, &n.events[i])
		}
	}
	return out
}

func (s *server) newView(r request, asked string, changes []news.Change) newView {
	v := newView{frame: s.frame(r, "What is new", newFormats[1:]), Since: plain(asked), Total: len(changes), HasRuns: r.snap.lastRun().ID != 0}
	tally := map[string]int{}
	for _, c := range slices.Backward(changes) {
		tally[c.Kind]++
		if len(v.Runs) == 0 || v.Runs[len(v.Runs)-1].ID != c.Run {
			v.Runs = append(v.Runs, runView{ID: c.Run, At: clock(r.snap.began(c))})
		}
		run := &v.Runs[len(v.Runs)-1]
		if len(run.Changes) == maxChanges {
			run.More++
			continue
		}
		one := r.snap.change(c)
		if c.Article != "" {
			one = s.articleChange(r.snap, c)
		} else if e, _, ok := r.snap.event(c.Event); ok {
			one.Lang = headlineLanguage(e)
		} else {
			one.Event = ""
		}
		run.Changes = append(run.Changes, one)
	}
	for i := range v.Runs {
		slices.SortStableFunc(v.Runs[i].Changes, func(a, b changeView) int {
			return cmp.Compare(slices.Index(changeOrder, a.Kind), slices.Index(changeOrder, b.Kind))
		})
	}
	for _, k := range changeOrder {
		if tally[k] > 0 {
			v.Tally = append(v.Tally, option{Value: k, Text: strconv.Itoa(tally[k]) + " " + changeWords[k]})
		}
	}
	v.Quick = quickLooks(r, asked)
	return v
}

// quickLooks are the looks back that people ask for most.
func quickLooks(r request, asked string) []option {
	today := r.now.Truncate(24 * time.Hour)
	monday := today.AddDate(0, 0, -(int(today.Weekday())+6)%7).Format(time.DateOnly)
	out := []option{{"/new?since=" + monday, "since Monday", asked == monday}, {"/new?since=today", "today", asked == "today"},
		{"/new?since=yesterday", "since yesterday", asked == "yesterday"}, {"/new?since=7d", "7 days", asked == "7d"}, {"/new?since=30d", "30 days", asked == "30d"}}
	return append(out, option{"/new?since=last-run", "the last run", asked == "last-run"})
}
