package web

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store"
)

// changesForm is the JSON of a look back, changeForm that of a change: the
// fields of "dateline diff". Fields may be added, never renamed.
type changesForm struct {
	Story   string       `json:"story"`
	Since   string       `json:"since"`
	Next    string       `json:"next,omitempty"` // address of the next page
	Changes []changeForm `json:"changes"`        // oldest first
}

type changeForm struct {
	Run      int64  `json:"run"`
	At       string `json:"at"` // when the run began, RFC 3339
	ID       string `json:"id"` // of the event
	Change   string `json:"change"`
	Before   string `json:"before"`
	After    string `json:"after"`
	Headline string `json:"headline"`
}

// changesJSON writes a page of a look back. Its key is that of the log: run,
// event and kind.
func (s *server) changesJSON(r request, asked string, changes []store.Change) (answer, error) {
	limit, err := parseNumber(r.query, "limit", maxChanges, 1, 10*maxChanges)
	if err != nil {
		return answer{}, err
	}
	if changes, err = changesAfter(changes, r.query.Get("after")); err != nil {
		return answer{}, err
	}
	form := changesForm{Story: s.Story.ID, Since: asked, Changes: []changeForm{}}
	for _, c := range changes[:min(limit, len(changes))] {
		form.Changes = append(form.Changes, newChangeForm(c))
	}
	if len(changes) > limit {
		c := changes[limit-1]
		form.Next = r.address(with(r.query, "after", fmt.Sprintf("%d_%s_%s", c.Run, c.Event, c.Kind)))
	}
	return jsonAnswer(form)
}

// changesAfter are the changes that come after the one with a key; "" is all.
func changesAfter(changes []store.Change, key string) ([]store.Change, error) {
	if key == "" {
		return changes, nil
	}
	parts := strings.Split(key, "_")
	run, err := strconv.ParseInt(parts[0], 10, 64)
	if err != nil || len(parts) != 3 {
		return nil, badParam("after", "want the value that the page before gave")
	}
	at, found := slices.BinarySearchFunc(changes, store.Change{Run: run, Event: parts[1], Kind: parts[2]}, func(a, b store.Change) int {
		return cmp.Or(cmp.Compare(a.Run, b.Run), cmp.Compare(a.Event, b.Event), cmp.Compare(a.Kind, b.Kind))
	})
	if found {
		at++
	}
	return changes[at:], nil
}

func newChangeForm(c store.Change) changeForm {
	return changeForm{c.Run, stamp(c.At), c.Event, c.Kind, c.Before, c.After, c.Headline}
}

// stamp is an instant in RFC 3339, UTC; "" when it is not known.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
