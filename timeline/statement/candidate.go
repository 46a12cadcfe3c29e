package statement

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline/language"
	"github.com/seed-7461731f/dateline/timeline/mention"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// A Candidate is a sentence with one time that may state an event of the story,
// and what the gate thinks of it.
type Candidate struct {
	Statement
	Features []float64 // in the order of [FeatureNames]
	Kept     bool      // it is a statement
	Barred   bool      // whatever its features say
	Why      string    // it is none: what speaks most against it, in words
}

// A candidate is what the features of a Candidate are read off.
type candidate struct {
	r      *reading
	i      int // of the sentence
	s      news.Sentence
	d      date
	st     *Statement
	text   string    // of the sentence
	clause news.Span // around the date, in the article's text
	all    Cues      // of the sentence
	own    float64   // topic score of the sentence

	lower         string
	before, after string // text on either side of the words of the date
	terms         [2]float64
	actors        [2]int  // distinct actors
	firm          [2]bool // it has a cue or an act of a topic
	amount        [2]bool
	acts          [2]actsFound
	actDistance   int // letters from the date to the nearest verb of an act
	headActor     bool
	age           float64 // days from the date to the day of publication; 0 when that is unknown
	knownDay      bool
}

// Whether a count is of the whole sentence or of the clause around the date.
const (
	inSentence = 0
	inClause   = 1
)

// actsFound says which acts a stretch of text tells.
type actsFound struct {
	verb, noun, announce, say bool
	kinds                     map[string]bool
}

func (r *reading) candidate(i int, text string, d date, st *Statement, clause news.Span, all Cues, own float64) *candidate {
	k := &candidate{r: r, i: i, s: r.article.Sentences[i], d: d, st: st, text: text, clause: clause, all: all, own: own}
	from, to := max(0, d.start-k.s.Start), max(0, d.end-k.s.Start)
	k.before, k.after, k.lower = text[:from], text[to:], strings.ToLower(text)
	k.countMentions()
	k.findActs()
	if !st.Source.Day.IsZero() {
		k.knownDay, k.age = true, st.Source.Day.Sub(d.when.From).Hours()/24
	}
	return k
}

func (k *candidate) countMentions() {
	seen := map[string]bool{}
	for _, m := range k.r.mentions[k.s.Index] {
		in := m.Start >= k.clause.Start && m.End <= k.clause.End
		key := string(m.Kind) + m.Key
		first := !seen[key]
		seen[key] = true
		for _, where := range [2]int{inSentence, inClause} {
			if where == inClause && !in {
				continue
			}
			switch m.Kind {
			case news.TermMention:
				if first {
					k.terms[where] += m.Weight
				}
			case news.ActorMention:
				if first {
					k.actors[where]++
				}
			case news.TopicMention:
				k.firm[where] = k.firm[where] || m.Class == news.ClassCue || m.Class == news.ClassAct
			case news.AmountMention, news.ShareMention:
				k.amount[where] = true
			}
		}
		if m.Kind == news.ActorMention && k.s.Index > 0 && slices.Contains(k.r.actors[0], m.Key) {
			k.headActor = true
		}
	}
}

// farAct is a distance from an act that is as good as none.
const farAct = 200

func (k *candidate) findActs() {
	k.actDistance = farAct
	for _, f := range k.r.actsOf(k.i) {
		at := news.Span{Start: f.Start + k.s.Start, End: f.End + k.s.Start}
		a, _ := language.ActOf(f.Key)
		k.acts[inSentence].add(a, f.Noun)
		if at.Start >= k.clause.Start && at.End <= k.clause.End {
			k.acts[inClause].add(a, f.Noun)
		}
		if f.Noun {
			continue
		}
		between := ""
		switch {
		case at.End <= k.d.start:
			between = k.text[f.End : k.d.start-k.s.Start]
		case at.Start >= k.d.end:
			between = k.text[k.d.end-k.s.Start : f.Start]
		}
		k.actDistance = min(k.actDistance, word.Width(between))
	}
}

func (f *actsFound) add(a language.Act, noun bool) {
	switch {
	case a.Key == "announce":
		f.announce = true
	case a.Say:
		f.say = true
	case noun:
		f.noun = true
	default:
		f.verb = true
	}
	if f.kinds == nil {
		f.kinds = map[string]bool{}
	}
	f.kinds[a.Kind] = true
}

// any reports whether an act was found that is more than words.
func (f *actsFound) any() bool { return f.verb || f.noun }

// empty reports whether nothing in the sentence tells of the story.
func (k *candidate) empty() bool {
	return k.actors[inSentence] == 0 && len(k.r.actors[k.i]) == 0 && k.terms[inSentence] == 0 && k.own == 0 && !k.acts[inSentence].any() && !k.acts[inSentence].announce
}

// lastWord is the word right before the date, in lower case.
func (k *candidate) lastWord() string {
	fields := strings.Fields(k.before)
	if len(fields) == 0 {
		return ""
	}
	return strings.ToLower(strings.Trim(fields[len(fields)-1], `("“„'’`))
}

// afterNoun reports whether the date stands right behind a name or, in German, a
// noun: "Bundestagswahl 2025" names an election and says nothing of 2025.
func (k *candidate) afterNoun() bool {
	fields := strings.Fields(k.before)
	if len(fields) < 2 {
		return false
	}
	return word.Capital(fields[len(fields)-1]) && !strings.ContainsAny(fields[len(fields)-1], ",;:.")
}

// quotedDate reports whether the date stands within quotation marks.
func (k *candidate) quotedDate() bool {
	opened := strings.LastIndexAny(k.before, "“„「«")
	return strings.Count(k.before, `"`)%2 == 1 || opened >= 0 && opened > strings.LastIndexAny(k.before, "”」»")
}

// whole reports whether the sentence ends as one.
func (k *candidate) whole() bool {
	return word.EndsInAny(strings.TrimRight(k.text, "\"'”’」』*_ )）"), []string{".", "。", "!", "！"})
}

// propers counts names of the sentence that the story may not know: words with a
// capital inside it, up to 5. German writes all nouns so, Chinese none.
func (k *candidate) propers() float64 {
	if k.r.words.unspaced || k.r.words.CapitalNouns() {
		return 0
	}
	n, previous := 0, ""
	for i, w := range strings.Fields(k.text) {
		if i > 0 && word.Capital(w) && !strings.HasSuffix(previous, ".") {
			n++
		}
		previous = w
	}
	return float64(min(5, n))
}

// local is the share of the sentences around it that hold a key term.
func (k *candidate) local() float64 {
	const reach = 3
	named := k.r.named[max(0, k.i-reach):min(len(k.r.named), k.i+reach+1)]
	n := 0
	for _, x := range named {
		if x {
			n++
		}
	}
	return float64(n) / float64(len(named))
}

func (k *candidate) length() int {
	n := utf8.RuneCountInString(k.text)
	if k.r.words.unspaced {
		n *= 3
	}
	return n
}

func (k *candidate) firstPerson() bool { return k.r.words.firstPerson.In(k.lower) }

// presentDay reports whether the words of the date are those for the day of
// publication itself: "today", which often means these days.
func (k *candidate) presentDay() bool {
	return k.d.explicit && k.knownDay && k.d.when.Days() == 1 && k.age == 0 && strings.Contains(k.d.rule, "offset") || k.d.holds
}

func (k *candidate) ahead() bool {
	return k.st.Status == news.Planned || k.st.Status == news.Deadline
}

// hasCue reports whether the sentence, or the clause around the date, has a cue of
// status.
func (k *candidate) hasCue(where int, cue string) bool {
	if where == inClause {
		return k.st.Cues.Has(cue)
	}
	return k.all.Has(cue)
}

// cueNames are the cues of status that are features, each of the sentence and of
// the clause.
var cueNames = []string{mention.CueFuture, mention.CueModal, mention.CueHearsay, mention.CueReport, mention.CueNegation, mention.CueConditional, mention.CueOngoing, mention.CueDeadline}
