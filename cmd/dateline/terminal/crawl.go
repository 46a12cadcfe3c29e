package terminal

import (
	"fmt"
	"io"
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"github.com/seed-7461731f/dateline/crawler"
)

// A CrawlProgress shows how far a crawl is: on a terminal a bar for each source
// and a line for all, elsewhere a plain line now and then. The crawler calls it
// from one goroutine at a time.
type CrawlProgress struct {
	line    *Progress
	bars    *mpb.Progress // nil: not on a terminal
	sources map[string]*sourceBar
	total   *mpb.Bar
	visits  int
	failed  int
	said    atomic.Value // string, of the whole crawl; the bars read it when they are drawn
}

// A sourceBar is the bar of one source.
type sourceBar struct {
	*mpb.Bar
	failed atomic.Int64
}

// NewCrawlProgress returns one that writes to w, or says nothing when quiet.
func NewCrawlProgress(w io.Writer, quiet bool) *CrawlProgress {
	p := &CrawlProgress{line: NewProgress(w, quiet), sources: map[string]*sourceBar{}}
	if p.line.terminal && !quiet {
		p.bars = mpb.New(mpb.WithOutput(w), mpb.WithWidth(30), mpb.WithRefreshRate(200*time.Millisecond))
	}
	return p
}

// Show takes one visit.
func (p *CrawlProgress) Show(e crawler.Event) {
	p.visits++
	broken := e.Result == "failed" || e.Result == "broken" || e.Result == "aborted"
	if broken {
		p.failed++
	}
	said := fmt.Sprintf("crawl: %s visited, %d failed%s", Plural(p.visits, "page"), p.failed, leftText(e.TimeLeft))
	if p.bars == nil {
		p.line.Show(said + ", " + Visible(e.URL))
		return
	}
	p.said.Store(said)
	b := p.bar(e.Run.Source)
	if broken {
		b.failed.Add(1)
	}
	b.SetTotal(int64(e.Visits+e.Left), false)
	b.SetCurrent(int64(e.Visits))
}

func leftText(d time.Duration) string {
	switch {
	case d <= 0:
		return ""
	case d < time.Minute:
		return ", less than a minute left"
	case d < time.Hour:
		return fmt.Sprintf(", about %d min left", int(d.Round(time.Minute).Minutes()))
	}
	return fmt.Sprintf(", about %.1f h left", d.Hours())
}

// bar returns the bar of a source, above the line for all.
func (p *CrawlProgress) bar(source string) *sourceBar {
	if p.total == nil {
		p.total = p.bars.New(0, mpb.NopStyle(), mpb.BarPriority(1<<20), mpb.PrependDecorators(decor.Any(func(decor.Statistics) string { return p.said.Load().(string) })))
	}
	b := p.sources[source]
	if b == nil {
		b = &sourceBar{}
		b.Bar = p.bars.New(0, mpb.BarStyle(), mpb.BarPriority(len(p.sources)),
			mpb.PrependDecorators(decor.Name(Cut(source, 24), decor.WCSyncSpaceR)),
			mpb.AppendDecorators(decor.CountersNoUnit("%d of %d"), decor.Any(func(decor.Statistics) string {
				if n := b.failed.Load(); n > 0 {
					return fmt.Sprintf(", %d failed", n)
				}
				return ""
			})))
		p.sources[source] = b
	}
	return b
}

// Done takes the bars away.
func (p *CrawlProgress) Done() {
	p.line.Done()
	if p.bars == nil {
		return
	}
	for _, b := range p.sources {
		b.Abort(true)
	}
	if p.total != nil {
		p.total.Abort(true)
	}
	p.bars.Wait()
}
