package terminal

import (
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/crawler"
)

func TestProgressOffATerminalIsPlainLines(t *testing.T) {
	var out strings.Builder
	p := NewCrawlProgress(&out, false)
	p.line.last = time.Now().Add(-time.Minute)
	p.Show(crawler.Event{URL: "https://river.example/1\x1b[2J", Result: "failed", TimeLeft: 4 * time.Minute})
	p.Show(crawler.Event{URL: "https://river.example/2", Result: "new"})
	p.Done()
	if got, want := out.String(), "crawl: 1 page visited, 1 failed, about 4 min left, https://river.example/1\ufffd[2J\n"; got != want {
		t.Errorf("progress %q, want one line in so short a time, %q", got, want)
	}
}

func TestTimeLeftInWords(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "", 20 * time.Second: ", less than a minute left", 90 * time.Second: ", about 2 min left", 150 * time.Minute: ", about 2.5 h left",
	} {
		if got := leftText(d); got != want {
			t.Errorf("leftText(%v) = %q, want %q", d, got, want)
		}
	}
}
