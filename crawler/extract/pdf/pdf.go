// Package pdf reads the lines of text out of a PDF document.
//
// In: the bytes of a document. Out: its lines in reading order, each with the
// place where it stands, and what the document says of itself. No I/O.
//
// PDFium, the reader of Chrome, does the reading, compiled to WebAssembly: what
// is wrong with a document stays in a sandbox that has its own memory, no files
// and a time limit. It is compiled to machine code when the first document
// comes, which takes 2 to 4 seconds once in a process; pages of HTML pay
// nothing.
package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfium_errors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// The limits of a document. An executive order has 3 pages, a long judgment 200.
const (
	MaxPages  = 400
	maxRunes  = 1_500_000
	maxMemory = 2048 // of the sandbox, in units of 64 KiB
	maxTime   = 5 * time.Second
)

// Why a document gives no lines.
var (
	ErrLocked = errors.New("locked with a password")
	ErrBroken = errors.New("broken")
	ErrLong   = fmt.Errorf("more than %d pages or %d characters", MaxPages, maxRunes)
	ErrSlow   = fmt.Errorf("not read within %s", maxTime)
)

// A Document is the text of a PDF. Title and Created are as its maker filled
// them in, which is often a file name and the day of the last export.
type Document struct {
	Title   string
	Created string // "D:20200814093000-04'00'"; "" unknown
	Pages   int
	Lines   []Line
}

// A Line is one line of a page, in points, from the left and the bottom.
type Line struct {
	Text        string // a word that goes on in the next line ends with a soft hyphen
	Page        int    // from 0
	Left, Right float64
	Bottom      float64
	Size        float64 // height of its first character
}

// engine starts the sandbox. One document at a time: the memory of many would
// add up, and few pages are documents.
var engine = sync.OnceValues(func() (pdfium.Pool, error) {
	return webassembly.Init(webassembly.Config{
		MaxIdle: 1, MaxTotal: 1,
		Stdout: io.Discard, Stderr: io.Discard,
		FSConfig: wazero.NewFSConfig(), // no files
		RuntimeConfig: wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithMemoryLimitPages(maxMemory).
			WithCloseOnContextDone(true),
	})
})

// Read returns the lines of a document. The error says why there are none:
// ErrLocked, ErrBroken, ErrLong or ErrSlow, or that the sandbox did not start.
// A scanned document has pages and no lines.
func Read(body []byte) (Document, error) {
	pool, err := engine()
	if err != nil {
		return Document{}, fmt.Errorf("PDFium: %w", err)
	}
	instance, err := pool.GetInstanceWithContext(context.Background())
	if err != nil {
		return Document{}, fmt.Errorf("PDFium: %w", err)
	}
	return within(maxTime, instance, func() (Document, error) { return read(instance, body) })
}

// within reads with a time limit, and gives the sandbox up either way.
func within(limit time.Duration, instance pdfium.Pdfium, read func() (Document, error)) (d Document, err error) {
	killed := make(chan struct{})
	timer := time.AfterFunc(limit, func() {
		defer close(killed)
		_ = instance.Kill() // nothing of it is used again
	})
	d, err = guarded(read)
	if !timer.Stop() {
		<-killed
		return Document{}, ErrSlow
	}
	_ = instance.Close()
	return d, err
}

// guarded takes a panic of the library for a broken document.
func guarded(read func() (Document, error)) (d Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			d, err = Document{}, fmt.Errorf("%w: %v", ErrBroken, r)
		}
	}()
	return read()
}

func read(in pdfium.Pdfium, body []byte) (d Document, err error) {
	opened, err := in.OpenDocument(&requests.OpenDocument{File: &body})
	switch {
	case errors.Is(err, pdfium_errors.ErrPassword), errors.Is(err, pdfium_errors.ErrSecurity):
		return d, ErrLocked
	case err != nil:
		return d, ErrBroken
	}
	count, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return d, ErrBroken
	}
	if d.Pages = count.PageCount; d.Pages > MaxPages {
		return d, ErrLong
	}
	meta := func(tag string) string {
		m, err := in.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: opened.Document, Tag: tag})
		if err != nil {
			return ""
		}
		return m.Value
	}
	d.Title, d.Created = meta("Title"), meta("CreationDate")
	r := reader{in: in, document: opened.Document}
	for i := range d.Pages {
		if err := r.page(i); err != nil {
			return d, err
		}
	}
	if r.failed > 0 && r.failed == d.Pages {
		return d, ErrBroken
	}
	d.Lines = r.lines
	return d, nil
}
