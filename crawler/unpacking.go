package crawler

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/seed-7461731f/dateline/crawler/unpack"
)

// unpacking puts the body into the trip, without its content encodings, and
// without the gzip of a file that is served as such (sitemap.xml.gz). The limit counts unpacked bytes, so that a small file
// cannot grow into memory.
func unpacking(c Config) layer {
	return func(next roundTrip) roundTrip {
		return func(r *http.Request) (*http.Response, error) {
			resp, err := next(r)
			if err != nil {
				return nil, err
			}
			t := tripOf(r)
			body, err := unpack.Body(t.body, resp.Header.Values("Content-Encoding"), c.MaxBody)
			if err == nil && isGzipFile(r, resp, body) {
				body, err = unpack.One("gzip", body, c.MaxBody)
			}
			if err != nil {
				return nil, fmt.Errorf("body: %w", err)
			}
			t.body = body
			resp.Header.Del("Content-Encoding")
			resp.Header.Del("Content-Length")
			resp.Body, resp.ContentLength = http.NoBody, 0 // the body is in the trip; nobody needs a copy
			resp.Uncompressed = true
			return resp, nil
		}
	}
}

// isGzipFile tells a gzip file that is the content itself.
func isGzipFile(r *http.Request, resp *http.Response, body []byte) bool {
	return unpack.IsGzip(body) &&
		(strings.HasSuffix(strings.ToLower(r.URL.Path), ".gz") || !strings.Contains(resp.Header.Get("Content-Type"), "image"))
}
