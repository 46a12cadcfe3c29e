package extract

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/seed-7461731f/dateline/store/news"
)

func TestTheTextThatOnlyAScriptCarriesIsRead(t *testing.T) {
	body := "<div><figure><figcaption>A quay</figcaption></figure>" + paragraphsOf(first, second, third) + "</div>"
	once, err := json.Marshal(map[string]string{"teaser": "<p>Short.</p>", "contentHtml": body})
	if err != nil {
		t.Fatal(err)
	}
	twice, err := json.Marshal(string(once))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, script string }{
		{"state", "window.state = " + string(once) + ";"},
		{"state in a string", "push([1," + string(twice) + "])"},
	} {
		page := "<html><head><title>Quay opens later</title></head><body><div id=app></div><script>" + tt.script + "</script></body></html>"
		a, err := Page(news.Page{URL: "https://news.example/quay", Body: []byte(page)}, Hints{})
		if err != nil || a.Text != first+"\n\n"+second+"\n\n"+third {
			t.Errorf("%s: Text = %q, %v, want the three paragraphs", tt.name, a.Text, err)
		}
	}
}

func TestAScriptDoesNotSpeakOverAPageWithText(t *testing.T) {
	p := paged("<script>x = \""+strings.Repeat("<p>Another story of some other harbour that nobody has asked for at all.</p>", 9)+"\"</script>", "")
	a, err := Page(p, Hints{})
	if err != nil || strings.Contains(a.Text, "Another story") {
		t.Errorf("Text = %q, %v, want that of the page", a.Text, err)
	}
}
