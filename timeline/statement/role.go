package statement

import (
	"slices"
	"strings"
	"unicode"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/act"
	"github.com/seed-7461731f/dateline/timeline/language"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// roleReach is how far from an act, in letters, an actor of it may stand.
const roleReach = 120

// deed reads the act that belongs to a date, and who did it to whom: the verb
// nearest to the date in its clause, else the noun, else an announcement, else
// the same of the sentence. Where the language's acts name nobody, those of the
// story file do.
func (r *reading) deed(i int, d date, clause news.Span, topic string) (key, by, whom string, people bool) {
	s := r.article.Sentences[i]
	f, ok := r.mainAct(i, d, news.Span{Start: clause.Start - s.Start, End: clause.End - s.Start})
	if !ok {
		f, ok = r.mainAct(i, d, news.Span{Start: 0, End: s.End - s.Start})
	}
	if ok {
		key = f.Key
		by, whom, people = r.roles(i, f)
	}
	if by == "" {
		if who, to := r.agent(i, topic); who != "" {
			by, whom = who, to
		}
	}
	return key, by, whom, people && by == ""
}

// mainAct picks the act of a span of the i-th sentence that a date belongs to.
func (r *reading) mainAct(i int, d date, in news.Span) (best act.Found, ok bool) {
	from, to := d.start-r.article.Sentences[i].Start, d.end-r.article.Sentences[i].Start
	if !d.explicit {
		from, to = 0, 0 // without words for its time a sentence is about its first act
	}
	rank, near := 0, 0
	for _, f := range r.actsOf(i) {
		if f.Start < in.Start || f.End > in.End {
			continue
		}
		a, _ := language.ActOf(f.Key)
		n, distance := actRank(a, f.Noun), max(0, f.Start-to, from-f.End)
		if n > rank || n == rank && distance < near {
			best, rank, near = f, n, distance
		}
	}
	return best, rank > 0
}

// actRank is how much an act tells of what was done: words tell least.
func actRank(a language.Act, noun bool) int {
	switch {
	case a.Key == "say":
		return 1
	case a.Say:
		return 2
	case noun:
		return 3
	}
	return 4
}

// A party is an actor named in a sentence.
type party struct {
	key string
	news.Span
}

// roles tells who did an act of the i-th sentence, and to whom. A verb has who
// does it before it and whom it is done to behind it; a passive one the other way
// round, with who does it behind "by" or, in Chinese, 被; where the verb stands
// second or last the first actor is who does it. A noun has them by its
// prepositions: "the lawsuit of A against B".
func (r *reading) roles(i int, f act.Found) (by, whom string, people bool) {
	text := r.text(r.article.Sentences[i])
	before, behind, people := r.parties(i, f.Span)
	if f.Noun {
		by, whom = r.rolesOfNoun(text, f, before, behind)
		return by, whom, people
	}
	if at := r.words.passiveBefore(text, f); at >= 0 {
		by, whom = r.rolesOfPassive(text, at, before, behind)
		return by, whom, people
	}
	switch {
	case people && len(before) == 0: // people of an actor do it, who is not one
		whom = first(behind)
	case len(before) == 0 && r.words.VerbMoves() && len(behind) > 0: // "Am Mittwoch entließ A B"
		by = behind[0].key
		whom = second(behind, by)
	case len(before) == 0:
		whom = first(behind)
	case r.words.VerbMoves() && len(before) > 1 && len(behind) == 0: // "A hat B entlassen"
		by = before[0].key
		whom = second(before, by)
	default:
		by, whom = r.subject(text, before)
		if whom == "" {
			whom = first(behind)
		}
	}
	if whom == by {
		whom = ""
	}
	return by, whom, people
}

// subject is who of those before a verb does it: the last, unless a preposition
// makes it whom the act is directed at ("对甲提起诉讼").
func (r *reading) subject(text string, before []party) (by, whom string) {
	for _, p := range slices.Backward(before) {
		if !r.words.directed(text[:p.Start]) {
			return p.key, whom
		}
		whom = p.key
	}
	return "", whom
}

func (r *reading) rolesOfPassive(text string, at int, before, behind []party) (by, whom string) {
	for _, p := range before {
		if p.Start < at {
			whom = p.key
		} else if r.words.unspaced && by == "" {
			by = p.key
		}
	}
	for _, p := range slices.Concat(before, behind) {
		if by == "" && p.key != whom && p.Start > at && r.words.leadsPassive(lastWords(text[:p.Start])) {
			by = p.key
		}
	}
	return by, whom
}

func (r *reading) rolesOfNoun(text string, f act.Found, before, behind []party) (by, whom string) {
	for _, p := range behind {
		switch last := lastWords(text[:p.Start]); {
		case whom == "" && r.words.directed(last):
			whom = p.key
		case by == "" && (r.words.leadsPassive(last) || r.words.of(last)):
			by = p.key
		}
	}
	if len(before) > 0 && by == "" {
		p := before[len(before)-1]
		if gap := strings.TrimSpace(text[p.End:f.Start]); word.Width(gap) <= 12 { // "TikTok's new lawsuit"
			by = p.key
		}
	}
	if by == whom {
		whom = ""
	}
	return by, whom
}

// parties lists the actors named before and behind a span of the i-th sentence,
// near enough to have a part in it and in the order of the text; who may not act
// is none. people reports whether people of an actor are named before it.
func (r *reading) parties(i int, at news.Span) (before, behind []party, people bool) {
	s := r.article.Sentences[i]
	text := r.text(s)
	for _, m := range r.mentions[s.Index] {
		span := news.Span{Start: m.Start - s.Start, End: m.End - s.Start}
		switch {
		case m.Kind != news.ActorMention:
		case r.words.peopleOf(text[span.End:]):
			people = people || span.End <= at.Start
		case span.End <= at.Start && word.Width(text[span.End:at.Start]) <= roleReach && r.mayAct(m.Key, at.Start-span.End):
			before = append(before, party{m.Key, span})
		case span.Start >= at.End && word.Width(text[at.End:span.Start]) <= roleReach:
			behind = append(behind, party{m.Key, span})
		}
	}
	return before, behind, people
}

// peopleOf reports whether the text behind a name makes it the name of whom others
// belong to: "TikTok users", "Tiktok-Nutzer".
func (x *lexicon) peopleOf(behind string) bool {
	behind = strings.TrimLeft(behind, " -")
	if x.unspaced {
		return word.StartsWithAny(behind, x.Narrative.PeopleOf)
	}
	end := strings.IndexFunc(behind, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(behind)
	}
	return slices.Contains(x.Narrative.PeopleOf, behind[:end])
}

func first(all []party) string {
	if len(all) == 0 {
		return ""
	}
	return all[0].key
}

// second is the first actor that is another one.
func second(all []party, than string) string {
	for _, p := range all {
		if p.key != than {
			return p.key
		}
	}
	return ""
}

// lastWords are the last words before an actor, its article among them.
func lastWords(text string) string {
	fields := strings.Fields(text)
	return strings.Join(fields[max(0, len(fields)-3):], " ")
}

// passiveReach is how far before a verb, in letters, the word stands that makes
// it passive.
const passiveReach = 90

// passiveBefore returns the byte at which the word stands that makes a verb
// passive, -1 when it is active.
func (x *lexicon) passiveBefore(text string, f act.Found) int {
	from := f.Start - len(word.Last(text[:f.Start], passiveReach))
	best := -1
	for _, w := range x.Narrative.PassiveAuxiliaries {
		near := strings.ToLower(text[from:f.Start])
		if x.unspaced {
			if i := strings.LastIndex(near, w); i >= 0 {
				best = max(best, from+i)
			}
			continue
		}
		if i := strings.LastIndex(" "+near, " "+w+" "); i >= 0 && !strings.ContainsAny(near[i:], ",;:") {
			best = max(best, from+i)
		}
	}
	return best
}

// directed reports whether a text ends with a preposition that makes what follows
// whom an act is directed at: "against the", "gegen", 对.
func (x *lexicon) directed(text string) bool { return x.endsWithOne(text, x.Narrative.Directed) }

// of reports whether it ends with one that makes it whose the act is.
func (x *lexicon) of(text string) bool { return x.endsWithOne(text, x.Narrative.Of) }

// endsWithOne reports whether a text ends with one of some words, an article
// behind it aside.
func (x *lexicon) endsWithOne(text string, words []string) bool {
	text = strings.ToLower(strings.TrimRight(text, " "))
	if x.unspaced {
		return word.EndsInAny(text, words)
	}
	fields := strings.Fields(text)
	for n := 1; n <= min(2, len(fields)); n++ {
		if slices.Contains(words, fields[len(fields)-n]) {
			return true
		}
	}
	return false
}
