package export

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/seed-7461731f/dateline/store/news"
)

// ldList is a schema.org ItemList (https://schema.org/ItemList).
type ldList struct {
	Context  string   `json:"@context"`
	Type     string   `json:"@type"`
	Name     string   `json:"name"`
	URL      string   `json:"url,omitempty"`
	Language string   `json:"inLanguage,omitempty"`
	Count    int      `json:"numberOfItems"`
	Items    []ldItem `json:"itemListElement"`
}

type ldItem struct {
	Type     string `json:"@type"`
	Position int    `json:"position"`
	Item     any    `json:"item"` // ldEvent or ldClaim
}

// ldThing is what an event and a claim share.
type ldThing struct {
	Type        string `json:"@type"`
	Identifier  string `json:"identifier"`
	Name        string `json:"name"`
	URL         string `json:"url,omitempty"`
	Description string `json:"description,omitempty"`
	Detail      string `json:"disambiguatingDescription"` // the date in words, and the standing
}

// ldEvent is a happening, done or planned (https://schema.org/Event).
type ldEvent struct {
	ldThing
	Start     string      `json:"startDate,omitempty"` // ISO 8601; a month where no day is known
	End       string      `json:"endDate,omitempty"`
	Status    string      `json:"eventStatus,omitempty"`
	Previous  string      `json:"previousStartDate,omitempty"`
	SubjectOf []ldArticle `json:"subjectOf,omitempty"`
}

// ldClaim is what was said, not what happened: a term that was set, hearsay
// (https://schema.org/Claim).
type ldClaim struct {
	ldThing
	Coverage   string      `json:"temporalCoverage,omitempty"` // ISO 8601
	First      *ldArticle  `json:"firstAppearance,omitempty"`
	Appearance []ldArticle `json:"appearance,omitempty"`
}

type ldArticle struct {
	Type      string       `json:"@type"`
	Headline  string       `json:"headline,omitempty"`
	URL       string       `json:"url,omitempty"`
	Published string       `json:"datePublished,omitempty"`
	Publisher *ldPublisher `json:"publisher,omitempty"`
	Language  string       `json:"inLanguage,omitempty"`
}

type ldPublisher struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

// JSONLD writes the events as schema.org JSON-LD: an Event for what happened or
// is planned, a Claim for deadlines and hearsay, each with the articles that
// tell it. The bytes can stand in a script element.
func JSONLD(w io.Writer, f Feed, events []news.Event) error {
	out := ldList{Context: "https://schema.org", Type: "ItemList", Name: line(f.Story.Title), URL: webAddress(f.Home), Language: f.language(),
		Count: len(events), Items: make([]ldItem, 0, len(events))}
	for i, e := range events {
		out.Items = append(out.Items, ldItem{"ListItem", i + 1, f.ldItem(e)})
	}
	enc := json.NewEncoder(w) // escapes < > &
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func (f Feed) ldItem(e news.Event) any {
	thing := ldThing{Identifier: f.itemID(e), Name: title(e), URL: f.page(e), Description: line(e.Summary), Detail: detail(e)}
	articles := ldArticles(e.Evidence)
	if e.Status != news.Happened && e.Status != news.Planned {
		thing.Type = "Claim"
		return ldClaim{ldThing: thing, Coverage: isoInterval(e.When), First: firstArticle(e, articles), Appearance: articles}
	}
	thing.Type = "Event"
	start, end, _ := strings.Cut(isoInterval(e.When), "/")
	out := ldEvent{ldThing: thing, Start: start, End: end, SubjectOf: articles}
	if e.Status == news.Planned {
		out.Status, out.Previous = plannedStatus(e)
	}
	return out
}

// detail is what the dates of schema.org cannot say.
func detail(e news.Event) string {
	if when := Display(e.When); when != "" {
		return when + " (" + Standing(e) + ")"
	}
	return Standing(e)
}

// isoInterval is an interval as one ISO 8601 day, month or year, or else as its
// first and last day.
func isoInterval(i news.Interval) string {
	switch {
	case i.From.IsZero():
		return ""
	case i.Grain == news.GrainMonth:
		return i.From.Format("2006-01")
	case i.Grain == news.GrainYear:
		return i.From.Format("2006")
	}
	if last := lastDay(i); !last.Equal(i.From) {
		return day(i.From) + "/" + day(last)
	}
	return day(i.From)
}

// plannedStatus tells what became of a plan, and of one that was moved the day
// that was told before.
func plannedStatus(e news.Event) (status, previous string) {
	switch e.Outcome {
	case news.Cancelled, news.Lifted, news.Denied:
		return "https://schema.org/EventCancelled", ""
	case news.Moved:
		for _, d := range e.DeadlineHistory {
			if d.Date != e.When.EDTF && isDay(d.Date) {
				previous = d.Date
			}
		}
		return "https://schema.org/EventRescheduled", previous
	}
	return "https://schema.org/EventScheduled", ""
}

func isDay(edtf string) bool {
	_, known := instant(edtf)
	return known && len(edtf) == len("2006-01-02")
}

// ldArticles gives each article of the evidence once.
func ldArticles(list []news.Evidence) (out []ldArticle) {
	for _, c := range citations(list) {
		a := ldArticle{Type: "NewsArticle", Headline: c.title, URL: c.url, Published: isoDay(c.published), Language: c.language}
		if c.work != "" {
			a.Publisher = &ldPublisher{"Organization", c.work}
		}
		out = append(out, a)
	}
	return out
}

// firstArticle is that of the first report.
func firstArticle(e news.Event, articles []ldArticle) *ldArticle {
	at := webAddress(e.FirstReport.URL)
	for _, a := range articles {
		if at != "" && a.URL == at {
			return &a
		}
	}
	return nil
}
