package extract

import (
	"maps"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// title returns the headline and the other forms in which the page gives it:
// JSON-LD says it cleanest, then og:title (which may carry the site's name),
// h1 and title.
func title(f *facts, ld linked, host string) (best string, forms []string) {
	og := head(f.first("og:title", "twitter:title"), maxTitle)
	var heads []string
	for _, h := range f.heads {
		if t := head(text(h), maxTitle); t != "" && !inside(h, chromeTags) {
			heads = append(heads, t)
		}
	}
	site := f.first("og:site_name", "application-name", "al:android:app_name")
	if site == "" {
		site = ld.publisher
	}
	if site == "" {
		site = hostName(host)
	}
	forms = compact(append([]string{ld.headline, og, f.first("itemprop:headline"), f.title, ld.alternative}, heads...))
	known := maps.Clone(f.headings)
	for _, h := range heads {
		known[key(h)] = true
	}
	switch {
	case ld.headline != "" && og != "" && key(cutSite(ld.headline, site, known)) == key(cutSite(f.title, site, known)):
		// JSON-LD that repeats the title element is written for search engines;
		// og:title is what the editors show to readers.
		return cutSite(og, site, known), forms
	case ld.headline != "":
		return cutSite(ld.headline, site, known), forms
	case og != "":
		return cutSite(og, site, known), forms
	case len(heads) > 0:
		return heads[0], forms
	}
	return cutSite(f.title, site, known), forms
}

// separators stand between a headline and the name of its site.
var separators = []string{" | ", " - ", " – ", " — ", " • ", " · ", " :: ", " » ", " / ", "｜", " : "}

// cutSite takes the name of the site off the end (or the start) of a title: as
// the page names it, or whatever follows a headline that the page also prints.
func cutSite(title, site string, heads map[string]bool) string {
	for _, sep := range separators {
		if i := strings.LastIndex(title, sep); i > 0 {
			rest := title[i+len(sep):]
			if siteLike(rest, site) || isHead(title[:i], heads) || isOnlyDate(rest) {
				return cutSite(strings.TrimSpace(title[:i]), site, heads)
			}
		}
		if start, rest, ok := strings.Cut(title, sep); ok && (siteLike(start, site) || sep != " / " && isHead(rest, heads)) {
			return strings.TrimSpace(rest)
		}
	}
	return title
}

func siteLike(s, site string) bool {
	k, name := key(s), key(site)
	return k != "" && name != "" && (k == name || k == strings.TrimPrefix(name, "the"))
}

// isOnlyDate reports whether a part of a title only says when: "| 28.04.2023".
func isOnlyDate(s string) bool {
	_, rest, ok := findDate(s, false)
	return ok && words(rest) == 0
}

// hostName is the part of a host that a site goes by: "zeitung" of
// www.zeitung.example.
func hostName(host string) string {
	site, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return ""
	}
	name, _, _ := strings.Cut(site, ".")
	return name
}

func isHead(s string, heads map[string]bool) bool {
	return len(s) > 15 && heads[key(s)]
}

// compact drops empty and repeated strings and keeps the order.
func compact(in []string) []string {
	seen := map[string]bool{"": true}
	var out []string
	for _, s := range in {
		if k := key(s); !seen[k] {
			seen[k] = true
			out = append(out, s)
		}
	}
	return out
}
