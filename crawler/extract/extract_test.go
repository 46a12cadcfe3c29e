package extract

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/store/news"
)

// sentences is enough text to be an article.
var sentences = strings.Repeat("The council met on Monday and decided to keep the harbour in public hands for two more years. ", 4)

func paged(head, body string) news.Page {
	return news.Page{
		URL:       "https://news.example/harbour",
		Body:      []byte("<html><head><title>Harbour stays public</title>" + head + "</head><body><article><h1>Harbour stays public</h1><p>" + sentences + "</p>" + body + "<p>" + sentences + "</p></article></body></html>"),
		FetchedAt: time.Date(2021, 3, 1, 12, 0, 0, 0, time.UTC),
	}
}

func TestDateChain(t *testing.T) {
	ld := func(date string) string {
		return `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour stays public","datePublished":"` + date + `"}</script>`
	}
	metaTag := `<meta property="article:published_time" content="2020-08-30T09:00:00+02:00">`
	timeTag := `<time datetime="2020-08-29T08:00:00Z">29 Aug</time>`
	feed := news.Link{Kind: news.FeedLink, Published: news.DCT{Time: time.Date(2020, 8, 28, 7, 0, 0, 0, time.UTC), Grain: news.GrainSecond, Zone: "+00:00", Method: "feed"}}
	for _, tt := range []struct {
		name, head, body, url string
		hints                 Hints
		want, method          string
	}{
		{"user before all", ld("2020-08-31T10:00:00Z"), "", "", Hints{Published: time.Date(2020, 9, 1, 6, 0, 0, 0, time.UTC)}, "2020-09-01T06:00:00Z", "given"},
		{"JSON-LD before meta", ld("2020-08-31T10:00:00Z") + metaTag, timeTag, "", Hints{}, "2020-08-31T10:00:00Z", "json-ld"},
		{"meta before time element", metaTag, timeTag, "", Hints{}, "2020-08-30T09:00:00+02:00", "meta"},
		{"time element before feed", "", timeTag, "", Hints{Link: feed}, "2020-08-29T08:00:00Z", "time-tag"},
		{"feed before address", "", "", "https://news.example/2020/08/27/harbour", Hints{Link: feed}, "2020-08-28T07:00:00Z", "feed"},
		{"address", "", "", "https://news.example/2020/08/27/harbour", Hints{}, "2020-08-27T00:00:00Z", "url"},
		{"a day and a minute of the same day are one", ld("2020-08-30") + metaTag, "", "", Hints{}, "2020-08-30T09:00:00+02:00", "json-ld"},
		{"a date after the fetch is not believed", ld("2031-01-01") + metaTag, "", "", Hints{}, "2020-08-30T09:00:00+02:00", "meta"},
		{"day and month exchanged in JSON-LD", ld("2020-01-09T10:00:00+08:00"), `<time datetime="2020-09-01T10:00:00+08:00">1 Sep</time>`, "https://news.example/2020/09/01/harbour", Hints{}, "2020-09-01T10:00:00+08:00", "time-tag"},
		{"JSON-LD against one other", ld("2020-01-09T10:00:00Z"), `<time datetime="2020-09-01T10:00:00Z">1 Sep</time>`, "", Hints{}, "2020-01-09T10:00:00Z", "json-ld"},
		{"UTC on the day of the address", ld("2020-08-31T02:10:00Z"), "", "https://news.example/2020/08/30/harbour", Hints{}, "2020-08-30T21:10:00-05:00", "json-ld"},
		{"the day of an archive is none", "", "", "https://web.archive.org/web/20200920101010/https://news.example/2020/08/27/harbour", Hints{}, "2020-08-27T00:00:00Z", "url"},
		{"day first in the address", "", "", "https://news.example/news/27-08-2020-harbour", Hints{}, "2020-08-27T00:00:00Z", "url"},
		{"data of a script", "<script>window.state = {\"article\":{\"publishedAt\":\"2020-08-26T10:00:00Z\"}}</script>", "", "", Hints{}, "2020-08-26T10:00:00Z", "json"},
		{"title of an element named for it", "", `<span class="published" title="2020-08-26T10:00:00Z"></span>`, "", Hints{}, "2020-08-26T10:00:00Z", "time-tag"},
		{"UTC in the zone of the source", ld("2020-08-31T20:00:00Z"), "", "", Hints{Source: news.Source{Zone: "Asia/Shanghai"}}, "2020-09-01T04:00:00+08:00", "json-ld"},
		{"UTC that the page prints as its day", "", `<time datetime="2020-08-30T23:07:45+00:00">30 August 2020</time>`, "", Hints{Source: news.Source{Zone: "Europe/Berlin"}}, "2020-08-30T23:07:45Z", "time-tag"},
		{"an address is older than data written anew", ld("2020-12-24T10:00:00Z"), "", "https://news.example/2020/08/27/harbour", Hints{}, "2020-08-27T00:00:00Z", "url"},
		{"a reader's comment is not the article", "", `<div class="comments"><time pubdate datetime="2020-10-01T10:00:00Z">1 Oct</time></div><p class="publication">On <time datetime="2020-08-29T08:00:00Z">29 Aug</time></p>`, "", Hints{}, "2020-08-29T08:00:00Z", "time-tag"},
		{"what a footer says of the article", "", `<div class="post-footer">This entry was posted on 26 August 2020 by Sam, who has been writing of the harbour for years, and is filed under ships, quays and cranes.</div>`, "", Hints{}, "2020-08-26T00:00:00Z", "text"},
		{"published and changed in one line", "", `<p>Last change: 27.08.2020. Published: 26.08.2020. Read: 61 times. All rights are those of the author.</p>`, "", Hints{}, "2020-08-26T00:00:00Z", "text"},
		{"midnight UTC is a day anywhere", ld("2020-08-31T00:00:00Z"), "", "", Hints{Source: news.Source{Zone: "America/New_York"}}, "2020-08-31T00:00:00Z", "json-ld"},
		{"naive time in the zone of the source", ld("2020-08-31T10:00:00"), "", "", Hints{Source: news.Source{Zone: "Asia/Shanghai"}}, "2020-08-31T10:00:00+08:00", "json-ld"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := paged(tt.head, tt.body)
			if tt.url != "" {
				p.URL = tt.url
			}
			a, err := Page(p, tt.hints)
			if got := a.Published.Time.Format(time.RFC3339); err != nil || got != tt.want || a.Published.Method != tt.method {
				t.Errorf("Published = %s by %q, %v, want %s by %q", got, a.Published.Method, err, tt.want, tt.method)
			}
		})
	}
}

func TestUndatedPageHasBoundsAtMost(t *testing.T) {
	a, err := Page(paged("", ""), Hints{})
	if err != nil || a.Published.Known() || a.Published.Method != "" {
		t.Errorf("Published = %+v, %v, want unknown", a.Published, err)
	}
	p := paged("", "")
	p.Header = map[string][]string{"Last-Modified": {"Mon, 31 Aug 2020 10:00:00 GMT"}}
	if a, err = Page(p, Hints{}); err != nil || a.Published.Method != "header" || a.Published.Latest.IsZero() {
		t.Errorf("Published = %+v, %v, want a bound from the header", a.Published, err)
	}
}

// The last change is no publication, but bounds it.
func TestTheLastChangeBoundsAnUndatedArticle(t *testing.T) {
	for _, tt := range []struct{ name, head, body, method string }{
		{"in data", `<meta property="article:modified_time" content="2020-08-31T10:00:00Z">`, "", "meta"},
		{"in a title", "", `<span class="updated" title="2020-08-31T10:00:00Z"></span>`, "time-tag"},
		{"in words", "", `<footer>This page was last changed on 31 August 2020, at 10:00.</footer>`, "text"},
	} {
		a, err := Page(paged(tt.head, tt.body), Hints{})
		if d := a.Published; err != nil || d.Method != tt.method || d.Latest.Format(time.DateOnly) != "2020-08-31" || d.Grain != news.GrainDay {
			t.Errorf("%s: Published = %+v, %v, want one up to 31 August by %q", tt.name, a.Published, err, tt.method)
		}
	}
}

func TestCanonicalLinkMustBePlausible(t *testing.T) {
	for _, tt := range []struct{ name, page, link, want string }{
		{"same host", "https://news.example/a?x=1", "https://news.example/a", "https://news.example/a"},
		{"relative", "https://news.example/a?x=1", "/a", "https://news.example/a"},
		{"host of the same site", "https://amp.site.news.example/a", "https://news.example/a", "https://news.example/a"},
		{"another site", "https://news.example/a", "https://other.example/a", "https://news.example/a"},
		{"the front page", "https://news.example/a", "https://news.example/", "https://news.example/a"},
		{"none", "https://news.example/a", "", "https://news.example/a"},
		{"not a page", "https://news.example/a", "javascript:void(0)", "https://news.example/a"},
		{"no address known", "", "https://news.example/a", "https://news.example/a"},
	} {
		if got := canonical(tt.page, tt.link); got != tt.want {
			t.Errorf("%s: canonical(%q, %q) = %q, want %q", tt.name, tt.page, tt.link, got, tt.want)
		}
	}
}

func TestAgencyIsReadWhereItSigns(t *testing.T) {
	long := "The council met on Monday and decided to keep the harbour in public hands."
	for _, tt := range []struct {
		name       string
		authors    []string
		byline     string
		paragraphs []string
		want       string
	}{
		{"author", []string{"Deutsche Presse-Agentur"}, "", []string{long}, "dpa"},
		{"byline", nil, "Veröffentlicht am 3. Mai / dpa", []string{long}, "dpa"},
		{"dateline", nil, "", []string{"BEIJING (AP) — " + long}, "AP"},
		{"dateline of two", nil, "", []string{"Berlin (dpa/AFP) - " + long}, "dpa"},
		{"dateline after the lead", nil, "", []string{long, "Peking (AFP) " + long}, "AFP"},
		{"Chinese dateline", nil, "", []string{"新华社北京8月30日电(记者张三)委员会作出决定。"}, "Xinhua"},
		{"last line", nil, "", []string{long, "Quelle: dpa/lno"}, "dpa"},
		{"last words", nil, "", []string{long, long + " (Reuters)"}, "Reuters"},
		{"named in the text only", nil, "", []string{long, "The company told Reuters that it would wait.", long}, ""},
		{"a word that only looks like one", []string{"Ap Smith"}, "", []string{long}, ""},
	} {
		if got := agency(tt.authors, tt.byline, tt.paragraphs); got != tt.want {
			t.Errorf("%s: agency = %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestNamesAreSplitAndCleaned(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want string
	}{
		{"By Sam Sample and Kim Specimen", "Sam Sample|Kim Specimen"},
		{"Von Erika Muster, Jo Beispiel", "Erika Muster|Jo Beispiel"},
		{"Muster, Erika", "Muster, Erika"},
		{"Erika Muster, Berlin", "Erika Muster|Berlin"},
		{"Erika Muster und Jo Beispiel", "Erika Muster|Jo Beispiel"},
		{"https://news.example/author/7", ""},
		{"desk@news.example", ""},
		{"Von", ""},
		{"kapital von Erika Muster", "Erika Muster"},
		{"Otto von Beispiel", "Otto von Beispiel"},
	} {
		if got := strings.Join(splitNames([]string{tt.in}), "|"); got != tt.want {
			t.Errorf("splitNames(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestTheHouseIsAuthorOnlyWhenNobodyElseIs(t *testing.T) {
	ld := `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-08-30","author":{"name":"Example News"},"publisher":{"name":"Example News"}}</script>`
	a, err := Page(paged(ld, ""), Hints{})
	if err != nil || strings.Join(a.Authors, "|") != "Example News" {
		t.Errorf("Authors = %q, %v, want the house", a.Authors, err)
	}
	a, err = Page(paged(ld+`<meta name="author" content="Sam Sample">`, ""), Hints{})
	if err != nil || strings.Join(a.Authors, "|") != "Sam Sample" {
		t.Errorf("Authors = %q, %v, want Sam Sample", a.Authors, err)
	}
}

func TestFurnitureAtTheEndsIsNoText(t *testing.T) {
	for _, line := range []string{
		"By Sam Sample on Monday, 3 May 2021 at 11:08 a.m.", "03/05/2021 - Publicado por: Sam Sample - Categoria: Porto", "Opinions expressed by contributors are their own.",
		"Like this story? Share it with a friend!", "3 / 12", "Caption", "16:05 Uhr",
	} {
		p := paged("", "")
		p.Body = []byte("<html><head><title>Harbour stays public</title></head><body><article><h1>Harbour stays public</h1><p>" + line + "</p><p>" + first + "</p><p>" + second + "</p><p>" + third + "</p></article></body></html>")
		if a, err := Page(p, Hints{}); err != nil || a.Text != first+"\n\n"+second+"\n\n"+third {
			t.Errorf("%q: Text = %q, %v, want it without the line", line, a.Text, err)
		}
	}
}

func TestAuthorsAreFoundWhereThePageNamesThem(t *testing.T) {
	for _, tt := range []struct{ name, head, body, want string }{
		{"beside a label for sharing", `<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Sam Sample">`, "", "Sam Sample"},
		{"not beside another label", `<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Four Minutes">`, "", ""},
		{"in an element named for it", "", `<ul class="metaAuthorList"><li class="meta-author-item">Sam Sample</li></ul>`, "Sam Sample"},
		{"not what an element named for it says of the author", "", `<p class="author-hint">Follow this author for more of the harbour and its people</p>`, ""},
		{"people before their house", `<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Sam Sample"},{"name":"news.example"}]}</script>`, "", "Sam Sample"},
	} {
		a, err := Page(paged(tt.head, tt.body), Hints{})
		if got := strings.Join(a.Authors, "|"); err != nil || got != tt.want {
			t.Errorf("%s: Authors = %q, %v, want %q", tt.name, got, err, tt.want)
		}
	}
}

func TestAHeadlineForSearchEnginesIsNotThatOfReaders(t *testing.T) {
	ld := func(h string) string {
		return `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-08-30","headline":"` + h + `"}</script><meta property="og:title" content="The harbour is ours again">`
	}
	for _, tt := range []struct{ name, head, want string }{
		{"JSON-LD as the title element", ld("Harbour stays public"), "The harbour is ours again"},
		{"JSON-LD of its own", ld("Council keeps the harbour"), "Council keeps the harbour"},
	} {
		a, err := Page(paged(tt.head, ""), Hints{})
		if err != nil || a.Title != tt.want || !strings.Contains(strings.Join(a.Headlines, "|"), "Harbour stays public") {
			t.Errorf("%s: Title = %q beside %q, %v, want %q", tt.name, a.Title, a.Headlines, err, tt.want)
		}
	}
}

var hostile = []struct{ name, body, problem string }{
	{"empty", "", "no article: empty"},
	{"white space", " \n\t ", "no article: empty"},
	{"NUL only", strings.Repeat("\x00", 1000), "no article"},
	{"picture", "\x89PNG\r\n\x1a\n" + strings.Repeat("\x00\x01", 500), "no article: image/png"},
	{"few words", "<html><p>Not found.</p>", "no article: 2 words"},
	{"too large", strings.Repeat("a", MaxBytes+1), "no article: larger"},
	{"100,000 nested blocks", strings.Repeat("<div>", 100_000) + "x", "no article: more than"},
	{"20,000 nested blocks", strings.Repeat("<div>", 20_000) + "x", "no article: HTML"},
	{"open formatting elements", strings.Repeat("<b>", 1000) + "<p>x", "no article: 401 formatting"},
	{"tables in tables", strings.Repeat("<table>", 5000) + "x", "no article"},
	{"one tag with 100,000 attributes", "<p " + strings.Repeat("a=b ", 100_000) + ">x", "no article"},
	{"markup never closed", "<html><body><p " + strings.Repeat("\"", 50_000), "no article"},
	{"script only", "<script>" + strings.Repeat("var x = 'words and more words';", 500) + "</script>", "no article"},
}

func TestHostilePagesAreRecordedProblems(t *testing.T) {
	for _, tt := range hostile {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Page(news.Page{Body: []byte(tt.body)}, Hints{})
			if err == nil || !strings.HasPrefix(err.Error(), tt.problem) {
				t.Errorf("Page = %.80q, %v, want the problem %q", a.Text, err, tt.problem)
			}
		})
	}
}

// What rules read with care for every part must not be long.
func TestLongNamesAndTitlesCostLittle(t *testing.T) {
	for _, tt := range []struct{ name, body string }{
		{"a title of many parts", "<title>" + strings.Repeat("a | ", 500_000) + "</title><h1>Harbour</h1><p>" + sentences},
		{"a class list of megabytes", `<div class="` + strings.Repeat("related ", 500_000) + `"><p>` + sentences},
		{"dates by the thousand", strings.Repeat(`<div class="date"><span class="time">3 May 2019</span></div>`, 8_000) + "<p>" + sentences},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := news.Page{Body: []byte(tt.body)}
			if a, err := Page(p, Hints{}); err != nil || len(a.Title) > maxTitle {
				t.Errorf("Page = title of %d bytes, %v", len(a.Title), err)
			}
			checkCost(t, p)
		})
	}
}

func TestPagesOfHostileSizeCostLittle(t *testing.T) {
	sentence := "The council met on Monday and decided to keep the harbour in public hands for two more years. "
	var many strings.Builder
	for i := range 12_000 {
		fmt.Fprintf(&many, "<p>%d. %s</p>", i, sentence)
	}
	entry := `<div class="entry"><time datetime="2020-08-30T10:00:00Z">30 August 2020</time><p>` + sentence + "</p></div>"
	for _, tt := range []struct{ name, kind, body, problem string }{
		{"a page of 20 MB", "text/html", "<html><p>" + strings.Repeat(sentence, 220_000), "no article: larger than"},
		{"8 MB of text in a page", "text/html", "<html><p>" + strings.Repeat(sentence, 84_000), "no article: 63"},
		{"8 MB of plain text", "text/plain", strings.Repeat("1. "+sentence+"\n", 80_000), "no article: 7"},
		{"100,000 nested tags", "text/html", strings.Repeat("<div>", 100_000) + sentence, "no article: more than"},
		{"a million closing tags", "text/html", strings.Repeat("</p>", 1_000_000) + sentence, "no article: more than"},
		{"8 MB of NUL", "text/html", strings.Repeat("\x00", MaxBytes), "no article: application/octet-stream"},
		{"text between NUL", "text/html", strings.Repeat("a\x00", 10_000), "no article: application/octet-stream"},
		{"12,000 paragraphs", "text/html", "<article>" + many.String(), ""},
		{"5,000 entries of a live blog", "text/html", "<article>" + strings.Repeat(entry, 5000), ""},
		{"20,000 dates in meta elements", "text/html", strings.Repeat(`<meta name="date" content="30 August 2020">`, 20_000) + "<p>" + sentence + sentence, ""},
		{"one line of JSON-LD of a megabyte", "text/html", `<script type="application/ld+json">{"@type":"LiveBlogPosting","liveBlogUpdate":[` + strings.Repeat(`{"headline":"The council met","datePublished":"2020-08-30T10:00:00Z"},`, 14_000) + "{}]}</script><p>" + sentence + sentence, ""},
		{"GBK that calls itself UTF-8", "text/html; charset=utf-8", "<html><p>" + strings.Repeat("\xce\xaf\xd4\xb1\xbb\xe1\xd0\xc7\xc6\xda\xd2\xbb\xd7\xf7\xb3\xf6\xbe\xf6\xb6\xa8\xa1\xa3", 5000), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := news.Page{URL: "https://news.example/x", Body: []byte(tt.body), Header: map[string][]string{"Content-Type": {tt.kind}}}
			a, err := Page(p, Hints{})
			if problem := fmt.Sprint(err); err != nil && tt.problem == "" || err == nil && (tt.problem != "" || a.Text == "") || !strings.HasPrefix(problem, tt.problem) && err != nil {
				t.Fatalf("Page = %.60q, %v, want the problem %q", a.Text, err, tt.problem)
			}
			checkCost(t, p)
		})
	}
}

func TestNULInsideAnArticleIsNoProblem(t *testing.T) {
	p := paged("", "")
	p.Body = append(p.Body, 0, 0)
	if _, err := Page(p, Hints{}); err != nil {
		t.Errorf("Page with NUL: %v", err)
	}
}

// The seed text is the real page that the story began with, as a dump.
func TestSeedTextLosesItsBoxes(t *testing.T) {
	body, err := os.ReadFile("../../../shared/reference/seed-article.txt")
	if err != nil {
		t.Skip("the reference is not here: ", err)
	}
	p := news.Page{URL: "https://publisher.example.de/seed.txt", Body: body}
	a, err := Page(p, Hints{Published: time.Date(2020, 8, 31, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	paragraphs := strings.Split(a.Text, "\n\n")
	if len(paragraphs) != 6 || a.Agency != "dpa" || a.Language != "de" || a.Published.Zone != "Europe/Berlin" {
		t.Errorf("seed: %d paragraphs, agency %q, language %q, zone %q, want 6, dpa, de, Europe/Berlin", len(paragraphs), a.Agency, a.Language, a.Published.Zone)
	}
	for _, banned := range []string{"2022", "Hamburg", "Workshop", "Februar", "Javascript", "€", "Behörde"} {
		if strings.Contains(a.Text, banned) {
			t.Errorf("seed: the text holds %q, which stands in a box", banned)
		}
	}
	for _, p := range paragraphs {
		if !strings.Contains(string(body), p) {
			t.Errorf("seed: paragraph is not in the file: %.80q", p)
		}
	}
}

func FuzzPage(f *testing.F) {
	f.Add("", paged("", "").Body)
	// No PDF: its reader has a target of its own, and takes seconds to start.
	f.Add("text/plain", []byte("A headline\n\nA lead of some words ends here.\n\n1. An item\n"))
	for _, tt := range hostile {
		if len(tt.body) < 4096 {
			f.Add("text/html; charset=gbk", []byte(tt.body))
		}
	}
	f.Fuzz(func(t *testing.T, contentType string, body []byte) {
		p := news.Page{URL: "https://news.example/x", Body: body, Header: map[string][]string{"Content-Type": {contentType}}}
		a, err := Page(p, Hints{})
		switch {
		case err != nil && !strings.HasPrefix(err.Error(), "no article"):
			t.Errorf("Page: the problem %q does not say that there is no article", err)
		case err == nil && (words(a.Text) < shortestDated || strings.Contains(a.Text, "\n\n\n") || !strings.HasPrefix(a.URL, "https://")):
			t.Errorf("Page: article %q at %q breaks its promise", a.Text, a.URL)
		}
	})
}

func BenchmarkPage(b *testing.B) {
	p := paged(`<meta property="article:published_time" content="2020-08-30T09:00:00+02:00">`, strings.Repeat("<p>"+sentences+"</p>", 10))
	b.ReportAllocs()
	b.SetBytes(int64(len(p.Body)))
	for b.Loop() {
		if _, err := Page(p, Hints{}); err != nil {
			b.Fatal(err)
		}
	}
}
