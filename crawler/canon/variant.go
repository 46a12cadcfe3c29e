package canon

import (
	"regexp"
	"strings"

	"github.com/nlnwa/whatwg-url/url"
	"golang.org/x/net/publicsuffix"
)

// unwrap returns the address that a viewer or cache shows, or "" when u is
// the page itself.
//
//	www-news-example.cdn.ampproject.org/c/s/www.news.example/dam
//	www.google.com/amp/s/www.news.example/dam
func unwrap(u *url.Url) string {
	host, path := u.Hostname(), u.Pathname()
	switch {
	case strings.HasSuffix(host, ".cdn.ampproject.org"):
		// "/c/" is a document, "/v/" the viewer; others are pictures and fonts.
		rest, ok := cutAny(path, "/c/", "/v/")
		if !ok {
			return ""
		}
		return withScheme(rest, u.Query())
	case isGoogle(host):
		rest, ok := cutAny(path, "/amp/")
		if !ok {
			return ""
		}
		return withScheme(rest, u.Query())
	}
	return ""
}

func isGoogle(host string) bool {
	return strings.HasPrefix(host, "www.google.") || strings.HasPrefix(host, "google.")
}

// withScheme builds the address behind an AMP viewer, where "s/" stands for
// https.
func withScheme(rest, query string) string {
	scheme := "http://"
	if r, ok := strings.CutPrefix(rest, "s/"); ok {
		scheme, rest = "https://", r
	}
	host, _, _ := strings.Cut(rest, "/")
	if !strings.Contains(host, ".") {
		return ""
	}
	if query != "" {
		rest += "?" + query
	}
	return scheme + rest
}

func cutAny(s string, prefixes ...string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return rest, true
		}
	}
	return s, false
}

// foldHost turns a mobile or AMP host into the main one: "m.news.example" is
// "www.news.example" and "en.m.news.example" is "en.news.example". The label
// in front must be one of a few, so that no section of a site is lost.
func foldHost(host string) string {
	if isAddress(host) {
		return host
	}
	host = strings.TrimSuffix(host, ".")
	if rest, ok := cutAny(host, "www.m.", "m.", "mobile.", "amp.", "mobil."); ok {
		if site, err := publicsuffix.EffectiveTLDPlusOne(rest); err == nil && site == rest {
			return "www." + rest
		} else if err == nil {
			return rest
		}
		return host
	}
	if first, rest, ok := strings.Cut(host, "."); ok {
		if r, ok := strings.CutPrefix(rest, "m."); ok && strings.Contains(r, ".") {
			return first + "." + r
		}
	}
	return host
}

var (
	sessionInPath = regexp.MustCompile(`(?i);(jsessionid|phpsessid|sid)=[^/;]*`)
	escape        = regexp.MustCompile(`%[0-9A-Fa-f]{2}`)
)

// foldPath drops AMP and print endings and session ids, and writes every
// percent escape the one way RFC 3986, section 6.2.2, prefers.
func foldPath(path string) string {
	path = escape.ReplaceAllStringFunc(path, normalEscape)
	path = sessionInPath.ReplaceAllString(path, "")
	if rest, ok := strings.CutPrefix(path, "/amp/"); ok && rest != "" {
		path = "/" + rest
	}
	for _, end := range pathEndings {
		if rest, ok := strings.CutSuffix(path, end.from); ok && len(rest) > 1 {
			return rest + end.to
		}
	}
	return path
}

// pathEndings mark a variant of the page whose address is what remains. The
// root of a site is never cut.
var pathEndings = []struct{ from, to string }{
	{"/amp/", "/"},
	{"/amp", ""},
	{"/amp.html", ""},
	{".amp.html", ".html"},
	{".amp", ""},
	{"/print/", "/"},
	{"/print", ""},
	{"/drucken/", "/"},
	{"/drucken", ""},
	{"/druckversion", ""},
}

// normalEscape decodes an escaped letter, digit, "-", "_" or "~" and writes
// other escapes in upper case. An escaped "." stays, since "%2E%2E" would turn
// into a step up.
func normalEscape(e string) string {
	c := unhex(e[1])<<4 | unhex(e[2])
	if c == '-' || c == '_' || c == '~' || isAlphanumeric(c) {
		return string(rune(c))
	}
	return strings.ToUpper(e)
}

func unhex(c byte) byte {
	switch {
	case c >= 'a':
		return c - 'a' + 10
	case c >= 'A':
		return c - 'A' + 10
	}
	return c - '0'
}

func isAlphanumeric(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}
