package crawler

import (
	"encoding/binary"
	"hash/maphash"
	"sync"

	"github.com/seed-7461731f/dateline/store/news"
)

// maxTold bounds the memory of what the frontier was told; at the bound it
// begins anew.
const maxTold = 1 << 17

// told remembers which addresses this crawl has handed to the frontier. Every
// page of a site carries the same links, and telling the frontier the same
// again changes nothing and costs more than reading the page.
type told struct {
	seed maphash.Seed
	mu   sync.Mutex
	seen map[uint64]struct{}
}

func newTold() *told { return &told{seed: maphash.MakeSeed(), seen: map[uint64]struct{}{}} }

// key holds all of a task that the frontier may take into a row it has.
func (t *told) key(task news.Task) uint64 {
	var h maphash.Hash
	h.SetSeed(t.seed)
	for _, s := range []string{task.Link.URL, string(task.Link.Kind), string(task.State), task.Problem} {
		h.WriteString(s)
		h.WriteByte(0)
	}
	var b [16]byte
	binary.LittleEndian.PutUint64(b[:], uint64(task.Link.Published.Time.UnixMilli()))
	binary.LittleEndian.PutUint64(b[8:], uint64(task.Link.Modified.UnixMilli()))
	h.Write(b[:])
	return h.Sum64()
}

func (t *told) has(task news.Task) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	_, ok := t.seen[t.key(task)]
	return ok
}

// add comes after the frontier has taken the tasks: were it killed before, the
// next page that names them must tell it.
func (t *told) add(tasks []news.Task) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.seen)+len(tasks) > maxTold {
		clear(t.seen)
	}
	for _, task := range tasks {
		t.seen[t.key(task)] = struct{}{}
	}
}
