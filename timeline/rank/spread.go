package rank

import (
	"container/heap"

	"github.com/seed-7461731f/dateline/store/news"
)

// Crowding: an event counts this share of its score for each event already
// chosen on its day or a neighbouring one, and again if that is of its topic.
const (
	crowdShare = 0.7
	crowdDays  = 1
)

// Spread puts events in the order in which a reader wants few of them: best
// first, but each the lower the more of those before it lie on its day or the
// day beside it (a greedy choice under diminishing returns; Nemhauser et al.,
// 1978). At most limit are chosen; 0 is all. events come best first.
func Spread(events []news.Event, limit int) []news.Event {
	q := make(crowdQueue, len(events))
	for i := range events {
		q[i] = crowded{at: i, score: events[i].Score}
	}
	heap.Init(&q)
	if limit <= 0 || limit > len(events) {
		limit = len(events)
	}
	chosen := crowd{} // events by day number, and by day and topic
	out := make([]news.Event, 0, limit)
	for len(out) < limit && q.Len() > 0 {
		top := &q[0]
		e := &events[top.at]
		n := chosen.beside(e)
		if n > top.seen { // crowded since it was weighed: weigh it again
			for ; top.seen < n; top.seen++ {
				top.score *= crowdShare
			}
			heap.Fix(&q, 0)
			continue
		}
		out = append(out, *e)
		for d := first(e.When); d <= last(e.When); d++ {
			chosen[dayTopic{d, ""}]++
			chosen[dayTopic{d, e.Topic}]++
		}
		heap.Pop(&q)
	}
	return out
}

func first(i news.Interval) int64 { return i.From.Unix() / int64(daySeconds) }

// last is the last day, of a time up to a week: longer ones crowd nothing.
func last(i news.Interval) int64 {
	if i.Days() > weekDays {
		return first(i) - 1
	}
	return i.To.Unix()/int64(daySeconds) - 1
}

// A crowd counts what was chosen for each day: all, under no topic, and those of
// each topic.
type crowd map[dayTopic]int

type dayTopic struct {
	day   int64
	topic string
}

// beside is how many events were chosen for the fullest of the days of an event,
// or beside it, those of its own topic counted twice.
func (c crowd) beside(e *news.Event) (n int) {
	if e.When.Days() > weekDays {
		return 0
	}
	for d := first(e.When) - crowdDays; d <= last(e.When)+crowdDays; d++ {
		n = max(n, c[dayTopic{d, ""}]+c[dayTopic{d, e.Topic}])
	}
	return n
}

// A crowded event is one with the score that its neighbours leave it.
type crowded struct {
	at    int // in the order given
	score float64
	seen  int // neighbours that the score takes into account
}

type crowdQueue []crowded

func (q crowdQueue) Len() int { return len(q) }
func (q crowdQueue) Less(i, j int) bool {
	return q[i].score > q[j].score || q[i].score == q[j].score && q[i].at < q[j].at
}
func (q crowdQueue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *crowdQueue) Push(x any)   { *q = append(*q, x.(crowded)) }
func (q *crowdQueue) Pop() any {
	old := *q
	x := old[len(old)-1]
	*q = old[:len(old)-1]
	return x
}
