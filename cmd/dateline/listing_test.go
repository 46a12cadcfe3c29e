package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"

	"github.com/seed-7461731f/dateline/store/news"
)

func TestEventsFitANarrowTerminal(t *testing.T) {
	e := news.Event{ID: "e000000000001", When: news.Interval{EDTF: "2020-09-08"}, Status: news.Planned, Topic: "sale", Headline: strings.Repeat("美國總統", 20)}
	var b bytes.Buffer
	if err := writeTable(&b, []news.Event{e}, 30); err != nil {
		t.Fatal(err)
	}
	if want := "2020-09-08  planned  sale\n"; !strings.HasPrefix(b.String(), want) {
		t.Errorf("got %q, want it to begin with %q", b.String(), want)
	}
	for _, l := range strings.Split(b.String(), "\n") {
		if n := runewidth.StringWidth(l); n > 30 {
			t.Errorf("a line of %d columns: %q", n, l)
		}
	}
}
