package extract

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/seed-7461731f/dateline/crawler/extract/pdf/pdftest"
	"github.com/seed-7461731f/dateline/store/news"
)

var fetched = time.Date(2021, 3, 1, 12, 0, 0, 0, time.UTC)

func document(url, info string, pages ...[]pdftest.Line) news.Page {
	return news.Page{URL: url, Body: pdftest.Make(info, pages...), FetchedAt: fetched}
}

var orderPage = append(pdftest.Lines("", "", "",
	"By the authority of the harbour council it is ordered that the old quay be",
	"sold. The buyer must be named not later than 45 days after this order, and",
	"the price must be paid within a year.",
	"",
	"Section 2. The harbour master reports to the council every month until the",
	"sale is closed.",
	"",
	"The Harbour House, August 14, 2020."),
	pdftest.Line{X: 72, Y: 730, Size: 20, Text: "Order on the Sale of the Old Quay"})

func TestAnOrderBecomesAnArticle(t *testing.T) {
	a, err := Page(document("https://council.example/orders/quay.pdf", "/Title (quay-final3.docx) /CreationDate (D:20200901120000Z)", orderPage), Hints{})
	if err != nil {
		t.Fatal(err)
	}
	paragraphs := strings.Split(a.Text, "\n\n")
	if a.Title != "Order on the Sale of the Old Quay" || a.Language != "en" || len(paragraphs) != 3 || !strings.HasSuffix(paragraphs[0], "old quay be sold. The buyer must be named not later than 45 days after this order, and the price must be paid within a year.") {
		t.Errorf("Page = %q in %q:\n%s", a.Title, a.Language, a.Text)
	}
	if got := a.Published; got.Time.Format(time.DateOnly) != "2020-08-14" || got.Grain != news.GrainDay || got.Method != "text" {
		t.Errorf("Published = %+v, want the day below the signature", got)
	}
}

func TestAChineseNoticeBecomesAnArticle(t *testing.T) {
	page := pdftest.Lines("关于旧码头出售的公告", "", "根据有关规定，现公布旧码头出售的办法，自公布之日起实施。买方应当在", "九月十五日以前提出申请，并由主管部门在四十五日内作出决定。", "", "2020年8月28日")
	a, err := Page(document("https://port.example.cn/notice.pdf", "", page), Hints{})
	if err != nil || a.Title != "关于旧码头出售的公告" || a.Language != "zh" || !strings.Contains(a.Text, "买方应当在九月十五日以前") {
		t.Fatalf("Page = %q in %q, %v:\n%s", a.Title, a.Language, err, a.Text)
	}
	if got := a.Published; got.Time.Format(time.RFC3339) != "2020-08-28T00:00:00+08:00" || got.Zone != "Asia/Shanghai" {
		t.Errorf("Published = %+v, want 28 August in Shanghai", got)
	}
}

func TestWhatRunsAlongThePagesIsNoText(t *testing.T) {
	var pages [][]pdftest.Line
	for i, sentence := range []string{first, second, third} {
		n := strconv.Itoa(i + 1)
		page := pdftest.Lines("", "", sentence[:70], sentence[70:])
		page = append(page, pdftest.Line{X: 72, Y: 760, Size: 9, Text: "Case 7:20-cv-1 Document 9 Filed 09/27/20 Page " + n + " of 3"}, pdftest.Line{X: 300, Y: 30, Size: 12, Text: n})
		pages = append(pages, page)
	}
	a, err := Page(document("https://court.example/7.pdf", "", pages...), Hints{Source: news.Source{Country: "US"}})
	if err != nil || strings.Contains(a.Text, "Filed") || strings.Contains(a.Title, "Case") || strings.Contains(a.Text, "\n\n3") {
		t.Errorf("Page = %q, %v:\n%s", a.Title, err, a.Text)
	}
	if got := a.Published; got.Time.Format(time.DateOnly) != "2020-09-27" || got.Method != "text" {
		t.Errorf("Published = %+v, want the day of the stamp", got)
	}
}

// The day on which a file was made is that of an export as often as not.
func TestTheMakingOfAFileOnlyBoundsItsDate(t *testing.T) {
	page := pdftest.Lines("A Report on the Quay", "", "The works began on 3 May 2019 and the builder stopped them in the summer of", "the same year, because the piles have to be driven again. Nothing has moved", "since then, and nobody can say when it will.")
	a, err := Page(document("https://court.example/7.pdf", "/CreationDate (D:20200914093000-04'00')", page), Hints{})
	if err != nil || a.Published.Method != "meta" || a.Published.Latest.Format(time.DateOnly) != "2020-09-14" || a.Published.Earliest.Format(time.DateOnly) != "2019-05-03" {
		t.Errorf("Published = %+v, %v, want one between 3 May 2019 and 14 September 2020", a.Published, err)
	}
}

func TestDocumentsWithoutTextAreRecordedProblems(t *testing.T) {
	for _, tt := range []struct {
		name string
		body []byte
		want string
	}{
		{"a scan", pdftest.Make("", nil, nil), "no article: a scan: no text layer"},
		{"a scan with a stamp", pdftest.Make("", pdftest.Lines("Filed 09/27/20"), pdftest.Lines("Filed 09/27/20"), pdftest.Lines("Filed 09/27/20")), "no article: a scan: no text layer"},
		{"broken", []byte("%PDF-1.7\nnothing else"), "no article: PDF: broken"},
	} {
		if _, err := Page(news.Page{URL: "https://council.example/x.pdf", Body: tt.body}, Hints{}); err == nil || err.Error() != tt.want {
			t.Errorf("%s: Page: %v, want %s", tt.name, err, tt.want)
		}
	}
}
