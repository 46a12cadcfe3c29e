package suggest

import "testing"

func TestSuggestNamesWhatWasMeant(t *testing.T) {
	formats := []string{"table", "json", "ndjson", "csv", "md"}
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
		{"cvs", formats, `did you mean "csv"?`},
		{"jsn", formats, `did you mean "json"?`},
		{"xml", formats, "want one of table, json, ndjson, csv, md"},
		{"treasury", actors, `did you mean "us-treasury"?`},
		{"zzzzzz", actors, "want one of bytedance, trump, us-treasury, oracle"},
	} {
		if got := For(test.got, test.known); got != test.want {
			t.Errorf("For(%q) = %q, want %q", test.got, got, test.want)
		}
	}
}
