package web

import (
	"net/url"
	"slices"
	"testing"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// Every order, in pages of every size, gives each event once.
func TestPagesByKeyGiveEveryEventOnce(t *testing.T) {
	f := newFixture(t, 23, "The dam broke.", nil)
	for _, order := range news.Orders {
		for _, size := range []string{"1", "4", "23", "50"} {
			got := f.walk("/api/v1/events?order="+string(order)+"&limit="+size, nil)
			slices.Sort(got)
			if len(got) != 23 || len(slices.Compact(got)) != 23 {
				t.Errorf("order %s in pages of %s: %d events", order, size, len(got))
			}
		}
	}
}

func TestChangesInPagesGiveEachOnce(t *testing.T) {
	f := newFixture(t, 9, "The dam broke.", nil)
	f.build(12, "The dam broke.")
	f.fresh()
	var whole changesForm
	f.decode("/api/v1/changes?since=0", &whole)
	var got []export.Change
	for path := "/api/v1/changes?since=0&limit=4"; path != ""; {
		var page changesForm
		f.decode(path, &page)
		got, path = append(got, page.Changes...), page.Next
	}
	if len(got) != 12 || !slices.Equal(got, whole.Changes) {
		t.Errorf("in pages %d changes, at once %d; want 12", len(got), len(whole.Changes))
	}
}

// An event that a build takes away between two pages makes none be skipped.
func TestPagesGoOnWhereAnEventIsGone(t *testing.T) {
	for _, order := range news.Orders {
		f := newFixture(t, 12, "The dam broke.", nil)
		all := f.walk("/api/v1/events?order="+string(order)+"&limit=4", nil)
		got := f.walk("/api/v1/events?order="+string(order)+"&limit=4", func(page int, last string) {
			if page == 0 {
				i := f.server.mustSnapshot(t).byID[last]
				f.remove(i)
			}
		})
		for _, id := range all {
			if !slices.Contains(got, id) && id != all[3] {
				t.Errorf("order %s: %s is skipped", order, id)
			}
		}
	}
}

// walk follows the next pages; between tells of each page as it was read.
func (f *fixture) walk(path string, between func(page int, last string)) (ids []string) {
	f.t.Helper()
	for page := 0; path != ""; page++ {
		var list listForm
		f.decode(path, &list)
		for _, e := range list.Events {
			ids = append(ids, e.ID)
		}
		if between != nil {
			between(page, ids[len(ids)-1])
		}
		path = list.Next
	}
	return ids
}

func TestFiltersPickWhatTheySay(t *testing.T) {
	f := newFixture(t, 20, "The dam broke.", nil)
	for _, test := range []struct {
		query string
		want  int
	}{
		{"", 20}, {"from=2024-03-05&to=2024-03-07", 3}, {"to=2024-03-01", 1}, {"from=2024-04", 0}, {"status=deadline", 4}, {"outcome=moved", 4},
		{"contradicted=1", 4}, {"min_independent=2", 0}, {"actor=mayor", 20}, {"actor=operator", 0}, {"topic=inquiry", 0}, {"source_lang=en", 20},
		{"source_lang=e", 0}, {"publisher=nowhere.example", 0}, {"publisher=News.Example", 20}, {"source_lang=EN", 20}, {"source_lang=en-GB", 20}, {"since=0", 20}, {"since=99", 0}, {"since=last-run", 20}, {"actor=Mayor", 20}, {"search=mud", 20}, {"search=day+7", 1}, {"search=nowhere", 0}, {"search=%22", 0},
	} {
		var list listForm
		if f.decode("/api/v1/events?"+test.query, &list); list.Total != test.want || len(list.Events) != test.want {
			t.Errorf("%q picks %d events, want %d", test.query, list.Total, test.want)
		}
		if _, err := url.ParseQuery(test.query); err != nil {
			t.Fatal(err)
		}
	}
}
