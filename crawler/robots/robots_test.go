package robots

import (
	"strings"
	"testing"
	"time"
)

var verdictTests = []struct {
	name, file, path string
	want             bool
}{
	{"an empty file allows", "", "/x", true},
	{"disallow is a prefix", "User-agent: *\nDisallow: /a", "/abc", false},
	{"an empty disallow allows", "User-agent: *\nDisallow:", "/x", true},
	{"our own group beats everybody's", "User-agent: *\nDisallow: /\nUser-agent: dateline\nAllow: /", "/x", true},
	{"everybody's group is not ours then", "User-agent: Dateline\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/b", true},
	{"a shorter name is another agent", "User-agent: Date\nAllow: /\nUser-agent: *\nDisallow: /", "/x", false},
	{"a version is not part of the name", "User-agent: Dateline/1.0\nDisallow: /a", "/a", false},
	{"groups that name us are one", "User-agent: dateline\nDisallow: /a\n\nUser-agent: x\nDisallow: /c\n\nUser-agent: DateLine\nDisallow: /b", "/b", false},
	{"a blank line does not end a group", "User-agent: *\n\nDisallow: /a", "/a", false},
	{"several agents share a group", "User-agent: x\nUser-agent: dateline\nDisallow: /a", "/a", false},
	{"the longest rule wins", "User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/b/c", true},
	{"the longest rule wins, whatever the order", "User-agent: *\nDisallow: /a/b/\nAllow: /a/", "/a/b/c", false},
	{"allow wins a tie", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", true},
	{"a star counts as one sign", "User-agent: *\nAllow: /a*.html\nDisallow: /a/secret/", "/a/secret/x.html", false},
	{"star and end", "User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false},
	{"the end is the end", "User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?page=1", true},
	{"query", "User-agent: *\nDisallow: /*?print=", "/x?print=1", false},
	{"encoded rule, lower-case path", "User-agent: *\nDisallow: /caf%C3%A9", "/caf%c3%a9", false},
	{"encoded rule, raw path", "User-agent: *\nDisallow: /caf%C3%A9", "/café", false},
	{"raw rule, encoded path", "User-agent: *\nDisallow: /café", "/caf%C3%A9", false},
	{"an encoded letter is the letter", "User-agent: *\nDisallow: /secret", "/%73ecret", false},
	{"an encoded slash may be a slash", "User-agent: *\nDisallow: /a/b", "/a%2Fb", false},
	{"a forgotten slash still forbids", "User-agent: *\nDisallow: secret", "/secret", false},
	{"robots.txt itself is free", "User-agent: *\nDisallow: /", "/robots.txt", true},
	{"comments", "User-agent: * # all\nDisallow: /a # that", "/a", false},
	{"carriage returns alone", "User-agent: *\rDisallow: /a\r", "/a", false},
	{"byte order mark", "\ufeffUser-agent: *\nDisallow: /a", "/a", false},
	{"rules before any group speak to nobody", "Disallow: /a\nUser-agent: *\nDisallow: /b", "/a", true},
	{"a page of HTML allows", "<html><body>not here</body></html>", "/x", true},
	{"crawl-delay does not end the names", "User-agent: dateline\nCrawl-delay: 2\nUser-agent: x\nDisallow: /a", "/a", false},
}

func TestVerdicts(t *testing.T) {
	for _, tt := range verdictTests {
		t.Run(tt.name, func(t *testing.T) {
			got := Parse([]byte(tt.file)).Test("Dateline", tt.path)
			if got.Allowed != tt.want {
				t.Errorf("Parse(%q).Test(Dateline, %s) = %+v, want %t", tt.file, tt.path, got, tt.want)
			}
			if !got.Allowed && got.Rule == "" {
				t.Errorf("Parse(%q).Test(Dateline, %s) forbids without a rule", tt.file, tt.path)
			}
		})
	}
}

func TestDelay(t *testing.T) {
	for _, tt := range []struct {
		file string
		want time.Duration
	}{
		{"User-agent: *\nCrawl-delay: 2.5\nDisallow: /a", 2500 * time.Millisecond},
		{"User-agent: *\nCrawl-delay: 10\nUser-agent: dateline\nCrawl-delay: 1", 10 * time.Second}, // one group of two names
		{"User-agent: *\nDisallow: /\nCrawl-delay: 10\nUser-agent: dateline\nCrawl-delay: 1", time.Second},
		{"User-agent: *\nCrawl-delay: 1e99", 24 * time.Hour},
		{"User-agent: *\nCrawl-delay: NaN", 0},
		{"User-agent: *\nCrawl-delay: -1", 0},
		{"User-agent: *\nCrawl-delay: soon", 0},
	} {
		if got := Parse([]byte(tt.file)).Delay("Dateline"); got != tt.want {
			t.Errorf("Parse(%q).Delay = %v, want %v", tt.file, got, tt.want)
		}
	}
}

// Tried in every way, the pattern would not end within the test's own timeout.
func TestPatternsAreBounded(t *testing.T) {
	f := Parse([]byte("User-agent: *\nDisallow: /" + strings.Repeat("*a", 2000) + "b$"))
	if v := f.Test("Dateline", "/"+strings.Repeat("a", 4000)); !v.Allowed {
		t.Errorf("a pattern that ends in another letter forbids the path: %+v", v)
	}
}

// FuzzTest: every spelling of a forbidden path is forbidden.
func FuzzTest(f *testing.F) {
	for _, tt := range verdictTests {
		f.Add(tt.file, tt.path)
	}
	f.Fuzz(func(t *testing.T, file, path string) {
		r := Parse([]byte(file))
		a, b := r.Test("Dateline", path), r.Test("Dateline", normalise(path))
		if a.Allowed != b.Allowed && path != "/robots.txt" && normalise(path) != "/robots.txt" {
			t.Errorf("Parse(%q): %q gives %+v, %q gives %+v", file, path, a, normalise(path), b)
		}
		if d := r.Delay("Dateline"); d < 0 || d > maxDelay {
			t.Errorf("Parse(%q).Delay = %v", file, d)
		}
	})
}
