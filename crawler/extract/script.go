package extract

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// What a script must hold to carry the text of an article, and how much is looked at.
const (
	leastCarried = 3 // paragraphs
	maxCarriers  = 20
)

// carries reports whether a script holds a string with paragraphs of HTML: pages
// that a script fills have their text there and nowhere else.
func carries(n *html.Node) bool {
	if n.FirstChild == nil || len(n.FirstChild.Data) > maxScript {
		return false
	}
	return paragraphsIn(n.FirstChild.Data) >= leastCarried
}

// paragraphsIn counts the paragraphs that begin in a string, escaped or not.
func paragraphsIn(s string) int {
	return strings.Count(s, "<p>") + strings.Count(s, "<p ") + strings.Count(s, `u003cp\`) + strings.Count(s, "u003cp ")
}

// carriedBody reads the body out of the string with most paragraphs in the
// scripts; nil when there is none.
func carriedBody(scripts []string) []block {
	// A state may be a string in a string.
	for range 3 {
		carried := unescaped(richest(scripts))
		if carried == "" {
			return nil
		}
		if strings.Contains(carried, `\u003cp`) {
			scripts = []string{carried}
			continue
		}
		root, err := parseHTML(carried)
		if err != nil {
			return nil
		}
		return newLayout(root, nil).body()
	}
	return nil
}

// richest is the literal with most paragraphs; "" when none has some.
func richest(scripts []string) string {
	best, most := "", leastCarried-1
	for _, s := range scripts {
		for literal := range literals(s) {
			if n := paragraphsIn(literal); n > most {
				best, most = literal, n
			}
		}
	}
	return best
}

// unescaped reads a literal; "" when it is not one of JSON.
func unescaped(literal string) string {
	var s string
	if json.Unmarshal([]byte(`"`+literal+`"`), &s) != nil {
		return ""
	}
	return s
}

// literals yields what stands between double quotes in a script.
func literals(s string) func(func(string) bool) {
	return func(yield func(string) bool) {
		start := -1
		for i := 0; i < len(s); i++ {
			switch {
			case s[i] == '\\' && start >= 0:
				i++
			case s[i] == '"' && start < 0:
				start = i + 1
			case s[i] == '"':
				if !yield(s[start:i]) {
					return
				}
				start = -1
			}
		}
	}
}
