// Package warc reads pages out of WARC files and writes them into one (ISO
// 28500:2017, WARC/1.1).
//
// In: a stream, plain or gzip with one or more records a member. Out: pages,
// each with the offset from which reading can be taken up again. No network,
// no clock. A file is hostile input: every length is bounded, and a record
// that cannot be read is told and passed over.
package warc

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"

	"github.com/seed-7461731f/dateline/crawler/unpack"
)

const (
	// DefaultLimit is the largest body that is read, packed and unpacked.
	DefaultLimit = 32 << 20
	maxHead      = 1 << 20 // bytes of the headers of one record
)

// A Record is one record of the file.
type Record struct {
	Offset  int64 // of the gzip member, or of the record in a plain file: read again from here
	Type    string
	Header  textproto.MIMEHeader
	Block   []byte // "" when Problem
	Problem string // why Block is not there
}

// A Reader reads records one after the other.
type Reader struct {
	limit  int64
	in     *bufio.Reader
	under  *counter
	gz     *gzip.Reader
	member *bufio.Reader // the open gzip member; nil: none, or a plain file
	start  int64         // offset of the open member
	plain  bool
}

// counter counts what was read from the file.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// NewReader reads r, which begins at the given offset of its file: 0, or an
// offset that a record told. limit is the largest block in bytes.
func NewReader(r io.Reader, offset, limit int64) *Reader {
	under := &counter{r, offset}
	in := bufio.NewReaderSize(under, 64<<10)
	head, _ := in.Peek(2)
	return &Reader{limit: limit, in: in, under: under, plain: !(len(head) == 2 && head[0] == 0x1f && head[1] == 0x8b)}
}

// offset is where in the file the next byte stands.
func (r *Reader) offset() int64 { return r.under.n - int64(r.in.Buffered()) }

// Next returns the next record, io.EOF after the last. A record over the limit
// has a Problem; any other error ends the file, at Record.Offset.
func (r *Reader) Next() (Record, error) {
	for {
		src, err := r.source()
		if err != nil {
			return Record{Offset: r.start}, err
		}
		rec, err := r.record(src)
		if r.member != nil && errors.Is(err, io.EOF) {
			r.member = nil // the end of a member
			continue
		}
		if err != nil && !errors.Is(err, io.EOF) {
			err = fmt.Errorf("warc: at byte %d: %w", rec.Offset, err)
		}
		return rec, err
	}
}

// source is the open member, or the next one.
func (r *Reader) source() (*bufio.Reader, error) {
	if r.plain {
		r.start = r.offset()
		return r.in, nil
	}
	if r.member != nil {
		return r.member, nil
	}
	r.start = r.offset()
	if _, err := r.in.Peek(1); err != nil {
		return nil, err
	}
	var err error
	if r.gz == nil {
		r.gz, err = gzip.NewReader(r.in)
	} else {
		err = r.gz.Reset(r.in)
	}
	if err != nil {
		return nil, fmt.Errorf("warc: at byte %d: %w", r.start, err)
	}
	r.gz.Multistream(false)
	r.member = bufio.NewReader(r.gz)
	return r.member, nil
}

// record reads one record; io.EOF when there is none left in src.
func (r *Reader) record(src *bufio.Reader) (Record, error) {
	rec := Record{Offset: r.start}
	if err := skipBlank(src); err != nil {
		return rec, err
	}
	head, err := readHead(src)
	if err != nil {
		return rec, unexpected(err)
	}
	version, fields, _ := strings.Cut(head, "\n")
	if !strings.HasPrefix(version, "WARC/") {
		return rec, fmt.Errorf("no WARC record but %.20q", version)
	}
	rec.Header, err = textproto.NewReader(bufio.NewReader(strings.NewReader(fields + "\r\n"))).ReadMIMEHeader()
	if err != nil {
		return rec, unexpected(err)
	}
	size, err := strconv.ParseInt(strings.TrimSpace(rec.Header.Get("Content-Length")), 10, 64)
	if err != nil || size < 0 {
		return rec, fmt.Errorf("Content-Length %q", rec.Header.Get("Content-Length"))
	}
	rec.Type = strings.ToLower(rec.Header.Get("WARC-Type"))
	if size > r.limit {
		rec.Problem = unpack.TooLarge(r.limit).Error()
		_, err = io.CopyN(io.Discard, src, size)
		return rec, unexpected(err)
	}
	rec.Block = make([]byte, size)
	_, err = io.ReadFull(src, rec.Block)
	return rec, unexpected(err)
}

// unexpected: a file that ends inside a record is broken.
func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// skipBlank passes over the empty lines between records.
func skipBlank(src *bufio.Reader) error {
	for {
		b, err := src.ReadByte()
		if err != nil {
			return err
		}
		if b != '\r' && b != '\n' {
			return src.UnreadByte()
		}
	}
}

// readHead reads up to the empty line, without it.
func readHead(src *bufio.Reader) (string, error) {
	var b strings.Builder
	for {
		line, err := src.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			err = nil
		}
		if err != nil {
			return "", err
		}
		if b.Len()+len(line) > maxHead {
			return "", errors.New("headers over the limit")
		}
		if s := strings.TrimRight(string(line), "\r\n"); s == "" && b.Len() > 0 && strings.HasSuffix(b.String(), "\n") {
			return b.String(), nil
		}
		b.Write(line)
	}
}
