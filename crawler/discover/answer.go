package discover

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/store/news"
)

// wayback reads the answer of a CDX server: an array of rows, the first of which
// names the columns. The addresses are those of the publisher, not of the copies.
// Where there is more, an empty row comes before one with the key to go on from.
func (l *list) wayback(p news.Page) error {
	var rows [][]string
	if err := json.Unmarshal(p.Body, &rows); err != nil {
		return fmt.Errorf("no list of copies: the answer is %s", describe(p))
	}
	if len(rows) == 0 {
		return nil // nothing is held
	}
	column := -1
	for i, name := range rows[0] {
		if name == "original" {
			column = i
		}
	}
	if column < 0 {
		return errors.New("list of copies: no column named original")
	}
	for i, row := range rows[1:] {
		if len(row) == 0 {
			return l.resume(rows[1+i+1:])
		}
		if column >= len(row) {
			return fmt.Errorf("list of copies: row %d is short", i+1)
		}
		address := l.address(row[column], l.base)
		if address == "" || !looksLikeArticle(shapeOf(address), "") {
			continue
		}
		if err := l.addKnown(news.Link{Kind: news.ArticleLink, URL: address}); err != nil {
			return fmt.Errorf("list of copies: %w", err)
		}
	}
	return nil
}

func (l *list) resume(rest [][]string) error {
	if len(rest) == 0 || len(rest[0]) == 0 {
		return nil
	}
	u, err := url.Parse(l.page.URL)
	if err != nil {
		return err
	}
	q := u.Query()
	q.Set("resumeKey", rest[0][0])
	u.RawQuery = q.Encode()
	return l.goOn(u.String(), news.WaybackLink)
}

// goOn takes the next page of an answer, which must be at the same server.
func (l *list) goOn(address string, kind news.LinkKind) error {
	next, err := canon.URL(address, "")
	if err != nil || hostOf(next) != hostOf(l.page.URL) {
		return errors.New("the next page of the answer is somewhere else")
	}
	return l.addKnown(news.Link{Kind: kind, URL: next})
}

// register reads the answer of the Federal Register's API, version 1.
func (l *list) register(p news.Page) error {
	var answer struct {
		Count   *int   `json:"count"`
		Next    string `json:"next_page_url"`
		Results []struct {
			Title string `json:"title"`
			URL   string `json:"html_url"`
			Day   string `json:"publication_date"`
		} `json:"results"`
	}
	if err := json.Unmarshal(p.Body, &answer); err != nil || answer.Count == nil {
		return fmt.Errorf("no answer of the Federal Register: it is %s", describe(p))
	}
	for _, r := range answer.Results {
		link := news.Link{Kind: news.ArticleLink, URL: r.URL, Title: r.Title, Published: l.published(r.Day, "feed")}
		if err := l.add(link); err != nil {
			return fmt.Errorf("answer: %w", err)
		}
	}
	if answer.Next != "" {
		return l.goOn(answer.Next, news.RegisterLink)
	}
	return nil
}
