package event

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// furnitureAt is in how many articles of a publisher a paragraph stands that is
// part of the page rather than of the text.
const furnitureAt = 3

// A block is a paragraph without a key term and a statement of it.
type block struct {
	hash   uint64
	record uint32
}

// withoutFurniture lists the records but for those of paragraphs that one
// publisher prints in three articles or more and that hold no key term of the
// story: a box with dates and prices. Background that an outlet repeats names
// the story.
func (b *book) withoutFurniture() []uint32 {
	compare := func(x, y block) int {
		return cmp.Or(cmp.Compare(x.hash, y.hash), cmp.Compare(b.source(x.record).publisher, b.source(y.record).publisher))
	}
	slices.SortFunc(b.blocks, compare)
	furniture := map[uint32]bool{}
	for len(b.blocks) > 0 {
		n := 1
		for n < len(b.blocks) && compare(b.blocks[0], b.blocks[n]) == 0 {
			n++
		}
		if b.articles(b.blocks[:n]) >= furnitureAt {
			for _, x := range b.blocks[:n] {
				furniture[x.record] = true
			}
		}
		b.blocks = b.blocks[n:]
	}
	b.blocks = nil
	left := make([]uint32, 0, b.records.len())
	for i := range uint32(b.records.len()) {
		if !furniture[i] {
			left = append(left, i)
		}
	}
	return left
}

// articles counts those that blocks stand in; of a few it may count one twice.
func (b *book) articles(blocks []block) int {
	if len(blocks) < furnitureAt {
		return len(blocks)
	}
	urls := map[string]bool{}
	for _, x := range blocks {
		urls[b.source(x.record).url] = true
	}
	return len(urls)
}

func (b *book) source(record uint32) *origin { return b.origins[b.records.at(record).source] }

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
		if len(text) <= longestCaption && containsAny(strings.ToLower(text), creditWords) && photoCredit.MatchString(text) {
			out = append(out, s[i].Paragraph)
			if short && len(text) <= longestCredit {
				out = append(out, s[i].Paragraph-1)
			}
		}
		short, i = len(text) <= longestCaption, j
	}
	return out
}
