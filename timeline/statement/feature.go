package statement

import (
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
)

// A feature is one thing that tells a statement of the story from other dated
// sentences. None knows a story, a publisher or a language.
type feature struct {
	name string
	of   func(k *candidate) float64
	why  string // of a sentence that is refused, when the feature speaks against it
}

// flag makes a feature of a question.
func flag(name string, of func(k *candidate) bool, why string) feature {
	return feature{name, func(k *candidate) float64 { return number01(of(k)) }, why}
}

func number01(x bool) float64 {
	if x {
		return 1
	}
	return 0
}

// features in the order of [FeatureNames]: those listed, and one or two for each
// cue of status and kind of act.
var features = slices.Concat(storyFeatures, actFeatures, timeFeatures, textFeatures, cueFeatures(), kindFeatures())

// FeatureNames lists the features of a [Candidate].
func FeatureNames() []string {
	names := make([]string, len(features))
	for i, f := range features {
		names[i] = f.name
	}
	return names
}

// How near the sentence is to the story.
var storyFeatures = []feature{
	{"terms", func(k *candidate) float64 { return min(2, k.terms[inSentence]) }, ""},
	{"terms-clause", func(k *candidate) float64 { return min(2, k.terms[inClause]) }, ""},
	flag("no-terms", func(k *candidate) bool { return k.terms[inSentence] == 0 }, "no term of the story in the sentence"),
	flag("named", func(k *candidate) bool { return k.r.named[k.i] }, ""),
	flag("near", func(k *candidate) bool { return k.r.near(k.i) }, ""),
	flag("paragraph-named", func(k *candidate) bool { return k.r.keyed[k.s.Paragraph] }, ""),
	{"bond", func(k *candidate) float64 { return min(3, k.r.bond) }, ""},
	{"matter-share", func(k *candidate) float64 { return float64(k.r.matter) / float64(len(k.r.named)) }, ""},
	{"named-share", func(k *candidate) float64 { return k.r.namedShare }, ""},
	{"local", (*candidate).local, ""},
	flag("headline-named", func(k *candidate) bool { return k.r.article.Sentences[0].Index == 0 && k.r.named[0] }, ""),
	{"headline-actors", func(k *candidate) float64 { return min(3, float64(len(k.r.actors[0]))) }, ""},
	{"actors", func(k *candidate) float64 { return min(3, float64(k.actors[inSentence])) }, ""},
	{"actors-clause", func(k *candidate) float64 { return min(3, float64(k.actors[inClause])) }, ""},
	flag("nobody", func(k *candidate) bool { return k.actors[inSentence] == 0 }, "it names no actor of the story"),
	flag("two-actors", func(k *candidate) bool { return k.actors[inSentence] >= 2 }, ""),
	flag("actor-of-headline", func(k *candidate) bool { return k.headActor }, ""),
	{"actors-before", func(k *candidate) float64 {
		if k.i == 0 {
			return 0
		}
		return min(2, float64(len(k.r.actors[k.i-1])))
	}, ""},
	{"propers", (*candidate).propers, ""},
	flag("cue", func(k *candidate) bool { return k.own >= tellsAt }, ""),
	flag("firm-cue", func(k *candidate) bool { return k.own >= tellsFirmly }, ""),
	flag("cue-clause", func(k *candidate) bool { return k.firm[inClause] }, ""),
	flag("loose", func(k *candidate) bool { return k.terms[inSentence] < keyTerm && k.actors[inSentence] == 0 }, "neither a key term nor an actor of the story stands in it"),
	flag("loose-article", func(k *candidate) bool { return k.terms[inSentence] < keyTerm && k.r.namedShare < steepedAt }, "the article is of something else as well, and the sentence names no key term"),
}

// What is done.
var actFeatures = []feature{
	flag("verb", func(k *candidate) bool { return k.acts[inSentence].verb }, ""),
	flag("noun", func(k *candidate) bool { return k.acts[inSentence].noun }, ""),
	flag("announce", func(k *candidate) bool { return k.acts[inSentence].announce }, ""),
	flag("say", func(k *candidate) bool { return k.acts[inSentence].say }, ""),
	flag("verb-clause", func(k *candidate) bool { return k.acts[inClause].verb }, ""),
	flag("noun-clause", func(k *candidate) bool { return k.acts[inClause].noun }, ""),
	flag("announce-clause", func(k *candidate) bool { return k.acts[inClause].announce }, ""),
	flag("say-clause", func(k *candidate) bool { return k.acts[inClause].say }, ""),
	flag("no-act", func(k *candidate) bool { return !k.acts[inSentence].any() && !k.acts[inSentence].announce }, "nothing is done in it that the language's acts know"),
	flag("verb-near", func(k *candidate) bool { return k.actDistance < 40 }, ""),
	flag("actor-acts", func(k *candidate) bool { return k.actors[inClause] > 0 && k.acts[inClause].any() }, ""),
	flag("amount", func(k *candidate) bool { return k.amount[inSentence] }, ""),
	flag("amount-clause", func(k *candidate) bool { return k.amount[inClause] }, ""),
}

// When, and how the time is told.
var timeFeatures = []feature{
	flag("day", func(k *candidate) bool { return k.d.when.Days() <= 1 }, ""),
	flag("week", func(k *candidate) bool { return k.d.when.Days() > 1 && k.d.when.Days() <= 10 }, ""),
	flag("long", func(k *candidate) bool { return k.d.when.Days() > vagueDays }, "a time of more than a month dates mostly background"),
	flag("long-nobody", func(k *candidate) bool { return k.d.when.Days() > vagueDays && k.actors[inSentence] == 0 }, "a long time, and nobody who acts"),
	flag("long-told-weakly", func(k *candidate) bool { return k.d.when.Days() > vagueDays && k.own < tellsFirmly }, "a long time, and no firm cue"),
	flag("range", func(k *candidate) bool { return strings.Contains(k.d.when.EDTF, "/") }, "a stretch of time rather than a day"),
	flag("same-day", func(k *candidate) bool { return k.knownDay && k.age >= 0 && k.age < 1 }, ""),
	flag("last-week", func(k *candidate) bool { return k.knownDay && k.age >= 1 && k.age <= 7 }, ""),
	flag("last-month", func(k *candidate) bool { return k.knownDay && k.age > 7 && k.age <= 31 }, ""),
	flag("last-year", func(k *candidate) bool { return k.knownDay && k.age > 31 && k.age <= 366 }, ""),
	flag("old", func(k *candidate) bool { return k.knownDay && k.age > 366 }, "more than a year before the article"),
	flag("old-no-terms", func(k *candidate) bool { return k.knownDay && k.age > 366 && k.terms[inSentence] == 0 }, "more than a year before the article, and no term of the story"),
	flag("soon", func(k *candidate) bool { return k.knownDay && k.age < 0 && k.age >= -14 }, ""),
	flag("later", func(k *candidate) bool { return k.knownDay && k.age < -14 }, ""),
	flag("undated", func(k *candidate) bool { return !k.d.explicit && !k.d.act }, "it has no time of its own"),
	flag("carried", func(k *candidate) bool { return !k.d.explicit && !k.d.act && !k.d.lead && !k.d.holds }, "its day is that of the sentence before"),
	flag("lead", func(k *candidate) bool { return k.d.lead && !k.d.act }, ""),
	flag("hereby", func(k *candidate) bool { return k.d.act }, ""),
	flag("term", func(k *candidate) bool { return k.d.deadline }, ""),
	flag("counted", func(k *candidate) bool { return k.d.counted }, "a length of time rather than a date"),
	flag("opens", func(k *candidate) bool { return k.d.opens }, ""),
	flag("from-publication", func(k *candidate) bool { return strings.HasSuffix(k.d.rule, "(dct)") }, ""),
	flag("from-text", func(k *candidate) bool {
		return strings.HasSuffix(k.d.rule, "(previous)") || strings.HasSuffix(k.d.rule, "(event)")
	}, "its time counts from another one of the text"),
	flag("today", (*candidate).presentDay, "a word for the present"),
	flag("today-no-act", func(k *candidate) bool { return k.presentDay() && !k.acts[inClause].verb && !k.acts[inClause].announce }, "a word for the present, and nothing done"),
	{"dates", func(k *candidate) float64 { return min(4, float64(len(k.r.times[k.s.Index]))) }, ""},
	flag("opens-sentence", func(k *candidate) bool {
		return k.d.explicit && len(strings.Fields(k.before)) <= 1 && len(k.before) < 12
	}, ""),
	flag("preposition", func(k *candidate) bool { return k.d.explicit && k.r.words.timePrepositions[k.lastWord()] }, ""),
	flag("behind-noun", func(k *candidate) bool { return k.d.explicit && k.afterNoun() }, "its time belongs to a name"),
	flag("attributive", func(k *candidate) bool {
		return k.d.explicit && slices.ContainsFunc(k.r.words.Narrative.AttributiveEnds, func(w string) bool { return strings.HasPrefix(strings.TrimLeft(k.after, " "), w) })
	}, "its time only tells which thing is meant"),
	flag("quoted-date", func(k *candidate) bool { return k.d.explicit && k.quotedDate() }, "its time stands in somebody's words"),
}

// What kind of sentence it is.
var textFeatures = []feature{
	flag("headline", func(k *candidate) bool { return k.s.Index == 0 }, ""),
	flag("top", func(k *candidate) bool { return k.s.Index >= 1 && k.s.Index <= 3 }, ""),
	{"position", func(k *candidate) float64 { return float64(k.i) / float64(len(k.r.named)) }, ""},
	flag("long-article", func(k *candidate) bool { return len(k.r.named) > 40 }, ""),
	flag("short-sentence", func(k *candidate) bool { return k.length() < 60 }, "a short line"),
	flag("long-sentence", func(k *candidate) bool { return k.length() > 300 }, ""),
	flag("no-end", func(k *candidate) bool { return !k.whole() }, "no whole sentence"),
	flag("state", func(k *candidate) bool { return k.r.words.aspectOf(k.text) == state }, "it tells how things are, not what happened"),
	flag("earlier", func(k *candidate) bool { return k.r.words.aspectOf(k.text) == earlier }, ""),
	flag("leans", func(k *candidate) bool { return k.r.words.leans(k.text) }, ""),
	flag("first-person", (*candidate).firstPerson, "somebody speaks of himself"),
	flag("quoted", func(k *candidate) bool { return strings.ContainsAny(k.text, `"“”„「«`) }, ""),
	flag("first-person-quoted", func(k *candidate) bool { return k.firstPerson() && strings.ContainsAny(k.text, `"“”„「«`) }, ""),
	flag("percent", func(k *candidate) bool { return strings.ContainsAny(k.text, "%％") }, ""),
	flag("credits", func(k *candidate) bool { return k.st.Credit != "" }, ""),
	flag("ahead", (*candidate).ahead, ""),
	flag("deadline", func(k *candidate) bool { return k.st.Status == news.Deadline }, ""),
	flag("reported", func(k *candidate) bool { return k.st.Status == news.Reported }, ""),
}

func cueFeatures() (out []feature) {
	for _, cue := range cueNames {
		out = append(out,
			flag("cue-"+cue, func(k *candidate) bool { return k.hasCue(inSentence, cue) }, ""),
			flag("cue-"+cue+"-clause", func(k *candidate) bool { return k.hasCue(inClause, cue) }, ""))
	}
	return out
}

func kindFeatures() (out []feature) {
	for _, kind := range []string{"justice", "rules", "business", "people", "talks", "conflict"} {
		out = append(out, flag("act-"+kind, func(k *candidate) bool { return k.acts[inClause].kinds[kind] }, ""))
	}
	return out
}
