package timex_test

import (
	"fmt"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/sentence"
	"github.com/seed-7461731f/dateline/timeline/timex"
)

func ExampleTag() {
	text := "Der Präsident unterschrieb Anfang August einen Erlass. Einige Tage später verlangte er, " +
		"dass der Konzern binnen drei Monaten verkauft. Am Freitag antwortete das Ministerium."
	published := news.DCT{Time: time.Date(2020, 8, 31, 0, 0, 0, 0, time.UTC), Grain: news.GrainDay, Method: "given"}
	for _, e := range timex.Tag("", text, sentence.Split(text, "de"), timex.Options{Lang: "de", DCT: published}) {
		fmt.Printf("%-18s %-8s %-10s %s against %s\n", text[e.Start:e.End], e.Type, e.Value, e.When.EDTF, e.Anchor)
	}
	// Output:
	// Anfang August      DATE     2020-08    2020-08-01/2020-08-10 against dct
	// Einige Tage später DATE     2020-08-XX 2020-08-04/2020-08-19 against event
	// drei Monaten       DURATION P3M        2020-11-04/2020-11-19 against event
	// Freitag            DATE     2020-08-28 2020-08-28 against dct
}
