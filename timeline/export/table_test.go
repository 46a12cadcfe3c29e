package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/seed-7461731f/dateline/store/news"
)

func pick(t *testing.T, fields []string, events ...news.Event) Table {
	t.Helper()
	var list []Event
	for _, e := range events {
		list = append(list, NewEvent(e))
	}
	table, err := NewTable(fields, list)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestFieldsAreThoseOfTheJSON(t *testing.T) {
	var keys map[string]any
	raw, err := json.Marshal(NewEvent(damEvents[0]))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &keys); err != nil {
		t.Fatal(err)
	}
	fields := Fields(Event{})
	if len(fields) != len(keys) || fields[0] != "id" || !slices.Contains(fields, "first_report") {
		t.Errorf("Fields(Event{}) = %v, want the %d keys of its JSON, id first", fields, len(keys))
	}
	type outer struct {
		Event
		Why []string `json:"why,omitempty"`
		In  int      `json:"-"`
	}
	if got := Fields(outer{}); len(got) != len(fields)+1 || got[len(got)-1] != "why" {
		t.Errorf("Fields of a struct around Event = %v, want those of Event and why", got)
	}
}

func TestTablesHoldThePickedFieldsInTheirOrder(t *testing.T) {
	table := pick(t, []string{"headline", "actors", "independent", "nosuch"}, damEvents[0])
	for _, test := range []struct {
		name, want string
		write      func(io.Writer) error
	}{
		{"JSON", "[\n  {\n    \"headline\": \"The dam broke in the night.\",\n    \"actors\": [\n      \"ministry\",\n      \"break\"\n    ],\n    \"independent\": 2,\n    \"nosuch\": null\n  }\n]\n", table.JSON},
		{"NDJSON", `{"headline":"The dam broke in the night.","actors":["ministry","break"],"independent":2,"nosuch":null}` + "\n", table.NDJSON},
		{"CSV", "headline,actors,independent,nosuch\nThe dam broke in the night.,ministry | break,2,\n", table.CSV},
		{"Markdown", "| headline | actors | independent | nosuch |\n| --- | --- | --- | --- |\n| The dam broke in the night. | ministry \\| break | 2 |  |\n", table.Markdown},
	} {
		var b bytes.Buffer
		if err := test.write(&b); err != nil || b.String() != test.want {
			t.Errorf("%s: %v\ngot  %q\nwant %q", test.name, err, b.String(), test.want)
		}
		if err := test.write(fullDisk{}); !errors.Is(err, errFull) {
			t.Errorf("%s on a full disk: %v, want its error", test.name, err)
		}
	}
	var b bytes.Buffer
	if err := (Table{Fields: []string{"id"}}).JSON(&b); err != nil || b.String() != "[]\n" {
		t.Errorf("JSON of no rows = %q, %v; want an empty array", b.String(), err)
	}
}

func TestNoPageWritesIntoATable(t *testing.T) {
	eachHostile(t, func(t *testing.T, e news.Event) {
		table := pick(t, []string{"headline", "evidence", "first_report"}, e)
		var b bytes.Buffer
		if err := table.CSV(&b); err != nil {
			t.Fatal(err)
		}
		checkText(t, b.Bytes())
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil || len(rows) != 2 || len(rows[1]) != 3 {
			t.Fatalf("CSV: %v, %v", rows, err)
		}
		if first := []rune(strings.TrimSpace(rows[1][0]) + ".")[0]; strings.ContainsRune("=+-@＝＋－＠", first) {
			t.Errorf("cell %q is a formula", rows[1][0])
		}
		b.Reset()
		if err := table.Markdown(&b); err != nil {
			t.Fatal(err)
		}
		checkText(t, b.Bytes())
		bars := strings.Count(strings.NewReplacer(`\\`, "", `\|`, "").Replace(b.String()), "|")
		if n := strings.Count(b.String(), "\n"); n != 3 || bars != 12 {
			t.Errorf("Markdown: %d lines and %d bars, want 3 and 12:\n%s", n, bars, b.String())
		}
		b.Reset()
		if err := table.NDJSON(&b); err != nil || strings.Count(b.String(), "\n") != 1 || !json.Valid(b.Bytes()) {
			t.Errorf("NDJSON: %v: %q", err, b.String())
		}
	})
}
