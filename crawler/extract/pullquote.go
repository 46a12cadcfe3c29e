package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Pull quotes are looked for in texts up to maxQuoted bytes of letters; they have
// leastQuote letters at least, and longestPull words at most; longestSaid words
// say who said it.
const (
	maxQuoted   = 60_000
	leastQuote  = 30
	longestPull = 60
	longestSaid = 8
)

// dropPullQuotes drops the short quotes whose words stand in a longer block of
// the same text: a page shows them twice to be seen, not to be told.
func dropPullQuotes(bs []block) []block {
	keys, all := make([]string, len(bs)), ""
	for i, b := range bs {
		keys[i] = key(b.text)
	}
	if all = strings.Join(keys, "\n"); len(all) > maxQuoted {
		return bs
	}
	kept := bs[:0:0]
	pulled := false
	for i, b := range bs {
		k := keys[i]
		if pulled = pulled && b.quoted && words(b.text) <= longestSaid && !endsSentence(b.text); pulled {
			continue // who said it
		}
		if b.quoted && len(k) >= leastQuote && words(b.text) <= longestPull && strings.Count(all, k) > 1 && standsInLonger(k, keys) {
			pulled = true
			continue
		}
		kept = append(kept, b)
	}
	return kept
}

func standsInLonger(k string, keys []string) bool {
	return slices.ContainsFunc(keys, func(o string) bool { return len(o) > len(k) && strings.Contains(o, k) })
}

// isQuote tells an element that sets a quote apart.
func isQuote(n *html.Node) bool {
	return n.Data == "blockquote" || containsAny(attr(n, "class"), "quote", "Quote", "zitat", "Zitat")
}
