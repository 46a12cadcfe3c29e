package web

import (
	"cmp"
	"context"
	"net/url"
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
)

// searchSize is how many articles a page of hits has, searchEvents how many
// events stand above them.
const (
	searchSize   = 20
	searchEvents = 8
)

// A hit is an article that holds the words.
type hit struct {
	Title, Lang, Language string
	Publisher             string
	Published, Datetime   string
	Link, Archive         string
	Before, Match, After  string // of a snippet
}

type searchView struct {
	frame
	Q      string
	Events []item
	Found  int // events
	All    string
	Hits   []hit
	Next   string
	Begin  string
}

// search answers which articles, and which events, hold all the words.
func (s *server) search(ctx context.Context, r request) (answer, error) {
	q, err := parseWords(r.query, "q")
	if err != nil {
		return answer{}, err
	}
	limit, err := parseNumber(r.query, "limit", searchSize, 1, 100)
	if err != nil {
		return answer{}, err
	}
	var articles []news.Article
	found := &wordSet{}
	if q != "" {
		if found, err = r.snap.eventsWith(ctx, q); err != nil {
			return answer{}, err
		}
		if articles, err = s.Reader.SearchAfter(ctx, q, r.query.Get("after"), limit+1); err != nil {
			return answer{}, err
		}
	}
	next := ""
	if len(articles) > limit {
		articles = articles[:limit]
		next = with(r.query, "after", articles[limit-1].URL)
	}
	if r.format == "json" {
		return s.searchJSON(r, q, next, articles, found)
	}
	v := searchView{frame: s.frame(r, "Search", plainPages[1:]), Q: q, Found: found.count, All: "/timeline?search=" + url.QueryEscape(q)}
	for _, e := range found.best {
		v.Events = append(v.Events, s.item(r.snap, e))
	}
	for _, a := range articles {
		v.Hits = append(v.Hits, s.hit(r.snap, a, q))
	}
	if next != "" {
		v.Next = "/search" + next
	}
	if r.query.Get("after") != "" {
		v.Begin = "/search" + with(r.query, "after", "")
	}
	return s.render("search", v)
}

// bestOf are the first events to show of those whose articles hold the words:
// those whose own quotes hold most of them, then those that are told most.
func (n *snapshot) bestOf(holds []bool, words []string) (best []*news.Event) {
	in := map[string]int{}
	for i := range n.events {
		if !holds[i] {
			continue
		}
		e := &n.events[i]
		best = append(best, e)
		for _, w := range words {
			if strings.Contains(n.lower[i], w) {
				in[e.ID]++
			}
		}
	}
	slices.SortFunc(best, func(a, b *news.Event) int { return cmp.Or(cmp.Compare(in[b.ID], in[a.ID]), byScore(a, b)) })
	return slices.Clone(best[:min(len(best), searchEvents)])
}

func (s *server) hit(n *snapshot, a news.Article, q string) hit {
	h := hit{Title: plain(a.Title), Lang: languageTag(a.Language), Language: languageName(a.Language), Publisher: n.name(a.Publisher),
		Published: moment(a.Published.Text()), Datetime: a.Published.Text(), Link: link(addressOf(a))}
	if s.ShowArchive {
		h.Archive = "/article?url=" + url.QueryEscape(a.URL)
	}
	h.Before, h.Match, h.After = snippet(a.Text, q)
	return h
}

func addressOf(a news.Article) string {
	if a.Address != "" {
		return a.Address
	}
	return a.URL
}

// A searchForm is the JSON of a search. Fields may be added, never renamed.
type searchForm struct {
	Query    string    `json:"query"`
	Next     string    `json:"next,omitempty"` // address of the next page of articles
	Articles []hitForm `json:"articles"`       // newest first
	Events   []string  `json:"events"`         // IDs, best first
	Found    int       `json:"events_found"`
}

type hitForm struct {
	Published string `json:"published"`
	Publisher string `json:"publisher"`
	Language  string `json:"language"`
	Title     string `json:"title"`
	Article   string `json:"article"` // canonical URL
	URL       string `json:"url"`     // where a reader opens it
	Snippet   string `json:"snippet"`
}

func (s *server) searchJSON(r request, q, next string, articles []news.Article, found *wordSet) (answer, error) {
	form := searchForm{Query: q, Articles: []hitForm{}, Events: []string{}, Found: found.count}
	if next != "" {
		form.Next = r.address(next)
	}
	for _, a := range articles {
		before, match, after := snippet(a.Text, q)
		form.Articles = append(form.Articles, hitForm{a.Published.Text(), a.Publisher, a.Language, a.Title, a.URL, addressOf(a), before + match + after})
	}
	for _, e := range found.best {
		form.Events = append(form.Events, e.ID)
	}
	return jsonAnswer(form)
}
