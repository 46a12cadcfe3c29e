package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// When did the Chinese export rules come, and who says so?
func TestReaderFindsWhenTheExportRulesCameAndQuotesTheSource(t *testing.T) {
	eachReader(t, func(r reader) {
		r.open("/")
		if r.keys() {
			r.do(chromedp.KeyEvent("/"))
			if !r.has("#f-search:focus") {
				t.Fatal("/ does not lead to the search field")
			}
			r.do(chromedp.KeyEvent("export list"))
			r.follow(chromedp.KeyEvent(kb.Enter))
			r.open("/timeline?topic=export-rules&min_independent=2")
			for range 20 {
				if r.has(`.event.at time[datetime="2020-08-28"]`) {
					break
				}
				r.do(chromedp.KeyEvent("j"))
			}
			r.follow(chromedp.KeyEvent("o"))
		} else {
			r.choose("#f-topic", "export-rules", "Chinese export rules")
			r.fill("#f-min_independent", "2")
			r.press("#filters button")
			r.press(`.event:has(time[datetime="2020-08-28"]) a.open`)
		}
		r.want(".head", "28 August 2020", "Chinese export rules")
		r.want("#cite", "http", "2020", r.text(".quote mark"))
		switch r.by {
		case "mouse":
			r.do(chromedp.Click(chromedp.CSS("button[data-copy]")))
			if got := r.clipboard(); got != r.text("#cite") {
				t.Errorf("copied %q, want the citation %q", got, r.text("#cite"))
			}
		case "keyboard":
			r.do(chromedp.KeyEvent("c"))
			if got := r.clipboard(); !strings.Contains(got, "http") || !strings.Contains(got, "“") {
				t.Errorf("c copied %q, want a quote and an address", got)
			}
		}
	})
}

// Which deadlines moved, from when to when, and who said so?
func TestReaderSeesWhichDeadlinesMoved(t *testing.T) {
	eachReader(t, func(r reader) {
		r.open("/timeline")
		if r.keys() {
			r.follow(chromedp.KeyEvent("d"))
		} else {
			r.press(`.mast a[href="/deadlines"]`)
		}
		if n := r.count("#moved .term"); n == 0 {
			t.Fatal("no deadline moved")
		}
		r.want("#moved", "deadline, moved", "12 November 2020", "told 14 Aug 2020 by Northwire")
		r.press("#moved .term a.open")
		r.want(".head", "deadline, moved")
		r.want(".history", "Nov 2020", "told", "by")
	})
}

// What did Oracle do in September 2020?
func TestReaderSeesWhatOracleDidInSeptember(t *testing.T) {
	eachReader(t, func(r reader) {
		r.open("/timeline")
		r.fill("#f-from", "2020-09")
		r.fill("#f-to", "2020-09")
		r.choose("#f-actor", "oracle", "Oracle")
		r.press("#filters button")
		r.want(".chips", "Oracle", "2020-09")
		if n := r.count("#m2020-09 .event"); n < 3 {
			t.Fatalf("%d events of September, want some", n)
		}
		if n := r.count("#m2020-10"); n > 0 {
			t.Error("events of October are among those of September")
		}
		if r.keys() {
			r.do(chromedp.KeyEvent("j"))
			r.follow(chromedp.KeyEvent("o"))
		} else {
			r.press("#m2020-09 .event a.open")
		}
		r.want(".facts", "Oracle")
	})
}

// What is new since Monday?
func TestReaderSeesWhatIsNewSinceMonday(t *testing.T) {
	eachReader(t, func(r reader) {
		r.open("/timeline")
		if r.keys() {
			r.follow(chromedp.KeyEvent("n"))
		} else {
			r.press(`.mast a[href="/new"]`)
		}
		r.press(".jump li:first-child a")
		r.want(".jump [aria-current]", "since Monday")
		r.want(".tally", "new")
		if n := r.count("section .change"); n == 0 {
			t.Fatal("nothing is new, though the demo ran today")
		}
		if r.keys() {
			r.do(chromedp.KeyEvent("j"))
			r.follow(chromedp.KeyEvent("o"))
		} else {
			r.press("section .change a.open")
		}
		r.want("#h-evidence", "Who says so")
	})
}

// A bar of the histogram leads to its period, by mouse and by keyboard.
func TestBarsOfTheHistogramLeadCloser(t *testing.T) {
	eachReader(t, func(r reader) {
		r.open("/timeline?lanes=topic")
		r.press(".bars a:last-of-type")
		r.want(".chips", "from", "to")
		if !r.has(".event") {
			t.Error("the period of a bar holds no event")
		}
	})
}

// Tab leads over the skip link to the first event.
func TestSkipLinkLeadsPastTheHead(t *testing.T) {
	r := reader{t, newTab(t), "keyboard"}
	r.open("/timeline")
	r.do(chromedp.KeyEvent(kb.Tab))
	if !r.has(".skip:focus") {
		t.Fatal("the first Tab does not lead to the skip link")
	}
	r.do(chromedp.KeyEvent(kb.Enter))
	r.keysTo(".event a.open")
	r.do(chromedp.KeyEvent("?"))
	if !r.has("#help[open]") {
		t.Error("? does not open the help")
	}
}
