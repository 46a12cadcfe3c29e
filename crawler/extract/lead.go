package extract

import "strings"

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
		if n := x.element(k); n != nil && !inside(n, aroundTags) && !inside(n, anchors) && !inside(n, captions) {
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

// farLead is how many blocks below the headline a lead may begin.
const farLead = 6

// lead returns the sentences between the headline and the text of the article,
// where the element that holds the text does not hold them.
func (l *layout) lead(body []block) []block {
	at := l.headlineAt()
	if at < 0 || l.main == nil || len(body) == 0 {
		return nil
	}
	have := key(strings.Join(paragraphs(body), " "))
	var out []block
	l.each(func(i int, _ *region, boxed kind) {
		b := l.blocks[i]
		if i <= at || i > at+farLead || i >= l.main.from || boxed != plainKind || len(out) > 1 {
			return
		}
		n := words(b.text)
		if b.prose() > 0 && !b.caption && endsSentence(b.text) && n >= shortestLead && n <= longestLead && !strings.Contains(have, key(b.text)) {
			out = append(out, b)
		}
	})
	return out
}
