package store

import (
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

func logged(id, edtf string, status news.Status, outcome news.Outcome, articles ...string) news.Event {
	e := news.Event{ID: id, When: news.Interval{From: time.Date(2020, 8, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2020, 8, 2, 0, 0, 0, 0, time.UTC), EDTF: edtf},
		Status: status, Outcome: outcome, Headline: "Of " + id}
	for _, a := range articles {
		e.Evidence = append(e.Evidence, news.Evidence{Article: a, URL: a})
	}
	return e
}

func TestLogTellsWhatABuildChanged(t *testing.T) {
	db := open(t)
	ctx := t.Context()
	if err := db.SaveStory(ctx, news.Story{ID: "dam", Title: "The dam"}); err != nil {
		t.Fatal(err)
	}
	for _, url := range []string{"a", "b", "c"} {
		keep(t, db, pageAt(url, url), news.Article{URL: url, Text: "The dam broke."})
	}
	first := time.Date(2020, 9, 1, 2, 0, 0, 0, time.UTC)
	build := func(night int, ids []news.EventID, events ...news.Event) {
		t.Helper()
		for i := range events {
			for j := range events[i].Evidence {
				events[i].Evidence[j].ArticleID = 1 // any that exists
			}
		}
		if _, err := db.StartRun(ctx, "run", news.Story{ID: "dam"}, first.AddDate(0, 0, night)); err != nil {
			t.Fatal(err)
		}
		if err := db.SaveEvents(ctx, "dam", int64(night), events, ids); err != nil {
			t.Fatal(err)
		}
	}
	contradicted := logged("e5", "2020-08-05", news.Happened, "", "a")
	contradicted.Conflicts = []news.Conflict{{Field: "date", Value: "2020-08-06", Sources: []string{"post.example"}}}
	build(0, []news.EventID{{ID: "e4", URL: "a", Quote: "The dam broke."}},
		logged("e1", "2020-08-01", news.Planned, "", "a", "a"), logged("e2", "2020-08-02", news.Deadline, "", "a"),
		logged("e3", "2020-08-03", news.Happened, "", "a", "b"), logged("e4", "2020-08-04", news.Happened, "", "a"), logged("e5", "2020-08-05", news.Happened, "", "a"))
	build(1, []news.EventID{{ID: "e4", URL: "a", Quote: "The dam broke.", MergedInto: "e3"}},
		contradicted, logged("e3", "2020-08-03", news.Happened, "", "c", "a"), logged("e2", "2020-08-02", news.Deadline, news.Moved, "a"),
		logged("e1", "2020-08", news.Planned, "", "a"), logged("e6", "2020-08-06", news.Happened, "", "b"))
	want := []news.Change{
		{Run: 2, At: first.AddDate(0, 0, 1), Kind: news.ChangeMoved, Event: "e1", Before: "2020-08-01", After: "2020-08", Headline: "Of e1"},
		{Run: 2, At: first.AddDate(0, 0, 1), Kind: news.ChangeStatus, Event: "e2", Before: "deadline", After: "deadline, moved", Headline: "Of e2"},
		{Run: 2, At: first.AddDate(0, 0, 1), Kind: news.ChangeSources, Event: "e3", Before: "b", After: "c", Headline: "Of e3"},
		{Run: 2, At: first.AddDate(0, 0, 1), Kind: news.ChangeGone, Event: "e4", Before: "2020-08-04", After: "e3", Headline: "The dam broke."},
		{Run: 2, At: first.AddDate(0, 0, 1), Kind: news.ChangeContradicted, Event: "e5", Before: "", After: "date 2020-08-06", Headline: "Of e5"},
		{Run: 2, At: first.AddDate(0, 0, 1), Kind: news.ChangeNew, Event: "e6", Before: "", After: "2020-08-06", Headline: "Of e6"},
	}
	if got, err := db.Changes(ctx, "dam", 1); err != nil || !slices.Equal(got, want) {
		t.Errorf("Changes since run 1 =\n%+v, %v, want\n%+v", got, err, want)
	}
	all, err := db.Changes(ctx, "dam", 0)
	if err != nil || len(all) != 5+len(want) || slices.ContainsFunc(all[:5], func(c news.Change) bool { return c.Kind != news.ChangeNew || c.Run != 1 }) {
		t.Errorf("Changes since the beginning = %+v, %v; want 5 new events of run 1, then those of run 2", all, err)
	}
	if got, err := db.Changes(ctx, "other", 0); err != nil || len(got) != 0 {
		t.Errorf("Changes of another story = %+v, %v; want none", got, err)
	}
}

func TestSameEventsAgainLogNothing(t *testing.T) {
	db := open(t)
	ctx := t.Context()
	if err := db.SaveStory(ctx, news.Story{ID: "dam", Title: "The dam"}); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := db.StartRun(ctx, "run", news.Story{ID: "dam"}, time.Now()); err != nil {
			t.Fatal(err)
		}
		if err := db.SaveEvents(ctx, "dam", 1, []news.Event{logged("e1", "2020-08-01", news.Happened, "")}, nil); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := db.Changes(ctx, "dam", 1); err != nil || len(got) != 0 {
		t.Errorf("Changes = %+v, %v; want none", got, err)
	}
}

func TestAnErrorOfTheEventsLeavesTheTimelineAsItWas(t *testing.T) {
	db := followed(t)
	was, err := db.Events(t.Context(), "dam", news.Query{})
	if err != nil {
		t.Fatal(err)
	}
	broken := errors.New("no more quotes")
	err = db.SaveTimeline(t.Context(), "dam", 9, func(yield func(news.Event, error) bool) {
		if yield(logged("e3", "2020-08-03", news.Happened, ""), nil) {
			yield(news.Event{}, broken)
		}
	}, nil)
	if !errors.Is(err, broken) {
		t.Errorf("SaveTimeline = %v, want %v", err, broken)
	}
	if now, err := db.Events(t.Context(), "dam", news.Query{}); err != nil || !reflect.DeepEqual(now, was) {
		t.Errorf("events = %+v, %v; want those before, %+v", now, err, was)
	}
	if built, err := db.Built(t.Context(), "dam", 9); built || err != nil {
		t.Errorf("Built = %v, %v; want not", built, err)
	}
}

func TestRunBeforeFindsTheLastOneThatBeganEarlier(t *testing.T) {
	db := open(t)
	ctx := t.Context()
	first := time.Date(2020, 9, 1, 2, 0, 0, 0, time.UTC)
	for night := range 3 {
		if _, err := db.StartRun(ctx, "run", news.Story{ID: "dam"}, first.AddDate(0, 0, night)); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		t    time.Time
		want int64
	}{{first, 0}, {first.Add(time.Second), 1}, {first.AddDate(0, 0, 2), 2}, {first.AddDate(1, 0, 0), 3}} {
		if got, err := db.RunBefore(ctx, "dam", news.LookBack{At: test.t}); err != nil || got != test.want {
			t.Errorf("RunBefore(%v) = %d, %v; want %d", test.t, got, err, test.want)
		}
	}
}
