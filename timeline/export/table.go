package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"
)

// A Table is records of one kind as rows of JSON values, so that any of their
// fields can be picked and written in any format.
type Table struct {
	Fields []string
	rows   [][]json.RawMessage // as long as Fields; null where a record has none
}

// Fields lists the JSON names of the fields of a struct, in their order.
func Fields(record any) []string { return fieldsOf(reflect.TypeOf(record)) }

func fieldsOf(t reflect.Type) (names []string) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "":
			names = append(names, fieldsOf(f.Type)...)
		case name != "" && name != "-":
			names = append(names, name)
		}
	}
	return names
}

// NewTable takes the named fields out of records, which are structs.
func NewTable[T any](fields []string, records []T) (Table, error) {
	t := Table{Fields: fields}
	for _, r := range records {
		row, err := rowOf(fields, r)
		if err != nil {
			return t, err
		}
		t.rows = append(t.rows, row)
	}
	return t, nil
}

func rowOf(fields []string, record any) ([]json.RawMessage, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(record); err != nil {
		return nil, err
	}
	var values map[string]json.RawMessage
	if err := json.Unmarshal(b.Bytes(), &values); err != nil {
		return nil, err
	}
	row := make([]json.RawMessage, len(fields))
	for i, f := range fields {
		if row[i] = values[f]; row[i] == nil {
			row[i] = json.RawMessage("null")
		}
	}
	return row, nil
}

// object is a row as a JSON object, its members in the order of the fields.
func (t Table) object(row []json.RawMessage) json.RawMessage {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, f := range t.Fields {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "%q:%s", f, row[i])
	}
	b.WriteByte('}')
	return b.Bytes()
}

// JSON writes an indented array of objects.
func (t Table) JSON(w io.Writer) error {
	all := make([]json.RawMessage, 0, len(t.rows))
	for _, r := range t.rows {
		all = append(all, t.object(r))
	}
	return indented(w, all)
}

// Object writes the first row as an indented object.
func (t Table) Object(w io.Writer) error { return indented(w, t.object(t.rows[0])) }

// NDJSON writes one object a line.
func (t Table) NDJSON(w io.Writer) error {
	for _, r := range t.rows {
		if _, err := w.Write(append(t.object(r), '\n')); err != nil {
			return err
		}
	}
	return nil
}

// CSV writes the table as CSV does events: a header, lists joined by " | ", and
// nothing that a spreadsheet would run.
func (t Table) CSV(w io.Writer) error {
	c := csv.NewWriter(w)
	c.Write(t.Fields)
	for _, cells := range t.Cells() {
		for i := range cells {
			cells[i] = inert(cells[i])
		}
		c.Write(cells)
	}
	c.Flush()
	return c.Error() // the error of any Write above, too
}

// Markdown writes the table as GitHub's Markdown has it.
func (t Table) Markdown(w io.Writer) error {
	rule := strings.Repeat("| --- ", len(t.Fields)) + "|"
	if _, err := io.WriteString(w, markdownRow(t.Fields)+rule+"\n"); err != nil {
		return err
	}
	for _, cells := range t.Cells() {
		if _, err := io.WriteString(w, markdownRow(cells)); err != nil {
			return err
		}
	}
	return nil
}

func markdownRow(cells []string) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString("| " + markdownText(c) + " ")
	}
	return b.String() + "|\n"
}

// Cells gives each row as text: a string as it is but in one line, a list of
// strings joined by " | ", anything else as JSON; nothing for null.
func (t Table) Cells() [][]string {
	var out [][]string
	for _, r := range t.rows {
		var cells []string
		for _, v := range r {
			cells = append(cells, line(cell(v)))
		}
		out = append(out, cells)
	}
	return out
}

func cell(v json.RawMessage) string {
	var text string
	if json.Unmarshal(v, &text) == nil { // null leaves it empty
		return text
	}
	var list []string
	if json.Unmarshal(v, &list) == nil {
		return strings.Join(list, " | ")
	}
	return string(v)
}
