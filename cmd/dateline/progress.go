package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"
)

// isTerminal tells whether w is a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// say prints a line for people to stderr, unless --quiet.
func (s *settings) say(stderr io.Writer, format string, args ...any) {
	if !s.quiet {
		fmt.Fprintf(stderr, format+"\n", args...)
	}
}

// A progress shows how far a command is: one line that changes on a terminal,
// now and then a plain line elsewhere.
type progress struct {
	mu       sync.Mutex
	w        io.Writer
	terminal bool
	quiet    bool
	last     time.Time
	open     bool // the terminal's line is not finished
}

func (s *settings) progress(w io.Writer) *progress {
	return &progress{w: w, terminal: isTerminal(w), quiet: s.quiet, last: time.Now()}
}

// stage tells that a stage has done n items.
func (p *progress) stage(name string, n int) { p.show(fmt.Sprintf("%s: %d", name, n)) }

func (p *progress) show(line string) {
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
	fmt.Fprintf(p.w, "\r\x1b[K%s", cutWidth(line, width-1))
	p.open = true
}

// done ends the line that changes.
func (p *progress) done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.open {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.open = false
	}
}
