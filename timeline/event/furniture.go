package event

import (
	"regexp"
	"slices"
)

// furnitureAt is in how many articles of a publisher a paragraph stands that is
// part of the page rather than of the text.
const furnitureAt = 3

// withoutFurniture drops the statements of paragraphs that one publisher prints
// in three articles or more and that hold no key term of the story: a box with
// dates and prices. Background that an outlet repeats names the story.
func withoutFurniture(all []Statement) []Statement {
	type place struct {
		publisher string
		block     uint64
	}
	articles := map[place]map[string]bool{}
	for i := range all {
		if all[i].block == 0 {
			continue
		}
		p := place{all[i].source.publisher, all[i].block}
		if articles[p] == nil {
			articles[p] = map[string]bool{}
		}
		articles[p][all[i].source.url] = true
	}
	return slices.DeleteFunc(all, func(s Statement) bool {
		return s.block != 0 && len(articles[place{s.source.publisher, s.block}]) >= furnitureAt
	})
}

// photoCredit is who took or sold a picture: behind its caption, in brackets or
// on a line of its own.
var photoCredit = regexp.MustCompile(`(?i)(^|[|/(]|\bvia )\W*getty images\W*$|\bphoto(graph)? by\b|\(ap photo\b|\bphoto:|\bimage credits?:|\bfotos?:|图源|圖源|图：|圖：|摄影：`)

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
		if len(text) <= longestCaption && photoCredit.MatchString(text) {
			out = append(out, s[i].Paragraph)
			if short && len(text) <= longestCredit {
				out = append(out, s[i].Paragraph-1)
			}
		}
		short, i = len(text) <= longestCaption, j
	}
	return out
}
