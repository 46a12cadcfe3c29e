// Package timex finds the phrases of an article that name a time and says
// which time they name.
//
// In: title, text, its sentences, language and DCT. Out: TIMEX3 types and
// values with byte spans, the days each stands for, and what it was resolved
// against. No I/O, no clock, no state between calls: the same article gives
// the same result.
//
// The way of an expression:
//
//   - scan cuts a sentence into tokens and looks each up in the lexicon of the
//     language; a token without an entry costs nothing more;
//   - the rules of the language are patterns over word classes. What a pattern
//     matches fills the fields of a meaning: a calendar point with parts missing,
//     a shift, a duration, a set or a vague reference;
//   - the resolver holds what a reader holds (publication day, dateline, last
//     date said, last event told, tense of the clause) and turns a meaning into
//     a value and a run of days.
//
// A language is data: time.txt and grammar.txt in its folder of
// timeline/language. Words are in sections named by their class (class.go), with
// keys (keys.go) and pieces of compounds (compound.go); what a rule's form says
// beyond its words are settings (settings.go), what its pattern cannot say is asked
// by conditions (condition*.go), which look for cues (cue.go) around it; runs of
// tokens are read by readers (reader*.go). What sets a language apart is a trait
// (grammar.go).
//
// The values follow the TIMEX3 guidelines of TimeML 1.2.1 (Saurí et al., 2006);
// the classes of phenomena are those of HeidelTime (Strötgen and Gertz, 2013),
// whose rules were not used.
package timex
