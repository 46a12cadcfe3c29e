package discover

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/store/news"
)

const (
	// maxDays bounds how far back an archive is walked.
	maxDays = 3660
	// usualDays is how far it is walked for a story without a first day.
	usualDays = 30

	waybackServer  = "https://web.archive.org/cdx/search/cdx"
	waybackLimit   = "5000" // rows an answer; more come with a key to go on from
	registerServer = "https://www.federalregister.gov/api/v1/documents.json"
)

// fields of an archive's address stand for the parts of a day.
var fields = map[string]string{
	"yyyy": "2006", "yy": "06", "mm": "01", "m": "1", "dd": "02", "d": "2", "month": "January", "mon": "Jan",
}

var field = regexp.MustCompile(`\{([^{}]*)\}`)

// CheckArchive refuses a template that names no year or what is no part of a day:
// the parts are {yyyy} {yy} {mm} {m} {dd} {d}, and {month} {mon} for the English
// name in lower case.
func CheckArchive(template string) error {
	year := false
	for _, m := range field.FindAllStringSubmatch(template, -1) {
		if fields[m[1]] == "" {
			return fmt.Errorf("archive %q: {%s} is no part of a day; want {yyyy}, {yy}, {mm}, {m}, {dd}, {d}, {month} or {mon}", template, m[1])
		}
		year = year || m[1] == "yyyy" || m[1] == "yy"
	}
	if !year {
		return fmt.Errorf("archive %q: want {yyyy} and, as they stand in the address, {mm} and {dd}", template)
	}
	_, err := canon.URL(ArchivePage(template, time.Unix(0, 0)), "")
	return err
}

// ArchivePage is the address of an archive's page for a day.
func ArchivePage(template string, day time.Time) string {
	return field.ReplaceAllStringFunc(template, func(f string) string {
		return strings.ToLower(day.Format(fields[f[1:len(f)-1]]))
	})
}

// Archives lists the archive pages of a source within an interval, newest first,
// none of a day that has not begun there. Each has its day as Published.
func Archives(src news.Source, within news.Interval, now time.Time) (links []news.Link) {
	first, last := span(src, within, now)
	seen := map[string]bool{}
	for day, n := last, 0; !day.Before(first) && n < maxDays; day, n = day.AddDate(0, 0, -1), n+1 {
		for _, template := range src.Archives {
			address, err := canon.URL(ArchivePage(template, day), "")
			if err != nil || seen[address] {
				continue // an archive by months has one page for all of its days
			}
			seen[address] = true
			links = append(links, news.Link{URL: address, Host: canon.Host(address), Kind: news.ArchiveLink,
				Published: news.DCT{Time: day, Grain: news.GrainDay, Method: "url"}})
		}
	}
	return links
}

// span gives the first and last day worth asking for, as midnight UTC.
func span(src news.Source, within news.Interval, now time.Time) (first, last time.Time) {
	if zone, err := time.LoadLocation(src.Zone); err == nil {
		now = now.In(zone)
	}
	y, m, d := now.Date()
	last = time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	if within.To.After(within.From) && within.To.Before(last) {
		last = within.To.AddDate(0, 0, -1)
	}
	if first = within.From; first.IsZero() {
		first = last.AddDate(0, 0, -usualDays)
	}
	return first, last
}

// Wayback gives the questions to an archive of the web that lists what it holds
// below addresses (the CDX server API of the Wayback Machine). An entry is such
// an address, "news.example/politics/", or the whole address of another server
// with its url parameter.
func Wayback(src news.Source, within news.Interval) (links []news.Link) {
	for _, entry := range src.Wayback {
		u, err := entryURL(entry, waybackServer, "url", strings.TrimSuffix(entry, "*")+"*")
		if err != nil {
			continue // the story file was checked
		}
		q := u.Query()
		for k, v := range map[string]string{"output": "json", "fl": "timestamp,original", "collapse": "urlkey", "limit": waybackLimit, "showResumeKey": "true"} {
			q.Set(k, v)
		}
		q["filter"] = []string{"statuscode:200", "mimetype:text/html"}
		setDay(q, "from", within.From, "20060102")
		setDay(q, "to", lastDay(within), "20060102")
		links = appendQuery(links, u, q, news.WaybackLink)
	}
	return links
}

// Register gives the questions to the Federal Register of the United States,
// newest documents first. An entry is a term to search for, or the whole address
// of its API with conditions.
func Register(src news.Source, within news.Interval) (links []news.Link) {
	for _, entry := range src.Register {
		u, err := entryURL(entry, registerServer, "conditions[term]", entry)
		if err != nil {
			continue // the story file was checked
		}
		q := u.Query()
		q.Set("order", "newest")
		q.Set("per_page", "100")
		q["fields[]"] = []string{"html_url", "title", "publication_date"}
		setDay(q, "conditions[publication_date][gte]", within.From, time.DateOnly)
		setDay(q, "conditions[publication_date][lte]", lastDay(within), time.DateOnly)
		links = appendQuery(links, u, q, news.RegisterLink)
	}
	return links
}

func entryURL(entry, server, parameter, value string) (*url.URL, error) {
	if isWebAddress(entry) {
		return url.Parse(entry)
	}
	if strings.TrimSpace(entry) == "" {
		return nil, errors.New("empty")
	}
	return url.Parse(server + "?" + url.Values{parameter: {value}}.Encode())
}

func lastDay(i news.Interval) time.Time {
	if i.To.IsZero() {
		return i.To
	}
	return i.To.AddDate(0, 0, -1)
}

func setDay(q url.Values, name string, day time.Time, layout string) {
	if !day.IsZero() {
		q.Set(name, day.Format(layout))
	}
}

func appendQuery(links []news.Link, u *url.URL, q url.Values, kind news.LinkKind) []news.Link {
	u.RawQuery = q.Encode()
	address, err := canon.URL(u.String(), "")
	if err != nil {
		return links
	}
	return append(links, news.Link{URL: address, Host: canon.Host(address), Kind: kind})
}
