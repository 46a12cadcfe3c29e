package crawler_test

import (
	"fmt"

	"github.com/seed-7461731f/dateline/store/news"
)

// threeRivers are sources that only a feed leads into.
func threeRivers() (sources []news.Source) {
	for _, host := range []string{"elbe.example", "oder.example", "rhein.example"} {
		sources = append(sources, news.Source{Host: host, Home: "http://" + host + "/", Feeds: []string{"http://" + host + "/feed"}})
	}
	return sources
}

// threeRiverSites serves n articles at each and returns their addresses.
func threeRiverSites(w *web, n int) (articles []string) {
	for _, s := range threeRivers() {
		site := map[string]any{}
		var links []string
		for i := range n {
			path := fmt.Sprintf("/story-of-the-day-%d", i)
			links = append(links, path)
			site[path] = "<html><p>At " + s.Host + path
			articles = append(articles, "http://"+s.Host+path)
		}
		site["/feed"] = rss(links...)
		w.site(s.Host, site)
	}
	return articles
}
