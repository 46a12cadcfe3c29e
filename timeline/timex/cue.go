package timex

import (
	"fmt"

	"github.com/seed-7461731f/dateline/timeline/language"
)

// A cue is a list of words that a condition or the resolver looks for around an
// expression. Its words are in [cue NAME] of time.txt.
type cue uint8

const (
	notYearAfter      cue = iota // four digits behind it are no year: page 2019
	yearAfter                    // four digits behind it are a year
	yearIn                       // as yearAfter, unless a count follows
	numberShort                  // abbreviation of "number", its dot before the digits
	counted                      // what a number before it counts
	monthOrName                  // a month that is a given name as well
	monthOrWord                  // a month that is another word as well
	monthShort                   // abbreviation of a month
	toMonth                      // before a month
	toMonthName                  // before a month, and not before a name
	seasonOrWord                 // a season that is another word as well
	toSeason                     // before a season
	definite                     // the
	notSeasonBefore              // before "the", it makes another word of the season
	unitOfOther                  // plural of a unit that needs a word before it to be a length
	toUnits                      // such a word
	unitNotAlone                 // plural of a unit that is no length by itself
	notWhole                     // unit that is not meant as a whole: the second
	than                         //
	beforeWhat                   // needs an object where it is no adverb: before
	verbToo                      // word of time that is a verb as well: last
	infinitive                   // to
	modal                        // leaves open whether it will be
	ofCue                        // of
	be                           // passive behind a modal
	hadCue                       // had been scheduled
	been                         //
	ended                        // right before a date: the year ended
	goesOn                       // words that follow a day of the month: on the 15th in
	toClock                      // before a clock time
	toClockPlain                 // before a clock time without seconds
	atClock                      // before the hour of "half past"
	toDayMonth                   // before a day and month in digits
	toPart                       // before a part of the day
	partAdverb                   // part of the day by itself
	nounToo                      // with a capital, another word inside of a sentence
	perUnit                      // units that "in the" makes a rate of
	notRate                      // behind them, no rate
	until                        // with a negation before, says when something began
	negation                     //
	negationEnd                  // behind an apostrophe: don't
	deadlineNoun                 // with a word of ofDay, before the day of a deadline
	ofDay                        //
	beforeCue                    // before a day that is to come, a deadline
	spanBefore                   // before a length that is no extension: in
	countedFrom                  // behind a term: what it counts from follows
	pointing                     // this, that
	dayOrDate                    //
	told                         // what a term is counted from and texts just told
	actOf                        // between what is done and its day: of, vom
	act                          // what is done on a day and named by it, from [act]
	noVerb                       // has the ending of a verb and is none
	perfectAuxiliary             // ist, of which the participle decides
	perfectInfinitive            // haben, sein behind a participle
	passiveAuxiliary             // wird
	yearSign                     // behind a year
	monthSign                    // behind a month
	daySign                      // behind a day of the month
	dayNumberSign                // behind a day of the month, but not of a count
	nthSign                      // before an ordinal
	hourSign                     // behind an hour
	clockHour                    // behind an hour, but not of a count
	minuteSign                   //
	secondSign                   //
	quarterSign                  // behind quarters of an hour
	halfPast                     //
	sharp                        // an hour without minutes
	sharpEnd                     // the end of a longer one
	overHour                     // some time after the hour
	measure                      // between a count and its unit
	insideTerm                   // behind the length of a term
	yearEnd                      // part of the year without its name
	monthEnd                     // part of the month without its name
	lunarDayMark                 // before the days up to ten
	through                      // up to a day, without a deadline
	moreCue                      // on top of a length that was said: another, more
	perfective                   // makes a verb past: 了
	atEvent                      // behind an appointment, where something was said: 上
	would                        // the future of what is past
	scheduledCue                 // participles right before the day of what they schedule: due Friday
	haveCue                      // has, which may be a verb of its own
	anaphoric                    // following, previous: counted from what was told
	fromCue                      // the first day of what begins
	owner                        // his, its
	aheadCue                     // ahead, before "of"
	intended                     // before an infinitive, behind "had": what did not come
	seeming                      // before "to be", no plan: appeared
	announcing                   // what it tells of may lie ahead: announced
	cancelled                    // what was set for a day will not be
	sinceCue                     // looks back: since Friday
	appointedFor                 // before the day that something is set for: for, für
	appointedTo                  // the same beside a word of arranged: to, auf
	appointedOn                  // set for, in one word
	arranged                     // set, moved, put off
	awaiting                     // ahead of, preparing for
	beforeEvent                  // before, with the noun of an appointment
	appointmentNoun              // hearing, vote
	genitive                     // between a day and its noun
	onDay                        // before a day: on, am
	giving                       // gives a term: gave until
	isCue                        // the deadline is Tuesday
	wasCue                       //
	doCue                        // before the plain form of a verb: did
	plural                       // plurals, from [plural]
	cues
)

var cueNames = [cues]string{
	notYearAfter: "not-year-after", yearAfter: "year-after", yearIn: "year-in", numberShort: "number-short", counted: "counted",
	monthOrName: "month-or-name", monthOrWord: "month-or-word", monthShort: "month-short", toMonth: "to-month", toMonthName: "to-month-name",
	seasonOrWord: "season-or-word", toSeason: "to-season", definite: "definite", notSeasonBefore: "not-season-before",
	unitOfOther: "unit-of-other", toUnits: "to-units", unitNotAlone: "unit-not-alone", notWhole: "not-whole", than: "than", beforeWhat: "before-what",
	verbToo: "verb-too", infinitive: "infinitive", modal: "modal", ofCue: "of", be: "be", hadCue: "had", been: "been", ended: "ended", goesOn: "goes-on",
	toClock: "to-clock", toClockPlain: "to-clock-plain", atClock: "at-clock", toDayMonth: "to-day-month", toPart: "to-part", partAdverb: "part-adverb",
	nounToo: "noun-too", perUnit: "per-unit", notRate: "not-rate", until: "until", negation: "negation", negationEnd: "negation-end",
	deadlineNoun: "deadline-noun", ofDay: "of-day", beforeCue: "before", spanBefore: "span-before", countedFrom: "counted-from", pointing: "pointing",
	dayOrDate: "day-or-date", told: "told", actOf: "act-of", yearSign: "year-sign", monthSign: "month-sign", daySign: "day-sign", dayNumberSign: "day-number-sign",
	nthSign: "nth-sign", hourSign: "hour-sign", clockHour: "clock-hour", minuteSign: "minute-sign", secondSign: "second-sign", quarterSign: "quarter-sign",
	noVerb: "no-verb", perfectAuxiliary: "perfect-auxiliary", passiveAuxiliary: "passive-auxiliary", perfectInfinitive: "perfect-infinitive", halfPast: "half-past", sharp: "sharp", sharpEnd: "sharp-end", overHour: "over-hour", measure: "measure", insideTerm: "inside-term",
	moreCue: "more", perfective: "perfective", atEvent: "at-event", would: "would", scheduledCue: "scheduled", haveCue: "have", anaphoric: "anaphoric", fromCue: "from", owner: "owner", aheadCue: "ahead", intended: "intended", seeming: "seeming", announcing: "announcing", cancelled: "cancelled", sinceCue: "since", through: "through", appointedFor: "appointed-for", appointedTo: "appointed-to", appointedOn: "appointed-on", arranged: "arranged", awaiting: "awaiting",
	beforeEvent: "before-event", appointmentNoun: "appointment", genitive: "genitive", onDay: "on-day", giving: "giving", isCue: "is", wasCue: "was", doCue: "do",
	yearEnd: "year-end", monthEnd: "month-end", lunarDayMark: "lunar-day-mark",
}

// A cueSet has a bit for each cue.
type cueSet [(cues + 63) / 64]uint64

func (s *cueSet) add(c cue) { s[c/64] |= 1 << (c % 64) }

func (s *cueSet) has(c cue) bool { return s[c/64]>>(c%64)&1 != 0 }

// addCues notes at each entry which cues it is one of, in whatever case.
func (g *grammar) addCues(t *language.Time) error {
	byName := map[string]cue{}
	for c, name := range cueNames {
		byName[name] = cue(c)
	}
	for _, group := range t.Cue {
		c, ok := byName[group.Key]
		if !ok || group.Key == "" {
			return fmt.Errorf("section [cue %s]: no such cue", group.Key)
		}
		if err := g.addCue(c, group.Words); err != nil {
			return fmt.Errorf("section [cue %s]: %w", group.Key, err)
		}
	}
	if !g.unspaced { // without spaces, acts are looked for as phrases
		if err := g.addCue(act, t.Act); err != nil {
			return err
		}
	}
	return g.addCue(plural, t.Plural)
}

// addCue notes the words of a cue. In a text without spaces a word that is no
// word of the lexicon would never be met.
func (g *grammar) addCue(c cue, words []string) error {
	g.cueWords[c] = words
	for _, w := range words {
		low := string(appendLower(nil, w))
		e := g.words[low]
		if e == nil {
			if g.unspaced {
				return fmt.Errorf("%s is no word of the lexicon: list it in [mark]", w)
			}
			e = &entry{word: low}
			g.words[low] = e
		}
		e.cues.add(c)
		if e.upper != nil {
			e.upper.cues.add(c)
		}
	}
	return nil
}

// cue reports whether token i is a word of a cue.
func (p *parser) cue(i int, c cue) bool {
	if i < 0 || i >= len(p.toks) {
		return false
	}
	e := p.toks[i].entry
	return e != nil && e.cues.has(c)
}
