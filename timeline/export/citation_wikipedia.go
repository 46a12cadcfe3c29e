package export

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"
)

// writeWikipedia writes a {{cite news}} a line. The names of the parameters and
// what their values may hold are those of Help:Citation Style 1.
func writeWikipedia(w io.Writer, list []citation) error {
	for _, c := range list {
		if _, err := io.WriteString(w, c.wikipedia()+"\n"); err != nil {
			return err
		}
	}
	return nil
}

func (c citation) wikipedia() string {
	var b strings.Builder
	b.WriteString("{{cite news")
	add := func(name, value string) {
		if value != "" {
			b.WriteString(" |" + name + "=" + value)
		}
	}
	for i, a := range c.authors {
		add(fmt.Sprintf("author%d", i+1), wikiText(a))
	}
	add("title", wikiText(c.title))
	add("url", wikiAddresses.Replace(c.url))
	add("work", wikiText(c.work))
	if c.agency != c.work {
		add("agency", wikiText(c.agency))
	}
	add("date", isoDay(c.published))
	if c.url != "" { // asked for only beside an address
		add("access-date", isoDay(c.accessed))
	}
	add("language", c.mainLanguage())
	add("quote", wikiText(c.quote))
	b.WriteString("}}")
	if !c.gone.IsZero() {
		b.WriteString("{{dead link |date=" + c.gone.Format(monthForm) + "}}")
	}
	return b.String()
}

func isoDay(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// mainLanguage is the language without its script or country, which the
// template does not know of every language.
func (c citation) mainLanguage() string {
	tag, _, _ := strings.Cut(c.language, "-")
	return strings.ToLower(tag)
}

// wikiSpecial are the signs that start something in wikitext: a parameter, a
// template, a link, markup, a signature.
var wikiSpecial = strings.NewReplacer("|", "{{!}}", "{", "&#123;", "}", "&#125;", "[", "&#91;", "]", "&#93;", "<", "&lt;", ">", "&gt;",
	"''", "&#39;&#39;", "~~~", "&#126;&#126;&#126;", "__", "&#95;&#95;")

// wikiEntity is what the renderer would read as a character that it is not.
var wikiEntity = regexp.MustCompile(`&(#?[0-9A-Za-z]+;)`)

func wikiText(s string) string { return wikiSpecial.Replace(wikiEntity.ReplaceAllString(s, "&amp;$1")) }

// wikiAddresses are the signs that an address may hold and wikitext reads.
var wikiAddresses = strings.NewReplacer("[", "%5B", "]", "%5D", "'", "%27", "~", "%7E", "__", "%5F%5F")
