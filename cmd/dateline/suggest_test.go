package main

import "testing"

func TestSuggestNamesWhatWasMeant(t *testing.T) {
	actors := []string{"bytedance", "trump", "us-treasury", "oracle"}
	for _, test := range []struct {
		got   string
		known []string
		want  string
	}{
		{"trumpp", actors, `did you mean "trump"?`},
		{"Trump", actors, `did you mean "trump"?`},
		{"bytedanse", actors, `did you mean "bytedance"?`},
		{"oarcle", actors, `did you mean "oracle"?`},
		{"cvs", listFormats, `did you mean "csv"?`},
		{"jsn", listFormats, `did you mean "json"?`},
		{"xml", listFormats, "want one of table, json, ndjson, csv, md"},
		{"treasury", actors, `did you mean "us-treasury"?`},
		{"zzzzzz", actors, "want one of bytedance, trump, us-treasury, oracle"},
	} {
		if got := suggest(test.got, test.known); got != test.want {
			t.Errorf("suggest(%q) = %q, want %q", test.got, got, test.want)
		}
	}
}
