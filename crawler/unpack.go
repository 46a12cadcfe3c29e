package crawler

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

// maxEncodings bounds how often one body may be packed: more than once is a
// mistake, more than thrice an attack.
const maxEncodings = 3

// unpack removes content encodings, and the gzip of a file that is served as
// such (sitemap.xml.gz). The limit counts unpacked bytes, so that a small file
// cannot grow into memory.
func unpack(c Config) layer {
	return func(next roundTrip) roundTrip {
		return func(r *http.Request) (*http.Response, error) {
			resp, err := next(r)
			if err != nil {
				return nil, err
			}
			t := tripOf(r)
			body, err := unpackAll(t.body, resp.Header.Values("Content-Encoding"), c.MaxBody)
			if err == nil && isGzipFile(r, resp, body) {
				body, err = decode("gzip", body, c.MaxBody)
			}
			if err != nil {
				return nil, fmt.Errorf("body: %w", err)
			}
			t.body = body
			resp.Header.Del("Content-Encoding")
			resp.Header.Del("Content-Length")
			resp.Body = io.NopCloser(bytes.NewReader(body))
			resp.ContentLength = int64(len(body))
			resp.Uncompressed = true
			return resp, nil
		}
	}
}

func unpackAll(body []byte, headers []string, limit int64) ([]byte, error) {
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
	for i := len(names) - 1; i >= 0 && len(body) > 0; i-- { // the last one was put on last
		if body, err = decode(names[i], body, limit); err != nil {
			return nil, err
		}
	}
	return body, nil
}

// decode removes one encoding.
func decode(name string, body []byte, limit int64) ([]byte, error) {
	if name == "utf-8" { // a charset in the wrong header; seen in the wild
		return body, nil
	}
	r, err := reader(name, body)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if c, ok := r.(io.Closer); ok {
		defer c.Close()
	}
	out, err := readAll(r, int64(len(body))*4, limit)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return out, nil
}

func reader(name string, body []byte) (io.Reader, error) {
	in := bytes.NewReader(body)
	switch name {
	case "gzip", "x-gzip":
		return gzip.NewReader(in)
	case "br":
		return brotli.NewReader(in), nil
	case "zstd":
		d, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(8<<20)) // window: RFC 9659
		if err != nil {
			return nil, err
		}
		return d.IOReadCloser(), nil
	case "deflate":
		if z, err := zlib.NewReader(in); err == nil { // what the RFC means
			return z, nil
		}
		return flate.NewReader(bytes.NewReader(body)), nil // what some servers send
	}
	return nil, errors.New("unknown content encoding")
}

// isGzipFile tells a gzip file that is the content itself.
func isGzipFile(r *http.Request, resp *http.Response, body []byte) bool {
	return bytes.HasPrefix(body, []byte{0x1f, 0x8b, 8}) &&
		(strings.HasSuffix(strings.ToLower(r.URL.Path), ".gz") || !strings.Contains(resp.Header.Get("Content-Type"), "image"))
}
