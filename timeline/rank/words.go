package rank

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/spanish"

	"github.com/seed-7461731f/dateline/timeline/word"
)

// stemmers by language; words of the others stay as they are.
var stemmers = map[string]func(*snowballstem.Env) bool{
	"en": english.Stem, "de": german.Stem, "fr": french.Stem, "it": italian.Stem, "es": spanish.Stem,
}

// A vocabulary numbers the stems of a collection and counts in how many
// sentences each occurs.
type vocabulary struct {
	number map[string]int32 // by language and word as written in small letters
	stem   map[string]int32
	in     []int32 // sentences that hold the stem
	last   []int32 // the sentence that held it last
	total  int32   // sentences read
	names  []nameCount
	buf    []byte
	found  []int32
	words  int32  // of the sentence read last; two Han characters are one
	upper  []bool // of found: begins with a capital
	env    *snowballstem.Env
}

func newVocabulary() *vocabulary {
	return &vocabulary{number: map[string]int32{}, stem: map[string]int32{}, env: snowballstem.NewEnv("")}
}

// maxWords bounds the words read of one sentence: what is longer is no sentence.
const maxWords = 400

// read numbers the stems of a sentence, in order. The result is overwritten by
// the next call.
func (v *vocabulary) read(text, lang string) []int32 {
	v.found, v.upper = v.found[:0], v.upper[:0]
	v.total++
	pairs := 0
	for at, pair := range word.Terms(text) {
		if w := text[at.Start:at.End]; pair {
			v.word(w, "")
			pairs++
		} else {
			v.word(w, lang)
		}
		if len(v.found) >= maxWords {
			break
		}
	}
	v.words = int32(len(v.found) - pairs/2)
	return v.found
}

// maxWord is the longest word that counts, in bytes.
const maxWord = 60

// brackets are how the Penn Treebank writes them in tokenised text.
var brackets = map[string]bool{"LRB": true, "RRB": true, "LSB": true, "RSB": true}

func (v *vocabulary) word(w, lang string) {
	if len(w) > maxWord || brackets[w] {
		return
	}
	v.buf = append(v.buf[:0], lang...)
	v.buf = append(v.buf, ' ')
	v.buf = appendLower(v.buf, w)
	n, ok := v.number[string(v.buf)]
	if !ok {
		n = v.add(string(v.buf), lang)
	}
	if v.last[n] != v.total {
		v.last[n] = v.total
		v.in[n]++
	}
	v.found = append(v.found, n)
	first, _ := utf8.DecodeRuneInString(w)
	v.upper = append(v.upper, unicode.IsUpper(first))
}

func appendLower(b []byte, w string) []byte {
	for i := range len(w) {
		c := w[i]
		if c >= utf8.RuneSelf {
			return append(b, strings.ToLower(w[i:])...)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return b
}

// add numbers a word not met before, by its stem.
func (v *vocabulary) add(key, lang string) int32 {
	w := key[len(lang)+1:]
	if stem := stemmers[lang]; stem != nil && len(w) > 3 {
		v.env.SetCurrent(w)
		stem(v.env)
		w = v.env.Current()
	}
	n, ok := v.stem[w]
	if !ok {
		n = int32(len(v.in))
		v.stem[strings.Clone(w)] = n
		v.in, v.last, v.names = append(v.in, 0), append(v.last, 0), append(v.names, nameCount{})
	}
	v.number[key] = n
	return n
}
