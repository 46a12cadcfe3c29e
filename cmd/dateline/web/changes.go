package web

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store"
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

// A change is one of an event, or one of an article; then Event is "".
type change struct {
	store.Change
	article string // canonical URL
}

// key tells the change from all others.
func (c change) key() string {
	return strings.Join([]string{strconv.FormatInt(c.Run, 10), c.Kind, c.Event + c.article}, "_")
}

// changesSince are what runs after the given one changed: run by run the events,
// then the articles.
func (s *server) changesSince(ctx context.Context, n *snapshot, after int64) (out []change, err error) {
	first, _ := slices.BinarySearchFunc(n.changes, after+1, func(c store.Change, run int64) int { return cmp.Compare(c.Run, run) })
	for _, c := range n.changes[first:] {
		out = append(out, change{c, ""})
	}
	articles, err := s.Reader.ArticleChanges(ctx, s.Story.ID, after)
	for _, c := range articles {
		out = append(out, change{store.Change{Run: c.Run, At: c.At, Kind: c.Field, Before: s.excerpt(c.Before), After: s.excerpt(c.After),
			Headline: c.Publisher + ": " + c.Title}, c.URL})
	}
	slices.SortStableFunc(out, func(a, b change) int { return cmp.Compare(a.Run, b.Run) })
	return out, err
}

// excerpt cuts a changed text where the archive is not shown.
func (s *server) excerpt(text string) string {
	if s.ShowArchive {
		return text
	}
	return cut(text, maxQuote)
}

// changesJSON writes a page of a look back.
func (s *server) changesJSON(r request, asked string, changes []change) (answer, error) {
	limit, err := parseNumber(r.query, "limit", maxChanges, 1, 10*maxChanges)
	if err != nil {
		return answer{}, err
	}
	if changes, err = changesAfter(changes, r.query.Get("after")); err != nil {
		return answer{}, err
	}
	form := changesForm{Story: s.Story.ID, Since: asked, Changes: []export.Change{}}
	for _, c := range changes[:min(limit, len(changes))] {
		form.Changes = append(form.Changes, newChangeForm(c))
	}
	if len(changes) > limit {
		form.Next = r.address(with(r.query, "after", changes[limit-1].key()))
	}
	return jsonAnswer(form)
}

// changesAfter are the changes that come after the one with a key; "" is all.
// Where that change is there no more, its run comes again: nothing is skipped.
func changesAfter(changes []change, key string) ([]change, error) {
	if key == "" {
		return changes, nil
	}
	number, _, _ := strings.Cut(key, "_")
	run, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return nil, badParam("after", "want the value that the page before gave")
	}
	if i := slices.IndexFunc(changes, func(c change) bool { return c.key() == key }); i >= 0 {
		return changes[i+1:], nil
	}
	first, _ := slices.BinarySearchFunc(changes, run, func(c change, run int64) int { return cmp.Compare(c.Run, run) })
	return changes[first:], nil
}

func newChangeForm(c change) export.Change {
	return export.Change{Run: c.Run, At: stamp(c.At), ID: c.Event, Change: c.Kind, Before: c.Before, After: c.After, Headline: c.Headline, Article: c.article}
}

// stamp is an instant in RFC 3339, UTC; "" when it is not known.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
