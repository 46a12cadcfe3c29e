package store

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// keep saves a page and the article read from it.
func keep(t *testing.T, db *DB, page news.Page, a news.Article) (added, changed int) {
	t.Helper()
	ids, _, err := db.SavePages(t.Context(), []news.Page{page})
	if err != nil {
		t.Fatal(err)
	}
	a.SHA256 = a.Title + a.Text
	added, changed, err = db.SaveReadings(t.Context(), 1, []Reading{{PageID: ids[0], Article: a}})
	if err != nil {
		t.Fatal(err)
	}
	return added, changed
}

func pageAt(url, body string) news.Page {
	return news.Page{URL: url, FinalURL: url, Body: []byte(body)}
}

func TestChangedArticleIsANewVersionAndTheOldOneStays(t *testing.T) {
	db := open(t)
	const url = "https://a.example/dam"
	a := news.Article{URL: url, Title: "The dam", Text: "It holds.", Authors: []string{"Ann"},
		Published: news.DCT{Time: time.Date(2020, 8, 31, 9, 0, 0, 0, time.FixedZone("", 7200)), Grain: news.GrainMinute, Zone: "+02:00", Method: "meta"}}
	if added, changed := keep(t, db, pageAt(url, "1"), a); added != 1 || changed != 0 {
		t.Errorf("first page: %d added, %d changed; want 1, 0", added, changed)
	}
	if added, changed := keep(t, db, pageAt(url, "2"), a); added != 0 || changed != 0 {
		t.Errorf("same text around other furniture: %d added, %d changed; want none", added, changed)
	}
	a.Text = "It broke."
	if added, changed := keep(t, db, pageAt(url, "3"), a); added != 0 || changed != 1 {
		t.Errorf("edited text: %d added, %d changed; want 0, 1", added, changed)
	}
	got, err := db.Article(t.Context(), url)
	if err != nil || got.Version != 2 || got.Text != "It broke." || !got.Published.Time.Equal(a.Published.Time) || !slices.Equal(got.Authors, a.Authors) {
		t.Errorf("Article = %+v, %v", got, err)
	}
	if n, err := db.Versions(t.Context(), url); err != nil || n != 2 {
		t.Errorf("Versions = %d, %v; want 2", n, err)
	}
	if _, err := db.Article(t.Context(), "https://a.example/none"); !errors.Is(err, ErrNotFound) {
		t.Errorf("Article of an unknown URL = %v, want ErrNotFound", err)
	}
}

func TestWhatAnArticleChangedIsTold(t *testing.T) {
	db := open(t)
	ctx := t.Context()
	const url = "https://a.example/dam"
	day := func(d int) news.DCT {
		return news.DCT{Time: time.Date(2020, 8, d, 0, 0, 0, 0, time.UTC), Grain: news.GrainDay}
	}
	keep(t, db, pageAt(url, "1"), news.Article{URL: url, Title: "The dam", Text: "It holds.\n\nNobody was hurt.", Published: day(1)})
	if list, err := db.History(ctx, url); err != nil || len(list) != 0 {
		t.Errorf("history of a first version: %v, %v", list, err)
	}
	keep(t, db, pageAt(url, "2"), news.Article{URL: url, Title: "The dam broke", Text: "Nobody was hurt.\n\nIt broke.", Published: day(2)})
	if err := db.Finish(ctx, news.Visit{Found: []news.Task{{Link: news.Link{URL: url}, Source: "a.example", State: news.Queued}}}); err != nil {
		t.Fatal(err)
	}
	task, err := db.Task(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	task.State, task.GoneSince = news.Gone, time.Date(2020, 9, 3, 0, 0, 0, 0, time.UTC)
	if err := db.Finish(ctx, news.Visit{Task: task}); err != nil {
		t.Fatal(err)
	}
	list, err := db.History(ctx, url)
	var got []string
	for _, c := range list {
		got = append(got, fmt.Sprintf("%d %s: %s -> %s", c.Version, c.Kind, c.Before, c.After))
	}
	want := []string{"2 date: 2020-08-01 -> 2020-08-02", "2 headline: The dam -> The dam broke", "2 text: It holds. -> It broke.", "0 page gone:  -> "}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("History = %q, %v; want %q", got, err, want)
	}
	if gone := list[len(list)-1].At; !gone.Equal(task.GoneSince) {
		t.Errorf("gone since %v, want %v", gone, task.GoneSince)
	}
	if err := errors.Join(db.SaveStory(ctx, news.Story{ID: "dam"}), db.SaveMentions(ctx, "dam", 1, []Mentions{{ArticleID: 1}})); err != nil {
		t.Fatal(err)
	}
	for story, want := range map[string]int{"dam": 4, "other": 0} {
		if list, err := db.ArticleChanges(ctx, story, -1); err != nil || len(list) != want {
			t.Errorf("ArticleChanges of %s: %d, %v; want %d", story, len(list), err, want)
		}
	}
	e := news.Event{ID: "e1", Evidence: []news.Evidence{{ArticleID: 1, Article: url, URL: url}}}
	if err := db.SaveEvents(ctx, "dam", 1, []news.Event{e}, nil); err != nil {
		t.Fatal(err)
	}
	if e, err := db.Event(ctx, "dam", "e1"); err != nil || e.Evidence[0].Gone != "2020-09-03" {
		t.Errorf("evidence %+v, %v; want it gone since 2020-09-03", e.Evidence, err)
	}
}

func TestTheEntriesOfALiveBlogAreKept(t *testing.T) {
	db := open(t)
	at := news.DCT{Time: time.Date(2020, 9, 2, 0, 20, 0, 0, time.FixedZone("", 3600)), Grain: news.GrainSecond, Zone: "+01:00", Method: "json-ld"}
	a := news.Article{URL: "https://a.example/live", Title: "Live", Text: "It holds.", Live: true, Headlines: []string{"Live - A"}, Parts: []news.Part{{Span: news.Span{Start: 0, End: 9}, Published: at}}}
	keep(t, db, pageAt(a.URL, "1"), a)
	got, err := db.Article(t.Context(), a.URL)
	if err != nil || !got.Live || !slices.Equal(got.Headlines, a.Headlines) || len(got.Parts) != 1 || got.Parts[0].End != 9 || got.Parts[0].Published.Day() != at.Day() {
		t.Errorf("Article = %+v, %v, want its entry of 2 September", got, err)
	}
}

func TestRewritingAnArticleUndoesLaterStages(t *testing.T) {
	db := open(t)
	const url = "https://a.example/dam"
	keep(t, db, pageAt(url, "1"), news.Article{URL: url, Text: "It holds."})
	a, err := db.Article(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.SaveAnnotations(t.Context(), 1, []Annotation{{ArticleID: a.ID, Sentences: []news.Sentence{{Index: 1, Paragraph: 1, Span: news.Span{Start: 0, End: 9}}}}}); err != nil {
		t.Fatal(err)
	}
	todo := func(want int) {
		t.Helper()
		list, err := db.ArticlesToDo(t.Context(), StageAnnotate, "", 1, 0, 10)
		if err != nil || len(list) != want {
			t.Errorf("%d articles to annotate, %v; want %d", len(list), err, want)
		}
	}
	todo(0)
	keep(t, db, pageAt(url, "2"), news.Article{URL: url, Text: "It broke."})
	todo(1)
	if list, _ := db.ArticlesToDo(t.Context(), StageAnnotate, "", 2, 0, 10); len(list) != 1 {
		t.Error("raising a stage's version gave it nothing to do")
	}
}

func TestAnotherAddressOfAnArticleDoesNotSpeakOverItsOwnPage(t *testing.T) {
	db := open(t)
	own, print := "https://a.example/dam", "https://a.example/print/dam"
	keep(t, db, pageAt(own, "1"), news.Article{URL: own, Text: "Whole."})
	keep(t, db, pageAt(print, "2"), news.Article{URL: own, Text: "Cut."})
	if a, err := db.Article(t.Context(), own); err != nil || a.Text != "Whole." {
		t.Errorf("Article = %q, %v; want the text of its own page", a.Text, err)
	}
	problems, err := db.Problems(t.Context())
	if err != nil || len(problems) != 1 || problems[0].URL != print {
		t.Errorf("Problems = %v, %v; want the print page", problems, err)
	}
}

func TestMovedArticleKeepsItsIdentity(t *testing.T) {
	db := open(t)
	const old, now = "https://a.example/dam", "https://a.example/2020/dam"
	keep(t, db, pageAt(old, "1"), news.Article{URL: old, Text: "It holds."})
	if _, err := db.write.ExecContext(t.Context(), `
		INSERT INTO frontier (url, source, kind, priority, state, problem, due_ms, lease_ms, attempts, visits, first_ms, fetched_ms, changed_ms, gone_ms, moved_to, etag, last_modified, sha256, published_ms, modified_ms, link)
		VALUES ($1, '', 'article', 0, 'moved', '', 0, 0, 0, 0, 0, 0, 0, 0, $2, '', '', '', 0, 0, '{}')`, old, now); err != nil {
		t.Fatal(err)
	}
	if added, changed := keep(t, db, pageAt(now, "2"), news.Article{URL: now, Text: "It broke."}); added != 0 || changed != 1 {
		t.Errorf("a moved and edited article: %d added, %d changed; want 0, 1", added, changed)
	}
	if a, err := db.Article(t.Context(), old); err != nil || a.Text != "It broke." || a.Version != 2 {
		t.Errorf("Article = %+v, %v; want version 2 at the old address", a, err)
	}
}

var searchTests = []struct {
	name, typed string
	want        []string // newest first
}{
	{"English, another form of the word", "laws", []string{"en2", "en1"}},
	{"German without umlaut", "Ausfuhrbeschrankung", []string{"de"}},
	{"German with e for the dots", "Ausfuhrbeschraenkung", []string{"de"}},
	{"German, inflected", "Ausfuhrbeschränkungen", []string{"de"}},
	{"two Han signs inside a run", "出口", []string{"zh"}},
	{"a longer Han word", "出口管制", []string{"zh"}},
	{"one Han sign", "管", []string{"zh"}},
	{"Han signs in another order", "口出", nil},
	{"dash", "covid-19", []string{"en1"}},
	{"dots", "U.S.", []string{"en2"}},
	{"every word must be there", "law covid", []string{"en1"}},
	{"quotes and operators are words", `law" OR NEAR(x`, nil},
	{"nothing to search for", "…", nil},
}

func TestSearchIsTheSameInEveryLanguage(t *testing.T) {
	db := open(t)
	for i, a := range []news.Article{
		{URL: "en1", Language: "en", Text: "A law against covid-19."},
		{URL: "de", Language: "de", Text: "Die Ausfuhrbeschränkung gilt."},
		{URL: "zh", Language: "zh", Text: "中国的出口管制。"},
		{URL: "en2", Language: "en", Text: "The U.S. has a law."},
	} {
		a.Published = news.DCT{Time: time.Date(2020, 8, 1+i, 0, 0, 0, 0, time.UTC), Grain: news.GrainDay}
		keep(t, db, pageAt(a.URL, a.URL), a)
	}
	for _, test := range searchTests {
		found, err := db.Search(t.Context(), test.typed, 10)
		var got []string
		for _, a := range found {
			got = append(got, a.URL)
		}
		if err != nil || !slices.Equal(got, test.want) {
			t.Errorf("%s: Search(%q) = %v, %v; want %v", test.name, test.typed, got, err, test.want)
		}
	}
}

func TestStubSharesCountWhatStopsAtAPaywall(t *testing.T) {
	db := open(t)
	for i, stub := range []bool{true, false, true} {
		url := fmt.Sprintf("https://a.example/%d", i)
		keep(t, db, pageAt(url, url), news.Article{URL: url, Publisher: "a.example", Text: "It broke.", Stub: stub})
	}
	got, err := db.StubShares(t.Context())
	if err != nil || !slices.Equal(got, []StubShare{{"a.example", 3, 2}}) {
		t.Errorf("StubShares = %v, %v; want 2 of 3", got, err)
	}
}

func TestTheBestHitComesFirst(t *testing.T) {
	db := open(t)
	for i, a := range []news.Article{
		{URL: "title", Title: "The dam breaks", Text: "A river and a town."},
		{URL: "often", Title: "A town", Text: "The dam was an old dam."},
		{URL: "once", Title: "A town", Text: "Far from the town there was a dam, and nobody knew who had built it or when or why."},
	} {
		a.Language, a.Published = "en", news.DCT{Time: time.Date(2020, 8, 1+i, 0, 0, 0, 0, time.UTC), Grain: news.GrainDay}
		keep(t, db, pageAt(a.URL, a.URL), a)
	}
	found, err := db.SearchBest(t.Context(), "dam", 2)
	if err != nil || len(found) != 2 || found[0].URL != "title" || found[1].URL != "often" {
		t.Errorf("SearchBest = %v, %v; want the two that tell most of it", found, err)
	}
}

func TestEventIDsFollowMerges(t *testing.T) {
	db := open(t)
	ctx := t.Context()
	if err := db.SaveStory(ctx, news.Story{ID: "dam", Title: "The dam"}); err != nil {
		t.Fatal(err)
	}
	e := news.Event{ID: "e1", When: news.Interval{From: time.Date(2020, 8, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2020, 8, 2, 0, 0, 0, 0, time.UTC)}, Actors: []string{"ministry"}}
	ids := []news.EventID{{ID: "e1", URL: "a", Quote: "x"}, {ID: "e2", URL: "b", Quote: "y", MergedInto: "e1"}}
	if err := db.SaveEvents(ctx, "dam", 1, []news.Event{e}, ids); err != nil {
		t.Fatal(err)
	}
	if got, err := db.Event(ctx, "dam", "e2"); err != nil || got.ID != "e1" {
		t.Errorf("Event(e2) = %s, %v; want e1, into which it was merged", got.ID, err)
	}
	if _, err := db.Event(ctx, "dam", "e3"); !errors.Is(err, ErrNotFound) {
		t.Errorf("Event(e3) = %v, want ErrNotFound", err)
	}
	for _, f := range []struct {
		query news.Query
		want  int
	}{
		{news.Query{}, 1}, {news.Query{Actor: "ministry"}, 1}, {news.Query{Actor: "minis"}, 0},
		{news.Query{From: e.When.From, To: e.When.From}, 1}, {news.Query{From: e.When.To}, 0}, {news.Query{To: e.When.From.AddDate(0, 0, -1)}, 0},
		{news.Query{MinIndependent: 1}, 0},
	} {
		if got, err := db.Events(ctx, "dam", f.query); err != nil || len(got) != f.want {
			t.Errorf("Events(%+v) = %d, %v; want %d", f.query, len(got), err, f.want)
		}
	}
}

func TestATimeKeepsItsDoubt(t *testing.T) {
	db := open(t)
	const url = "https://a.example/dam"
	keep(t, db, pageAt(url, "1"), news.Article{URL: url, Text: "It opens on Friday."})
	a, err := db.Article(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	friday := func(d int) news.Interval {
		from := time.Date(2020, 8, d, 0, 0, 0, 0, time.UTC)
		return news.Interval{From: from, To: from.AddDate(0, 0, 1), Grain: news.GrainDay, EDTF: from.Format(time.DateOnly)}
	}
	want := []news.TimeExpression{
		{ArticleID: a.ID, Sentence: 1, Span: news.Span{Start: 12, End: 18}, Type: "DATE", Value: "2020-08-21", When: friday(21), Sure: .72, Or: friday(14)},
		{ArticleID: a.ID, Sentence: 2, Span: news.Span{Start: 20, End: 26}, Type: "DATE", Value: "2020-08-21", When: friday(21), Sure: .96},
	}
	if err := db.SaveAnnotations(t.Context(), 1, []Annotation{{ArticleID: a.ID, Times: want}}); err != nil {
		t.Fatal(err)
	}
	got, err := db.Times(t.Context(), a.ID)
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("Times = %+v, %v, want %+v", got, err, want)
	}
}
