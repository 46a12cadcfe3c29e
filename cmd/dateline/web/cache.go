package web

import (
	"container/list"
	"sync"
)

// The bounds of the answers kept, in bytes, by which memory stays flat whatever
// is asked: those that show events, and those that change with every write.
const (
	maxEvents = 64 << 20
	maxLive   = 16 << 20
)

// A cache keeps the answers that were last asked for.
type cache struct {
	most    int // bytes
	mu      sync.Mutex
	entries map[string]*list.Element
	order   list.List // of *cached, last asked first
	bytes   int
}

type cached struct {
	key    string
	answer answer
}

func (c *cache) get(key string) (answer, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.entries[key]
	if !ok {
		return answer{}, false
	}
	c.order.MoveToFront(e)
	return e.Value.(*cached).answer, true
}

func (c *cache) put(key string, a answer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.entries[key]; ok {
		return
	}
	if c.entries == nil {
		c.entries = map[string]*list.Element{}
	}
	c.entries[key] = c.order.PushFront(&cached{key, a})
	c.bytes += size(key, a)
	for c.bytes > c.most && c.order.Len() > 1 {
		oldest := c.order.Back()
		old := c.order.Remove(oldest).(*cached)
		delete(c.entries, old.key)
		c.bytes -= size(old.key, old.answer)
	}
}

func size(key string, a answer) int { return len(key) + len(a.body) + len(a.zipped) + 512 }
