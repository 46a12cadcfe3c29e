package event

import "slices"

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
