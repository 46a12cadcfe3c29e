package web

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/cmd/dateline/when"
	"github.com/seed-7461731f/dateline/store/news"
)

// The bounds of a query: a hostile one costs no more than a long page.
const (
	pageSize  = 50
	maxSize   = 500
	maxWords  = 200 // characters
	maxNumber = 1_000_000
)

// A filter picks events; it is the query of a timeline.
type filter struct {
	From, To       time.Time // both days inclusive; zero: open
	Actor, Topic   string    // keys of the story
	Status         news.Status
	Outcome        news.Outcome
	SourceLanguage string
	Search         string // words of an article that tells the event
	MinIndependent int
	Contradicted   bool
	Order          string // of orders
	Limit          int
	After          cursor
}

// The values that a parameter may have, beside the keys of the story.
var (
	statuses = []string{string(news.Happened), string(news.Planned), string(news.Deadline), string(news.Reported)}
	outcomes = []string{string(news.Met), string(news.Missed), string(news.Moved), string(news.Lifted), string(news.Cancelled), string(news.Denied)}
	orders   = []string{"date", "newest", "changed", "score"}
)

// filterParams are the parameters that a filter is read from.
var filterParams = []string{"from", "to", "actor", "topic", "status", "outcome", "source_lang", "search", "min_independent", "contradicted", "order", "limit", "after"}

// parseFilter reads a filter. The error is a *problem that names the parameter
// and what may have been meant. A parameter given empty is not given.
func (s *server) parseFilter(q url.Values, now time.Time) (f filter, err error) {
	st := s.Story
	f = filter{Order: "date", Limit: pageSize}
	if f.From, _, err = parseDay(q, "from", now); err != nil {
		return f, err
	}
	if _, f.To, err = parseDay(q, "to", now); err != nil {
		return f, err
	}
	if !f.From.IsZero() && !f.To.IsZero() && f.To.Before(f.From) {
		return f, badParam("to", "the last day lies before the first one")
	}
	for _, c := range []struct {
		name  string
		known []string
		set   func(string)
	}{
		{"actor", actorKeys(st), func(v string) { f.Actor = v }},
		{"topic", topicKeys(st), func(v string) { f.Topic = v }},
		{"status", statuses, func(v string) { f.Status = news.Status(v) }},
		{"outcome", outcomes, func(v string) { f.Outcome = news.Outcome(v) }},
		{"order", orders, func(v string) { f.Order = v }},
		{"contradicted", []string{"1", "true"}, func(string) { f.Contradicted = true }},
	} {
		v := q.Get(c.name)
		if v == "" {
			continue
		}
		if !slices.Contains(c.known, v) {
			return f, badParam(c.name, fmt.Sprintf("%q: %s", cut(plain(v), 40), s.Suggest(v, c.known)))
		}
		c.set(v)
	}
	return f, f.parseRest(q)
}

func (f *filter) parseRest(q url.Values) (err error) {
	if f.MinIndependent, err = parseNumber(q, "min_independent", 0, 0, maxNumber); err != nil {
		return err
	}
	if f.Limit, err = parseNumber(q, "limit", pageSize, 1, maxSize); err != nil {
		return err
	}
	if f.Search, err = parseWords(q, "search"); err != nil {
		return err
	}
	f.SourceLanguage = q.Get("source_lang")
	if len(f.SourceLanguage) > 35 { // the longest tag that RFC 5646 wants a program to take
		return badParam("source_lang", "want a language tag such as de or zh-CN")
	}
	f.After, err = parseCursor(q.Get("after"))
	return err
}

func parseWords(q url.Values, name string) (string, error) {
	words := strings.TrimSpace(q.Get(name))
	if !utf8.ValidString(words) {
		return "", badParam(name, "want words in UTF-8")
	}
	if utf8.RuneCountInString(words) > maxWords {
		return "", badParam(name, fmt.Sprintf("want at most %d characters", maxWords))
	}
	return words, nil
}

func parseNumber(q url.Values, name string, otherwise, least, most int) (int, error) {
	v := q.Get(name)
	if v == "" {
		return otherwise, nil
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < least || n > most {
		return 0, badParam(name, fmt.Sprintf("%q: want a number from %d to %d", cut(plain(v), 40), least, most))
	}
	return n, nil
}

// parseDay reads a parameter that names a day, month or year, or a day as seen
// from now, as its first and last day; zero when it is not given.
func parseDay(q url.Values, name string, now time.Time) (first, last time.Time, err error) {
	v := q.Get(name)
	if v == "" {
		return first, last, nil
	}
	if first, last, err = when.Days(v, now); err != nil {
		err = badParam(name, fmt.Sprintf("%q: %v", cut(plain(v), 40), err))
	}
	return first, last, err
}

func actorKeys(st news.Story) (keys []string) {
	for _, a := range st.Actors {
		keys = append(keys, a.Key)
	}
	return keys
}

func topicKeys(st news.Story) (keys []string) {
	for _, t := range st.Topics {
		keys = append(keys, t.Key)
	}
	return keys
}
