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
		if n := x.element(k); n != nil && !inside(n, aroundTags) && !inside(n, anchors) {
			return append([]block{{text: text(n), tag: "p"}}, bs...)
		}
	}
	return bs
}

func isCut(s string) bool {
	s = strings.TrimRight(s, " ")
	return strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…")
}
