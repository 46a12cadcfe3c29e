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

// tenseWords are, of one language, the words by which its sentences tell their
// aspect. The first finite verb decides.
type tenseWords struct {
	state   []string // present verbs that tell no act
	other   []string // other finite forms: those of the past that no ending tells, and modals
	endings []string // of the past forms left
	earlier []string // adverbs and auxiliaries of what was before
}

var tenses = map[string]tenseWords{
	"en": {
		state:   strings.Fields("is are remains remain seems seem appears appear comes come means mean stands stand belongs exists isn aren"),
		other:   strings.Fields("will would can could may might shall should must was were did said told went came took made became began got gave found left held met rose fell saw ran sold bought lost won led paid cut hit sent brought set put wrote spoke broke chose struck drew has have had"),
		endings: []string{"ed"},
		earlier: strings.Fields("already previously"),
	},
	"de": {
		state:   strings.Fields("ist sind bleibt bleiben gilt gelten steht stehen liegt liegen heißt bedeutet gehört gehören"),
		other:   strings.Fields("wird werden will wollen soll sollen kann können könnte könnten würde würden muss müssen war waren wurde wurden hat haben kam ging gab nahm trat sagte teilte lehnte"),
		endings: []string{"ierte", "ierten"},
		earlier: strings.Fields("bereits zuvor hatte hatten schon"),
	},
	"it": {
		state:   strings.Fields("resta restano rimane rimangono serve servono significa"),
		other:   strings.Fields("ha hanno è sono"),
		earlier: strings.Fields("già aveva avevano"),
	},
}

// Signs by which a Chinese sentence tells its aspect: what opens a remark, and
// adverbs of what goes on and of what was before.
var (
	chineseRemarks = []string{"这是", "這是", "这也是", "這也是", "此举", "此舉"}
	chineseState   = []string{"仍需", "仍须", "仍然", "依然", "尚需", "尚未", "还需", "還需"}
	chineseEarlier = []string{"此前", "先前", "早前", "早已", "曾经", "曾於", "曾于"}
)

// aspectOf reads the aspect off the main clause of a sentence; what stands in
// quotation marks is another's.
func aspectOf(text, language string) aspect {
	base, _, _ := strings.Cut(language, "-")
	if base == "zh" {
		return chineseAspect(text)
	}
	lang, ok := tenses[base]
	if !ok {
		return narrates
	}
	words := unquotedWords(text)
	for i, w := range words {
		switch {
		case slices.Contains(lang.earlier, w):
			return earlier
		case w == "had" && i+1 < len(words) && (strings.HasSuffix(words[i+1], "ed") || words[i+1] == "been"):
			return earlier
		case slices.Contains(lang.state, w):
			return state
		case slices.Contains(lang.other, w), i > 0 && !slices.Contains(determiners, words[i-1]) && hasEnding(w, lang.endings):
			return laterEarlier(words[i:], lang)
		}
	}
	return narrates
}

// determiners stand before participles that are no verbs: "the proposed sale is".
var determiners = strings.Fields("the a an its his her their this that these those")

// laterEarlier reports whether an adverb right behind the verb moves it back:
// "have already banned".
func laterEarlier(words []string, lang tenseWords) aspect {
	for _, w := range words[:min(len(words), 3)] {
		if slices.Contains(lang.earlier, w) {
			return earlier
		}
	}
	return narrates
}

func hasEnding(w string, endings []string) bool {
	return len(w) > 4 && !strings.Contains(w, "-") && slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(w, e) })
}

func chineseAspect(text string) aspect {
	clause := strings.TrimLeft(text, "但不过而 　")
	end := strings.IndexAny(clause, "，；。")
	if end < 0 {
		end = len(clause)
	}
	switch {
	case word.StartsWithAny(clause, chineseRemarks), word.ContainsAny(clause[:end], chineseState):
		return state
	case word.ContainsAny(clause[:end], chineseEarlier):
		return earlier
	}
	return narrates
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
