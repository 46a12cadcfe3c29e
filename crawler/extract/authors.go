package extract

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// authorNames are the names under which pages give their authors, most trusted
// first.
var authorNames = []string{"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "citation_author",
	"cxenseparse:author", "twitter:misc:written by"}

// writtenBy are the labels beside which a page for sharing gives its author.
var writtenBy = regexp.MustCompile(`(?i)^(?:written by|verfasst von|geschrieben von|autor|author|por|escrito por|écrit par|scritto da|geschreven door|skrevet av|skriven av|napisane przez)`)

// labelled returns what stands beside a label "Written by" in the data for
// sharing (twitter:label1, twitter:data1).
func (f *facts) labelled() []string {
	var out []string
	for _, n := range []string{"1", "2"} {
		if writtenBy.MatchString(f.first("twitter:label" + n)) {
			out = append(out, f.first("twitter:data"+n))
		}
	}
	return out
}

// authors returns the names of who wrote the article: JSON-LD, then the meta
// tags, then what the page marks as its byline.
// The name of the publication itself counts only when nobody else is named.
func authors(f *facts, ld linked, house func(string) bool) []string {
	lists := [][]string{splitNames(ld.authors)}
	for _, name := range authorNames {
		lists = append(lists, splitNames(f.all(name)))
	}
	lists = append(lists, splitNames(f.labelled()))
	for _, n := range f.bylines {
		if !inside(n, chromeTags) {
			lists = append(lists, splitNames([]string{text(n)}))
		}
	}
	for _, n := range f.credits {
		if !inside(n, chromeTags) {
			lists = append(lists, slices.DeleteFunc(splitNames([]string{text(n)}), func(s string) bool { return !isFullName(s) }))
		}
	}
	var houses []string
	for _, names := range lists {
		people := slices.DeleteFunc(slices.Clone(names), house)
		if len(people) > 0 {
			return people
		}
		if len(houses) == 0 {
			houses = names
		}
	}
	return houses
}

// houseNames returns a test for the name of the publication: its site name, its
// publisher in JSON-LD, its host.
func houseNames(f *facts, ld linked, host string) func(string) bool {
	known := []string{key(f.first("og:site_name", "application-name")), key(ld.publisher), key(host)}
	if i := strings.LastIndexByte(host, '.'); i > 0 {
		known = append(known, key(host[:i]))
	}
	return func(name string) bool {
		k := key(name)
		for _, n := range known {
			if len(n) > 1 && (k == n || len(n) > 3 && (strings.HasPrefix(k, n) || strings.HasSuffix(k, n))) {
				return true
			}
		}
		return false
	}
}

var (
	byWord = regexp.MustCompile(`(?i)^(?:(?:written |reported |posted |story )?by:?|von:?|par|por|di|door|af|av|autor(?:in)?:?|author:?|text:?|foto:?|von unserer?|ein artikel von|eine analyse von|ein kommentar von)\s+`)
	// "kapital von Erika Muster": the paper it is from, in lower case.
	paperBy   = regexp.MustCompile(`^[\p{Ll}\d.-]+\s+(?:von|by)\s+`)
	nameSplit = regexp.MustCompile(`\s*(?:;|\||\s(?:and|und|et|e|y|og|och|en|with|mit)\s|,\s(?:and|und)\s|\s&\s)\s*`)
	nameTail  = regexp.MustCompile(`(?i)\s*(?:,\s*)?(?:\(.*\)|@\w+|\bupdated\b.*|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*|\bpublished\b.*|\d{1,2}[./]\d{1,2}[./]\d{2,4}.*|\d{1,2}\.?\s\pL+\s\d{4}.*|follow)$`)
)

// maxAuthors: longer lists are not lists of authors.
const maxAuthors = 12

// splitNames cuts bylines into names and drops whatever is not a name.
func splitNames(in []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, s := range in {
		s = byWord.ReplaceAllString(paperBy.ReplaceAllString(squash(plain(s)), ""), "")
		for _, part := range nameSplit.Split(s, -1) {
			for _, name := range splitCommas(part) {
				name = strings.Trim(nameTail.ReplaceAllString(name, ""), " ,.;:/–-")
				if k := key(name); isName(name) && !seen[k] && len(out) < maxAuthors {
					seen[k] = true
					out = append(out, name)
				}
			}
		}
	}
	return out
}

// splitCommas cuts "A B, C D" and "A B, Place" but leaves "B, A" alone: the
// first part must have a given and a family name. A later part of many words is
// an office, not a name.
func splitCommas(s string) []string {
	parts := strings.Split(s, ",")
	if len(parts) == 1 {
		return parts
	}
	if len(strings.Fields(parts[0])) < 2 {
		return []string{s}
	}
	out := parts[:1]
	for _, p := range parts[1:] {
		if len(strings.Fields(p)) <= 4 {
			out = append(out, p)
		}
	}
	return out
}

// isFullName: of two to five words, each with a capital but for those like "van".
func isFullName(s string) bool {
	parts := strings.Fields(s)
	capitals := 0
	for _, p := range parts {
		r, _ := utf8.DecodeRuneInString(p)
		switch {
		case unicode.IsUpper(r):
			capitals++
		case len(p) > 3:
			return false
		}
	}
	return capitals >= 2 && len(parts) <= 5
}

// isName: a name has a letter, is short, is no address and more than the word
// in front of a name.
func isName(s string) bool {
	if byWord.MatchString(s+" ") || dateWords.MatchString(s) {
		return false
	}
	n := utf8.RuneCountInString(s)
	if n < 2 || n > 80 || strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.Contains(s, "@") || strings.Contains(s, ":") && strings.ContainsAny(s, "0123456789") || strings.HasPrefix(s, "/") {
		return false
	}
	return strings.ContainsFunc(s, unicode.IsLetter) && len(strings.Fields(s)) <= 10
}
