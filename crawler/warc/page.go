package warc

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http/httputil"
	"net/textproto"
	"strconv"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/crawler/unpack"
	"github.com/seed-7461731f/dateline/store/news"
)

// An Entry is a page of the file. One whose record cannot be read has a
// Page.Problem and no body.
type Entry struct {
	Offset int64 // read again from here, this page included
	Page   news.Page
}

// Pages reads the responses and resources of a file as pages, in the order of
// the file; other records are passed over. r begins at the given offset. After
// an error there is nothing more.
func Pages(r io.Reader, offset, limit int64) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		records := NewReader(r, offset, limit)
		for {
			rec, err := records.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(Entry{Offset: rec.Offset}, err)
				return
			}
			if rec.Type != "response" && rec.Type != "resource" {
				continue
			}
			if p, ok := page(rec, limit); ok && !yield(Entry{rec.Offset, p}, nil) {
				return
			}
		}
	}
}

// page makes a page of a record; false when its address is not on the web.
func page(rec Record, limit int64) (news.Page, bool) {
	target := strings.Trim(rec.Header.Get("WARC-Target-URI"), "<> ") // 1.0 wrote it in brackets
	address, err := canon.URL(target, "")
	if err != nil {
		return news.Page{}, false
	}
	p := news.Page{URL: address, FinalURL: target, Problem: rec.Problem}
	p.Link = news.Link{URL: address, Host: canon.Host(address), Kind: news.ArticleLink}
	if at, err := time.Parse(time.RFC3339, rec.Header.Get("WARC-Date")); err == nil {
		p.FetchedAt = at.UTC()
	}
	if p.Problem == "" {
		if err := fill(&p, rec, limit); err != nil {
			p.Problem = err.Error()
		}
	}
	sum := sha256.Sum256(p.Body)
	p.SHA256 = hex.EncodeToString(sum[:])
	return p, true
}

// fill reads status, headers and body.
func fill(p *news.Page, rec Record, limit int64) error {
	if rec.Type == "resource" {
		p.Status, p.Body = 200, rec.Block
		p.Header = map[string][]string{"Content-Type": {rec.Header.Get("Content-Type")}}
		return nil
	}
	in := bufio.NewReader(bytes.NewReader(rec.Block))
	line, err := in.ReadString('\n')
	if err != nil || !strings.HasPrefix(line, "HTTP/") {
		return fmt.Errorf("no HTTP response but %.20q", line)
	}
	_, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	code, _, _ := strings.Cut(rest, " ")
	if p.Status, err = strconv.Atoi(code); err != nil {
		return fmt.Errorf("HTTP status %.20q", rest)
	}
	header, err := textproto.NewReader(in).ReadMIMEHeader()
	if err != nil {
		return fmt.Errorf("HTTP headers: %w", err)
	}
	p.Header = header
	body, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	p.Body, err = plainBody(body, header, limit)
	return err
}

// plainBody removes the encodings that the headers name and that are there:
// many archives keep the headers of the wire and a body that was unpacked.
func plainBody(body []byte, h textproto.MIMEHeader, limit int64) ([]byte, error) {
	if strings.EqualFold(h.Get("Transfer-Encoding"), "chunked") {
		if joined, err := unpack.ReadAll(httputil.NewChunkedReader(bytes.NewReader(body)), int64(len(body)), limit); err == nil {
			body = joined
		}
	}
	encodings := h.Values("Content-Encoding")
	out, err := unpack.Body(body, encodings, limit)
	if err == nil || errors.Is(err, unpack.ErrTooLarge) {
		return out, err
	}
	if !unpack.IsGzip(body) && looksLikeText(body) {
		return body, nil
	}
	return nil, err
}

// looksLikeText: nothing that is packed begins with a printable half kilobyte.
func looksLikeText(body []byte) bool {
	for _, b := range body[:min(len(body), 512)] {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' {
			return false
		}
	}
	return true
}
