package rank_test

import (
	"fmt"
	"testing"

	"github.com/seed-7461731f/dateline/timeline/rank"
)

// BenchmarkTimeline ranks and quotes a story of 500 articles that are read
// already: five shapes of text over a hundred days.
func BenchmarkTimeline(b *testing.B) {
	c := rank.NewCollection()
	for i := range 500 {
		x := dam[i%len(dam)]
		x.text += fmt.Sprintf("\n\nOn %d May the council of Orlen counted %d sacks of sand and %d volunteers along the river.", 1+i%28, i*17, i*3)
		add(c, fmt.Sprint(i), "en", x)
	}
	b.ReportAllocs()
	for b.Loop() {
		c.Timeline(rank.Options{Dates: 20, Sentences: 2})
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/500, "µs/article")
}
