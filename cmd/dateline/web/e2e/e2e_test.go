// Package e2e holds the pages against a browser, and the API against its own
// description.
//
// It is a module of its own, so that neither the browser's library nor that of
// OpenAPI is in the program's. The server is the real command on the bundled
// story. Without Chromium or axe-core the tests that need them are skipped;
// DATELINE_BROWSER_REQUIRED=1 makes that a failure.
package e2e

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// base is the address of the server under test.
var base string

func TestMain(m *testing.M) {
	code, err := withServer(m.Run)
	if err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		code = 1
	}
	os.Exit(code)
}

// withServer builds the command, crawls both nights of the demo, and serves what
// came of it while the tests run.
func withServer(run func() int) (code int, err error) {
	dir, err := os.MkdirTemp("", "dateline-e2e")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	program, db := filepath.Join(dir, "dateline"), filepath.Join(dir, "demo.db")
	build := exec.Command("go", "build", "-o", program, "./cmd/dateline")
	build.Dir = "../../../.."
	if out, err := build.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("build: %w\n%s", err, out)
	}
	for range 2 {
		if out, err := exec.Command(program, "demo", "--db", db, "--quiet").CombinedOutput(); err != nil {
			return 0, fmt.Errorf("demo: %w\n%s", err, out)
		}
	}
	server := exec.Command(program, "serve", "--db", db, "--listen", "localhost:0")
	stderr, err := server.StderrPipe()
	if err != nil {
		return 0, err
	}
	if err := server.Start(); err != nil {
		return 0, err
	}
	defer func() {
		server.Process.Signal(os.Interrupt)
		if e := server.Wait(); e != nil && err == nil {
			err = fmt.Errorf("serve after Ctrl-C: %w", e)
		}
	}()
	if base, err = announced(stderr); err != nil {
		return 0, err
	}
	return run(), nil
}

// announced is the address that the server prints.
func announced(r io.Reader) (string, error) {
	address := regexp.MustCompile(`http://\S+`)
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		if at := address.FindString(lines.Text()); at != "" {
			go io.Copy(io.Discard, r) // so that it can go on writing
			return at, nil
		}
	}
	return "", fmt.Errorf("serve printed no address (%v)", lines.Err())
}

// missing skips a test that lacks a part, or fails it where all are required.
func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("DATELINE_BROWSER_REQUIRED") != "" {
		t.Fatal(what)
	}
	t.Skip(what)
}

var chromium = sync.OnceValues(func() (context.Context, error) {
	var path string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if at, err := exec.LookPath(name); err == nil {
			path = at
			break
		}
	}
	if path == "" {
		return nil, fmt.Errorf("no Chromium in PATH")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	if os.Geteuid() == 0 { // Chromium refuses its sandbox to root
		options = append(options, chromedp.NoSandbox)
	}
	allocator, _ := chromedp.NewExecAllocator(context.Background(), options...) // ends with the test binary
	ctx, _ := chromedp.NewContext(allocator)
	return ctx, chromedp.Do(ctx)
})

// tabTimeout bounds one test in the browser.
const tabTimeout = time.Minute

// newTab opens a tab whose every request and console message is watched: a
// request that leaves the origin, or an error in the console, fails the test.
func newTab(t *testing.T) context.Context {
	t.Helper()
	parent, err := chromium()
	if err != nil {
		missing(t, err.Error())
	}
	ctx, cancel := chromedp.NewContext(parent, chromedp.WithNewBrowserContext())
	ctx, stop := context.WithTimeout(ctx, tabTimeout)
	t.Cleanup(func() { stop(); cancel() })
	w := &watcher{}
	if err := chromedp.Listen(ctx, w.see); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.report(t) })
	return ctx
}
