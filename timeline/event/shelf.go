package event

import (
	"io"
	"slices"
)

// A Shelf keeps the quotes while a timeline is built: they are most of what a
// story's statements take, and are needed again only when the events are told. A
// file is one.
type Shelf interface {
	io.Writer
	io.ReaderAt
}

// memory is the shelf of a story that is small enough.
type memory struct{ bytes []byte }

func (m *memory) Write(p []byte) (int, error) {
	m.bytes = append(m.bytes, p...)
	return len(p), nil
}

func (m *memory) ReadAt(p []byte, at int64) (int, error) {
	n := copy(p, m.bytes[min(at, int64(len(m.bytes))):])
	if n < len(p) {
		return n, io.ErrUnexpectedEOF
	}
	return n, nil
}

// quotes writes to a shelf in pieces that are worth it.
type quotes struct {
	shelf   Shelf
	size    int64  // of all that was put there
	waiting []byte // the end of it, not yet written
}

// piece is how many bytes are written at a time.
const piece = 1 << 16

// put adds a quote and returns where it stands.
func (q *quotes) put(quote string) (at int64, err error) {
	at = q.size
	q.size += int64(len(quote))
	q.waiting = append(q.waiting, quote...)
	if len(q.waiting) >= piece {
		err = q.flush()
	}
	return at, err
}

func (q *quotes) flush() error {
	_, err := q.shelf.Write(q.waiting)
	q.waiting = q.waiting[:0]
	return err
}

// get returns a quote that was flushed.
func (q *quotes) get(w *wording) (string, error) {
	q.waiting = slices.Grow(q.waiting[:0], int(w.bytes))[:w.bytes]
	_, err := q.shelf.ReadAt(q.waiting, w.quote)
	return string(q.waiting), err
}
