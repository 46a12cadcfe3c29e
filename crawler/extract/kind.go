package extract

import (
	"strings"

	"golang.org/x/net/html"
)

// A kind is what an element is by its name, role or classes.
type kind uint8

const (
	plainKind   kind = iota
	boxKind          // stands beside the article: pointers, ads, forms
	commentKind      // readers' comments
	chromeKind       // of the page: navigation, footer, consent
)

// neverText are elements that hold no text of an article.
var neverText = wordSet("title button input label nav option canvas audio video map dialog")

// boxWords are the words in a class or id that name a box. They lie, so a box
// counts as one only while it holds a small part of the text.
var (
	boxWords = wordSet(`related relateds recommended recommendation recommendations recommends recirc recirculation teaser teasers promo promos promotion
		newsletter newsletters subscribe subscription signup paywall regwall piano share sharing shares social sociallinks socials ad ads advert advertisement
		advertising adslot sponsor sponsored outbrain taboola sidebar breadcrumb breadcrumbs tags taglist keywords caption credit credits copyright
		infobox factbox widget widgets poll quiz gallery slideshow carousel slider mostread popular trending readmore morestories pagination pager toolbar
		tooltip modal popup overlay login register registration menu navbar navigation hidden rating ratings player podcast
		donate donation donations appeal cta shop affiliate authorbox authorinfo bio banner inread
		liveblogteaser seealso readalso alsoread further morelinks outlook tickers feedback correction corrections`)
	commentWords = wordSet("comment comments commentlist kommentare kommentar disqus discussion talkback respond")
	chromeWords  = wordSet("footer cookie cookies gdpr consent onetrust didomi usercentrics sourcepoint cookiebot truste offcanvas skiplink printbox")
)

// elementKind returns what an element is by its tag, role and classes.
func elementKind(n *html.Node) kind {
	if k, known := kindOfTag(n); known {
		return k
	}
	for _, a := range n.Attr {
		if k := kindOfAttribute(a.Key, a.Val); k != plainKind {
			return k
		}
	}
	return plainKind
}

// kindOfTag returns what an element is by its tag, where that decides.
func kindOfTag(n *html.Node) (k kind, known bool) {
	switch n.Data {
	case "body", "html", "main", "article", "h1", "ol", "tr", "tbody":
		return plainKind, true
	case "footer":
		return chromeKind, true
	case "header":
		return chromeKind, !inside(n, articleTags)
	case "aside", "form", "figure", "figcaption":
		return boxKind, true
	case "h2", "h3", "h4":
		return plainKind, !isHidden(n) // belongs where it stands, whatever it is called
	}
	return plainKind, false
}

// kindOfAttribute returns what an attribute says of its element.
func kindOfAttribute(key, value string) kind {
	switch key {
	case "class":
		if isForPrint(value) {
			return chromeKind
		}
		return kindOfNames(value)
	case "id", "data-component", "data-testid":
		return kindOfNames(value)
	case "role":
		return roles[value]
	case "hidden":
		return chromeKind
	case "style":
		if strings.Contains(strings.ReplaceAll(value, " ", ""), "display:none") {
			return chromeKind
		}
	case "aria-hidden":
		if value == "true" {
			return boxKind
		}
	}
	return plainKind
}

// roles are the kinds of elements by their ARIA role; of others it is plainKind.
var roles = map[string]kind{
	"navigation": chromeKind, "contentinfo": chromeKind, "banner": chromeKind, "search": chromeKind, "dialog": chromeKind,
	"alertdialog": chromeKind, "menu": chromeKind, "complementary": boxKind, "note": boxKind,
}

// kindOfNames reads the words of a class list or id: related-articles,
// relatedArticles and related_articles hold the word related.
func kindOfNames(names string) kind {
	best := plainKind
	for i := 0; i < len(names); {
		j := nextWord(names, i)
		if k := kindOfWord(names[i:j]); k > best {
			best = k
		}
		i = max(j, i+1)
	}
	return best
}

// nextWord returns the end of the word that starts at i; i itself when none
// does.
func nextWord(s string, i int) int {
	if !isASCIILetter(s[i]) {
		return i
	}
	j := i + 1
	for j < len(s) && isASCIILetter(s[j]) && (s[j] >= 'a' || s[j-1] < 'a') {
		j++
	}
	return j
}

func kindOfWord(w string) kind {
	if len(w) < 2 || len(w) > 20 {
		return plainKind
	}
	w = strings.ToLower(w)
	switch {
	case boxWords[w]:
		return boxKind
	case commentWords[w]:
		return commentKind
	case chromeWords[w]:
		return chromeKind
	}
	return plainKind
}

var articleTags = wordSet("article main section")

func isASCIILetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// isHidden tells an element that its names or attributes hide in some way.
func isHidden(n *html.Node) bool {
	return containsAny(attr(n, "class"), "hidden", "sr-only", "screen-reader") || hasAttr(n, "hidden") || hasAttr(n, "aria-hidden") || hasAttr(n, "style")
}

// isForPrint tells from the classes of an element that only paper shows it.
func isForPrint(class string) bool {
	return strings.Contains(class, "print") && containsAny(class, "d-print-block", "print-only", "printonly", "only-print", "visible-print", "show-for-print")
}

// isSpoken reports whether an element is for screen readers alone ("opens in a
// new tab").
func isSpoken(n *html.Node) bool {
	for w := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
		if containsAny(w, "sr-only", "visually-hidden", "visuallyhidden", "screen-reader", "screenreader", "a11y-hidden") {
			return true
		}
	}
	return clips(attr(n, "style"))
}

// clips reports whether a style makes an element one pixel small.
func clips(style string) bool {
	return strings.Contains(style, "clip") && strings.Contains(style, "absolute")
}

// namesBody reports whether an element is named for the text of an article.
func namesBody(n *html.Node) bool {
	class := strings.ToLower(attr(n, "class"))
	return containsAny(class, "article-body", "articlebody", "article__body", "article_body", "story-body", "entry-content")
}
