package store

import (
	"slices"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// told keeps a story of one event that two articles tell, the second a copy of
// the first.
func told(t *testing.T, db *DB) news.Event {
	t.Helper()
	ctx := t.Context()
	const text = "It rained. The dam broke on Friday. The valley is under water. Help is on its way."
	var pages []news.Page
	var readings []Reading
	urls := []string{"https://a.example/1", "https://b.example/1", "https://c.example/1"}
	for _, url := range urls {
		pages = append(pages, news.Page{URL: url, FinalURL: url, Body: []byte(url), SHA256: url, FetchedAt: time.Unix(1e9, 0)})
	}
	ids, _, err := db.SavePages(ctx, pages)
	if err != nil {
		t.Fatal(err)
	}
	for i, url := range urls {
		body := text
		if i == 2 {
			body = "Something else happened here."
		}
		readings = append(readings, Reading{PageID: ids[i], Article: news.Article{URL: url, Title: "Dam", Language: "en", Text: body, SHA256: url}})
	}
	if _, _, err := db.SaveReadings(ctx, 1, readings); err != nil {
		t.Fatal(err)
	}
	e := news.Event{ID: "e000000000001", StoryID: "dam", Status: news.Happened, Headline: "The dam broke."}
	groups := map[int64]int64{}
	var first int64
	for _, url := range urls[:2] {
		a, err := db.Article(ctx, url)
		if err != nil {
			t.Fatal(err)
		}
		if first == 0 {
			first = a.ID
		}
		groups[a.ID] = first
		e.Evidence = append(e.Evidence, news.Evidence{ArticleID: a.ID, Article: url, URL: url, Quote: "The dam broke on Friday.", Sentence: 2})
		if err := db.SaveAnnotations(ctx, 1, []Annotation{{ArticleID: a.ID, Sentences: []news.Sentence{
			{ArticleID: a.ID, Index: 0, Span: news.Span{End: 3}}, {ArticleID: a.ID, Index: 1, Span: news.Span{End: 10}},
			{ArticleID: a.ID, Index: 2, Span: news.Span{Start: 11, End: 35}}, {ArticleID: a.ID, Index: 3, Span: news.Span{Start: 36, End: 62}},
			{ArticleID: a.ID, Index: 4, Span: news.Span{Start: 63, End: len(text)}}}}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.SaveGroups(ctx, 1, groups); err != nil {
		t.Fatal(err)
	}
	if err := db.SaveStory(ctx, news.Story{ID: "dam"}); err != nil {
		t.Fatal(err)
	}
	if err := db.SaveEvents(ctx, "dam", 1, []news.Event{e}, nil); err != nil {
		t.Fatal(err)
	}
	return e
}

func TestContextsGiveTheSentencesAround(t *testing.T) {
	db := open(t)
	e := told(t, db)
	for _, test := range []struct {
		around        int
		before, after []string
	}{
		{0, nil, nil},
		{1, []string{"It rained."}, []string{"The valley is under water."}},
		{2, []string{"It rained."}, []string{"The valley is under water.", "Help is on its way."}},
	} {
		got, err := db.Contexts(t.Context(), e, test.around)
		if err != nil || len(got) != 2 {
			t.Fatalf("Contexts = %d of 2, %v", len(got), err)
		}
		for _, c := range got {
			if !slices.Equal(c.Before, test.before) || !slices.Equal(c.After, test.after) || c.Original != "https://a.example/1" {
				t.Errorf("around %d: %+v; want %q and %q, of https://a.example/1", test.around, c, test.before, test.after)
			}
		}
	}
	e.Evidence[0].Quote = "The dam held."
	if got, err := db.Contexts(t.Context(), e, 2); err != nil || got[0].Before != nil || got[0].After != nil {
		t.Errorf("a sentence that is not there any more has the context %+v, %v", got[0], err)
	}
}

func TestEventWordsFindEventsByTheirArticles(t *testing.T) {
	db := open(t)
	told(t, db)
	words, err := db.EventWords(t.Context(), "dam")
	if err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]int{"valley": 1, "VALLEYS dam": 1, "valley something": 0, "something": 0, "": 0, `"`: 0, "nowhere": 0} {
		if got, err := words.With(t.Context(), typed); err != nil || len(got) != want {
			t.Errorf("With(%q) = %v, %v; want %d", typed, got, err, want)
		}
	}
}

func TestSearchGoesOnAfterAnArticle(t *testing.T) {
	db := open(t)
	told(t, db)
	var got []string
	for after := ""; ; {
		page, err := db.SearchAfter(t.Context(), "dam", after, 1)
		if err != nil {
			t.Fatal(err)
		}
		if len(page) == 0 {
			break
		}
		after = page[0].URL
		got = append(got, after)
	}
	all, err := db.Search(t.Context(), "dam", 10)
	if err != nil || len(got) != len(all) || len(got) != 3 {
		t.Errorf("page by page %v, at once %d, %v", got, len(all), err)
	}
	if rest, err := db.SearchAfter(t.Context(), "dam", "https://nowhere.example/", 10); err != nil || len(rest) > 0 {
		t.Errorf("after an article that is not there: %d, %v", len(rest), err)
	}
}

// Who waits for changes learns of those of another process, and of no others.
func TestDataVersionAndStampTellOfChanges(t *testing.T) {
	db := open(t)
	e := told(t, db)
	other, err := Open(t.Context(), db.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	state := func() (int64, Stamp) {
		t.Helper()
		n, err := db.DataVersion(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		s, err := db.Stamp(t.Context(), "dam")
		if err != nil {
			t.Fatal(err)
		}
		return n, s
	}
	version, stamp := state()
	if v, s := state(); v != version || s != stamp {
		t.Error("something changed, though nobody wrote")
	}
	if _, _, err := other.SavePages(t.Context(), []news.Page{{URL: "https://d.example/"}}); err != nil {
		t.Fatal(err)
	}
	v, s := state()
	if v == version || s != stamp {
		t.Errorf("a page was added: version changed %v, stamp changed %v; want only the version", v != version, s != stamp)
	}
	e.Outcome = news.Moved
	if err := other.SaveEvents(t.Context(), "dam", 1, []news.Event{e}, nil); err != nil {
		t.Fatal(err)
	}
	if v2, s2 := state(); v2 == v || s2 == s {
		t.Error("a build by another process does not show")
	}
}
