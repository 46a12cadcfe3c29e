package main

import (
	"fmt"
	"os"
	"testing"
)

// TestMain lets the test binary be a process of the fetch board.
func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == "-job" {
		if err := work(os.Args[2], os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func TestEveryClientReadsAllPagesAndLinks(t *testing.T) {
	const pages = 2 * siteHosts
	port, stop, err := startSite(pages)
	if err != nil {
		t.Skipf("no made site: %v", err)
	}
	defer stop()
	f := &fetchBoard{dir: t.TempDir(), port: port, costs: map[string][]cost{}}
	for _, kind := range []string{"bare", "colly", "step", "sections", "kept"} {
		if err := f.client(kind, pages); err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		c := f.costs[kind][0]
		if c.cpu <= 0 || c.Peak == 0 || kind != "bare" && c.Links < pages {
			t.Errorf("%s: %+v, want its time, its memory and the links", kind, c)
		}
	}
	if a, b := f.costs["colly"][0].Links, f.costs["step"][0].Links; a != b {
		t.Errorf("colly read %d links, the fetch step %d of the same pages", a, b)
	}
	if c := f.costs["kept"][0]; c.Bytes < pages*1000 || f.costs["step"][0].Bytes != 0 {
		t.Errorf("pages kept in %d bytes, in the step that keeps none in %d", c.Bytes, f.costs["step"][0].Bytes)
	}
}

func TestBoardsAreChosenByName(t *testing.T) {
	for _, tt := range []struct {
		names []string
		want  int
	}{{nil, len(boards)}, {[]string{"timex"}, 1}, {[]string{"speed"}, 4}, {[]string{"speed-store", "tls"}, 2}} {
		if got, err := choose(tt.names); err != nil || len(got) != tt.want {
			t.Errorf("choose(%q) = %d boards, %v; want %d", tt.names, len(got), err, tt.want)
		}
	}
	if _, err := choose([]string{"spead"}); err == nil {
		t.Error("choose took a name that there is not")
	}
}
