package export

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"

	"github.com/seed-7461731f/dateline/store/news"
)

// Standing is what kind of statement an event is and what became of it:
// "deadline, moved".
func Standing(e news.Event) string {
	if e.Outcome != "" {
		return string(e.Status) + ", " + string(e.Outcome)
	}
	return string(e.Status)
}

// Sources counts what tells an event: "3 articles, 1 independent".
func Sources(e news.Event) string {
	if e.Independent == e.Articles {
		return count(e.Articles, "source")
	}
	return fmt.Sprintf("%s, %d independent", count(e.Articles, "article"), e.Independent)
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// line makes one line of text from a stranger's: white space of every kind is a
// space; control characters, and the marks that turn the direction of what
// follows them, are dropped.
func line(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\uFEFF', r == '\uFFFE', r == '\uFFFF':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.TrimSpace(s)
}

// addressEscapes are the characters that an address may not hold as they are
// (RFC 3986), though url.Parse lets them pass in a query.
var addressEscapes = strings.NewReplacer(" ", "%20", `"`, "%22", "<", "%3C", ">", "%3E", `\`, "%5C", "^", "%5E", "`", "%60", "{", "%7B", "|", "%7C", "}", "%7D")

// webAddress is s as an address that a reader may open, or "": only http and
// https are links.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") || s != line(s) {
		return ""
	}
	return addressEscapes.Replace(u.String())
}
