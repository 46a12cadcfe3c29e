package extract

import (
	"slices"

	"golang.org/x/net/html"
)

// emphasised are the elements in which a caption is told apart by its letters.
var emphasised = wordSet("em i small")

// picture notes what a picture says that it shows. One inside of a line has no
// line for its caption.
func (l *layoutReader) picture(n *html.Node) {
	if l.begun {
		return
	}
	l.pictured = true
	for _, a := range []string{"alt", "title"} {
		if s := attr(n, a); words(s) > 1 && words(s) <= longestCredit {
			l.shown = append(l.shown, key(s))
		}
	}
}

// captioned reports whether a line right after a picture repeats what that says
// that it shows, and whether it is short and all in emphasis.
func (l *layoutReader) captioned(line string) (repeats, slanted bool) {
	shown, pictured := l.shown, l.pictured
	l.shown, l.pictured = nil, false
	return slices.Contains(shown, key(line)), pictured && !l.upright && words(line) <= longestSlanted
}

// longestSlanted is the length in words of a caption that only its letters and
// its place tell.
const longestSlanted = 20
