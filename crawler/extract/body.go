package extract

import (
	"errors"
	"fmt"
	nurl "net/url"
	"regexp"

	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// A body is what the extractor takes for the article, before our own rules.
type body struct {
	blocks []block
	author string // as the extractor reads it, names joined by "; "
}

// extractBody runs go-trafilatura with its fallback and without its search for
// dates, which costs half of its time and gives no clock time.
func extractBody(root *html.Node, url string) (body, error) {
	address, err := nurl.Parse(url)
	if err != nil {
		address = nil
	}
	opts := trafilatura.Options{
		OriginalURL:      address,
		EnableFallback:   true,
		ExcludeComments:  true,
		HtmlDateOverride: &htmldate.Result{},
	}
	var b body
	err = guarded(func() error {
		r, err := trafilatura.ExtractDocument(root, opts)
		if err != nil {
			return err
		}
		b = body{render(r.ContentNode), r.Metadata.Author}
		return nil
	})
	return b, err
}

var errPanic = errors.New("extractor panicked")

// guarded runs a library over a page. Pages are hostile, the libraries are
// large, and one page must not take a night's crawl down.
func guarded(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", errPanic, r)
		}
	}()
	return f()
}

// consent matches the class or id of a consent layer.
var consent = regexp.MustCompile(`(?i)onetrust|didomi|usercentrics|sourcepoint|cookie-?_?(?:consent|banner|notice|law|bar|layer|popup|modal|message)|consent-?_?(?:banner|layer|modal|manager|overlay|popup)|gdpr-|cmp-?_?(?:banner|container|layer)|truste|cookiebot`)

// keepTags are never pruned, since their classes speak of the whole page.
var keepTags = wordSet("html body main article h1")

// prune takes out of the tree what is never part of the article and, on a page
// with little text, gets taken for it: consent layers and noscript. No other
// class is pruned before the extraction: doing so by names such as "related" or
// "share" cost 0.02 to 0.03 of F1, since class names lie.
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
