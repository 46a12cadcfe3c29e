package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/crawler/extract/rule"
	"github.com/seed-7461731f/dateline/store/news"
)

// htmlPage reads an HTML page. The tree is parsed once; facts and index are
// read from it before it is pruned.
func htmlPage(decoded string, p news.Page, h Hints) (a news.Article, err error) {
	root, err := parseHTML(decoded)
	if err != nil {
		return a, err
	}
	pageURL := address(p)
	site := newPublisherFields(root, rule.For(canon.Host(pageURL)))
	x := newIndex(root)
	if n := len(x.keys); n > maxLetters {
		return a, fmt.Errorf("no article: %d bytes of text", n)
	}
	f := collect(root)
	ld := pick(readLinked(f.scripts), sameAs(f, pageURL))

	a.URL = canonical(pageURL, f.canonical)
	host := canon.Host(a.URL)
	var forms []string
	a.Title, forms = title(f, ld, host)
	a.Title = cmp.Or(head(site.value(site.Title), maxTitle), a.Title, h.Link.Title)
	a.Section = section(f, ld)

	forms = append([]string{a.Title}, forms...)
	l := newLayout(root, forms)
	blocks := site.body()
	if blocks == nil {
		blocks = readBody(root, l, x, f, ld, forms, pageURL)
	}
	blocks = site.withLead(blocks)
	if !site.Body.Named() && l.isList(f, ld, blocks, a.URL) {
		return a, errList
	}
	blocks, barred := dropOffers(blocks)
	whole := blocks
	blocks, a.Authors, a.Byline = writers(blocks, f, ld, host)
	if names := site.authors(); len(names) > 0 {
		a.Authors = names
	}
	a.Text = strings.Join(paragraphs(blocks), "\n\n")
	if isMissing(a.Title, a.Text) {
		return a, errMissing
	}
	a.Stub = barred || isStub(blocks) || ld.paywalled && countWords(blocks) < doubtful
	a.Agency = cmp.Or(agency(a.Authors, a.Byline, paragraphs(blocks)), agency(a.Authors, a.Byline, paragraphs(whole)))
	a.Language = languageOf([]string{f.lang, f.first("og:locale", "content-language", "language"), ld.language, h.Source.Language}, a.Text)

	loc := zoneOf(cmp.Or(site.Zone, h.Source.Zone), h.Source.Country, host, a.Language)
	d := dater{facts: f, ld: ld, url: a.URL, loc: loc, monthFirst: monthFirst(a.Language, h.Source.Country, host), fetched: p.FetchedAt, page: l}
	a.Published = d.published(l, p, h.Link, a.Text)
	if own := site.dates(&d); len(own) > 0 {
		a.Published = own[0].dct()
	}
	a.Modified = d.modified()
	a.Parts = d.entries(l, blocks)
	a.Live = isLive(a.Parts, f, ld, a.URL)
	a.Headlines = headlines(a.Title, forms[1:])
	return a, nil
}

// headlines are the other forms of a headline, as the page gives them.
func headlines(title string, forms []string) []string {
	return slices.DeleteFunc(compact(append([]string{title}, forms...)), func(s string) bool { return key(s) == key(title) })
}

// writers returns who wrote the article and its byline, and the blocks without
// it. The byline names the authors where nothing else names a person.
func writers(bs []block, f *facts, ld linked, host string) (kept []block, names []string, byline string) {
	house := houseNames(f, ld, host)
	names = authors(f, ld, house)
	kept, byline = dropFurniture(bs, names)
	isPerson := func(name string) bool { return !house(name) }
	if bylineStart.MatchString(byline) && !slices.ContainsFunc(names, isPerson) {
		if named := splitNames([]string{byline}); len(named) > 0 {
			names = named
		}
	}
	return kept, names, byline
}

// readBody returns the blocks of the article, lead included.
func readBody(root *html.Node, l *layout, x *index, f *facts, ld linked, forms []string, url string) []block {
	blocks := secondOpinion(l.body(), root, url)
	if told := linkedBody(ld.body); countWords(blocks) < almostNothing && countWords(told) > guardFactor*countWords(blocks) {
		blocks = told
	}
	if len(f.carriers) > 0 && countWords(blocks) < almostNothing {
		if carried := carriedBody(f.carriers); countWords(carried) > guardFactor*countWords(blocks) {
			blocks = carried
		}
	}
	blocks = dropPullQuotes(dropTitles(trimTail(blocks), forms))
	if with := withLead(blocks, descriptions(f, ld), x, forms[0]); len(with) > len(blocks) {
		return with
	}
	return append(l.lead(blocks), blocks...)
}

func descriptions(f *facts, ld linked) []string {
	return compact([]string{ld.description, plain(f.first("og:description")), plain(f.first("description")), plain(f.first("twitter:description")), ld.alternative})
}

func section(f *facts, ld linked) string {
	if ld.section != "" {
		return ld.section
	}
	return f.first("article:section", "parsely-section", "sailthru.section")
}

// sameAs reports whether a JSON-LD article speaks of this page: it names the
// page's address, or a headline the page shows as its own.
func sameAs(f *facts, pageURL string) func(linked) bool {
	heads := map[string]bool{}
	for _, n := range f.heads {
		heads[key(text(n))] = true
	}
	heads[key(f.first("og:title"))] = true
	return func(l linked) bool {
		for _, u := range l.urls {
			if c, err := canon.URL(u, pageURL); err == nil && (c == pageURL || c == f.canonical) {
				return true
			}
		}
		return l.headline != "" && heads[key(l.headline)]
	}
}
