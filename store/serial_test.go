package store

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// dateAll settles what is to do, three at a time, with a date that names all
// neighbours that it was told of.
func dateAll(t *testing.T, db *DB) (n int) {
	t.Helper()
	for {
		undated, err := db.UndatedToDo(t.Context(), 1, 0, 3)
		if err != nil {
			t.Fatal(err)
		}
		if len(undated) == 0 {
			return n
		}
		var all []Dating
		for _, u := range undated {
			known, err := db.Neighbours(t.Context(), u.Serial)
			if err != nil {
				t.Fatal(err)
			}
			d := u.Own
			for _, k := range known {
				d.Method += fmt.Sprintf(" %d:%d", k.Number, k.Day.Day())
			}
			all = append(all, Dating{u.ArticleID, d})
		}
		if _, err := db.SaveDatings(t.Context(), 1, all); err != nil {
			t.Fatal(err)
		}
		n += len(all)
	}
}

// Whatever the order of arrival, the batches between which dates are keepInferredDate,
// and the days that pages told before they were edited: the neighbours that an
// article is dated by are those that are there in the end.
func TestDatesDoNotDependOnTheOrderOfArrival(t *testing.T) {
	const series, articles = "a.example/#", 40
	rng := rand.New(rand.NewPCG(4, 7))
	read := func(number int, told bool, version int) Reading {
		a := news.Article{URL: fmt.Sprintf("https://a.example/%d", number), Title: "Dam", Text: fmt.Sprint("It holds. ", version), SHA256: fmt.Sprint(number, version)}
		if told {
			a.Published = news.DCT{Time: time.Date(2020, 8, 1+number%28, 9, 0, 0, 0, time.UTC), Grain: news.GrainSecond, Method: "meta"}
		}
		return Reading{Article: a, Serial: news.Serial{Series: series, Number: int64(number)}}
	}
	keep := func(db *DB, r Reading) {
		t.Helper()
		ids, _, err := db.SavePages(t.Context(), []news.Page{pageAt(r.Article.URL, r.Article.Text)})
		if err != nil {
			t.Fatal(err)
		}
		r.PageID = ids[0]
		if _, _, err := db.SaveReadings(t.Context(), 1, []Reading{r}); err != nil {
			t.Fatal(err)
		}
	}
	tells := make([]bool, articles)
	for i := range tells {
		tells[i] = rng.IntN(4) > 0
	}
	dates := func(db *DB) (all []string) {
		for n := range articles {
			a, err := db.Article(t.Context(), fmt.Sprintf("https://a.example/%d", n+1))
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, fmt.Sprintln(a.URL, a.Published))
		}
		return all
	}
	once := open(t)
	for n := range articles {
		keep(once, read(n+1, tells[n], 2))
	}
	dateAll(t, once)
	want := dates(once)
	for range 2 {
		db := open(t)
		for _, n := range rng.Perm(articles) {
			if rng.IntN(3) == 0 { // the page of another day told, or did not
				keep(db, read(n+1, !tells[n], 1))
				dateAll(t, db)
			}
			keep(db, read(n+1, tells[n], 2))
			if rng.IntN(5) == 0 {
				dateAll(t, db)
			}
		}
		dateAll(t, db)
		for i, got := range dates(db) {
			if got != want[i] {
				t.Fatalf("in another order: %swant %s", got, want[i])
			}
		}
		if n := dateAll(t, db); n != 0 {
			t.Errorf("%d dated once more with nothing new", n)
		}
	}
}

func TestANewDateUndoesLaterStages(t *testing.T) {
	db := open(t)
	keep(t, db, pageAt("https://a.example/7", "1"), news.Article{URL: "https://a.example/7", Title: "Dam", Text: "It broke yesterday."})
	a, err := db.Article(t.Context(), "https://a.example/7")
	if err != nil {
		t.Fatal(err)
	}
	if err := db.SaveAnnotations(t.Context(), 1, []Annotation{{ArticleID: a.ID}}); err != nil {
		t.Fatal(err)
	}
	toDo := func() int {
		list, err := db.ArticlesToDo(t.Context(), StageAnnotate, "", 1, 0, 10)
		if err != nil {
			t.Fatal(err)
		}
		return len(list)
	}
	if n := toDo(); n != 0 {
		t.Fatalf("%d to annotate before", n)
	}
	dated := Dating{a.ID, news.DCT{Earliest: time.Date(2020, 8, 1, 0, 0, 0, 0, time.UTC), Latest: time.Date(2020, 8, 3, 0, 0, 0, 0, time.UTC), Method: "neighbours"}}
	for i, want := range []int{1, 0} {
		if changed, err := db.SaveDatings(t.Context(), 1, []Dating{dated}); err != nil || changed != want {
			t.Errorf("SaveDatings, time %d: %d changed, %v; want %d", i+1, changed, err, want)
		}
	}
	if n := toDo(); n != 1 {
		t.Errorf("%d to annotate with another date, want 1", n)
	}
	if found, err := db.Search(t.Context(), "yesterday", 9); err != nil || len(found) != 1 {
		t.Errorf("search: %d, %v; want the article once", len(found), err)
	}
}
