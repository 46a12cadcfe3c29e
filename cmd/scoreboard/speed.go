package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline"
	"github.com/seed-7461731f/dateline/timeline/event"
	"github.com/seed-7461731f/dateline/timeline/mention"
	"github.com/seed-7461731f/dateline/timeline/story"
)

// measureSpeed times the rooms on articles made here: the same on every run.
// Times are CPU seconds, which a busy machine changes least.
func measureSpeed(string) ([]row, error) {
	st, err := story.Load("tiktok-sale")
	if err != nil {
		return nil, err
	}
	articles := madeArticles(10000)
	bytes := 0
	for _, a := range articles {
		bytes += len(a.Text)
	}
	var rows []row
	add := func(measure string, value float64, unit, note string) {
		rows = append(rows, row{Board: "speed", Corpus: "made articles", Measure: measure, Value: value, Unit: unit, Note: note})
	}
	size := fmt.Sprintf("articles of %.1f KB", float64(bytes)/float64(len(articles))/1000)

	full, cpu := annotated(st, articles)
	add("annotate and mentions", 1000*cpu/float64(len(articles)), "ms CPU/article", size)
	for _, n := range []int{1000, 10000} {
		start := cpuTime()
		events, _, err := timeline.Build(st, each(full[:n]), nil)
		if err != nil {
			return nil, err
		}
		add(fmt.Sprintf("build, %d articles", n), (cpuTime() - start).Seconds(), "s CPU", fmt.Sprintf("%d events", len(events)))
	}
	return rows, nil
}

func each(full []event.Article) func(func(event.Article, error) bool) {
	return func(yield func(event.Article, error) bool) {
		for _, a := range full {
			if !yield(a, nil) {
				return
			}
		}
	}
}

// annotated runs the article stages and tells the CPU seconds they took.
func annotated(st news.Story, articles []news.Article) ([]event.Article, float64) {
	m := mention.New(st)
	out := make([]event.Article, len(articles))
	start := cpuTime()
	for i, a := range articles {
		out[i] = event.Article{Article: a}
		out[i].Sentences, out[i].Times = timeline.Annotate(a)
		out[i].Mentions, _ = timeline.Mentions(m, a, out[i].Sentences)
	}
	return out, (cpuTime() - start).Seconds()
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
func madeArticles(n int) []news.Article {
	r := rand.New(rand.NewPCG(1, 2))
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	out := make([]news.Article, n)
	for i := range out {
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
		out[i] = news.Article{URL: fmt.Sprintf("https://site%d.example/%d", r.IntN(50), i), Publisher: fmt.Sprintf("site%d.example", i%50),
			Title: pick(whos) + " and TikTok: " + pick(whats), Language: "en", Text: b.String(),
			Published: news.DCT{Time: day, Grain: news.GrainMinute, Method: "given"}}
	}
	return out
}
