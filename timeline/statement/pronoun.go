package statement

import (
	"regexp"
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/timeline/word"
)

// pronouns of a person, by language, where they stand for nobody else. German
// "sie" and "er" are things as well.
var pronouns = map[string][]string{"en": {"he", "she"}, "zh": {"他", "她"}}

// resolvePronouns gives each sentence the person that its "he" or "I" is.
func (r *reading) resolvePronouns() {
	for i, s := range r.article.Sentences {
		person := r.referent(i)
		if r.signs != "" && self.MatchString(r.text(s)) {
			person = r.signs
		}
		if person != "" && !slices.Contains(r.actors[i], person) {
			r.actors[i] = append(r.actors[i], person)
		}
	}
}

// self reports whether a sentence speaks in the first person of who signs.
var self = regexp.MustCompile(`(^|[ (“"])I (hereby|have|had|am|find|determine|[a-z]+ed)\b`)

// pronounReach is over how many sentences a pronoun looks back for its person.
const pronounReach = 2

// referent is the person that a pronoun in the i-th sentence stands for: the
// one named last, just before it, when the sentence itself names none; "" when
// there is no pronoun or no such person.
func (r *reading) referent(i int) string {
	person, at := r.lastPerson(i)
	if person == "" || at == i || !hasPronoun(r.text(r.article.Sentences[i]), r.article.Language) {
		return ""
	}
	return person
}

// lastPerson is the person named last in the i-th sentence or just before it,
// and the sentence that names it.
func (r *reading) lastPerson(i int) (key string, at int) {
	for j := i; j >= max(0, i-pronounReach); j-- {
		for _, a := range slices.Backward(r.actors[j]) {
			if r.person(a) {
				return a, j
			}
		}
	}
	return "", -1
}

func (r *reading) person(key string) bool {
	for i := range r.story.Actors {
		if a := &r.story.Actors[i]; a.Key == key && a.Kind == "person" {
			return true
		}
	}
	return false
}

// noPronouns takes out the Chinese words that only hold the sign of one, and
// the plural.
var noPronouns = strings.NewReplacer("其他", "", "他们", "", "他們", "", "她们", "", "她們", "", "他人", "", "他国", "", "他國", "")

func hasPronoun(text, language string) bool {
	base, _, _ := strings.Cut(language, "-")
	if base == "zh" {
		return word.ContainsAny(noPronouns.Replace(text), pronouns[base])
	}
	return slices.ContainsFunc(unquotedWords(text), func(w string) bool { return slices.Contains(pronouns[base], w) })
}
