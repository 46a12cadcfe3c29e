package event

import (
	"cmp"
	"slices"
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
		return cmp.Or(cmp.Compare(x.hash, y.hash), cmp.Compare(b.source(x.record).Publisher, b.source(y.record).Publisher))
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
		urls[b.source(x.record).URL] = true
	}
	return len(urls)
}

func (b *book) source(record uint32) *origin { return b.origins[b.records.at(record).source] }
