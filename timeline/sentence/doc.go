// Package sentence finds the sentences of a text.
//
// In: text and its language. Out: spans, in order. No I/O, no state. It works
// on characters alone: no model, no list of sentences seen.
package sentence
