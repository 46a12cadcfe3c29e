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

// What the path of an article looks like, and what that of a service page
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

// looksLikeArticle guesses from an address and its anchor text whether it
// leads to an article. It errs towards yes where the text reads like a
// headline: a page that is no article is found out when it is read.
func looksLikeArticle(u *url.URL, text string) bool {
	p := strings.ToLower(strings.TrimSuffix(u.Path, "/"))
	if p == "" && u.RawQuery == "" || fileTypes[path.Ext(p)] {
		return false
	}
	segments := strings.Split(strings.TrimPrefix(p, "/"), "/")
	for _, s := range segments {
		if serviceWords[strings.TrimSuffix(s, path.Ext(s))] {
			return false
		}
	}
	ext := path.Ext(p)
	if ext == ".pdf" {
		return isHeadline(text) // an order or a notice, no price list behind "Download"
	}
	last := strings.TrimSuffix(segments[len(segments)-1], ext)
	words := strings.Count(last, "-") + strings.Count(last, "_")
	switch {
	case words >= 3, numberedEnd.MatchString(last):
		return true
	case datedPath.MatchString(u.Path) && len(last) > 2 && !datedPath.MatchString("/"+last):
		return true
	case isPageType(ext) && (words >= 1 || strings.ContainsAny(last, "0123456789")):
		return true
	case longNumber.MatchString(u.RawQuery):
		return true
	}
	return isHeadline(text)
}

func isPageType(ext string) bool {
	return ext == ".html" || ext == ".htm" || ext == ".shtml" || ext == ".ece" || ext == ".php" || ext == ".aspx"
}

// isHeadline: five words, or in a script without blanks ten signs.
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

// nextPage tells whether to is the page after here of the same listing. Only
// the very next one counts, so that a listing is walked step by step and its
// depth tells how far.
func nextPage(here, to *url.URL) bool {
	if here.Hostname() != to.Hostname() {
		return false
	}
	dir, n := pageNumber(here)
	toDir, m := pageNumber(to)
	return dir == toDir && m == n+1 && m > 1
}

// pageNumber splits an address into its listing and the number of the page,
// 1 where it names none.
func pageNumber(u *url.URL) (listing string, n int) {
	q := u.Query()
	for _, name := range pageParameters {
		if v, err := strconv.Atoi(q.Get(name)); err == nil && v > 0 && v < 100_000 {
			q.Del(name)
			return strings.TrimSuffix(u.Path, "/") + "?" + q.Encode(), v
		}
	}
	p := strings.TrimSuffix(u.Path, "/")
	if m := pageWord.FindStringSubmatch(p); m != nil {
		if v, err := strconv.Atoi(m[2]); err == nil {
			return m[1] + "?" + q.Encode(), v
		}
	}
	return p + "?" + q.Encode(), 1
}
