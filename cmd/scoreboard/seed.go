package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/crawler/extract"
	"github.com/seed-7461731f/dateline/store/news"
	"github.com/seed-7461731f/dateline/timeline"
	"github.com/seed-7461731f/dateline/timeline/story"
)

// seedGold is what a perfect reader takes from the seed article.
type seedGold struct {
	Items   []seedItem `json:"items"`
	CoreIDs []string   `json:"core_ids"`
}

type seedItem struct {
	ID           string   `json:"id"`
	Date         string   `json:"date"` // "" none; a day or a month
	DateEnd      string   `json:"date_end"`
	AcceptFrom   string   `json:"accept_from"`
	AcceptTo     string   `json:"accept_to"` // inclusive
	Status       string   `json:"status"`
	AcceptStatus []string `json:"accept_status"`
	Topic        string   `json:"topic"`
	Actors       []string `json:"actors"`
	Sentence     string   `json:"sentence"`
	Optional     bool     `json:"optional"`
}

// measureSeed builds the timeline of the seed article alone and compares it
// with its gold, by the rule that the gold states.
func measureSeed(corpora string) ([]row, error) {
	dir := filepath.Join(corpora, "..", "reference")
	events, article, err := seedEvents(filepath.Join(dir, "seed-article.txt"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(filepath.Join(dir, "seed-article-gold.json"))
	if err != nil {
		return nil, err
	}
	var gold seedGold
	if err := json.Unmarshal(data, &gold); err != nil {
		return nil, err
	}
	core, dated, datedAll := 0, 0, 0
	var missed []string
	for _, it := range gold.Items {
		found := slices.ContainsFunc(events, it.fits)
		if slices.Contains(gold.CoreIDs, it.ID) {
			if found {
				core++
			} else {
				missed = append(missed, it.ID)
			}
		}
		if _, _, ok := it.window(); ok {
			datedAll++
			if found {
				dated++
			}
		}
	}
	note := ""
	if len(missed) > 0 {
		note = "missed " + strings.Join(missed, " ")
	}
	return []row{
		{Board: "seed", Corpus: "seed article", Measure: "core items found", Value: float64(core), Unit: fmt.Sprintf("of %d", len(gold.CoreIDs)), Note: note},
		{Board: "seed", Corpus: "seed article", Measure: "dated items found", Value: float64(dated), Unit: fmt.Sprintf("of %d", datedAll)},
		{Board: "seed", Corpus: "seed article", Measure: "undated sentences made a day", Value: float64(undatedDays(gold, events, article)), Unit: "events, want 0"},
		{Board: "seed", Corpus: "seed article", Measure: "furniture in the text", Value: float64(furniture(article.Text)), Unit: "boxes, want 0"},
	}, nil
}

// seedEvents reads the seed as a dump of golem.de published on 31 August 2020.
func seedEvents(path string) ([]news.Event, news.Article, error) {
	body, err := os.ReadFile(path)
	if err != nil {
		return nil, news.Article{}, err
	}
	st, err := story.Load("tiktok-sale")
	if err != nil {
		return nil, news.Article{}, err
	}
	i := slices.IndexFunc(st.Sources, func(s news.Source) bool { return s.Host == "golem.de" })
	page := news.Page{URL: "file:seed-article.txt", FinalURL: "file:seed-article.txt", Body: body, Header: map[string][]string{"Content-Type": {"text/plain"}}}
	a, err := extract.Page(page, extract.Hints{Source: st.Sources[i], Published: time.Date(2020, 8, 31, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		return nil, a, err
	}
	events, _, err := timeline.Build(st, timeline.Read(st, []news.Article{a}), nil)
	return events, a, err
}

// fits reports whether an event is the item: it overlaps the window, is no longer
// than 31 days, and agrees in topic, status and an actor.
func (it seedItem) fits(e news.Event) bool {
	from, to, ok := it.window()
	if !ok || !e.When.From.Before(to) || !from.Before(e.When.To) || e.When.Days() > 31 || e.Topic != it.Topic {
		return false
	}
	if string(e.Status) != it.Status && !slices.Contains(it.AcceptStatus, string(e.Status)) {
		return false
	}
	return len(it.Actors) == 0 || slices.ContainsFunc(it.Actors, func(a string) bool { return slices.Contains(e.Actors, a) })
}

// window is the accepted interval, half-open; ok is false for an undated item.
func (it seedItem) window() (from, to time.Time, ok bool) {
	first, last := it.AcceptFrom, it.AcceptTo
	if first == "" {
		first, last = it.Date, it.DateEnd
		if last == "" {
			last = first
		}
	}
	from, err := time.Parse(time.DateOnly, first)
	if err != nil {
		return from, to, false
	}
	to, err = time.Parse(time.DateOnly, last)
	return from, to.AddDate(0, 0, 1), err == nil
}

// undatedDays counts the events of one day that rest on a sentence which the
// gold calls undated. The sentences are found by the gold's numbering: p1s1 is
// the first sentence of the first paragraph of text.
func undatedDays(gold seedGold, events []news.Event, a news.Article) int {
	sentences, _ := timeline.Annotate(a)
	text := map[string]string{}
	paragraph, last, n := 0, -1, 0
	skip := leadParagraphs(a, sentences)
	for _, s := range sentences {
		if s.Index == 0 {
			text["title"] = strings.Join(strings.Fields(a.Title), " ")
			continue
		}
		if s.Paragraph <= skip {
			continue
		}
		if s.Paragraph != last {
			paragraph, last, n = paragraph+1, s.Paragraph, 0
			if paragraph == 2 || paragraph == 6 { // the job and the course box, which are not in the text
				paragraph++
			}
		}
		n++
		text[fmt.Sprintf("p%ds%d", paragraph, n)] = strings.Join(strings.Fields(a.Text[s.Start:s.End]), " ")
	}
	count := 0
	for _, it := range gold.Items {
		if it.Date != "" || it.AcceptFrom != "" {
			continue
		}
		for _, e := range events {
			if e.When.Days() <= 1 && slices.ContainsFunc(e.Evidence, func(v news.Evidence) bool { return v.Quote == text[it.Sentence] }) {
				count++
			}
		}
	}
	return count
}

// leadParagraphs is how many paragraphs stand before the one that the gold
// calls p1, which names the White House.
func leadParagraphs(a news.Article, sentences []news.Sentence) int {
	for _, s := range sentences {
		if s.Index > 0 && strings.Contains(a.Text[s.Start:s.End], "Weißen Haus") {
			return s.Paragraph - 1
		}
	}
	return 0
}

// furniture counts the boxes of the dump whose words are in the text.
func furniture(text string) (n int) {
	for _, w := range []string{"Workshop", "e-Up", "Luca", "Lilith", "Deals", "Hamburg", "Stellenmarkt", "Javascript"} {
		if strings.Contains(text, w) {
			n++
		}
	}
	return n
}
