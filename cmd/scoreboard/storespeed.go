package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// storeArticles is how many articles the store is searched among.
var storeArticles = 100_000

const (
	storeBatch = 100  // articles in a transaction, as in the pipeline
	textSize   = 5000 // bytes of an article's text
	searches   = 300  // of each kind
)

// measureStore fills a store with articles and searches them.
func measureStore(string) ([]row, error) {
	dir, err := os.MkdirTemp("", "scoreboard")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	ctx := context.Background()
	db, err := store.Open(ctx, filepath.Join(dir, "speed.db"))
	if err != nil {
		return nil, err
	}
	defer db.Close()
	corpus := fmt.Sprintf("made articles of %d KB", textSize/1000)
	var rows []row
	add := func(measure string, value float64, unit, note string) {
		rows = append(rows, row{Board: "speed", Corpus: corpus, Measure: measure, Value: value, Unit: unit, Note: note})
	}
	first, all, words, err := fillStore(ctx, db)
	if err != nil {
		return nil, err
	}
	add("inserted with full text index", first.rate(), "articles/s", "the first 5,000; "+first.cost())
	add("inserted with full text index", all.rate(), "articles/s", fmt.Sprintf("all %d; %s", storeArticles, all.cost()))
	for _, kind := range []struct {
		name string
		find func(context.Context, string, int) ([]news.Article, error)
	}{{"newest first", db.Search}, {"best first", db.SearchBest}} {
		p50, p95, err := searchSpeed(ctx, kind.find, words)
		if err != nil {
			return nil, err
		}
		add("search, "+kind.name+", p95", p95, "ms", fmt.Sprintf("p50 %.2f ms, one and two words, %d articles", p50, storeArticles))
	}
	return rows, nil
}

// A filling is what inserting articles has cost.
type filling struct {
	articles  int
	wall, cpu time.Duration
}

func (f filling) rate() float64 { return float64(f.articles) / f.wall.Seconds() }

func (f filling) cost() string {
	return fmt.Sprintf("%.2f ms CPU each", 1000*f.cpu.Seconds()/float64(f.articles))
}

// fillStore inserts articles and tells what the first and what all have cost,
// and words to search for: common ones and rare ones.
func fillStore(ctx context.Context, db *store.DB) (first, all filling, words []string, err error) {
	r := rand.New(rand.NewPCG(7, 8))
	word := madeWords(r)
	for all.articles < storeArticles {
		batch := zipfArticles(r, word, all.articles, storeBatch)
		ids, err := savePages(ctx, db, batch) // packing pages is the fetch board's
		if err != nil {
			return first, all, nil, err
		}
		wall, cpu := time.Now(), cpuTime()
		if err := saveArticles(ctx, db, ids, batch); err != nil {
			return first, all, nil, err
		}
		all = filling{all.articles + len(batch), all.wall + time.Since(wall), all.cpu + cpuTime() - cpu}
		if all.articles <= 5000 {
			first = all
		}
	}
	for range 2 * searches {
		words = append(words, word())
	}
	return first, all, words, db.MergeIndexSegments(ctx)
}

// zipfArticles makes articles whose words are as common as those of a language.
func zipfArticles(r *rand.Rand, word func() string, from, n int) []news.Article {
	out := make([]news.Article, n)
	for i := range out {
		var b strings.Builder
		for b.Len() < textSize {
			b.WriteString(phrase(word, 14))
			b.WriteString(". ")
		}
		day := time.Date(2020, 1, 1, 0, r.IntN(1440), 0, 0, time.UTC).AddDate(0, 0, r.IntN(2000))
		address := fmt.Sprintf("https://site%d.example/%d", (from+i)%50, from+i)
		out[i] = news.Article{URL: address, Publisher: fmt.Sprintf("site%d.example", (from+i)%50), Title: phrase(word, 9), Language: "en",
			Text: b.String(), SHA256: address, Published: news.DCT{Time: day, Grain: news.GrainMinute, Method: "given"}}
	}
	return out
}

// insert keeps articles, each with a page.
func insert(ctx context.Context, db *store.DB, articles []news.Article) error {
	ids, err := savePages(ctx, db, articles)
	if err != nil {
		return err
	}
	return saveArticles(ctx, db, ids, articles)
}

func savePages(ctx context.Context, db *store.DB, articles []news.Article) ([]int64, error) {
	var pages []news.Page
	for _, a := range articles {
		pages = append(pages, news.Page{URL: a.URL, FinalURL: a.URL, Body: []byte(a.URL)})
	}
	ids, _, err := db.SavePages(ctx, pages)
	return ids, err
}

func saveArticles(ctx context.Context, db *store.DB, pages []int64, articles []news.Article) error {
	var readings []store.Reading
	for i, a := range articles {
		readings = append(readings, store.Reading{PageID: pages[i], Article: a})
	}
	_, _, err := db.SaveReadings(ctx, 1, readings)
	return err
}

// searchSpeed searches for one word and for two, in turn, and gives the median
// and the 95th of a hundred, in ms.
func searchSpeed(ctx context.Context, find func(context.Context, string, int) ([]news.Article, error), words []string) (p50, p95 float64, err error) {
	var took []float64
	for i := range searches {
		query := words[2*i]
		if i%2 == 1 {
			query += " " + words[2*i+1]
		}
		start := time.Now()
		if _, err := find(ctx, query, 20); err != nil {
			return 0, 0, err
		}
		took = append(took, 1000*time.Since(start).Seconds())
	}
	slices.Sort(took)
	return took[len(took)/2], took[len(took)*95/100], nil
}
