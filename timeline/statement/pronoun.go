package statement

import (
	"slices"

	"github.com/seed-7461731f/dateline/timeline/word"
)

// resolvePronouns gives each sentence the person that its "he" or "I" is.
func (r *reading) resolvePronouns() {
	for i, s := range r.article.Sentences {
		person := r.referent(i)
		if r.signs != "" && r.words.self != nil && r.words.self.MatchString(r.text(s)) {
			person = r.signs
		}
		if person != "" && !slices.Contains(r.actors[i], person) {
			r.actors[i] = append(r.actors[i], person)
		}
	}
}

// pronounReach is over how many sentences a pronoun looks back for its person.
const pronounReach = 2

// referent is the person that a pronoun in the i-th sentence stands for: the
// one named last, just before it, when the sentence itself names none; "" when
// there is no pronoun or no such person.
func (r *reading) referent(i int) string {
	person, at := r.lastPerson(i)
	if person == "" || at == i || !r.words.hasPronoun(r.text(r.article.Sentences[i])) {
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

// hasPronoun reports whether a text holds a pronoun that stands for one person.
func (x *lexicon) hasPronoun(text string) bool {
	n := &x.Narrative
	switch {
	case len(n.Person) == 0:
		return false
	case x.unspaced:
		return word.ContainsAny(x.notPerson.Replace(text), n.Person)
	}
	return slices.ContainsFunc(unquotedWords(text), func(w string) bool { return slices.Contains(n.Person, w) })
}
