package extract

import (
	"strings"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/store/news"
)

func address(p news.Page) string {
	for _, u := range []string{p.FinalURL, p.URL} {
		if c, err := canon.URL(u, ""); err == nil {
			return c
		}
	}
	return p.URL
}

// canonical returns the address under which the page is known: the one it
// names itself when that is plausible (the same site, and not its front page),
// else the one it was fetched from.
func canonical(pageURL, link string) string {
	c, err := canon.URL(link, pageURL)
	if err != nil || link == "" {
		return pageURL
	}
	if pageURL == "" || !strings.Contains(pageURL, "://") {
		return c
	}
	if !sameSite(canon.Host(c), canon.Host(pageURL)) || isFront(c) && !isFront(pageURL) {
		return pageURL
	}
	return c
}

func sameSite(a, b string) bool {
	return a == b || strings.HasSuffix(a, "."+b) || strings.HasSuffix(b, "."+a)
}

func isFront(url string) bool {
	_, rest, _ := strings.Cut(url, "://")
	_, path, _ := strings.Cut(rest, "/")
	return path == ""
}
