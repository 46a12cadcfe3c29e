package main

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"os/exec"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline"
	"github.com/seed-7461731f/dateline/timeline/statement"
	"github.com/seed-7461731f/dateline/timeline/story"
)

// buildLarge asks for the build that takes some minutes, most of them to read
// the articles that it is given.
var buildLarge bool

// measureSpeed times the rooms on articles made here: the same on every run.
// Times are CPU seconds, which a busy machine changes least. Each build runs in a
// process of its own, so that the memory is nobody else's.
func measureSpeed(string) (rows []row, err error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	if rows, err = measureGroups(); err != nil {
		return nil, err
	}
	sizes := []int{1000, 10_000}
	if buildLarge {
		sizes = append(sizes, 100_000)
	}
	add := func(measure string, value float64, unit, note string) {
		rows = append(rows, row{Board: "speed", Corpus: "made articles", Measure: measure, Value: value, Unit: unit, Note: note})
	}
	for _, n := range sizes {
		raw, err := json.Marshal(job{Kind: "build", Pages: n})
		if err != nil {
			return nil, err
		}
		c, err := costOf(exec.Command(self, "-job", string(raw)))
		if err != nil {
			return nil, err
		}
		if n == 10_000 {
			add("annotate and mentions", 1000*c.Before/float64(n), "ms CPU/article", fmt.Sprintf("articles of %.1f KB", float64(c.Bytes)/float64(n)/1000))
		}
		size := fmt.Sprintf("build, %d articles", n)
		add(size, c.Build, "s CPU", fmt.Sprintf("%d events of %d statements", c.Events, c.Links))
		add(size, float64(c.Peak)/1e6, "MB at most", "of the process, which makes and annotates each article as it is asked for")
	}
	return rows, nil
}

// buildTimeline builds the timeline of made articles, each made and annotated
// when its turn comes, and lets the events go by as they would into a store.
func buildTimeline(j job, d *done) error {
	st, err := story.Load("tiktok-sale")
	if err != nil {
		return err
	}
	quotes, err := os.CreateTemp("", "scoreboard")
	if err != nil {
		return err
	}
	defer os.Remove(quotes.Name())
	defer quotes.Close()
	debug.SetGCPercent(50) // as the command does
	reader := timeline.NewReader(st)
	start, before := cpuTime(), time.Duration(0)
	events, _, err := timeline.Tell(context.Background(), st, func(yield func(statement.Article, error) bool) {
		for a := range madeOneByOne(j.Pages) {
			begun := cpuTime()
			full, _ := reader.Article(a, 0)
			before += cpuTime() - begun
			d.Pages, d.Bytes = d.Pages+1, d.Bytes+int64(len(a.Text))
			if !yield(full, nil) {
				return
			}
		}
	}, nil, quotes)
	if err != nil {
		return err
	}
	for e, err := range events {
		if err != nil {
			return err
		}
		d.Events, d.Links = d.Events+1, d.Links+int64(len(e.Evidence))
	}
	d.Before, d.Build = before.Seconds(), (cpuTime() - start - before).Seconds()
	return nil
}

var (
	whos  = []string{"President Trump", "ByteDance", "Microsoft", "Oracle", "Walmart", "the Commerce Department", "a federal judge", "TikTok", "Treasury Secretary Steven Mnuchin", "lawmakers in the Senate"}
	dids  = []string{"signed an executive order on", "filed a lawsuit over", "rejected the offer for", "asked for more time on", "announced an agreement on", "postponed the deadline for", "reviewed the sale of", "published export rules for"}
	whats = []string{"the American business of TikTok", "the video app", "the joint venture with Oracle", "the divestiture of TikTok", "the algorithm of ByteDance", "the bill on foreign apps"}
	whens = []string{"on Friday", "on 14 August", "last week", "on Tuesday morning", "in early September", "two days later", "the same day", "on 20 September 2020", "by the end of the month", "yesterday"}
	fills = []string{"Analysts in three cities had expected as much, though few of them would put a number to it.", "The company did not answer questions about the terms, the partners or the price.", "Users of the app followed the news with more curiosity than concern.", "Neither side wanted to say how long the talks would take."}
)

// vocabulary are words of the made articles, to search for.
var vocabulary = strings.Fields("order lawsuit offer agreement deadline sale export joint venture algorithm bill Oracle Walmart Microsoft September analysts price")

// madeArticles makes n articles about the story, spread over two years.
func madeArticles(n int) []news.Article { return slices.Collect(madeOneByOne(n)) }

func madeOneByOne(n int) iter.Seq[news.Article] {
	return func(yield func(news.Article) bool) {
		r := rand.New(rand.NewPCG(1, 2))
		for i := range n {
			if !yield(madeArticle(r, i)) {
				return
			}
		}
	}
}

func madeArticle(r *rand.Rand, i int) news.Article {
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	var b strings.Builder
	for p := range 10 {
		if p > 0 {
			b.WriteString("\n\n")
		}
		fmt.Fprintf(&b, "%s %s %s %s.", pick(whos), pick(dids), pick(whats), pick(whens))
		for range 5 {
			fmt.Fprintf(&b, " %s", pick(fills))
		}
	}
	day := time.Date(2020, 7, 1, 8, r.IntN(720), 0, 0, time.UTC).AddDate(0, 0, r.IntN(730))
	return news.Article{URL: fmt.Sprintf("https://site%d.example/%d", r.IntN(50), i), Publisher: fmt.Sprintf("site%d.example", i%50),
		Title: pick(whos) + " and TikTok: " + pick(whats), Language: "en", Text: b.String(),
		Published: news.DCT{Time: day, Grain: news.GrainMinute, Method: "given"}}
}
