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

// Words, in lower case, that stand right before the day a term is moved to or
// from.
var (
	toWords   = []string{" to ", " to the ", " until ", " till ", " now ", " is ", " auf den ", " auf ", " bis zum ", " bis ", " bis zu dem ", "至", "到", "为", "為"}
	fromWords = []string{" from ", " from the ", " vom ", " von dem ", "从", "從", "自", "由"}
)

// setMoves reads the parts that the dates of a sentence have, which speaks of
// moving a term.
func setMoves(text string, offset int, dates []date) {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		return // a sign that changes its length: no offsets hold
	}
	for i := range dates {
		d := &dates[i]
		if !d.explicit || d.counted || d.when.Days() > ShortDays {
			continue
		}
		before := " " + lower[:d.start-offset]
		switch {
		case word.EndsInAny(before, fromWords):
			d.move = MovedFrom
		case word.EndsInAny(before, toWords):
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
