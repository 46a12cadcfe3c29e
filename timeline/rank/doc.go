// Package rank tells which days and events of a story matter, and which
// sentence tells a day best.
//
// In: articles with their sentences and time expressions, one at a time; or
// events. Out: days in order of importance, a timeline of quotes, scores. No
// I/O, no clock; the same articles in the same order give the same result.
//
// The way of a timeline:
//
//   - a Collection keeps of each article the sentences that name a day or stand
//     near the top, and counts stems, names and near-duplicates;
//   - a day weighs by the documents that name it: by how much sentence and
//     article are about the story, how far their sentences agree, and how far
//     the day stands out among those around it. Counting documents rather than
//     sentences, and agreement, need no training; a regression over counts
//     (Tran et al., 2013; Gholipour Ghalandari and Ifrim, 2020) was measured
//     against them on topics that it had not seen, and lost;
//   - the sentences of a day are those nearest to what its named and published
//     sentences have in common (PM-MEAN, Centroid-Opt; the same, 2020), among
//     those that are fit to be quoted.
package rank
