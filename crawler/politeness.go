package crawler

import (
	"fmt"
	"iter"
	"net/url"
	"time"

	"github.com/seed-7461731f/dateline/crawler/robots"
	"github.com/seed-7461731f/dateline/store/news"
)

// A Violation is a request that broke a rule.
type Violation struct {
	Request news.Request
	Rule    string // "robots", "delay", "concurrency", "retry-after"
	Detail  string
}

// slack is how much shorter than it was a wait may look in the ledger: that
// counts microseconds of a clock which may run off by 500 ppm while it is being
// corrected (RFC 5905).
func slack(d time.Duration) time.Duration { return time.Microsecond + d/1000 }

// Politeness proves from the ledger that no rule was broken: it asks each
// robots.txt again about every request that was sent, by the text that was in
// force, and compares the time between two requests to a host with what the
// host was owed. Lines come in the order in which they were sent. It returns how
// many requests it checked; an error comes from the sequence or from text.
func Politeness(lines iter.Seq2[news.Request, error], text func(robotsID int64) (news.Robots, error)) (checked int, broken []Violation, err error) {
	before := map[string]news.Request{}
	files := map[int64]*robots.File{}
	for r, err := range lines {
		if err != nil {
			return checked, broken, err
		}
		if !r.Sent {
			continue
		}
		checked++
		if b, ok := before[r.Host]; ok {
			broken = append(broken, checkTimes(b, r)...)
		}
		before[r.Host] = r
		v, err := checkRobots(r, files, text)
		if err != nil {
			return checked, broken, err
		}
		broken = append(broken, v...)
	}
	return checked, broken, nil
}

// checkTimes compares two requests to a host that follow each other.
func checkTimes(before, r news.Request) (broken []Violation) {
	gap := r.Started.Sub(before.Started.Add(before.Took))
	switch {
	case gap < -slack(0):
		broken = append(broken, Violation{r, "concurrency", fmt.Sprintf("sent %v before the answer to %s", -gap, before.URL)})
	case gap < r.Delay-slack(r.Delay):
		broken = append(broken, Violation{r, "delay", fmt.Sprintf("sent after %v, owed %v", gap, r.Delay)})
	}
	if before.RetryAfter > 0 && gap < before.RetryAfter-slack(before.RetryAfter) {
		broken = append(broken, Violation{r, "retry-after", fmt.Sprintf("sent after %v, asked for %v by %s", gap, before.RetryAfter, before.URL)})
	}
	return broken
}

// checkRobots reads the robots.txt that was in force anew.
func checkRobots(r news.Request, files map[int64]*robots.File, text func(int64) (news.Robots, error)) ([]Violation, error) {
	u, err := url.Parse(r.URL)
	if err != nil {
		return nil, fmt.Errorf("ledger: %w", err)
	}
	if r.Verdict == exempt {
		// Under robots.txt's exemption nothing travels but that file, or what it
		// redirects to.
		return nil, nil
	}
	file, known := files[r.RobotsID]
	if !known {
		row, err := text(r.RobotsID)
		if err != nil {
			return nil, fmt.Errorf("ledger: robots.txt for %s: %w", r.URL, err)
		}
		file = parseRobots(row)
		files[r.RobotsID] = file
	}
	if file == nil {
		return []Violation{{r, "robots", "sent although robots.txt could not be had"}}, nil
	}
	if v := file.Test(product, u.RequestURI()); !v.Allowed {
		return []Violation{{r, "robots", v.Rule}}, nil
	}
	if owed := file.Delay(product); r.Delay < owed {
		return []Violation{{r, "delay", fmt.Sprintf("Crawl-delay is %v, kept %v", owed, r.Delay)}}, nil
	}
	return nil, nil
}
