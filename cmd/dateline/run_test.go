package main

import (
	"bytes"
	"context"
	"errors"
	"net"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

func TestRunWithoutNetworkNamesTheDemo(t *testing.T) {
	var dialled atomic.Int32
	s := &settings{dial: func(context.Context, string, string) (net.Conn, error) {
		dialled.Add(1)
		return nil, &net.DNSError{Err: "server misbehaving", Name: "refused by the test"}
	}}
	var stdout, stderr bytes.Buffer
	args := []string{"run", "--db", filepath.Join(t.TempDir(), "x.db"), "--delay", "0"}
	code := execute(t.Context(), s, args, strings.NewReader(""), &stdout, &stderr)
	if code != exitFailed {
		t.Errorf("exit code %d, want %d", code, exitFailed)
	}
	for _, want := range []string{"dateline: source golem.de: ", "dateline: source theguardian.com: ", "refused by the test", "dateline demo"} {
		if !strings.Contains(stderr.String(), want) {
			t.Errorf("stderr lacks %q:\n%s", want, stderr.String())
		}
	}
	if dialled.Load() == 0 {
		t.Error("the dialer of the test was never asked: something else was")
	}
	if stdout.Len() > 0 {
		t.Errorf("stdout = %q, want nothing", stdout.String())
	}
}

func TestInterruptedRunSaysHowToContinue(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	s := &settings{dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		cancel(errors.New("as if by Ctrl-C"))
		<-ctx.Done()
		return nil, ctx.Err()
	}}
	var stdout, stderr bytes.Buffer
	code := execute(ctx, s, []string{"run", "--db", filepath.Join(t.TempDir(), "x.db")}, strings.NewReader(""), &stdout, &stderr)
	if code != exitInterrupted || !strings.Contains(stderr.String(), "run the same command again") {
		t.Errorf("exit code %d, want %d; stderr:\n%s", code, exitInterrupted, stderr.String())
	}
}
