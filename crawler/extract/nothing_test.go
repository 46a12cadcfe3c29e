package extract

import (
	"errors"
	"strings"
	"testing"

	"github.com/seed-7461731f/dateline/store/news"
)

func TestPageWithoutArticleIsAProblem(t *testing.T) {
	links := strings.Repeat(`<li><a href="/2020/08/31/a-story">Another story of the harbour and its people</a></li>`, 12)
	for _, tt := range []struct {
		name, url, page string
		want            error
	}{
		{"not found, with status 200", "https://news.example/2020/08/12/quay", `<title>Page not found | News</title><h1>Page not found</h1><p>The page that you are looking for may have been moved or deleted. Try the search, or begin again at the home page.</p>`, errMissing},
		{"a short article about things not found", "https://news.example/quay", `<h1>Missing boat not found after three days</h1><p>` + first + second + `</p>`, nil},
		{"a section", "https://news.example/harbour/", `<title>Harbour</title><h1>Harbour</h1><p>All that happens between the piers, by our reporters who live and work there, every day of the year.</p><ul>` + links + `</ul>`, errList},
		{"an article above a list", "https://news.example/harbour/", `<h1>Harbour</h1>` + paragraphsOf(first, second, third) + `<ul>` + links + `</ul>`, nil},
		{"an article by its address", "https://news.example/quay-opens-a-year-later", `<h1>Quay opens later</h1><p>` + first + `</p><p>It is the second delay.</p><ul>` + links + `</ul>`, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Page(news.Page{URL: tt.url, Body: []byte("<html><body>" + tt.page + "</body></html>")}, Hints{})
			if !errors.Is(err, tt.want) {
				t.Errorf("Page: %v, want %v", err, tt.want)
			}
		})
	}
}

func TestOffersEndAText(t *testing.T) {
	for _, tt := range []struct {
		name, last string
		kept, stub bool
	}{
		{"a subscription", "Read all of it: four weeks for 1 euro, then 9.90 euros a month.", false, false},
		{"a barrier", "To continue reading, subscribe to News Plus.", false, true},
		{"an offer after a text that breaks off", "The builder has ... ", true, true},
		{"money in the story", "The quay costs the town 300,000 euros a month in rent for the cranes alone, which nobody had put into the plan when it was drawn up in the spring of that year by the office of the mayor, who was then new to it and has said since that the sum was never shown to her, and that she would have stopped the work at once, had she known about it in the first place, as she told the council in its last open session before the summer, with the builder in the room and the doors shut to visitors.", true, false},
		{"a price without a term", "The ferry now costs 3 euros.", true, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			bs := []block{{text: first, tag: "p"}, {text: second, tag: "p"}, {text: third, tag: "p"}, {text: strings.TrimSpace(tt.last), tag: "p"}}
			got, barred := dropOffers(bs)
			if kept := len(got) == 4; kept != tt.kept || (barred || isStub(got)) != tt.stub {
				t.Errorf("kept %t, stub %t, want %t, %t", kept, barred || isStub(got), tt.kept, tt.stub)
			}
		})
	}
}
