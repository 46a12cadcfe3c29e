package mention

import "github.com/seed-7461731f/dateline/timeline/language"

// The keys of the cues of status, whose words are lists of each language.
const (
	CueFuture      = "future"      // it is to happen
	CueModal       = "modal"       // it may happen
	CueHearsay     = "hearsay"     // unnamed people, "reportedly"
	CueReport      = "report"      // a verb of reporting
	CueNegation    = "negation"    // it did not
	CueConditional = "conditional" // if
	CueDenied      = "denied"      // somebody says it is not so
	CueMoved       = "moved"       // a date was put off
	CueCancelled   = "cancelled"   // called off, revoked
	CueMissed      = "missed"      // a date passed
	CueDeadline    = "deadline"    // a term is spoken of
	CueOngoing     = "ongoing"     // a state that holds now
)

// statusCues returns the cues of a language by their keys, in a fixed order.
func statusCues(l *language.Language) []language.Group {
	s := &l.Status
	return []language.Group{
		{Key: CueFuture, Words: s.Future}, {Key: CueModal, Words: s.Modal}, {Key: CueHearsay, Words: s.Hearsay},
		{Key: CueReport, Words: s.Report}, {Key: CueNegation, Words: s.Negation}, {Key: CueConditional, Words: s.Conditional},
		{Key: CueDenied, Words: s.Denied}, {Key: CueMoved, Words: s.Moved}, {Key: CueCancelled, Words: s.Cancelled},
		{Key: CueMissed, Words: s.Missed}, {Key: CueDeadline, Words: s.Deadline}, {Key: CueOngoing, Words: s.Ongoing},
	}
}
