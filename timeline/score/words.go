package score

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/porter"
)

// A day is an entry made ready for comparison.
type day struct {
	number int // days since 1970
	raw    bag // words as written
	words  bag // stems without stop words
	pairs  bag // of stems that follow one another
}

// A bag counts what occurs.
type bag struct {
	count map[string]int
	total int
}

func newBag(words []string) bag {
	b := bag{make(map[string]int, len(words)), len(words)}
	for _, w := range words {
		b.count[w]++
	}
	return b
}

// common is how many occurrences two bags share.
func (b bag) common(o bag) int {
	if len(o.count) < len(b.count) {
		b, o = o, b
	}
	n := 0
	for w, c := range b.count {
		n += min(c, o.count[w])
	}
	return n
}

func newDay(e Entry) day {
	text := strings.Join(e.Sentences, " ")
	raw := split(text)
	stems := stemmed(raw)
	var pairs []string
	for i := 1; i < len(stems); i++ {
		pairs = append(pairs, stems[i-1]+" "+stems[i])
	}
	return day{int(e.Day.Unix() / 86400), newBag(raw), newBag(stems), newBag(pairs)}
}

// split cuts text into runs of letters and digits. ROUGE-1.5.5 also cuts at
// letters outside ASCII, which would tear French and Spanish words apart; on
// English text the two agree.
func split(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) })
}

// stemmed lowers the words, drops stop words and stems what is longer than
// three letters, in the order in which ROUGE-1.5.5 does.
func stemmed(words []string) []string {
	out := make([]string, 0, len(words))
	env := snowballstem.NewEnv("")
	for _, w := range words {
		w = strings.ToLower(w)
		if stopWords[w] {
			continue
		}
		if utf8.RuneCountInString(w) > 3 {
			env.SetCurrent(w)
			porter.Stem(env)
			w = env.Current()
		}
		out = append(out, w)
	}
	return out
}
