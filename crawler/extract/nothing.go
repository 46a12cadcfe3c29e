package extract

import (
	"errors"
	"regexp"
	"strings"
)

var (
	errMissing = errors.New("no article: the page says that there is none")
	errList    = errors.New("no article: a list of links")
)

// missing matches the headline of a page that was not found and says so with
// status 200.
var missing = regexp.MustCompile(`(?i)\b404\b|(?:page|article|story|content|url|document) (?:(?:was |is |could |can ?)?not (?:be )?(?:found|available)|no longer (?:exists|available)|unavailable)|nicht (?:gefunden|vorhanden|verfügbar)|existiert nicht|introuvable|no (?:encontrad|existe|disponible)|não encontrad|non trovat|niet gevonden|页面不存在|頁面不存在|找不到|没有找到|ページが見つかりません|お探しのページ|не найдена`)

// longestNotice is the length in words of what a page says that has nothing.
const longestNotice = 60

// isMissing tells a page of an error from a short article: the headline says
// so, and little follows.
func isMissing(title, text string) bool {
	return words(text) <= longestNotice && missing.MatchString(title) && words(title) <= 12
}

// A page that lists articles has at least listLinks of them, linksPerProse
// letters of links to one of prose, and no more prose than says what it lists.
const (
	listLinks     = 8
	linksPerProse = 4
	longestIntro  = 250 // letters
)

// isList tells a section page from an article: a page that does not call itself
// an article, and shows links for the most part where the article would be. The
// navigation and the footer, which every page has, do not count.
func (l *layout) isList(f *facts, ld linked, body []block, url string) bool {
	if saysArticle(f, ld) || slug.MatchString(url) {
		return false
	}
	links, teasers := 0, 0
	l.each(func(i int, r *region, boxed kind) {
		b := l.blocks[i]
		if boxed != chromeKind && b.letters > 20 && 10*b.linked >= 7*b.letters {
			links += b.linked
			teasers++
		}
	})
	prose := 0
	for _, b := range body {
		if b.tag == "p" || b.prose() > 0 {
			prose += b.letters - b.linked
		}
	}
	return teasers >= listLinks && prose <= longestIntro && links > linksPerProse*prose
}

// slug is the end of an address that names one article: words, or a number.
var slug = regexp.MustCompile(`/[^/?#]*(?:[\pL\d]+-){3}[^/?#]*/?$|\d{5,}[^/]*$`)

// saysArticle reports whether a page calls itself an article.
func saysArticle(f *facts, ld linked) bool {
	if strings.EqualFold(f.first("og:type"), "article") || f.first("article:published_time") != "" {
		return true
	}
	return strings.HasSuffix(ld.kind, "Article") || strings.HasSuffix(ld.kind, "Posting")
}
