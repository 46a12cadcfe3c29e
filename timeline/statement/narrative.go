package statement

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/timeline/word"
)

// A sentence without a time of its own is read as part of the news only when it
// narrates. The present of "be" or "remain" tells a state, the pluperfect and
// "previously" what was before the time told last (Partee 1984, "Nominal and
// temporal anaphora"; Webber 1988, "Tense as discourse anaphor").

// An aspect is what the main verb of a sentence does with the time told last.
type aspect int8

const (
	narrates aspect = iota // goes on from it; also where the verb does not tell
	state                  // holds around it
	earlier                // lies before it
)

// aspectOf reads the aspect off the main clause of a sentence; what stands in
// quotation marks is another's. The first finite verb decides; where the language
// writes no spaces, adverbs of the first clause do.
func (x *lexicon) aspectOf(text string) aspect {
	if x.unspaced {
		return x.aspectOfClause(text)
	}
	n := &x.Narrative
	words := unquotedWords(text)
	for i, w := range words {
		switch {
		case x.earlier[w]:
			return earlier
		case i+1 < len(words) && slices.Contains(n.Pluperfect, w) && (word.EndsInAny(words[i+1], n.PastEndings) || slices.Contains(n.Participles, words[i+1])):
			return earlier
		case x.state[w]:
			return state
		case x.finite[w], i > 0 && !x.determiners[words[i-1]] && hasEnding(w, n.PastEndings): // "the proposed sale is"
			return x.adverbShiftsBack(words[i:])
		}
	}
	return narrates
}

// adverbShiftsBack is earlier when an adverb right behind the verb moves it back:
// "have already banned".
func (x *lexicon) adverbShiftsBack(words []string) aspect {
	if slices.ContainsFunc(words[:min(len(words), 3)], func(w string) bool { return x.earlier[w] }) {
		return earlier
	}
	return narrates
}

func hasEnding(w string, endings []string) bool {
	return len(w) > 4 && !strings.Contains(w, "-") && word.EndsInAny(w, endings)
}

func (x *lexicon) aspectOfClause(text string) aspect {
	n := &x.Narrative
	clause := withoutAll(text, n.Connectives)
	first := clause
	if end := strings.IndexAny(clause, "，；。"); end >= 0 {
		first = clause[:end]
	}
	switch {
	case word.StartsWithAny(clause, n.Remarks), word.ContainsAny(first, n.State):
		return state
	case word.ContainsAny(first, n.Earlier):
		return earlier
	}
	return narrates
}

// withoutAll cuts the spaces and all of the words that a text begins with.
func withoutAll(text string, words []string) string {
	for {
		text = strings.TrimSpace(text)
		i := slices.IndexFunc(words, func(w string) bool { return strings.HasPrefix(text, w) })
		if i < 0 {
			return text
		}
		text = text[len(words[i]):]
	}
}

// unquotedWords are the lower-case words outside quotation marks, but for names:
// those with a capital inside the sentence. A compound is one word.
func unquotedWords(text string) (out []string) {
	quoted, start := false, -1
	for i, r := range text + " " {
		if unicode.IsLetter(r) || r == '-' && start >= 0 {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 && !quoted {
			word := text[start:i]
			if first, _ := utf8.DecodeRuneInString(word); len(out) == 0 || !unicode.IsUpper(first) {
				out = append(out, strings.ToLower(word))
			}
		}
		start = -1
		switch r {
		case '"':
			quoted = !quoted
		case '“', '„', '«':
			quoted = true
		case '”', '»':
			quoted = false
		}
	}
	return out
}
