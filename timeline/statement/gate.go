package statement

import (
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
)

// Topic scores, of the sentence itself, from which it tells something of the
// story: sums of the weights of its cues, which are as news.Class
// says.
const (
	tellsAt     = 1
	tellsFirmly = 2
	tellsOfAct  = 3

	vagueDays = 31  // a time of more days dates mostly background
	steepedAt = 0.3 // share of sentences from which an article is about nothing else
)

// reportsEvent reports whether the i-th sentence states an event of the story,
// given the score of its own topic. What happened takes two parties or a firm
// cue, and what happened in some month or year more still, unless the whole
// article speaks of little else; what is due or planned less, since few sentences
// look ahead by accident.
func (r *reading) reportsEvent(i int, own float64, d date, status news.Status) bool {
	actors := len(r.actors[i])
	ahead := status == news.Planned || status == news.Deadline
	switch {
	case r.offStory(i):
		return false
	case d.when.Days() > vagueDays:
		return tellsVaguely(own, actors, d, ahead)
	case own >= tellsFirmly:
		return true
	case ahead && !r.near(i) && !r.steeped():
		return false
	case !ahead && actors < 2 && (own < tellsAt || !r.steeped()):
		return false
	}
	return actors > 0 && d.explicit || own >= tellsAt && (actors > 0 || r.near(i))
}

// offStory reports whether the i-th sentence stands where the article does not
// speak of the story.
func (r *reading) offStory(i int) bool {
	if r.matter == 0 && !r.named[i] {
		return true
	}
	return r.keyed[r.article.Sentences[i].Paragraph] && !r.near(i) && !r.steeped()
}

// tellsVaguely reports whether a sentence that dates to a month or longer states
// an event: more must be sure of it than of one with a day. "In recent months"
// dates none.
func tellsVaguely(own float64, actors int, d date, ahead bool) bool {
	switch {
	case ahead:
		return own >= tellsFirmly && actors > 0
	case strings.Contains(d.when.EDTF, "/"): // parts of a year as well, whose grain is a unit
		return false
	}
	return own >= tellsFirmly && actors > 1 || own >= tellsOfAct && actors > 0
}
