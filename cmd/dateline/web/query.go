package web

import (
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/seed-7461731f/dateline/store/news"
)

// The bounds of a page: a hostile query costs no more than a long one.
const (
	pageSize = 50
	maxSize  = 500
	maxWords = 200 // characters
)

// A filter is the query of a list, and where in its pages the reader is. Its
// limit is how many events a page has.
type filter struct {
	news.Query
	After cursor
}

// filterParams are the parameters that a filter is read from.
var filterParams = append(news.ParamNames(), "after")

// parseFilter reads a filter. The error is a *problem that names the parameter
// and what may have been meant. A parameter given empty is not given.
func (s *server) parseFilter(q url.Values, now time.Time) (f filter, err error) {
	if f.Limit, err = parseNumber(q, "limit", pageSize, 1, maxSize); err != nil {
		return f, err
	}
	limit := f.Limit
	f.Query, err = news.ParseQuery(q.Get, s.Story, now)
	if wrong, ok := errors.AsType[*news.ParamError](err); ok {
		want := wrong.Want
		if wrong.Known != nil {
			want = s.Suggest(wrong.Value, wrong.Known)
		}
		return f, badParam(wrong.Name, fmt.Sprintf("%q: %s", cut(plain(wrong.Value), 40), want))
	}
	if err != nil {
		return f, err
	}
	f.Limit = limit
	f.After, err = parseCursor(q.Get("after"))
	return f, err
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
	if first, last, err = news.ParseDays(v, now); err != nil {
		err = badParam(name, fmt.Sprintf("%q: %v", cut(plain(v), 40), err))
	}
	return first, last, err
}
