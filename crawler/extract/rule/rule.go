// Package rule holds what is known of single publishers' pages, as data: one
// YAML file a host, named for it, only where the general rules fail.
//
// In: a host. Out: its rule. No I/O but the embedded files.
//
// A file, all of whose fields but why and page may be left out (places are CSS
// selectors, the first match counts unless said otherwise):
//
//	why: the minutes of other days stand in the same table   # what fails
//	page: council-minutes.txtar     # recorded page that shows it, in extract/testdata
//	drop: [".ad", "table.jobs"]     # elements that are no text, all matches
//	title: td.subject
//	lead: td.summary
//	body: td.minutes                # all matches, in page order, and nothing else
//	authors: td.clerk               # all matches
//	date: td.day                    # its text, or of an attribute:
//	date: td.day @ data-day
//	zone: Europe/Vienna             # of times without one
//	list: "td.index a"              # links to articles on a topic page, all matches
//
// A field that is not known, a selector that cannot be read and a rule without
// a recorded page are errors, found by the tests. A subdomain has the rule of
// its parent unless it has its own.
package rule

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/andybalholm/cascadia"
	"github.com/goccy/go-yaml"
	"golang.org/x/net/html"
)

// A Rule is what is known of the pages of one host. A place that the rule does
// not name is zero and matches nothing.
type Rule struct {
	Host  string
	Why   string
	Page  string // file in extract/testdata
	Drop  Place
	Title Place
	Lead  Place
	Body  Place
	List  Place

	Authors Place
	Date    Place
	Zone    string // IANA; "" not known
}

// A Place is where something stands on a page.
type Place struct {
	match     cascadia.SelectorGroup
	attribute string // whose value counts; "" the text
}

// Named reports whether the rule names the place at all.
func (p Place) Named() bool { return p.match != nil }

// All returns the elements at a place, in the order of the page. An element
// inside another one at the same place is not returned again.
func (p Place) All(root *html.Node) []*html.Node {
	if p.match == nil {
		return nil
	}
	var out []*html.Node
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode && p.match.Match(n) {
			out = append(out, n)
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return out
}

// First returns the first element at a place, nil when there is none.
func (p Place) First(root *html.Node) *html.Node {
	if all := p.All(root); len(all) > 0 {
		return all[0]
	}
	return nil
}

// Attribute is the name of the attribute whose value counts, "" for the text.
func (p Place) Attribute() string { return p.attribute }

// A file is a rule as it is written.
type file struct {
	Why     string   `yaml:"why"`
	Page    string   `yaml:"page"`
	Drop    []string `yaml:"drop"`
	Title   string   `yaml:"title"`
	Lead    string   `yaml:"lead"`
	Body    string   `yaml:"body"`
	Authors string   `yaml:"authors"`
	Date    string   `yaml:"date"`
	Zone    string   `yaml:"zone"`
	List    string   `yaml:"list"`
}

// Parse reads the rule of a host.
func Parse(host string, data []byte) (Rule, error) {
	var f file
	if err := yaml.NewDecoder(bytes.NewReader(data), yaml.Strict()).Decode(&f); err != nil {
		return Rule{}, fmt.Errorf("rule %s: %w", host, err)
	}
	r := Rule{Host: host, Why: strings.TrimSpace(f.Why), Page: f.Page, Zone: f.Zone}
	if r.Why == "" || r.Page == "" {
		return Rule{}, fmt.Errorf("rule %s: needs why (what the general rules get wrong) and page (that shows it)", host)
	}
	if _, err := time.LoadLocation(f.Zone); err != nil {
		return Rule{}, fmt.Errorf("rule %s: zone: %w", host, err)
	}
	for _, p := range []struct {
		name, text string
		place      *Place
	}{
		{"drop", strings.Join(f.Drop, ", "), &r.Drop}, {"title", f.Title, &r.Title}, {"lead", f.Lead, &r.Lead}, {"body", f.Body, &r.Body},
		{"authors", f.Authors, &r.Authors}, {"date", f.Date, &r.Date}, {"list", f.List, &r.List},
	} {
		var err error
		if *p.place, err = parsePlace(p.text); err != nil {
			return Rule{}, fmt.Errorf("rule %s: %s: %w", host, p.name, err)
		}
	}
	return r, nil
}

func parsePlace(s string) (p Place, err error) {
	selector, attribute, marked := strings.Cut(s, " @ ")
	p.attribute = strings.TrimSpace(attribute)
	if marked && p.attribute == "" {
		return p, errors.New("no attribute after @")
	}
	if strings.TrimSpace(selector) != "" {
		p.match, err = cascadia.ParseGroup(selector)
	}
	return p, err
}

//go:embed *.yaml
var files embed.FS

// rules are the embedded rules by host.
var rules = sync.OnceValues(func() (map[string]Rule, error) {
	out := map[string]Rule{}
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		data, err := files.ReadFile(e.Name())
		if err != nil {
			return nil, err
		}
		host := strings.TrimSuffix(e.Name(), ".yaml")
		if out[host], err = Parse(host, data); err != nil {
			return nil, err
		}
	}
	return out, nil
})

// For returns the rule of a host or of its nearest parent domain that has one;
// the zero Rule, which changes nothing, when there is none.
func For(host string) Rule {
	all, err := rules()
	if err != nil {
		panic(err) // an embedded file is wrong: the tests read them all
	}
	for h := host; h != ""; _, h, _ = strings.Cut(h, ".") {
		if r, ok := all[h]; ok {
			return r
		}
	}
	return Rule{}
}
