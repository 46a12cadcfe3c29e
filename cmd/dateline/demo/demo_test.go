package demo

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/crawler/discover"
	"github.com/seed-7461731f/dateline/crawler/robots"
	"github.com/seed-7461731f/dateline/store/news"
)

// A goldArticle is a line of gold.jsonl: what a page of the web is.
type goldArticle struct {
	URL         string `json:"url"`
	Language    string `json:"language"`
	Story       bool   `json:"story"`     // false: of another story
	Night       int    `json:"night"`     // the first on which it reads like this
	Published   string `json:"published"` // civil day at the newsroom; "" when nothing says
	Stub        bool   `json:"stub"`      // paywall: the text is not whole
	Gone        bool   `json:"gone"`      // removed on this night
	Unreachable string `json:"unreachable"`
	Unkind      string `json:"unkind"` // what is hard about the page
}

// A goldEvent is a line of events.jsonl: an event, and the articles that tell
// it. What a timeline may say instead is in the fields named accept.
type goldEvent struct {
	Key          string   `json:"key"`
	Date         string   `json:"date"` // EDTF: a day, a month, or from/to
	Status       string   `json:"status"`
	Topic        string   `json:"topic"`
	Actors       []string `json:"actors"`
	Title        string   `json:"title"`
	URLs         []string `json:"urls"`
	Accept       []string `json:"accept"`        // other dates that sources give or mean
	AcceptStatus []string `json:"accept_status"` // all statuses that are right
	AcceptTopic  []string `json:"accept_topic"`  // other topics that are right
	Conflict     []string `json:"conflict"`      // dates that contradict Date
	ConflictWith string   `json:"conflict_with"` // the event that contradicts it
	Outcome      string   `json:"outcome"`       // what became of it, for a reader
	Amount       string   `json:"amount"`        // "USD 20000000000"
}

func readGold[T any](t *testing.T, name string) (all []T) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	for d.More() {
		var v T
		if err := d.Decode(&v); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all = append(all, v)
	}
	return all
}

func web(t *testing.T, night int) *Web {
	t.Helper()
	w, err := New(night)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// get asks the web for an address as the crawler's dialer does.
func get(w *Web, address string, header http.Header) *httptest.ResponseRecorder {
	q := httptest.NewRequest(http.MethodGet, address, nil)
	for k, v := range header {
		q.Header[k] = v
	}
	out := httptest.NewRecorder()
	w.ServeHTTP(out, q)
	return out
}

func sources(t *testing.T) []news.Source {
	t.Helper()
	st, err := Story()
	if err != nil {
		t.Fatal(err)
	}
	return st.Sources
}

func TestWebHoldsWhatItPromises(t *testing.T) {
	w := web(t, 1)
	if n := w.Hosts(); n < 10 || n != len(sources(t)) {
		t.Errorf("%d hosts, %d sources; want at least 10, one source each", n, len(sources(t)))
	}
	count, urls := map[string]int{}, map[string]bool{}
	for _, a := range readGold[goldArticle](t, "gold.jsonl") {
		urls[a.URL] = true
		switch {
		case a.Night > 1:
			count["night 2"]++
		case a.Story:
			count["story"]++
			count[a.Language[:2]]++
		default:
			count["other story"]++
		}
	}
	for what, want := range map[string]int{"story": 60, "en": 24, "de": 18, "zh": 18, "other story": 8, "night 2": 5} {
		if count[what] < want {
			t.Errorf("%s: %d articles, want at least %d", what, count[what], want)
		}
	}
	events := readGold[goldEvent](t, "events.jsonl")
	if len(events) < 40 {
		t.Errorf("%d gold events, want at least 40", len(events))
	}
	for _, e := range events {
		for _, u := range e.URLs {
			if !urls[u] {
				t.Errorf("event %s: %s is not in gold.jsonl", e.Key, u)
			}
		}
	}
}

func TestGoldArticlesAnswer(t *testing.T) {
	for _, a := range readGold[goldArticle](t, "gold.jsonl") {
		got := get(web(t, a.Night), a.URL, nil).Code
		if ok := got == http.StatusOK; ok == a.Gone {
			t.Errorf("night %d: %s = %d, gone: %t", a.Night, a.URL, got, a.Gone)
		}
	}
}

// Only addresses that a feed, sitemap or section page lists are followed, so
// each of those must lead somewhere.
func TestEveryListedAddressAnswers(t *testing.T) {
	for night := 1; night <= Nights; night++ {
		w := web(t, night)
		for _, src := range sources(t) {
			checkLinks(t, w, src, src.Feeds, news.FeedLink)
			checkLinks(t, w, src, src.Sitemaps, news.SitemapLink)
			checkLinks(t, w, src, src.Sections, news.SectionLink)
		}
	}
}

func checkLinks(t *testing.T, w *Web, src news.Source, addresses []string, kind news.LinkKind) {
	t.Helper()
	for _, address := range addresses {
		got := get(w, address, nil)
		if got.Code != http.StatusOK {
			t.Errorf("%s = %d", address, got.Code)
			continue
		}
		if strings.HasSuffix(address, ".gz") {
			continue // read by TestCompressedSitemapIsGzip
		}
		p := news.Page{URL: address, Body: got.Body.Bytes(), Header: got.Header()}
		links, err := discover.Links(p, kind, src)
		if err != nil || len(links) == 0 {
			t.Errorf("%s: %d links, error %v", address, len(links), err)
		}
		for _, l := range links {
			if l.Kind != news.ArticleLink {
				checkLinks(t, w, src, []string{l.URL}, l.Kind)
			} else if code := get(w, l.URL, nil).Code; code == http.StatusNotFound {
				t.Errorf("%s lists %s, which is not there", address, l.URL)
			}
		}
	}
}

var canonicalLink = regexp.MustCompile(`<link rel="canonical" href="([^"]+)"`)

// An article without a line in gold.jsonl would be judged by nothing. Only
// redirects, and variants that name the article as theirs, have none.
func TestEveryListedArticleIsInTheGold(t *testing.T) {
	known := map[string]bool{}
	for _, a := range readGold[goldArticle](t, "gold.jsonl") {
		known[canonical(t, a.URL)] = true
	}
	for night := 1; night <= Nights; night++ {
		w := web(t, night)
		for _, src := range sources(t) {
			for _, section := range append(src.Sections, src.Feeds...) {
				p := news.Page{URL: section, Body: get(w, section, nil).Body.Bytes()}
				kind := news.FeedLink
				if slices.Contains(src.Sections, section) {
					kind = news.SectionLink
				}
				links, err := discover.Links(p, kind, src)
				if err != nil {
					t.Fatal(err)
				}
				for _, l := range links {
					got := get(w, l.URL, nil)
					m := canonicalLink.FindStringSubmatch(got.Body.String())
					if !known[l.URL] && got.Code == http.StatusOK && (m == nil || !known[canonical(t, m[1])]) {
						t.Errorf("%s lists %s, which gold.jsonl does not know", section, l.URL)
					}
				}
			}
		}
	}
}

func canonical(t *testing.T, address string) string {
	t.Helper()
	c, err := canon.URL(address, "")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestServerKnowsItsOwnValidators(t *testing.T) {
	w := web(t, Nights)
	checked := 0
	for host, pages := range w.pages {
		for path := range pages {
			first := get(w, "http://"+host+path, nil)
			etag, modified := first.Header().Get("ETag"), first.Header().Get("Last-Modified")
			if first.Code != http.StatusOK || etag == "" && modified == "" {
				continue
			}
			checked++
			ask := http.Header{}
			if etag != "" {
				ask.Set("If-None-Match", etag)
			}
			if modified != "" {
				ask.Set("If-Modified-Since", modified)
			}
			if again := get(w, "http://"+host+path, ask); again.Code != http.StatusNotModified || again.Body.Len() > 0 {
				t.Errorf("%s%s with its own validators = %d, %d bytes; want 304, none", host, path, again.Code, again.Body.Len())
			}
		}
	}
	if checked < 3 {
		t.Errorf("%d pages give a validator, want at least 3", checked)
	}
}

func TestLegacyCharsetsAreSentAsSuch(t *testing.T) {
	w := web(t, 1)
	for charset, host := range map[string]string{"gbk": "huaxun.example", "big5": "gangwan.example"} {
		found := 0
		for path, r := range w.pages[host] {
			if !bytes.Contains(r.body, []byte("charset="+charset)) {
				continue
			}
			found++
			if utf8.Valid(r.body) || strings.Contains(r.header.Get("Content-Type"), "charset") {
				t.Errorf("%s%s: want %s bytes that only a meta element declares", host, path, charset)
			}
			enc, err := htmlindex.Get(charset)
			if err != nil {
				t.Fatal(err)
			}
			if text, err := enc.NewDecoder().Bytes(r.body); err != nil || !bytes.Contains(text, []byte("TikTok")) {
				t.Errorf("%s%s does not decode from %s: %v", host, path, charset, err)
			}
		}
		if found == 0 {
			t.Errorf("%s has no page in %s", host, charset)
		}
	}
}

func TestCompressedSitemapIsGzip(t *testing.T) {
	for _, r := range web(t, 1).pages["harbourpost.example"] {
		if bytes.HasPrefix(r.body, []byte{0x1f, 0x8b}) {
			return
		}
	}
	t.Error("harbourpost.example has no gzip file")
}

func TestSecondNightIsNewEditedMovedAndRemoved(t *testing.T) {
	one, two := web(t, 1), web(t, 2)
	var added, edited, moved, removed, unchanged int
	for _, a := range readGold[goldArticle](t, "gold.jsonl") {
		before, after := get(one, a.URL, nil), get(two, a.URL, nil)
		switch {
		case before.Code == http.StatusNotFound:
			added++
		case after.Code == http.StatusGone || after.Code == http.StatusNotFound:
			removed++
		case after.Code == http.StatusMovedPermanently:
			moved++
			target := after.Header().Get("Location")
			if u, err := url.Parse(a.URL); err != nil || get(two, resolve(u, target), nil).Code != http.StatusOK {
				t.Errorf("%s moved to %s, which does not answer", a.URL, target)
			}
		case !bytes.Equal(before.Body.Bytes(), after.Body.Bytes()):
			edited++
		default:
			unchanged++
		}
	}
	if added < 5 || edited < 1 || moved < 1 || removed < 1 || unchanged < 50 {
		t.Errorf("night 2: %d new, %d edited, %d moved, %d removed, %d unchanged", added, edited, moved, removed, unchanged)
	}
}

func resolve(u *url.URL, ref string) string {
	r, err := u.Parse(ref)
	if err != nil {
		return ref
	}
	return r.String()
}

func TestRobotsHidesAListedPage(t *testing.T) {
	w := web(t, 1)
	for _, a := range readGold[goldArticle](t, "gold.jsonl") {
		if a.Unreachable != "robots.txt" {
			continue
		}
		u, err := url.Parse(a.URL)
		if err != nil {
			t.Fatal(err)
		}
		file := robots.Parse(get(w, "http://"+u.Host+"/robots.txt", nil).Body.Bytes())
		if v := file.Test("dateline", u.Path); v.Allowed {
			t.Errorf("robots.txt of %s allows %s", u.Host, u.Path)
		}
		return
	}
	t.Error("no page of gold.jsonl is hidden by robots.txt")
}

// Twelve articles of one agency text are one source; here there are four.
func TestAgencyTextIsOnFourSites(t *testing.T) {
	w, hosts := web(t, 1), map[string]bool{}
	texts := map[string]bool{}
	for _, a := range readGold[goldArticle](t, "gold.jsonl") {
		body := get(w, a.URL, nil).Body.String()
		if u, err := url.Parse(a.URL); err == nil && strings.Contains(body, "überarbeitetes Angebot zu prüfen") {
			hosts[u.Host] = true
			_, text, _ := strings.Cut(body, "<h1>")
			texts[text] = true
		}
	}
	if len(hosts) != 4 || len(texts) != 4 {
		t.Errorf("the agency text is on %d sites in %d wordings, want 4 and 4", len(hosts), len(texts))
	}
}

// What a reader of dates can go by differs from page to page.
func TestPagesTellTheirDateInManyWays(t *testing.T) {
	ways := map[string]int{}
	w := web(t, 1)
	for _, a := range readGold[goldArticle](t, "gold.jsonl") {
		body := get(w, a.URL, nil).Body.String()
		none := true
		for way, sign := range map[string]string{
			"graph": `"@graph"`, "array": `json">[`, "json-ld": `"datePublished": "`, "microdata": "itemprop=\"datePublished\"",
			"meta": "article:published_time", "dublin core": "DC.date", "time element": "<time datetime",
		} {
			if strings.Contains(body, sign) {
				ways[way]++
				none = false
			}
		}
		if none {
			ways["none of these"]++
		}
	}
	if len(ways) < 8 {
		t.Errorf("pages tell their dates in %v, want at least 8 ways", ways)
	}
}

// The clock of a night lies after everything that is published on it.
func TestNothingIsPublishedAfterTheNight(t *testing.T) {
	for _, a := range readGold[goldArticle](t, "gold.jsonl") {
		if a.Published == "" {
			continue
		}
		day, err := time.Parse(time.DateOnly, a.Published)
		if err != nil || day.After(Now(a.Night)) || a.Night > 1 && !a.Gone && a.Unkind == "" && day.Before(Now(a.Night-1).AddDate(0, 0, -1)) {
			t.Errorf("%s: published %q, night %s", a.URL, a.Published, Now(a.Night))
		}
	}
}

func TestHeadersAreOnlyThoseOfTheFormat(t *testing.T) {
	for in, want := range map[string]bool{
		"Status: 301\nLocation: /new":   true,
		"User-agent: *\nDisallow: /pay": false,
		"<html><head>":                  false,
		"":                              false,
	} {
		if got := headers([]byte(in)); got != want {
			t.Errorf("headers(%q) = %t, want %t", in, got, want)
		}
	}
	known := slices.Clone(headerNames)
	slices.Sort(known)
	if len(slices.Compact(known)) != len(headerNames) {
		t.Errorf("headerNames has doubles: %q", headerNames)
	}
}
