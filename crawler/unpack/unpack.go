// Package unpack removes HTTP content encodings, within a limit on what comes
// out: a small body must not grow into memory.
//
// In: packed bytes and the names of their encodings. Out: the bytes. No I/O.
package unpack

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

// ErrTooLarge is wrapped by the error for a body over the limit. A page is
// whole or it is not kept.
var ErrTooLarge = errors.New("body over the limit")

// maxEncodings bounds how often one body may be packed: more than once is a
// mistake, more than thrice an attack.
const maxEncodings = 3

// Body removes the encodings that the values of Content-Encoding name, the
// last one first. limit is in bytes, of what comes out of each.
func Body(body []byte, headers []string, limit int64) ([]byte, error) {
	var names []string
	for _, h := range headers {
		for name := range strings.SplitSeq(h, ",") {
			if name = strings.ToLower(strings.TrimSpace(name)); name != "" && name != "identity" {
				names = append(names, name)
			}
		}
	}
	if len(names) > maxEncodings {
		return nil, fmt.Errorf("packed %d times", len(names))
	}
	var err error
	for i := len(names) - 1; i >= 0 && len(body) > 0; i-- {
		if body, err = One(names[i], body, limit); err != nil {
			return nil, err
		}
	}
	return body, nil
}

// One removes one encoding: gzip, br, zstd or deflate.
func One(name string, body []byte, limit int64) ([]byte, error) {
	if name == "utf-8" { // a charset in the wrong header; seen in the wild
		return body, nil
	}
	r, done, err := reader(name, body)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	defer done()
	out, err := ReadAll(r, expected(name, body), limit)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return out, nil
}

// expected guesses how many bytes come out; a wrong guess costs a copy.
func expected(name string, body []byte) int64 {
	if strings.HasSuffix(name, "gzip") && len(body) > 8 {
		// The trailer has the size (RFC 1952, section 2.3.1).
		return min(int64(binary.LittleEndian.Uint32(body[len(body)-4:])), 64*int64(len(body)))
	}
	return 4 * int64(len(body))
}

// gzips are readers to use again: one holds 40 KB of tables.
var gzips = sync.Pool{New: func() any { return new(gzip.Reader) }}

// reader unpacks a body; done frees what it holds.
func reader(name string, body []byte) (r io.Reader, done func(), err error) {
	in := bytes.NewReader(body)
	switch name {
	case "gzip", "x-gzip":
		z := gzips.Get().(*gzip.Reader)
		return z, func() { gzips.Put(z) }, z.Reset(in)
	case "br":
		return brotli.NewReader(in), func() {}, nil
	case "zstd":
		d, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(8<<20)) // window: RFC 9659
		if err != nil {
			return nil, nil, err
		}
		return d, d.Close, nil
	case "deflate":
		if z, err := zlib.NewReader(in); err == nil { // what the RFC means
			return z, func() { z.Close() }, nil
		}
		z := flate.NewReader(bytes.NewReader(body)) // what some servers send
		return z, func() { z.Close() }, nil
	}
	return nil, nil, errors.New("unknown content encoding")
}

// IsGzip tells gzip by its first bytes.
func IsGzip(body []byte) bool { return bytes.HasPrefix(body, []byte{0x1f, 0x8b, 8}) }

// ReadAll reads to the end, or to one byte over the limit, which is an error.
// hint is the expected size; -1 for none.
func ReadAll(r io.Reader, hint, limit int64) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(int(min(max(hint, 0), limit, 1<<20)) + bytes.MinRead)
	_, err := b.ReadFrom(io.LimitReader(r, limit+1))
	if int64(b.Len()) > limit {
		err = TooLarge(limit)
	}
	return b.Bytes(), err
}

// TooLarge is the error for a body over the limit.
func TooLarge(limit int64) error { return fmt.Errorf("%w of %d bytes", ErrTooLarge, limit) }
