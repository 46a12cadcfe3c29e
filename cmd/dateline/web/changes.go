package web

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// changesForm is the JSON of a look back; a change has the
// fields of "dateline diff". Fields may be added, never renamed.
type changesForm struct {
	Story   string          `json:"story"`
	Since   string          `json:"since"`
	Next    string          `json:"next,omitempty"` // address of the next page
	Changes []export.Change `json:"changes"`        // oldest first
}

// keyOfChange tells a change from all others.
func keyOfChange(c news.Change) string {
	return strings.Join([]string{strconv.FormatInt(c.Run, 10), c.Kind, c.Event + c.Article}, "_")
}

// changesSince are what runs after the given one changed: run by run the events,
// then the articles.
func (s *server) changesSince(ctx context.Context, n *snapshot, after int64) ([]news.Change, error) {
	first, _ := slices.BinarySearchFunc(n.changes, after+1, func(c news.Change, run int64) int { return cmp.Compare(c.Run, run) })
	articles, err := s.Reader.ArticleChanges(ctx, s.Story.ID, after)
	for i := range articles {
		c := &articles[i]
		c.Before, c.After = s.excerpt(c.Before), s.excerpt(c.After)
	}
	return news.MergeChanges(n.changes[first:], articles), err
}

// excerpt cuts a changed text where the archive is not shown.
func (s *server) excerpt(text string) string {
	if s.ShowArchive {
		return text
	}
	return cut(text, maxQuote)
}

// changesJSON writes a page of a look back.
func (s *server) changesJSON(r request, asked string, changes []news.Change) (answer, error) {
	limit, err := parseNumber(r.query, "limit", maxChanges, 1, 10*maxChanges)
	if err != nil {
		return answer{}, err
	}
	if changes, err = changesAfter(changes, r.query.Get("after")); err != nil {
		return answer{}, err
	}
	form := changesForm{Story: s.Story.ID, Since: asked, Changes: []export.Change{}}
	for _, c := range changes[:min(limit, len(changes))] {
		form.Changes = append(form.Changes, export.NewChange(c))
	}
	if len(changes) > limit {
		form.Next = r.address(with(r.query, "after", keyOfChange(changes[limit-1])))
	}
	return jsonAnswer(form)
}

// changesAfter are the changes that come after the one with a key; "" is all.
// Where that change is there no more, its run comes again: nothing is skipped.
func changesAfter(changes []news.Change, key string) ([]news.Change, error) {
	if key == "" {
		return changes, nil
	}
	number, _, _ := strings.Cut(key, "_")
	run, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return nil, badParam("after", "want the value that the page before gave")
	}
	if i := slices.IndexFunc(changes, func(c news.Change) bool { return keyOfChange(c) == key }); i >= 0 {
		return changes[i+1:], nil
	}
	first, _ := slices.BinarySearchFunc(changes, run, func(c news.Change, run int64) int { return cmp.Compare(c.Run, run) })
	return changes[first:], nil
}

// stamp is an instant in RFC 3339, UTC; "" when it is not known.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
