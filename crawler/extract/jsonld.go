package extract

import (
	"encoding/json"
	"html"
	"regexp"
	"strings"
)

// A linked is an article as the page's JSON-LD describes it.
type linked struct {
	kind                string
	headline            string
	alternative         string
	description         string
	published, modified string
	section             string
	language            string
	urls                []string
	authors             []string
	paywalled, live     bool
	publisher           string
	body                string // articleBody
	updates             []liveUpdate
}

// readLinked returns the articles that the JSON-LD scripts describe, in page
// order. Scripts that cannot be read even after repair give nothing.
func readLinked(scripts []string) []linked {
	var out []linked
	for _, s := range scripts {
		var v any
		if json.Unmarshal([]byte(s), &v) != nil && json.Unmarshal([]byte(repairJSON(s)), &v) != nil {
			continue
		}
		out = findArticles(out, v, 0)
	}
	return out
}

var (
	trailingComma = regexp.MustCompile(`,\s*([\]}])`)
	scriptWrap    = strings.NewReplacer("<!--", "", "-->", "", "<![CDATA[", "", "]]>", "", "//<![CDATA[", "", "//]]>", "")
)

// repairJSON mends what templates get wrong most: comment and CDATA wrappers,
// raw newlines and tabs inside strings, commas before a closing bracket.
func repairJSON(s string) string {
	s = strings.TrimRight(strings.TrimSpace(scriptWrap.Replace(s)), ";")
	var b strings.Builder
	inString, escaped := false, false
	for _, r := range s {
		switch {
		case escaped:
			escaped = false
		case r == '\\' && inString:
			escaped = true
		case r == '"':
			inString = !inString
		case r < ' ' && inString:
			r = ' '
		}
		b.WriteRune(r)
	}
	return trailingComma.ReplaceAllString(b.String(), "$1")
}

// maxLinkedDepth bounds nesting; @graph, mainEntity and lists of lists are
// three deep in practice.
const maxLinkedDepth = 6

func findArticles(out []linked, v any, depth int) []linked {
	if depth > maxLinkedDepth || len(out) > 50 {
		return out
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			out = findArticles(out, e, depth+1)
		}
	case map[string]any:
		if kind := articleKind(v["@type"]); kind != "" {
			out = append(out, newLinked(kind, v))
		}
		for _, name := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"} {
			if _, isText := v[name].(string); !isText && v[name] != nil {
				out = findArticles(out, v[name], depth+1)
			}
		}
	}
	return out
}

// articleKind returns the schema.org type when it is a kind of article or a
// page that may stand for one.
func articleKind(v any) string {
	for _, t := range texts(v) {
		t = t[strings.LastIndexAny(t, "/:#")+1:]
		switch {
		case strings.HasSuffix(t, "Article"), strings.HasSuffix(t, "BlogPosting"), t == "Report", t == "Review",
			t == "SocialMediaPosting", t == "WebPage", t == "ItemPage", t == "VideoObject", t == "AudioObject":
			return t
		}
	}
	return ""
}

func newLinked(kind string, m map[string]any) linked {
	l := linked{
		kind:        kind,
		headline:    head(plain(one(m["headline"])), maxTitle),
		alternative: plain(one(m["alternativeHeadline"])),
		description: plain(one(m["description"])),
		published:   one(m["datePublished"]),
		modified:    one(m["dateModified"]),
		section:     plain(one(m["articleSection"])),
		language:    one(m["inLanguage"]),
		authors:     names(m["author"], 0),
		live:        kind == "LiveBlogPosting",
		body:        one(m["articleBody"]),
		updates:     updates(m["liveBlogUpdate"]),
	}
	if l.headline == "" {
		l.headline = head(plain(one(m["name"])), maxTitle)
	}
	if len(l.authors) == 0 {
		l.authors = names(m["creator"], 0)
	}
	if p := names(m["publisher"], 0); len(p) > 0 {
		l.publisher = p[0]
	}
	for _, name := range []string{"url", "mainEntityOfPage", "@id"} {
		l.urls = append(l.urls, ids(m[name])...)
	}
	switch v := m["isAccessibleForFree"].(type) {
	case bool:
		l.paywalled = !v
	case string:
		l.paywalled = strings.EqualFold(v, "false")
	}
	return l
}

func plain(s string) string {
	s = html.UnescapeString(s)
	if strings.Contains(s, "<") {
		s = tagInText.ReplaceAllString(s, " ")
	}
	return squash(s)
}

var tagInText = regexp.MustCompile(`</?[a-zA-Z][^<>]{0,200}>`)

// texts returns the strings of v, which is one or a list; other values are left out.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, e := range v {
			if s, ok := e.(string); ok {
				out = append(out, s)
			}
		}
		return out
	case map[string]any:
		if s, ok := v["@value"].(string); ok {
			return []string{s}
		}
		if s, ok := v["name"].(string); ok {
			return []string{s}
		}
	}
	return nil
}

func one(v any) string {
	if t := texts(v); len(t) > 0 {
		return strings.TrimSpace(t[0])
	}
	return ""
}

// names returns the names of people and organisations, however nested.
func names(v any, depth int) []string {
	if depth > 3 {
		return nil
	}
	switch v := v.(type) {
	case string:
		return []string{plain(v)}
	case []any:
		var out []string
		for _, e := range v {
			out = append(out, names(e, depth+1)...)
		}
		return out
	case map[string]any:
		if n := v["name"]; n != nil {
			return names(n, depth+1)
		}
		given, family := one(v["givenName"]), one(v["familyName"])
		if s := squash(given + " " + family); s != "" {
			return []string{s}
		}
	}
	return nil
}

func ids(v any) []string {
	if m, ok := v.(map[string]any); ok {
		return append(texts(m["@id"]), texts(m["url"])...)
	}
	return texts(v)
}

// pick chooses the description that speaks of this page: of the kinds that are
// articles the first that names the page's address or its headline, else the
// first article, else the first page.
func pick(all []linked, same func(linked) bool) linked {
	best, bestScore := linked{}, -1
	for _, l := range all {
		score := 0
		switch l.kind {
		case "WebPage", "ItemPage":
		case "VideoObject", "AudioObject":
			score = 1
		default:
			score = 4
		}
		if same(l) {
			score += 2
		}
		if l.published != "" {
			score++
		}
		if score > bestScore {
			best, bestScore = l, score
		}
	}
	return best
}
