package main

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A shown is a command that serves, and where.
type shown struct {
	address string
	stop    context.CancelFunc
	code    chan int
}

// show runs a command until it prints an address.
func show(t *testing.T, args ...string) shown {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	t.Cleanup(stop)
	stderr, w := io.Pipe()
	out := shown{stop: stop, code: make(chan int, 1)}
	go func() {
		out.code <- execute(ctx, &settings{}, args, strings.NewReader(""), io.Discard, w)
		w.Close()
	}()
	lines := bufio.NewScanner(stderr)
	for lines.Scan() {
		if out.address = regexp.MustCompile(`http://\S+`).FindString(lines.Text()); out.address != "" {
			go io.Copy(io.Discard, stderr)
			return out
		}
		t.Log(lines.Text())
	}
	t.Fatalf("dateline %s: no address", strings.Join(args, " "))
	return out
}

// ends tells how a command ended after Ctrl-C.
func (s shown) ends(t *testing.T) int {
	t.Helper()
	s.stop()
	return <-s.code // what does not end, the test's own timeout tells
}

func read(t *testing.T, address string) (status int, body string) {
	t.Helper()
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(b)
}

func TestDemoIsShownUntilCtrlC(t *testing.T) {
	db := filepath.Join(t.TempDir(), "demo.db")
	demo := show(t, "demo", "--serve", "--listen", "localhost:0", "--db", db)
	if status, body := read(t, demo.address+"/timeline?topic=export-rules"); status != http.StatusOK || !strings.Contains(body, "Northwire") {
		t.Errorf("the demo's timeline: status %d, %d bytes", status, len(body))
	}
	if code := demo.ends(t); code != exitDone {
		t.Errorf("Ctrl-C ends the demo with code %d, want 0", code)
	}

	pages := show(t, "serve", "--listen", "localhost:0", "--db", db)
	if status, body := read(t, pages.address+"/deadlines"); status != http.StatusOK || !strings.Contains(body, "Deadlines and plans") {
		t.Errorf("the pages of its file: status %d, %d bytes", status, len(body))
	}
	var stderr strings.Builder
	port := pages.address[strings.LastIndex(pages.address, ":")+1:]
	if code := execute(t.Context(), &settings{}, []string{"serve", "--listen", "localhost:" + port, "--db", db}, nil, io.Discard, &stderr); code != exitFailed ||
		stderr.String() != "dateline: --listen localhost:"+port+": the port is in use; name another, or port 0 for any free one\n" {
		t.Errorf("a port in use: code %d, %q", code, stderr.String())
	}
	if code := pages.ends(t); code != exitDone {
		t.Errorf("Ctrl-C ends the pages with code %d, want 0", code)
	}
	if l, err := net.Listen("tcp", "localhost:"+port); err != nil {
		t.Errorf("the port is not free after the end: %v", err)
	} else {
		l.Close()
	}
}

func TestServeRefusesWhatItCannotShow(t *testing.T) {
	for _, test := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"serve", "--db", filepath.Join(t.TempDir(), "none.db")}, exitFailed, "no such database"},
		{[]string{"serve", "--public-url", "timeline.example.org"}, exitUsage, "want an address such as"},
		{[]string{"serve", "--public-url", "https://example.org/timeline"}, exitUsage, "without a path"},
		{[]string{"serve", "here"}, exitUsage, "see 'dateline serve --help'"},
		{[]string{"demo", "--serve", "--listen", "localhost:99999999"}, exitUsage, "want host:port"},
	} {
		var stderr strings.Builder
		code := execute(t.Context(), &settings{}, test.args, nil, io.Discard, &stderr)
		if code != test.code || !strings.Contains(stderr.String(), test.want) || strings.Count(stderr.String(), "\n") != 1 {
			t.Errorf("dateline %s: code %d, %q; want %d and %q", strings.Join(test.args, " "), code, stderr.String(), test.code, test.want)
		}
	}
}
