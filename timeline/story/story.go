// Package story reads the story file: what a reader follows, told as data.
//
// In: YAML, strict. Out: a news.Story. Nothing else in the program knows any
// story. The stories that ship are in stories/.
//
// A story file looks like this; only id, title and terms are required. Without
// topics those of [DefaultTopics] hold:
//
//	id: dam                         # letters, digits and dashes; names the story in feeds and IDs
//	title: The broken dam
//	languages: [en, de]             # quotes prefer the first
//	within: {from: 2020-01-01, to: 2021-12-31}   # both days inclusive; events outside are dropped
//	terms:                          # an article belongs when its terms weigh 1 or more
//	  - {text: dam, weight: 0.5}    # "*" at the end matches any ending
//	topics:                         # what kind of happening; the order breaks ties
//	  - key: inquiry
//	    title: The inquiry
//	    acts: {en: [opened an inquiry]}     # what was done: count 3
//	    cues: {en: [inquiry, probe*]}       # count 2
//	    weak: {en: [question*]}             # count 1
//	    kinds: [justice, investigate]       # kinds of acts, and acts, that every language has words for; count 2, nouns 1
//	    weight: 1                   # scales the cues; below 1 for what every sentence is about
//	    actors: [ministry]                  # count 0.5
//	actors:
//	  - key: ministry
//	    kind: body                  # person, company, product, body, place, group, media
//	    title: Ministry of Works
//	    names: {en: [Ministry of Works], de: [Bauministerium]}
//	    part_of: capital            # key of the actor it belongs to or speaks for
//	    ambiguous:                  # names that need a word nearby
//	      - {name: ministry, lang: en, near: [works, dam]}
//	sources:
//	  - host: news.example
//	    name: The News
//	    home: https://news.example/
//	    kind: publisher             # publisher, agency, official, primary
//	    language: en                # BCP 47
//	    country: GB                 # ISO 3166
//	    zone: Europe/London         # IANA
//	    feeds: [https://news.example/rss]
//	    sitemaps: []
//	    sections: []
//	    archives: ["https://news.example/{yyyy}/{mm}/{dd}/"]   # pages by day, walked back within the story's interval
//	    wayback: [news.example/works/]      # what a web archive holds below that address
//	    federal_register: [dam safety]      # terms; for the host federalregister.gov
//	    unverified: []              # those of the addresses never seen answering
//	    delay: 2s                   # between requests; the crawler's default otherwise
package story

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/seed-7461731f/dateline/store/news"
)

//go:embed stories/*.yaml
var stories embed.FS

// Names lists the stories that ship, sorted.
func Names() []string {
	files, err := fs.Glob(stories, "stories/*.yaml")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	var names []string
	for _, f := range files {
		names = append(names, strings.TrimSuffix(path.Base(f), ".yaml"))
	}
	return names
}

// Load reads a story that ships, by name, or a story file, by path.
func Load(nameOrPath string) (news.Story, error) {
	if data, err := stories.ReadFile("stories/" + nameOrPath + ".yaml"); err == nil {
		return Parse(data, nameOrPath)
	}
	data, err := os.ReadFile(nameOrPath)
	if errors.Is(err, fs.ErrNotExist) && !strings.ContainsAny(nameOrPath, `./\`) {
		return news.Story{}, fmt.Errorf("no story %q: want one of %s, or a YAML file", nameOrPath, strings.Join(Names(), ", "))
	}
	if err != nil {
		return news.Story{}, fmt.Errorf("story %w", err)
	}
	return Parse(data, nameOrPath)
}

// Parse reads a story file. name is what its errors call it; they name the
// line too.
func Parse(data []byte, name string) (news.Story, error) {
	var f file
	dec := yaml.NewDecoder(bytes.NewReader(data), yaml.Strict())
	if err := dec.Decode(&f); err != nil {
		return news.Story{}, fmt.Errorf("story %s: %w", name, oneLine(err))
	}
	s, err := f.story()
	if err != nil {
		return news.Story{}, fmt.Errorf("story %s: %w", name, err)
	}
	sum := sha256.Sum256(data)
	s.Hash = hex.EncodeToString(sum[:])
	return s, nil
}

// oneLine gives the position and the message of a YAML error, without the
// excerpt that the library draws below it.
func oneLine(err error) error {
	var y yaml.Error
	if !errors.As(err, &y) || y.GetToken() == nil {
		first, _, _ := strings.Cut(err.Error(), "\n")
		return errors.New(first)
	}
	p := y.GetToken().Position
	return fmt.Errorf("line %d, column %d: %s", p.Line, p.Column, y.GetMessage())
}

// WithSources reads a story that ships and gives it other sources: the "sources"
// of a YAML file that holds nothing else. name is what errors call that file.
func WithSources(story string, sources []byte, name string) (news.Story, error) {
	s, err := Load(story)
	if err != nil {
		return s, err
	}
	var f file
	if err := yaml.NewDecoder(bytes.NewReader(sources), yaml.Strict()).Decode(&f); err != nil {
		return s, fmt.Errorf("%s: %w", name, oneLine(err))
	}
	s.Sources = nil
	if err := f.sources(&s); err != nil {
		return s, fmt.Errorf("%s: %w", name, err)
	}
	sum := sha256.Sum256(append([]byte(s.Hash), sources...))
	s.Hash = hex.EncodeToString(sum[:])
	return s, nil
}
