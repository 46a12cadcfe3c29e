package main

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/seed-7461731f/dateline/store"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

// description is what both of Datasette's files say of a database.
type description struct {
	Databases map[string]struct {
		Tables map[string]struct {
			Columns  map[string]string
			Sort     string
			SortDesc string `json:"sort_desc" yaml:"sort_desc"`
			Label    string `json:"label_column" yaml:"label_column"`
			Facets   []string
		}
		Queries map[string]struct{ SQL string }
	}
}

func TestDatasetteIsToldOfWhatThereIs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dam.db")
	db, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
	raw, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	runs := func(query string, args ...any) {
		t.Helper()
		rows, err := raw.QueryContext(t.Context(), query, args...)
		if err != nil {
			t.Errorf("%s: %v", query, err)
			return
		}
		rows.Close()
	}
	for _, said := range []description{readMetadata(t, path), readConfig(t, path)} {
		dam, ok := said.Databases["dam"]
		if !ok || len(dam.Tables) < 20 || len(dam.Queries) == 0 {
			t.Fatalf("%+v, want what there is in the database dam", said)
		}
		for name, table := range dam.Tables {
			columns := append([]string{table.Sort, table.SortDesc, table.Label}, table.Facets...)
			for c := range table.Columns {
				columns = append(columns, c)
			}
			runs(`SELECT * FROM ` + name)
			for _, c := range columns {
				if c != "" {
					runs(`SELECT ` + name + `.` + c + ` FROM ` + name)
				}
			}
		}
		for _, q := range dam.Queries {
			runs(q.SQL, parameters(q.SQL)...)
		}
	}
}

var parameter = regexp.MustCompile(`:(\w+)`)

func parameters(query string) (out []any) {
	for _, m := range parameter.FindAllStringSubmatch(query, -1) {
		out = append(out, sql.Named(m[1], "dam"))
	}
	return out
}

func readMetadata(t *testing.T, path string) (d description) {
	t.Helper()
	var b bytes.Buffer
	if err := export.DatasetteMetadata(&b, news.Story{Title: "The dam"}, path); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	return d
}

func readConfig(t *testing.T, path string) (d description) {
	t.Helper()
	var b bytes.Buffer
	if err := export.DatasetteConfig(&b, news.Story{Title: "The dam"}, path); err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(b.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	return d
}
