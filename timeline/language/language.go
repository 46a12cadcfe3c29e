package language

import (
	"embed"
	"fmt"
	"hash/fnv"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
)

//go:embed */*.txt
var files embed.FS

// A Language is everything that the program knows of one language. A list that
// a language lacks is empty; [Language.Missing] names it.
type Language struct {
	Code string // primary subtag of BCP 47: "en"; "und" when it is none of ours

	Acts      Acts
	Credit    Credit
	Grammar   Grammar
	Money     Money
	Narrative Narrative
	Sentence  Sentence
	Status    Status
	Time      Time

	missing []string
}

// rooms returns the files of a language by name, without ".txt", and the struct
// that each fills.
func (l *Language) rooms() map[string]any {
	return map[string]any{"acts": &l.Acts, "credit": &l.Credit, "grammar": &l.Grammar, "money": &l.Money, "narrative": &l.Narrative,
		"sentence": &l.Sentence, "status": &l.Status, "time": &l.Time}
}

// codes lists the languages that have a folder, sorted.
var codes = sync.OnceValue(func() []string {
	folders, err := fs.ReadDir(files, ".")
	if err != nil {
		panic(err) // the folders are part of the binary
	}
	out := make([]string, 0, len(folders))
	for _, f := range folders {
		out = append(out, f.Name())
	}
	slices.Sort(out)
	return out
})

// all holds each language behind its own once: most runs read two or three.
var all = sync.OnceValue(func() map[string]func() *Language {
	m := make(map[string]func() *Language, len(codes()))
	for _, code := range codes() {
		m[code] = sync.OnceValue(func() *Language {
			l, err := read(files, code)
			if err != nil {
				panic(err) // TestFilesAreStrict reads every file
			}
			return l
		})
	}
	return m
})

// undetermined is the folder of what holds in any language: digits, marks, and
// abbreviations that many share.
const undetermined = "und"

// Of returns the language of a BCP 47 tag by its primary subtag, in any case and
// with "-" or "_" behind it. The result is never nil: a language that has no
// folder is "und", most of whose lists are empty.
func Of(tag string) *Language {
	if l := all()[primary(tag)]; l != nil {
		return l()
	}
	return all()[undetermined]()
}

// All returns the languages that have a folder, in the order of their codes,
// without "und".
func All() []*Language {
	out := make([]*Language, 0, len(codes()))
	for _, code := range codes() {
		if code != undetermined {
			out = append(out, Of(code))
		}
	}
	return out
}

func primary(tag string) string {
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	return strings.ToLower(tag)
}

// Unspaced reports whether the language writes no spaces between its words.
func (l *Language) Unspaced() bool { return slices.Contains(l.Narrative.Traits, "unspaced") }

// VerbMoves reports whether the verb stands second in a main clause and last in
// others, so that who does it may stand on either side.
func (l *Language) VerbMoves() bool { return slices.Contains(l.Narrative.Traits, "verb-second") }

// CapitalNouns reports whether the language writes every noun with a capital.
func (l *Language) CapitalNouns() bool { return slices.Contains(l.Narrative.Traits, "capital-nouns") }

// Missing returns the lists that the language lacks, as file.section, sorted.
// A list tagged optional is for some languages only and is never missing.
func (l *Language) Missing() []string { return l.missing }

// Hash returns a hash of the named files ("time", "status") of all languages. It
// is part of the version of every stage that reads them, so that a stage runs
// again when a list has changed.
func Hash(rooms ...string) uint64 {
	h := fnv.New64a()
	if slices.Contains(rooms, "acts") {
		h.Write([]byte(actTable))
	}
	for _, code := range codes() {
		for _, room := range rooms {
			name := path.Join(code, room+".txt")
			data, err := files.ReadFile(name)
			if err != nil {
				continue // a language need not have every file
			}
			fmt.Fprintf(h, "%s %d\n%s", name, len(data), data)
		}
	}
	return h.Sum64()
}

// read reads the folder of a language.
func read(from fs.FS, code string) (*Language, error) {
	l := &Language{Code: code}
	rooms := l.rooms()
	entries, err := fs.ReadDir(from, code)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		room, ok := strings.CutSuffix(e.Name(), ".txt")
		if !ok {
			continue
		}
		if rooms[room] == nil {
			return nil, fmt.Errorf("%s/%s: no such file of a language; want one of %s.txt", code, e.Name(), strings.Join(sortedKeys(rooms), ".txt, "))
		}
		data, err := fs.ReadFile(from, path.Join(code, e.Name()))
		if err != nil {
			return nil, err
		}
		if err := fill(rooms[room], string(data)); err != nil {
			return nil, fmt.Errorf("%s/%s:%w", code, e.Name(), err)
		}
	}
	for _, room := range sortedKeys(rooms) {
		for _, section := range empty(rooms[room]) {
			l.missing = append(l.missing, room+"."+section)
		}
	}
	return l, nil
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
