package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/seed-7461731f/dateline/cmd/dateline/web"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/story"
)

// What the pages are measured with.
const (
	servedArticles = 100_000
	servedEvents   = 5_000
	servedText     = 300 // bytes of an article: it is the number that is measured
	servedReaders  = 200
	servedFor      = 8 * time.Second        // with pauses, and again without
	readerPause    = 2 * time.Second        // at most, between two pages of a reader
	crawlPause     = 100 * time.Millisecond // between the commits of the crawl
)

// measureServe lets many readers ask for pages at once while a crawl writes to
// the same file through connections of its own.
func measureServe(string) ([]row, error) {
	dir, err := os.MkdirTemp("", "scoreboard")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	ctx := context.Background()
	path := filepath.Join(dir, "serve.db")
	st, err := story.Load("tiktok-sale")
	if err != nil {
		return nil, err
	}
	urls, err := servedStore(ctx, path, st)
	if err != nil {
		return nil, err
	}
	db, err := store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	handler, err := web.New(ctx, web.Config{Reader: db, Story: st, Now: time.Now, Loopback: true, ShowArchive: true})
	if err != nil {
		return nil, err
	}
	server := httptest.NewServer(handler)
	defer server.Close()

	crawlCtx, stop := context.WithCancel(ctx)
	var crawl sync.WaitGroup
	var written int
	var crawlErr error
	crawl.Go(func() { written, crawlErr = crawlInto(crawlCtx, path) })
	calm := readAll(server.URL, urls, readerPause)
	hasty := readAll(server.URL, urls, 0)
	stop()
	crawl.Wait()
	if crawlErr != nil {
		return nil, fmt.Errorf("crawl beside: %w", crawlErr)
	}
	rows := calm.rows("a page at a time", fmt.Sprintf("%d readers, each with pauses of up to %v, from an empty cache", servedReaders, readerPause))
	rows = append(rows, hasty.rows("without a pause", fmt.Sprintf("%d readers, page after page", servedReaders))...)
	return append(rows, row{Board: "serve", Corpus: servedCorpus, Measure: "articles written meanwhile", Value: float64(written), Unit: "articles"}), nil
}

// servedStore fills a file with articles and events, and returns the addresses
// that readers ask for.
func servedStore(ctx context.Context, path string, st news.Story) ([]string, error) {
	db, err := store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	if err := db.SaveStory(ctx, st); err != nil {
		return nil, err
	}
	articles := madeArticles(servedArticles)
	for i := range articles {
		articles[i].Text = articles[i].Text[:servedText]
	}
	for batch := range slices.Chunk(articles, 2000) {
		if err := insert(ctx, db, batch); err != nil {
			return nil, err
		}
	}
	run, err := db.StartRun(ctx, "made", st, time.Now())
	if err != nil {
		return nil, err
	}
	events, ids, sentences := servedEventsOf(st, articles)
	if err := db.SaveAnnotations(ctx, 1, sentences); err != nil {
		return nil, err
	}
	if err := db.SaveEvents(ctx, st.ID, 1, events, ids); err != nil {
		return nil, err
	}
	return servedAddresses(st, events), db.FinishRun(ctx, run, "made", time.Now())
}

// servedEventsOf makes events that rest on six articles each.
func servedEventsOf(st news.Story, articles []news.Article) (events []news.Event, ids []news.EventID, all []store.Annotation) {
	r := rand.New(rand.NewPCG(3, 4))
	sentences := map[int64]bool{}
	for i := range servedEvents {
		day := time.Date(2020, 7, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(730))
		e := news.Event{ID: fmt.Sprintf("e%012x", i), StoryID: st.ID, Status: news.Happened, Topic: st.Topics[r.IntN(len(st.Topics))].Key,
			When:   news.Interval{From: day, To: day.AddDate(0, 0, 1), Grain: news.GrainDay, EDTF: day.Format(time.DateOnly)},
			Actors: []string{st.Actors[r.IntN(len(st.Actors))].Key}, Score: r.Float64(), Articles: 6, Independent: 1 + r.IntN(6)}
		for range 6 {
			n := r.IntN(len(articles))
			a := articles[n]
			id := int64(n + 1) // as the store numbers them
			quote := a.Text[:120]
			if !sentences[id] {
				sentences[id] = true
				all = append(all, annotation(id, len(a.Text)))
			}
			e.Evidence = append(e.Evidence, news.Evidence{ArticleID: id, Article: a.URL, URL: a.URL, Quote: quote, Language: "en", Publisher: a.Publisher,
				Published: a.Published.Time.Format(time.RFC3339), Sentence: 1, Rule: "made"})
		}
		e.Headline = e.Evidence[0].Quote
		e.FirstReport = news.FirstReport{Publisher: e.Evidence[0].Publisher, URL: e.Evidence[0].URL, Published: e.Evidence[0].Published}
		events = append(events, e)
		ids = append(ids, news.EventID{ID: e.ID, StoryID: st.ID, URL: e.Evidence[0].Article, Quote: e.Headline})
	}
	slices.SortFunc(all, func(a, b store.Annotation) int { return cmp.Compare(a.ArticleID, b.ArticleID) })
	return events, ids, all
}

// annotation cuts a text into five sentences.
func annotation(id int64, length int) store.Annotation {
	a := store.Annotation{ArticleID: id}
	for i := range 5 {
		a.Sentences = append(a.Sentences, news.Sentence{ArticleID: id, Index: i + 1, Paragraph: 1,
			Span: news.Span{Start: length * i / 5, End: length * (i + 1) / 5}})
	}
	return a
}

// servedAddresses are the pages that readers ask for: of ten, four lists, four
// events, one search and one of the rest.
func servedAddresses(st news.Story, events []news.Event) (out []string) {
	r := rand.New(rand.NewPCG(5, 6))
	rest := []string{"/deadlines", "/new", "/sources", "/api/v1/events?limit=100", "/timeline.atom", "/api/v1/sources"}
	for i := range 20_000 {
		switch i % 10 {
		case 0, 1:
			out = append(out, "/timeline?topic="+st.Topics[r.IntN(len(st.Topics))].Key)
		case 2, 3:
			out = append(out, fmt.Sprintf("/timeline?from=%s&actor=%s", events[r.IntN(len(events))].When.EDTF[:7], st.Actors[r.IntN(20)].Key))
		case 4, 5, 6, 7:
			out = append(out, "/event/"+events[r.IntN(len(events))].ID)
		case 8:
			out = append(out, "/search?q="+vocabulary[r.IntN(len(vocabulary))]+"+"+vocabulary[r.IntN(len(vocabulary))])
		default:
			out = append(out, rest[r.IntN(len(rest))])
		}
	}
	return out
}

// crawlInto adds articles until ctx ends, and counts them.
func crawlInto(ctx context.Context, path string) (n int, err error) {
	db, err := store.Open(ctx, path)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	fresh := madeArticles(5000)
	for i := range fresh {
		fresh[i].URL = fmt.Sprintf("https://fresh.example/%d", i)
	}
	for batch := range slices.Chunk(fresh, 2) {
		select {
		case <-ctx.Done():
			return n, nil
		case <-time.After(crawlPause):
		}
		if err := insert(context.WithoutCancel(ctx), db, batch); err != nil {
			return n, err
		}
		n += len(batch)
	}
	return n, nil
}

// A served load is what the readers saw.
type servedLoad struct {
	took   []time.Duration
	cpu    time.Duration // of the server, the crawl and the readers
	errors int
	bytes  int64
	memory [2]uint64 // half way, and at the end
}

// readAll lets every reader ask for one page after the other, with random pauses
// of up to pause.
func readAll(base string, addresses []string, pause time.Duration) servedLoad {
	client := &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: servedReaders, DisableCompression: true,
		DialContext: (&net.Dialer{}).DialContext}}
	defer client.CloseIdleConnections()
	var load servedLoad
	var mu sync.Mutex
	var readers sync.WaitGroup
	begin, cpu := time.Now(), cpuTime()
	for n := range servedReaders {
		readers.Go(func() {
			r := rand.New(rand.NewPCG(7, uint64(n)))
			var took []time.Duration
			failed, bytes := 0, int64(0)
			for time.Since(begin) < servedFor {
				if pause > 0 {
					time.Sleep(time.Duration(r.Int64N(int64(pause))))
				}
				start := time.Now()
				size, err := askFor(client, base+addresses[r.IntN(len(addresses))])
				took = append(took, time.Since(start))
				bytes += size
				if err != nil {
					failed++
				}
			}
			mu.Lock()
			defer mu.Unlock()
			load.took = append(load.took, took...)
			load.errors += failed
			load.bytes += bytes
		})
	}
	time.Sleep(servedFor / 2)
	load.memory[0] = heap()
	readers.Wait()
	load.cpu = cpuTime() - cpu
	load.memory[1] = heap()
	slices.Sort(load.took)
	return load
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func askFor(client *http.Client, address string) (int64, error) {
	resp, err := client.Get(address)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	n, err := io.Copy(io.Discard, resp.Body)
	if err == nil && resp.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %s", address, resp.Status)
	}
	return n, err
}

var servedCorpus = fmt.Sprintf("%d articles, %d events", servedArticles, servedEvents)

func (l servedLoad) rows(how, note string) []row {
	at := func(share float64) float64 { return 1000 * l.took[int(share*float64(len(l.took)-1))].Seconds() }
	one := func(measure string, value float64, unit, note string) row {
		return row{Board: "serve", Corpus: servedCorpus, Measure: measure + ", " + how, Value: value, Unit: unit, Note: note}
	}
	return []row{
		one("median", at(.5), "ms", note),
		one("p99", at(.99), "ms", ""),
		one("slowest", at(1), "ms", ""),
		one("pages", float64(len(l.took))/servedFor.Seconds(), "pages/s", fmt.Sprintf("%.0f KB on average", float64(l.bytes)/float64(len(l.took))/1000)),
		one("processor", 1000*l.cpu.Seconds()/float64(len(l.took)), "ms CPU/page", "server, readers and crawl together"),
		one("errors", float64(l.errors), "pages", ""),
		one("memory half way", float64(l.memory[0])/1e6, "MB", "heap, the readers' included"),
		one("memory at the end", float64(l.memory[1])/1e6, "MB", ""),
	}
}
