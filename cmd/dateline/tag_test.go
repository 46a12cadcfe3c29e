package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

// dateline runs one command line and returns what it wrote and its exit code.
func runTag(t *testing.T, in string) (stdout, stderr string, code int) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(context.Background(), []string{"tag"}, strings.NewReader(in), &out, &errs)
	return out.String(), errs.String(), code
}

func TestTagWritesOneLineForEachLine(t *testing.T) {
	out, _, code := runTag(t, `{"id":"a","lang":"de","dct":"2020-08-31","text":"Über 24 Leute kamen am Freitag."}
{"id":"b","lang":"en","dct":"2020-08-31","text":"Nothing here."}
`)
	want := `{"id":"a","timexes":[{"start":24,"end":31,"type":"DATE","value":"2020-08-28","text":"Freitag","from":"2020-08-28","to":"2020-08-29","edtf":"2020-08-28","anchor":"dct","rule":"de/weekday","sure":0.85,"or":"2020-09-04"}]}
{"id":"b","timexes":[]}
`
	if out != want || code != exitDone {
		t.Errorf("tag wrote %s (exit %d), want %s (exit 0)", out, code, want)
	}
}

func TestTagNamesTheBadLine(t *testing.T) {
	out, errs, code := runTag(t, `{"id":"a","lang":"en","text":"x"}
{"id":`)
	if code != exitFailed || !strings.HasPrefix(errs, "dateline: line 2: ") || strings.Count(errs, "\n") != 1 {
		t.Errorf("tag said %q (exit %d), want one line that names line 2 (exit 1)", errs, code)
	}
	if !strings.HasPrefix(out, `{"id":"a"`) {
		t.Errorf("tag wrote %q, want what came before the bad line", out)
	}
	for _, bad := range []string{`{"dct":"yesterday"}`, `{"mode":"poem"}`} {
		if _, errs, code := runTag(t, bad); code != exitFailed || !strings.Contains(errs, "line 1") {
			t.Errorf("tag of %s said %q (exit %d), want line 1 (exit 1)", bad, errs, code)
		}
	}
}
