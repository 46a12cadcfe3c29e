package main

import (
	"bytes"
	"context"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store"
)

// asCommand is the environment variable that makes the test binary behave as
// the command, so that a test can kill it.
const asCommand = "DATELINE_TEST_AS_COMMAND"

// command prepares a run of dateline in a process of its own.
func command(ctx context.Context, args ...string) (*exec.Cmd, *bytes.Buffer) {
	cmd := exec.CommandContext(ctx, os.Args[0], args...)
	cmd.Env = append(os.Environ(), asCommand+"=1")
	var stdout bytes.Buffer
	cmd.Stdout = &stdout
	return cmd, &stdout
}

// demoJSON runs the demo to its end and returns what it prints.
func demoJSON(t *testing.T, db string) []byte {
	t.Helper()
	cmd, stdout := command(t.Context(), "demo", "-q", "--format", "json", "--db", db)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("demo: %v\n%s", err, stderr.String())
	}
	return stdout.Bytes()
}

// withoutIDs drops the ids from a timeline: they may differ between stores
// that grew differently.
func withoutIDs(t *testing.T, timeline []byte) string {
	t.Helper()
	var events []map[string]any
	if err := json.Unmarshal(timeline, &events); err != nil {
		t.Fatal(err)
	}
	if len(events) == 0 {
		t.Fatal("the demo gave no event")
	}
	for _, e := range events {
		delete(e, "id")
	}
	b, err := json.MarshalIndent(events, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestKilledDemoEndsAsIfUndisturbed(t *testing.T) {
	dir := t.TempDir()
	start := time.Now()
	want := withoutIDs(t, demoJSON(t, filepath.Join(dir, "calm.db")))
	whole := time.Since(start)

	db := filepath.Join(dir, "killed.db")
	r := rand.New(rand.NewPCG(7, 11))
	for range 10 {
		cmd, _ := command(t.Context(), "demo", "-q", "--db", db)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(r.Int64N(int64(whole))))
		cmd.Process.Kill() // SIGKILL: nothing can be saved in a hurry
		cmd.Wait()
		if len(demoRuns(t, db)) > 0 {
			os.Remove(db) // it was faster than the kill: begin again
			os.Remove(db + "-wal")
			os.Remove(db + "-shm")
		}
	}
	if got := withoutIDs(t, demoJSON(t, db)); got != want {
		t.Errorf("after ten kills the timeline differs from an undisturbed one:\n%s", firstDifference(got, want))
	}
	s, err := store.Open(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Check(t.Context()); err != nil {
		t.Error(err)
	}
}

// demoRuns lists the demos that came to their end in a store.
func demoRuns(t *testing.T, path string) []store.Run {
	t.Helper()
	if _, err := os.Stat(path); err != nil {
		return nil
	}
	db, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	runs, err := db.Runs(t.Context(), "demo")
	if err != nil {
		t.Fatal(err)
	}
	return runs
}

func firstDifference(got, want string) string {
	g, w := bytes.Split([]byte(got), []byte("\n")), bytes.Split([]byte(want), []byte("\n"))
	for i := range min(len(g), len(w)) {
		if !bytes.Equal(g[i], w[i]) {
			return "got  " + string(g[i]) + "\nwant " + string(w[i])
		}
	}
	return "one is longer than the other"
}

func TestThirdDemoAddsNothing(t *testing.T) {
	db := filepath.Join(t.TempDir(), "demo.db")
	first := demoJSON(t, db)
	second := demoJSON(t, db)
	if bytes.Equal(first, second) {
		t.Error("the second night changed nothing")
	}
	before := counts(t, db)
	third := demoJSON(t, db)
	if !bytes.Equal(second, third) {
		t.Errorf("the third demo prints another timeline:\n%s", firstDifference(string(third), string(second)))
	}
	after := counts(t, db)
	for table, n := range before {
		if table != "run" && after[table] != n {
			t.Errorf("the third demo left %d rows in %s, want %d as before", after[table], table, n)
		}
	}
}

func counts(t *testing.T, path string) map[string]int64 {
	t.Helper()
	db, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	n, err := db.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return n
}
