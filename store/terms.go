package store

import (
	"runtime"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/german"
	"golang.org/x/text/unicode/norm"

	"github.com/seed-7461731f/dateline/store/news"
)

// Search terms are made here rather than in the engine, so that German,
// English and Chinese search the same way on every engine: accents folded,
// lower case, runs of Han in overlapping pairs, stems beside the words.

// terms splits text into folded words and pairs of Han characters, in text order.
func terms(text string) []string {
	_, list := joinTerms(text)
	return list
}

// joinTerms gives the terms joined by blanks, and each of them.
func joinTerms(text string) (joined string, list []string) {
	b := make([]byte, 0, len(text)+len(text)/8)
	ends := make([]int, 0, len(text)/5)
	for word := range words(text) {
		switch first, _ := utf8.DecodeRuneInString(word); {
		case isHan(first):
			for _, pair := range bigrams(word) {
				b = append(b, pair...)
				ends = append(ends, len(b))
				b = append(b, ' ')
			}
			continue
		case isASCII(word):
			b = appendLower(b, word)
		default:
			b = append(b, fold(word)...)
		}
		ends = append(ends, len(b))
		b = append(b, ' ')
	}
	joined = strings.TrimSuffix(string(b), " ")
	list = make([]string, len(ends))
	start := 0
	for i, e := range ends {
		list[i] = joined[start:e]
		start = e + 1
	}
	return joined, list
}

// words walks over the runs of letters and digits; a run is all Han or has none.
func words(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		start, han := -1, false
		for i, r := range text {
			switch part := isWordPart(r); {
			case part && start < 0:
				start, han = i, isHan(r)
			case start >= 0 && (!part || isHan(r) != han):
				if !yield(text[start:i]) {
					return
				}
				if start = -1; part {
					start, han = i, !han
				}
			}
		}
		if start >= 0 {
			yield(text[start:])
		}
	}
}

func isWordPart(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func isHan(r rune) bool { return r >= utf8.RuneSelf && unicode.Is(unicode.Han, r) }

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func appendLower(b []byte, word string) []byte {
	for i := range len(word) {
		c := word[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		b = append(b, c)
	}
	return b
}

// bigrams gives the overlapping pairs of a run of Han; a single character is itself.
func bigrams(run string) []string {
	r := []rune(run)
	if len(r) == 1 {
		return []string{run}
	}
	out := make([]string, 0, len(r)-1)
	for i := range len(r) - 1 {
		out = append(out, string(r[i:i+2]))
	}
	return out
}

// fold lowers a word and drops its accents: "Größe" is "grosse".
func fold(word string) string {
	if isASCII(word) {
		return strings.ToLower(word)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(word)) {
		switch {
		case r == 'ß':
			b.WriteString("ss")
		case !unicode.Is(unicode.Mn, r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss")

// stem cuts a folded word to its stem in English or German; other languages
// keep the word.
func stem(word, lang string) string {
	env := snowballstem.NewEnv(word)
	switch {
	case strings.HasPrefix(lang, "en"):
		english.Stem(env)
	case strings.HasPrefix(lang, "de"):
		german.Stem(env)
	default:
		return word
	}
	return env.Current()
}

// maxStems bounds the memory of stems, per processor and language; at the bound
// it begins anew.
const maxStems = 1 << 16

// stems remembers the stems of words in a language: a text has few that the
// ones before had not.
type stems map[string]map[string]string

func (s stems) of(word, lang string) string {
	known := s[lang]
	found, ok := known[word]
	if ok {
		return found
	}
	if known == nil || len(known) >= maxStems {
		known = map[string]string{}
		s[lang] = known
	}
	found = strings.Clone(stem(word, lang))
	known[strings.Clone(word)] = found
	return found
}

// An indexRow is what the full text index holds of an article.
type indexRow struct{ title, text, extra string }

// An indexer makes index rows, on all processors. It is used inside of write
// transactions, one at a time.
type indexer struct{ workers []stems }

// A termJob is the rows of some readings in the making.
type termJob struct {
	wg   sync.WaitGroup
	rows []indexRow // to be read after wait
}

func (j *termJob) wait() { j.wg.Wait() }

// start makes the rows of readings; those with a problem have none.
func (x *indexer) start(readings []Reading) *termJob {
	for len(x.workers) < runtime.GOMAXPROCS(0) {
		x.workers = append(x.workers, stems{})
	}
	j := &termJob{rows: make([]indexRow, len(readings))}
	for w, s := range x.workers {
		j.wg.Go(func() {
			for i := w; i < len(readings); i += len(x.workers) {
				if readings[i].Problem == "" {
					j.rows[i] = s.row(readings[i].Article)
				}
			}
		})
	}
	return j
}

func (s stems) row(a news.Article) indexRow {
	title, inTitle := joinTerms(a.Title)
	text, inText := joinTerms(a.Text)
	return indexRow{title, text, strings.Join(s.extra(append(inTitle, inText...), a), " ")}
}

// extra gives the stems of the words that differ from them, and the spelling of
// umlauts with e, each once, in order of first appearance.
func (s stems) extra(terms []string, a news.Article) []string {
	var out []string
	seen := map[string]bool{}
	add := func(s string) {
		if s != "" && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	if lang := a.Language[:min(len(a.Language), 2)]; lang == "en" || lang == "de" {
		for _, t := range terms {
			if stem := s.of(t, lang); stem != t {
				add(stem)
			}
		}
	}
	const dotted = "äöüÄÖÜ"
	for _, part := range []string{a.Title, a.Text} {
		if !strings.ContainsAny(part, dotted) {
			continue
		}
		for w := range words(part) {
			if strings.ContainsAny(w, dotted) {
				add(fold(umlauts.Replace(strings.ToLower(w))))
			}
		}
	}
	return out
}
