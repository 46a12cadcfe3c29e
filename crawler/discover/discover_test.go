package discover

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/seed-7461731f/dateline/crawler/canon"
	"github.com/seed-7461731f/dateline/store/news"
)

var river = news.Source{
	Host: "river.example", Home: "https://www.river.example/", Zone: "Europe/Berlin",
	Feeds: []string{"https://feeds.river.example/all"},
}

func page(body string) news.Page {
	return news.Page{
		URL:       "https://www.river.example/news/",
		FetchedAt: time.Date(2024, 3, 20, 6, 0, 0, 0, time.UTC),
		Body:      []byte(body),
	}
}

// brief writes links the way the tables below do.
func brief(links []news.Link) (out []string) {
	for _, l := range links {
		s := string(l.Kind) + " " + l.URL
		if l.Title != "" {
			s += " | " + l.Title
		}
		if l.Published.Known() {
			s += " | " + l.Published.Time.Format(time.RFC3339) + " " + string(l.Published.Grain) + " " + l.Published.Method
		}
		out = append(out, s)
	}
	return out
}

var linksTests = []struct {
	name string
	kind news.LinkKind
	in   string
	want []string
}{
	{"RSS with a named zone", news.FeedLink, `<?xml version="1.0"?><rss version="2.0"><channel>
		<item><title>Dam  broke</title><link>https://www.river.example/dam?utm_source=rss</link><pubDate>Tue, 12 Mar 2024 08:30:00 CEST</pubDate></item>
		</channel></rss>`,
		[]string{"article https://www.river.example/dam | Dam broke | 2024-03-12T08:30:00+02:00 second feed"}},
	{"Atom, relative address", news.FeedLink, `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Dam</title>
		<link rel="alternate" href="/dam"/><published>2024-03-12T08:30:00Z</published></entry></feed>`,
		[]string{"article https://www.river.example/dam | Dam | 2024-03-12T08:30:00Z second feed"}},
	{"JSON Feed", news.FeedLink, `{"version":"https://jsonfeed.org/version/1.1","title":"R","items":[
		{"id":"1","url":"https://www.river.example/dam","title":"Dam","date_published":"2024-03-12T08:30:00+08:00"}]}`,
		[]string{"article https://www.river.example/dam | Dam | 2024-03-12T08:30:00+08:00 second feed"}},
	{"guid is the permalink when there is no link", news.FeedLink, `<rss version="2.0"><channel><item><title>Dam</title>
		<guid>https://www.river.example/dam</guid></item></channel></rss>`,
		[]string{"article https://www.river.example/dam | Dam"}},
	{"a foreign item is left out", news.FeedLink, `<rss version="2.0"><channel><item><link>https://ads.example/buy</link></item></channel></rss>`, nil},
	{"a date in the future is no date", news.FeedLink, `<rss version="2.0"><channel><item><link>https://www.river.example/dam</link>
		<pubDate>Tue, 12 Mar 2034 08:30:00 GMT</pubDate></item></channel></rss>`,
		[]string{"article https://www.river.example/dam"}},
	{"a date before the web is no date", news.FeedLink, `<rss version="2.0"><channel><item><link>https://www.river.example/dam</link>
		<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item></channel></rss>`,
		[]string{"article https://www.river.example/dam"}},
	{"one address twice is one link", news.FeedLink, `<rss version="2.0"><channel>
		<item><link>https://www.river.example/dam</link><title>Dam</title></item>
		<item><link>https://www.river.example/dam#live</link><title>Dam, live</title></item></channel></rss>`,
		[]string{"article https://www.river.example/dam | Dam, live"}},

	{"news sitemap", news.SitemapLink, `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>
		<loc> https://www.river.example/dam </loc><image:image><image:loc>https://www.river.example/dam.jpg</image:loc><image:title>A wall</image:title></image:image>
		<news:news><news:publication_date>2024-03-12</news:publication_date><news:title>Dam &amp; river</news:title></news:news></url></urlset>`,
		[]string{"article https://www.river.example/dam | Dam & river | 2024-03-12T00:00:00+01:00 day sitemap"}},
	{"lastmod is not a publication date", news.SitemapLink, `<urlset><url><loc>https://www.river.example/dam</loc><lastmod>2024-03-12</lastmod></url></urlset>`,
		[]string{"article https://www.river.example/dam"}},
	{"sitemap index", news.SitemapLink, `<sitemapindex><sitemap><loc>https://www.river.example/sitemap/2.xml.gz</loc><lastmod>2024-03-01T00:00:00Z</lastmod></sitemap></sitemapindex>`,
		[]string{"sitemap https://www.river.example/sitemap/2.xml.gz"}},
	{"prefixed sitemap", news.SitemapLink, `<s:urlset xmlns:s="x"><s:url><s:loc>https://www.river.example/dam</s:loc></s:url></s:urlset>`,
		[]string{"article https://www.river.example/dam"}},
	{"RSS in a sitemap's place", news.SitemapLink, `<rss version="2.0"><channel><item><link>https://www.river.example/dam</link></item></channel></rss>`,
		[]string{"article https://www.river.example/dam"}},
	{"text sitemap", news.SitemapLink, "https://www.river.example/dam\r\nhttps://www.river.example/lock\nhttps://else.example/x\n",
		[]string{"article https://www.river.example/dam", "article https://www.river.example/lock"}},

	{"headlines and slugs are articles, service pages are not", news.SectionLink, `<html><a href="/">Home</a>
		<a href="/politik">Politik</a><a href="/datenschutz">Was wir mit Ihren Daten machen</a>
		<a href="/dam-breaks-near-old-town"><img alt="dam"></a><a href="/news/4711023">x</a>
		<a href="/2024/03/12/dam">Dam</a><a href="/2024/03/12/">Tuesday</a><a href="/wall.jpg">a picture of the broken wall</a>
		<a href="mailto:desk@river.example">write to us if you know</a>
		<a href="/s/dam">Government says the dam was old</a></html>`,
		[]string{
			"article https://www.river.example/dam-breaks-near-old-town | dam",
			"article https://www.river.example/news/4711023 | x",
			"article https://www.river.example/2024/03/12/dam | Dam",
			"article https://www.river.example/s/dam | Government says the dam was old",
		}},
	{"Chinese headline", news.SectionLink, `<html><a href="/c/a">市政府表示大坝年久失修</a><a href="/c/b">新闻</a>`,
		[]string{"article https://www.river.example/c/a | 市政府表示大坝年久失修"}},
	{"a shortened headline", news.SectionLink, `<html><a href="/dam-breaks-near-old-town" title="Dam breaks near the old town">Dam breaks near the ...</a><a href="/who-pays-for-the-dam" title="Read">Who pays for the dam</a>`,
		[]string{"article https://www.river.example/dam-breaks-near-old-town | Dam breaks near the old town", "article https://www.river.example/who-pays-for-the-dam | Who pays for the dam"}},
	{"pagination: only the next page", news.SectionLink, `<html><a href="?page=1">1</a><a href="?page=2">2</a><a href="?page=3">3</a><a href="/news/page/2">2</a>`,
		[]string{"section https://www.river.example/news/?page=2", "section https://www.river.example/news/page/2"}},
	{"sponsored links and nofollow pages", news.SectionLink, `<html><a rel="sponsored" href="/ten-best-water-pumps-2024">Ten best</a>`, nil},
	{"a page that asks for it is not followed", news.SectionLink, `<html><meta name="robots" content="noindex, nofollow"><a href="/dam-breaks-near-old-town">Dam</a>`, nil},
	{"a document behind a headline", news.SectionLink, `<html><a href="/orders/7.pdf">Order on the sale of the old dam</a><a href="/prices-of-water-pumps-2024.pdf">Download</a>`,
		[]string{"article https://www.river.example/orders/7.pdf | Order on the sale of the old dam"}},
	{"base element", news.SectionLink, `<html><base href="https://www.river.example/en/"><a href="dam-breaks-near-town">x</a>`,
		[]string{"article https://www.river.example/en/dam-breaks-near-town | x"}},
}

func TestLinks(t *testing.T) {
	for _, tt := range linksTests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Links(page(tt.in), tt.kind, river)
			if err != nil {
				t.Fatalf("Links(%q) error %v", tt.in, err)
			}
			if diff := cmp.Diff(tt.want, brief(got)); diff != "" {
				t.Errorf("Links(%q, %s) -want +got:\n%s", tt.in, tt.kind, diff)
			}
		})
	}
}

func TestAPublishersRuleSaysWhereATopicPageListsItsArticles(t *testing.T) {
	p := page(`<table><tr><td><a href="/blatt/34/a-story-that-looks-like-one">x</a></td><td class="verz"><a href="/b?35">Rat</a></td></tr></table>`)
	p.URL, p.FinalURL = "https://www.gemeindebote.example/blatt/", "https://www.gemeindebote.example/blatt/"
	got, err := Links(p, news.SectionLink, news.Source{Host: "gemeindebote.example"})
	if diff := cmp.Diff([]string{"article https://www.gemeindebote.example/b?35 | Rat"}, brief(got)); err != nil || diff != "" {
		t.Errorf("Links %v -want +got:\n%s", err, diff)
	}
}

func TestLinksSayWhereTheyWereFound(t *testing.T) {
	p := page(`<rss version="2.0"><channel><item><link>/dam</link></item></channel></rss>`)
	p.Link.Depth = 2
	got, err := Links(p, news.FeedLink, river)
	if err != nil || len(got) != 1 {
		t.Fatalf("Links = %v, %v, want one link", got, err)
	}
	if l := got[0]; l.FoundOn != p.URL || l.Depth != 3 || l.Host != "river.example" {
		t.Errorf("link = %+v, want FoundOn %s, Depth 3, Host river.example", l, p.URL)
	}
}

func TestLinksRefuseWhatIsNot(t *testing.T) {
	for _, tt := range []struct {
		kind news.LinkKind
		in   string
		want string
	}{
		{news.FeedLink, "<!DOCTYPE html><html><title>Not found</title></html>", "no feed: the answer is a html"},
		{news.FeedLink, "", "no feed: the answer is empty"},
		{news.SitemapLink, "nothing here", "no sitemap: the answer is of an unknown type"},
		{news.SectionLink, `<rss version="2.0"></rss>`, "no section page: the answer is a feed"},
		{news.FeedLink, "<rss>" + strings.Repeat("<a:b>", 100_000), "feed: elements nested too deep"},
		{news.SitemapLink, "<urlset>" + strings.Repeat("<a>", 100_000), "sitemap: elements nested too deep"},
	} {
		_, err := Links(page(tt.in), tt.kind, river)
		if err == nil || err.Error() != tt.want {
			t.Errorf("Links(%.40q, %s) error %v, want %s", tt.in, tt.kind, err, tt.want)
		}
	}
}

func TestBrokenOffSitemapGivesWhatCameBefore(t *testing.T) {
	got, err := Links(page(`<urlset><url><loc>https://river.example/a</loc></url><url><loc>https://river.example/b</l`), news.SitemapLink, river)
	if err == nil || len(got) != 1 || got[0].URL != "https://river.example/a" {
		t.Errorf("Links = %v, %v, want the first address and an error", brief(got), err)
	}
}

func TestTooManyAddressesAreSaid(t *testing.T) {
	var b strings.Builder
	b.WriteString("<urlset>")
	for i := range maxLinks + 1000 {
		fmt.Fprintf(&b, "<url><loc>https://river.example/%d</loc></url>", i)
	}
	got, err := Links(page(b.String()+"</urlset>"), news.SitemapLink, river)
	if !errors.Is(err, ErrTooMany) || len(got) != maxLinks {
		t.Errorf("Links = %d links, %v, want %d and ErrTooMany", len(got), err, maxLinks)
	}
}

func TestFeedAutodiscoveryOnlyWhereNoFeedIsKnown(t *testing.T) {
	p := page(`<html><link rel="alternate" type="application/rss+xml" href="/feed.xml"><link rel="alternate" type="application/rss+xml" href="/comments.xml">`)
	bare := news.Source{Host: "river.example"}
	got, err := Links(p, news.SectionLink, bare)
	if want := []string{"feed https://www.river.example/feed.xml"}; err != nil || !cmp.Equal(brief(got), want) {
		t.Errorf("Links = %v, %v, want %v", brief(got), err, want)
	}
	if got, _ := Links(p, news.SectionLink, river); len(got) != 0 {
		t.Errorf("Links for a source with feeds = %v, want none", brief(got))
	}
}

func TestGBKFeedByDeclarationAndByHeader(t *testing.T) {
	for _, declared := range []bool{true, false} {
		decl := `<?xml version="1.0"?>`
		header := map[string][]string{"Content-Type": {"application/xml; charset=gbk"}}
		if declared {
			decl, header = `<?xml version="1.0" encoding="GB2312"?>`, map[string][]string{"Content-Type": {"application/xml; charset=iso-8859-1"}}
		}
		body, err := simplifiedchinese.GBK.NewEncoder().String(decl + `<rss version="2.0"><channel><item><title>大坝决堤</title><link>/dam</link></item></channel></rss>`)
		if err != nil {
			t.Fatal(err)
		}
		p := page(body)
		p.Header = header
		got, err := Links(p, news.FeedLink, river)
		if err != nil || len(got) != 1 || got[0].Title != "大坝决堤" {
			t.Errorf("declared %t: Links = %v, %v, want the title 大坝决堤", declared, brief(got), err)
		}
	}
}

var dateTests = []struct{ in, newsroom, want string }{
	{"Tue, 12 Mar 2024 08:30:00 +0100", "", "2024-03-12T08:30:00+01:00 second +01:00"},
	{"12 Mar 24 08:30 EST", "", "2024-03-12T08:30:00-05:00 minute -05:00"},
	{"Tue, 12 Mar 2024 08:30:00 CST", "Asia/Shanghai", "2024-03-12T08:30:00+08:00 second Asia/Shanghai"},
	{"Tue, 12 Mar 2024 08:30:00 CST", "", "2024-03-12T08:30:00-06:00 second -06:00"},
	{"2024-03-12T08:30:00.123Z", "Europe/Berlin", "2024-03-12T08:30:00Z second UTC"},
	{"2024-03-12 08:30:00", "Europe/Berlin", "2024-03-12T08:30:00+01:00 second Europe/Berlin"},
	{"2024-07-12 08:30", "Europe/Berlin", "2024-07-12T08:30:00+02:00 minute Europe/Berlin"},
	{"2024-03", "", "2024-03-01T00:00:00Z month "},
	{"March 12, 2024", "", "2024-03-12T00:00:00Z day "},
	{"Tuesday, March 12, 2024 - 08:30", "", "2024-03-12T08:30:00Z minute "},
	{"2024-02-30", "", "unknown"},
	{"2024-03-12T08:30:00 XYZ", "", "unknown"},
	{"yesterday", "", "unknown"},
	{"", "", "unknown"},
}

func TestParseDate(t *testing.T) {
	for _, tt := range dateTests {
		d := parseDate(tt.in, tt.newsroom)
		got := "unknown"
		if d.Known() {
			got = d.Time.Format(time.RFC3339) + " " + string(d.Grain) + " " + d.Zone
		}
		if got != tt.want {
			t.Errorf("parseDate(%q, %q) = %s, want %s", tt.in, tt.newsroom, got, tt.want)
		}
	}
}

func TestScope(t *testing.T) {
	gov := news.Source{Host: "gov.uk", Home: "https://www.gov.uk/"}
	for _, tt := range []struct {
		address string
		src     news.Source
		want    bool
	}{
		{"https://sport.river.example/x", river, true},
		{"https://river.example:8443/x", river, true},
		{"https://notriver.example/x", river, false},
		{"https://river.example.evil.example/x", river, false},
		{"https://www.gov.uk/x", gov, true},
		{"https://service.gov.uk/x", gov, false},
		{"http://127.0.0.1:81/x", news.Source{Home: "http://127.0.0.1:80/"}, false},
		{"ftp://river.example/x", river, false},
	} {
		if got := NewScope(tt.src).Has(tt.address); got != tt.want {
			t.Errorf("NewScope(%s).Has(%s) = %t, want %t", tt.src.Host, tt.address, got, tt.want)
		}
	}
}

// FuzzLinks: whatever comes, links are canonical, in scope and counted.
func FuzzLinks(f *testing.F) {
	for _, tt := range linksTests {
		f.Add([]byte(tt.in), string(tt.kind))
	}
	f.Fuzz(func(t *testing.T, body []byte, kind string) {
		links, _ := Links(page(string(body)), news.LinkKind(kind), river)
		for _, l := range links {
			if again, err := canon.URL(l.URL, ""); err != nil || again != l.URL {
				t.Errorf("link %q is not canonical: %q, %v", l.URL, again, err)
			}
			if l.Host != canon.Host(l.URL) {
				t.Errorf("link %q has host %q, want %q", l.URL, l.Host, canon.Host(l.URL))
			}
			if !NewScope(river).Has(l.URL) || l.Depth != 1 || len(l.Title) > maxTitle {
				t.Errorf("link out of bounds: %+v", l)
			}
		}
	})
}

func BenchmarkSection(b *testing.B) {
	var s strings.Builder
	s.WriteString("<html><body>")
	for i := range 200 {
		fmt.Fprintf(&s, `<div class="teaser"><a href="/news/dam-breaks-near-town-%d" class="x">The dam near the old town %d</a><p>%s</p></div>`, i, i, strings.Repeat("water ", 60))
	}
	p := page(s.String())
	b.SetBytes(int64(len(p.Body)))
	b.ReportAllocs()
	for b.Loop() {
		if links, err := Links(p, news.SectionLink, river); err != nil || len(links) != 200 {
			b.Fatal(len(links), err)
		}
	}
}
