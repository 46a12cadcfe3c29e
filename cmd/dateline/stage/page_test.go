package stage

import (
	"testing"

	"github.com/seed-7461731f/dateline/store/news"
)

func TestRecordIsAnArticle(t *testing.T) {
	p := news.Page{URL: "https://a.example/1", Body: []byte(`{"id":"x","url":"https://a.example/1?utm_source=f","publisher":"The A","published":"2020-08-31","title":"T","text":"Some text.","lang":"en"}`)}
	a, err := parseRecord(p)
	if err != nil || a.URL != "https://a.example/1" || a.Address != "https://a.example/1?utm_source=f" || a.Publisher != "The A" || a.Published.Method != "given" {
		t.Errorf("parseRecord = %+v, %v", a, err)
	}
	for _, bad := range []string{`{"id":"x"}`, `{"id":"x","text":" "}`, `{"id":"x","text":"t","published":"soon"}`, `[]`} {
		if _, err := parseRecord(news.Page{URL: "x", Body: []byte(bad)}); err == nil {
			t.Errorf("parseRecord(%s) gave no error", bad)
		}
	}
	a, err = parseRecord(news.Page{URL: "x", Body: []byte(`{"id":"x","url":"javascript:alert(1)","text":"t"}`)})
	if err != nil || a.Address != "" {
		t.Errorf("a record whose address is no web address gives the address %q, %v", a.Address, err)
	}
}

func TestSourceOfAPageIsThatOfItsHostOrParentDomain(t *testing.T) {
	r := NewPageReader(news.Story{Sources: []news.Source{{Host: "news.example", Zone: "Europe/Berlin"}, {Host: "other.example"}}})
	for url, want := range map[string]string{
		"https://www.news.example/1": "news.example", "https://sport.news.example/1": "news.example", "https://unknown.example/1": "unknown.example",
	} {
		if got := r.Source(news.Page{URL: url}); got.Host != want {
			t.Errorf("source of %s = %s, want %s", url, got.Host, want)
		}
	}
	if got := r.Source(news.Page{URL: "https://news.example/1", Source: "other.example"}); got.Host != "other.example" {
		t.Errorf("a page crawled for other.example has the source %s", got.Host)
	}
}
