package web

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/search"
)

// snippetSize is about how long a snippet is, in bytes.
const snippetSize = 220

// loose finds words whatever their case and accents.
var loose = search.New(language.Und, search.Loose)

// snippet is the text around the first word of q that it holds.
func snippet(text, q string) (before, match, after string) {
	const most = 64 << 10 // of a text that is looked through
	text = strings.ToValidUTF8(text[:min(len(text), most)], "")
	start, end := -1, -1
	for _, word := range strings.FieldsFunc(q, func(r rune) bool { return unicode.IsSpace(r) || r == '"' }) {
		if i, j := loose.IndexString(text, word); i >= 0 && (start < 0 || i < start) {
			start, end = i, j
		}
	}
	if start < 0 {
		return cut(plain(text[:boundary(text, 2*snippetSize)]), snippetSize), "", ""
	}
	from, to := boundary(text, start-snippetSize/2), boundary(text, end+snippetSize/2)
	before, match, after = text[from:start], text[start:end], text[end:to]
	if i := strings.LastIndex(before, "\n\n"); i >= 0 {
		before, from = before[i+2:], 0
	}
	after, _, ended := strings.Cut(after, "\n\n")
	if from > 0 {
		before = "…" + before
	}
	if !ended && to < len(text) {
		after += "…"
	}
	return keepEdges(before), plain(match), keepEdges(after)
}

// keepEdges is plain, but keeps the space to the word beside.
func keepEdges(s string) string {
	out := plain(s)
	if strings.HasSuffix(s, " ") {
		out += " "
	}
	if strings.HasPrefix(s, " ") {
		out = " " + out
	}
	return out
}

// boundary is the nearest start of a character at or before i, within text.
func boundary(text string, i int) int {
	i = max(0, min(i, len(text)))
	for i > 0 && i < len(text) && text[i]&0xC0 == 0x80 {
		i--
	}
	return i
}
