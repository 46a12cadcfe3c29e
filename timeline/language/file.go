package language

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// A Group is one of several sections of one name: "[month 8]" has the key "8".
type Group struct {
	Key   string
	Words []string
}

// A Line is one line of a section whose lines are not lists of words.
type Line struct {
	Text   string
	Number int // in its file, from 1
}

// fill reads a file into a struct, whose fields name their sections:
//
//	Future []string `list:"future"`           // [future] and below it words, separated by commas
//	Month  []Group  `list:"month"`            // [month 1], [month 2]: a group each, in the order of the file
//	Rules  []Line   `list:"rules"`            // [rules]: its lines, as they are
//	Traits []string `list:"traits,optional"`  // no language misses it
//
// The fields of an embedded struct are its own.
//
// "#" begins a comment line. A word that holds a comma, a quotation mark, "#",
// "[" or a space at its edge is written as a Go string: " bill". Errors begin
// with the number of the line.
func fill(into any, text string) error {
	fields := fieldsOf(into)
	var f *field
	seen := map[string]int{}
	for i, line := range strings.Split(text, "\n") {
		line, number := strings.TrimSpace(line), i+1
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			header, ok := strings.CutSuffix(line[1:], "]")
			name, key, _ := strings.Cut(header, " ")
			if f = fields[name]; f == nil || !ok {
				return fmt.Errorf("%d: no section %s; want one of %s", number, line, strings.Join(names(fields), ", "))
			}
			if first := seen[header]; first > 0 {
				return fmt.Errorf("%d: section %s stands in line %d already", number, line, first)
			}
			seen[header] = number
			if err := f.open(key); err != nil {
				return fmt.Errorf("%d: %w", number, err)
			}
		case f == nil:
			return fmt.Errorf("%d: %q stands before the first [section]", number, line)
		default:
			if err := f.add(line, number); err != nil {
				return fmt.Errorf("%d: %w", number, err)
			}
		}
	}
	return nil
}

// A field is a field of a struct that a section fills.
type field struct {
	name     string
	optional bool
	value    reflect.Value
	words    map[string]bool // of the section that is open
}

func fieldsOf(into any) map[string]*field {
	v := reflect.ValueOf(into).Elem()
	out := make(map[string]*field, v.NumField())
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Anonymous {
			maps.Copy(out, fieldsOf(v.Field(i).Addr().Interface()))
			continue
		}
		name := listName(f)
		if name == "" {
			panic(v.Type().String() + "." + f.Name + " names no list")
		}
		out[name] = &field{name: name, optional: strings.HasSuffix(f.Tag.Get("list"), ",optional"), value: v.Field(i)}
	}
	return out
}

// listName returns the name of the section that fills a field.
func listName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("list"), ",")
	return name
}

func names(fields map[string]*field) []string {
	out := make([]string, 0, len(fields))
	for name := range fields {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// open begins a section.
func (f *field) open(key string) error {
	f.words = map[string]bool{}
	groups, ok := f.value.Addr().Interface().(*[]Group)
	switch {
	case !ok && key != "":
		return fmt.Errorf("section %s takes no key", f.name)
	case ok && key == "":
		return fmt.Errorf("section %s needs a key: [%s KEY]", f.name, f.name)
	case ok:
		*groups = append(*groups, Group{Key: key})
	}
	return nil
}

// add takes a line of the open section.
func (f *field) add(line string, number int) error {
	if lines, ok := f.value.Addr().Interface().(*[]Line); ok {
		*lines = append(*lines, Line{line, number})
		return nil
	}
	words, err := split(line)
	if err != nil {
		return err
	}
	for _, w := range words {
		if f.words[w] {
			return fmt.Errorf("%q stands twice in section %s", w, f.name)
		}
		f.words[w] = true
	}
	switch v := f.value.Addr().Interface().(type) {
	case *[]string:
		*v = append(*v, words...)
	case *[]Group:
		g := &(*v)[len(*v)-1]
		g.Words = append(g.Words, words...)
	default:
		panic(fmt.Sprintf("section %s fills a %T", f.name, v))
	}
	return nil
}

// split cuts a line at its commas; a word may be written as a Go string.
func split(line string) (words []string, err error) {
	for rest := line; ; {
		word, after := "", ""
		if strings.HasPrefix(rest, `"`) {
			quoted, err := strconv.QuotedPrefix(rest)
			if err != nil {
				return nil, fmt.Errorf("%s: the quotation mark is never closed", rest)
			}
			word, _ = strconv.Unquote(quoted) // QuotedPrefix has read it
			after = strings.TrimSpace(rest[len(quoted):])
			if after != "" && after[0] != ',' {
				return nil, fmt.Errorf("%s: want a comma behind %s", after, quoted)
			}
		} else {
			at := strings.IndexByte(rest, ',')
			if at < 0 {
				at = len(rest)
			}
			word, after = strings.TrimSpace(rest[:at]), rest[at:]
			if strings.Contains(word, `"`) {
				return nil, fmt.Errorf("%s: a word that holds a quotation mark is written as a Go string", word)
			}
		}
		if word == "" {
			return nil, fmt.Errorf("%q holds an empty word", line)
		}
		words = append(words, word)
		after = strings.TrimSpace(strings.TrimPrefix(after, ","))
		if after == "" {
			return words, nil
		}
		rest = after
	}
}

// empty lists the sections of a struct that no line has filled, sorted.
func empty(room any) []string {
	var out []string
	fields := fieldsOf(room)
	for _, name := range names(fields) {
		if f := fields[name]; !f.optional && f.value.Len() == 0 {
			out = append(out, name)
		}
	}
	return out
}
