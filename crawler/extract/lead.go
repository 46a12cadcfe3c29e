package extract

import (
	"slices"
	"strings"
)

// The length of a lead in words: shorter is a kicker, longer a summary of points.
const (
	shortestLead = 5
	longestLead  = 150
)

// withLead puts the lead in front when the extractor left it out, as generic
// extractors do on almost half of the pages that have one: for a timeline the
// lead is the sentence that holds the event.
//
// The page's own description is the lead when it is not cut off and one
// element of the page shows exactly that text.
func withLead(bs []block, descriptions []string, x *index, headline string) []block {
	body := key(strings.Join(paragraphs(bs), " "))
	for _, d := range descriptions {
		k := key(d)
		if n := words(d); n < shortestLead || n > longestLead || isCut(d) || k == key(headline) {
			continue
		}
		if strings.Contains(body, k) {
			return bs
		}
		if n := x.element(k); n != nil && !inside(n, chromeTags) && !inside(n, anchors) && !inside(n, captions) {
			return append([]block{{text: text(n), tag: "p"}}, bs...)
		}
	}
	return bs
}

var captions = wordSet("figcaption")

func isCut(s string) bool {
	s = strings.TrimRight(s, " ")
	return strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…")
}

// farLead is how many blocks below the headline a lead may begin, behind pictures
// and tools; mostLeads is how many sentences or points it may have.
const (
	farLead   = 12
	mostLeads = 3
)

// lead returns what stands between the headline and the text of the article, where
// the element that holds the text does not hold it: sentences, and what is named
// for a lead.
func (l *layout) lead(body []block) []block {
	at := l.headlineAt()
	if at < 0 || l.main == nil || len(body) == 0 {
		return nil
	}
	have := key(strings.Join(paragraphs(body), " "))
	var out []block
	l.each(func(i int, r *region, boxed kind) {
		b := l.blocks[i]
		if i <= at || i > at+farLead || i >= l.main.from || boxed != plainKind || len(out) == mostLeads {
			return
		}
		if b.readsAsLead(r) && !strings.Contains(have, key(b.text)) {
			out = append(out, b)
		}
	})
	return out
}

// readsAsLead reports whether a block is named for a lead or is a sentence, and as
// long as a lead is.
func (b block) readsAsLead(r *region) bool {
	if n := words(b.text); b.caption || n < shortestLead || n > longestLead {
		return false
	}
	return namesLead(r) && 2*b.linked < b.letters || b.prose() > 0 && endsSentence(b.text)
}

// leadWordSet are the words of a class that name the lead of an article.
var leadWordSet = wordSet("subheadline subheader subheading standfirst dek deck lead lede subtitle subtitulo chapo vorspann strapline sottotitolo occhiello abstract subhead bajada entradilla ingress undertitel manchet")

// namesLead reports whether a region or the one around it is named for a lead.
func namesLead(r *region) bool {
	return isNamedLead(r) || r.parent != nil && isNamedLead(r.parent)
}

func isNamedLead(r *region) bool {
	class := attr(r.node, "class")
	return strings.Contains(class, "sub-headline") || slices.ContainsFunc(nameWords(class), func(w string) bool { return leadWordSet[w] })
}
