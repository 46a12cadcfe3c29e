package statement

import (
	"slices"
	"strings"

	"github.com/seed-7461731f/dateline/timeline/word"
)

// A Move says which part a date has in a sentence that moves a term.
type Move int8

const (
	NoMove    Move = iota
	MovedFrom      // "from 20 September", "vom 20.", "从20日"
	MovedTo        // "to 27 September", "auf den 27.", "至27日", "is now 4 December"
	Unmoved        // another day of a sentence that says where to
)

// conjunction is how many letters stand at most between two days to which a term
// was moved, one after the other: "to 27 November and 4 December".
const conjunction = 3

// setMoves reads the parts that the dates of a sentence have, which speaks of
// moving a term.
func (x *lexicon) setMoves(text string, offset int, dates []date) {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		return // a character that changes its length: no offsets hold
	}
	for i := range dates {
		d := &dates[i]
		if !d.explicit || d.counted || d.when.Days() > ShortDays {
			continue
		}
		before := lower[:d.start-offset]
		switch {
		case word.EndsIn(before, x.Status.MovedFrom, x.unspaced):
			d.move = MovedFrom
		case word.EndsIn(before, x.Status.MovedTo, x.unspaced):
			d.move = MovedTo
		case i > 0 && dates[i-1].move == MovedTo && word.Width(strings.TrimSpace(lower[dates[i-1].end-offset:d.start-offset])) <= conjunction:
			d.move = MovedTo
		}
	}
	if !slices.ContainsFunc(dates, func(d date) bool { return d.move == MovedTo }) {
		return
	}
	for i := range dates {
		if dates[i].move == NoMove {
			dates[i].move = Unmoved
		}
	}
}
