package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// A block is one paragraph, heading, list item or table row.
type block struct {
	text string
	tag  string // of the innermost block element: "p", "h2", "li", "tr", ...

	letters, linked int // how long it is, and how much of it is links
	dated           int // that an element in it is named for a date: its weight
	quoted          bool
	copied          bool // stands further up too
	sign            bool // a heading right above a list of other articles
	caption         bool // repeats what a picture right before it says that it shows
	slanted         bool // is short, all in emphasis and right after a picture

	index int    // in the layout, from 1; 0: from elsewhere
	at    *found // when its entry of a live blog was written; nil: with the article
}

// blockTags end a paragraph before and after themselves.
var blockTags = wordSet(`address article aside blockquote body caption center dd details div dl dt fieldset
	figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table
	tbody tfoot thead tr ul`)

// render turns the extractor's tree into blocks. Its own text is one line, and
// every rule that follows needs to know where a paragraph ends.
func render(root *html.Node) []block {
	if root == nil {
		return nil
	}
	r := renderer{tag: "div"}
	r.node(root)
	r.end()
	return r.out
}

type renderer struct {
	out  []block
	line strings.Builder
	tag  string
	br   bool // the last thing seen was a line break
}

func (r *renderer) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		r.line.WriteString(n.Data)
		if strings.TrimSpace(n.Data) != "" {
			r.br = false
		}
		return
	case n.Type == html.ElementNode && unseen[n.Data]:
		return
	case n.Type == html.ElementNode && n.Data == "br":
		// Two line breaks make a paragraph, one is white space.
		if r.br {
			r.end()
		}
		r.line.WriteByte(' ')
		r.br = true
		return
	}
	outer := r.tag
	isBlock := n.Type == html.ElementNode && blockTags[n.Data]
	if isBlock {
		r.end()
		r.tag = n.Data
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c)
	}
	switch {
	case isBlock:
		r.end()
		r.tag = outer
	case n.Data == "td" || n.Data == "th":
		r.line.WriteByte(' ')
	}
}

func (r *renderer) end() {
	if s := squash(r.line.String()); strings.ContainsFunc(s, isWordRune) {
		r.out = append(r.out, block{text: s, tag: r.tag})
	}
	r.line.Reset()
	r.br = false
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// words counts the words of a text; a run of Han, kana or Hangul counts a word
// for every two runes, which is about its length in the languages that write
// them without spaces.
func words(s string) int {
	n, wide := 0, 0
	inWord := false
	for _, r := range s {
		switch {
		case r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			wide++
			inWord = false
		case isWordRune(r):
			if !inWord {
				n++
			}
			inWord = true
		default:
			inWord = false
		}
	}
	return n + (wide+1)/2
}

// endsSentence reports whether a line ends as a sentence does, closing quotes
// and brackets aside.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \"'”“’»«)]）」』】")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:。！？؟।", r)
}

// paragraphs returns the texts of blocks.
func paragraphs(bs []block) []string {
	out := make([]string, len(bs))
	for i, b := range bs {
		out[i] = b.text
	}
	return out
}

func countWords(bs []block) int {
	n := 0
	for _, b := range bs {
		n += words(b.text)
	}
	return n
}
