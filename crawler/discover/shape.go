package discover

import (
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What the path of an article looks like, and what the path of a service page
// does. Written from how content systems build addresses, not from a list of
// publishers.
var (
	datedPath   = regexp.MustCompile(`/(?:19|20)\d\d[/-]?(?:0?[1-9]|1[0-2])(?:[/-]?(?:0?[1-9]|[12]\d|3[01]))?(?:/|[-_]|$)`)
	longNumber  = regexp.MustCompile(`\d{5,}`)
	numberedEnd = regexp.MustCompile(`[-_,.]a?\d{4,}$|^[a-z]?\d{4,}$`)
	pageWord    = regexp.MustCompile(`(?i)^(.*)/(?:page|seite|pagina|p)[-/]?(\d{1,5})$`)
)

var serviceWords = wordSet(`about abo abonnement account agb all-topics app apps archive
	archiv author authors autor autoren careers cart contact contributors cookie cookies
	datenschutz donate events faq feedback forum help hilfe impressum imprint jobs karriere
	kontakt legal login logout mediadaten my newsletter newsletters nutzungsbedingungen
	people pressemitteilungen-abo privacy privacy-policy profile register registrieren rss
	search service settings shop signin signup sitemap staff subscribe subscription suche
	support tag tags team terms terms-of-service themen topics ueber-uns user users
	werbung wetter weather horoskop horoscope gewinnspiel`)

var fileTypes = wordSet(`.jpg .jpeg .png .gif .webp .svg .ico .css .js .json .xml .rss .atom
	.mp3 .mp4 .m4a .m3u8 .mov .zip .gz .exe .apk .doc .docx .xls .xlsx .ppt .ics .woff2`)

var pageParameters = []string{"page", "p", "pg", "seite", "paged", "pagenum", "s", "start", "offset"}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// A shape is the part of a canonical address that tells what it leads to.
type shape struct{ host, path, query string }

func shapeOf(address string) shape {
	_, rest, _ := strings.Cut(address, "://")
	rest, query, _ := strings.Cut(rest, "?")
	host, path := rest, ""
	if i := strings.IndexByte(rest, '/'); i >= 0 {
		host, path = rest[:i], rest[i:]
	}
	if strings.Contains(path, "%") {
		if plain, err := url.PathUnescape(path); err == nil {
			path = plain
		}
	}
	return shape{host, path, query}
}

// looksLikeArticle guesses from an address and its anchor text whether it
// leads to an article. It errs towards yes where the text reads like a
// headline: a page that is no article is found out when it is read.
func looksLikeArticle(u shape, text string) bool {
	p := strings.ToLower(strings.TrimSuffix(u.path, "/"))
	ext := path.Ext(p)
	switch {
	case p == "" && u.query == "" || fileTypes[ext] || isService(p):
		return false
	case ext == ".pdf":
		return isHeadline(text) // an order or a notice, no price list behind "Download"
	}
	return u.namesArticle(p, ext) || isHeadline(text)
}

// isService reports whether a part of a path names what serves the reader of a
// site: a login, a search.
func isService(p string) bool {
	for s := range strings.SplitSeq(strings.TrimPrefix(p, "/"), "/") {
		if serviceWords[strings.TrimSuffix(s, path.Ext(s))] {
			return true
		}
	}
	return false
}

// namesArticle reports whether an address by itself is that of an article; p is
// its path in lower case.
func (u shape) namesArticle(p, ext string) bool {
	last := strings.TrimSuffix(p[strings.LastIndexByte(p, '/')+1:], ext)
	words := strings.Count(last, "-") + strings.Count(last, "_")
	switch {
	case words >= 3, endsInDigit(last) && numberedEnd.MatchString(last):
		return true
	case isDated(u.path) && len(last) > 2 && !isDated("/"+last):
		return true
	case isPageType(ext) && (words >= 1 || strings.ContainsAny(last, "0123456789")):
		return true
	}
	return u.query != "" && longNumber.MatchString(u.query)
}

// isDated spares most paths the expression.
func isDated(path string) bool {
	return (strings.Contains(path, "/19") || strings.Contains(path, "/20")) && datedPath.MatchString(path)
}

func endsInDigit(s string) bool {
	return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}

func isPageType(ext string) bool {
	return ext == ".html" || ext == ".htm" || ext == ".shtml" || ext == ".ece" || ext == ".php" || ext == ".aspx"
}

// isHeadline: five words, or in a script without blanks ten characters.
func isHeadline(text string) bool {
	if len(strings.Fields(text)) >= 5 {
		return true
	}
	han := 0
	for _, r := range text {
		if unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r) {
			han++
		}
	}
	return han >= 10 && han*2 > utf8.RuneCountInString(text)
}

// nextPage reports whether to is the page after here of the same listing. Only
// the very next one counts, so that a listing is walked step by step and its
// depth tells how far.
func nextPage(here, to shape) bool {
	if here.host != to.host {
		return false
	}
	toListing, m := pageNumber(to)
	if m < 2 {
		return false
	}
	listing, n := pageNumber(here)
	return listing == toListing && m == n+1
}

// pageNumber splits an address into its listing and the number of the page,
// 1 where it names none.
func pageNumber(u shape) (listing string, n int) {
	query, p := "", strings.TrimSuffix(u.path, "/")
	if u.query != "" {
		q, _ := url.ParseQuery(u.query) // what cannot be read is left out
		for _, name := range pageParameters {
			if v, err := strconv.Atoi(q.Get(name)); err == nil && v > 0 && v < 100_000 {
				q.Del(name)
				return p + "?" + q.Encode(), v
			}
		}
		query = q.Encode()
	}
	if endsInDigit(p) {
		if m := pageWord.FindStringSubmatch(p); m != nil {
			if v, err := strconv.Atoi(m[2]); err == nil {
				return m[1] + "?" + query, v
			}
		}
	}
	return p + "?" + query, 1
}
