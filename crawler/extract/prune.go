package extract

import (
	"regexp"

	"golang.org/x/net/html"
)

// consent matches the class or id of a consent layer.
var consent = regexp.MustCompile(`(?i)onetrust|didomi|usercentrics|sourcepoint|cookie-?_?(?:consent|banner|notice|law|bar|layer|popup|modal|message)|consent-?_?(?:banner|layer|modal|manager|overlay|popup)|gdpr-|cmp-?_?(?:banner|container|layer)|truste|cookiebot`)

// keepTags are never pruned, since their classes speak of the whole page.
var keepTags = wordSet("html body main article h1")

// prune takes out of the tree what gets taken for the article on a page with
// little text: consent layers and noscript.
func prune(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.ElementNode && unwanted(c) {
			n.RemoveChild(c)
		} else {
			prune(c)
		}
		c = next
	}
}

func unwanted(n *html.Node) bool {
	if n.Data == "noscript" {
		return true
	}
	if keepTags[n.Data] {
		return false
	}
	return (consent.MatchString(attr(n, "id")) || consent.MatchString(attr(n, "class"))) && !holdsHeadline(n)
}

func holdsHeadline(n *html.Node) bool {
	if n.Type == html.ElementNode && (n.Data == "h1" || n.Data == "article") {
		return true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if holdsHeadline(c) {
			return true
		}
	}
	return false
}
