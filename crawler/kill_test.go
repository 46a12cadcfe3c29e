package crawler_test

import (
	"context"
	"database/sql"
	"flag"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite"

	"github.com/seed-7461731f/dateline/crawler"
	"github.com/seed-7461731f/dateline/store"
)

var kills = flag.Int("kills", 20, "how often TestKillLosesNothingAndDoublesNothing kills")

// TestMain lets the test binary be the crawl that is killed.
func TestMain(m *testing.M) {
	if addr := os.Getenv("DATELINE_TEST_CRAWL"); addr != "" {
		if err := crawlForever(addr, os.Getenv("DATELINE_TEST_DB")); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	flag.Parse()
	os.Exit(m.Run())
}

// crawlForever crawls the parent's web once, in a process of its own.
func crawlForever(addr, path string) error {
	ctx := context.Background()
	db, err := store.Open(ctx, path)
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = crawler.Crawl(ctx, db, crawler.Config{
		Sources: threeRivers(), Now: func() time.Time { return night }, Backoff: time.Millisecond,
		Dial: func(ctx context.Context, network, _ string) (net.Conn, error) {
			var d net.Dialer
			return d.DialContext(ctx, network, addr)
		},
	})
	return err
}

func TestKillLosesNothingAndDoublesNothing(t *testing.T) {
	t.Parallel()
	w := newWeb(t)
	want := threeRiverSites(w, 8**kills)
	path := filepath.Join(t.TempDir(), "killed.db")
	killed := 0
	for range *kills {
		if !crawlAndKill(t, w, path, time.Duration(30+rand.IntN(90))*time.Millisecond) {
			break
		}
		killed++
		checkIntegrity(t, path)
		checkIntegrity(t, path+".pages")
	}
	crawlAndKill(t, w, path, time.Minute)
	checkIntegrity(t, path)
	checkIntegrity(t, path+".pages")
	db, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	got := map[string]int{}
	for _, p := range pages(t, db) {
		got[p.URL]++
		if len(p.Body) == 0 || p.Problem != "" {
			t.Errorf("%s has a body of %d bytes, problem %q, after %d kills", p.URL, len(p.Body), p.Problem, killed)
		}
	}
	for _, u := range want {
		if got[u] != 1 {
			t.Errorf("%s is kept %d times after %d kills, want once", u, got[u], killed)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d articles, want %d", len(got), len(want))
	}
	t.Logf("%d kills", killed)
}

// crawlAndKill starts a crawl and kills it after a while; false if it had
// ended before.
func crawlAndKill(t *testing.T, w *web, path string, after time.Duration) bool {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), "DATELINE_TEST_CRAWL="+w.srv.Listener.Addr().String(), "DATELINE_TEST_DB="+path)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { cmd.Process.Kill() })
	err = cmd.Wait()
	if timer.Stop() && err != nil {
		t.Fatalf("crawl: %v: %s", err, stderr.String())
	}
	return err != nil
}

func checkIntegrity(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var verdict string
	err = db.QueryRowContext(t.Context(), `PRAGMA integrity_check`).Scan(&verdict)
	if strings.Contains(fmt.Sprint(err), "no such table") || err != nil || verdict != "ok" {
		t.Fatalf("integrity_check = %q, %v", verdict, err)
	}
}
