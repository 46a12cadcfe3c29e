// Package language says what a language is: its closed lists of words, its
// patterns and its acts, as data.
//
// In: a BCP 47 tag. Out: a [Language], whose fields are the files of one folder.
// No I/O but the embedded files, no clock; it imports nothing of ours, and every
// room may import it.
//
// A language is a folder, named by its primary subtag. Each file of it fills one
// struct, and the room that uses it says in the comments of the struct what each
// list does:
//
//	sentence.txt   Sentence   where sentences end
//	time.txt       Time       words of times, tenses, terms
//	grammar.txt    Grammar    patterns of times
//	status.txt     Status     what a statement says about its own truth
//	narrative.txt  Narrative  what goes on, what was before; pronouns, agents
//	money.txt      Money      sums, prices, shares
//	credit.txt     Credit     who is credited with a report
//	page.txt       Page       furniture of pages: bylines, captions, consent
//	acts.txt       Acts       what is done, and by whom to whom
//	samples.jsonl  (tests)    sentences of our own with what is right
//
// The engines hold no word of any language. To add one, write its folder; see
// 'dateline help contribute'. 'dateline doctor --languages' lists what a language lacks.
package language
