// Package help holds the long texts for users: Markdown, printed by "dateline
// help TOPIC" and shown by the pages under /help.
//
// In: the .md files of this folder; a new topic is a file. Out: their texts, with
// the tables of the program filled in where a line says {{params}} or {{formats}}.
package help

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/export"
)

//go:embed *.md
var files embed.FS

// A Topic is one text.
type Topic struct {
	Name  string // as it is asked for: "dates"
	Title string // its heading
	Text  string // Markdown, the heading included
}

// Summary returns what the topic is about: its heading from the colon on.
func (t Topic) Summary() string {
	_, about, _ := strings.Cut(t.Title, ": ")
	return about
}

// Topics returns all topics, those on using the program first, then those on
// changing it, each by name.
func Topics() []Topic {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(err) // embedded
	}
	var out []Topic
	for _, e := range entries {
		text, err := files.ReadFile(e.Name())
		if err != nil {
			panic(err) // embedded
		}
		out = append(out, newTopic(strings.TrimSuffix(e.Name(), path.Ext(e.Name())), string(text)))
	}
	slices.SortStableFunc(out, func(a, b Topic) int { return rank(a) - rank(b) })
	return out
}

// rank puts what is done with the program before how it is changed.
func rank(t Topic) int {
	switch {
	case strings.HasPrefix(t.Name, "add-"):
		return 2
	case t.Name == "contribute":
		return 1
	}
	return 0
}

func newTopic(name, text string) Topic {
	heading, _, _ := strings.Cut(text, "\n")
	text = strings.ReplaceAll(text, "{{params}}\n", params())
	text = strings.ReplaceAll(text, "{{formats}}\n", formats())
	return Topic{name, strings.TrimPrefix(heading, "# "), text}
}

// Named returns the topic of a name; ok is false when there is none.
func Named(name string) (t Topic, ok bool) {
	all := Topics()
	i := slices.IndexFunc(all, func(t Topic) bool { return t.Name == name })
	if i < 0 {
		return t, false
	}
	return all[i], true
}

// params lists the parameters of a query as a block of code.
func params() string {
	var b strings.Builder
	for _, p := range news.Params {
		fmt.Fprintf(&b, "    %-16s %s\n", p.Flag(), p.Help)
	}
	return b.String()
}

// formats lists the formats of a timeline as a block of code.
func formats() string {
	var b strings.Builder
	for _, f := range export.Formats {
		fmt.Fprintf(&b, "    %-10s  %s\n", f.Name, f.Help)
	}
	return b.String()
}
