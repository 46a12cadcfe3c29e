package extract

// The shape of a teaser: a linked headline and a sentence or two.
const (
	teaserRun    = 3   // so many in a row are a list of other articles
	teaserBlocks = 6   // at most, of one
	teaserProse  = 400 // letters at most, of one
	leastPointer = 8   // letters of a link to one
	meanPointer  = 16  // of the links in a list of them, on the average
)

// markTeasers marks the runs of neighbours of the same look that each begin
// another article: a linked headline, perhaps a sentence of it.
func (l *layout) markTeasers(r *region) {
	for i := 0; i < len(r.children); {
		j := i
		for j < len(r.children) && l.isTeaser(r.children[j]) && alikeTag(r.children[i], r.children[j]) {
			j++
		}
		if j-i >= teaserRun {
			for _, c := range r.children[i:j] {
				c.teaser = true
			}
			l.markSign(r.children[i].from)
		}
		i = max(j, i+1)
	}
	for _, c := range r.children {
		if !c.teaser && l.isPointers(c) {
			c.teaser = true
			l.markSign(c.from)
		}
		if !c.teaser {
			l.markTeasers(c)
		}
	}
}

// markSign marks the heading right above a list of other articles.
func (l *layout) markSign(first int) {
	if first == 0 {
		return
	}
	if b := &l.blocks[first-1]; isHeading(b.tag) && b.tag != "h1" && words(b.text) <= longestSign {
		b.sign = true
	}
}

// isPointers reports whether a region is a list of which every item has a link
// and none is a sentence: jobs, offers, courses, other articles.
func (l *layout) isPointers(r *region) bool {
	if r.node.Data != "ul" && r.node.Data != "ol" || r.to-r.from < 2 {
		return false
	}
	linked := 0
	for _, b := range l.blocks[r.from:r.to] {
		if b.tag != "li" || b.linked < leastPointer || endsSentence(b.text) {
			return false
		}
		linked += b.linked
	}
	return linked >= meanPointer*(r.to-r.from)
}

func alikeTag(a, b *region) bool { return a.node.Data == b.node.Data }

func (l *layout) isTeaser(r *region) bool {
	if r.headline || r.node.Data == "p" || r.to-r.from > teaserBlocks || r.prose > teaserProse {
		return false
	}
	for _, b := range l.blocks[r.from:r.to] {
		if b.letters >= 15 && 10*b.linked >= 9*b.letters {
			return true
		}
		if b.prose() > 0 {
			return false // a sentence with a link list after it
		}
	}
	return false
}
