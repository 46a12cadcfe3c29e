package event

// blockSize is how many items a block of a slab holds.
const blockSize = 1 << 10

// A slab is a list that grows block by block: it is never copied, so that what
// it takes at most is what it holds.
type slab[T any] struct{ blocks [][]T }

// add appends an item and returns its number.
func (s *slab[T]) add(v T) uint32 {
	last := len(s.blocks) - 1
	if last < 0 || len(s.blocks[last]) == blockSize {
		s.blocks, last = append(s.blocks, make([]T, 0, blockSize)), last+1
	}
	s.blocks[last] = append(s.blocks[last], v)
	return uint32(s.len() - 1)
}

// at is the item with a number. It stays where it is.
func (s *slab[T]) at(i uint32) *T { return &s.blocks[i/blockSize][i%blockSize] }

func (s *slab[T]) len() int {
	last := len(s.blocks) - 1
	if last < 0 {
		return 0
	}
	return last*blockSize + len(s.blocks[last])
}

// A table gives equal things the same number, from 0 in the order in which they
// come.
type table[K comparable, T any] struct {
	slab[T]
	numbers map[K]uint32
}

// number is that of a key. What has the key is only asked for when it is new.
func (t *table[K, T]) number(k K, what func() T) uint32 {
	n, ok := t.numbers[k]
	if !ok {
		if t.numbers == nil {
			t.numbers = map[K]uint32{}
		}
		n = t.add(what())
		t.numbers[k] = n
	}
	return n
}
