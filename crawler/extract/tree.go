package extract

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// The limits of a page. The largest of 980 pages looked at has 2.2 MB and 9,750
// elements, the deepest is nested 52 deep; far beyond, a page is a dump or an
// attack, and the libraries that read the tree are not linear in it.
const (
	MaxBytes    = 8 << 20 // of a page, decompressed
	maxElements = 25_000
	maxDepth    = 400
	maxLetters  = 1_500_000 // bytes of letters and digits that a reader sees
)

var errElements = fmt.Errorf("no article: more than %d elements", maxElements)

// parseHTML returns the tree of a page within the limits.
func parseHTML(text string) (*html.Node, error) {
	if err := precheck(text); err != nil {
		return nil, err
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("no article: HTML: %w", err)
	}
	if deeper(root, maxDepth) {
		return nil, fmt.Errorf("no article: nested deeper than %d", maxDepth)
	}
	return root, nil
}

// precheck counts tags before any tree is built, since the parser may copy
// open formatting elements into every block and so make many out of few.
func precheck(text string) error {
	if strings.Count(text, "<") > 4*maxElements {
		return errElements
	}
	if plainlySmall(text) {
		return nil
	}
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(MaxBytes)
	elements, open := 0, 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			if errors.Is(z.Err(), html.ErrBufferExceeded) {
				return fmt.Errorf("no article: HTML: %w", z.Err())
			}
			return nil
		case html.StartTagToken:
			elements++
			name, _ := z.TagName()
			if formatting[string(name)] {
				open++
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if formatting[string(name)] {
				open--
			}
		case html.SelfClosingTagToken:
			elements++
		}
		if elements > maxElements {
			return errElements
		}
		if open > maxDepth {
			return fmt.Errorf("no article: %d formatting elements left open", open)
		}
	}
}

// plainlySmall tells of most pages by their letters alone that no count can
// exceed its limit, which spares reading every tag twice. A link is not counted,
// since the next one closes it.
func plainlySmall(text string) bool {
	elements, opened := 0, 0
	for {
		i := strings.IndexByte(text, '<')
		if i < 0 {
			return true
		}
		text = text[i+1:]
		n := 0
		for n < len(text) && n <= longestFormatting && isASCIILetter(text[n]) {
			n++
		}
		if n == 0 {
			continue
		}
		elements++
		if name := strings.ToLower(text[:n]); name != "a" && formatting[name] {
			opened++
		}
		if elements > maxElements || opened > maxDepth {
			return false
		}
	}
}

// longestFormatting is the length of "strong" and "strike".
const longestFormatting = 6

// formatting are the elements that the parser opens again in the next block
// when they were left open.
var formatting = wordSet("a b big code em font i nobr s small strike strong tt u")

func deeper(n *html.Node, limit int) bool {
	depth := 0
	for n != nil {
		switch {
		case n.FirstChild != nil:
			n = n.FirstChild
			depth++
		default:
			for n != nil && n.NextSibling == nil {
				n = n.Parent
				depth--
			}
			if n != nil {
				n = n.NextSibling
			}
		}
		if depth > limit {
			return true
		}
	}
	return false
}

// attr returns the value of an attribute, "" when absent.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// inside reports whether n lies in an element of one of the given names.
func inside(n *html.Node, names map[string]bool) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Type == html.ElementNode && names[p.Data] {
			return true
		}
	}
	return false
}

// unseen elements hold nothing that a reader sees as text.
var unseen = wordSet("script style noscript template head iframe svg select textarea object")

// text returns what a reader sees below n, white space collapsed.
func text(n *html.Node) string {
	var b strings.Builder
	appendText(&b, n)
	return squash(b.String())
}

func appendText(b *strings.Builder, n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		b.WriteString(n.Data)
	case n.Type == html.ElementNode && unseen[n.Data]:
	default:
		isBlock := n.Type == html.ElementNode && (blockTags[n.Data] || n.Data == "br")
		if isBlock {
			b.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			appendText(b, c)
		}
		if isBlock {
			b.WriteByte(' ')
		}
	}
}

// squash collapses white space and drops soft hyphens and zero-width marks.
func squash(s string) string {
	if strings.ContainsAny(s, "\u00ad\u200b\ufeff\u2060") {
		s = invisible.Replace(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

var invisible = strings.NewReplacer("\u00ad", "", "\u200b", "", "\ufeff", "", "\u2060", "")

// key reduces a text to its letters and digits in lower case, so that the same
// words compare equal whatever quotes, dashes and spaces stand between.
func key(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r < utf8.RuneSelf {
			switch {
			case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
				b.WriteByte(byte(r))
			case r >= 'A' && r <= 'Z':
				b.WriteByte(byte(r) + 'a' - 'A')
			}
		} else if unicode.IsLetter(r) || unicode.IsNumber(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// wordSet makes a set of words out of one line.
func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
