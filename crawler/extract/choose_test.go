package extract

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// The paragraphs of a small article. Each is long enough to be prose.
const (
	first  = "The port authority said on Monday that the new quay would open a year later than planned, because the piles have to be driven again."
	second = "Two of the three cranes have already been delivered and stand in a shed behind the customs house, where they cost rent every month."
	third  = "The mayor told the council that nobody had been dismissed, and that the builder would have to carry the larger part of the damage."
)

func paragraphsOf(ps ...string) string {
	return "<p>" + strings.Join(ps, "</p><p>") + "</p>"
}

func bodyOf(t *testing.T, page string) []string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return paragraphs(newLayout(root, nil).body())
}

func TestBodyIsTheArticleWithoutItsBoxes(t *testing.T) {
	text := paragraphsOf(first, second, third)
	teaser := func(n string) string {
		return `<li><a href="/` + n + `">Another story of the harbour ` + n + `</a><p>It was found on the beach on 3 May 2019 by two anglers.</p></li>`
	}
	for _, tt := range []struct{ name, page string }{
		{"navigation and footer", `<nav><p>` + third + `</p></nav><div>` + text + `</div><footer><p>` + second + `</p></footer>`},
		{"a box by its class", `<div>` + text + `<div class="story-related">` + paragraphsOf("Also in the harbour: a whale was seen on 3 May 2019.") + `</div></div>`},
		{"a box by its role", `<div>` + text + `<div role="complementary"><p>The harbour festival starts on 4 June at ten o'clock.</p></div></div>`},
		{"a box by its element", `<div>` + text + `<aside><p>The harbour in figures: 40 ships a day call at its quays.</p></aside></div>`},
		{"a form", `<div>` + text + `<form><p>Which harbour do you like best? You can vote until 6 January.</p></form></div>`},
		{"a hidden element", `<div>` + text + `<div style="display: none"><p>Please turn your device around to see this picture well.</p></div></div>`},
		{"a caption", `<div>` + text + `<figure><img src="q.jpg"><figcaption>The old quay on a day in March, seen from the sea.</figcaption></figure></div>`},
		{"teasers in a row", `<div>` + text + `<ul>` + teaser("one") + teaser("two") + teaser("three") + `</ul></div>`},
		{"jobs in a list", `<div>` + text + `<div><ol><li><a href="/j/1">Crane driver (m/f), full time</a> Harbour Ltd, from 1 March 2021</li><li><a href="/j/2">Harbour pilot in training</a> apply until 15 January 2021</li></ol></div></div>`},
		{"courses under a heading", `<div>` + paragraphsOf(first, second) + `<h3>Courses of the harbour</h3><ul><li><a href="/c/1">Knots and splices: two days on the quay</a> 3 May 2021, in the shed</li><li><a href="/c/2">Rope work</a> 8 May 2021</li></ul>` + paragraphsOf(third) + `</div>`},
		{"links in a column beside", `<div class="row"><div class="a">` + text + `</div><div class="b"><p><a href="/1">The harbour festival is put off to May</a></p><p><a href="/2">Ferry stops until Friday</a></p></div></div>`},
		{"readers' comments", `<div>` + text + `</div><div id="comments">` + paragraphsOf("I have said so for years, nobody listens to the people who live there.", "That is what you get for building in winter, my grandfather knew that.") + `</div>`},
		{"a copy for another screen", `<div class="desktop">` + text + `</div><div class="mobile">` + text + `</div>`},
		{"a paragraph that the page head shows as well", `<div><header><p>` + second + `</p></header>` + text + `</div>`},
		{"a heading over links", `<div>` + text + `<div><h4>The newest issue</h4><a href="/issue"><img src="cover.jpg"></a><div><a href="/issue">March 2021</a></div></div></div>`},
		{"what a screen reader alone says", `<div>` + strings.Replace(text, "customs house", `customs house<span class="sr-only">, opens in a new tab</span>`, 1) + `</div>`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := bodyOf(t, tt.page); !slices.Equal(got, []string{first, second, third}) {
				t.Errorf("body = %q", got)
			}
		})
	}
}

// Class names lie: what holds the text is the text.
func TestBodySurvivesMisleadingNames(t *testing.T) {
	text := paragraphsOf(first, second, third)
	for _, tt := range []struct{ name, page string }{
		{"the whole page in a box", `<div class="sidebar-layout promo">` + text + `</div>`},
		{"each paragraph behind the paywall", `<div>` + strings.ReplaceAll(text, "<p>", `<p class="paywall">`) + `</div>`},
		{"a teaser that holds the body", `<div><div class="teaser-free"><div class="article-body">` + paragraphsOf(first) + `</div></div><div>` + paragraphsOf(second, third, first+" "+second, second+" "+third) + `</div></div>`},
		{"paragraphs that are no p", `<div><div>` + first + `</div><div>` + second + `</div><div>` + third + `</div><div class="rest">` + paragraphsOf(first+" "+second, second+" "+third, third+" "+first, first+" "+third, second+" "+first, third+" "+second) + `</div></div>`},
		{"parted by pictures", `<div><div class="group">` + paragraphsOf(first, second) + `</div><figure></figure><div class="group">` + paragraphsOf(third, "And the quay, she said, will be there in a hundred years.") + `</div></div>`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := bodyOf(t, tt.page); len(got) < 3 || !slices.Equal(got[:3], []string{first, second, third}) {
				t.Errorf("body = %q", got)
			}
		})
	}
}

func TestBodyStopsAtTheNextStory(t *testing.T) {
	other := paragraphsOf(strings.ReplaceAll(first, "quay", "school"), strings.ReplaceAll(second, "crane", "desk"), strings.ReplaceAll(third, "mayor", "head"))
	page := `<main><div class="post"><h1>The quay opens later</h1>` + paragraphsOf(first, second, third) + `</div><div class="post"><h1>The school opens later</h1>` + other + `</div></main>`
	if got := bodyOf(t, page); len(got) != 4 || got[3] != third {
		t.Errorf("body = %q, want the headline and three paragraphs", got)
	}
}

func TestLeadBesideTheTextIsKept(t *testing.T) {
	root, err := html.Parse(strings.NewReader(`<header><p>News from the coast, every morning at six in your letter box.</p></header><div class="top"><h1>The quay opens later</h1><p>` + second + `</p><p><a href="/x">All the stories of the harbour and its people, from the first day on.</a></p></div><div class="text">` + paragraphsOf(first, third, strings.ReplaceAll(first, "quay", "school"), strings.ReplaceAll(third, "mayor", "head")) + `</div>`))
	if err != nil {
		t.Fatal(err)
	}
	l := newLayout(root, []string{"The quay opens later"})
	if got := paragraphs(l.lead(l.body())); !slices.Equal(got, []string{second}) {
		t.Errorf("lead = %q, want %q", got, second)
	}
}

func TestALeadIsKnownByItsName(t *testing.T) {
	const deck = "Piles have to be driven again, the port authority says"
	text := paragraphsOf(first, second, third, strings.ReplaceAll(first, "quay", "school"))
	for class, want := range map[string]int{"article__sub-headline": 1, "dek": 1, "tools": 0} {
		root, err := html.Parse(strings.NewReader(`<div><h1>The quay opens later</h1><h2 class="` + class + `">` + deck + `</h2></div><div class="text">` + text + `</div>`))
		if err != nil {
			t.Fatal(err)
		}
		l := newLayout(root, []string{"The quay opens later"})
		if got := paragraphs(l.lead(l.body())); len(got) != want {
			t.Errorf("class %s: lead = %q, want %d", class, got, want)
		}
	}
}

func TestNamesAreReadAsWords(t *testing.T) {
	for _, tt := range []struct {
		names string
		want  kind
	}{
		{"related-articles", boxKind}, {"relatedArticles", boxKind}, {"c-article__related", boxKind}, {"article correlated", plainKind},
		{"comment-list", commentKind}, {"commentary", plainKind}, {"site-footer", chromeKind}, {"", plainKind}, {"ad", boxKind}, {"adage", plainKind},
	} {
		if got := kindOfNames(tt.names); got != tt.want {
			t.Errorf("kindOfNames(%q) = %d, want %d", tt.names, got, tt.want)
		}
	}
}
