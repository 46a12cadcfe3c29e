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
//   - the rules of the language (lang_xx.go) are patterns over word classes.
//     What a pattern matches fills the fields of a meaning: a calendar point
//     with parts missing, a shift, a duration, a set or a vague reference;
//   - the resolver holds what a reader holds (publication day, dateline, last
//     date said, last event told, tense of the clause) and turns a meaning into
//     a value and a run of days.
//
// A further language is one file: a lexicon of tables, a table of rules, and a
// line in languages. What a rule's form says beyond its words is set by a function
// of forms.go; what its pattern cannot say is asked by one of when.go.
//
// The values follow the TIMEX3 guidelines of TimeML 1.2.1 (Saurí et al., 2006);
// the classes of phenomena are those of HeidelTime (Strötgen and Gertz, 2013),
// whose rules were not used.
package timex
