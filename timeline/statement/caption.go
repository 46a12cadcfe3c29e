package statement

import (
	"regexp"
	"strings"
	"sync"

	"github.com/seed-7461731f/dateline/timeline/language"
	"github.com/seed-7461731f/dateline/timeline/word"
)

// photoCredit matches who took or sold a picture, behind its caption, in brackets
// or on a line of its own, in any language: agencies credit in theirs.
var photoCredit = sync.OnceValue(func() *regexp.Regexp {
	var all []language.Line
	for _, l := range language.All() {
		all = append(all, l.Credit.Photo...)
	}
	return anyOf("(?i)", all)
})

// photoHints are words, in lower case, of which each credit has one: a paragraph
// without any is not worth the expression.
var photoHints = sync.OnceValue(func() (out []string) {
	for _, l := range language.All() {
		out = append(out, l.Credit.PhotoHint...)
	}
	return out
})

// Lengths, in bytes, of a paragraph that may be a caption and of a line that may
// be nothing but a credit.
const (
	longestCaption = 400
	longestCredit  = 80
)

// captions are the paragraphs that stand under a picture: they tell what it
// shows, in the present, which the date in them does not make an event.
func (r *reading) captions() (out []int) {
	s := r.article.Sentences
	short := false // the paragraph before could be a caption
	for i := 0; i < len(s); {
		j := i + 1
		for j < len(s) && s[j].Paragraph == s[i].Paragraph {
			j++
		}
		if s[i].Index == 0 {
			i = j
			continue
		}
		text := r.article.Text[s[i].Start:s[j-1].End]
		if len(text) <= longestCaption && word.ContainsAny(strings.ToLower(text), photoHints()) && photoCredit().MatchString(text) {
			out = append(out, s[i].Paragraph)
			if short && len(text) <= longestCredit {
				out = append(out, s[i].Paragraph-1)
			}
		}
		short, i = len(text) <= longestCaption, j
	}
	return out
}
