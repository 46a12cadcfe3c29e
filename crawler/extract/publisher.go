package extract

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/seed-7461731f/dateline/crawler/extract/rule"
)

// publisherFields are what the rule of a publisher finds on a page. What it does not
// find, since it does not say or the site has changed, is left to the general
// rules.
type publisherFields struct {
	rule.Rule
	root *html.Node
}

// newPublisherFields drops what the rule says is no text.
func newPublisherFields(root *html.Node, r rule.Rule) publisherFields {
	for _, n := range r.Drop.All(root) {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
	return publisherFields{r, root}
}

// value is what stands at a place: the attribute that the rule names, else the text.
func (r publisherFields) value(p rule.Place) string {
	n := p.First(r.root)
	switch {
	case n == nil:
		return ""
	case p.Attribute() != "":
		return squash(attr(n, p.Attribute()))
	}
	return text(n)
}

// body returns the blocks at the places of lead and body; none when the page
// has no body there.
func (r publisherFields) body() []block {
	var out []block
	for _, n := range r.Body.All(r.root) {
		out = append(out, render(n)...)
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// withLead puts the lead of the rule in front, where the body does not hold it.
func (r publisherFields) withLead(bs []block) []block {
	lead := r.value(r.Lead)
	if lead == "" || strings.Contains(key(strings.Join(paragraphs(bs), " ")), key(lead)) {
		return bs
	}
	return append([]block{{text: lead, tag: "p", letters: letters(lead)}}, bs...)
}

func (r publisherFields) authors() []string {
	var lines []string
	for _, n := range r.Authors.All(r.root) {
		lines = append(lines, text(n))
	}
	return splitNames(lines)
}

// dates reads the date at the place of the rule.
func (r publisherFields) dates(d *dater) []found {
	if v := r.value(r.Date); v != "" {
		return d.read("rule", v)
	}
	return nil
}
