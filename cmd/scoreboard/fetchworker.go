package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gocolly/colly/v2"
	"github.com/klauspost/compress/gzip"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-7461731f/dateline/crawler"
	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
)

// A job is what one worker process is to do. Each client of the fetch board
// runs in a process of its own, so that its processor time and its memory are
// nobody else's.
type job struct {
	Kind  string // one of workers
	Pages int
	Port  int
	Dir   string // for a database
	Round int
}

// done is what a worker says on stdout.
type done struct {
	Pages   int64   `json:"pages"`
	Links   int64   `json:"links"`
	Seconds float64 `json:"seconds"`
	Peak    int64   `json:"peak"`  // bytes of memory at most; 0 unknown
	Bytes   int64   `json:"bytes"` // of the pages kept

	// Of a build, in which the links are statements and the bytes those of the texts.
	Before float64 `json:"before"` // CPU seconds of what comes before it
	Build  float64 `json:"build"`  // CPU seconds of its own
	Events int     `json:"events"`
}

var workers = map[string]func(job, *done) error{
	"bare": fetchBare, "colly": fetchColly, "step": fetchStep, "sections": fetchSections, "kept": fetchKept,
	"crawl": fetchCrawl,
	"fill":  fillFrontier, "queued": crawlQueued,
	"build": buildTimeline,
}

// work runs one job and prints what came of it.
func work(raw string, stdout io.Writer) error {
	var j job
	if err := json.Unmarshal([]byte(raw), &j); err != nil {
		return fmt.Errorf("job: %w", err)
	}
	switch j.Kind {
	case "serve":
		return serveSite(j.Pages)
	case "sql":
		return runLoad(j, stdout)
	}
	f := workers[j.Kind]
	if f == nil {
		return fmt.Errorf("job: no kind %q", j.Kind)
	}
	var d done
	start := time.Now()
	if err := f(j, &d); err != nil {
		return fmt.Errorf("%s: %w", j.Kind, err)
	}
	d.Seconds, d.Peak = time.Since(start).Seconds(), peakMemory()
	return json.NewEncoder(stdout).Encode(d)
}

// peakMemory is the most memory that this process held, from /proc; rusage
// would count that of the process which started it. 0 where there is no /proc.
func peakMemory() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	var kb int64
	fmt.Sscan(rest, &kb)
	return kb << 10
}

// fetchBare is the least that fetching can cost: net/http and gunzip.
func fetchBare(j job, d *done) error {
	client := http.Client{Transport: &http.Transport{DisableCompression: true, MaxIdleConnsPerHost: siteParallel}}
	urls := make(chan string)
	failed := make(chan error, siteParallel)
	var wg sync.WaitGroup
	for range siteParallel {
		wg.Go(func() {
			for u := range urls {
				if err := getBare(&client, u); err != nil {
					failed <- err
					return
				}
			}
		})
	}
	for _, u := range siteURLs(j.Pages, j.Port) {
		select {
		case urls <- u:
			d.Pages++
		case err := <-failed:
			return err
		}
	}
	close(urls)
	wg.Wait()
	return nil
}

func getBare(client *http.Client, address string) error {
	resp, err := client.Get(address)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	z, err := gzip.NewReader(resp.Body)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, z)
	return err
}

// fetchColly is plain colly, its own robots check on, with title and links.
func fetchColly(j job, d *done) error {
	c := colly.NewCollector(colly.Async(true))
	c.IgnoreRobotsTxt = false
	if err := c.Limit(&colly.LimitRule{DomainGlob: "*", Parallelism: siteParallel}); err != nil {
		return err
	}
	var pages, links, broken atomic.Int64
	c.OnHTML("title", func(*colly.HTMLElement) { pages.Add(1) })
	c.OnHTML("a[href]", func(e *colly.HTMLElement) {
		if e.Request.AbsoluteURL(e.Attr("href")) != "" {
			links.Add(1)
		}
	})
	c.OnError(func(*colly.Response, error) { broken.Add(1) })
	for _, u := range siteURLs(j.Pages, j.Port) {
		if err := c.Visit(u); err != nil {
			return err
		}
	}
	c.Wait()
	d.Pages, d.Links = pages.Load(), links.Load()
	if n := broken.Load(); n > 0 {
		return fmt.Errorf("%d requests failed", n)
	}
	return nil
}

// A reading takes the pages of a crawl on their way to the store: it parses
// each once, for its title and links, and keeps it or not.
type reading struct {
	*store.DB
	parse, keep  bool
	pages, links atomic.Int64
}

func (r *reading) Finish(ctx context.Context, v news.Visit) error {
	if p := v.Page; p != nil && p.Link.Kind != news.FeedLink {
		r.pages.Add(1)
		if r.parse {
			n, err := titleAndLinks(p.Body, p.FinalURL)
			if err != nil {
				return err
			}
			r.links.Add(n)
		}
	}
	if !r.keep {
		v.Page = nil
	}
	return r.DB.Finish(ctx, v)
}

// titleAndLinks parses a page and counts the links in it, made absolute; it is
// an error for a page to have no title.
func titleAndLinks(body []byte, address string) (links int64, err error) {
	root, err := html.Parse(bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	base, err := url.Parse(address)
	if err != nil {
		return 0, err
	}
	title := false
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.Title:
			title = true
		case atom.A:
			for _, a := range n.Attr {
				if a.Key == "href" {
					if _, err := base.Parse(a.Val); err == nil {
						links++
					}
				}
			}
		}
	}
	if !title {
		return links, errors.New(address + ": no title")
	}
	return links, nil
}

// fetchStep crawls articles with all that politeness costs (gate, robots.txt,
// ledger and frontier in SQLite) and one parse, without keeping the pages.
func fetchStep(j job, d *done) error {
	return crawlSite(j, d, &reading{parse: true}, feedOf(j))
}

// fetchKept is fetchStep with every page kept.
func fetchKept(j job, d *done) error {
	return crawlSite(j, d, &reading{parse: true, keep: true}, feedOf(j))
}

// fetchCrawl is what the program does: every page kept, and parsed later.
func fetchCrawl(j job, d *done) error { return crawlSite(j, d, &reading{keep: true}, feedOf(j)) }

// feedOf gives a source the feed that names its share of the pages.
func feedOf(j job) func(*news.Source) {
	return func(s *news.Source) { s.Feeds = []string{fmt.Sprintf("%sfeed?n=%d", s.Home, j.Pages/siteHosts)} }
}

// fetchSections reads the same pages as section pages, for their links.
func fetchSections(j job, d *done) error {
	return crawlSite(j, d, &reading{}, func(s *news.Source) {
		for n := range j.Pages / siteHosts {
			s.Sections = append(s.Sections, strings.TrimSuffix(s.Home, "/")+pagePath(n))
		}
	})
}

func siteSources(j job) (sources []news.Source) {
	for h := range siteHosts {
		address := "http://" + siteHost(h, j.Port) + "/"
		sources = append(sources, news.Source{Host: canon.Host(address), Home: address})
	}
	return sources
}

func crawlSite(j job, d *done, r *reading, addresses func(*news.Source)) error {
	db, err := store.Open(context.Background(), filepath.Join(j.Dir, j.Kind+".db"))
	if err != nil {
		return err
	}
	defer db.Close()
	r.DB = db
	sources := siteSources(j)
	for i := range sources {
		addresses(&sources[i])
	}
	report, err := crawler.Crawl(context.Background(), r, crawler.Config{
		Sources: sources, AllowPrivate: true, Workers: siteParallel,
		// Of a section page only the links are wanted here, not what they lead to.
		Relevant: func(string, string) bool { return r.parse || r.keep },
	})
	for _, s := range report.Sources {
		if err == nil && s.Problem != "" {
			err = fmt.Errorf("%s: %s", s.Source, s.Problem)
		}
	}
	d.Pages, d.Links = r.pages.Load(), r.links.Load()
	if !r.parse {
		d.Links = int64(report.Total().Found)
	}
	if err != nil || db.Close() != nil { // closed, it is all in the files
		return err
	}
	if info, err := os.Stat(db.Path() + ".pages"); err == nil {
		d.Bytes = info.Size()
	}
	return nil
}

// fillFrontier queues addresses that the crawl of crawlQueued finds waiting.
func fillFrontier(j job, d *done) error {
	ctx := context.Background()
	db, err := store.Open(ctx, filepath.Join(j.Dir, "queued.db"))
	if err != nil {
		return err
	}
	defer db.Close()
	now := time.Now()
	sources := siteSources(j)
	var tasks []news.Task
	for i, address := range siteURLs(j.Pages, j.Port) {
		host := sources[i%siteHosts].Host
		tasks = append(tasks, news.Task{Link: news.Link{URL: address, Host: host, Kind: news.ArticleLink}, Source: host, State: news.Queued, Due: now, FirstSeen: now})
		if len(tasks) == 10_000 || i == j.Pages-1 {
			if err := db.Finish(ctx, news.Visit{Found: tasks}); err != nil {
				return err
			}
			tasks = tasks[:0]
		}
	}
	d.Pages = int64(j.Pages)
	return nil
}

// crawlQueued fetches some pages of each host out of a filled frontier.
func crawlQueued(j job, d *done) error {
	ctx := context.Background()
	db, err := store.Open(ctx, filepath.Join(j.Dir, "queued.db"))
	if err != nil {
		return err
	}
	defer db.Close()
	sources := siteSources(j)
	for i := range sources {
		sources[i].Feeds = []string{sources[i].Home + "robots.txt"} // a feed that has nothing to say
	}
	report, err := crawler.Crawl(ctx, db, crawler.Config{Sources: sources, AllowPrivate: true, Workers: siteParallel, MaxPages: j.Pages / siteHosts})
	d.Pages = int64(report.Total().Articles)
	return err
}
