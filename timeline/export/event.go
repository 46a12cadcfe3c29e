// Package export writes a timeline in the formats that other programs read.
//
// In: events in the order they are to be shown. Out: bytes; the same events
// give the same bytes. No clock: what a feed calls published is the instant of
// the first report.
package export

import (
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// Event is the JSON form of an event. Fields may be added, never renamed.
type Event struct {
	ID          string              `json:"id"`
	Story       string              `json:"story"`
	Date        string              `json:"date"` // EDTF level 1
	From        string              `json:"from"` // first day
	To          string              `json:"to"`   // day after the last
	Zone        string              `json:"zone"`
	Grain       news.Grain          `json:"grain"`
	Status      news.Status         `json:"status"`
	Outcome     news.Outcome        `json:"outcome"`
	Topic       string              `json:"topic"`
	Actors      []string            `json:"actors"`
	By          string              `json:"by"` // the actor who did it, where the wording tells
	Amounts     []news.Amount       `json:"amounts"`
	Headline    string              `json:"headline"`
	Summary     string              `json:"summary"`
	Score       float64             `json:"score"`
	Articles    int                 `json:"articles"`
	Independent int                 `json:"independent"`
	FirstReport news.FirstReport    `json:"first_report"`
	Evidence    []news.Evidence     `json:"evidence"`
	Deadline    []news.DeadlineStep `json:"deadline_history"`
	Conflicts   []news.Conflict     `json:"conflicts"`
}

// NewEvent gives the JSON form of e; its lists are never null.
func NewEvent(e news.Event) Event {
	return Event{
		ID: e.ID, Story: e.StoryID, Date: e.When.EDTF, From: day(e.When.From), To: day(e.When.To), Zone: e.When.Zone, Grain: e.When.Grain,
		Status: e.Status, Outcome: e.Outcome, Topic: e.Topic, Actors: list(e.Actors), By: e.By, Amounts: list(e.Amounts),
		Headline: e.Headline, Summary: e.Summary, Score: e.Score, Articles: e.Articles, Independent: e.Independent,
		FirstReport: e.FirstReport, Evidence: list(e.Evidence), Deadline: list(e.DeadlineHistory), Conflicts: list(e.Conflicts),
	}
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func list[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}
