package terminal

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"
)

// Is reports whether w is a terminal.
func Is(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// A Progress shows how far a command is: one line that changes on a terminal,
// now and then a plain line elsewhere.
type Progress struct {
	mu       sync.Mutex
	w        io.Writer
	terminal bool
	quiet    bool
	last     time.Time
	open     bool // the terminal's line is not finished
}

// NewProgress returns one that writes to w, or says nothing when quiet.
func NewProgress(w io.Writer, quiet bool) *Progress {
	return &Progress{w: w, terminal: Is(w), quiet: quiet, last: time.Now()}
}

// Stage shows that a stage has done n items.
func (p *Progress) Stage(name string, n int) { p.Show(fmt.Sprintf("%s: %d", name, n)) }

// Show writes a line, unless one was written a moment ago.
func (p *Progress) Show(line string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	every := 15 * time.Second
	if p.terminal {
		every = 100 * time.Millisecond
	}
	if p.quiet || time.Since(p.last) < every {
		return
	}
	p.last = time.Now()
	if !p.terminal {
		fmt.Fprintln(p.w, line)
		return
	}
	width, _, err := term.GetSize(int(p.w.(*os.File).Fd())) // terminal says it is one
	if err != nil || width < 20 {
		width = 80
	}
	fmt.Fprintf(p.w, "\r\x1b[K%s", Cut(line, width-1))
	p.open = true
}

// Done ends the line that changes.
func (p *Progress) Done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.open {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.open = false
	}
}
