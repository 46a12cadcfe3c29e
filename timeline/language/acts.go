package language

import (
	"bufio"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// Acts holds the words that tell what was done: for each act of [ActNames] the
// forms of its verbs, and the nouns that name it. "*" at the end of a word
// matches any ending.
type Acts struct {
	Verbs []Group `list:"verbs"`
	Nouns []Group `list:"nouns"`
}

// An Act is a kind of happening that news tell of, the same in every language.
type Act struct {
	Key  string // "sue"
	Kind string // of default topic: "justice", "rules", "business", "people", "talks", "conflict", "words"
	Name string // in ACE/ERE where it has the type, else in PLOVER; "" when neither has it
	Say  bool   // an act of words, which tells less than what it says
}

//go:embed acts.txt
var actTable string

// AllActs returns the acts that every language may have words for, in the order
// of the table.
var AllActs = sync.OnceValue(func() []Act {
	var out []Act
	lines := bufio.NewScanner(strings.NewReader(actTable))
	for n := 1; lines.Scan(); n++ {
		fields := strings.Fields(lines.Text())
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		if len(fields) != 3 {
			panic(fmt.Sprintf("acts.txt:%d: want key, kind and name", n)) // the table is part of the binary
		}
		out = append(out, Act{Key: fields[0], Kind: fields[1], Name: strings.TrimPrefix(fields[2], "-"), Say: fields[1] == "words"})
	}
	return out
})

// ActOf returns the act of a key; ok is false when there is none.
func ActOf(key string) (a Act, ok bool) {
	i := slices.IndexFunc(AllActs(), func(a Act) bool { return a.Key == key })
	if i < 0 {
		return a, false
	}
	return AllActs()[i], true
}
