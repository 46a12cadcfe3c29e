package statement

import (
	"regexp"
	"strings"

	"github.com/seed-7461731f/dateline/timeline/word"
)

// photoCredit is who took or sold a picture: behind its caption, in brackets or
// on a line of its own.
var photoCredit = regexp.MustCompile(`(?i)(^|[|/(]|\bvia )\W*getty images\W*$|\bphoto(graph)? by\b|\(ap photo\b|\bphoto:|\bimage credits?:|\bfotos?:|图源|圖源|图：|圖：|摄影：`)

// creditWords are those of which a credit has one, in lower case: a paragraph
// without any is not worth the expression.
var creditWords = []string{"getty", "photo", "image credit", "foto", "图", "圖", "摄影"}

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
		if len(text) <= longestCaption && word.ContainsAny(strings.ToLower(text), creditWords) && photoCredit.MatchString(text) {
			out = append(out, s[i].Paragraph)
			if short && len(text) <= longestCredit {
				out = append(out, s[i].Paragraph-1)
			}
		}
		short, i = len(text) <= longestCaption, j
	}
	return out
}
