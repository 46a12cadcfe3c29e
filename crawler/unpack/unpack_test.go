package unpack

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

var packers = map[string]func(io.Writer) io.WriteCloser{
	"gzip":    func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) },
	"br":      func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) },
	"zstd":    func(w io.Writer) io.WriteCloser { z, _ := zstd.NewWriter(w); return z },
	"deflate": func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) },
}

func pack(s string, packer func(io.Writer) io.WriteCloser) []byte {
	var b bytes.Buffer
	w := packer(&b)
	io.WriteString(w, s)
	w.Close()
	return b.Bytes()
}

func TestBodyComesOutAsItWentIn(t *testing.T) {
	text := strings.Repeat("The dam broke. ", 1000)
	for name, packer := range packers {
		got, err := Body(pack(text, packer), []string{name}, 1<<20)
		if err != nil || string(got) != text {
			t.Errorf("%s: %d bytes, %v; want %d", name, len(got), err, len(text))
		}
	}
	raw := pack(text, func(w io.Writer) io.WriteCloser { z, _ := flate.NewWriter(w, 6); return z })
	if got, err := Body(raw, []string{"deflate"}, 1<<20); err != nil || string(got) != text {
		t.Errorf("raw deflate: %d bytes, %v", len(got), err)
	}
	twice := pack(string(pack(text, packers["gzip"])), packers["br"])
	if got, err := Body(twice, []string{"gzip, br"}, 1<<20); err != nil || string(got) != text {
		t.Errorf("gzip, then br: %d bytes, %v", len(got), err)
	}
	if got, err := Body([]byte("x"), []string{"identity", ""}, 1); err != nil || string(got) != "x" {
		t.Errorf("identity: %q, %v", got, err)
	}
}

func TestTheLimitCountsWhatComesOut(t *testing.T) {
	for name, packer := range packers {
		packed := pack(strings.Repeat("\x00", 1000), packer)
		if _, err := Body(packed, []string{name}, 999); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: 1000 bytes at a limit of 999: error %v, want ErrTooLarge", name, err)
		}
		if got, err := Body(packed, []string{name}, 1000); err != nil || len(got) != 1000 {
			t.Errorf("%s: 1000 bytes at a limit of 1000: %d bytes, %v", name, len(got), err)
		}
	}
}

// FuzzBody: whatever comes, what goes out is within the limit.
func FuzzBody(f *testing.F) {
	for name, packer := range packers {
		f.Add(pack("The dam broke.", packer), name)
	}
	f.Fuzz(func(t *testing.T, body []byte, encoding string) {
		got, err := Body(body, []string{encoding}, 1<<16)
		if err == nil && len(got) > max(1<<16, len(body)) {
			t.Errorf("Body(%d bytes, %q) = %d bytes, over the limit", len(body), encoding, len(got))
		}
	})
}
