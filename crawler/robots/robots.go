// Package robots reads robots.txt as RFC 9309 says and reports whether an
// address may be fetched.
//
// In: the bytes of the file, a product token, a path. Out: a verdict with the
// line that gave it. No I/O. Where the RFC leaves a choice, the stricter
// reading is taken: a path is tried in every spelling that means it, and a
// rule that forgets its first slash still forbids.
//
// It is our own because the available reader matches agents by prefix,
// compares percent-encodings literally, weighs a pattern by the length of a
// regular expression, and cannot say which line decided.
package robots

import (
	"bytes"
	"strconv"
	"strings"
	"time"
)

const (
	// maxSize is how much of a file is read: RFC 9309, section 2.5, asks for at
	// least 500 KiB.
	maxSize  = 500 << 10
	maxRules = 20_000
	// maxDelay bounds Crawl-delay: more than a day between two requests is a
	// mistake or a way to say no; a day is obeyed.
	maxDelay = 24 * time.Hour
)

// A File is a robots.txt. The zero File allows everything.
type File struct {
	groups   []group
	Sitemaps []string // as written
}

type group struct {
	agents []string // product tokens, lower-case
	rules  []rule
	delay  time.Duration
}

type rule struct {
	allow   bool
	pattern string // normalised
	line    string // as written, for people
}

// A Verdict says whether an address may be fetched, and by which line; Rule is
// empty when no line speaks of it.
type Verdict struct {
	Allowed bool
	Rule    string
}

// Parse reads a robots.txt. It does not fail: lines that mean nothing are
// passed over, as the RFC asks.
func Parse(body []byte) *File {
	body = bytes.TrimPrefix(body[:min(len(body), maxSize)], []byte("\ufeff"))
	f := &File{}
	naming := false // the lines before were user-agent lines
	rules := 0
	for _, raw := range bytes.FieldsFunc(body, func(r rune) bool { return r == '\n' || r == '\r' }) {
		key, value, ok := split(string(raw))
		if !ok {
			continue
		}
		switch key {
		case "user-agent":
			if !naming {
				f.groups = append(f.groups, group{})
				naming = true
			}
			g := &f.groups[len(f.groups)-1]
			g.agents = append(g.agents, token(value))
		case "allow", "disallow":
			naming = false
			if rules++; rules <= maxRules {
				f.addRule(key == "allow", value, strings.TrimSpace(string(raw)))
			}
		case "crawl-delay":
			f.addDelay(value)
		case "sitemap":
			f.Sitemaps = append(f.Sitemaps, value)
		}
	}
	return f
}

func split(line string) (key, value string, ok bool) {
	line, _, _ = strings.Cut(line, "#")
	key, value, ok = strings.Cut(line, ":")
	return strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value), ok
}

// token cuts the product token out of a user-agent value: "Bot/2.1" is "bot".
func token(s string) string {
	if strings.HasPrefix(s, "*") {
		return "*"
	}
	end := strings.IndexFunc(s, func(r rune) bool {
		return r != '-' && r != '_' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
	if end >= 0 {
		s = s[:end]
	}
	return strings.ToLower(s)
}

// addRule takes a rule into the group that is open; before the first group it
// speaks to nobody.
func (f *File) addRule(allow bool, value, line string) {
	if len(f.groups) == 0 || value == "" {
		return
	}
	if value[0] != '/' && value[0] != '*' {
		if allow {
			return
		}
		value = "/" + value
	}
	g := &f.groups[len(f.groups)-1]
	g.rules = append(g.rules, rule{allow, normalise(value), line})
}

func (f *File) addDelay(value string) {
	seconds, err := strconv.ParseFloat(value, 64)
	if err != nil || !(seconds > 0) || len(f.groups) == 0 {
		return
	}
	d := maxDelay
	if seconds < maxDelay.Seconds() {
		d = time.Duration(seconds * float64(time.Second))
	}
	g := &f.groups[len(f.groups)-1]
	g.delay = max(g.delay, d)
}

// speaking returns the groups that speak to the agent: all that name it, else
// all that speak to everybody (RFC 9309, section 2.2.1).
func (f *File) speaking(agent string) []group {
	var named, everybody []group
	for _, g := range f.groups {
		for _, a := range g.agents {
			switch a {
			case token(agent):
				named = append(named, g)
			case "*":
				everybody = append(everybody, g)
			}
		}
	}
	if named != nil {
		return named
	}
	return everybody
}

// Delay returns the Crawl-delay for the agent, the longest one if there are
// several; 0 when there is none.
func (f *File) Delay(agent string) time.Duration {
	var d time.Duration
	for _, g := range f.speaking(agent) {
		d = max(d, g.delay)
	}
	return d
}

// Test reports whether agent, a product token such as "Dateline", may fetch the
// path (with its query, as sent).
func (f *File) Test(agent, path string) Verdict {
	if path == "/robots.txt" {
		return Verdict{Allowed: true}
	}
	groups := f.speaking(agent)
	verdict := Verdict{Allowed: true}
	for i, spelling := range spellings(path) {
		v := test(groups, spelling)
		if !v.Allowed {
			return v
		}
		if i == 0 {
			verdict = v
		}
	}
	return verdict
}

// test finds the longest rule that matches; allow wins a tie.
func test(groups []group, path string) Verdict {
	v, longest := Verdict{Allowed: true}, -1
	for _, g := range groups {
		for _, r := range g.rules {
			n := len(r.pattern)
			if n < longest || n == longest && (!r.allow || v.Allowed) || !match(r.pattern, path) {
				continue
			}
			v, longest = Verdict{r.allow, r.line}, n
		}
	}
	return v
}
